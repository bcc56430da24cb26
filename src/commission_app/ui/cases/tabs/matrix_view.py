"""The table of the matrix: the keyboard of a spreadsheet, and outcomes that stay at the left edge."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from commission_app.i18n import Language
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_delegate import MatrixDelegate
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Part, UnitLine
from commission_app.ui.icons import pixmap
from commission_app.ui.theme import palette_now
from commission_app.wording.words import word

_SCORES = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3}
_LEAST, _INDENT = 200, 28


class MatrixView(QTableView):
    """Arrows move; the other keys say what is wanted of the cells chosen."""

    scored = Signal(int)
    """A key from 1 to 4, as 0 to 3."""
    emptied = Signal()
    """Delete."""
    toggled = Signal()
    """Space: linked or not."""
    entered = Signal()
    """Enter or F2: edit."""
    filled = Signal()
    """Ctrl+D: as above."""
    moved = Signal()
    """Another cell is current, or others are chosen."""

    def __init__(self, language: Language, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._corner = QLabel(self)
        self._corner.setProperty("role", "label")
        self._corner.setIndent(_INDENT)
        self._edge = OutcomeEdge(model, self)
        self.setModel(model)
        self.setItemDelegate(MatrixDelegate(model))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        # The cell under the keyboard has its own ring.
        worn = palette_now()
        self.setStyleSheet(
            f"QTableView:focus {{ border: 1px solid {worn.line}; }}"
            f"QAbstractScrollArea::corner {{ background: {worn.surface}; border: 0; }}"
        )
        self.setAccessibleName(language.say("Matrix of outcomes and evidence"))
        self.setVerticalHeader(self._edge)
        self._edge.folded.connect(self._fold)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setHighlightSections(True)
        head.setMinimumSectionSize(32)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self.doubleClicked.connect(lambda _: self.entered.emit())
        model.modelReset.connect(self.fit)

    def name_outcomes(self, text: str) -> None:
        """What the outcomes are called in this procedure."""
        self._corner.setText(text)

    def cells(self) -> tuple[Cell, ...]:
        """The chosen cells of outcomes, from top to bottom; the lines of units are no cells."""
        chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda at: (at.column(), at.row()))
        found = (self._matrix.cell(index) for index in chosen)
        return tuple(cell for cell in found if cell is not None)

    def current(self) -> Cell | None:
        """The cell under the keyboard."""
        return self._matrix.cell(self.currentIndex())

    def step_down(self) -> None:
        """Goes one outcome down, as a spreadsheet does after a value."""
        at = self.currentIndex()
        if at.row() + 1 < self._matrix.rowCount():
            self.setCurrentIndex(self._matrix.index(at.row() + 1, at.column()))

    def fit(self) -> None:
        """Makes the columns as wide as their words."""
        figures, head = self.fontMetrics(), self.horizontalHeader()
        widest = max(figures.horizontalAdvance(word(self._matrix.language, one)) for one in matrix_words.KEYS)
        for at, column in enumerate(self._matrix.columns):
            narrow = column.part is Part.ITEM
            head.resizeSection(at, figures.horizontalAdvance("P00") + 26 if narrow else widest + 48)
        self.verticalHeader().setDefaultSectionSize(figures.height() + 14)
        self._share_room()
        self.updateGeometries()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the matrix; the rest as in every table."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        line = self._line()
        if isinstance(line, UnitLine) and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._fold(line.unit.unit_id)
        elif control and key is Qt.Key.Key_D:
            self.filled.emit()
        elif not control and key in _SCORES:
            self.scored.emit(_SCORES[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        elif key is Qt.Key.Key_Space:
            self.toggled.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not control:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the outcomes their share of the room."""
        self._share_room()
        super().resizeEvent(event)

    def updateGeometries(self) -> None:
        """Keeps the heading of the outcomes in its corner."""
        super().updateGeometries()
        head = self.horizontalHeader()
        self._corner.setGeometry(QRect(self._edge.x(), head.y(), self._edge.width(), head.height()))

    def _share_room(self) -> None:
        """The outcomes get three tenths, or all that the columns leave."""
        width = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        rest = width - self.horizontalHeader().length()
        self._edge.setFixedWidth(max(width * 30 // 100, rest, _LEAST))

    def _line(self) -> object:
        row = self.currentIndex().row()
        return self._matrix.lines[row] if 0 <= row < len(self._matrix.lines) else None

    def _fold(self, unit_id: int) -> None:
        """Folds a unit; the keyboard stays on its line."""
        column = max(self.currentIndex().column(), 0)
        self._matrix.fold(unit_id)
        for row, line in enumerate(self._matrix.lines):
            if isinstance(line, UnitLine) and line.unit.unit_id == unit_id:
                self.setCurrentIndex(self._matrix.index(row, column))


class OutcomeEdge(QHeaderView):
    """The left edge: units that fold, and below each its outcomes, cut with a tooltip where they are long."""

    folded = Signal(int)

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = model
        self._worn = palette_now()
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paints one line of the edge."""
        if not 0 <= section < len(self._matrix.lines):
            return
        worn, line = self._worn, self._matrix.lines[section]
        unit = isinstance(line, UnitLine)
        view = self.parent()
        here = isinstance(view, QTableView) and view.currentIndex().row() == section
        painter.save()
        painter.fillRect(rect, QColor(worn.selected if here else worn.raised if unit else worn.surface))
        painter.setPen(QPen(QColor(worn.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QPen(QColor(worn.edge), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if unit else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(worn.on_selected if here else worn.ink))
        if isinstance(line, UnitLine):
            arrow = pixmap("forward" if line.folded else "down", 14, worn.ink_soft)
            painter.drawPixmap(rect.left() + 8, rect.center().y() - 7, arrow)
        elif not line.row.supported:
            painter.drawPixmap(rect.left() + 8, rect.center().y() - 6, pixmap("ring", 14, worn.warn.ink))
        room = rect.adjusted(_INDENT, 0, -8, 0)
        text = str(self._matrix.headerData(section, Qt.Orientation.Vertical))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a unit folds it."""
        super().mouseReleaseEvent(event)
        at = self.logicalIndexAt(event.position().toPoint())
        line = self._matrix.lines[at] if 0 <= at < len(self._matrix.lines) else None
        if isinstance(line, UnitLine):
            self.folded.emit(line.unit.unit_id)
