"""The register of exams (eksāmenu reģistrs): its columns and what a row holds."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.registers.column import Cell, Column, ColumnKind, cell, set_aside
from commission_app.i18n import Language, marked


@dataclass(frozen=True)
class ExamRow:
    """One entry of the register of exams."""

    position: int
    number: str
    day: date
    qualification: str
    commission: str
    entered: int
    sat: int
    passed: int
    failed: int
    absent: int
    delegation: str | None = None
    expelled: int | None = None
    appeals: int | None = None
    certificate_numbers: str | None = None
    remarks: str | None = None
    counts: bool = True  # not once a later line stands for it


COLUMNS = (
    Column(marked("Consecutive No."), ColumnKind.COUNT, 7),
    Column(marked("Protocol No."), ColumnKind.CODE, 14),
    Column(marked("Date"), ColumnKind.DATE, 12),
    Column(marked("Qualification, code, LKI"), ColumnKind.TEXT, 34),
    Column(marked("Delegation (No., valid until)"), ColumnKind.TEXT, 20),
    Column(marked("Commission, order"), ColumnKind.TEXT, 26),
    Column(marked("Entered for the exam"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Sat the exam"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Passed the exam"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Failed the exam"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Did not come"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Expelled from the exam"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Exam appeals"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Certificates No. from–to"), ColumnKind.CODE, 18),
    Column(marked("Remarks"), ColumnKind.TEXT, 20),
)

_FIELDS = (
    "position",
    "number",
    "day",
    "qualification",
    "delegation",
    "commission",
    "entered",
    "sat",
    "passed",
    "failed",
    "absent",
    "expelled",
    "appeals",
    "certificate_numbers",
    "remarks",
)


def cells(row: ExamRow, language: Language) -> tuple[Cell, ...]:
    """The row in the order of the columns."""
    said = tuple(cell(getattr(row, name), language) for name in _FIELDS)
    return said if row.counts else set_aside(COLUMNS, said, language)
