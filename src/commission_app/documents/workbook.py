"""Excel workbooks: a register with its summary sheet, and any list of the window; nothing in them can run."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from commission_app.documents.house_style import Text, text_of
from commission_app.documents.registers.column import Cell, Column
from commission_app.documents.workbook_cells import CellWriter, ControlSum, refuse_text
from commission_app.documents.workbook_summary import Summary, write_facts, write_summary
from commission_app.errors import RefusedError
from commission_app.i18n import OFFICE_ZONE, Language

Progress = Callable[[int, int], None]
"""Told how many rows of how many are done; it stops the work by raising CancelledError."""

MOST_ROWS = 1_048_576
_EVERY = 1000
_LETTERS_A_PAGE = 190  # more on one line of A4 landscape cannot be read
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class SummaryFacts:
    """What the second sheet says; first and last number, count and control sum are taken from the rows."""

    institution: Text
    title: Text
    period: Text
    exported_by: str
    exported_at: datetime
    voided: tuple[str, ...] = ()
    filter: Text = ""
    count: int = 0  # how many rows there will be, for the progress
    number_column: int = 1  # which column holds the number of the entry
    ends: Callable[[], tuple[str, str]] | None = None  # first and last number, where no column holds them alone
    origin: Text = ""  # from which file the entries were taken in


def write_register(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    summary: SummaryFacts,
    language: Language,
    out: BinaryIO,
    progress: Progress | None = None,
) -> None:
    """Writes a register: headings and column numbers that stay in sight, the entries, and a summary sheet."""
    headings = [language.say_of("register", column.heading) for column in columns]
    title = text_of(summary.title, language)
    with _workbook(out, title, summary.exported_at) as book:
        sheet = book.add_worksheet(_sheet_name(title))
        _write_heads(book, sheet, columns, headings, numbered=True)
        found = Summary(columns=columns)
        cells = CellWriter(book, sheet, columns, headings, _widths(columns, headings))
        for row in _counted(rows, summary.count, 2, progress):
            cells.write(found.count + 2, row)
            found.note(row[summary.number_column], row)
        if summary.ends is not None:
            found.first, found.last = summary.ends()
        found.control_sum = cells.control_sum.text()
        _set_up(sheet, _widths(columns, headings), found.count + 1, 1, title, language)
        write_summary(book, _summary_rows(summary, language), found, summary.voided, language)


def write_table(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    language: Language,
    out: BinaryIO,
    progress: Progress | None = None,
    said: Sequence[tuple[str, str]] = (),
) -> None:
    """Writes a list of the window as it stands, in the reader's language; what is `said` of it is a second sheet."""
    headings = [column.heading for column in columns]
    with _workbook(out, title, None) as book:
        sheet = book.add_worksheet(_sheet_name(title))
        _write_heads(book, sheet, columns, headings, numbered=False)
        cells, last = CellWriter(book, sheet, columns, headings, _widths(columns, headings)), 0
        for row in _counted(rows, 0, 1, progress):
            last += 1
            cells.write(last, row)
        _set_up(sheet, _widths(columns, headings), last, 0, title, language)
        if said:
            for name, text in said:
                refuse_text(text, 0, name)
            write_facts(book, [*said, (language.say_of("workbook", "Number of rows"), last)], language)


def control_sum(rows: Iterable[Sequence[Cell]]) -> str:
    """The control sum of entries, as the summary sheet shows it (SHA-256 over their cells)."""
    found = ControlSum()
    for row in rows:
        found.add(row)
    return found.text()


@contextmanager
def _workbook(out: BinaryIO, title: str, made: datetime | None) -> Iterator[Any]:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    with tempfile.TemporaryDirectory() as folder:
        book = Workbook(out, {**_OPTIONS, "tmpdir": folder})
        # The same facts give the same bytes: the moment is the export's own, never the clock's.
        moment = made.astimezone(OFFICE_ZONE) if made and made.tzinfo else made
        created = (moment or datetime(2000, 1, 1, tzinfo=OFFICE_ZONE)).replace(tzinfo=None)
        book.set_properties({"title": title, "created": created})
        try:
            yield book
            book.close()
        finally:
            # After a refusal or Cancel the rows written so far are in files that must be closed to be removed.
            for sheet in book.worksheets():
                sheet._opt_close()


def _counted(
    rows: Iterable[Sequence[Cell]], count: int, before: int, progress: Progress | None
) -> Iterator[Sequence[Cell]]:
    for done, row in enumerate(rows):
        if done + before >= MOST_ROWS:
            raise RefusedError("workbook.too_many_rows", most=MOST_ROWS - before)
        if progress and not done % _EVERY:
            progress(done, count)
        yield row


def _sheet_name(title: str) -> str:
    name = "".join(" " if letter in "[]:*?/\\" else letter for letter in title).strip(" '")
    return name[:31].strip(" '") or "1"


def _write_heads(book: Any, sheet: Any, columns: Sequence[Column], headings: Sequence[str], *, numbered: bool) -> None:
    look = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E9ECEF", "bottom": 1}
    head = book.add_format(look)
    number = book.add_format({"align": "center", "font_color": "#5F6B76", "font_size": 9, "bottom": 1})
    widths = _widths(columns, headings)
    lines = max(-(-len(text) * 12 // (width * 10)) for text, width in zip(headings, widths, strict=True))
    sheet.set_row(0, 15 * min(max(lines, 2), 6))
    for at, (width, text) in enumerate(zip(widths, headings, strict=True)):
        refuse_text(text, 1, text)
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, text, head)
    if numbered:
        for at in range(len(columns)):
            sheet.write_number(1, at, at + 1, number)


def _widths(columns: Sequence[Column], headings: Sequence[str]) -> list[int]:
    """The width of each column in letters: no word of its heading, which is bold, is broken."""
    words = [max(map(len, text.split()), default=0) for text in headings]
    return [max(column.width, longest + 3) for column, longest in zip(columns, words, strict=True)]


def _set_up(sheet: Any, widths: Sequence[int], last: int, head: int, title: str, language: Language) -> None:
    """Frozen headings, filters, and pages that print: A4 landscape, headings on each, no smaller than can be read."""
    width = len(widths)
    sheet.freeze_panes(head + 1, 2 if head and width > 2 else 0)
    sheet.autofilter(head, 0, max(last, head), width - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0, head)
    beside = max(1, round(sum(widths) / _LETTERS_A_PAGE))
    sheet.fit_to_pages(beside, 0)
    if beside > 1:
        sheet.repeat_columns(0, 1)
        sheet.print_across()
    sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
    sheet.print_area(0, 0, max(last, head), width - 1)
    page = language.say_of("workbook", "Page {page} of {pages}", page="&P", pages="&N")
    sheet.set_footer(f"&L{title.replace('&', '&&')[:100]}&R{page}")


def _summary_rows(facts: SummaryFacts, language: Language) -> list[tuple[str, str]]:
    said = [
        (language.say_of("workbook", "Institution"), text_of(facts.institution, language)),
        (language.say_of("workbook", "Register"), text_of(facts.title, language)),
        (language.say_of("workbook", "Period"), text_of(facts.period, language)),
        (language.say_of("workbook", "Exported by"), facts.exported_by),
        (language.say_of("workbook", "Exported at"), language.moment(facts.exported_at)),
        (
            language.say_of("workbook", "Filter used"),
            text_of(facts.filter, language) if facts.filter else language.say_of("workbook", "none"),
        ),
    ]
    if facts.origin:
        said.append((language.say_of("workbook", "Origin"), text_of(facts.origin, language)))
    for _, text in said:
        refuse_text(text, 0, language.say_of("workbook", "Summary"))
    return said
