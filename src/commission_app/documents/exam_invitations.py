"""Who is invited to an exam: for the door and for those who write the invitations; nothing about health."""

from dataclasses import dataclass
from datetime import date, datetime

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class Invited:
    """One examinee: how to reach the person, and whether adjustments are granted."""

    name: str
    case_number: str
    email: str
    phone: str
    attempt: int
    adjusted: bool


@dataclass(frozen=True)
class InvitationFacts:
    """Everything the list says."""

    letterhead: Letterhead
    qualification: Text
    code: str
    made_on: date
    day: date
    starts: datetime | None
    room: str
    group: str
    rows: tuple[Invited, ...]
    signatures: Signatures


def render(facts: InvitationFacts, language: Language) -> bytes:
    """The list as a PDF."""
    title = language.say_of("paper", "Exam invitation list, {day}", day=language.date(facts.day))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def note_of(row: Invited, language: Language) -> str:
    """What stands beside a name: which attempt it is, and that adjustments are granted."""
    said = [language.say_of("paper", "attempt No. {number}", number=row.attempt)] if row.attempt > 1 else []
    if row.adjusted:
        said.append(language.say_of("paper", "adjustments granted"))
    return "; ".join(said)


def _write(flow: Flow, facts: InvitationFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "EXAM INVITATION LIST"), text_of(facts.qualification, language))
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    hour = "" if facts.starts is None else language.say_of("clock", "{hours}", hours=language.time(facts.starts))
    flow.facts(
        [
            (language.say_of("paper", "Code"), facts.code),
            (language.say_of("paper", "Exam on"), language.long_date(facts.day)),
            (language.say_of("paper", "Time and place"), ", ".join(part for part in (hour, facts.room) if part)),
            (language.say_of("paper", "Exam group"), facts.group),
        ]
    )
    headings = (
        Heading(language.say_of("paper", "No."), 8, Align.RIGHT),
        Heading(language.say_of("paper", "Name, surname"), 52),
        Heading(language.say_of("paper", "Case No."), 24),
        Heading(language.say_of("paper", "E-mail, phone"), 46),
        Heading(language.say_of("paper", "Remarks"), 24),
        Heading(language.say_of("paper", "Signature"), 22),
    )
    rows = [
        TableRow(
            (
                f"{number}.",
                row.name,
                row.case_number,
                "\n".join(part for part in (row.email, row.phone) if part) or "—",
                note_of(row, language),
                "",
            )
        )
        for number, row in enumerate(facts.rows, 1)
    ]
    if rows:
        Table(flow, headings, rows).draw()
    else:
        flow.paragraph(language.say_of("paper", "Nobody was entered for the exam."))
    draw_end(flow, facts.signatures)
