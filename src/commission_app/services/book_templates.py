"""The institution's own Excel template of a book: kept, tried, and a year of the book written into it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from commission_app.documents.registers.column import Cell, Column
from commission_app.documents.workbook_cells import ControlSum
from commission_app.errors import RefusedError
from commission_app.exchange import register_template
from commission_app.i18n import OFFICE_ZONE, Language
from commission_app.models.register import BookTemplate
from commission_app.rules.vocabulary.register import Book
from commission_app.services import book_files, register_books
from commission_app.services.paper_sources import letterhead
from commission_app.services.plain_shelf import PLAIN
from commission_app.services.series import OWN
from commission_app.store.work import Reading, Work

NAMES = (register_template.ENTRIES, *register_template.NAMES)
"""The names that a template may have; the first one it must have."""


@dataclass(frozen=True)
class TemplateLine:
    """The template of a book as it is kept: which columns it has, which names it uses and does not."""

    id: int
    version: int
    name: str
    stored_on: date
    sheet: str
    columns: tuple[int, ...]
    names: tuple[str, ...]
    unused: tuple[str, ...]


def of_book(reading: Reading, book: Book) -> TemplateLine | None:
    """The template of a book; nothing where the institution keeps none."""
    row = _row(reading, book)
    if row is None:
        return None
    facts = register_template.inspect(reading.blobs.read(reading.session, row.blob), row.name, _columns(book))
    return TemplateLine(
        row.id, row.version, row.name, row.stored_on, facts.sheet, facts.columns, facts.names, facts.unused
    )


def store(work: Work, book: Book, name: str, data: bytes) -> int:
    """A template is kept for a book, in the place of an earlier one. Gives its key.

    Refused: a file without the row IERAKSTI, with a name that leads nowhere, or a column the book does not have.
    """
    register_template.inspect(data, name, _columns(book))
    earlier = _row(work, book)
    if earlier is not None:
        work.lock(BookTemplate, earlier.id).removed_on = work.today
    blob = work.blobs.put(work.session, data)
    row = BookTemplate(book=book, name=name[:300], blob_id=blob.id, stored_on=work.today)
    work.add(row)
    work.session.flush()
    work.about(row.uid)
    return row.id


def remove(work: Work, template_id: int, seen: int) -> None:
    """The template is no more used; what was written into it stays with whoever has it."""
    work.lock(BookTemplate, template_id, seen).removed_on = work.today


def write(reading: Reading, book: Book, year: int, language: Language, words: str = "", source: str = OWN) -> bytes:
    """A year of a book written into the institution's own template. Refused: where none is kept."""
    row = _row(reading, book)
    if row is None:
        raise RefusedError("template.absent", book=book)
    made = book_files.content(reading, book, year, language, words, source)
    control, rows = ControlSum(), []
    for at, cells in enumerate(made.rows):
        if not at % 500:
            reading.progress.step(at, made.count)
        control.add(cells)
        rows.append(cells)
    first, last = made.ends()
    values: dict[str, Cell] = {
        "title": made.title.of(language),
        "year": made.period.of(language),
        "institution": letterhead(reading.session, reading.today, language).institution.of(language),
        "count": len(rows),
        "first": first,
        "last": last,
        "voided": ", ".join(number for number, _ in made.summary.voided),
        "filter": made.words,
        "control_sum": control.text(),
        "exported_by": reading.actor.name,
        "exported_at": language.moment(datetime.now(OFFICE_ZONE)),
    }
    data = reading.blobs.read(reading.session, row.blob)
    return register_template.fill(data, row.name, made.columns, rows, values)


def sample(reading: Reading, book: Book, language: Language) -> bytes:
    """A template of a book to begin with."""
    return register_template.sample(_columns(book), book_files.title_of(book).of(language), language)


def _columns(book: Book) -> tuple[Column, ...]:
    return PLAIN[book].columns if book in PLAIN else register_books.columns(book)


def _row(reading: Reading, book: Book) -> BookTemplate | None:
    held = select(BookTemplate).where(BookTemplate.book == book, BookTemplate.removed_on.is_(None))
    return reading.session.scalars(held.order_by(BookTemplate.id.desc())).first()
