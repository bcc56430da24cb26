"""Makes room for rows in a sheet of somebody else: what stands below moves down, and all that points there follows."""

import re
from typing import Any

_REFERENCE = re.compile(r"(\$?[A-Za-z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?)(\d{1,7}))?")
_ROWS = re.compile(r"(\$?)(\d{1,7}):(\$?)(\d{1,7})")


def make_room(book: Any, sheet: Any, row: int, more: int) -> None:
    """So many rows are inserted below a row: formulas, merged cells, names, tables, print areas and rules follow."""
    if more <= 0:
        return
    _move_cells(sheet, row, more)
    for one in book.worksheets:
        for line in one.iter_rows():
            for cell in line:
                if isinstance(cell.value, str) and cell.data_type == "f":
                    cell.value = shifted(cell.value, sheet.title, row, more, own=one.title == sheet.title)
    for held in (book.defined_names, *(one.defined_names for one in book.worksheets)):
        for name in held.values():
            name.attr_text = shifted(f"={name.attr_text}", sheet.title, row, more, own=False)[1:]
    for table in sheet.tables.values():
        table.ref = _moved(table.ref, row, more)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = _moved(table.autoFilter.ref, row, more)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = _moved(sheet.auto_filter.ref, row, more)
    if sheet.print_area:
        areas = str(sheet.print_area).replace("$", "").split(",")
        sheet.print_area = ",".join(_moved(area.rpartition("!")[2], row, more) for area in areas)
    _move_rules(sheet, row, more)


def shifted(formula: str, sheet: str, row: int, more: int, *, own: bool) -> str:
    """A formula after rows were inserted below a row of a sheet; `own` says that the formula stands in that sheet."""
    from openpyxl.formula import Tokenizer  # type: ignore[import-untyped]
    from openpyxl.formula.tokenizer import Token  # type: ignore[import-untyped]

    found = Tokenizer(formula)
    for token in found.items:
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            before, mark, where = token.value.rpartition("!")
            named = before.strip("'").replace("''", "'")
            if (own and not mark) or named == sheet:
                token.value = f"{before}{mark}{_moved(where, row, more)}"
    return str(found.render())


def _moved(where: str, row: int, more: int) -> str:
    """A reference after the insertion: what lies below moves; a range that ends at the row grows with it."""
    found = _REFERENCE.fullmatch(where)
    if found is not None:
        first = int(found[2])
        start = f"{found[1]}{first + more if first > row else first}"
        if found[3] is None:
            return start
        last = int(found[4])
        return f"{start}:{found[3]}{last + more if last >= row else last}"
    rows = _ROWS.fullmatch(where)
    if rows is None:
        return where  # a whole column, or a name
    first, last = int(rows[2]), int(rows[4])
    moved = first + more if first > row else first, last + more if last >= row else last
    return f"{rows[1]}{moved[0]}:{rows[3]}{moved[1]}"


def _move_cells(sheet: Any, row: int, more: int) -> None:
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    last, wide = sheet.max_row, sheet.max_column
    heights = {at: sheet.row_dimensions[at].height for at in range(row + 1, last + 1)}
    if last > row:
        sheet.move_range(f"A{row + 1}:{get_column_letter(wide)}{last}", rows=more)
        for at in sorted(heights, reverse=True):
            sheet.row_dimensions[at + more].height = heights[at]
            sheet.row_dimensions[at].height = None
    for merged in sheet.merged_cells.ranges:
        if merged.min_row > row:
            merged.shift(row_shift=more)


def _move_rules(sheet: Any, row: int, more: int) -> None:
    """Conditional formats and checks of input that cover the row cover the new ones too."""
    from openpyxl.formatting.formatting import ConditionalFormattingList  # type: ignore[import-untyped]
    from openpyxl.worksheet.cell_range import MultiCellRange  # type: ignore[import-untyped]

    def moved(ranges: Any) -> str:
        return _grown(" ".join(_moved(str(one), row, more) for one in str(ranges).split()), row, more)

    held, sheet.conditional_formatting = sheet.conditional_formatting, ConditionalFormattingList()
    for one in held:
        for rule in one.rules:
            sheet.conditional_formatting.add(moved(one.sqref), rule)
    for check in sheet.data_validations.dataValidation:
        check.sqref = MultiCellRange(moved(check.sqref))


def _grown(ranges: str, row: int, more: int) -> str:
    """A single cell of the row becomes a range over all of its rows."""
    found = []
    for where in ranges.split():
        one = _REFERENCE.fullmatch(where)
        alone = one is not None and one[3] is None and int(one[2]) == row
        found.append(f"{where}:{one[1]}{row + more}" if alone and one is not None else where)
    return " ".join(found)
