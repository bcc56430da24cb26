"""The members of a commission in Excel or CSV: opened, matched with our columns, read row by row, and written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from commission_app.errors import RefusedError
from commission_app.exchange import csv_text, heading_match, member_layout
from commission_app.exchange.heading_match import SheetLayout, headings, numbers_only
from commission_app.exchange.member_layout import COLUMNS, MEMBERS
from commission_app.exchange.member_reader import MemberReader
from commission_app.exchange.member_row import MemberRow, MembersRead, RefusedRow, SheetPlace
from commission_app.exchange.workbook_reader import Row, Sheet, is_workbook, read_sheets
from commission_app.exchange.workbook_writing import FormWorkbook, Written
from commission_app.i18n import Language

MOST_ROWS = 500
_EXACT = 0.97


def open_list(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook, or a CSV file as one; refused where it is neither, cannot be read, or is a trap."""
    if is_workbook(data):
        return read_sheets(data, file, MOST_ROWS)
    if not data:
        raise RefusedError("import_file.empty_file", file=file)
    if _no_text(data):
        raise RefusedError("member_file.kind", file=file)
    found = csv_text.rows(csv_text.decoded(data, file), file)
    if len(found) > MOST_ROWS + 1:
        raise RefusedError("import_file.too_many_rows", file=file, sheet=file, most=MOST_ROWS)
    return (Sheet(file, tuple(Row(line, tuple(cells)) for line, cells in found), ()),)


def propose(sheets: Sequence[Sheet]) -> SheetLayout:
    """The sheet, the row of the headings, and which is which; of two that say the same neither is proposed."""
    layout = heading_match.propose(sheets, member_layout.wanted(), alike=member_layout.SURE)
    return _without_doubles(next(sheet for sheet in sheets if sheet.name == layout.sheet), layout)


def match(sheet: Sheet, head_row: int) -> SheetLayout:
    """The layout proposed for another sheet or another row of headings."""
    return _without_doubles(
        sheet, heading_match.match(sheet, head_row, member_layout.wanted(), alike=member_layout.SURE)
    )


def read(sheet: Sheet, file: str, layout: SheetLayout) -> MembersRead:
    """Every row below the headings: read, or refused with the row and the column.

    Refused: a list without headings or names, a heading that stands twice, two columns that mean the same.
    """
    _check_layout(sheet, file, layout)
    there = headings(sheet, layout.head_row)
    held = {column.key: name for column, name in zip(COLUMNS, layout.names, strict=True) if name in there}
    named = {one.key: held.get(one.key) or member_layout.heading(one.key) for one in COLUMNS}
    name_key = next((key for key in ("name", "surname_first") if key in held), "surname")
    place = SheetPlace(file, sheet.name, named, name_key)
    reader = MemberReader(sheet, place, {key: there.index(name) for key, name in held.items()})
    rows: list[MemberRow] = []
    refused: list[RefusedRow] = []
    passed_over = 0
    for row in sheet.rows:
        if row.number <= layout.head_row or numbers_only(row.cells, len(there)):
            continue
        if reader.says_nothing(row):
            passed_over += 1
            continue
        try:
            rows.append(reader.member(row))
        except RefusedError as trouble:
            refused.append(RefusedRow(row.number, reader.seems(row), trouble.refusal))
    not_taken = tuple(name for name in dict.fromkeys(there) if name and name not in held.values())
    return MembersRead(place, tuple(rows), tuple(refused), passed_over, frozenset(held), not_taken)


def write(rows: Iterable[Mapping[str, Written]], language: Language) -> bytes:
    """The members as a workbook that reads back the same; without rows, the empty list to fill in."""
    form = FormWorkbook(language)
    form.sheet(MEMBERS.sheet, MEMBERS.columns, [[row.get(one.key) for one in MEMBERS.columns] for row in rows])
    form.instructions("Instructions", _instructions(language))
    return form.data()


def _instructions(language: Language) -> Iterator[tuple[str, str]]:
    say = language.say
    yield say("How to fill in this workbook"), ""
    yield "", say("One row a member. Who stands there already with the same term is not taken in twice.")
    yield "", say("Columns may stand in any order; headings may be in Latvian or in English.")
    yield "", say("Red headings must be filled in. Formulas and merged cells are not read.")
    for column in MEMBERS.columns:
        if column.hint:
            yield column.says(language), say(column.hint)


def _no_text(data: bytes) -> bool:
    """Whether the file is of some other kind, whatever its name ends in."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    return data.startswith((b"%PDF", b"{\\rtf", b"<")) or any(byte < 9 for byte in data[:4096])


def _meant(sheet: Sheet, head_row: int) -> dict[str, list[str]]:
    """The headings that say a column without a doubt, by the column."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(name for name in headings(sheet, head_row) if name):
        likeness, key = max((column.likeness(name, _EXACT), -at) for at, column in enumerate(member_layout.wanted()))
        if likeness >= _EXACT:
            found.setdefault(COLUMNS[-key].key, []).append(name)
    return found


def _without_doubles(sheet: Sheet, layout: SheetLayout) -> SheetLayout:
    meant = _meant(sheet, layout.head_row)
    names = ("" if len(meant.get(one.key, ())) > 1 else name for one, name in zip(COLUMNS, layout.names, strict=True))
    return SheetLayout(layout.sheet, layout.head_row, tuple(names))


def _check_layout(sheet: Sheet, file: str, layout: SheetLayout) -> None:
    there = headings(sheet, layout.head_row)
    for name in filter(None, layout.names):
        if there.count(name) > 1:
            raise RefusedError(
                "import_file.doubled_column", file=file, sheet=sheet.name, row=layout.head_row, column=name
            )
        if layout.names.count(name) > 1:
            raise RefusedError("member_file.taken_twice", column=name)
    taken = {one.key for one, name in zip(COLUMNS, layout.names, strict=True) if name}
    for key, names in _meant(sheet, layout.head_row).items():
        if len(names) > 1 and key not in taken:
            raise RefusedError("member_file.same_meaning", file=file, columns=tuple(names))
    if not taken:
        raise RefusedError("member_file.no_headings", file=file)
    if not taken & {"name", "surname_first"} and not taken >= {"given_name", "surname"}:
        raise RefusedError("member_file.no_name", file=file, row=layout.head_row)
