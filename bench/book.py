"""The printed register of 100,000 rows against a bare canvas loop over the same rows and columns."""

import io
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice

from bench import register_cells as cells
from bench.sides import Line, alone, by_turns, timed

TIMES = 3
COLUMNS = (0, 1, 2, 7, 8, 12, 15)
WIDTHS = (40, 90, 80, 150, 190, 70, 140)
ROWS_ON_A_PAGE = 34


def measure() -> list[Line]:
    """Rows a second."""
    ours, bare = by_turns(TIMES, lambda: alone("bench.book", "ours"), lambda: alone("bench.book", "bare"))
    return [
        Line(
            "printed register, 100,000 rows",
            cells.ROWS / ours["seconds"],
            cells.ROWS / bare["seconds"],
            "rows/s",
            ">=0.7x",
            "canvas loop",
        )
    ]


def rows(count: int = cells.ROWS) -> Iterator[tuple[str, ...]]:
    """The rows as the bare loop prints them: strings in seven columns."""
    for row in cells.rows(count):
        yield tuple(_printed(row[index]) for index in COLUMNS)


def _printed(value: cells.Cell) -> str:
    return f"{value:%d.%m.%Y}." if isinstance(value, date) else str(value)


def _ours() -> None:
    from bench.our_papers import print_register

    print_register((tuple(row[index] for index in COLUMNS) for row in cells.rows()), COLUMNS, cells.ROWS)


def _bare() -> None:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from bench.our_papers import sans_file

    registerFont(TTFont("S", sans_file()))
    left, top, leading = 40, 540, 14
    edges = [left + sum(WIDTHS[:n]) for n in range(len(WIDTHS) + 1)]
    canvas = Canvas(io.BytesIO(), pagesize=landscape(A4), initialFontName="S", pageCompression=1)
    source = rows()
    while page := list(islice(source, ROWS_ON_A_PAGE)):
        text = canvas.beginText()
        text.setFont("S", 8)
        for k, x in enumerate(edges[:-1]):
            text.setTextOrigin(x + 3, top)
            text.setLeading(leading)
            for row in page:
                text.textLine(row[k])
        canvas.drawText(text)
        bottom = top - leading * len(page) + 10
        canvas.setLineWidth(0.3)
        grid = [(x, top + 10, x, bottom) for x in edges]
        grid += [(edges[0], top + 10 - n * leading, edges[-1], top + 10 - n * leading) for n in range(len(page) + 1)]
        canvas.lines(grid)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    timed({"ours": _ours, "bare": _bare}[sys.argv[1]])
