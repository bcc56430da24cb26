"""One opening of the printed book after another: headings, rows, sums of the page and of all pages so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from commission_app.documents.book_columns import (
    CELL,
    HEAD,
    NUMBERING,
    PAD,
    RIGHT_KINDS,
    Panel,
    Strip,
)
from commission_app.documents.book_ink import Ink, Placed
from commission_app.documents.fonts import SANS_STRONG
from commission_app.documents.registers.column import Cell, Column, is_set_aside, printed
from commission_app.documents.sheet import HAIR, INK, SMALL, Align, Sheet, Style

TITLE = Style(SANS_STRONG, 11, 14, INK)
_SUM = Style(SANS_STRONG, 7.5, 8.6, INK)
_ROW_AIR = 3.8
Amounts = dict[int, int | Decimal]


@dataclass(frozen=True)
class Row:
    """One entry in printed lines, how many lines it needs, and its values for the sums."""

    cells: tuple[tuple[str, ...], ...]
    lines: int
    values: Sequence[Cell]

    @property
    def height(self) -> float:
        """How high the row stands."""
        return self.lines * CELL.leading + _ROW_AIR


class BookPages:
    """The pages of the book; rows are gathered until a page is full, then it is written, panel by panel."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], layout: Sequence[Panel], head: tuple[str, str]) -> None:
        self.sheet, self.columns, self.layout = sheet, columns, layout
        self.author, self.title = head
        self.ink = Ink(sheet)
        self.count = 0
        self.set_aside = False
        self.y = 0.0
        self._page: list[Row] = []
        self._summed = [at for at, each in enumerate(columns) if each.total]
        self._sums: Amounts = {}  # a column without a single figure has no sum
        head_lines = max(len(strip.head) for panel in layout for strip in panel)
        self._head_height = head_lines * HEAD.leading + NUMBERING.leading + 2 * PAD
        self.top = sheet.height - sheet.margins.top - TITLE.leading - SMALL.leading - 4
        sums = 2 * (_SUM.leading + 1.5) if self._summed else 0
        self._room = self.top - self._head_height - sheet.margins.bottom - sums - SMALL.leading - 3
        self._left = self._room
        for number, panel in enumerate(layout):
            with sheet.drawing(f"head{number}"):
                self._write_head(panel)

    def add(self, row: Row) -> None:
        """Takes one entry."""
        self.set_aside = self.set_aside or is_set_aside(self.columns, row.values)
        if row.height > self._left and self._page:
            self._write(more=True)
        self._page.append(row)
        self._left -= row.height

    def finish(self) -> None:
        """Writes what is left; the last page stays open for the closing entry."""
        self._write(more=False)

    def write_top(self) -> None:
        """The institution and the name of the book, at the head of a page."""
        sheet = self.sheet
        y = sheet.height - sheet.margins.top - TITLE.leading + 3
        sheet.write(sheet.left, y, self.title, TITLE)
        sheet.write(sheet.left, y - SMALL.leading, self.author, SMALL)

    def _write(self, more: bool) -> None:
        rows, self._page, self._left = self._page, [], self._room
        sheet, sums = self.sheet, self._sum(rows)
        for number, panel in enumerate(self.layout):
            if number:
                sheet.turn()
            sheet.draw(f"head{number}")
            self._write_panel(panel, rows, sums, more)
        self.count += len(rows)
        if more:
            sheet.turn()

    def _sum(self, rows: Sequence[Row]) -> Amounts:
        page: Amounts = {}
        for at in self._summed:
            values = [value for row in rows if isinstance(value := row.values[at], int | Decimal)]
            page[at] = sum(values)
            if values:
                self._sums[at] = self._sums.get(at, 0) + page[at]
        return page

    def _write_panel(self, panel: Panel, rows: Sequence[Row], sums: Amounts, more: bool) -> None:
        self._write_continuation(panel)
        y = self.top - self._head_height
        heights = []
        for row in rows:
            heights.append(y)
            y -= row.height
        for strip in panel:
            self.ink.write(self._column(strip, rows, heights))
        self._write_grid(panel, heights, y)
        self.y = y
        self._write_foot(panel, len(rows), sums, more)

    def _column(self, strip: Strip, rows: Sequence[Row], tops: Sequence[float]) -> list[Placed]:
        x, at, lead = strip.x + PAD, strip.at, CELL.leading
        right = strip.x + strip.width - PAD if self.columns[at].kind in RIGHT_KINDS else 0.0
        drop = _ROW_AIR / 2 + CELL.size * 0.86
        width, placed = self.ink.widths.of, list[Placed]()
        for row, top in zip(rows, tops, strict=True):
            y = top - drop
            for line in row.cells[at]:
                placed.append((right - width(line) if right else x, y, line))
                y -= lead
        return placed

    def _write_continuation(self, panel: Panel) -> None:
        sheet, language = self.sheet, self.sheet.language
        y = sheet.height - sheet.margins.top - TITLE.leading + 3
        if self.count:
            before = language.number(sheet.page - len(self.layout))
            text = language.say_of("register", "Continued from page {page}", page=before)
            sheet.write(sheet.right, y, text, SMALL, Align.RIGHT)
        if len(self.layout) > 1:
            first, last, of = panel[1].at + 1, panel[-1].at + 1, len(self.columns)
            text = language.say_of("register", "columns {first}–{last} of {of}", first=first, last=last, of=of)
            sheet.write(sheet.right, y - SMALL.leading, text, SMALL, Align.RIGHT)

    def _write_head(self, panel: Panel) -> None:
        self.write_top()
        sheet, bottom = self.sheet, self.top - self._head_height
        sheet.rule(sheet.left, sheet.right, self.top, 0.8)
        sheet.rule(sheet.left, sheet.right, bottom, 0.8)
        sheet.rule(sheet.left, sheet.right, bottom + NUMBERING.leading + 1, 0.3, HAIR)
        for strip in panel:
            for number, line in enumerate(strip.head, 1):
                sheet.write(strip.x + PAD, self.top - PAD - number * HEAD.leading + 2, line, HEAD)
            middle = strip.x + strip.width / 2
            sheet.write(middle, bottom + 2.5, str(strip.at + 1), NUMBERING, Align.CENTRE)

    def _write_grid(self, panel: Panel, tops: Sequence[float], end: float) -> None:
        left, right = self.sheet.left, self.sheet.right
        lines = [f"{left:.1f} {y:.1f} m {right:.1f} {y:.1f} l" for y in tops[1:]]
        lines += [f"{strip.x:.1f} {self.top:.1f} m {strip.x:.1f} {end:.1f} l" for strip in panel[1:]]
        self.sheet.canvas.addLiteral(f"{HAIR} G 0.3 w {' '.join(lines)} S")
        self.sheet.rule(left, right, end, 0.8)

    def _write_foot(self, panel: Panel, entries: int, sums: Amounts, more: bool) -> None:
        sheet, language = self.sheet, self.sheet.language
        added = [strip for strip in panel if strip.at in self._sums]
        if added and entries:
            self._write_sums(added, language.say_of("register", "Total on this page"), sums)
            self._write_sums(added, language.say_of("register", "Total so far"), self._sums)
        parts = [
            language.say_of("register", "Entries on this page: {n}", n=language.number(entries)),
            language.say_of("register", "so far: {n}", n=language.number(self.count + entries)),
        ]
        if more:
            following = language.number(sheet.page + len(self.layout))
            parts.append(language.say_of("register", "continued on page {page}", page=following))
        self.y -= SMALL.leading + 2
        sheet.write(sheet.left + PAD, self.y, " · ".join(parts), SMALL)

    def _write_sums(self, added: Sequence[Strip], label: str, amounts: Amounts) -> None:
        sheet = self.sheet
        self.y -= _SUM.leading + 1.5
        for strip in added:
            text = printed(amounts[strip.at], self.columns[strip.at].kind, sheet.language)
            sheet.write(strip.x + strip.width - PAD, self.y, text, _SUM, Align.RIGHT)
        before, after = added[0].x - PAD, added[-1].x + added[-1].width + PAD
        if before - _SUM.width(label) > sheet.left:
            sheet.write(before, self.y, label, _SUM, Align.RIGHT)
        else:
            sheet.write(after, self.y, label, _SUM)
