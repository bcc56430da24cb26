"""The printed register: numbered columns, page and running totals, what was voided, and the closing entry."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from commission_app.documents import fonts
from commission_app.documents.book_columns import Panel, Widths, Wrapper, panels
from commission_app.documents.book_page import BookPages, Row
from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_end
from commission_app.documents.registers.column import SET_ASIDE, Cell, Column, printed
from commission_app.documents.sheet import BODY, MM, Margins, Sheet
from commission_app.documents.workbook_cells import ControlSum
from commission_app.i18n import LOCATIVE, Language

Progress = Callable[[int, int], None]
"""Told how many rows of how many are done; it stops the work by raising CancelledError."""

_MARGINS = Margins(left=16 * MM, right=12 * MM, top=16 * MM, bottom=17 * MM)
_AT_ONCE = 500


@dataclass(frozen=True)
class Closing:
    """The closing entry of the book: on which day, who signs, whether it is still open, whether its year is over."""

    day: date
    signatures: Signatures
    open: bool = False
    over: bool = False


@dataclass(frozen=True)
class BookFacts:
    """Everything the printed register says; `count` is how many rows there are, for the progress."""

    letterhead: Letterhead
    title: Text
    period: Text
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]
    count: int
    voided: tuple[str, ...] = ()
    closing: Closing | None = None
    filter: Text = ""
    note: Text = ""  # from which file the entries were taken in


def render(facts: BookFacts, language: Language, progress: Progress | None = None) -> bytes:
    """The register as a PDF, A4 landscape."""
    fonts.check_glyphs(
        fonts.texts_of((facts.letterhead, facts.title, facts.period, facts.filter, facts.note), language)
    )
    fonts.check_glyphs(fonts.texts_of((facts.voided, facts.closing), language))
    author = facts.letterhead.institution.of(language)
    title = f"{text_of(facts.title, language)}, {text_of(facts.period, language)}"
    sheet = Sheet(language, title, author, title, landscape=True, margins=_MARGINS, tagged=False)
    layout = panels(facts.columns, sheet.left, sheet.right - sheet.left, language)
    pages = BookPages(sheet, facts.columns, layout, (author, title))
    control = ControlSum()
    for row in _prepared(facts, layout, language, progress):
        control.add(row.values)
        pages.add(row)
    pages.finish()
    _write_end(pages, facts, control.text(), language)
    return sheet.close()


def _prepared(
    facts: BookFacts, layout: Sequence[Panel], language: Language, progress: Progress | None
) -> Iterator[Row]:
    """The rows as printed lines, prepared column by column, some hundreds at a time."""
    widths = Widths()
    wrappers = {strip.at: Wrapper(strip.inner, widths) for panel in layout for strip in panel}
    rows, done = iter(facts.rows), 0
    while batch := list(islice(rows, _AT_ONCE)):
        if progress:
            progress(done, facts.count)
        columns = []
        for at, column in enumerate(zip(*batch, strict=True)):
            kind, lines = facts.columns[at].kind, wrappers[at].lines
            columns.append(
                [
                    lines(fonts.clean(value if isinstance(value, str) else printed(value, kind, language)))
                    for value in column
                ]
            )
        for values, cells in zip(batch, zip(*columns, strict=True), strict=True):
            yield Row(cells, max(map(len, cells)), values)
        done += len(batch)
    if progress:
        progress(done, facts.count)


def _write_end(pages: BookPages, facts: BookFacts, control: str, language: Language) -> None:
    flow = Flow(pages.sheet)
    flow.on_new_page = pages.write_top
    flow.top, flow.y = pages.top, pages.y - 4 * MM
    if not pages.count:
        flow.paragraph(language.say_of("register", "There are no entries in this period."), BODY)
    if facts.filter:
        shown = text_of(facts.filter, language)
        flow.paragraph(language.say_of("register", "Entries shown: {filter}", filter=shown), BODY)
    if facts.note:
        flow.paragraph(text_of(facts.note, language), BODY)
    flow.together(lambda at: _write_closing(at, pages, facts, control, language))


def _write_closing(flow: Flow, pages: BookPages, facts: BookFacts, control: str, language: Language) -> None:
    entries = language.count("{n} entry", "{n} entries", pages.count)
    if facts.voided:
        numbers = ", ".join(facts.voided)
        voided = language.say_of("register", "Voided numbers: {numbers}.", numbers=numbers)
    else:
        voided = language.say_of("register", "No number was voided.")
    flow.paragraph(language.say_of("register", "The register holds {entries}.", entries=entries), after=0)
    flow.paragraph(voided, after=0)
    flow.paragraph(language.say_of("register", "Control sum (SHA-256): {sum}.", sum=control), after=0)
    if pages.set_aside:
        flow.paragraph(language.say_of("register", SET_ASIDE), after=0)
    if facts.closing is None:
        return
    day, number = language.long_date(facts.closing.day, LOCATIVE), language.number(flow.sheet.page)
    if facts.closing.open and facts.closing.over:
        closed = language.say_of(
            "register",
            "As it stands on {date}; the register is not closed. Number of pages: {pages}.",
            date=day,
            pages=number,
        )
    elif facts.closing.open:
        closed = language.say_of(
            "register",
            "As it stands on {date}; the year is not over, the register is not closed. Number of pages: {pages}.",
            date=day,
            pages=number,
        )
    else:
        closed = language.say_of(
            "register",
            "The register is closed on {date}; numbered and bound, number of pages: {pages}.",
            date=day,
            pages=number,
        )
    flow.paragraph(closed, after=8)
    draw_end(flow, facts.closing.signatures)
    flow.paragraph(language.say_of("register", "Place of the seal"), after=0)
