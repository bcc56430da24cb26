"""The study plan after recognition: what is recognised struck through, what remains by semester, what is of choice."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, said_unit
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.sheet import LABEL, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language, capital
from commission_app.rules.quantities import Credits
from commission_app.rules.study_plan import PlannedUnit, PlanUnit, PlanWish
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.quantities import credits_text
from commission_app.wording.study_plan import open_text, size_text
from commission_app.wording.words import word


@dataclass(frozen=True)
class PlanRow:
    """A unit with its title in both languages, and where it is planned."""

    unit: PlanUnit
    title: Text
    planned: PlannedUnit | None = None


@dataclass(frozen=True)
class StudyPlanFacts:
    """Everything the paper says; a draft rests on no registered decision and says so."""

    letterhead: Letterhead
    made_on: date
    case_number: str
    applicant: str
    programme: Text
    edition: str
    decision_number: str
    unit: CreditUnit
    wish: PlanWish
    recognised: tuple[PlanRow, ...]
    placed: tuple[PlanRow, ...]
    choices: tuple[PlanRow, ...]
    loads: tuple[tuple[int, Credits], ...]
    left: Credits
    open: Credits | None
    signatures: Signatures
    draft: bool = False


def render(facts: StudyPlanFacts, language: Language) -> bytes:
    """The plan as a PDF."""
    number = said_number(language, facts.case_number)
    title = language.say_of("paper", "Study plan, case {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: StudyPlanFacts, language: Language) -> None:
    said = language.say_of("paper", "case {number}", number=said_number(language, facts.case_number))
    draw_title(flow, language.say_of("paper", "STUDY PLAN"), said, facts.draft)
    draw_dating(flow, facts.letterhead, facts.made_on, facts.case_number)
    edition = language.say_of("paper", "edition {label}", label=facts.edition)
    cap = facts.wish.cap
    flow.facts(
        [
            (language.say_of("paper", "Name, surname"), facts.applicant),
            (language.say_of("paper", "Programme or qualification"), f"{shown(facts.programme, language)}, {edition}"),
            (language.say_of("paper", "By the decision"), facts.decision_number),
            (language.say_of("paper", "Studies begin in semester"), str(facts.wish.entry)),
            (language.say_of("paper", "In one semester at most"), credits_text(language, cap) if cap else ""),
        ]
    )
    if facts.recognised:
        flow.heading(language.say_of("paper", "Recognised"), follows=50)
        Table(
            flow, _headings(facts, language, placed=False), [_struck(row, language) for row in facts.recognised]
        ).draw()
    flow.heading(language.say_of("paper", "Remains to be studied"), follows=50)
    Table(flow, _headings(facts, language), _remaining(facts, language)).draw()
    if facts.choices:
        flow.heading(language.say_of("paper", "To choose from"), follows=50)
        Table(flow, _headings(facts, language, placed=False), [_plain(row, language) for row in facts.choices]).draw()

    def last(at: Flow) -> None:
        text = open_text(language, facts.open)
        if text:
            at.gap(4)
            at.paragraph(text, LABEL)

    draw_end(flow, facts.signatures, last)


def _headings(facts: StudyPlanFacts, language: Language, *, placed: bool = True) -> tuple[Heading, ...]:
    unit = said_unit(facts.unit, language)
    return (
        Heading(language.say_of("paper", "Code"), 22),
        Heading(language.say_of("paper", "Course or module"), 70),
        Heading(language.say_of("paper", "Offered in semester"), 18, Align.RIGHT),
        Heading(language.say_of("paper", "Why here") if placed else "", 38),
        Heading(capital(unit), 24, Align.RIGHT),
    )


def _cells(row: PlanRow, why: str, credits: Credits | None, language: Language) -> tuple[str, ...]:
    offered = "" if row.unit.semester is None else str(row.unit.semester)
    return (row.unit.code, shown(row.title, language), offered, why, size_text(language, credits))


def _struck(row: PlanRow, language: Language) -> TableRow:
    return TableRow(_cells(row, "", row.unit.recognised, language), struck=True)


def _plain(row: PlanRow, language: Language) -> TableRow:
    return TableRow(_cells(row, "", row.unit.credits, language))


def _remaining(facts: StudyPlanFacts, language: Language) -> list[TableRow]:
    """The semesters, each with its sum above its units, and the sum of all."""
    rows = []
    for semester, load in facts.loads:
        name = language.say_of("paper", "Semester {number}", number=semester)
        rows.append(TableRow(("", name, "", "", size_text(language, load)), strong=True))
        rows += [
            _planned(row, row.planned, language)
            for row in facts.placed
            if row.planned is not None and row.planned.semester == semester
        ]
    total = language.say_of("paper", "Remains in all") if rows else language.say_of("paper", "Nothing remains")
    return [*rows, TableRow(("", total, "", "", size_text(language, facts.left)), strong=True)]


def _planned(row: PlanRow, planned: PlannedUnit, language: Language) -> TableRow:
    recognised = row.unit.recognised
    details: tuple[str, ...] = ()
    if recognised is not None and recognised.value:
        told = credits_text(language, recognised)
        details = (language.say_of("paper", "Recognised in part: {credits}.", credits=told),)
    return TableRow(_cells(row, word(language, planned.why), planned.left, language), details)
