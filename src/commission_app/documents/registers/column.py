"""What a register's column and cell are, and how a cell is printed in the book."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from commission_app.documents.house_style import Votes
from commission_app.i18n import Language, marked


class ColumnKind(StrEnum):
    """How a column's cells are written; a code stays text so that no zero is lost."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    COUNT = "count"


@dataclass(frozen=True)
class Column:
    """One numbered column; a register's `heading` is English and said in context "register", a list's as it stands."""

    heading: str
    kind: ColumnKind
    width: int  # characters in the workbook, and the share of the line in the printed book
    total: bool = False

    @property
    def figures(self) -> bool:
        """Whether somebody may add the column up: what it says must count once."""
        return self.total or self.kind in (ColumnKind.NUMBER, ColumnKind.MONEY)


@dataclass(frozen=True)
class Reference:
    """A number with its date and what stands beside it, in one cell: "12, 24.11.2026., 3. jautājums"."""

    number: str
    day: date | None = None
    note: str = ""

    def said(self, language: Language) -> str:
        """As printed in the cell."""
        day = language.date(self.day) if self.day else ""
        return ", ".join(part for part in (self.number, day, self.note) if part)


SET_ASIDE = marked(
    "Figures in brackets are not in the totals: a later entry replaces them, or the decision is no longer in force."
)

Field = str | int | Decimal | date | Reference | Votes | None
"""What a row holds: money is whole cents in a column of money."""

Cell = str | int | Decimal | date | None
"""What is written: references and votes are said in words first."""


def cell(field: Field, language: Language) -> Cell:
    """A field as a cell of the workbook."""
    if isinstance(field, Reference):
        return field.said(language)
    if isinstance(field, Votes):
        return f"{field.in_favour} / {field.against} / {field.abstained} / {len(field.recused)}"
    return field


def set_aside(columns: Sequence[Column], cells: Sequence[Cell], language: Language) -> tuple[Cell, ...]:
    """The figures of a line that no longer counts, in brackets: read as written, but no sum takes them.

    A book never loses a line, so one matter may stand on several: an auditor counts the newest, and it only while
    what was decided is in force. The brackets are text, so neither the book nor a spreadsheet adds them up.
    """
    return tuple(
        f"({printed(value, column.kind, language)})" if column.figures and value is not None else value
        for column, value in zip(columns, cells, strict=True)
    )


def is_set_aside(columns: Sequence[Column], cells: Sequence[Cell]) -> bool:
    """Whether a line has figures that no sum takes."""
    return any(column.figures and isinstance(value, str) for column, value in zip(columns, cells, strict=True))


def printed(value: Cell, kind: ColumnKind, language: Language) -> str:
    """A cell as printed in the book."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return language.moment(value)
    if isinstance(value, date):
        return language.date(value)
    if kind is ColumnKind.MONEY and isinstance(value, int):
        return language.money(value)
    if isinstance(value, int | Decimal):
        return language.number(value)
    return value
