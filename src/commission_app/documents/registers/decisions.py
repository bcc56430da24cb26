"""The register of decisions (lēmumu reģistrs): its columns and what a row holds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commission_app.documents.house_style import Votes
from commission_app.documents.registers.column import Cell, Column, ColumnKind, Reference, cell, set_aside
from commission_app.i18n import Language, marked


@dataclass(frozen=True)
class DecisionRow:
    """One entry of the register of decisions."""

    position: int
    number: str
    day: date
    commission: str
    case_number: str
    applicant: str
    programme: str
    verdict: str
    minutes: Reference | None = None
    application: Reference | None = None
    thematic_area: str | None = None
    procedure: str | None = None
    units_claimed: int | None = None
    units_recognised: int | None = None
    credits_claimed: Decimal | None = None
    credits_recognised: Decimal | None = None
    credit_unit: str | None = None
    refusal_ground: str | None = None
    votes: Votes | None = None
    test: str | None = None
    signed: str | None = None
    sent: str | None = None
    notified_on: date | None = None
    contestable_until: date | None = None
    contested: str | None = None
    corrected_by: str | None = None
    days_late: int | None = None
    file_index: str | None = None
    remarks: str | None = None
    control_sum: str | None = None
    counts: bool = True  # not once a later line stands for it, nor when it is no longer in force


COLUMNS = (
    Column(marked("Consecutive No."), ColumnKind.COUNT, 7),
    Column(marked("Decision No."), ColumnKind.CODE, 14),
    Column(marked("Date of the decision"), ColumnKind.DATE, 12),
    Column(marked("Minutes No., date, item"), ColumnKind.TEXT, 20),
    Column(marked("Commission, No. and date of the order"), ColumnKind.TEXT, 36),
    Column(marked("Case No."), ColumnKind.CODE, 13),
    Column(marked("Application No., date"), ColumnKind.TEXT, 18),
    Column(marked("Applicant"), ColumnKind.TEXT, 24),
    Column(marked("Programme, code, LKI"), ColumnKind.TEXT, 30),
    Column(marked("Thematic area"), ColumnKind.TEXT, 16),
    Column(marked("Procedure"), ColumnKind.TEXT, 16),
    Column(marked("Courses / modules applied for"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Courses / modules recognised"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Credit points applied for"), ColumnKind.NUMBER, 10),
    Column(marked("Credit points recognised"), ColumnKind.NUMBER, 10),
    Column(marked("Unit of measure"), ColumnKind.TEXT, 9),
    Column(marked("Kind of decision"), ColumnKind.TEXT, 16),
    Column(marked("Ground of refusal"), ColumnKind.TEXT, 18),
    Column(marked("Votes (for / against / abstained / not taking part)"), ColumnKind.TEXT, 13),
    Column(marked("Test (date, result)"), ColumnKind.TEXT, 14),
    Column(marked("Signed (date, how)"), ColumnKind.TEXT, 17),
    Column(marked("Sent (date, how, No. of the item)"), ColumnKind.TEXT, 16),
    Column(marked("Notified"), ColumnKind.DATE, 12),
    Column(marked("May be contested until"), ColumnKind.DATE, 12),
    Column(marked("Contested (date, outcome)"), ColumnKind.TEXT, 14),
    Column(marked("Corrected / amended / repealed by entry"), ColumnKind.TEXT, 14),
    Column(marked("Delay, days"), ColumnKind.COUNT, 8),
    Column(marked("File index, pages"), ColumnKind.CODE, 11),
    Column(marked("Remarks"), ColumnKind.TEXT, 16),
    Column(marked("Control sum of the entry"), ColumnKind.CODE, 18),
)

_FIELDS = (
    "position",
    "number",
    "day",
    "minutes",
    "commission",
    "case_number",
    "application",
    "applicant",
    "programme",
    "thematic_area",
    "procedure",
    "units_claimed",
    "units_recognised",
    "credits_claimed",
    "credits_recognised",
    "credit_unit",
    "verdict",
    "refusal_ground",
    "votes",
    "test",
    "signed",
    "sent",
    "notified_on",
    "contestable_until",
    "contested",
    "corrected_by",
    "days_late",
    "file_index",
    "remarks",
    "control_sum",
)


def cells(row: DecisionRow, language: Language) -> tuple[Cell, ...]:
    """The row in the order of the columns."""
    said = tuple(cell(getattr(row, name), language) for name in _FIELDS)
    return said if row.counts else set_aside(COLUMNS, said, language)
