"""The attendance sheet of a sitting: everybody who may come, when they came and left, and room to sign."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, shown
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class Attendee:
    """A member or a guest: post, whom the person represents or replaces, and the hours where they are known."""

    name: str
    post: Text = ""
    note: Text = ""
    hours: str = ""


@dataclass(frozen=True)
class AttendanceFacts:
    """Everything the sheet says."""

    letterhead: Letterhead
    number: str
    day: date
    commission: Text
    planned_at: str
    form: Text
    place: str
    members: tuple[Attendee, ...]
    guests: tuple[Attendee, ...]
    signatures: Signatures


def render(facts: AttendanceFacts, language: Language) -> bytes:
    """The sheet as a PDF, to be signed at the door."""
    title = language.say_of("paper", "Attendance sheet of the sitting of {day}", day=language.date(facts.day))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: AttendanceFacts, language: Language) -> None:
    say_of = language.say_of
    draw_title(flow, say_of("paper", "ATTENDANCE SHEET"), text_of(facts.commission, language))
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    hour = say_of("clock", "{hours}", hours=facts.planned_at) if facts.planned_at else ""
    place = ", ".join(part for part in (hour, shown(facts.form, language), facts.place) if part)
    flow.facts([(say_of("paper", "Form and place"), place)])
    _draw(flow, say_of("paper", "Members of the commission"), facts.members, language)
    if facts.guests:
        _draw(flow, say_of("paper", "Invited and guests"), facts.guests, language)
    draw_end(flow, facts.signatures)


def _draw(flow: Flow, heading: str, people: tuple[Attendee, ...], language: Language) -> None:
    say_of = language.say_of
    flow.heading(heading)
    headings = (
        Heading(say_of("paper", "No."), 6),
        Heading(say_of("paper", "Name"), 30),
        Heading(say_of("paper", "Post"), 32),
        Heading(say_of("paper", "From – until"), 18),
        Heading(say_of("paper", "Signature"), 30),
    )
    rows = [TableRow((f"{at}.", one.name, _about(one, language), one.hours, "\n")) for at, one in enumerate(people, 1)]
    Table(flow, headings, rows).draw()


def _about(one: Attendee, language: Language) -> str:
    return "; ".join(part for part in (shown(one.post, language), shown(one.note, language)) if part)
