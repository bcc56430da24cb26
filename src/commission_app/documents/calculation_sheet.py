"""The calculation of credits as an annex: every line with its rule and law, earlier courses, and how to count again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from commission_app.documents.house_style import Letterhead, Signatures, Text, said_unit
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import (
    draw_dating,
    draw_end,
    draw_title,
    paper,
    said_number,
    said_reference,
    shown,
)
from commission_app.documents.sheet import LABEL, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language, capital
from commission_app.rules.credits import Award, AwardLine
from commission_app.rules.credits.courses import CourseStanding
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.awards import SETTLED, change_text, conversion_text, course_text, law_text, rule_text
from commission_app.wording.quantities import exact, unit_text
from commission_app.wording.words import word


@dataclass(frozen=True)
class SheetLine:
    """One line of the award with what the paper adds to it: the title in both languages, and how many are met."""

    line: AwardLine
    title: Text
    met: int = 0
    outcomes: int = 0


@dataclass(frozen=True)
class CalculationFacts:
    """Everything the sheet says; one without a decision shows what would be proposed now, and says so."""

    letterhead: Letterhead
    made_on: date
    case_number: str
    applicant: str
    programme: Text
    edition: str
    law_date: date
    award: Award
    lines: tuple[SheetLine, ...]
    courses: tuple[CourseStanding, ...]
    input_hash: str
    result_hash: str
    signatures: Signatures
    decision_number: str = ""
    decided_on: date | None = None
    draft: bool = False
    units: Mapping[str, str] = field(default_factory=dict)
    """The codes of the units by their uid, for the courses that pay for them."""


def render(facts: CalculationFacts, language: Language) -> bytes:
    """The sheet as a PDF."""
    title = said_title(facts, language)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def said_title(facts: CalculationFacts, language: Language) -> str:
    """What the sheet is called, with the case it belongs to."""
    number = said_number(language, facts.case_number)
    return language.say_of("paper", "Calculation of credits, case {number}", number=number)


def line_name(line: SheetLine, language: Language) -> str:
    """The title of a unit, or the word for the ceiling and the rounding."""
    name = shown(line.title, language) or word(language, line.line.kind)
    return capital(name)


def _write(flow: Flow, facts: CalculationFacts, language: Language) -> None:
    said = language.say_of("paper", "case {number}", number=said_number(language, facts.case_number))
    draw_title(flow, language.say_of("paper", "CALCULATION OF CREDITS"), said, facts.draft)
    draw_dating(flow, facts.letterhead, facts.made_on, facts.case_number)
    _draw_about(flow, facts, language)
    flow.heading(language.say_of("paper", "Course by course, module by module"), follows=70)
    _draw_lines(flow, facts, language)
    if facts.courses:
        flow.heading(language.say_of("paper", "Earlier courses"), follows=70)
        _draw_courses(flow, facts, language)

    def last(at: Flow) -> None:
        at.gap(6)
        for text in legend(facts, language):
            at.paragraph(text, LABEL)
        at.heading(language.say_of("paper", "To calculate again"))
        at.facts(
            [
                (language.say_of("paper", "Rules of calculation, version"), str(facts.award.engine)),
                (language.say_of("paper", "Input, SHA-256"), _halves(facts.input_hash)),
                (language.say_of("paper", "Result, SHA-256"), _halves(facts.result_hash)),
            ]
        )

    draw_end(flow, facts.signatures, last)


def _draw_about(flow: Flow, facts: CalculationFacts, language: Language) -> None:
    edition = language.say_of("paper", "edition {label}", label=facts.edition)
    decision = ""
    if facts.decision_number:
        decision = said_reference(language, facts.decision_number, facts.decided_on)
    flow.facts(
        [
            (language.say_of("paper", "Name, surname"), facts.applicant),
            (language.say_of("paper", "Programme or qualification"), f"{shown(facts.programme, language)}, {edition}"),
            (language.say_of("paper", "Annex to the decision"), decision),
            (language.say_of("paper", "Rules in force on"), language.date(facts.law_date)),
        ]
    )


def _draw_lines(flow: Flow, facts: CalculationFacts, language: Language) -> None:
    unit = said_unit(facts.award.total.unit, language)
    headings = (
        Heading(language.say_of("paper", "Code"), 18),
        Heading(language.say_of("paper", "Course or module"), 58),
        Heading(language.say_of("paper", "Outcomes met"), 18, Align.RIGHT),
        Heading(language.say_of("paper", "Result"), 28),
        Heading(capital(unit), 32, Align.RIGHT),
    )
    rows = [_line_row(line, language) for line in facts.lines]
    total = (language.say_of("paper", "Total"), facts.award.total)
    remaining = (language.say_of("paper", "Remains to be acquired"), facts.award.remaining)
    for name, credits in (total, remaining):
        if credits is not None:
            rows.append(TableRow(("", name, "", "", exact(language, credits)), strong=True))
    Table(flow, headings, rows).draw()


def _line_row(one: SheetLine, language: Language) -> TableRow:
    line = one.line
    met = ""
    if line.kind is LineKind.UNIT and one.outcomes:
        met = language.say_of("paper", "{met} of {total}", met=one.met, total=one.outcomes)
    verdict = word(language, line.verdict) if line.verdict is not None else ""
    cells = (line.unit_code, line_name(one, language), met, verdict, exact(language, line.credits))
    details = [language.say_of("paper", "Rule: {text}", text=rule_text(language, line))]
    if line.legal is not None:
        details.append(law_text(language, line.legal))
    if line.would_change not in SETTLED:
        details.append(change_text(language, line))
    return TableRow(cells, tuple(details))


def _draw_courses(flow: Flow, facts: CalculationFacts, language: Language) -> None:
    headings = (
        Heading(language.say_of("paper", "Course"), 50),
        Heading(language.say_of("paper", "On its document"), 32, Align.RIGHT),
        Heading(language.say_of("paper", "Counted as"), 40),
        Heading(language.say_of("paper", "Mark"), 14),
        Heading(language.say_of("paper", "Spent here"), 20, Align.RIGHT),
    )
    rows = []
    for course in facts.courses:
        credits = course.credits
        told = "–" if credits is None else f"{exact(language, credits)} {unit_text(language, credits.unit)}"
        codes = ", ".join(sorted(facts.units.get(uid, uid) for uid in course.counts_for))
        why = (course_text(language, course), language.say_of("paper", "Held to count for: {codes}", codes=codes))
        cells = (course.title, told, conversion_text(language, course), course.mark, exact(language, course.spent))
        rows.append(TableRow(cells, why))
    Table(flow, headings, rows).draw()


def legend(facts: CalculationFacts, language: Language) -> tuple[str, ...]:
    """How the credits of one kind become those of another, as far as the sheet needs it, and how parts are written."""
    used = {course.credits.unit for course in facts.courses if course.credits is not None} | {facts.award.total.unit}
    said = []
    if CreditUnit.KP in used:
        said.append(language.say_of("paper", "Conversion: KP × 3/2 = ECTS; ECTS × 2/3 = KP."))
    if CreditUnit.HOURS in used and facts.award.total.unit is not CreditUnit.HOURS:
        said.append(language.say_of("paper", "Hours count as the least they can be worth: 1 ECTS is 25 to 30 hours."))
    amounts = [*(line.line.credits for line in facts.lines), *(course.spent for course in facts.courses)]
    if any(_endless(credits.value) for credits in (*amounts, facts.award.total)):
        said.append(language.say_of("paper", "Where decimals do not end, the exact fraction stands in brackets."))
    return tuple(said)


def _endless(value: Fraction) -> bool:
    return (value * 1000).denominator != 1


def _halves(digest: str) -> str:
    """A hash in two halves, so that a line never breaks before its last letter."""
    return f"{digest[:32]} {digest[32:]}"
