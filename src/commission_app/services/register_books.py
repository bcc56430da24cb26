"""The chained books as they are read: years, lines as printed, the summary of a year."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from commission_app.documents.registers import appeals, applications, certificates, decisions, exams
from commission_app.documents.registers.column import Cell, Column
from commission_app.errors import RefusedError
from commission_app.i18n import Language
from commission_app.models.register import Entry, RegisterImport, Series, SeriesNumber
from commission_app.rules.vocabulary.register import Book, NumberMode, NumberState
from commission_app.services import register_rows
from commission_app.services.register_imported import imported_cells, is_imported
from commission_app.services.register_later import later_facts
from commission_app.services.register_row_words import Said
from commission_app.services.register_rows import BookRow, Later
from commission_app.services.series import OWN
from commission_app.store.work import Reading

_AT_ONCE = 500


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
CHAINED_BOOKS = tuple(_SHAPES)


@dataclass(frozen=True)
class BookLine:
    """One year of a book: how it numbers, what stands in it, and from which file it was taken in if it was."""

    book: Book
    year: int
    mode: NumberMode
    pattern: str
    entries: int
    source: str = OWN
    file: str = ""


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
    source: str = OWN
    file: str = ""


def books(reading: Reading) -> tuple[BookLine, ...]:
    """Every year of every book, the newest first; this year's stand there before their first entry."""
    session = reading.session
    taken = session.execute(select(RegisterImport.sha256, RegisterImport.name))
    files = {row.sha256: row.name for row in taken}
    rows = session.scalars(select(Series).where(Series.book.in_(CHAINED_BOOKS))).all()
    found = {
        (row.book, row.year, row.source): BookLine(
            row.book, row.year, row.mode, row.pattern, row.last_entry, row.source, files.get(row.source, "")
        )
        for row in rows
    }
    for book in CHAINED_BOOKS:
        this = (book, reading.today.year, OWN)
        found.setdefault(this, BookLine(book, reading.today.year, NumberMode.GENERATED, "", 0))
    return tuple(sorted(found.values(), key=lambda line: (CHAINED_BOOKS.index(line.book), -line.year, line.file)))


def book_rows(reading: Reading, book: Book, year: int, language: Language) -> Iterator[BookRow]:
    """The lines of a year one after the other, in the order of entry."""
    shape = _shape(book)
    for entry, later in entries_with_later(reading, book, year):
        yield shape.row(entry, register_rows.said_of(entry), later, language)


def summary(reading: Reading, book: Book, year: int, source: str = OWN) -> SummaryCard:
    """The summary of a year of a book."""
    session = reading.session
    mine = Series.book == book, Series.year == year, Series.source == source
    series = session.scalars(select(Series).where(*mine)).one_or_none()
    if series is None:
        return SummaryCard(book, year, 0, "", "", (), (), "", source)
    file = session.scalar(select(RegisterImport.name).where(RegisterImport.sha256 == source)) if source else ""
    unused = select(SeriesNumber).where(SeriesNumber.series_id == series.id, SeriesNumber.state != NumberState.USED)
    numbers = session.scalars(unused.order_by(SeriesNumber.id)).all()
    entered = select(SeriesNumber.text).join(Entry, Entry.number_id == SeriesNumber.id)
    entered = entered.where(Entry.series_id == series.id)
    return SummaryCard(
        book,
        year,
        series.last_entry,
        session.scalar(entered.order_by(Entry.position).limit(1)) or "",
        session.scalar(entered.order_by(Entry.position.desc()).limit(1)) or "",
        tuple(number.text for number in numbers if number.state is NumberState.RESERVED),
        tuple((number.text, number.reason) for number in numbers if number.state is NumberState.VOIDED),
        series.head_hash,
        source,
        file or "",
    )


def cells_of(book: Book, entry: Entry, later: Later, language: Language) -> tuple[Cell, ...]:
    """One line of a book in the order of its columns; one taken in from an old register as that file had it."""
    shape, said = _shape(book), register_rows.said_of(entry)
    if is_imported(said):
        return imported_cells(shape.columns, said, entry.position)
    return shape.cells(shape.row(entry, said, later, language), language)


def columns(book: Book) -> tuple[Column, ...]:
    """The columns of a book."""
    return _shape(book).columns


def entries_with_later(
    reading: Reading,
    book: Book,
    year: int,
    source: str = OWN,
    *,
    descending: bool = False,
    after: int | None = None,
) -> Iterator[tuple[Entry, Later]]:
    """The entries of a year after a position, each with what became of its subject, some hundreds at a time."""
    order = Entry.position.desc() if descending else Entry.position
    place = after
    mine = Series.book == book, Series.year == year, Series.source == source
    while True:
        query = select(Entry).options(joinedload(Entry.number)).join(Series).where(*mine)
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
