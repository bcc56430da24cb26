"""A short list that is held whole: members, by-laws, rules; columns, chips and keys as in every other list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from commission_app.ui.columns import RIGHT, Column, State
from commission_app.ui.table_delegate import ROW_PADDING, CellDelegate
from commission_app.ui.table_model import STATE_ROLE
from commission_app.ui.theme import tabular

SHORTEST, LONGEST = 15, (34, 28, 26)
"""The least width of the stretching column, and the most of any other as the room grows less, in figures."""

Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    """The rows as they read."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Any, ...] = ()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; its tooltip is the whole text."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip is not None:
            return column.tooltip(row)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, STATE_ROLE):
            return None
        cell = column.render(row)
        if role == STATE_ROLE:
            return cell if isinstance(cell, State) else None
        return cell.text if isinstance(cell, State) else cell

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.columns[section].title
        return _alignment(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None


class RowsTable(QTableView):
    """Enter and a double click open a row; the current row stays where it was when the rows come anew."""

    opened = Signal(object)
    """The row that was opened."""
    exporting = Signal()
    """Ctrl+E was pressed."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(columns, self)
        self.setModel(self._rows)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFont(tabular(self.font()))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._rows.rows[index.row()]))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows other rows."""
        at = self.currentIndex().row()
        self._rows.show_rows(rows)
        if 0 <= at < len(self._rows.rows):
            self.setCurrentIndex(self._rows.index(at, 0))
        self._fit()

    def rows(self) -> tuple[Any, ...]:
        """The rows shown."""
        return self._rows.rows

    def current(self) -> Any:
        """The row where the keyboard stands, or None."""
        at = self.currentIndex().row()
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    def texts(self) -> list[list[str]]:
        """What stands in the table, row by row."""
        return [[column.text(row) for column in self._rows.columns] for row in self._rows.rows]

    def columns(self) -> tuple[Column[Any], ...]:
        """The columns of the table."""
        return self._rows.columns

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, Ctrl+E exports the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit(self.current())
        elif event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.exporting.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the room that is left to the column that stretches."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Every column is as wide as what stands in it, up to a limit; the rest goes to the one that stretches."""
        figure, header = self.fontMetrics().averageCharWidth(), self.horizontalHeader()
        columns, room = self._rows.columns, self.viewport().width()
        wanted = [max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) + 4 for at in range(len(columns))]
        stretching = next((at for at, column in enumerate(columns) if column.stretch), -1)
        for longest in LONGEST:
            widths = [min(width, longest * figure) for width in wanted]
            if stretching >= 0:
                others = sum(width for at, width in enumerate(widths) if at != stretching)
                widths[stretching] = max(room - others, SHORTEST * figure)
            if sum(widths) <= room:
                break
        for at, width in enumerate(widths):
            header.resizeSection(at, width)


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.align == RIGHT else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
