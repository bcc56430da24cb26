"""An old register in Excel: where its headings stand, which column is which, and every row read or refused by name."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from commission_app.documents.registers.column import Cell as BookCell
from commission_app.documents.registers.column import Column, ColumnKind
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import cell_values, heading_match
from commission_app.exchange.cell_values import Cell
from commission_app.exchange.heading_match import SheetLayout, Wanted, headings, numbers_only, said
from commission_app.exchange.workbook_reader import CellValue, Row, Sheet, cell_name, read_sheets
from commission_app.i18n import LANGUAGES, LATVIAN
from commission_app.rules.collation import fold

MOST_ROWS = 100_000
_DAY_FIRST = re.compile(r"\s*(\d{1,2}[./]\d{1,2}[./]\d{4}\.?|\d{4}-\d{2}-\d{2})")
_CODE_DIGITS = 11
_TOTALS = ("kopa", "pavisam", "summa", "total")
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "Consecutive No.": ("nr. p. k.", "nr.p.k.", "npk"),
    "Registration No.": ("reģ. nr.", "reģistrācijas numurs", "nr.", "numurs", "apliecības nr."),
    "Decision No.": ("lēmuma numurs", "lēmums nr.", "nr.", "numurs"),
    "Protocol No.": ("protokola numurs", "protokols", "nr."),
    "Date of registration": ("datums", "saņemts", "saņemšanas datums", "reģistrēts"),
    "Date of the decision": ("datums", "lēmums pieņemts"),
    "Date of the document": ("izdošanas datums", "izdots", "datums"),
    "Date of issue": ("izsniegts", "izsniegšanas datums"),
    "Received (date, how)": ("saņemts", "datums"),
    "Applicant": ("vārds, uzvārds", "vārds uzvārds", "uzvārds, vārds", "iesniedzējs", "persona"),
    "Submitted by": ("vārds, uzvārds", "iesniedzējs", "pretendents"),
    "Name, surname (on the day of issue)": ("vārds, uzvārds", "vārds uzvārds", "uzvārds, vārds", "saņēmējs"),
    "Personal code or date of birth": ("personas kods", "pers. kods", "p.k.", "dzimšanas datums"),
    "Qualification / part / module, code, LKI, PKL": ("kvalifikācija", "profesionālā kvalifikācija", "programma"),
    "Programme or qualification, code, LKI": ("programma", "kvalifikācija", "izglītības programma"),
    "Programme, code, LKI": ("programma", "kvalifikācija", "studiju programma"),
    "Series and No. of the form": ("veidlapas nr.", "sērija", "sērija, nr."),
    "Result (mark)": ("atzīme", "vērtējums"),
    "Kind of decision": ("lēmums", "iznākums"),
    "Remarks": ("piezīme", "komentārs"),
}
"""What offices call the columns of a register, besides its own heading."""
OldLayout: TypeAlias = SheetLayout


@dataclass(frozen=True)
class OldKeys:
    """Which columns of the book say the number, the day (and so the year), and the person of an entry."""

    number: int
    day: int
    person: int | None = None
    code: int | None = None


@dataclass(frozen=True)
class OldRow:
    """One row that could be read: its place in the file, and its cells in the order of the book's columns."""

    row: int
    number: str
    day: date
    person: str
    cells: tuple[BookCell, ...]


@dataclass(frozen=True)
class OldRead:
    """What was read: the good rows, the others with what is wrong, and how many say nothing (totals, sub-headings)."""

    rows: tuple[OldRow, ...]
    troubles: tuple[tuple[int, Refusal], ...]
    passed_over: int


def layout_text(layout: OldLayout) -> str:
    """The canonical text of a layout, kept for the next file."""
    told = {"sheet": layout.sheet, "head_row": layout.head_row, "names": list(layout.names)}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_layout(text: str) -> OldLayout:
    """The layout that a text says. Refused: a text that is none."""
    try:
        told = json.loads(text)
        names = tuple(told["names"])
        if not isinstance(told["sheet"], str) or type(told["head_row"]) is not int:
            raise TypeError
        if not all(isinstance(name, str) for name in names):
            raise TypeError
        return OldLayout(told["sheet"], told["head_row"], names)
    except (ValueError, LookupError, TypeError):
        raise RefusedError("register_file.layout") from None


def open_register(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook; refused where it cannot be read or is a trap."""
    return read_sheets(data, file, MOST_ROWS)


def propose(sheets: Sequence[Sheet], columns: Sequence[Column], kept: OldLayout | None = None) -> OldLayout:
    """The sheet and the row that look most like the book, and the column each of its headings resembles."""
    return heading_match.propose(sheets, _wanted(columns), kept)


def match(sheet: Sheet, head_row: int, columns: Sequence[Column], kept: OldLayout | None = None) -> OldLayout:
    """Which heading of a row each column of the book stands under: as last time, else the most alike, each once."""
    return heading_match.match(sheet, head_row, _wanted(columns), kept)


def read(sheet: Sheet, file: str, columns: Sequence[Column], layout: OldLayout, keys: OldKeys) -> OldRead:
    """Every row below the headings: read, or refused with the row and the column; a number that comes twice is named.

    Refused: a layout without the number, the day or the person.
    """
    for key in (keys.number, keys.day, keys.person):
        if key is not None and not layout.names[key]:
            raise RefusedError("register_file.no_column", column=LATVIAN.say_of("register", columns[key].heading))
    there = headings(sheet, layout.head_row)
    places = [there.index(name) if name in there else None for name in layout.names]
    unread = {(finding.row, finding.column): finding.refusal for finding in sheet.findings}
    rows: list[OldRow] = []
    troubles: list[tuple[int, Refusal]] = []
    seen: dict[tuple[int, str], int] = {}
    passed_over = 0
    for row in sheet.rows:
        if row.number <= layout.head_row or numbers_only(row.cells, len(there)):
            continue
        if _says_nothing(row, places, keys):
            passed_over += 1
            continue
        try:
            found = _row(row, sheet.name, file, columns, layout, places, keys, unread)
            earlier = seen.setdefault((found.day.year, found.number), row.number)
            if earlier != row.number:
                raise RefusedError("register_file.twice", row=row.number, number=found.number, earlier=earlier)
            rows.append(found)
        except RefusedError as error:
            troubles.append((row.number, error.refusal))
    return OldRead(tuple(rows), tuple(troubles), passed_over)


def _row(
    row: Row,
    sheet: str,
    file: str,
    columns: Sequence[Column],
    layout: OldLayout,
    places: Sequence[int | None],
    keys: OldKeys,
    unread: Mapping[tuple[int, str], Refusal],
) -> OldRow:
    for place in places:
        letters = "" if place is None else cell_name(place, row.number).rstrip("0123456789")
        if (row.number, letters) in unread:
            raise RefusedError.of(unread[row.number, letters])
    held = [Cell(file, sheet, row.number, name, _value(row, at)) for at, name in zip(places, layout.names, strict=True)]
    for key, reason in ((keys.number, "number"), (keys.person, "person"), (keys.day, "day")):
        if key is not None and held[key].empty:
            raise _absent(reason, row.number, layout.names[key])
    if keys.code is not None:
        _check_code(held[keys.code])
    cells = tuple(_cell(cell, column) for cell, column in zip(held, columns, strict=True))
    day = _day(held[keys.day])
    person = str(cells[keys.person]) if keys.person is not None else ""
    number = " ".join(str(cells[keys.number]).split())[:60]
    return OldRow(row.number, number, day, person, cells)


def _absent(what: str, row: int, column: str) -> RefusedError:
    if what == "number":
        return RefusedError("register_file.no_number", row=row, column=column)
    if what == "person":
        return RefusedError("register_file.no_person", row=row, column=column)
    return RefusedError("register_file.no_day", row=row, column=column)


def _check_code(cell: Cell) -> None:
    """Excel takes a code for a number and loses its first zero: no guess is made of which digit it was."""
    if isinstance(cell.value, int | float) and len(_whole(cell.value)) != _CODE_DIGITS:
        raise RefusedError("register_file.code_digits", row=cell.row, column=cell.column, value=_whole(cell.value))


def _day(cell: Cell) -> date:
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    found = _DAY_FIRST.match(str(cell.value))
    if found is None:
        raise RefusedError("register_file.day", row=cell.row, column=cell.column, value=cell_values.shown(cell.value))
    day = cell_values.day(Cell(cell.file, cell.sheet, cell.row, cell.column, found[1]))
    if day is None:
        raise RefusedError("register_file.no_day", row=cell.row, column=cell.column)
    return day


def _cell(cell: Cell, column: Column) -> BookCell:
    if cell.empty:
        return None
    if column.kind is ColumnKind.DATE:
        return _day(cell)
    if column.kind in (ColumnKind.TEXT, ColumnKind.CODE):
        return _text(cell)
    written = cell
    if isinstance(cell.value, str):
        written = Cell(cell.file, cell.sheet, cell.row, cell.column, cell.value.strip().rstrip("."))
    amount = cell_values.decimal(written)
    if amount is None or column.kind is ColumnKind.NUMBER:
        return amount
    whole = amount * 100 if column.kind is ColumnKind.MONEY else amount
    if whole != whole.to_integral_value():
        raise cell.wrong(refusal("import_file.wants_number"))
    return int(whole)


def _text(cell: Cell) -> str:
    if isinstance(cell.value, date | datetime):
        return LATVIAN.date(_day(cell))
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return _whole(cell.value)
    text = unicodedata.normalize("NFC", str(cell.value)).strip()
    checked = Cell(cell.file, cell.sheet, cell.row, cell.column, text)
    return cell_values.text(checked, 4_000)


def _whole(value: float) -> str:
    return format(Decimal(str(value)).normalize(), "f")


def _value(row: Row, place: int | None) -> CellValue:
    value = row.cells[place] if place is not None and place < len(row.cells) else None
    return None if isinstance(value, str) and not value.strip() else value


def _says_nothing(row: Row, places: Sequence[int | None], keys: OldKeys) -> bool:
    """A sub-heading or a total; a number alone may be a voided one, so it is named and not passed over."""
    number, day, person = (
        _value(row, places[key]) if key is not None else None for key in (keys.number, keys.day, keys.person)
    )
    total = any(fold(said(value)).startswith(_TOTALS) for value in row.cells if isinstance(value, str))
    return not (day or person) and (not number or total)


def _wanted(columns: Sequence[Column]) -> list[Wanted]:
    """What each column of the book may be called."""
    own = (tuple(language.say_of("register", column.heading) for language in LANGUAGES) for column in columns)
    return [Wanted(names, OTHER_NAMES.get(one.heading, ())) for names, one in zip(own, columns, strict=True)]


def years(rows: Sequence[OldRow]) -> Iterator[tuple[int, int]]:
    """The years of the rows, each with how many."""
    counted: dict[int, int] = {}
    for row in rows:
        counted[row.day.year] = counted.get(row.day.year, 0) + 1
    yield from sorted(counted.items())
