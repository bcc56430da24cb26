"""Which heading of a sheet is which column: proposed by likeness and known names, changed by hand, kept as a layout."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from commission_app.exchange.sheet_table import plain
from commission_app.exchange.workbook_reader import CellValue, Sheet
from commission_app.rules.collation import fold

LOOKED_AT = 25  # so far down the headings may stand
ALIKE = 0.62
_LESS_SURE = 0.02


@dataclass(frozen=True)
class SheetLayout:
    """How a sheet is read: its name, the row of its headings, and under which heading each column stands."""

    sheet: str
    head_row: int
    names: tuple[str, ...]
    """One for each column that is asked for; empty where the file has none."""


@dataclass(frozen=True)
class Wanted:
    """What a column may be called: by its own headings, or as offices call it."""

    own: tuple[str, ...]
    others: tuple[str, ...] = ()

    @cached_property
    def _known(self) -> tuple[tuple[str, float], ...]:
        """Each name as it is compared; one that offices use is a little less sure than the column's own heading."""
        own = ((fold(plain(one)), 0.0) for one in self.own)
        return (*own, *((fold(plain(one)), _LESS_SURE) for one in self.others))

    def likeness(self, name: str, least: float = 0.0) -> float:
        """How much a heading of the file is like this column: 1 is the same; what is below the least may be nought."""
        found = fold(plain(name))
        most = max((1.0 - less for one, less in self._known if one == found), default=0.0)
        matcher = SequenceMatcher(None, "", found)
        for one, less in self._known:
            enough = max(most, least - _LESS_SURE) + less
            matcher.set_seq1(one)
            # The bounds cost little, the ratio much: most cells of a file are no headings at all.
            if matcher.real_quick_ratio() > enough and matcher.quick_ratio() > enough:
                most = max(most, matcher.ratio() - less)
        return most


def said(value: CellValue) -> str:
    """A cell as one line of text."""
    return "" if value is None else " ".join(str(value).split())


def headings(sheet: Sheet, head_row: int) -> tuple[str, ...]:
    """What stands in the row of the headings, one text a column; empty cells have none."""
    row = next((row for row in sheet.rows if row.number == head_row), None)
    return tuple(said(value) for value in row.cells) if row is not None else ()


def propose(
    sheets: Sequence[Sheet], wanted: Sequence[Wanted], kept: SheetLayout | None = None, alike: float = ALIKE
) -> SheetLayout:
    """The sheet and the row that look most like what is asked for, and the column each of its headings resembles."""
    best, most = SheetLayout(sheets[0].name, 1, ("",) * len(wanted)), -1
    for sheet in sheets:
        for row in sheet.rows[:LOOKED_AT]:
            layout = match(sheet, row.number, wanted, kept, alike)
            found = sum(bool(name) for name in layout.names)
            if found > most:
                best, most = layout, found
    return best


def match(
    sheet: Sheet, head_row: int, wanted: Sequence[Wanted], kept: SheetLayout | None = None, alike: float = ALIKE
) -> SheetLayout:
    """Which heading of a row each column stands under: as last time, else the most alike, each once."""
    there = [name for name in headings(sheet, head_row) if name]
    names, free = [""] * len(wanted), set(there)
    if kept is not None and len(kept.names) == len(wanted):
        for at, name in enumerate(kept.names):
            if name in free:
                names[at] = name
                free.discard(name)
    likely = ((column.likeness(name, alike), at, name) for at, column in enumerate(wanted) for name in there)
    for likeness, at, name in sorted(likely, key=lambda one: (-one[0], one[1])):
        if likeness >= alike and not names[at] and name in free:
            names[at] = name
            free.discard(name)
    return SheetLayout(sheet.name, head_row, tuple(names))


def numbers_only(cells: Sequence[CellValue], wide: int) -> bool:
    """The line of column numbers below the headings: 1, 2, 3 …"""
    told = [said(value).rstrip(".") for value in cells if value is not None]
    return len(told) > 1 and len(told) >= wide - 1 and told == [str(at) for at in range(1, len(told) + 1)]
