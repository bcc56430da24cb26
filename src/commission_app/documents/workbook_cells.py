"""How a cell enters a workbook: dates and numbers as such, codes as text, text that can neither run nor vanish."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.errors import RefusedError
from commission_app.i18n import OFFICE_ZONE

MOST_LETTERS = 32_767
_LINE, _MOST_LINES = 15, 20  # the height of a line in points, and how high a row may grow
# What a spreadsheet would run as a formula, and what no workbook can hold (XML 1.0, lone halves of pairs).
_RUNS = "=+\\-@\t\r"
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_SUSPECT = re.compile(f"^[{_RUNS}]|[{_FORBIDDEN}]")
_UNWRITABLE = re.compile(f"[{_FORBIDDEN}]")
_DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_DAY = date(1900, 3, 1)  # before it the calendar of Excel has a day that never was
_MOMENT = 'dd"."mm"."yyyy". "hh":"mm'
_FORMATS: dict[ColumnKind, dict[str, str]] = {
    ColumnKind.TEXT: {"num_format": "@"},
    ColumnKind.CODE: {"num_format": "@"},
    ColumnKind.DATE: {"num_format": 'dd"."mm"."yyyy"."', "align": "left"},
    ColumnKind.NUMBER: {"num_format": "General"},  # "0.###" would show a whole number as "15,"
    ColumnKind.MONEY: {"num_format": "0.00"},
    ColumnKind.COUNT: {"num_format": "0"},
}


def refuse_text(text: str, row: int, column: str) -> None:
    """Refuses a text that a cell cannot hold whole, naming the row and the column."""
    if len(text) > MOST_LETTERS:
        raise RefusedError("workbook.text_too_long", row=row, column=column, most=MOST_LETTERS)
    found = _UNWRITABLE.search(text)
    if found:
        code = ord(found.group())
        name = f"U+{code:04X} {unicodedata.name(found.group(), '')}".rstrip()
        raise RefusedError("workbook.control_character", row=row, column=column, code=name)


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column: words are not broken, so some of each line stays empty."""
    room = max(width - 2, 1)
    return sum(-(-len(part) * 11 // (room * 10)) or 1 for part in text.split("\n"))


class ControlSum:
    """A sum over the cells of all entries: whoever changes one cell gets another sum."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, row: Sequence[Cell]) -> None:
        """Adds one entry; an empty cell and no cell are the same."""
        # A cell can hold neither of the two separators: they are refused as control characters.
        line = "\x1f".join(["" if cell is None else cell if type(cell) is str else _plain(cell) for cell in row])
        self._hash.update(f"{line}\x1e".encode(errors="surrogatepass"))

    def text(self) -> str:
        """The sum in hexadecimal."""
        return self._hash.hexdigest()


def _plain(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return format(cell.normalize(), "f")
    return str(cell)


class CellWriter:
    """Writes rows into a sheet; the format of a column is made once, a cell only chooses."""

    def __init__(
        self, book: Any, sheet: Any, columns: Sequence[Column], headings: Sequence[str], widths: Sequence[int]
    ) -> None:
        self._sheet, self._widths = sheet, widths
        self.control_sum = ControlSum()
        self._headings = headings
        self._string, self._number = sheet.write_string, sheet.write_number
        self._money = [column.kind is ColumnKind.MONEY for column in columns]
        # A long text runs over lines: beside a filled cell it would otherwise be cut where the column ends.
        text = {**_FORMATS[ColumnKind.TEXT], "valign": "top", "text_wrap": True}
        self._text = book.add_format(text)
        self._quoted = book.add_format({**text, "quote_prefix": True})
        made = {kind: book.add_format({**_FORMATS[kind], "valign": "top"}) for kind in ColumnKind}
        self._formats = [made[column.kind] for column in columns]
        if columns[0].kind is ColumnKind.COUNT:
            # A consecutive number on the right would run into the number of the entry beside it.
            self._formats[0] = book.add_format({**_FORMATS[ColumnKind.COUNT], "valign": "top", "align": "center"})
        self._date = made[ColumnKind.DATE]
        self._moment = book.add_format({"num_format": _MOMENT, "align": "left", "valign": "top"})

    def write(self, at: int, row: Sequence[Cell]) -> None:
        """Writes one row at this line of the sheet (counted from nought)."""
        self.control_sum.add(row)
        text, write_string, widths, lines = self._text, self._string, self._widths, 1
        for column, cell in enumerate(row):
            if type(cell) is str:
                if len(cell) > widths[column] and (needed := _lines(cell, widths[column])) > lines:
                    lines = needed
                if len(cell) > MOST_LETTERS or _SUSPECT.search(cell):
                    refuse_text(cell, at + 1, self._headings[column])
                    write_string(at, column, cell, self._quoted)
                elif cell:
                    write_string(at, column, cell, text)
            elif cell is not None:
                self._write_value(at, column, cell)
        if lines > 1:
            self._sheet.set_row(at, _LINE * min(lines, _MOST_LINES))

    def _write_value(self, at: int, column: int, cell: int | Decimal | date | str) -> None:
        if isinstance(cell, datetime):
            moment = cell.astimezone(OFFICE_ZONE) if cell.tzinfo else cell
            seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
            day = moment.toordinal() - _DAY_ZERO
            self._number(at, column, day + Decimal(seconds) / 86_400, self._moment)
        elif isinstance(cell, date):
            if cell < FIRST_DAY:
                raise RefusedError("workbook.date_too_early", row=at + 1, column=self._headings[column])
            self._number(at, column, cell.toordinal() - _DAY_ZERO, self._date)
        elif isinstance(cell, str):
            refuse_text(cell, at + 1, self._headings[column])
            self._string(at, column, str(cell), self._quoted if _SUSPECT.search(cell) else self._text)
        elif self._money[column] and isinstance(cell, int):
            self._number(at, column, Decimal(cell) / 100, self._formats[column])
        else:
            self._number(at, column, cell, self._formats[column])
