"""Lists by keyset: the first page at once, then on from where the last one ended; count and list are one query."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

Row = TypeVar("Row")
Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True)
class Cursor:
    """Where a page ended: the sort value and the key of its last row."""

    value: object
    key: int


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows of a list, and where to go on."""

    rows: tuple[Row, ...]
    cursor: Cursor | None


def in_order(
    query: Query,
    column: ColumnElement[Any] | InstrumentedAttribute[Any],
    key: InstrumentedAttribute[int],
    *,
    descending: bool,
    after: Cursor | None = None,
) -> Query:
    """The query sorted by a column and then by the key, from where a page ended on; the key parts equal values."""
    if after is not None:
        place = tuple_(column, key)
        query = query.where(place < (after.value, after.key) if descending else place > (after.value, after.key))
    return query.order_by(*((column.desc(), key.desc()) if descending else (column, key)))
