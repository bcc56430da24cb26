"""The program's own Excel form for a standard, filled in as somebody at a school would, heading by heading."""

import io
from collections.abc import Mapping, Sequence

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from commission_app.exchange import standard_workbook
from commission_app.i18n import LATVIAN

STANDARD, UNITS, OUTCOMES = "Standard", "Units", "Learning outcomes"


def filled(
    fields: Mapping[str, object], units: Sequence[Mapping[str, object]], outcomes: Sequence[Mapping[str, object]]
) -> bytes:
    """The empty Latvian form with these answers; keys are the English names of fields and columns."""
    book = load_workbook(io.BytesIO(standard_workbook.template(LATVIAN)))
    _answer(book[_sheet(STANDARD)], fields)
    _rows(book[_sheet(UNITS)], units)
    _rows(book[_sheet(OUTCOMES)], outcomes)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(name: str) -> str:
    return LATVIAN.say_of("sheet", name)


def _answer(sheet: Worksheet, fields: Mapping[str, object]) -> None:
    rows = {str(row[0].value).rstrip(" *"): row[0].row for row in sheet.iter_rows(min_row=2)}
    for name, value in fields.items():
        sheet.cell(rows[_heading(name)], 2, value)


def _rows(sheet: Worksheet, given: Sequence[Mapping[str, object]]) -> None:
    columns = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1]}
    for number, row in enumerate(given, start=2):
        for name, value in row.items():
            sheet.cell(number, columns[_heading(name)], value)


def _heading(name: str) -> str:
    return LATVIAN.say_of("column", name)
