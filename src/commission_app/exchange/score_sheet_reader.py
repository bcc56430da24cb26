"""Reads a returned scoring workbook: sheets by their hidden marks, rows with their place and what is wrong there."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import cell_values, score_sheet
from commission_app.exchange.cell_values import Cell
from commission_app.exchange.findings import Finding
from commission_app.exchange.score_sheet import ReturnedRow, ReturnedSheet
from commission_app.exchange.workbook_reader import CellValue, Row, Sheet, read_sheets
from commission_app.i18n import LANGUAGES

MOST_ROWS = 5_000
MOST_SHEETS = 200


@dataclass(frozen=True, slots=True)
class ReturnedWorkbook:
    """The sheets that came back, and the rows and sheets that cannot be read, each by its place."""

    sheets: tuple[ReturnedSheet, ...]
    findings: tuple[Finding, ...]


def read(data: bytes, file: str) -> ReturnedWorkbook:
    """What a returned workbook says.

    Refused at once: a file that is no workbook of ours, or too large to be one.
    """
    found = read_sheets(data, file, MOST_ROWS)
    if len(found) > MOST_SHEETS:
        raise RefusedError("score_sheet.too_many_sheets", file=file, n=len(found), most=MOST_SHEETS)
    reader = _Reader(file)
    sheets = tuple(one for sheet in found if (one := reader.sheet(sheet)) is not None)
    if not sheets and not reader.findings:
        raise RefusedError("score_sheet.not_ours", file=file)
    return ReturnedWorkbook(sheets, tuple(reader.findings))


class _Reader:
    """Goes through the sheets; what is wrong gathers beside them."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.findings: list[Finding] = []

    def sheet(self, sheet: Sheet) -> ReturnedSheet | None:
        """The sheet of a case; none for the instructions and for what somebody added."""
        keys = {row.number: _text(row, score_sheet.KEY) for row in sheet.rows if row.number < score_sheet.HEAD_ROWS}
        language = keys.get(1, "").removeprefix(score_sheet.MARK)
        if not keys.get(1, "").startswith(score_sheet.MARK):
            if not any(language.say_of("sheet", score_sheet.INSTRUCTIONS) == sheet.name for language in LANGUAGES):
                self._note(sheet, 1, "", refusal("score_sheet.foreign_sheet", file=self._file, sheet=sheet.name))
            return None
        headings = self._headings(sheet)
        broken = {finding.row for finding in sheet.findings}
        self.findings += sheet.findings
        rows = tuple(self._rows(sheet, headings, broken))
        uids = (keys.get(2, ""), keys.get(3, ""), keys.get(4, ""))
        return ReturnedSheet(sheet.name, language, *uids, rows, headings)

    def _headings(self, sheet: Sheet) -> tuple[str, ...]:
        row = next((row for row in sheet.rows if row.number == score_sheet.HEAD_ROWS), None)
        return tuple(
            _text(row, place) if row is not None else heading for place, heading in enumerate(score_sheet.HEADINGS)
        )

    def _rows(self, sheet: Sheet, headings: tuple[str, ...], broken: set[int]) -> Iterator[ReturnedRow]:
        for row in sheet.rows:
            if row.number <= score_sheet.HEAD_ROWS or row.number in broken:
                continue
            try:
                yield self._row(sheet, row, headings)
            except RefusedError as trouble:
                heading = str(trouble.refusal.facts.get("column", ""))
                self._note(sheet, row.number, heading, trouble.refusal)

    def _row(self, sheet: Sheet, row: Row, headings: tuple[str, ...]) -> ReturnedRow:
        def cell(place: int) -> Cell:
            heading = headings[place] if place < len(headings) else ""
            return Cell(self._file, sheet.name, row.number, heading, _value(row, place))

        key = _text(row, score_sheet.KEY)
        if not key:
            raise RefusedError("score_sheet.added_row", file=self._file, sheet=sheet.name, row=row.number)
        seen = _whole(_value(row, score_sheet.SEEN))
        if seen is None:
            raise RefusedError("score_sheet.hidden_changed", file=self._file, sheet=sheet.name, row=row.number)
        return ReturnedRow(
            row.number,
            key,
            _text(row, score_sheet.UNIT),
            _text(row, score_sheet.CODE),
            _text(row, score_sheet.TEXT),
            _score(cell(score_sheet.SCORE)),
            cell_values.text(cell(score_sheet.REASON), score_sheet.LONGEST_REASON),
            seen,
        )

    def _note(self, sheet: Sheet, row: int, heading: str, why: Refusal) -> None:
        self.findings.append(Finding(sheet.name, row, heading, why))


def _value(row: Row, place: int) -> CellValue:
    return row.cells[place] if place < len(row.cells) else None


def _text(row: Row, place: int) -> str:
    value = _value(row, place)
    return "" if value is None else str(value).strip()


def _score(cell: Cell) -> str | int | Decimal | None:
    """The score as it stands: a word, or a number; a date or a yes is none."""
    if cell.empty:
        return None
    if isinstance(cell.value, str):
        return cell_values.text(cell, 200)
    number = cell_values.decimal(cell)
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else number


def _whole(value: CellValue) -> int | None:
    """A version as the spreadsheet gives it back; none for what is no version."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value >= 0 and value == int(value) else None
