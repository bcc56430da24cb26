"""Lists by keyset: the first page at once, then on from where the last one ended; count and list are one query."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

if TYPE_CHECKING:
    from commission_app.store.work import Reading

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


class PageQuestion(Protocol[Row]):
    """Answers one page of a list, by keyset."""

    def __call__(
        self,
        reading: "Reading",
        /,
        *,
        words: str,
        filters: Mapping[str, str],
        sort: str,
        descending: bool,
        after: Cursor | None,
        limit: int,
    ) -> Page[Row]:
        """The rows after the cursor."""
        ...


class IdsQuestion(Protocol):
    """Answers the keys of the whole list in its order, hence the count."""

    def __call__(
        self, reading: "Reading", /, *, words: str, filters: Mapping[str, str], sort: str, descending: bool
    ) -> tuple[int, ...]:
        """The keys from the same SELECT as the pages."""
        ...


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
