"""Lists by keyset: the first page at once, then on from where the last one ended; count and list are one query."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


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
