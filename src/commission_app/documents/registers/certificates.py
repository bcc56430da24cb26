"""The register of issued certificates (izsniegto apliecību reģistrs): its columns and what a row holds."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.registers.column import Cell, Column, ColumnKind, Reference, cell
from commission_app.i18n import Language, marked


@dataclass(frozen=True)
class CertificateRow:
    """One entry of the register of certificates; the only register that shows the personal code."""

    position: int
    number: str
    kind: str
    holder: str
    qualification: str
    made_on: date
    form: str | None = None
    identity: str | None = None
    basis: Reference | None = None
    mark: str | None = None
    handed_on: date | None = None
    handed_to: str | None = None
    duplicate: str | None = None
    annulled: str | None = None
    reported: str | None = None
    remarks: str | None = None


COLUMNS = (
    Column(marked("Consecutive No."), ColumnKind.COUNT, 7),
    Column(marked("Registration No."), ColumnKind.CODE, 14),
    Column(marked("Kind of document"), ColumnKind.TEXT, 24),
    Column(marked("Series and No. of the form"), ColumnKind.CODE, 16),
    Column(marked("Name, surname (on the day of issue)"), ColumnKind.TEXT, 26),
    Column(marked("Personal code or date of birth"), ColumnKind.CODE, 14),
    Column(marked("Qualification / part / module, code, LKI, PKL"), ColumnKind.TEXT, 32),
    Column(marked("Exam protocol or decision No., date"), ColumnKind.TEXT, 20),
    Column(marked("Result (mark)"), ColumnKind.TEXT, 10),
    Column(marked("Date of the document"), ColumnKind.DATE, 12),
    Column(marked("Date of issue"), ColumnKind.DATE, 12),
    Column(marked("Signature of the recipient / authority / No. of the item"), ColumnKind.TEXT, 20),
    Column(marked("Duplicate (of No., reason, announcement)"), ColumnKind.TEXT, 18),
    Column(marked("Annulled (date, ground)"), ColumnKind.TEXT, 16),
    Column(marked("Entered in VIIS (date, by whom)"), ColumnKind.TEXT, 16),
    Column(marked("Remarks"), ColumnKind.TEXT, 18),
)

_FIELDS = (
    "position",
    "number",
    "kind",
    "form",
    "holder",
    "identity",
    "qualification",
    "basis",
    "mark",
    "made_on",
    "handed_on",
    "handed_to",
    "duplicate",
    "annulled",
    "reported",
    "remarks",
)


def cells(row: CertificateRow, language: Language) -> tuple[Cell, ...]:
    """The row in the order of the columns."""
    return tuple(cell(getattr(row, name), language) for name in _FIELDS)
