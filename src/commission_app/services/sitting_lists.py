"""The list of sittings for the window: by words, state and order, page by page."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from commission_app.models.commission import Commission
from commission_app.models.sitting import Sitting
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services.paging import Cursor, Page, in_order
from commission_app.services.sitting_cards import SittingRow, sitting_rows
from commission_app.store.work import Reading

SORTS: Mapping[str, ColumnElement[Any]] = {
    "held_on": Sitting.held_on.expression,
    "minutes": func.coalesce(Sitting.minutes_number, ""),
}


def page(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "held_on",
    descending: bool = True,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[SittingRow]:
    """One page of the sittings."""
    column = SORTS[sort]
    query = _filtered(_pairs().add_columns(column), words, filters or {})
    query = in_order(query, column, Sitting.id, descending=descending, after=after)
    found = reading.session.execute(query.limit(limit)).all()
    rows = sitting_rows(reading, [(values[0], values[1]) for values in found])
    return Page(rows, Cursor(found[-1][-1], rows[-1].id) if len(found) == limit else None)


def ids(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "held_on",
    descending: bool = True,
) -> tuple[int, ...]:
    """The keys of the whole list in its order."""
    query = select(Sitting.id).join(Commission, Commission.id == Sitting.commission_id)
    return tuple(
        reading.session.scalars(
            in_order(_filtered(query, words, filters or {}), SORTS[sort], Sitting.id, descending=descending)
        )
    )


def rows_of(reading: Reading, keys: tuple[int, ...]) -> tuple[SittingRow, ...]:
    """The rows of some keys, in the order of the keys."""
    found = reading.session.execute(_pairs().where(Sitting.id.in_(keys))).all()
    rows = {row.id: row for row in sitting_rows(reading, [(sitting, commission) for sitting, commission in found])}
    return tuple(rows[key] for key in keys if key in rows)


def _pairs() -> Select[Sitting, Commission]:
    return select(Sitting, Commission).join(Commission, Commission.id == Sitting.commission_id)


def _filtered(query: Select[Any], words: str, filters: Mapping[str, str]) -> Select[Any]:
    for word in words.split():
        like = f"%{word}%"
        query = query.where(
            or_(
                Commission.name_lv.ilike(like),
                Commission.name_en.ilike(like),
                Commission.thematic_area.ilike(like),
                Sitting.place.ilike(like),
                Sitting.minutes_number.ilike(like),
            )
        )
    if filters.get("state"):
        query = query.where(Sitting.state == SittingState(filters["state"]))
    return query
