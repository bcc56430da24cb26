"""The model behind a list: the keys of all rows, and the rows themselves fetched by pages when they come into sight."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from commission_app.ui.columns import RIGHT, Column, ListQuestions, Query, State, key_of
from commission_app.ui.jobs import Jobs

if TYPE_CHECKING:
    from commission_app.services.office import Reading
    from commission_app.services.paging import Page

Index = QModelIndex | QPersistentModelIndex

PAGE = 200
KEPT_PAGES = 50
FETCH_MS = 15
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
_AT_ONCE = 4


class ListModel(QAbstractTableModel):
    """Shows the first page as soon as it is there; the count and the jumps follow when the keys have come."""

    counted = Signal(int, bool)
    """How many rows, and whether that is all of them."""
    replacing = Signal()
    """The order of the rows is about to change; whoever holds a selection keeps it by key."""
    replaced = Signal()
    troubled = Signal(object)

    def __init__(
        self, jobs: Jobs, columns: Sequence[Column[Any]], questions: ListQuestions[Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.query = Query()
        self.complete = False
        self._jobs = jobs
        self.questions = questions
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, Any] = {}
        self._pages: OrderedDict[int, None] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._round = 0
        self.sight: Callable[[], tuple[int, int]] = lambda: (0, 0)
        self._fetch = QTimer(self, singleShot=True, interval=FETCH_MS)
        self._fetch.timeout.connect(self._fetch_wanted)

    def load(self, query: Query) -> None:
        """Asks for the list; the same list asked again is exchanged in one go, without a flicker."""
        self._round += 1
        turn, again = self._round, query == self.query and self.complete
        self.query, self.complete = query, again

        def first(reading: "Reading") -> "Page[Any]":
            return self.questions.page(
                reading,
                words=query.words,
                filters=query.filters,
                sort=query.sort,
                descending=query.descending,
                after=None,
                limit=PAGE,
            )

        def ids(reading: "Reading") -> tuple[int, ...]:
            return self.questions.ids(
                reading, words=query.words, filters=query.filters, sort=query.sort, descending=query.descending
            )

        if not again:
            self._jobs.ask(self, first).then(lambda page: self._first(turn, page)).failed(self.troubled.emit)
        self._jobs.ask(self, ids).then(lambda keys: self._all(turn, keys, again)).failed(self.troubled.emit)

    def key_at(self, row: int) -> int | None:
        """The key of a row of the table."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, key: int) -> Any:
        """The row of a key, if it has been fetched."""
        return self._rows.get(key)

    def position(self, key: int) -> int:
        """Where a key stands in the list, or -1."""
        try:
            return self._ids.index(key)
        except ValueError:
            return -1

    def texts(self, row: Any) -> list[str]:
        """A row as it reads, cell by cell."""
        return [column.text(row) for column in self.columns]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows the table has now."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns the table has."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; a row out of sight until now is sent for and reads … meanwhile."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, STATE_ROLE):
            return None
        row = self._rows.get(self._ids[index.row()])
        if row is None:
            self._want(index.row() // PAGE)
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip is not None:
            return column.tooltip(row)
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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def _first(self, turn: int, page: "Page[Any]") -> None:
        if turn != self._round:
            return
        self._keep(page.rows)
        if not self.complete:
            self._replace(tuple(key_of(row) for row in page.rows))
            self._pages[0] = None
            self.counted.emit(len(self._ids), page.cursor is None)

    def _all(self, turn: int, ids: tuple[int, ...], again: bool) -> None:
        if turn != self._round:
            return
        held = len(self._ids)
        if ids[:held] != self._ids:
            self._replace(ids)
        elif len(ids) > held:
            self.beginInsertRows(QModelIndex(), held, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self.complete = True
        self.counted.emit(len(ids), True)
        if again and ids:
            self._ask_sight_again()

    def _ask_sight_again(self) -> None:
        """What stands in sight is sent for anew and stays readable meanwhile; all else is forgotten."""
        top, bottom = self.sight()
        pages = range(max(top, 0) // PAGE, min(max(bottom, 0), len(self._ids) - 1) // PAGE + 1)
        kept = {key for page in pages for key in self._ids[page * PAGE : (page + 1) * PAGE]}
        self._rows = {key: row for key, row in self._rows.items() if key in kept}
        self._pages.clear()
        for page in pages:
            self._want(page)

    def _replace(self, ids: tuple[int, ...]) -> None:
        self.replacing.emit()
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._wanted.clear()
        self.endResetModel()
        self.replaced.emit()

    def _want(self, page: int) -> None:
        if page in self._pages:
            return
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        if not self._fetch.isActive():
            self._fetch.start()

    def _fetch_wanted(self) -> None:
        """Sends for the pages wanted last: those passed in a fling are out of sight already."""
        pages = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()
        for page in pages:
            keys = self._ids[page * PAGE : (page + 1) * PAGE]
            if not keys:
                continue
            self._pages[page] = None
            met, words = self.questions.met, self.query.words
            if met is not None and words:
                promise = self._jobs.ask_each(self, met, keys, words)
            else:
                promise = self._jobs.ask_each(self, self.questions.rows, keys)
            promise.then(partial(self._fetched, self._round, page)).failed(partial(self._missed, page))

    def _fetched(self, turn: int, page: int, rows: tuple[Any, ...]) -> None:
        if turn != self._round or page not in self._pages:
            return  # the keys came anew while this page was on its way: it is sent for again where it is seen
        self._keep(rows)
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT_PAGES:
            old, _ = self._pages.popitem(last=False)
            for key in self._ids[old * PAGE : (old + 1) * PAGE]:
                self._rows.pop(key, None)
        last = min((page + 1) * PAGE, len(self._ids)) - 1
        if last >= page * PAGE:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))

    def _keep(self, rows: Sequence[Any]) -> None:
        self._rows.update((key_of(row), row) for row in rows)

    def _missed(self, page: int, trouble: Exception) -> None:
        self._pages.pop(page, None)
        self.troubled.emit(trouble)


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.align == RIGHT else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
