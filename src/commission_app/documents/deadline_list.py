"""The list of what is due this week: for the wall on Monday, on paper or as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from commission_app.documents.house_style import Letterhead, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_title, paper
from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.documents.workbook import write_table
from commission_app.i18n import Language, marked

COLUMNS = (
    Column(marked("Case"), ColumnKind.CODE, 12),
    Column(marked("Applicant"), ColumnKind.TEXT, 24),
    Column(marked("Programme or qualification"), ColumnKind.TEXT, 36),
    Column(marked("State"), ColumnKind.TEXT, 18),
    Column(marked("Due"), ColumnKind.DATE, 12),
    Column(marked("Working days left"), ColumnKind.COUNT, 13),
    Column(marked("Next sitting"), ColumnKind.DATE, 12),
    Column(marked("Reasons of the term"), ColumnKind.TEXT, 60),
)


@dataclass(frozen=True)
class DueLine:
    """One case of the list."""

    number: str
    applicant: str
    programme: Text
    state: Text
    due: date
    working_days: int
    next_sitting: date | None
    reasons: str


@dataclass(frozen=True)
class DueFacts:
    """Everything the list says."""

    letterhead: Letterhead
    day: date
    until: date
    lines: tuple[DueLine, ...]


def render(facts: DueFacts, language: Language) -> bytes:
    """The list as a PDF, across the page."""
    title = language.say_of("paper", "Deadlines until {day}", day=language.date(facts.until))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title, landscape=True)


def workbook(facts: DueFacts, language: Language) -> bytes:
    """The list as an Excel workbook."""
    columns = [Column(language.say_of("paper", one.heading), one.kind, one.width) for one in COLUMNS]
    out = BytesIO()
    title = language.say_of("paper", "Deadlines")
    write_table(title, columns, [_cells(line, language) for line in facts.lines], language, out, None)
    return out.getvalue()


def _cells(line: DueLine, language: Language) -> tuple[Cell, ...]:
    programme, state = text_of(line.programme, language), text_of(line.state, language)
    return (line.number, line.applicant, programme, state, line.due, line.working_days, line.next_sitting, line.reasons)


def _write(flow: Flow, facts: DueFacts, language: Language) -> None:
    until = language.date(facts.until)
    draw_title(
        flow, language.say_of("paper", "DEADLINES"), language.say_of("paper", "decisions due until {day}", day=until)
    )
    draw_dating(flow, facts.letterhead, facts.day, "")
    if not facts.lines:
        flow.paragraph(language.say_of("paper", "No decision is due."))
        return
    right = (ColumnKind.COUNT, ColumnKind.DATE)
    headings = [
        Heading(language.say_of("paper", one.heading), one.width, Align.RIGHT if one.kind in right else Align.LEFT)
        for one in COLUMNS
    ]
    Table(flow, headings, _rows(facts.lines, language)).draw()


def _rows(lines: Sequence[DueLine], language: Language) -> list[TableRow]:
    rows = []
    for line in lines:
        cells = [
            language.date(cell) if isinstance(cell, date) else str(cell if cell is not None else "—")
            for cell in _cells(line, language)
        ]
        rows.append(TableRow(tuple(cells), strong=line.working_days < 0))
    return rows
