"""The table of the matrix: the keyboard of a spreadsheet, outcomes that stay at the left edge, and the overview."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from commission_app.i18n import Language
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_delegate import MatrixDelegate
from commission_app.ui.cases.tabs.matrix_edge import INDENT, ColumnEdge, OutcomeEdge
from commission_app.ui.cases.tabs.matrix_model import Index, MatrixModel
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Line, OutcomeLine, Part, UnitLine
from commission_app.ui.theme import palette_now
from commission_app.wording.words import word

KEY = Qt.Key
_LEAST = 200
_TINY, _SMALL_LINE = 4, 14
_WANTS = {
    (KEY.Key_Delete, False): "empty",
    (KEY.Key_Backspace, False): "empty",
    (KEY.Key_Space, False): "toggle",
    (KEY.Key_F2, False): "edit",
    (KEY.Key_D, True): "fill",
    (KEY.Key_C, True): "copy",
    (KEY.Key_V, True): "paste",
    (KEY.Key_Z, True): "undo",
    (KEY.Key_G, True): "gap",
    (KEY.Key_H, True): "history",
}
_ENTER = (KEY.Key_Return, KEY.Key_Enter)


class MatrixView(QTableView):
    """Arrows, Tab and Enter move; the other keys say what is wanted of the cells chosen."""

    typed = Signal(str)
    """A letter, figure or sign was typed upon the chosen cells."""
    wanted = Signal(str)
    """One of: empty, toggle, edit, fill, copy, paste, undo, gap, history."""
    seat_wanted = Signal(int)
    """Ctrl and a figure: who scores."""
    touched = Signal()
    """A key or the mouse is about to do something: what was said before is read."""
    moved = Signal()
    """Another cell is current, or others are chosen."""

    def __init__(self, language: Language, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._corner = QLabel(self)
        self._corner.setProperty("role", "label")
        self._corner.setIndent(INDENT)
        self._edge = OutcomeEdge(model, self)
        self._top = ColumnEdge(model, self)
        self._delegate = MatrixDelegate(model)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        # The cell under the keyboard has its own ring.
        worn = palette_now()
        self._ground = QColor(worn.surface)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setStyleSheet(
            f"QTableView:focus {{ border: 1px solid {worn.line}; }}"
            f"QAbstractScrollArea::corner {{ background: {worn.surface}; border: 0; }}"
        )
        self.setAccessibleName(language.say("Matrix of outcomes and evidence"))
        self.setVerticalHeader(self._edge)
        self.setHorizontalHeader(self._top)
        self._edge.folded.connect(self._fold)
        for head in (self._top, self._edge):
            head.setMinimumSectionSize(_TINY)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self.doubleClicked.connect(lambda _: self.wanted.emit("edit"))
        model.modelReset.connect(self.fit)

    def name_outcomes(self, text: str) -> None:
        """What the outcomes are called in this procedure."""
        self._corner.setText(text)

    @property
    def overview(self) -> bool:
        """Whether the whole matrix is shown in small cells."""
        return self._delegate.small

    def show_overview(self, small: bool) -> None:
        """Shows the whole matrix in small cells, or cells that can be read."""
        self._delegate.small = self._edge.small = self._top.small = small
        self._corner.setVisible(not small)
        self.fit()

    def cells(self) -> tuple[Cell, ...]:
        """The chosen cells of outcomes, from top to bottom; the lines of units are no cells."""
        chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda at: (at.column(), at.row()))
        found = (self._matrix.cell(index) for index in chosen)
        return tuple(cell for cell in found if cell is not None)

    def current(self) -> Cell | None:
        """The cell under the keyboard."""
        return self._matrix.cell(self.currentIndex())

    def current_line(self) -> Line | None:
        """The line under the keyboard."""
        row = self.currentIndex().row()
        return self._matrix.lines[row] if 0 <= row < len(self._matrix.lines) else None

    def go_to(self, cell: Cell) -> None:
        """Puts the keyboard on a cell, where it is in sight."""
        at = self._matrix.at(cell)
        if at.isValid():
            self.setCurrentIndex(at)

    def paint_now(self, cells: tuple[Cell, ...]) -> None:
        """Paints cells at once: what is typed is seen before the office begins to store it."""
        places = QRegion()
        for cell in cells:
            places += self.visualRect(self._matrix.at(cell))
        self.viewport().repaint(places & QRegion(self.viewport().rect()))

    def step(self, rows: int, columns: int = 0) -> None:
        """Goes to the next outcome down or up, or to the next column, over the lines of units."""
        at, last = self.currentIndex(), self._matrix.columnCount() - 1
        row, column = at.row() + rows, at.column() + columns
        if columns and not 0 <= column <= last:
            row, column = row + columns, 0 if columns > 0 else last
        way = rows or columns
        while 0 <= row < len(self._matrix.lines) and not isinstance(self._matrix.lines[row], OutcomeLine):
            row += way
        if 0 <= row < len(self._matrix.lines):
            self.setCurrentIndex(self._matrix.index(row, column))

    def fit(self) -> None:
        """Makes the columns as wide as their words, and the lines as tall as theirs."""
        figures = self.fontMetrics()
        widest = max(figures.horizontalAdvance(word(self._matrix.language, one)) for one in matrix_words.KEYS)
        small = self._small_sizes() if self.overview else None
        for at, column in enumerate(self._matrix.columns):
            wide = figures.horizontalAdvance("P00") + 30 if column.part is Part.ITEM else widest + 48
            self._top.resizeSection(at, small[0] if small else wide)
        self._share_room()
        self._fit_lines(small[1] if small else 0)
        self._top.updateGeometry()
        self.updateGeometries()
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keys that mean something in the matrix are not the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if (KEY(event.key()), held) in _WANTS:
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the next cell; at the end of the matrix it leaves."""
        before = self.currentIndex()
        if not self.hasFocus():  # a small editor over the matrix asks too, when it closes
            return super().focusNextPrevChild(forward)
        self.step(0, 1 if forward else -1)
        return True if self.currentIndex() != before else super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the matrix; the rest as in every table."""
        self.touched.emit()
        key, held = KEY(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        line, text = self.current_line(), event.text()
        if isinstance(line, UnitLine) and key in (KEY.Key_Space, *_ENTER):
            self._fold(line.unit.unit_id)
        elif (key, control) in _WANTS:
            self.wanted.emit(_WANTS[key, control])
        elif control and KEY.Key_0 <= key <= KEY.Key_9:
            self.seat_wanted.emit(key - KEY.Key_0)
        elif key in _ENTER and not control:
            self._enter(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
        elif text.strip() and not control and not held & Qt.KeyboardModifier.AltModifier:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every cell covers its ground, and what no cell covers is filled: so scrolling only moves what is painted."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a cell."""
        self.touched.emit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """In the overview a click opens the cell."""
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if self.overview and at.isValid():
            self.wanted.emit("open")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the outcomes their share of the room."""
        super().resizeEvent(event)
        if self._share_room() or self.overview:
            self._fit_lines(self._small_sizes()[1] if self.overview else 0)

    def updateGeometries(self) -> None:
        """Keeps the heading of the outcomes in its corner."""
        super().updateGeometries()
        head = self.horizontalHeader()
        self._corner.setGeometry(QRect(self._edge.x(), head.y(), self._edge.width(), head.height()))

    def _enter(self, way: int) -> None:
        if self.overview:
            self.wanted.emit("open")
        else:
            self.step(way)

    def _share_room(self) -> bool:
        """The outcomes get three tenths, or all that the columns leave; says whether that changed."""
        width = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        rest = width - self.horizontalHeader().length()
        wide = max(width * 30 // 100, rest, _LEAST)
        changed = wide != self._edge.width()
        self._edge.setFixedWidth(wide)
        return changed

    def _fit_lines(self, small: int) -> None:
        """Units have one line, outcomes one or two; in the overview all are as low as it takes."""
        figures, edge, language = self._edge.fontMetrics(), self._edge, self._matrix.language
        one = figures.height() + 14
        for at, line in enumerate(self._matrix.lines):
            if small:
                tall = small if isinstance(line, OutcomeLine) else figures.height() + 4
            elif isinstance(line, UnitLine):
                tall = one
            else:
                text = matrix_words.line_name(language, line, tip=False)
                tall = one if len(edge.broken(figures, text)) == 1 else one + figures.height() - 4
            if edge.sectionSize(at) != tall:
                edge.resizeSection(at, tall)

    def _small_sizes(self) -> tuple[int, int]:
        """How wide and tall the small cells are, so that as much as possible is in sight."""
        units = sum(isinstance(line, UnitLine) for line in self._matrix.lines)
        rows = max(len(self._matrix.lines) - units, 1)
        tall = (self.viewport().height() - units * (self._edge.fontMetrics().height() + 4)) // rows
        wide = self.width() * 65 // 100 // max(len(self._matrix.columns), 1)
        return min(max(wide, 8), 28), min(max(tall, _TINY), _SMALL_LINE)

    def _fold(self, unit_id: int) -> None:
        """Folds a unit; the keyboard stays on its line."""
        column = max(self.currentIndex().column(), 0)
        self._matrix.fold(unit_id)
        for row, line in enumerate(self._matrix.lines):
            if isinstance(line, UnitLine) and line.unit.unit_id == unit_id:
                self.setCurrentIndex(self._matrix.index(row, column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The edges light up where the keyboard is."""
        super().currentChanged(current, previous)
        if current.column() != previous.column():
            self._top.viewport().update()
        if current.row() != previous.row():
            self._edge.viewport().update()
