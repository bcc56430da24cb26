"""The register of applications (iesniegumu reģistrs): its columns and what a row holds."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.registers.column import Cell, Column, ColumnKind, Reference, cell, set_aside
from commission_app.i18n import Language, marked


@dataclass(frozen=True)
class ApplicationRow:
    """One entry of the register of applications."""

    position: int
    number: str
    registered_on: date
    applicant: str
    programme: str
    office_reference: Reference | None = None
    channel: str | None = None
    representative: str | None = None
    status: str | None = None
    procedure: str | None = None
    annexes: str | None = None
    fee_cents: int | None = None
    paid: str | None = None
    shortcomings: str | None = None
    due_on: date | None = None
    extended_to: date | None = None
    decided: Reference | None = None
    outcome: str | None = None
    days_late: int | None = None
    file_index: str | None = None
    remarks: str | None = None
    counts: bool = True  # not once a later line stands for it


COLUMNS = (
    Column(marked("Consecutive No."), ColumnKind.COUNT, 7),
    Column(marked("Registration No."), ColumnKind.CODE, 14),
    Column(marked("Date of registration"), ColumnKind.DATE, 12),
    Column(marked("No. and date in the document system"), ColumnKind.TEXT, 20),
    Column(marked("How received"), ColumnKind.TEXT, 14),
    Column(marked("Applicant"), ColumnKind.TEXT, 26),
    Column(marked("Representative"), ColumnKind.TEXT, 20),
    Column(marked("Status (student / not a student)"), ColumnKind.TEXT, 12),
    Column(marked("Procedure"), ColumnKind.TEXT, 18),
    Column(marked("Programme or qualification, code, LKI"), ColumnKind.TEXT, 34),
    Column(marked("Annexes, pages"), ColumnKind.TEXT, 11),
    Column(marked("Fee, EUR"), ColumnKind.MONEY, 10, total=True),
    Column(marked("Paid (date, document, payer)"), ColumnKind.TEXT, 22),
    Column(marked("Shortcomings pointed out / mended"), ColumnKind.TEXT, 20),
    Column(marked("Time limit"), ColumnKind.DATE, 12),
    Column(marked("Extended until"), ColumnKind.DATE, 12),
    Column(marked("No. and date of the decision or minutes"), ColumnKind.TEXT, 20),
    Column(marked("Outcome of the application"), ColumnKind.TEXT, 18),
    Column(marked("Delay, days"), ColumnKind.COUNT, 8),
    Column(marked("File index"), ColumnKind.CODE, 10),
    Column(marked("Remarks"), ColumnKind.TEXT, 20),
)

_FIELDS = (
    "position",
    "number",
    "registered_on",
    "office_reference",
    "channel",
    "applicant",
    "representative",
    "status",
    "procedure",
    "programme",
    "annexes",
    "fee_cents",
    "paid",
    "shortcomings",
    "due_on",
    "extended_to",
    "decided",
    "outcome",
    "days_late",
    "file_index",
    "remarks",
)


def cells(row: ApplicationRow, language: Language) -> tuple[Cell, ...]:
    """The row in the order of the columns."""
    said = tuple(cell(getattr(row, name), language) for name in _FIELDS)
    return said if row.counts else set_aside(COLUMNS, said, language)
