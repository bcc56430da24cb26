"""The register of consultations (konsultāciju reģistrs): its columns and what a row holds."""

from dataclasses import dataclass

from commission_app.documents.registers.column import Cell, Column, ColumnKind, cell
from commission_app.i18n import Language, marked


@dataclass(frozen=True)
class ConsultationEntry:
    """One consultation of the register; it is signed by hand in the last column."""

    position: int
    held: str
    minutes: int
    applicant: str
    consultant: str
    topic: str
    payment: str
    case_number: str | None = None
    signature: str | None = None


COLUMNS = (
    Column(marked("Consecutive No."), ColumnKind.COUNT, 7),
    Column(marked("Date, beginning, end"), ColumnKind.TEXT, 24),
    Column(marked("Minutes"), ColumnKind.COUNT, 9),
    Column(marked("Applicant"), ColumnKind.TEXT, 26),
    Column(marked("Consultant"), ColumnKind.TEXT, 24),
    Column(marked("Topic"), ColumnKind.TEXT, 36),
    Column(marked("Free / paid"), ColumnKind.TEXT, 14),
    Column(marked("Case No."), ColumnKind.CODE, 12),
    Column(marked("Signature"), ColumnKind.TEXT, 20),
)

_FIELDS = (
    "position",
    "held",
    "minutes",
    "applicant",
    "consultant",
    "topic",
    "payment",
    "case_number",
    "signature",
)


def cells(row: ConsultationEntry, language: Language) -> tuple[Cell, ...]:
    """The row in the order of the columns."""
    return tuple(cell(getattr(row, name), language) for name in _FIELDS)
