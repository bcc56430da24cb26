"""Details told row by row (tasks with their days, observers): a last empty row is always there for the next one."""

from dataclasses import Field as DataField
from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language, today
from commission_app.ui.widgets.date_edit import read_date
from commission_app.ui.widgets.inputs import Input
from commission_app.wording.evidence_details import DetailRow, row_label

LINES, DAY_LETTERS, NARROW_LETTERS = 7, 13, 26
MOST = 200


class DetailRows(QTableWidget, Input):
    """A small table of texts and days; Tab goes from cell to cell, and on to the next field from the empty row."""

    edited = Signal()

    def __init__(self, language: Language, shape: type[DetailRow], name: str, parent: QWidget | None = None) -> None:
        self._names = [field.name for field in fields(shape)]
        super().__init__(0, len(self._names), parent)
        self._shape, self._quiet = shape, False
        self._days = [_is_day(shape, field) for field in fields(shape)]
        self.setHorizontalHeaderLabels([row_label(language, shape, field) for field in self._names])
        header = self.horizontalHeader()
        figure = self.fontMetrics().averageCharWidth()
        for column, is_day in enumerate(self._days):
            self.setColumnWidth(column, (DAY_LETTERS if is_day else NARROW_LETTERS) * figure)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(len(self._names) - 1, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + header.sizeHint().height())
        self.setAccessibleName(name)
        self.itemChanged.connect(lambda _: self._changed())
        self._lengthen()

    def value(self) -> tuple[DetailRow, ...]:
        """The rows typed; rows without any text are none."""
        return tuple(self._made(texts) for texts in self._texts())

    def set_value(self, value: object) -> None:
        """Shows rows."""
        rows = value if isinstance(value, tuple) else ()
        self._fill([[_shown(getattr(row, name)) for name in self._names] for row in rows])

    def draft(self) -> str:
        """All cells, a line each row."""
        return "\n".join("\t".join(texts) for texts in self._texts())

    def set_draft(self, text: str) -> None:
        """Shows the cells as they were typed."""
        self._fill([line.split("\t")[: len(self._names)] for line in text.splitlines()[:MOST]])

    def refusal(self) -> Refusal | None:
        """The first day that cannot be read, by its row."""
        for row, texts in enumerate(self._texts(), 1):
            for text, is_day in zip(texts, self._days, strict=True):
                if is_day and text and read_date(text, today()) is None:
                    return refusal("ui.row_date", row=row, text=text[:40])
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete empties the cell."""
        if event.key() == Qt.Key.Key_Delete and self.currentItem() is not None:
            self.setItem(self.currentRow(), self.currentColumn(), QTableWidgetItem(""))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab in the empty last row, and Shift+Tab in the first cell, leave the table."""
        if not self._at_edge(forward):
            return super().focusNextPrevChild(forward)
        self.setTabKeyNavigation(False)
        moved = super().focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)
        return moved

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab from a cell where nothing was typed does not open the next cell for typing."""
        hints = QAbstractItemDelegate.EndEditHint
        forward = hint is hints.EditNextItem
        if hint in (hints.EditNextItem, hints.EditPreviousItem) and self._at_edge(forward):
            super().closeEditor(editor, hints.NoHint)
            self.focusNextPrevChild(forward)
        else:
            super().closeEditor(editor, hint)

    def _at_edge(self, forward: bool) -> bool:
        if not forward:
            return self.currentRow() <= 0 and self.currentColumn() <= 0
        return self.currentRow() < 0 or not any(self._row(self.currentRow()))

    def _made(self, texts: list[str]) -> DetailRow:
        given: dict[str, Any] = {
            name: read_date(text, today()) if is_day else text
            for name, text, is_day in zip(self._names, texts, self._days, strict=True)
        }
        return self._shape(**given)

    def _row(self, row: int) -> list[str]:
        items = (self.item(row, column) for column in range(len(self._names)))
        return [" ".join(item.text().split()) if item is not None else "" for item in items]

    def _texts(self) -> list[list[str]]:
        rows = (self._row(row) for row in range(self.rowCount()))
        return [texts for texts in rows if any(texts)]

    def _fill(self, rows: list[list[str]]) -> None:
        self._quiet = True
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column in range(len(self._names)):
                self.setItem(row, column, QTableWidgetItem(texts[column] if column < len(texts) else ""))
        self._quiet = False
        self._lengthen()

    def _changed(self) -> None:
        if not self._quiet:
            self._lengthen()
            self.edited.emit()

    def _lengthen(self) -> None:
        if self.rowCount() == 0 or any(self._row(self.rowCount() - 1)):
            self.insertRow(self.rowCount())
        if self.currentRow() < 0:
            self.setCurrentCell(0, 0)


def _is_day(shape: type[DetailRow], field: "DataField[Any]") -> bool:
    return bool(get_type_hints(shape)[field.name] == date | None)


def _shown(value: object) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value or "")
