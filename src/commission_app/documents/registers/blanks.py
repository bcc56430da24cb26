"""The ledger of state forms (veidlapu uzskaite): its columns and what a row holds."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.registers.column import Cell, Column, ColumnKind, cell
from commission_app.i18n import Language, marked


@dataclass(frozen=True)
class LedgerRow:
    """One line: what happened to forms with numbers in a row, and how many of their kind and series are left."""

    day: date
    basis: str
    kind: str
    series: str
    number_from: str = ""
    number_to: str = ""
    received: int | None = None
    used: int | None = None
    spoiled: int | None = None
    destroyed: str = ""
    balance: int = 0
    responsible: str = ""
    remarks: str = ""


COLUMNS = (
    Column(marked("Date"), ColumnKind.DATE, 12),
    Column(marked("Ground (waybill, act)"), ColumnKind.TEXT, 24),
    Column(marked("Kind"), ColumnKind.TEXT, 28),
    Column(marked("Series"), ColumnKind.CODE, 8),
    Column(marked("No. from"), ColumnKind.CODE, 12),
    Column(marked("No. to"), ColumnKind.CODE, 12),
    Column(marked("Received"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Used"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Spoiled"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Destroyed (No. of the act)"), ColumnKind.TEXT, 16),
    Column(marked("Balance"), ColumnKind.COUNT, 9),
    Column(marked("Responsible person, signature"), ColumnKind.TEXT, 22),
    Column(marked("Remarks"), ColumnKind.TEXT, 26),
)

_FIELDS = (
    "day",
    "basis",
    "kind",
    "series",
    "number_from",
    "number_to",
    "received",
    "used",
    "spoiled",
    "destroyed",
    "balance",
    "responsible",
    "remarks",
)


def cells(row: LedgerRow, language: Language) -> tuple[Cell, ...]:
    """The row in the order of the columns."""
    return tuple(cell(getattr(row, name), language) for name in _FIELDS)
