"""The sheet of the identification interview: to fill in by hand, or with what was found out."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.sheet import HAIR, MM
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.interview import Answer

_LINE = 8 * MM


@dataclass(frozen=True)
class SheetUnit:
    """A unit, what the applicant does and knows in it, and whether to claim it; not said while it is empty."""

    code: str
    title: Text
    does: str = ""
    claim: bool | None = None


@dataclass(frozen=True)
class SheetFacts:
    """Everything the sheet says; without a day it is printed to be filled in by hand."""

    letterhead: Letterhead
    made_on: date
    case_number: str
    applicant: str
    programme: Text
    held_on: date | None
    place: str
    interviewer: str
    post: str
    answers: tuple[Answer, ...]
    units: tuple[SheetUnit, ...]
    evidence: str
    advice: str
    specialist: str
    specialist_note: str
    signatures: Signatures


def render(facts: SheetFacts, language: Language) -> bytes:
    """The sheet as a PDF."""
    title = language.say_of("paper", "Interview sheet")
    if facts.case_number:
        number = said_number(language, facts.case_number)
        title = language.say_of("paper", "Interview sheet, case {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def question(answer: Answer, language: Language) -> str:
    """A question as printed; one that has no English half stands as it was asked."""
    return (answer.question_en or answer.question_lv) if language.code == "en" else answer.question_lv


def theme(answer: Answer, language: Language) -> str:
    """A theme as printed."""
    return (answer.theme_en or answer.theme_lv) if language.code == "en" else answer.theme_lv


def _write(flow: Flow, facts: SheetFacts, language: Language) -> None:
    say_of = language.say_of
    draw_title(
        flow, say_of("paper", "INTERVIEW SHEET"), say_of("paper", "identification of knowledge, skills and competences")
    )
    if facts.held_on is not None:
        draw_dating(flow, facts.letterhead, facts.held_on, facts.case_number)
    empty = facts.held_on is None
    rows = [
        (say_of("paper", "Name, surname"), facts.applicant),
        (say_of("paper", "Case"), said_number(language, facts.case_number) if facts.case_number else ""),
        (say_of("paper", "Programme or qualification"), shown(facts.programme, language)),
        (say_of("paper", "Date and place"), _when_and_where(facts, language)),
        (say_of("paper", "Interviewer"), ", ".join(part for part in (facts.interviewer, facts.post) if part)),
    ]
    flow.facts([(label, text or _dots(empty)) for label, text in rows])
    for said, answers in groupby(facts.answers, lambda one: theme(one, language)):
        _draw_theme(flow, said, list(answers), empty, language)
    _draw_units(flow, facts, language)
    for label, text in (
        (say_of("paper", "Evidence to bring"), facts.evidence),
        (say_of("paper", "Advice"), facts.advice),
        (_note_label(facts, language), facts.specialist_note),
    ):
        _draw_said(flow, label, text, empty)
    draw_end(flow, facts.signatures)


def _when_and_where(facts: SheetFacts, language: Language) -> str:
    if facts.held_on is None:
        return ""
    return ", ".join(part for part in (language.date(facts.held_on), facts.place) if part)


def _dots(empty: bool) -> str:
    return "_" * 40 if empty else ""


def _note_label(facts: SheetFacts, language: Language) -> str:
    label = language.say_of("paper", "Note of the career specialist")
    return f"{label} ({facts.specialist})" if facts.specialist else label


def _draw_theme(flow: Flow, heading: str, answers: list[Answer], empty: bool, language: Language) -> None:
    told = [one for one in answers if empty or one.answer]
    if not told:
        return
    single = len(told) == 1 and question(told[0], language) == heading
    if not single:
        flow.heading(heading)
    for one in told:
        if single:
            flow.heading(heading)
        else:
            flow.room(flow.print.body.leading * 2 + (_LINE if empty else 0))
            flow.paragraph(question(one, language), flow.print.label, after=1)
        _draw_answer(flow, one.answer, empty)


def _draw_answer(flow: Flow, text: str, empty: bool, lines: int = 2) -> None:
    if not empty:
        flow.paragraph(text)
        return
    for _ in range(lines):
        flow.room(_LINE)
        flow.y -= _LINE
        flow.sheet.rule(flow.left, flow.right, flow.y, 0.3, HAIR)
    flow.gap(8)


def _draw_said(flow: Flow, label: str, text: str, empty: bool) -> None:
    if text or empty:
        flow.heading(label)
        _draw_answer(flow, text, empty, 3)


def _draw_units(flow: Flow, facts: SheetFacts, language: Language) -> None:
    say_of = language.say_of
    if not facts.units:
        return
    flow.heading(say_of("paper", "Units"))
    headings = (
        Heading(say_of("paper", "Unit"), 56),
        Heading(say_of("paper", "What the applicant does and knows"), 82),
        Heading(say_of("paper", "Advised to claim"), 28),
    )
    said = {True: say_of("paper", "yes"), False: say_of("paper", "no"), None: ""}
    rows = [
        TableRow((f"{unit.code} {text_of(unit.title, language)}".strip(), unit.does, said[unit.claim]))
        for unit in facts.units
    ]
    Table(flow, headings, rows).draw()
