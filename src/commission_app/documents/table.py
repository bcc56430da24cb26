"""Tables on a paper: cells that wrap, headings repeated on every page, rows never torn and never left alone."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from commission_app.documents.layout import Flow, wrapped
from commission_app.documents.sheet import CELL, CELL_STRONG, COLUMN_HEAD, HAIR, SMALL, Align, Style

PAD, GUTTER = 3.5, 10.0


@dataclass(frozen=True)
class Heading:
    """One column: what stands above it, its share of the line, and on which side its cells stand."""

    text: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True)
class TableRow:
    """One row; details run under it from the second column on, a strong row is a sum, a struck one is done with."""

    cells: tuple[str, ...]
    details: tuple[str, ...] = ()
    strong: bool = False
    struck: bool = False


@dataclass(frozen=True)
class _Placed:
    lines: tuple[tuple[str, ...], ...]
    details: tuple[str, ...]
    style: Style
    struck: bool = False

    @property
    def height(self) -> float:
        body = max(len(cell) for cell in self.lines) * self.style.leading
        return body + len(self.details) * SMALL.leading + 2 * PAD + (1.5 if self.details else 0)


class Table:
    """A table that is drawn down a flow; a column is never narrower than its longest word, while there is room."""

    def __init__(self, flow: Flow, headings: Sequence[Heading], rows: Sequence[TableRow]) -> None:
        self.flow = flow
        self.headings = headings
        self.rows = rows
        self.widths = _widths(headings, rows, flow.width)
        self.starts = [flow.left + sum(self.widths[:at]) for at in range(len(headings))]
        self.heads = [wrapped(each.text, COLUMN_HEAD, self._inner(at)) for at, each in enumerate(headings)]
        self.head_height = max(map(len, self.heads)) * COLUMN_HEAD.leading + 2 * PAD

    def draw(self) -> None:
        """Draws the rows; the last two stay together, so that a sum never stands alone."""
        with self._element("Table"):
            self._draw()

    def _element(self, tag: str, again: object = None) -> AbstractContextManager[object]:
        within: AbstractContextManager[object] = self.flow.sheet.structure.element(tag, again)
        return within

    def _draw(self) -> None:
        placed = [self._place(row) for row in self.rows]
        first = placed[0].height if placed else 0
        self.flow.gap(3)
        self.flow.room(self.head_height + first + (placed[1].height if len(placed) == 2 else 0))
        with self._element("TR"):
            self._draw_head()
        for at, row in enumerate(placed):
            need = row.height + (placed[at + 1].height if at == len(placed) - 2 else 0)
            if at and self.flow.y - need < self.flow.bottom:
                self._close(0.5)
                self._turn()
            with self._element("TR"):
                self._draw_row(row)
        self._close(0.8)
        self.flow.gap(8)

    def _inner(self, at: int) -> float:
        return self.widths[at] - (GUTTER if at < len(self.widths) - 1 else 0)

    def _place(self, row: TableRow) -> _Placed:
        style = CELL_STRONG if row.strong else CELL
        lines = tuple(tuple(wrapped(cell, style, self._inner(at))) for at, cell in enumerate(row.cells))
        room = self.flow.right - self._details_start
        details = tuple(line for text in row.details for line in wrapped(text, SMALL, room))
        return _Placed(lines, details, style, row.struck)

    @property
    def _detailed(self) -> int:
        return 1 if len(self.starts) > 1 else 0

    @property
    def _details_start(self) -> float:
        return self.starts[self._detailed]

    def _draw_head(self) -> None:
        flow = self.flow
        flow.sheet.rule(flow.left, flow.right, flow.y, 0.8)
        top = flow.y - PAD
        for at, lines in enumerate(self.heads):
            with self._element("TH"):
                self._write(at, top, lines, COLUMN_HEAD)
        flow.y -= self.head_height
        flow.sheet.rule(flow.left, flow.right, flow.y, 0.5)

    def _draw_row(self, row: _Placed) -> None:
        flow = self.flow
        # A row taller than a page is the one that must be torn: its cells go on line by line.
        if row.height > flow.top - flow.bottom - self.head_height:
            self._draw_torn(row)
            return
        top, cells = flow.y - PAD, []
        for at, lines in enumerate(row.lines):
            with self._element("TD") as cell:
                self._write(at, top, lines, row.style, row.struck)
            cells.append(cell)
        y = top - max(len(cell) for cell in row.lines) * row.style.leading - 1.5
        with self._element("TD", cells[self._detailed]):
            for line in row.details:
                y -= SMALL.leading
                flow.sheet.write(self._details_start, y + 3, line, SMALL)
        flow.y -= row.height
        self._hair()

    def _draw_torn(self, row: _Placed) -> None:
        flow = self.flow
        cells: list[object] = [None] * len(row.lines)
        for at in range(max(len(cell) for cell in row.lines)):
            self._turn_for(row.style.leading + PAD)
            for column, lines in enumerate(row.lines):
                with self._element("TD", cells[column]) as cells[column]:
                    self._write(column, flow.y - PAD, lines[at : at + 1], row.style)
            flow.y -= row.style.leading
        with self._element("TD", cells[self._detailed]):
            for line in row.details:
                self._turn_for(SMALL.leading + PAD)
                flow.y -= SMALL.leading
                flow.sheet.write(self._details_start, flow.y, line, SMALL)
        flow.y -= 2 * PAD
        self._hair()

    def _turn_for(self, height: float) -> None:
        if self.flow.y - height < self.flow.bottom:
            self._turn()

    def _turn(self) -> None:
        self.flow.turn()
        with self.flow.sheet.structure.aside():  # said again for the eye; who listens has heard it
            self._draw_head()

    def _write(self, at: int, top: float, lines: Sequence[str], style: Style, struck: bool = False) -> None:
        align = self.headings[at].align
        x = (self.starts[at], self.starts[at] + self._inner(at) / 2, self.starts[at] + self._inner(at))
        for number, line in enumerate(lines, 1):
            y = top - number * style.leading + (style.leading - style.size)
            self.flow.sheet.write(x[align.value], y, line, style, align)
            if struck and line:
                start = x[align.value] - style.width(line) * align.value / 2
                self.flow.sheet.rule(start, start + style.width(line), y + style.size * 0.3, 0.5)

    def _hair(self) -> None:
        self.flow.sheet.rule(self.flow.left, self.flow.right, self.flow.y, 0.3, HAIR)

    def _close(self, weight: float) -> None:
        self.flow.sheet.rule(self.flow.left, self.flow.right, self.flow.y, weight)


def _widths(headings: Sequence[Heading], rows: Sequence[TableRow], width: float) -> list[float]:
    whole = sum(heading.share for heading in headings)
    shares = [width * heading.share / whole for heading in headings]
    needs = [
        min(_longest_word(heading, [row.cells[at] for row in rows]) + GUTTER, width / 3)
        for at, heading in enumerate(headings)
    ]
    lack = sum(max(0.0, need - share) for need, share in zip(needs, shares, strict=True))
    spare = sum(max(0.0, share - need) for need, share in zip(needs, shares, strict=True))
    if not lack or lack > spare:
        return shares
    # Whoever has more than it needs gives its part of what the others lack.
    return [
        need if share < need else share - (share - need) * lack / spare
        for need, share in zip(needs, shares, strict=True)
    ]


def _longest_word(heading: Heading, cells: Sequence[str]) -> float:
    head = max(COLUMN_HEAD.width(word) for word in heading.text.split(" "))
    return max([head, *(CELL_STRONG.width(word) for cell in cells for word in cell.split())])
