"""Reads the rows of the sheet of applications, and goes on after a trouble so that one look shows all of them."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import cell_values
from commission_app.exchange.case_row import CaseRow
from commission_app.exchange.cell_values import Cell
from commission_app.exchange.findings import Finding
from commission_app.exchange.sheet_table import Table
from commission_app.exchange.workbook_reader import Row
from commission_app.rules.identity import CodeFinding, check_personal_code
from commission_app.rules.vocabulary.case import Channel, Ground, Procedure

NO_CODES: tuple[str, ...] = ()
OLDEST_BIRTH = date(1850, 1, 1)
OLDEST_APPLICATION = date(1990, 1, 1)
REQUIRED = ("given_name", "surname", "standard_code", "procedure", "received")
_TEXTS = {
    "given_name": 100,
    "surname": 100,
    "original_name": 200,
    "code_mismatch_reason": 1_000,
    "document_country": 100,
    "email": 254,
    "address": 500,
    "notes": 10_000,
}
_CODES = ("document_number", "phone", "standard_code", "external_number")
Value = TypeVar("Value")


class CaseReader:
    """Reads row by row; the findings gather beside the rows."""

    def __init__(self, table: Table, today: date) -> None:
        self.table = table
        self.today = today
        self.findings: list[Finding] = []

    def rows(self) -> Iterator[CaseRow]:
        """The rows without a trouble of their own."""
        for row in self.table.rows:
            before = len(self.findings)
            found = self._row(row)
            if found is not None and all(finding.warning for finding in self.findings[before:]):
                yield found

    def _row(self, row: Row) -> CaseRow | None:
        for key in REQUIRED:
            if self.table.cell(row, key).empty:
                self._note(row, key, refusal("import_file.required"))
        code, born = self._identity(row)
        received = self._day(row, "received", OLDEST_APPLICATION)
        procedure = self._read(row, "procedure", lambda cell: cell_values.choice(cell, Procedure), None)
        ground = self._read(row, "ground", lambda cell: cell_values.choice(cell, Ground), None)
        channel = self._read(row, "channel", lambda cell: cell_values.choice(cell, Channel), None)
        units = self._read(row, "unit_codes", cell_values.codes, NO_CODES)
        texts = {key: self._text(row, key, most) for key, most in _TEXTS.items()}
        codes = {key: self._read(row, key, cell_values.code, "") for key in _CODES}
        self._check_email(row, texts["email"])
        if procedure is None or received is None:
            return None
        return CaseRow(
            row=row.number,
            personal_code=code,
            birth_date=born,
            received=received,
            procedure=procedure,
            ground=ground,
            channel=channel or Channel.IN_PERSON,
            unit_codes=units,
            **texts,
            **codes,
        )

    def _identity(self, row: Row) -> tuple[str, date | None]:
        born = self._day(row, "birth_date", OLDEST_BIRTH)
        cell = self.table.cell(row, "personal_code")
        if cell.empty:
            for key in ("birth_date", "document_number"):
                if self.table.cell(row, key).empty:
                    self._note(row, key, refusal("import_file.without_identity"))
            return "", born
        found = self._code(row, cell)
        if found is None:
            return "", born
        excused = not self.table.cell(row, "code_mismatch_reason").empty
        for warning in found.warnings:
            self._note(row, "personal_code", warning, warning=excused)
        if born and found.birth_date and born != found.birth_date:
            other = refusal("import_file.other_birth_date", code_date=found.birth_date, written=born)
            self._note(row, "birth_date", other, warning=excused)
        return found.normal, born or found.birth_date

    def _code(self, row: Row, cell: Cell) -> CodeFinding | None:
        written = self._read(row, "personal_code", cell_values.text, "")
        if not isinstance(cell.value, str) and 0 < len(written) < 11:
            self._note(row, "personal_code", refusal("import_file.lost_zero", digits=len(written)))
            return None
        try:
            return check_personal_code(written, self.today) if written else None
        except RefusedError as trouble:
            self._note(row, "personal_code", trouble.refusal)
            return None

    def _day(self, row: Row, key: str, oldest: date) -> date | None:
        found = self._read(row, key, cell_values.day, None)
        if found is not None and found > self.today:
            self._note(row, key, refusal("import_file.future_date", date=found))
        elif found is not None and found < oldest:
            self._note(row, key, refusal("import_file.ancient_date", date=found, oldest=oldest))
        return found

    def _text(self, row: Row, key: str, most: int) -> str:
        return self._read(row, key, lambda cell: cell_values.text(cell, most), "")

    def _check_email(self, row: Row, email: str) -> None:
        name, at, place = email.partition("@")
        if email and not (name and at and "." in place and not any(letter.isspace() for letter in email)):
            self._note(row, "email", refusal("import_file.no_email", value=email))

    def _read(self, row: Row, key: str, reading: Callable[[Cell], Value], otherwise: Value) -> Value:
        try:
            return reading(self.table.cell(row, key))
        except RefusedError as trouble:
            self.findings.append(Finding(self.table.sheet, row.number, self.table.headings[key], trouble.refusal))
            return otherwise

    def _note(self, row: Row, key: str, why: Refusal, warning: bool = False) -> None:
        column = self.table.headings[key]
        place = refusal(
            "import_file.at", file=self.table.file, sheet=self.table.sheet, row=row.number, column=column, why=why
        )
        self.findings.append(Finding(self.table.sheet, row.number, column, place, warning))
