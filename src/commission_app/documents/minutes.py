"""The minutes of a sitting: who took part, what was considered, what was decided, and by which votes."""

from dataclasses import dataclass
from datetime import date, datetime

from commission_app.documents.house_style import (
    Letterhead,
    Signatures,
    Text,
    Votes,
    said_credits,
    said_votes,
    text_of,
)
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import (
    draw_dating,
    draw_end,
    draw_title,
    paper,
    said_number,
    shown,
)
from commission_app.documents.sheet import BODY, BODY_STRONG, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.wording.paper_phrases import RESOLUTION, UNIT_RESOLUTION


@dataclass(frozen=True)
class Participant:
    """Somebody at the sitting: name, post in the commission, and a remark (such as: came later)."""

    name: str
    post: Text = ""
    note: Text = ""


@dataclass(frozen=True)
class MinutedUnit:
    """What was decided about one unit."""

    code: str
    title: Text
    verdict: UnitVerdict
    credits: Credits | None = None


@dataclass(frozen=True)
class MinutesItem:
    """One item of the agenda; without a verdict it was postponed, with the reason."""

    title: Text
    case_number: str
    applicant: str
    heard: Text = ""
    reporter: str | None = None
    recused: tuple[str, ...] = ()
    verdict: DecisionVerdict | None = None
    decision_number: str | None = None
    units: tuple[MinutedUnit, ...] = ()
    total: Credits | None = None
    reasons: Text = ""
    votes: Votes | None = None
    secret: bool = False
    postponed_reason: Text | None = None


@dataclass(frozen=True)
class MinutesFacts:
    """Everything the minutes say; moments are printed in the office's time."""

    letterhead: Letterhead
    number: str
    day: date
    commission: Text
    starts: datetime
    ends: datetime | None
    form: Text  # on site, remote, written
    room: Text
    chair: str
    minute_taker: str
    participants: tuple[Participant, ...]
    absent: tuple[Participant, ...]
    quorum: Text  # "5 of 7 members take part; 4 are needed"
    items: tuple[MinutesItem, ...]
    signatures: Signatures
    invited: tuple[Participant, ...] = ()
    annexes: tuple[Text, ...] = ()
    order: Text = ""  # the order that formed the commission, with its number and date
    draft: bool = False


def render(facts: MinutesFacts, language: Language) -> bytes:
    """The minutes as a PDF, ready to be signed by who presided and who kept them."""
    number = said_number(language, facts.number)
    title = language.say_of("paper", "Minutes of the sitting {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: MinutesFacts, language: Language) -> None:
    draw_title(
        flow,
        language.say_of("paper", "MINUTES OF THE SITTING"),
        text_of(facts.commission, language),
        facts.draft,
    )
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    _draw_meeting(flow, facts, language)
    flow.heading(language.say_of("paper", "AGENDA"))
    flow.numbered([_agenda_line(item, language) for item in facts.items])
    for number, item in enumerate(facts.items, 1):
        _draw_item(flow, number, item, language)
    draw_end(flow, facts.signatures, lambda at: _draw_closing(at, facts, language))


def _draw_closing(flow: Flow, facts: MinutesFacts, language: Language) -> None:
    if facts.annexes:
        flow.heading(language.say_of("paper", "ANNEXES"))
        flow.numbered([text_of(annex, language) for annex in facts.annexes])
    if facts.ends:
        flow.gap(6)
        hours = language.time(facts.ends)
        flow.paragraph(language.say_of("paper", "The sitting was closed at {hours}.", hours=hours), after=0)


def _draw_meeting(flow: Flow, facts: MinutesFacts, language: Language) -> None:
    hours = language.time(facts.starts)
    if facts.ends:
        hours = f"{hours} – {language.time(facts.ends)}"
    place = ", ".join(part for part in (shown(facts.form, language), shown(facts.room, language)) if part)
    flow.facts(
        [
            (language.say_of("paper", "Commission formed by"), shown(facts.order, language)),
            (language.say_of("paper", "Start – end"), language.say_of("clock", "{hours}", hours=hours)),
            (language.say_of("paper", "Form and place"), place),
            (language.say_of("paper", "Presiding"), facts.chair),
            (language.say_of("paper", "Taking part"), _people(facts.participants, language)),
            (language.say_of("paper", "Invited"), _people(facts.invited, language)),
            (language.say_of("paper", "Absent"), _people(facts.absent, language)),
            (language.say_of("paper", "Minutes kept by"), facts.minute_taker),
            (language.say_of("paper", "Quorum"), shown(facts.quorum, language)),
        ]
    )


def _people(people: tuple[Participant, ...], language: Language) -> str:
    lines = []
    for person in people:
        post, note = shown(person.post, language), shown(person.note, language)
        line = f"{person.name}, {post}" if post else person.name
        lines.append(f"{line} ({note})" if note else line)
    return "\n".join(lines)


def _agenda_line(item: MinutesItem, language: Language) -> str:
    case = language.say_of("paper", "case {number}", number=said_number(language, item.case_number))
    return f"{text_of(item.title, language)} ({item.applicant}, {case})"


def _draw_item(flow: Flow, number: int, item: MinutesItem, language: Language) -> None:
    flow.gap(8)
    flow.room(5 * BODY.leading)
    flow.paragraph(f"{number}. {_agenda_line(item, language)}", BODY_STRONG)
    recused = language.say_of("paper", "{names} (conflict of interest)", names=", ".join(item.recused))
    flow.facts(
        [
            (language.say_of("paper", "REPORTS"), item.reporter or ""),
            (language.say_of("paper", "CONSIDERED"), shown(item.heard, language)),
            (language.say_of("paper", "NOT TAKING PART"), recused if item.recused else ""),
        ]
    )
    if item.postponed_reason is not None or item.verdict is None:
        postponed = language.say_of("paper", "to postpone the consideration of the case.")
        reason = shown(item.postponed_reason, language)
        flow.facts([(language.say_of("paper", "DECIDED"), f"{postponed} {reason}".rstrip())])
    else:
        flow.facts([(language.say_of("paper", "DECIDED"), _resolution(item, item.verdict, language))])
        _draw_units(flow, item, language)
        flow.facts([(language.say_of("paper", "Reasons"), shown(item.reasons, language))])
    _draw_votes(flow, item, language)


def _resolution(item: MinutesItem, verdict: DecisionVerdict, language: Language) -> str:
    words = language.say_of("paper", RESOLUTION[verdict])
    if item.decision_number:
        number = said_number(language, item.decision_number)
        return language.say_of("paper", "{resolution} (decision {number})", resolution=words, number=number)
    return words


def _draw_units(flow: Flow, item: MinutesItem, language: Language) -> None:
    if not item.units:
        return
    headings = (
        Heading(language.say_of("paper", "Code"), 16),
        Heading(language.say_of("paper", "Unit"), 56),
        Heading(language.say_of("paper", "Decision"), 30),
        Heading(language.say_of("paper", "Awarded"), 34, Align.RIGHT),
    )
    rows = [
        TableRow(
            (
                unit.code,
                text_of(unit.title, language),
                language.say_of("paper", UNIT_RESOLUTION[unit.verdict]),
                said_credits(unit.credits, language) if unit.credits else "—",
            )
        )
        for unit in item.units
    ]
    if item.total:
        total = said_credits(item.total, language)
        rows.append(TableRow(("", language.say_of("paper", "Total"), "", total), strong=True))
    Table(flow, headings, rows).draw()


def _draw_votes(flow: Flow, item: MinutesItem, language: Language) -> None:
    if item.votes is None:
        return
    label = language.say_of("paper", "SECRET BALLOT") if item.secret else language.say_of("paper", "OPEN VOTE")
    flow.facts([(label, said_votes(item.votes, language))])
