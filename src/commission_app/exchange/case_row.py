"""One application as a row of an import: facts only, nothing looked up."""

from dataclasses import dataclass
from datetime import date

from commission_app.exchange.findings import Finding
from commission_app.rules.vocabulary.case import Channel, Ground, Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """An applicant with what is applied for; `row` is the row of the sheet it stood in."""

    row: int
    given_name: str
    surname: str
    original_name: str = ""
    personal_code: str = ""
    code_mismatch_reason: str = ""
    birth_date: date | None = None
    document_number: str = ""
    document_country: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    standard_code: str
    unit_codes: tuple[str, ...] = ()
    procedure: Procedure
    ground: Ground | None = None
    received: date
    channel: Channel = Channel.IN_PERSON
    external_number: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class CasesRead:
    """What a workbook of applications held: the rows, and everything found wrong in it."""

    rows: tuple[CaseRow, ...]
    findings: tuple[Finding, ...]

    @property
    def blocked(self) -> bool:
        """Whether anything stands against importing; then nothing is imported at all."""
        return any(not finding.warning for finding in self.findings)
