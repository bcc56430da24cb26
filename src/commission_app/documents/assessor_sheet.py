"""The finished sheet of one assessor: every learning outcome, what the assessor said of it, and why."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class SheetOutcome:
    """One outcome: its unit and code, its text, the result and the reason."""

    unit: str
    code: str
    text: Text
    result: Text
    reason: str = ""


@dataclass(frozen=True)
class AssessorSheetFacts:
    """Everything the sheet says."""

    letterhead: Letterhead
    case_number: str
    applicant: str
    programme: Text
    seat: int
    side: Text
    finished_on: date
    rows: tuple[SheetOutcome, ...]
    signatures: Signatures


def render(facts: AssessorSheetFacts, language: Language) -> bytes:
    """The sheet as a PDF; the same facts give the same bytes."""
    number = said_number(language, facts.case_number)
    title = language.say_of("paper", "Sheet of assessor {seat}, case {number}", seat=facts.seat, number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: AssessorSheetFacts, language: Language) -> None:
    about = language.say_of("paper", "assessor {seat}, {side}", seat=facts.seat, side=shown(facts.side, language))
    draw_title(flow, language.say_of("paper", "SHEET OF AN ASSESSOR"), about)
    draw_dating(flow, facts.letterhead, facts.finished_on, facts.case_number)
    flow.facts(
        [
            (language.say_of("paper", "Name, surname"), facts.applicant),
            (language.say_of("paper", "Programme"), shown(facts.programme, language)),
        ]
    )
    headings = (
        Heading(language.say_of("paper", "Unit"), 22),
        Heading(language.say_of("paper", "Outcome"), 24),
        Heading(language.say_of("paper", "Learning outcome"), 62),
        Heading(language.say_of("paper", "Result"), 24),
        Heading(language.say_of("paper", "Reason"), 32),
    )
    rows = [
        TableRow((row.unit, row.code, shown(row.text, language), shown(row.result, language), row.reason or "—"))
        for row in facts.rows
    ]
    Table(flow, headings, rows).draw()
    draw_end(flow, facts.signatures)
