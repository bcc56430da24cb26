"""What a list is made of: its columns, its filters, the three questions it asks and what was asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from commission_app.i18n import Language

if TYPE_CHECKING:
    from commission_app.services.office import Reading
    from commission_app.services.paging import IdsQuestion, PageQuestion

Row = TypeVar("Row")

Value = str | int | Decimal | date | None

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
    value: Callable[[Row], Value] | None = None
    """What Excel is given where a text would not do: a day, or a number of the kind below."""
    kind: str = "text"
    """How Excel takes it: text, date, count, number, or money in whole cents."""

    def text(self, row: Row) -> str:
        """How a row's cell reads."""
        cell = self.render(row)
        return cell.text if isinstance(cell, State) else cell


def dated(
    language: Language,
    key: str,
    title: str,
    of: Callable[[Row], date | None],
    width_hint: int = 13,
    *,
    sortable: bool = True,
) -> Column[Row]:
    """A column of days; Excel is given them as days."""

    def said(row: Row) -> str:
        day = of(row)
        return "" if day is None else language.date(day)

    return Column(key, title, said, LEFT, width_hint, sortable, value=of, kind="date")


def counted(
    language: Language,
    key: str,
    title: str,
    of: Callable[[Row], int | None],
    width_hint: int = 12,
    *,
    sortable: bool = True,
) -> Column[Row]:
    """A column of whole numbers; Excel is given them as numbers."""

    def said(row: Row) -> str:
        number = of(row)
        return "" if number is None else language.number(number)

    return Column(key, title, said, RIGHT, width_hint, sortable, value=of, kind="count")


def priced(
    language: Language, key: str, title: str, of: Callable[[Row], int], said: Callable[[Row], str] | None = None
) -> Column[Row]:
    """A column of sums in cents; Excel is given them as numbers with two decimals."""
    return Column(key, title, said or (lambda row: language.money(of(row))), RIGHT, value=of, kind="money")


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


@dataclass(frozen=True)
class ListQuestions(Generic[Row]):
    """The three questions behind a list; `rows` answers the rows of some keys. A row has its key in `id`.

    Where a row says what of it was met, `met` answers the rows of some keys under the words that are searched.
    """

    page: "PageQuestion[Row]"
    ids: "IdsQuestion"
    rows: "Callable[[Reading, tuple[int, ...]], tuple[Row, ...]]"
    met: "Callable[[Reading, tuple[int, ...], str], tuple[Row, ...]] | None" = None


def key_of(row: Any) -> int:
    """The key of a row."""
    key: int = row.id
    return key
