"""The Excel register of 100,000 rows × 20 styled columns against bare loops of both libraries over the same cells."""

import io
import sys
from typing import Any

from bench import register_cells as cells
from bench.sides import Line, alone, by_turns, timed

TIMES = 3
FLAT_MB = 60.0


def measure() -> list[Line]:
    """Time against the faster loop, and what 100,000 rows cost in memory over 1,000."""

    def side(name: str, rows: int = cells.ROWS) -> dict[str, Any]:
        return alone("bench.workbook", name, str(rows))

    small = side("ours", 1000)
    ours, xlsxwriter = by_turns(TIMES, lambda: side("ours"), lambda: side("xlsxwriter"))
    openpyxl = side("openpyxl")
    peer, faster = min((xlsxwriter, "XlsxWriter"), (openpyxl, "openpyxl"), key=lambda pair: pair[0]["seconds"])
    slower = openpyxl if faster == "XlsxWriter" else xlsxwriter
    name = "openpyxl" if faster == "XlsxWriter" else "XlsxWriter"
    return [
        Line("Excel register, 100,000 × 20", ours["seconds"], peer["seconds"], "s", "<=1.2x", faster),
        Line("Excel register, the other library", ours["seconds"], slower["seconds"], "s", "<=1.2x", name),
        Line(
            "Excel register, memory beyond 1,000 rows", ours["peak_mb"] - small["peak_mb"], None, "MB", f"<={FLAT_MB}"
        ),
    ]


def _ours(count: int) -> None:
    from bench.our_papers import write_register

    write_register(cells.rows(count), count, io.BytesIO())


def _xlsxwriter(count: int) -> None:
    from xlsxwriter import Workbook

    with Workbook(io.BytesIO(), {"constant_memory": True, "in_memory": False}) as book:
        sheet = book.add_worksheet()
        formats = [book.add_format({"border": 1, "num_format": cells.FORMATS.get(kind, "@")}) for kind in cells.KINDS]
        sheet.write_row(0, 0, cells.headings())
        for r, row in enumerate(cells.rows(count), 1):
            for c, value in enumerate(row):
                kind = cells.KINDS[c]
                if kind == cells.DATE:
                    sheet.write_datetime(r, c, value, formats[c])
                elif kind == cells.MONEY:
                    sheet.write_number(r, c, int(str(value)) / 100, formats[c])
                elif kind in (cells.COUNT, cells.NUMBER):
                    sheet.write_number(r, c, value, formats[c])
                else:
                    sheet.write_string(r, c, value, formats[c])


def _openpyxl(count: int) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Border, Side

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    formats = [cells.FORMATS.get(kind, "@") for kind in cells.KINDS]
    sheet.append(list(cells.headings()))
    for row in cells.rows(count):
        line = []
        for value, kind, number_format in zip(row, cells.KINDS, formats, strict=True):
            cell = WriteOnlyCell(sheet, value / 100 if kind == cells.MONEY and isinstance(value, int) else value)
            cell.number_format = number_format
            cell.border = border
            line.append(cell)
        sheet.append(line)
    book.save(io.BytesIO())


if __name__ == "__main__":
    sides = {"ours": _ours, "xlsxwriter": _xlsxwriter, "openpyxl": _openpyxl}
    timed(lambda: sides[sys.argv[1]](int(sys.argv[2])))
