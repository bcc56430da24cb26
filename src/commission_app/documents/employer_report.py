"""The employer's report: a form to be filled in by hand, or the same form with what was recorded of it."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_title, paper, said_number, shown
from commission_app.documents.sheet import BODY, SMALL, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.evidence_details import EmployerReport
from commission_app.rules.vocabulary.evidence import SelfAssessmentLevel
from commission_app.wording.evidence_details import detail_label

RULE, TICK = "_" * 34, "X"


@dataclass(frozen=True)
class ReportedOutcome:
    """A learning outcome, and what the employer says of it (nothing on a blank form)."""

    code: str
    text: Text
    level: SelfAssessmentLevel | None = None


@dataclass(frozen=True)
class ReportedUnit:
    """A unit applied for with its outcomes."""

    code: str
    title: Text
    outcomes: tuple[ReportedOutcome, ...]


@dataclass(frozen=True)
class ReportFacts:
    """Everything the report says; a report without content is the blank form."""

    letterhead: Letterhead
    case_number: str
    applicant: str
    programme: Text
    employer: str
    units: tuple[ReportedUnit, ...]
    report: EmployerReport | None = None


def render(facts: ReportFacts, language: Language) -> bytes:
    """The report or its blank form as a PDF."""
    number = said_number(language, facts.case_number)
    title = language.say_of("paper", "Employer's report, case {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ReportFacts, language: Language) -> None:
    draw_title(
        flow,
        language.say_of("paper", "EMPLOYER'S REPORT"),
        language.say_of("paper", "about knowledge, skills and competence shown at work"),
    )
    flow.facts(_head(facts, language))
    flow.heading(language.say_of("paper", "Tasks that were seen at work"))
    _answer(flow, facts.report.tasks if facts.report else "", 4)
    flow.heading(language.say_of("paper", "Learning outcomes: tick what you have seen yourself"))
    for unit in facts.units:
        _draw_unit(flow, unit, language)
    flow.heading(language.say_of("paper", "Conclusion"))
    _answer(flow, facts.report.conclusion if facts.report else "", 3)
    _sign(flow, facts.report, language)


def _head(facts: ReportFacts, language: Language) -> list[tuple[str, str]]:
    report, blank = facts.report, facts.report is None

    def line(text: str) -> str:
        return text or (RULE if blank else "—")

    def label(field: str) -> str:
        return detail_label(language, EmployerReport, field)

    return [
        (language.say_of("paper", "Applicant"), facts.applicant),
        (language.say_of("paper", "Programme or qualification"), shown(facts.programme, language)),
        (language.say_of("paper", "Employer"), line(facts.employer)),
        (label("person"), line(report.person if report else "")),
        (label("post"), line(report.post if report else "")),
        (label("relation"), line(report.relation if report else "")),
        (label("contact"), line(report.contact if report else "")),
        (label("period_from"), line(_day(report.period_from if report else None, language))),
        (label("period_until"), line(_day(report.period_until if report else None, language))),
    ]


def _day(day: date | None, language: Language) -> str:
    return language.date(day) if day else ""


def _draw_unit(flow: Flow, unit: ReportedUnit, language: Language) -> None:
    headings = (
        Heading(f"{unit.code} {shown(unit.title, language)}".strip(), 112),
        Heading(language.say_of("evidence item", "yes"), 14, Align.RIGHT),
        Heading(language.say_of("evidence item", "partly"), 16, Align.RIGHT),
        Heading(language.say_of("evidence item", "no"), 14, Align.RIGHT),
    )
    rows = [
        TableRow(
            (
                f"{outcome.code} {shown(outcome.text, language)}".strip(),
                *(TICK if outcome.level is level else "☐" for level in SelfAssessmentLevel),
            )
        )
        for outcome in unit.outcomes
    ]
    Table(flow, headings, rows).draw()
    flow.gap(8)


def _answer(flow: Flow, text: str, lines: int) -> None:
    if text:
        flow.paragraph(text)
        return
    for _ in range(lines):
        flow.line("_" * 82, BODY)
        flow.gap(5)


def _sign(flow: Flow, report: EmployerReport | None, language: Language) -> None:
    flow.gap(10)
    if report is not None and report.signed:
        signed = ", ".join(part for part in (report.person, _day(report.signed_on, language)) if part)
        flow.paragraph(language.say_of("paper", "Signed by {name}", name=signed or "—"))
    else:
        flow.paragraph(language.say_of("paper", "Date ______________    Signature ____________________________"))
    note = language.say_of("paper", "The institution may ask the person who signed to confirm what is said here.")
    flow.paragraph(note, SMALL)
