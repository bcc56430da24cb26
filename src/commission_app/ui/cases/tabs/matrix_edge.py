"""The edges of the matrix: outcomes with their units at the left, evidence and assessors on top."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_sheet import Part, SheetColumn, UnitLine
from commission_app.ui.icons import pixmap
from commission_app.ui.theme import palette_now, type_font

INDENT = 28
_BAR, _ICON = 56, 14
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_KINDS = {
    EvidenceKind.CERTIFICATE: "certificate",
    EvidenceKind.DIGITAL_CREDENTIAL: "certificate",
    EvidenceKind.TRANSCRIPT: "table",
    EvidenceKind.CV: "person",
    EvidenceKind.SELF_ASSESSMENT: "person",
    EvidenceKind.IDENTITY: "person",
    EvidenceKind.EMPLOYER_REFERENCE: "cases",
    EvidenceKind.EMPLOYER_STATEMENT: "cases",
    EvidenceKind.EMPLOYER_REPORT: "cases",
    EvidenceKind.EMPLOYMENT_CONTRACT: "cases",
    EvidenceKind.DEMONSTRATION: "eye",
    EvidenceKind.PHOTO_OR_VIDEO: "eye",
    EvidenceKind.OUTSIDE_COURSE: "standards",
    EvidenceKind.COURSE_DESCRIPTION: "standards",
    EvidenceKind.FOREIGN_STATEMENT: "globe",
    EvidenceKind.TRANSLATION: "globe",
}


class _Edge(QHeaderView):
    """What both edges share: they paint from the model and light up where the keyboard is."""

    def __init__(self, way: Qt.Orientation, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(way, parent)
        self._matrix = model
        self._worn = palette_now()
        self._strong = QFont(self.font())
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small = type_font("small")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(True)
        # Every section covers its ground: so scrolling moves what is painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What no section covers is filled too."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._worn.surface))
        painter.end()
        super().paintEvent(event)

    def _is_here(self, section: int) -> bool:
        view = self.parent()
        if not isinstance(view, QTableView):
            return False
        at = view.currentIndex()
        return section == (at.row() if self.orientation() is Qt.Orientation.Vertical else at.column())

    def _ground(self, painter: QPainter, rect: QRect, *, here: bool, raised: bool) -> None:
        worn = self._worn
        painter.fillRect(rect, QColor(worn.selected if here else worn.raised if raised else worn.surface))
        painter.setPen(QPen(QColor(worn.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QPen(QColor(worn.edge if self.orientation() is Qt.Orientation.Vertical else worn.line), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())


class OutcomeEdge(_Edge):
    """The left edge: units that fold, with a bar of what is carried, and below each its outcomes in up to two lines."""

    folded = Signal(int)

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, model, parent)
        self.small = False
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}

    def room(self) -> int:
        """How wide an outcome's text may be."""
        return self.width() - INDENT - _ICON - 6

    def broken(self, metrics: QFontMetrics, text: str) -> tuple[str, ...]:
        """A text in at most two lines, the second cut where there is more."""
        place = (text, self.room())
        if place not in self._broken:
            if len(self._broken) > 4000:
                self._broken.clear()
            self._broken[place] = two_lines(metrics, text, self.room())
        return self._broken[place]

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paints one line of the edge."""
        if not 0 <= section < len(self._matrix.lines):
            return
        line, here = self._matrix.lines[section], self._is_here(section)
        painter.save()
        painter.setClipRect(rect)
        self._ground(painter, rect, here=here, raised=isinstance(line, UnitLine))
        painter.setPen(QColor(self._worn.on_selected if here else self._worn.ink))
        text = matrix_words.line_name(self._matrix.language, line, tip=False)
        if isinstance(line, UnitLine):
            self._unit(painter, rect, line, text)
        elif not self.small:
            painter.setFont(self.font())
            if not line.row.supported:
                painter.drawPixmap(rect.left() + 8, rect.center().y() - 6, pixmap("ring", _ICON, self._worn.warn.ink))
            if line.row.criterion is not None:
                spot = rect.right() - _ICON - 4
                painter.drawPixmap(spot, rect.center().y() - 6, pixmap("person", _ICON, self._worn.info.ink))
            shown = "\n".join(self.broken(painter.fontMetrics(), text))
            painter.drawText(rect.adjusted(INDENT, 0, -_ICON - 6, 0), _LEFT, shown)
        painter.restore()

    def _unit(self, painter: QPainter, rect: QRect, line: UnitLine, text: str) -> None:
        worn = self._worn
        arrow = pixmap("forward" if line.folded else "down", _ICON, worn.ink_soft)
        painter.drawPixmap(rect.left() + 8, rect.center().y() - 7, arrow)
        carried, every = sum(row.supported for row in line.unit.rows), len(line.unit.rows)
        painter.setFont(self._small)
        figures = f"{carried}/{every}"
        wide = painter.fontMetrics().horizontalAdvance("00/00") + 4
        painter.drawText(rect.adjusted(0, 0, -8, 0), _RIGHT, figures)
        bar = QRect(rect.right() - 8 - wide - _BAR, rect.center().y() - 3, _BAR, 7)
        painter.fillRect(bar, QColor(worn.line))
        painter.fillRect(QRect(bar.left(), bar.top(), _BAR * carried // max(every, 1), 7), QColor(worn.good.ink))
        painter.setFont(self._strong)
        room = QRect(rect.left() + INDENT, rect.top(), bar.left() - 8 - rect.left() - INDENT, rect.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a unit folds it."""
        super().mouseReleaseEvent(event)
        at = self.logicalIndexAt(event.position().toPoint())
        line = self._matrix.lines[at] if 0 <= at < len(self._matrix.lines) else None
        if isinstance(line, UnitLine):
            self.folded.emit(line.unit.unit_id)


class ColumnEdge(_Edge):
    """The top edge: each piece of evidence with the picture of its kind and how many outcomes it is held against."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, parent)
        self.small = False

    def sizeHint(self) -> QSize:
        """Two lines, or one narrow strip in the overview."""
        tall = 12 if self.small else 2 * self.fontMetrics().height() + 10
        return QSize(super().sizeHint().width(), tall)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paints one heading."""
        if not 0 <= section < len(self._matrix.columns):
            return
        column, here = self._matrix.columns[section], self._is_here(section)
        painter.save()
        painter.setClipRect(rect)
        self._ground(painter, rect, here=here, raised=False)
        if not self.small:
            half = rect.height() // 2
            above = QRect(rect.left() + 4, rect.top() + 2, rect.width() - 8, half)
            below = QRect(rect.left() + 4, rect.top() + half - 2, rect.width() - 8, half)
            name = matrix_words.column_name(self._matrix, column, tip=False)
            painter.setPen(QColor(self._worn.on_selected if here else self._worn.ink))
            painter.setFont(self._strong)
            above = self._pictured(painter, above, column)
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, above.width())
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter if column.part is Part.ITEM else _LEFT, shown)
            painter.setFont(self._small)
            painter.setPen(QColor(self._worn.on_selected if here else self._worn.ink_soft))
            painter.drawText(
                below, Qt.AlignmentFlag.AlignCenter if column.part is Part.ITEM else _LEFT, self._count(column)
            )
        painter.restore()

    def _pictured(self, painter: QPainter, room: QRect, column: SheetColumn) -> QRect:
        """Paints the picture of the column, if it has one, and gives the room that is left."""
        name = ""
        if column.item is not None:
            name = _KINDS.get(column.item.kind, "file")
        elif column.seat is not None and column.seat.hidden:
            name = "lock"
        if not name:
            return room
        painter.drawPixmap(room.left(), room.center().y() - 6, pixmap(name, _ICON, self._worn.ink_soft))
        return room.adjusted(_ICON + 2, 0, 0, 0)

    def _count(self, column: SheetColumn) -> str:
        if column.item is not None:
            return str(self._matrix.many(column) or "–")
        if column.seat is not None:
            return matrix_words.progress(self._matrix.language, column.seat)
        every = sum(len(unit.rows) for unit in self._matrix.card.units) if self._matrix.card is not None else 0
        return self._matrix.language.say("{done} of {all}", done=self._matrix.many(column), all=every)


def two_lines(metrics: QFontMetrics, text: str, room: int) -> tuple[str, ...]:
    """A text broken at a word, the second line cut with dots where it is too long."""
    if metrics.horizontalAdvance(text) <= room:
        return (text,)
    words, first = text.split(" "), ""
    for at, one in enumerate(words):
        longer = f"{first} {one}".strip()
        if first and metrics.horizontalAdvance(longer) > room:
            rest = " ".join(words[at:])
            return first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        first = longer
    return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, room),)
