"""A list as one widget: filter line, sortable table over keyset pages, count, keyboard, and an empty state."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from commission_app.ui.columns import Column, ListFilter, ListQuestions, Query
from commission_app.ui.desk import Desk
from commission_app.ui.table_delegate import ROW_PADDING, CellDelegate
from commission_app.ui.table_model import ListModel
from commission_app.ui.theme import STEP, tabular
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.filter_line import FilterLine

__all__ = ["Column", "ListFilter", "ListQuestions", "ListView", "Query"]

COPY_LIMIT = 20_000


class _Table(QTableView):
    """A table whose keys mean: Enter opens, Space previews, Ctrl+C copies, Ctrl+E exports."""

    pressed_key = Signal(str)
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells that there is more or less room."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turns the keys of a list into their names."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.pressed_key.emit("copy")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.pressed_key.emit("open")
        elif event.key() == Qt.Key.Key_Space and not control:
            self.pressed_key.emit("preview")
        elif event.key() == Qt.Key.Key_E and control:
            self.pressed_key.emit("export")
        else:
            super().keyPressEvent(event)


class ListView(QWidget):
    """The list of a noun; it asks by itself whenever the words, the filters or the order change."""

    opened = Signal(int)
    """The key of the row that Enter or a double click opened."""
    previewed = Signal(int)
    chosen = Signal(object)
    """The keys of the selected rows, as a tuple."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        columns: Sequence[Column[Any]],
        questions: ListQuestions[Any],
        *,
        sort: str,
        descending: bool = False,
        filters: Sequence[ListFilter] = (),
        empty: EmptyState | None = None,
        export: Callable[[Query], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = name
        self._export = export
        self._held: tuple[tuple[int, ...], int | None] = ((), None)
        self._sort = Query(sort=sort, descending=descending)
        self.model = ListModel(desk.jobs, columns, questions, self)
        self.line = FilterLine(desk, name, filters, exports=export is not None, parent=self)
        self.table = self._make_table()
        self.empty = empty or EmptyState(desk.language.say("Nothing is here yet."), parent=self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        say = desk.language.say
        self.unmatched = EmptyState(
            say("Nothing in the list matches this filter."), say("Show the whole list"), self._widen_all, "filter", self
        )
        self._stack.addWidget(self.unmatched)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.line)
        column.addLayout(self._stack, 1)
        self._widen()
        self._connect()

    def refresh(self) -> None:
        """Asks again for what is shown; the selection and the place in the list stay."""
        self.model.load(self.query())

    def query(self) -> Query:
        """What is shown now."""
        return Query(self.line.words(), self.line.chosen(), self._sort.sort, self._sort.descending)

    def show_query(self, query: Query) -> None:
        """Shows other words, filters and order."""
        self.begin_with(query)
        self.refresh()

    def begin_with(self, query: Query) -> None:
        """Sets words, filters and order for the next asking."""
        if query.sort:
            self._sort = Query(sort=query.sort, descending=query.descending)
            self._mark_order()
        self.line.set_query(query)

    def shown_columns(self) -> tuple[Column[Any], ...]:
        """The columns in sight."""
        return tuple(one for at, one in enumerate(self.model.columns) if not self.table.isColumnHidden(at))

    def selected(self) -> tuple[int, ...]:
        """The keys of the selected rows, in the list's order."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        keys = (self.model.key_at(row) for row in rows)
        return tuple(key for key in keys if key is not None)

    def current(self) -> int | None:
        """The key of the row where the keyboard stands."""
        return self.model.key_at(self.table.currentIndex().row())

    def select(self, key: int) -> bool:
        """Goes to a row; False where the list has not got it (yet)."""
        at = self.model.position(key)
        if at >= 0:
            self.table.setCurrentIndex(self.model.index(at, 0))
        return at >= 0

    def focus_first(self) -> None:
        """Puts the keyboard into the table, on the first row if none is current."""
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def copy(self) -> None:
        """Copies the selected rows as a table that Excel and Writer take; rows out of sight are fetched first."""
        current = self.current()
        keys = self.selected()[:COPY_LIMIT] or (() if current is None else (current,))
        if all(self.model.row_of(key) is not None for key in keys):
            self._to_clipboard(tuple(self.model.row_of(key) for key in keys))
        else:
            self._desk.jobs.ask(self, self.model.questions.rows, keys).then(self._to_clipboard)

    def _make_table(self) -> _Table:
        table = _Table(self)
        table.setModel(self.model)
        table.setItemDelegate(CellDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorShown(True)
        return table

    def _widen(self) -> None:
        header = self.table.horizontalHeader()
        kept = self._desk.memory.widths(self._name)
        for at, column in enumerate(self.model.columns):
            header.resizeSection(at, kept.get(column.key, self._wanted(column)))
        self.table.setFont(tabular(self.table.font()))
        self._mark_order()

    def _wanted(self, column: Column[Any]) -> int:
        """The width a column begins with, and below which a stretching one does not go."""
        widest = max(len(line) for line in column.title.splitlines() or [""])
        return max(column.width_hint, widest) * self.fontMetrics().averageCharWidth() + 24

    def _stretch(self) -> None:
        """Gives the room that is left to the column that stretches."""
        at = next((n for n, column in enumerate(self.model.columns) if column.stretch), -1)
        if at >= 0:
            header = self.table.horizontalHeader()
            rest = self.table.viewport().width() - header.length() + header.sectionSize(at)
            header.resizeSection(at, max(rest, self._wanted(self.model.columns[at])))

    def _connect(self) -> None:
        keys = tuple("" if column.stretch else column.key for column in self.model.columns)
        header = self.table.horizontalHeader()
        self._widths = QTimer(self, singleShot=True, interval=500)
        self._widths.timeout.connect(lambda: self._desk.memory.keep_widths(self._name, header, keys))
        header.sectionResized.connect(self._section_resized)
        self.table.resized.connect(self._stretch)
        header.sectionHandleDoubleClicked.connect(self.table.resizeColumnToContents)
        header.sectionClicked.connect(self._reorder)
        self.line.changed.connect(self.refresh)
        self.line.down.connect(self.focus_first)
        self.line.exporting.connect(lambda: self._act("export"))
        self.line.recalled.connect(self.show_query)
        self.line.query_to_save = self.query
        self.table.pressed_key.connect(self._act)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.selected()))
        self.model.sight = self._sight
        self.model.replacing.connect(self._hold)
        self.model.replaced.connect(self._give_back)
        self.model.counted.connect(self._counted)
        self.model.troubled.connect(lambda trouble: self._desk.problems.show(self, trouble))

    def _section_resized(self, section: int) -> None:
        if self.isVisible() and not self.model.columns[section].stretch:
            self._widths.start()
            self._stretch()

    def _sight(self) -> tuple[int, int]:
        top = self.table.rowAt(0)
        bottom = self.table.rowAt(self.table.viewport().height() - 1)
        return max(top, 0), bottom if bottom >= 0 else self.model.rowCount() - 1

    def _reorder(self, section: int) -> None:
        column = self.model.columns[section]
        if column.sortable:
            again = column.key == self._sort.sort
            self._sort = Query(sort=column.key, descending=again and not self._sort.descending)
            self.refresh()
        self._mark_order()

    def _mark_order(self) -> None:
        at = next((n for n, column in enumerate(self.model.columns) if column.key == self._sort.sort), -1)
        order = Qt.SortOrder.DescendingOrder if self._sort.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(at, order)

    def _act(self, name: str) -> None:
        if name == "copy":
            self.copy()
        elif name == "export" and self._export is not None:
            self._export(self.query())
        elif name == "open":
            self._open(self.table.currentIndex())
        elif name == "preview" and (key := self.current()) is not None:
            self.previewed.emit(key)

    def _open(self, index: QModelIndex) -> None:
        key = self.model.key_at(index.row())
        if key is not None:
            self.opened.emit(key)

    def _to_clipboard(self, rows: tuple[Any, ...]) -> None:
        lines = ["\t".join(_plain(column.title) for column in self.model.columns)]
        lines += ["\t".join(_plain(text) for text in self.model.texts(row)) for row in rows]
        QApplication.clipboard().setText("\n".join(lines))

    def _hold(self) -> None:
        self._held = (self.selected(), self.current())

    def _give_back(self) -> None:
        """The rows that were selected are selected again, wherever they stand now."""
        keys, current = self._held
        chooser = self.table.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Rows
        if current is not None and (at := self.model.position(current)) >= 0:
            chooser.setCurrentIndex(self.model.index(at, 0), QItemSelectionModel.SelectionFlag.NoUpdate | rows)
        for key in keys:
            if (at := self.model.position(key)) >= 0:
                chooser.select(self.model.index(at, 0), QItemSelectionModel.SelectionFlag.Select | rows)

    def _counted(self, rows: int, complete: bool) -> None:
        self.line.show_count(rows, complete)
        narrowed = bool(self.line.words() or self.line.chosen())
        nothing = self.unmatched if narrowed else self.empty
        self._stack.setCurrentWidget(self.table if rows or not complete else nothing)

    def _widen_all(self) -> None:
        self.show_query(Query(sort=self._sort.sort, descending=self._sort.descending))
        self.line.line.setFocus()


def _plain(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
