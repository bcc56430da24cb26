"""The hand-over extract for the study department: who was recognised which courses, with credits and semester."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, said_credits, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.sheet import BODY_STRONG, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.quantities import Credits

BLANK = "____________________"


@dataclass(frozen=True)
class StudyCourse:
    """A course that was recognised, with its credits and the semester in which the programme offers it."""

    code: str
    title: Text
    credits: Credits | None
    semester: int | None = None


@dataclass(frozen=True)
class StudyCase:
    """A person whose study file is to be filled in."""

    applicant: str
    case_number: str
    matriculation: str
    programme: Text
    decision_number: str
    decided_on: date
    signed: bool
    courses: tuple[StudyCourse, ...]
    total: Credits
    entry_semester: int | None = None
    viis_on: date | None = None
    viis_by: str = ""


@dataclass(frozen=True)
class StudyExtractFacts:
    """Everything the extract says."""

    letterhead: Letterhead
    number: str
    day: date
    commission: Text
    cases: tuple[StudyCase, ...]
    signatures: Signatures


def render(facts: StudyExtractFacts, language: Language) -> bytes:
    """The extract as a PDF; where the entry semester or the entry in the state system is not noted, there is room."""
    title = language.say_of("paper", "Extract for the study department, {day}", day=language.date(facts.day))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: StudyExtractFacts, language: Language) -> None:
    say_of = language.say_of
    kind = say_of("paper", "EXTRACT FOR THE STUDY DEPARTMENT")
    draw_title(flow, kind, text_of(facts.commission, language))
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    for one in facts.cases:
        _draw_case(flow, one, language)
    draw_end(flow, facts.signatures)


def _draw_case(flow: Flow, one: StudyCase, language: Language) -> None:
    say_of = language.say_of
    flow.gap(8)
    flow.room(120)
    flow.paragraph(f"{one.applicant}, {said_number(language, one.case_number)}", BODY_STRONG)
    decision = f"{said_number(language, one.decision_number)}, {language.date(one.decided_on)}"
    if not one.signed:
        decision = say_of("paper", "{decision} (not signed yet)", decision=decision)
    flow.facts(
        [
            (say_of("paper", "Programme"), shown(one.programme, language)),
            (say_of("paper", "Matriculation No."), one.matriculation or BLANK),
            (say_of("paper", "Decision"), decision),
        ]
    )
    headings = (
        Heading(say_of("paper", "Code"), 18),
        Heading(say_of("paper", "Unit"), 60),
        Heading(say_of("paper", "Semester"), 16, Align.RIGHT),
        Heading(say_of("paper", "Awarded"), 34, Align.RIGHT),
    )
    rows = [
        TableRow(
            (
                course.code,
                text_of(course.title, language),
                str(course.semester) if course.semester else "—",
                said_credits(course.credits, language) if course.credits else "—",
            )
        )
        for course in one.courses
    ]
    rows.append(TableRow(("", say_of("paper", "Total"), "", said_credits(one.total, language)), strong=True))
    Table(flow, headings, rows).draw()
    _draw_noted(flow, one, language)


def _draw_noted(flow: Flow, one: StudyCase, language: Language) -> None:
    """What the office noted for the study department; what it did not is left to be written in by hand."""
    entered = f"{language.date(one.viis_on)}, {one.viis_by}" if one.viis_on else BLANK
    flow.facts(
        [
            (language.say_of("paper", "Entry semester"), str(one.entry_semester) if one.entry_semester else BLANK),
            (language.say_of("paper", "Entered in VIIS (date, who)"), entered),
        ]
    )
