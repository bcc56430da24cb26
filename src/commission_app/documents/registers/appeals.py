"""The register of appeals (apstrīdēšanas reģistrs): its columns and what a row holds."""

from dataclasses import dataclass

from commission_app.documents.registers.column import Cell, Column, ColumnKind, Reference, cell
from commission_app.i18n import Language, marked


@dataclass(frozen=True)
class AppealRow:
    """One entry of the register of appeals."""

    position: int
    number: str
    received: Reference
    applicant: str
    against: Reference
    in_time: str
    handed_over: str | None = None
    body: str | None = None
    outcome: Reference | None = None
    new_decision: Reference | None = None
    certificate: str | None = None
    court: Reference | None = None
    remarks: str | None = None


COLUMNS = (
    Column(marked("Consecutive No."), ColumnKind.COUNT, 7),
    Column(marked("Received (date, how)"), ColumnKind.TEXT, 20),
    Column(marked("Submitted by"), ColumnKind.TEXT, 24),
    Column(marked("Contested decision"), ColumnKind.TEXT, 20),
    Column(marked("Within the term"), ColumnKind.TEXT, 16),
    Column(marked("File handed over (to whom, date, pages)"), ColumnKind.TEXT, 28),
    Column(marked("Examined by"), ColumnKind.TEXT, 26),
    Column(marked("Outcome, date"), ColumnKind.TEXT, 22),
    Column(marked("New decision"), ColumnKind.TEXT, 16),
    Column(marked("Effect on the certificate"), ColumnKind.TEXT, 18),
    Column(marked("Contested in court"), ColumnKind.TEXT, 18),
    Column(marked("Remarks"), ColumnKind.TEXT, 20),
)

_FIELDS = (
    "position",
    "received",
    "applicant",
    "against",
    "in_time",
    "handed_over",
    "body",
    "outcome",
    "new_decision",
    "certificate",
    "court",
    "remarks",
)


def cells(row: AppealRow, language: Language) -> tuple[Cell, ...]:
    """The row in the order of the columns."""
    return tuple(cell(getattr(row, name), language) for name in _FIELDS)
