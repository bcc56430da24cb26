"""The register of payments (maksājumu reģistrs): its columns and what a row holds."""

from dataclasses import dataclass

from commission_app.documents.registers.column import Cell, Column, ColumnKind, cell
from commission_app.i18n import Language, marked


@dataclass(frozen=True)
class PaymentRow:
    """One case in the register of payments; money is whole cents."""

    position: int
    case_number: str
    applicant: str
    payer: str
    service: str
    asked: int | None
    difference: int
    group: int | None = None
    invoices: str | None = None
    paid: str | None = None
    waiver: str | None = None
    remarks: str | None = None


COLUMNS = (
    Column(marked("Consecutive No."), ColumnKind.COUNT, 7),
    Column(marked("Case No."), ColumnKind.CODE, 13),
    Column(marked("Applicant"), ColumnKind.TEXT, 26),
    Column(marked("Payer (reg. No.)"), ColumnKind.TEXT, 28),
    Column(marked("Service, row of the price list"), ColumnKind.TEXT, 40),
    Column(marked("Size of the group"), ColumnKind.COUNT, 9),
    Column(marked("Calculated, EUR"), ColumnKind.MONEY, 12, total=True),
    Column(marked("Invoice No., date"), ColumnKind.TEXT, 22),
    Column(marked("Paid, EUR, date"), ColumnKind.TEXT, 24),
    Column(marked("Difference (top-up / refund)"), ColumnKind.MONEY, 13, total=True),
    Column(marked("Exemption, ground"), ColumnKind.TEXT, 26),
    Column(marked("Remarks"), ColumnKind.TEXT, 22),
)

_FIELDS = (
    "position",
    "case_number",
    "applicant",
    "payer",
    "service",
    "group",
    "asked",
    "invoices",
    "paid",
    "difference",
    "waiver",
    "remarks",
)


def cells(row: PaymentRow, language: Language) -> tuple[Cell, ...]:
    """The row in the order of the columns."""
    return tuple(cell(getattr(row, name), language) for name in _FIELDS)
