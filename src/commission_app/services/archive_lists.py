"""The volumes of the archive as a list, the files that wait to be bound, and those that need be kept no longer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload

from commission_app.models.archive import ArchiveDeed, ArchiveDeedLine, NomenclatureEntry, Volume
from commission_app.models.case import RecognitionCase
from commission_app.models.register import Entry, Series
from commission_app.rules.vocabulary.archive import DeedKind, Retention, VolumeState
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.register import Book
from commission_app.services import archive_nomenclature
from commission_app.services.paging import Cursor, Page, in_order
from commission_app.store.work import Reading

CLOSED = (CaseState.DECIDED, CaseState.CERTIFIED, CaseState.WITHDRAWN, CaseState.CLOSED)
AT_ONCE = 500
"""As many files as are shown to be bound at once; the next ones come when these are bound."""
_GONE = (VolumeState.DESTROYED,)


@dataclass(frozen=True)
class VolumeRow:
    """One volume as the list shows it."""

    id: int
    index_no: str
    title_lv: str
    title_en: str
    part: int
    year: int
    sheets: int
    state: VolumeState
    retention: Retention
    keep_until: date | None
    place: str
    overdue: bool


@dataclass(frozen=True)
class UnboundCase:
    """A closed case whose file is not bound; whether the nomenclature has an index for it."""

    id: int
    number: str
    name: str
    received_on: date
    indexed: bool


@dataclass(frozen=True)
class UnboundBook:
    """A year of a register that is over and not bound."""

    book: Book
    year: int
    entries: int
    indexed: bool


@dataclass(frozen=True)
class Unbound:
    """What waits to be bound; `more` cases are not shown yet."""

    cases: tuple[UnboundCase, ...]
    books: tuple[UnboundBook, ...]
    more: int


SORTS: Mapping[str, ColumnElement[Any]] = {
    "index": NomenclatureEntry.index_no.expression,
    "year": Volume.year.expression,
    "keep_until": func.coalesce(Volume.keep_until, date(9999, 12, 31)),
    "sheets": Volume.sheets.expression,
}


def page(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "year",
    descending: bool = True,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[VolumeRow]:
    """One page of the volumes."""
    column = SORTS[sort]
    query = _filtered(_rows().add_columns(column), words, filters or {}, reading.today)
    query = in_order(query, column, Volume.id, descending=descending, after=after)
    found = reading.session.execute(query.limit(limit)).all()
    rows = tuple(_row(values, reading.today) for values in found)
    return Page(rows, Cursor(found[-1][-1], rows[-1].id) if len(found) == limit else None)


def ids(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "year",
    descending: bool = True,
) -> tuple[int, ...]:
    """The keys of the whole list in its order."""
    query = select(Volume.id).join(NomenclatureEntry, NomenclatureEntry.id == Volume.entry_id)
    query = _filtered(query, words, filters or {}, reading.today)
    return tuple(reading.session.scalars(in_order(query, SORTS[sort], Volume.id, descending=descending)))


def rows_of(reading: Reading, keys: tuple[int, ...]) -> tuple[VolumeRow, ...]:
    """The rows of some keys, in the order of the keys."""
    query = _rows().where(Volume.id.in_(keys))
    found = {values[0].id: _row(values, reading.today) for values in reading.session.execute(query)}
    return tuple(found[key] for key in keys if key in found)


def unbound(reading: Reading) -> Unbound:
    """The closed cases and the ended years of registers that are not bound, the oldest first."""
    bound = select(Volume.case_id).where(Volume.case_id.is_not(None))
    waiting = (RecognitionCase.state.in_(CLOSED), RecognitionCase.id.not_in(bound))
    query = select(RecognitionCase).options(joinedload(RecognitionCase.person)).where(*waiting)
    rows = reading.session.scalars(query.order_by(RecognitionCase.received_on, RecognitionCase.id).limit(AT_ONCE)).all()
    many = reading.session.scalar(select(func.count()).select_from(RecognitionCase).where(*waiting)) or 0
    return Unbound(tuple(_case(reading, row) for row in rows), _books(reading), many - len(rows))


def to_destroy(reading: Reading) -> tuple[VolumeRow, ...]:
    """The volumes whose term of keeping has ended and that stand in no deed of destruction: the review list."""
    listed = select(ArchiveDeedLine.volume_id).join(ArchiveDeed).where(ArchiveDeed.kind == DeedKind.DESTRUCTION)
    query = _rows().where(
        Volume.state.in_((VolumeState.CERTIFIED, VolumeState.HANDED_OVER)),
        Volume.keep_until < reading.today,
        Volume.id.not_in(listed),
    )
    found = reading.session.execute(query.order_by(Volume.keep_until, Volume.id).limit(AT_ONCE))
    return tuple(_row(values, reading.today) for values in found)


def _rows() -> Select[Any]:
    query = select(Volume).join(NomenclatureEntry, NomenclatureEntry.id == Volume.entry_id)
    return query.add_columns(NomenclatureEntry)


def _filtered(query: Select[Any], words: str, filters: Mapping[str, str], today: date) -> Select[Any]:
    for word in words.split():
        like = f"%{word}%"
        query = query.where(
            or_(
                Volume.title_lv.ilike(like),
                Volume.title_en.ilike(like),
                NomenclatureEntry.index_no.ilike(like),
                Volume.place.ilike(like),
            )
        )
    if state := filters.get("state"):
        query = query.where(Volume.state == VolumeState(state))
    if filters.get("kept") == "ended":
        query = query.where(Volume.keep_until < today, Volume.state.not_in(_GONE))
    return query


def _row(values: Sequence[Any], today: date) -> VolumeRow:
    volume, entry = values[0], values[1]
    return VolumeRow(
        volume.id,
        entry.index_no,
        volume.title_lv,
        volume.title_en,
        volume.part,
        volume.year,
        volume.sheets,
        volume.state,
        entry.retention,
        volume.keep_until,
        volume.place,
        volume.keep_until is not None and volume.keep_until < today and volume.state not in _GONE,
    )


def _case(reading: Reading, row: RecognitionCase) -> UnboundCase:
    entry = archive_nomenclature.for_case(reading.session, row.procedure, row.received_on, row.nomenclature)
    return UnboundCase(row.id, row.number, row.title, row.received_on, entry is not None)


def _books(reading: Reading) -> tuple[UnboundBook, ...]:
    bound = {(book, year) for book, year in reading.session.execute(select(Volume.book, Volume.year))}
    query = (
        select(Series.book, Series.year, func.count(Entry.id))
        .join(Entry, Entry.series_id == Series.id)
        .where(Series.year < reading.today.year)
        .group_by(Series.book, Series.year)
        .order_by(Series.year, Series.book)
    )
    found = []
    for book, year, many in reading.session.execute(query):
        if (book, year) not in bound:
            entry = archive_nomenclature.for_book(reading.session, book, date(year, 12, 31))
            found.append(UnboundBook(book, year, many, entry is not None))
    return tuple(found)
