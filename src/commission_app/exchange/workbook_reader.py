"""Opens an Excel workbook that somebody else made, so that neither a trap nor a slip in it does harm.

Everything that may blow up in memory is measured from the zip directory before any XML is read, and rows are streamed.
Both a value and its formula are known of each cell, so that a formula is refused even where a result is stored.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeAlias

from commission_app.errors import RefusedError, refusal
from commission_app.exchange.findings import Finding

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook  # type: ignore[import-untyped]
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet  # type: ignore[import-untyped]

MEBIBYTE = 1024 * 1024
MOST_BYTES = 50 * MEBIBYTE
MOST_UNPACKED = 400 * MEBIBYTE
MOST_RATIO = 250
SMALL_ENOUGH = MEBIBYTE
MOST_ENTRIES = 5_000
MOST_COLUMNS = 200
MOST_EMPTY_ROWS = 200_000
MOST_FINDINGS = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MERGED = re.compile(rb"mergeCell\s[^>]*?ref=\"([A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?)\"")

CellValue: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet with its number as Excel shows it."""

    number: int
    cells: tuple[CellValue, ...]

    @property
    def empty(self) -> bool:
        """Whether no cell of it says anything."""
        return all(value is None or (isinstance(value, str) and not value.strip()) for value in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its rows that say anything, and the cells that may not be read (formulas, errors, merged ones)."""

    name: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def read_sheets(data: bytes, file: str, most_rows: int) -> tuple[Sheet, ...]:
    """The visible sheets of a workbook with their values; refused where a sheet has more rows than allowed."""
    _check_package(data, file)
    with _opened(data, file) as book:
        names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not names:
            raise RefusedError("import_file.without_sheets", file=file)
        return tuple(_sheet(book, name, file, most_rows) for name in names)


def first_trouble(sheets: Iterable[Sheet]) -> None:
    """Refuses a workbook in which any cell may not be read, by that cell."""
    for sheet in sheets:
        for finding in sheet.findings:
            raise RefusedError.of(finding.refusal)


def is_workbook(data: bytes) -> bool:
    """Whether the bytes look like an Excel workbook, an encrypted or an old one included."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def cell_name(column: int, row: int) -> str:
    """The name of a cell as Excel shows it; columns count from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _check_package(data: bytes, file: str) -> None:
    if not data:
        raise RefusedError("import_file.empty_file", file=file)
    if len(data) > MOST_BYTES:
        size = -(-len(data) // MEBIBYTE)
        raise RefusedError("import_file.too_large", file=file, size=size, most=MOST_BYTES // MEBIBYTE)
    if data.startswith(_OLE):
        # A password turns an .xlsx into this container; the Excel of before 2007 used it as well.
        raise RefusedError("import_file.encrypted", file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_entries(package, file)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError, struct.error):
        raise RefusedError("import_file.unreadable", file=file) from None


def _check_entries(package: zipfile.ZipFile, file: str) -> None:
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES:
        raise RefusedError("import_file.bomb", file=file)
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError("import_file.encrypted", file=file)
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in names:
        raise RefusedError("import_file.no_workbook", file=file)
    if len(names) != len(entries) or any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise RefusedError("import_file.macros", file=file)
    total = 0
    for entry in entries:
        # The directory may lie about sizes, therefore the entries are unpacked once and counted.
        total += _unpacked(package, entry, MOST_UNPACKED - total, file)
        if entry.filename.casefold().endswith((".zip", ".xlsx", ".xlsm", ".docx")):
            raise RefusedError("import_file.nested", file=file, entry=entry.filename)


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, file: str) -> int:
    size = 0
    with package.open(entry) as content:
        while piece := content.read(256 * 1024):
            # No workbook states a document type; whoever does wants entities that multiply when they are read.
            if size == 0 and b"<!DOCTYPE" in piece.replace(b"\0", b""):
                raise RefusedError("import_file.bomb", file=file)
            size += len(piece)
            stretched = size > SMALL_ENOUGH and size > MOST_RATIO * max(1, entry.compress_size)
            if size > room or stretched:
                raise RefusedError("import_file.bomb", file=file)
    return size


@contextmanager
def _opened(data: bytes, file: str) -> "Iterator[Workbook]":
    import warnings

    import openpyxl  # type: ignore[import-untyped]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says aloud which decorations it does not keep
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except RefusedError:
        raise
    except Exception as trouble:
        # openpyxl answers a damaged workbook with whatever its innards stumble over; none of it is our bug.
        raise RefusedError("import_file.unreadable", file=file) from trouble


def _sheet(book: "Workbook", name: str, file: str, most_rows: int) -> Sheet:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    sheet = book[name]
    if not isinstance(sheet, ReadOnlyWorksheet):
        return Sheet(name, (), ())
    # The dimension stated in the file may be one cell or a million rows: count what is really there.
    sheet.reset_dimensions()
    rows: list[Row] = []
    findings: list[Finding] = list(_merged(book, sheet, file))
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        values = []
        for column, cell in enumerate(cells):
            if cell.data_type in "fe":
                findings.append(_unreadable(file, name, column, number, cell.data_type))
            values.append(None if cell.data_type in "fe" else cell.value)
        while values and values[-1] is None:
            values.pop()
        if len(values) > MOST_COLUMNS:
            raise RefusedError("import_file.too_many_columns", file=file, sheet=name, row=number, most=MOST_COLUMNS)
        row = Row(number, tuple(values))
        if not row.empty:
            rows.append(row)
        if len(rows) > most_rows + 1 or number > most_rows + MOST_EMPTY_ROWS:
            raise RefusedError("import_file.too_many_rows", file=file, sheet=name, most=most_rows)
        if len(findings) > MOST_FINDINGS:
            break
    return Sheet(name, tuple(rows), tuple(findings))


def _unreadable(file: str, sheet: str, column: int, row: int, data_type: str) -> Finding:
    cell = cell_name(column, row)
    if data_type == "f":
        why = refusal("import_file.formula", file=file, sheet=sheet, cell=cell)
    else:
        why = refusal("import_file.error_value", file=file, sheet=sheet, cell=cell)
    return Finding(sheet, row, cell.rstrip("0123456789"), why)


def _merged(book: "Workbook", sheet: "ReadOnlyWorksheet", file: str) -> Iterator[Finding]:
    """Merged cells stand behind the rows, where the streaming reader does not look; each row of them is named."""
    package: zipfile.ZipFile = book._archive
    found = 0
    with package.open(sheet._worksheet_path) as part:
        rest = b""
        while piece := part.read(1024 * 1024):
            rest += piece
            end = 0
            for match in _MERGED.finditer(rest):
                end = match.end()
                for one in _rows_of(match.group(1).decode(), sheet.title, file):
                    yield one
                    found += 1
                    if found > MOST_FINDINGS:
                        return
            rest = rest[max(end, len(rest) - 200) :]


def _rows_of(cells: str, sheet: str, file: str) -> Iterator[Finding]:
    """A finding for each row of merged cells: below the first the value is missing."""
    first, _, last = cells.partition(":")
    column = first.rstrip("0123456789")
    begin, end = (int("".join(filter(str.isdigit, one))) for one in (first, last or first))
    why = refusal("import_file.merged", file=file, sheet=sheet, cells=cells)
    for row in range(begin, min(end, begin + MOST_FINDINGS) + 1):
        yield Finding(sheet, row, column, why)
