"""The institution's own Excel file of a register: its named cells and its row of entries filled, all else kept."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.workbook_cells import refuse_text
from commission_app.errors import RefusedError
from commission_app.exchange.sheet_table import plain
from commission_app.exchange.template_rows import make_room
from commission_app.exchange.workbook_reader import read_sheets
from commission_app.i18n import LANGUAGES, Language

ENTRIES = "IERAKSTI"
"""The name of the row (or of the Excel table) that is repeated for every entry."""
NAMES: Mapping[str, str] = {
    "NOSAUKUMS": "title",
    "GADS": "year",
    "IESTADE": "institution",
    "SKAITS": "count",
    "PIRMAIS": "first",
    "PEDEJAIS": "last",
    "ANULETIE": "voided",
    "FILTRS": "filter",
    "KONTROLSUMMA": "control_sum",
    "SAGATAVOJA": "exported_by",
    "SAGATAVOTS": "exported_at",
}
"""The names of single cells, and what is written there; a template has as many of them as it wants."""
MOST_CELLS = 20_000
_PLACE = re.compile(r"\{?\s*(\d{1,2})\s*\}?")
_SUSPECT = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class TemplateFacts:
    """What a template asks for: its sheet and row of entries, the columns it has, the names it uses and does not."""

    sheet: str
    row: int
    columns: tuple[int, ...]
    names: tuple[str, ...]
    unused: tuple[str, ...]


@dataclass(frozen=True)
class _Row:
    """The row of entries: which column of the book each cell takes; -1 where the cell keeps what it says."""

    sheet: Any
    row: int
    first: int
    places: tuple[int, ...]


def inspect(data: bytes, file: str, columns: Sequence[Column]) -> TemplateFacts:
    """What a template asks for.

    Refused: a file that cannot be read, has no row named IERAKSTI, or asks for a column the book does not have.
    """
    book = _opened(data, file)
    row = _row(book, file, columns)
    cells = dict(_cells(book, file))
    used = tuple(sorted({place for place in row.places if place >= 0}))
    unused = tuple(name for name in NAMES if name not in cells)
    return TemplateFacts(row.sheet.title, row.row, used, tuple(cells), unused)


def fill(
    data: bytes, file: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], values: Mapping[str, Cell]
) -> bytes:
    """The template with the values in its named cells and a row for every entry; widths, print and formulas kept."""
    book = _opened(data, file)
    row = _row(book, file, columns)
    for name, cell in _cells(book, file):
        _write(cell, values.get(NAMES[name]), ColumnKind.TEXT, 0, name)
    sheet, at = row.sheet, row.row
    models = [sheet.cell(at, row.first + offset) for offset in range(len(row.places))]
    kept = [(model.value, copy(model._style)) for model in models]
    height = sheet.row_dimensions[at].height
    make_room(book, sheet, at, max(len(rows), 1) - 1)
    for line, entry in enumerate(rows or [()]):
        if height is not None:
            sheet.row_dimensions[at + line].height = height
        for offset, (place, (value, style)) in enumerate(zip(row.places, kept, strict=True)):
            cell = sheet.cell(at + line, row.first + offset)
            cell._style = copy(style)
            if place < 0:
                cell.value = _repeated(value, models[offset].coordinate, cell.coordinate)
            else:
                heading = columns[place].heading
                _write(cell, entry[place] if entry else None, columns[place].kind, at + line, heading)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sample(columns: Sequence[Column], title: str, language: Language) -> bytes:
    """A template to begin with: every name and every column in it, ready to be dressed as the institution likes."""
    from openpyxl import Workbook  # type: ignore[import-untyped]
    from openpyxl.styles import Font  # type: ignore[import-untyped]
    from openpyxl.workbook.defined_name import DefinedName  # type: ignore[import-untyped]

    book = Workbook()
    sheet = book.active
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", title)[:31]
    labels = (
        ("IESTADE", language.say_of("workbook", "Institution")),
        ("NOSAUKUMS", language.say_of("workbook", "Register")),
        ("GADS", language.say_of("workbook", "Period")),
        ("SKAITS", language.say_of("workbook", "Number of entries")),
        ("ANULETIE", language.say_of("workbook", "Voided numbers")),
        ("SAGATAVOJA", language.say_of("workbook", "Exported by")),
        ("SAGATAVOTS", language.say_of("workbook", "Exported at")),
        ("KONTROLSUMMA", language.say_of("workbook", "Control sum (SHA-256)")),
    )
    names = {name: f"$C${line}" for line, (name, _) in enumerate(labels, 1)}
    for line, (_, label) in enumerate(labels, 1):
        sheet.cell(line, 1, label).font = Font(bold=True)
    names[ENTRIES] = _sample_row(sheet, len(labels) + 2, columns, language)
    for name, where in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=f"'{sheet.title}'!{where}")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sample_row(sheet: Any, head: int, columns: Sequence[Column], language: Language) -> str:
    """Headings, column numbers, the row of entries and the totals below; gives where the row of entries is."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    thin = Side(style="thin")
    for at, column in enumerate(columns, 1):
        letter = get_column_letter(at)
        top = sheet.cell(head, at, language.say_of("register", column.heading))
        top.font, top.fill = Font(bold=True), PatternFill("solid", start_color="E9ECEF")
        top.alignment = Alignment(wrap_text=True, vertical="center")
        number, entry = sheet.cell(head + 1, at, at), sheet.cell(head + 2, at, f"{{{at}}}")
        number.alignment = Alignment(horizontal="center")
        entry.alignment = Alignment(wrap_text=True, vertical="top")
        for cell in (top, number, entry):
            cell.border = Border(thin, thin, thin, thin)
        sheet.column_dimensions[letter].width = max(column.width, 8)
        if column.total:
            sheet.cell(head + 3, at, f"=SUM({letter}{head + 2}:{letter}{head + 2})").font = Font(bold=True)
    sheet.freeze_panes = sheet.cell(head + 2, 1)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = f"{head}:{head + 1}"
    return f"$A${head + 2}:${get_column_letter(len(columns))}${head + 2}"


def _opened(data: bytes, file: str) -> Any:
    """The workbook with its formats; whatever is a trap is refused before it is opened to be written."""
    import warnings

    import openpyxl

    read_sheets(data, file, MOST_CELLS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says aloud which decorations it does not keep
            return openpyxl.load_workbook(io.BytesIO(data))
    except Exception as trouble:
        # openpyxl answers a damaged workbook with whatever its innards stumble over; none of it is our bug.
        raise RefusedError("import_file.unreadable", file=file) from trouble


def _named(book: Any, file: str, name: str) -> tuple[Any, str] | None:
    """The sheet and the range of a name, of the workbook or of one of its sheets; refused where it leads nowhere."""
    holders = (book.defined_names, *(sheet.defined_names for sheet in book.worksheets))
    found = next((held[name] for held in holders if name in held), None)
    if found is None:
        return None
    try:
        ((sheet, where),) = tuple(found.destinations)
        return book[sheet], where.replace("$", "")
    except (ValueError, KeyError, TypeError):
        raise RefusedError("template.name_broken", file=file, name=name) from None


def _cells(book: Any, file: str) -> Iterator[tuple[str, Any]]:
    for name in NAMES:
        found = _named(book, file, name)
        if found is not None:
            sheet, where = found
            yield name, sheet[where.partition(":")[0]]


def _row(book: Any, file: str, columns: Sequence[Column]) -> _Row:
    from openpyxl.utils import range_boundaries

    table = next(((sheet, sheet.tables[ENTRIES]) for sheet in book.worksheets if ENTRIES in sheet.tables), None)
    if table is not None:
        sheet, (left, top, right, bottom) = table[0], range_boundaries(table[1].ref)
        if bottom - top != 1:
            raise RefusedError("template.many_rows", file=file, name=ENTRIES)
        said = [sheet.cell(top, column).value for column in range(left, right + 1)]
        row = _Row(sheet, bottom, left, tuple(_place(value, columns) for value in said))
    else:
        found = _named(book, file, ENTRIES)
        if found is None:
            raise RefusedError("template.no_entries", file=file, name=ENTRIES)
        sheet, (left, top, right, bottom) = found[0], range_boundaries(found[1])
        if top is None or top != bottom or left is None:
            raise RefusedError("template.many_rows", file=file, name=ENTRIES)
        said = [sheet.cell(top, column).value for column in range(left, right + 1)]
        row = _Row(sheet, top, left, tuple(_place(value, columns) for value in said))
    for offset, place in enumerate(row.places):
        if place >= len(columns):
            cell = row.sheet.cell(row.row, row.first + offset).coordinate
            raise RefusedError("template.unknown_column", file=file, cell=cell, column=place + 1, most=len(columns))
    if not any(place >= 0 for place in row.places):
        raise RefusedError("template.no_columns", file=file, name=ENTRIES)
    return row


def _place(value: object, columns: Sequence[Column]) -> int:
    """Which column of the book a cell of the row asks for, by its number or its heading; -1: it keeps what it says."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value - 1
    text = plain(str(value)) if value is not None else ""
    number = _PLACE.fullmatch(text)
    if number is not None and int(number[1]) > 0:
        return int(number[1]) - 1
    for at, column in enumerate(columns):
        if text and any(text == plain(language.say_of("register", column.heading)) for language in LANGUAGES):
            return at
    return -1


def _repeated(value: object, origin: str, here: str) -> object:
    from openpyxl.formula.translate import Translator  # type: ignore[import-untyped]

    if isinstance(value, str) and value.startswith("="):
        return Translator(value, origin=origin).translate_formula(here)
    return value


def _write(cell: Any, value: Cell, kind: ColumnKind, row: int, column: str) -> None:
    """Writes a value as what it is; a text never runs as a formula, a code never becomes a number."""
    plain_format = cell.number_format == "General"
    if isinstance(value, str):
        refuse_text(value, row, column)
        cell.value, cell.data_type = value, "s"
        if value.startswith(_SUSPECT):
            cell.quotePrefix = True
        if plain_format:
            cell.number_format = "@"
    elif isinstance(value, date):
        kept = cell.number_format
        cell.value = value  # openpyxl gives a date a format of its own
        cell.number_format = 'dd"."mm"."yyyy"."' if plain_format else kept
    elif kind is ColumnKind.MONEY and isinstance(value, int):
        cell.value = Decimal(value) / 100
        if plain_format:
            cell.number_format = "0.00"
    else:
        cell.value = value
