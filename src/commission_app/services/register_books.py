"""The books as they are read: years, lines as printed, the summary, and a whole book as a file."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from commission_app.documents.house_style import Pair, Signatures
from commission_app.documents.registers import appeals, applications, certificates, decisions, exams
from commission_app.documents.registers.column import Cell, Column
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, OFFICE_ZONE, Language
from commission_app.models.register import Entry, Series, SeriesNumber
from commission_app.rules.vocabulary.register import Book, NumberMode, NumberState
from commission_app.services import register_rows
from commission_app.services.paper_sources import clerk, head_of_institution, letterhead
from commission_app.services.register_later import later_facts
from commission_app.services.register_rows import BookRow, Later, Said
from commission_app.store.work import Reading
from commission_app.wording.words import word

_AT_ONCE = 500

Format = Literal["xlsx", "pdf"]


@dataclass(frozen=True)
class _Shape:
    """How the lines of one book are made and set."""

    columns: tuple[Column, ...]
    row: Callable[[Entry, Said, Later, Language], BookRow]
    cells: Callable[[Any, Language], tuple[Cell, ...]]


_SHAPES = {
    Book.APPLICATIONS: _Shape(applications.COLUMNS, register_rows.application, applications.cells),
    Book.DECISIONS: _Shape(decisions.COLUMNS, register_rows.decision, decisions.cells),
    Book.CERTIFICATES: _Shape(certificates.COLUMNS, register_rows.certificate, certificates.cells),
    Book.EXAMS: _Shape(exams.COLUMNS, register_rows.exam, exams.cells),
    Book.APPEALS: _Shape(appeals.COLUMNS, register_rows.appeal, appeals.cells),
}
PRINTED_BOOKS = tuple(_SHAPES)


@dataclass(frozen=True)
class BookLine:
    """One year of a book: how it numbers, and what stands in it."""

    book: Book
    year: int
    mode: NumberMode
    pattern: str
    entries: int


@dataclass(frozen=True)
class SummaryCard:
    """The summary of a year: how many entries, from which number to which, and what was not used."""

    book: Book
    year: int
    entries: int
    first: str
    last: str
    reserved: tuple[str, ...]
    voided: tuple[tuple[str, str], ...]
    head_hash: str


def books(reading: Reading) -> tuple[BookLine, ...]:
    """Every year of every book, the newest first; this year's stand there before their first entry."""
    rows = reading.session.scalars(select(Series).where(Series.book.in_(PRINTED_BOOKS))).all()
    found = {(row.book, row.year): BookLine(row.book, row.year, row.mode, row.pattern, row.last_entry) for row in rows}
    for book in PRINTED_BOOKS:
        found.setdefault((book, reading.today.year), BookLine(book, reading.today.year, NumberMode.GENERATED, "", 0))
    return tuple(sorted(found.values(), key=lambda line: (PRINTED_BOOKS.index(line.book), -line.year)))


def book_rows(reading: Reading, book: Book, year: int, language: Language) -> Iterator[BookRow]:
    """The lines of a year one after the other, in the order of entry."""
    shape = _shape(book)
    for entry, later in entries_with_later(reading, book, year):
        yield shape.row(entry, register_rows.said_of(entry), later, language)


def summary(reading: Reading, book: Book, year: int) -> SummaryCard:
    """The summary of a year of a book."""
    session = reading.session
    series = session.scalars(select(Series).where(Series.book == book, Series.year == year)).one_or_none()
    if series is None:
        return SummaryCard(book, year, 0, "", "", (), (), "")
    numbers = session.scalars(
        select(SeriesNumber).where(SeriesNumber.series_id == series.id).order_by(SeriesNumber.id)
    ).all()
    entered = session.scalars(
        select(SeriesNumber.text)
        .join(Entry, Entry.number_id == SeriesNumber.id)
        .where(Entry.series_id == series.id)
        .order_by(Entry.position)
    ).all()
    return SummaryCard(
        book,
        year,
        series.last_entry,
        entered[0] if entered else "",
        entered[-1] if entered else "",
        tuple(number.text for number in numbers if number.state is NumberState.RESERVED),
        tuple((number.text, number.reason) for number in numbers if number.state is NumberState.VOIDED),
        series.head_hash,
    )


def export(reading: Reading, book: Book, year: int, fmt: Format, language: Language) -> bytes:
    """A year of a book as an Excel workbook, or as the printed book.

    Refused: another format, or a book that has no printed form.
    """
    if fmt == "xlsx":
        return _workbook(reading, book, year, language)
    if fmt == "pdf":
        return _printed(reading, book, year, language)
    raise RefusedError("register.format", format=fmt)


def cells_of(book: Book, entry: Entry, later: Later, language: Language) -> tuple[Cell, ...]:
    """One line of a book in the order of its columns."""
    shape = _shape(book)
    return shape.cells(shape.row(entry, register_rows.said_of(entry), later, language), language)


def columns(book: Book) -> tuple[Column, ...]:
    """The columns of a book."""
    return _shape(book).columns


def entries_with_later(
    reading: Reading, book: Book, year: int, *, descending: bool = False, after: int | None = None
) -> Iterator[tuple[Entry, Later]]:
    """The entries of a year after a position, each with what became of its subject, some hundreds at a time."""
    order = Entry.position.desc() if descending else Entry.position
    place = after
    while True:
        query = (
            select(Entry).options(joinedload(Entry.number)).join(Series).where(Series.book == book, Series.year == year)
        )
        if place is not None:
            query = query.where(Entry.position < place if descending else Entry.position > place)
        chunk = reading.session.scalars(query.order_by(order).limit(_AT_ONCE)).all()
        if not chunk:
            return
        later = later_facts(reading.session, book, chunk)
        yield from ((entry, later[entry.id]) for entry in chunk)
        place = chunk[-1].position
        for entry in chunk:
            reading.session.expunge(entry)  # a book of many thousand lines must not fill the memory


def _shape(book: Book) -> _Shape:
    if book not in _SHAPES:
        raise RefusedError("register.no_printed_form", book=book)
    return _SHAPES[book]


def _cells(reading: Reading, book: Book, year: int, language: Language) -> Iterator[Sequence[Cell]]:
    shape = _shape(book)
    for row in book_rows(reading, book, year, language):
        yield shape.cells(row, language)


def _title(book: Book) -> Pair:
    return Pair(word(LATVIAN, book), word(ENGLISH, book))


def _period(year: int) -> Pair:
    return Pair(
        LATVIAN.say_of("register", "year {year}", year=year), ENGLISH.say_of("register", "year {year}", year=year)
    )


def _workbook(reading: Reading, book: Book, year: int, language: Language) -> bytes:
    from commission_app.documents.workbook import SummaryFacts, write_register

    about = summary(reading, book, year)
    facts = SummaryFacts(
        institution=letterhead(reading.session, reading.today, language).institution,
        title=_title(book),
        period=_period(year),
        exported_by=reading.actor.name,
        exported_at=datetime.now(OFFICE_ZONE),
        voided=tuple(number for number, _ in about.voided),
        count=about.entries,
    )
    out = io.BytesIO()
    rows = _cells(reading, book, year, language)
    write_register(columns(book), rows, facts, language, out, reading.progress.step)
    return out.getvalue()


def _printed(reading: Reading, book: Book, year: int, language: Language) -> bytes:
    from commission_app.documents.register_book import BookFacts, Closing, render

    about = summary(reading, book, year)
    signers = (clerk(reading.actor), head_of_institution(reading.session, reading.today))
    facts = BookFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        title=_title(book),
        period=_period(year),
        columns=columns(book),
        rows=_cells(reading, book, year, language),
        count=about.entries,
        voided=tuple(f"{number} ({reason})" for number, reason in about.voided),
        closing=Closing(reading.today, Signatures(signers), open=reading.today.year <= year),
    )
    return render(facts, language, reading.progress.step)
