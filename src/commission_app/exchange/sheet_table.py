"""A sheet as a table: columns known by their headings in either language and in any order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange.cell_values import Cell, shown
from commission_app.exchange.workbook_reader import Row, Sheet
from commission_app.i18n import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its English heading (whose Latvian is in the catalogue), and what the template says of it."""

    key: str
    heading: str
    hint: str = ""
    required: bool = False
    width: int = 18
    kind: str = "text"
    choices: tuple[StrEnum, ...] = ()

    def says(self, language: Language) -> str:
        """The heading in a language."""
        return language.say_of("column", self.heading)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns a sheet is read by, and the English name of the sheet."""

    sheet: str
    columns: tuple[Column, ...]

    def names(self) -> frozenset[str]:
        """What the sheet may be called."""
        return frozenset(plain(language.say_of("sheet", self.sheet)) for language in LANGUAGES)


@dataclass(slots=True)
class Table:
    """A sheet whose headings were recognised."""

    file: str
    sheet: str
    rows: tuple[Row, ...]
    places: dict[str, int]
    headings: dict[str, str]
    unknown: tuple[str, ...] = field(default=())

    def cell(self, row: Row, key: str) -> Cell:
        """The cell of a row under a column; empty where the file has no such column."""
        place = self.places.get(key)
        value = row.cells[place] if place is not None and place < len(row.cells) else None
        return Cell(self.file, self.sheet, row.number, self.headings[key], value)


def plain(heading: str) -> str:
    """A heading as it is compared: no case, no marks, single spaces."""
    return " ".join(heading.replace("\u00a0", " ").replace("*", " ").casefold().split()).strip(" :.")


def find_sheet(sheets: Sequence[Sheet], layout: Layout) -> Sheet | None:
    """The sheet of a layout, by its name in either language."""
    found = [sheet for sheet in sheets if plain(sheet.name) in layout.names()]
    return found[0] if found else None


def read_table(file: str, sheet: Sheet, layout: Layout) -> Table:
    """The table of a sheet; the first missing or doubled column is refused."""
    table, troubles = recognise(file, sheet, layout)
    if troubles:
        raise RefusedError.of(troubles[0])
    return table


def recognise(file: str, sheet: Sheet, layout: Layout) -> tuple[Table, tuple[Refusal, ...]]:
    """The table of a sheet with everything wrong in its heading row."""
    headings = {column.key: column.says(LANGUAGES[0]) for column in layout.columns}
    if not sheet.rows:
        empty = Table(file, sheet.name, (), {}, headings)
        return empty, (refusal("import_file.empty_sheet", file=file, sheet=sheet.name),)
    head, rows = sheet.rows[0], sheet.rows[1:]
    places: dict[str, int] = {}
    unknown: list[str] = []
    troubles: list[Refusal] = []
    for place, key, written in _known(head, layout):
        if key is None:
            unknown.append(written)
        elif key in places:
            troubles.append(_doubled(file, sheet.name, head.number, written))
        else:
            places[key] = place
            headings[key] = written
    troubles.extend(
        refusal("import_file.missing_column", file=file, sheet=sheet.name, row=head.number, column=headings[column.key])
        for column in layout.columns
        if column.required and column.key not in places
    )
    return Table(file, sheet.name, rows, places, headings, tuple(unknown)), tuple(troubles)


def _known(head: Row, layout: Layout) -> Iterator[tuple[int, str | None, str]]:
    keys = {plain(column.says(language)): column.key for language in LANGUAGES for column in layout.columns}
    for place, value in enumerate(head.cells):
        if value is not None and plain(str(value)):
            yield place, keys.get(plain(str(value))), shown(value)


def _doubled(file: str, sheet: str, row: int, column: str) -> Refusal:
    return refusal("import_file.doubled_column", file=file, sheet=sheet, row=row, column=column)
