"""How the cells of the matrix are painted: marks by colour, shape and letter; scores by icon and word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from commission_app.rules.vocabulary.evidence import Judgement
from commission_app.services.matrix import LinkCell
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_sheet import Cell, OutcomeLine, Part, UnitLine, judged
from commission_app.ui.icons import pixmap
from commission_app.ui.theme import palette_now, tabular
from commission_app.ui.theme_palette import Palette

LINK_TONES = {
    Judgement.YES: "good",
    Judgement.PARTLY: "warn",
    Judgement.NO: "bad",
    Judgement.NOT_JUDGED: "neutral",
}
_HALF, _ICON, _GAP = 6.0, 16, 4
_DIM = 0.45


class MatrixDelegate(QStyledItemDelegate):
    """Paints by asking the model directly: a matrix has thousands of cells in sight."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__(model)
        self._model = model
        # A theme builds the window anew, so what it wears is looked up once, not for each of thousands of cells.
        worn = self._worn = palette_now()
        self._grounds = {name: QColor(getattr(worn, name)) for name in ("surface", "raised", "selected")}
        self._line_pen, self._dot_pen = QPen(QColor(worn.line), 1), QPen(QColor(worn.edge), 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        worn, line = self._worn, self._model.lines[index.row()]
        column = self._model.columns[index.column()]
        painter.save()
        painter.setClipRect(option.rect)
        self._ground(painter, option, head=isinstance(line, UnitLine))
        if isinstance(line, UnitLine):
            self._sum(painter, option, worn, self._model.text(index))
        else:
            cell = Cell(line.row.outcome_id, column.part, column.key)
            if column.part is Part.ITEM:
                self._link(painter, option, worn, self._model.link(cell))
            else:
                self._score(painter, option, worn, line, cell)
            self._edges(painter, option, worn, cell)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Tall enough to be read and hit."""
        return QSize(48, option.fontMetrics.height() + 14)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, head: bool) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, self._grounds["selected" if chosen else "raised" if head else "surface"])
        painter.setPen(self._line_pen)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())

    def _sum(self, painter: QPainter, option: QStyleOptionViewItem, worn: Palette, text: str) -> None:
        font = tabular(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(worn.ink_soft))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, text)

    def _link(self, painter: QPainter, option: QStyleOptionViewItem, worn: Palette, link: LinkCell | None) -> None:
        centre = QRectF(option.rect).center()
        if link is None:
            painter.setPen(self._dot_pen)
            painter.drawPoint(centre)
            return
        judgement = judged(link)
        ink = QColor(worn.tone(LINK_TONES[judgement]).ink)
        painter.setOpacity(_DIM if link.stale else 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _diamond(painter, QPointF(centre.x() - 7, centre.y()), ink, judgement)
        painter.setPen(ink)
        box = QRectF(centre.x() + 3, option.rect.top(), 14, option.rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, matrix_words.letter(self._model.language, judgement))
        painter.setOpacity(1.0)
        if link.stale:
            spot = option.rect.topRight()
            painter.drawPixmap(spot.x() - 13, spot.y() + 2, pixmap("clock", 11, worn.warn.ink))

    def _score(
        self, painter: QPainter, option: QStyleOptionViewItem, worn: Palette, line: OutcomeLine, cell: Cell
    ) -> None:
        score, agreed = self._model.score(cell), cell.part is Part.AGREED
        if score.result is None:
            if agreed and line.row.diverges:
                self._worded(painter, option, worn, "warn", "warn", self._model.language.say("differ"))
            return
        tone = matrix_words.TONES[score.result]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if (agreed or line.row.diverges) and not chosen:
            ground = worn.tone(tone).ground if agreed else worn.warn.ground
            painter.fillRect(option.rect.adjusted(1, 1, -2, -2), QColor(ground))
        text = matrix_words.score_text(self._model.language, score)
        painter.setOpacity(1.0 if self._model.stored(cell) == score else 0.6)
        self._worded(painter, option, worn, tone, matrix_words.ICONS[score.result], text, chosen=chosen)
        painter.setOpacity(1.0)
        if score.reason:
            _corner(painter, option.rect, QColor(worn.ink_soft))

    def _worded(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        worn: Palette,
        tone: str,
        icon: str,
        text: str,
        *,
        chosen: bool = False,
    ) -> None:
        """An icon and a word; the word is never cut without the tooltip that says it whole."""
        ink = worn.on_selected if chosen else worn.tone(tone).ink
        left, middle = option.rect.left() + 8, option.rect.center().y()
        painter.drawPixmap(left, middle - _ICON // 2 + 1, pixmap(icon, _ICON, ink))
        room = option.rect.adjusted(8 + _ICON + _GAP, 0, -6, 0)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _edges(self, painter: QPainter, option: QStyleOptionViewItem, worn: Palette, cell: Cell) -> None:
        """A trouble has a red frame; the cell under the keyboard has the ring of the focus."""
        rect = QRect(option.rect).adjusted(1, 1, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._model.trouble(cell):
            painter.setPen(QPen(QColor(worn.bad.ink), 2))
            painter.drawRect(rect)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(worn.focus), 2))
            painter.drawRect(rect)


def _diamond(painter: QPainter, at: QPointF, ink: QColor, judgement: Judgement) -> None:
    """Full for yes, half for partly, empty while not judged, crossed for no."""
    corners = (QPointF(0, -_HALF), QPointF(_HALF, 0), QPointF(0, _HALF), QPointF(-_HALF, 0))
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(ink if judgement is Judgement.YES else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
    if judgement is Judgement.PARTLY:
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([at + corners[1], at + corners[2], at + corners[3]]))
    if judgement is Judgement.NO:
        painter.drawLine(at + QPointF(-_HALF, -_HALF), at + QPointF(_HALF, _HALF))


def _corner(painter: QPainter, rect: QRect, ink: QColor) -> None:
    """The folded corner of a cell that has a reason."""
    right, top = rect.right(), rect.top() + 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(right - 7, top), QPointF(right, top), QPointF(right, top + 7)]))
