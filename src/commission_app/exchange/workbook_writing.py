"""Writes the sheets people fill in: headings, hints, lists to choose from, and nothing a spreadsheet would run."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from commission_app.errors import RefusedError
from commission_app.exchange.cell_values import NO, YES
from commission_app.exchange.sheet_table import Column
from commission_app.i18n import Language
from commission_app.wording.words import word

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell  # type: ignore[import-untyped]
    from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

Written: TypeAlias = str | int | Decimal | date | bool | StrEnum | None
FONT = "Source Sans Pro"
DAY_FORMAT = "dd.mm.yyyy."
ROWS_TO_FILL = 2_000
_HEAD_COLOUR, _HEAD_INK, _REQUIRED_INK = "E6ECF2", "1F2D3D", "7A1F1F"


class FormWorkbook:
    """A workbook of sheets to fill in, in one language."""

    def __init__(self, language: Language) -> None:
        from openpyxl import Workbook  # type: ignore[import-untyped]

        self.language = language
        self.book = Workbook()
        first = self.book.active
        if first is not None:
            self.book.remove(first)

    def sheet(self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Written]]) -> None:
        """A sheet with its heading row and rows; the columns offer their lists far below the last row."""
        from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

        sheet: Worksheet = self.book.create_sheet(self.language.say_of("sheet", name))
        for place, column in enumerate(columns, start=1):
            self._heading(sheet, place, column)
            self._offer(sheet, get_column_letter(place), column)
        for number, values in enumerate(rows, start=2):
            for place, value in enumerate(values, start=1):
                self.put(sheet, number, place, value)
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        self._print(sheet)

    def instructions(self, name: str, lines: Iterable[tuple[str, str]]) -> None:
        """The last sheet: what each column wants."""
        from openpyxl.styles import Alignment, Font  # type: ignore[import-untyped]

        sheet: Worksheet = self.book.create_sheet(self.language.say_of("sheet", name))
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 40, 90
        for number, (head, text) in enumerate(lines, start=1):
            for place, said in ((1, head), (2, text)):
                self.put(sheet, number, place, said)
                sheet.cell(number, place).alignment = Alignment(wrap_text=True, vertical="top")
            if head and not text:
                sheet.cell(number, 1).font = Font(name=FONT, bold=True)
        self._print(sheet)

    def _print(self, sheet: "Worksheet") -> None:
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def data(self) -> bytes:
        """The bytes of the workbook."""
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()

    def put(self, sheet: "Worksheet", row: int, place: int, value: Written) -> None:
        """Writes one value: texts as texts, even one that begins like a formula."""
        from openpyxl.utils.exceptions import IllegalCharacterError  # type: ignore[import-untyped]

        if value is None or value == "":
            return
        if isinstance(value, bool):
            value = self.language.say(YES) if value else self.language.say(NO)
        elif isinstance(value, StrEnum):
            value = word(self.language, value)
        cell: Cell = sheet.cell(row, place)
        try:
            cell.value = value
        except IllegalCharacterError:
            raise RefusedError("import_file.unwritable_character", sheet=sheet.title, row=row) from None
        _styled(cell, value)

    def label(self, sheet: "Worksheet", row: int, place: int, column: Column) -> None:
        """Makes the cell say of itself whether it must be filled in, and how."""
        from openpyxl.comments import Comment  # type: ignore[import-untyped]
        from openpyxl.styles import Font

        cell = sheet.cell(row, place)
        cell.font = Font(name=FONT, bold=True, color=_REQUIRED_INK if column.required else _HEAD_INK)
        if column.hint:
            cell.comment = Comment(self.language.say(column.hint), "Commission App", height=60, width=240)

    def _heading(self, sheet: "Worksheet", place: int, column: Column) -> None:
        from openpyxl.styles import Alignment, PatternFill
        from openpyxl.utils import get_column_letter

        self.put(sheet, 1, place, column.says(self.language))
        self.label(sheet, 1, place, column)
        cell = sheet.cell(1, place)
        cell.fill = PatternFill("solid", fgColor=_HEAD_COLOUR)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(place)].width = column.width

    def _offer(self, sheet: "Worksheet", letter: str, column: Column) -> None:
        if not self.offer_for(sheet, f"{letter}2:{letter}{ROWS_TO_FILL}", column):
            self._form(sheet, letter, column)

    def offer_for(self, sheet: "Worksheet", cells: str, column: Column) -> bool:
        """A list to choose from in some cells, where the column knows one."""
        from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

        offered = [word(self.language, choice) for choice in column.choices]
        if column.kind == "flag":
            offered = [self.language.say(YES), self.language.say(NO)]
        if not offered:
            return False
        listed = ",".join(offered)
        validation = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        validation.error = self.language.say("Choose from the list.")
        sheet.add_data_validation(validation)
        validation.add(cells)
        return True

    def _form(self, sheet: "Worksheet", letter: str, column: Column) -> None:
        """Codes stay codes only in cells that are texts before anything is typed into them."""
        form = {"date": DAY_FORMAT, "number": "General"}.get(column.kind, "@")
        sheet.column_dimensions[letter].number_format = form


def _styled(cell: "Cell", value: Written) -> None:
    from openpyxl.styles import Alignment, Font

    cell.font = Font(name=FONT)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = "@"
        cell.alignment = Alignment(wrap_text=len(value) > 40, vertical="top")
        if value[0] in "=+-@":
            cell.quotePrefix = True
    elif isinstance(value, date):
        cell.number_format = DAY_FORMAT
