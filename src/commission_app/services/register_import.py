"""An old register taken in: what a file would bring, then its rows, some at a time, in series marked as its own."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import func, select

from commission_app.documents.registers.column import Column, printed
from commission_app.errors import Refusal, refusal
from commission_app.exchange import register_workbook
from commission_app.exchange.register_workbook import OldKeys, OldLayout, OldRow
from commission_app.i18n import LATVIAN, Language
from commission_app.models.register import Entry, RegisterImport, Series, SeriesNumber
from commission_app.rules.vocabulary.register import Book, ImportState, NumberMode, NumberState
from commission_app.services import register_books, registers
from commission_app.services.register_imported import imported_facts
from commission_app.services.series import OWN
from commission_app.services.sheet_files import SheetFile
from commission_app.store import search
from commission_app.store.acts import new_uid
from commission_app.store.search import Findable
from commission_app.store.work import Reading, Work
from commission_app.wording.words import word

__all__ = [
    "PIECE",
    "ImportPreview",
    "LegacyCertificate",
    "OldFile",
    "OldLayout",
    "OldRow",
    "Piece",
    "Unfinished",
    "begin",
    "finish",
    "legacy_certificate",
    "open_file",
    "preview",
    "rematch",
    "reopen_file",
    "take_in",
    "unfinished",
]

PIECE = 100
"""So many rows are taken in by one act: other clicks get through between two of them."""
KEYS: Mapping[Book, OldKeys] = {
    Book.APPLICATIONS: OldKeys(number=1, day=2, person=5),
    Book.DECISIONS: OldKeys(number=1, day=2, person=7),
    Book.CERTIFICATES: OldKeys(number=1, day=9, person=4, code=5),
    Book.EXAMS: OldKeys(number=1, day=2),
    Book.APPEALS: OldKeys(number=0, day=1, person=2),
}


OldFile: TypeAlias = SheetFile


@dataclass(frozen=True)
class ImportPreview:
    """What taking in a file would bring: good rows, the others with their reasons, years, and what is there already."""

    rows: tuple[OldRow, ...]
    troubles: tuple[tuple[int, Refusal], ...]
    passed_over: int
    years: tuple[tuple[int, int], ...]
    taken: int
    against: tuple[Refusal, ...]
    """What stands against taking in the good rows."""
    against_all: tuple[Refusal, ...]
    """What stands against it where all rows are to come in or none."""


@dataclass(frozen=True)
class Piece:
    """Some rows of a file on their way into the book."""

    import_id: int
    rows: tuple[OldRow, ...]


@dataclass(frozen=True)
class Unfinished:
    """A file whose taking in was broken off; it can be gone on with from the bytes that were kept."""

    id: int
    book: Book
    name: str
    rows: int
    taken: int


@dataclass(frozen=True)
class LegacyCertificate:
    """A certificate that stands only in an old register: where it is entered, and what its line says."""

    entry_id: int
    number: str
    year: int
    file: str
    sha256: str
    row: int
    fields: tuple[tuple[str, str], ...]


def open_file(reading: Reading, book: Book, name: str, data: bytes) -> OldFile:
    """Opens a workbook and proposes how it is read: as the last file of this book, else by the likeness of headings.

    Refused: a file that cannot be read, or is a trap.
    """
    sheets = register_workbook.open_register(data, name)
    layout = register_workbook.propose(sheets, register_books.columns(book), _last_layout(reading, book))
    return OldFile(name, data, hashlib.sha256(data).hexdigest(), sheets, layout)


def reopen_file(reading: Reading, import_id: int) -> OldFile:
    """The kept file of a taking in that was broken off, with the layout it was begun with."""
    row = reading.get(RegisterImport, import_id)
    data = reading.blobs.read(reading.session, row.blob)
    sheets = register_workbook.open_register(data, row.name)
    return OldFile(row.name, data, row.sha256, sheets, register_workbook.read_layout(row.layout))


def rematch(reading: Reading, book: Book, file: OldFile, sheet: str, head_row: int) -> OldLayout:
    """The layout proposed for another sheet or another row of headings."""
    kept = _last_layout(reading, book)
    return register_workbook.match(file.sheet(sheet), head_row, register_books.columns(book), kept)


def preview(reading: Reading, book: Book, file: OldFile, layout: OldLayout) -> ImportPreview:
    """What taking in the file would bring. Refused: a layout without the number, the day or the person."""
    columns = register_books.columns(book)
    read = register_workbook.read(file.sheet(layout.sheet), file.name, columns, layout, KEYS[book])
    known, mine = _known(reading, book, file.sha256)
    rows: list[OldRow] = []
    troubles = list(read.troubles)
    for row in read.rows:
        where = known.get((row.day.year, row.number))
        if where is not None:
            troubles.append((row.row, refusal("register_file.known", row=row.row, number=row.number, where=where)))
        elif row.day > reading.today:
            troubles.append((row.row, refusal("register_file.future", row=row.row, day=row.day)))
        else:
            rows.append(row)
    taken = sum((row.day.year, row.number) in mine for row in rows)
    against = _against(rows, taken)
    broken = (refusal("register_file.troubles", count=len(troubles)),) if troubles else ()
    return ImportPreview(
        tuple(rows),
        tuple(sorted(troubles, key=lambda one: one[0])),
        read.passed_over,
        tuple(register_workbook.years(rows)),
        taken,
        against,
        (*against, *broken),
    )


def begin(work: Work, book: Book, file: OldFile, layout: OldLayout, rows: int) -> int:
    """The taking in of a file begins, or is gone on with where it was broken off; the file is kept. Gives its key."""
    mine = RegisterImport.book == book, RegisterImport.sha256 == file.sha256
    row = work.session.scalars(select(RegisterImport).where(*mine)).first()
    blob = work.blobs.put(work.session, file.data)
    if row is None:
        row = RegisterImport(book=book, sha256=file.sha256, blob_id=blob.id, begun_on=work.today)
    row.name, row.rows, row.state = file.name[:300], rows, ImportState.RUNNING
    row.layout = register_workbook.layout_text(layout)
    work.add(row)
    work.session.flush()
    work.about(row.uid)
    return row.id


def take_in(work: Work, piece: Piece) -> int:
    """Some rows become entries, chained in the series of their year and file; those that are there are passed over."""
    row = work.lock(RegisterImport, piece.import_id)
    years = {one.day.year for one in piece.rows}
    all_series = {year: _series(work, row, year) for year in sorted(years)}
    taken = _taken(work, all_series, piece.rows)
    fresh = [one for one in piece.rows if (one.day.year, one.number) not in taken]
    _enter(work, row, all_series, fresh)
    return len(fresh)


def finish(work: Work, import_id: int) -> None:
    """Every row that was to be taken in is in its book."""
    work.lock(RegisterImport, import_id).state = ImportState.DONE


def unfinished(reading: Reading, book: Book) -> tuple[Unfinished, ...]:
    """The files of a book whose taking in was broken off before every row was in."""
    mine = RegisterImport.book == book, RegisterImport.state == ImportState.RUNNING
    rows = reading.session.scalars(select(RegisterImport).where(*mine).order_by(RegisterImport.id)).all()
    found = (Unfinished(row.id, row.book, row.name, row.rows, _entered(reading, row)) for row in rows)
    return tuple(one for one in found if one.taken < one.rows)


def legacy_certificate(reading: Reading, number: str, language: Language = LATVIAN) -> LegacyCertificate | None:
    """The certificate of a number as an old register has it; nothing where no file that was taken in has it."""
    found = (
        select(Entry)
        .join(SeriesNumber, SeriesNumber.id == Entry.number_id)
        .join(Series, Series.id == Entry.series_id)
        .where(Series.book == Book.CERTIFICATES, Series.source != OWN)
        .where(SeriesNumber.text == " ".join(number.split()))
        .order_by(Entry.id.desc())
    )
    entry = reading.session.scalars(found).first()
    if entry is None:
        return None
    card = registers.entry_card(reading, entry.id, language)
    source = entry.series.source
    name = reading.session.scalar(select(RegisterImport.name).where(RegisterImport.sha256 == source)) or ""
    return LegacyCertificate(entry.id, card.number, card.year, name, source, card.taken_row, card.fields)


def _against(rows: list[OldRow], taken: int) -> tuple[Refusal, ...]:
    if not rows:
        return (refusal("register_file.nothing"),)
    return (refusal("register_file.all_taken", count=taken),) if taken == len(rows) else ()


def _known(reading: Reading, book: Book, sha256: str) -> tuple[dict[tuple[int, str], str], frozenset[tuple[int, str]]]:
    """The numbers of this book that stand elsewhere, each with where; and those this very file has brought already."""
    rows = reading.session.execute(
        select(Series.year, SeriesNumber.text, Series.source, RegisterImport.name)
        .join(Series, Series.id == SeriesNumber.series_id)
        .outerjoin(RegisterImport, (RegisterImport.sha256 == Series.source) & (RegisterImport.book == Series.book))
        .where(Series.book == book)
    )
    known: dict[tuple[int, str], str] = {}
    mine: set[tuple[int, str]] = set()
    for year, text, source, name in rows:
        if source == sha256:
            mine.add((year, text))
        else:
            known[year, text] = name or word(LATVIAN, book)
    return known, frozenset(mine)


def _last_layout(reading: Reading, book: Book) -> OldLayout | None:
    last = select(RegisterImport.layout).where(RegisterImport.book == book).order_by(RegisterImport.id.desc()).limit(1)
    text = reading.session.scalar(last)
    return register_workbook.read_layout(text) if text else None


def _entered(reading: Reading, row: RegisterImport) -> int:
    mine = Series.book == row.book, Series.source == row.sha256
    return reading.session.scalar(select(func.coalesce(func.sum(Series.last_entry), 0)).where(*mine)) or 0


def _series(work: Work, row: RegisterImport, year: int) -> Series:
    mine = Series.book == row.book, Series.year == year, Series.source == row.sha256
    key = work.session.scalar(select(Series.id).where(*mine))
    if key is None:
        new = Series(book=row.book, year=year, source=row.sha256, mode=NumberMode.TYPED, pattern="{year}/{n}")
        work.add(new)
        work.session.flush()
        key = new.id
    return work.lock(Series, key)


def _taken(work: Work, all_series: Mapping[int, Series], rows: tuple[OldRow, ...]) -> frozenset[tuple[int, str]]:
    """The numbers that an earlier turn has brought in already, each with its year."""
    years = {series.id: year for year, series in all_series.items()}
    texts = [one.number for one in rows]
    given = select(SeriesNumber.series_id, SeriesNumber.text).where(
        SeriesNumber.series_id.in_(years), SeriesNumber.text.in_(texts)
    )
    return frozenset((years[key], text) for key, text in work.session.execute(given))


def _enter(work: Work, row: RegisterImport, all_series: Mapping[int, Series], rows: list[OldRow]) -> None:
    """Numbers, then entries, then what they are found by: three statements for many rows."""
    numbers = []
    for one in rows:
        number = SeriesNumber(series_id=all_series[one.day.year].id, value=None, text=one.number)
        number.state, number.subject_uid = NumberState.USED, new_uid()
        numbers.append(number)
    work.add(*numbers)
    work.session.flush()
    entries = []
    for one, number in zip(rows, numbers, strict=True):
        facts = {**imported_facts(one.row, one.cells), "file": row.name, "sha256": row.sha256}
        series, subject = all_series[one.day.year], number.subject_uid or new_uid()
        entries.append(registers.write_line(work, series, number, subject, facts, cites=None))
    work.session.flush()
    found = (_findable(row, one, entry.id) for one, entry in zip(rows, entries, strict=True))
    search.put_all(work.session, "entry", work.act_uid, found)


def _findable(row: RegisterImport, one: OldRow, key: int) -> Findable:
    title = f"{one.number} {one.person}".strip()
    detail = f"{word(LATVIAN, row.book)} {one.day.year}, {row.name}"
    return Findable(key, title, detail, tuple(_words(row.book, one)))


def _words(book: Book, one: OldRow) -> list[str]:
    columns: tuple[Column, ...] = register_books.columns(book)
    return [printed(cell, column.kind, LATVIAN) for cell, column in zip(one.cells, columns, strict=True) if cell]
