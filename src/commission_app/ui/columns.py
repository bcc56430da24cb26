"""What a list is made of: its columns, its filters, the three questions it asks and what was asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from commission_app.services.office import Reading
    from commission_app.services.paging import Cursor, Page

Row = TypeVar("Row")

LEFT, RIGHT, CENTRE = "left", "right", "centre"


@dataclass(frozen=True)
class State:
    """A state in a cell: the word, its tone, and an icon (the tone's own where empty)."""

    text: str
    tone: str = "neutral"
    icon: str = ""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its sort key, its title, and how a row's cell reads (text, or a state with colour, icon and word)."""

    key: str
    title: str
    render: Callable[[Row], str | State]
    align: str = LEFT
    width_hint: int = 12
    """How wide to begin with, in figures of the font."""
    sortable: bool = True
    stretch: bool = False
    tooltip: Callable[[Row], str] | None = None


@dataclass(frozen=True)
class ListFilter:
    """One chip of the filter line: its key, its word, and the values it can be set to, each with its word."""

    key: str
    title: str
    choices: Sequence[tuple[str, str]]
    day: bool = False
    """Whether any other day can be asked for too; its value is the ISO date."""


@dataclass(frozen=True)
class Query:
    """What a list shows: typed words, filters, and the order."""

    words: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False


class PageQuestion(Protocol[Row]):
    """Answers one page of the list, by keyset."""

    def __call__(
        self,
        reading: "Reading",
        /,
        *,
        words: str,
        filters: Mapping[str, str],
        sort: str,
        descending: bool,
        after: "Cursor | None",
        limit: int,
    ) -> "Page[Row]":
        """The rows after the cursor."""
        ...


class IdsQuestion(Protocol):
    """Answers the keys of the whole list in its order, hence the count."""

    def __call__(
        self, reading: "Reading", /, *, words: str, filters: Mapping[str, str], sort: str, descending: bool
    ) -> tuple[int, ...]:
        """The keys from the same SELECT as the pages."""
        ...


@dataclass(frozen=True)
class ListQuestions(Generic[Row]):
    """The three questions behind a list; `rows` answers the rows of some keys. A row has its key in `id`."""

    page: PageQuestion[Row]
    ids: IdsQuestion
    rows: "Callable[[Reading, tuple[int, ...]], tuple[Row, ...]]"


def key_of(row: Any) -> int:
    """The key of a row."""
    key: int = row.id
    return key
