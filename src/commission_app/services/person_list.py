"""The list of persons: found by words, codes and documents, in Latvian order, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from commission_app.models.case import RecognitionCase
from commission_app.models.person import Person, PersonCode
from commission_app.rules.identity import mask_personal_code
from commission_app.services.paging import Cursor, Page, in_order
from commission_app.store import search
from commission_app.store.at_hand import AnySelect
from commission_app.store.work import Reading

SORTS: dict[str, InstrumentedAttribute[Any]] = {"name": Person.sort_key}


@dataclass(frozen=True)
class PersonRow:
    """A person as the list shows it; the code is masked, because the list needs no more."""

    id: int
    name: str
    masked_code: str
    birth_date: date | None
    cases: int


def page(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "name",
    descending: bool = False,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[PersonRow]:
    """One page of the list, from where the last one ended."""
    column = SORTS[sort]
    query = _filtered(reading, select(*_COLUMNS, column.label("sort_value")), words, filters or {})
    found = reading.session.execute(
        in_order(query, column, Person.id, descending=descending, after=after).limit(limit)
    ).all()
    end = Cursor(found[-1][-1], found[-1][0]) if len(found) == limit else None
    return Page(_rows(reading, [row[:-1] for row in found]), end)


def ids(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "name",
    descending: bool = False,
) -> tuple[int, ...]:
    """The keys of the whole list in its order: its count, and where to jump."""
    query = _filtered(reading, select(Person.id), words, filters or {})
    return tuple(reading.session.scalars(in_order(query, SORTS[sort], Person.id, descending=descending)))


def rows_of(reading: Reading, keys: tuple[int, ...]) -> tuple[PersonRow, ...]:
    """The rows of some keys, in the order of the keys."""
    rows = reading.session.execute(select(*_COLUMNS).where(Person.id.in_(keys))).all()
    found = {row.id: row for row in _rows(reading, rows)}
    return tuple(found[key] for key in keys if key in found)


_COLUMNS = (Person.id, Person.family_name, Person.given_name, Person.birth_date)


def _filtered(reading: Reading, query: AnySelect, words: str, filters: Mapping[str, str]) -> AnySelect:
    query = query.where(Person.merged_into_id.is_(None))
    found = search.among(reading.session, words, "person", Person.__table__.c.id)
    if found is not None:
        query = query.where(found)
    if filters.get("code") == "none":
        query = query.where(~Person.codes.any())
    if filters.get("code") == "some":
        query = query.where(Person.codes.any())
    return query


def _rows(reading: Reading, found: Sequence[Sequence[Any]]) -> tuple[PersonRow, ...]:
    """The codes and the counts of a page in two queries, not in two a line."""
    keys = [row[0] for row in found]
    coded = select(PersonCode.person_id, PersonCode.code).where(PersonCode.person_id.in_(keys))
    codes: dict[int, str] = {row[0]: row[1] for row in reading.session.execute(coded.order_by(PersonCode.valid_from))}
    counted = (
        select(RecognitionCase.person_id, func.count())
        .where(RecognitionCase.person_id.in_(keys))
        .group_by(RecognitionCase.person_id)
    )
    cases: dict[int, int] = {row[0]: row[1] for row in reading.session.execute(counted)}
    return tuple(
        PersonRow(
            key,
            ", ".join(part for part in (family, given) if part),
            mask_personal_code(codes[key]) if key in codes else "",
            born,
            cases.get(key, 0),
        )
        for key, family, given, born in found
    )
