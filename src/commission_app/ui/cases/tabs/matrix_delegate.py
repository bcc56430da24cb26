"""How the cells of the matrix are painted: a heat map of judged evidence with its weight; scores by icon and word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from commission_app.services.matrix import LinkCell
from commission_app.ui.cases.tabs import matrix_marks, matrix_words
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_sheet import Cell, OutcomeLine, Part, UnitLine, judged
from commission_app.ui.icons import pixmap
from commission_app.ui.theme import palette_now, tabular
from commission_app.ui.theme_palette import tone_names

_ICON, _GAP = 16, 4
_PENDING = 0.6
_CENTRE = Qt.AlignmentFlag.AlignCenter


class MatrixDelegate(QStyledItemDelegate):
    """Paints by asking the model directly: a matrix has thousands of cells in sight."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__(model)
        self._model = model
        self.small = False
        """Whether the cells are the small ones of the overview."""
        # A theme builds the window anew, so what it wears is looked up once, not for each of thousands of cells.
        worn = self._worn = palette_now()
        self._colours = {name: QColor(getattr(worn, name)) for name in ("surface", "raised", "selected", "ink_soft")}
        self._inks = {name: QColor(worn.tone(name).ink) for name in tone_names()}
        self._grounds = {name: QColor(worn.tone(name).ground) for name in tone_names()}
        self._line_pen, self._dot_pen = QPen(QColor(worn.line), 1), QPen(QColor(worn.edge), 2)
        self._focus_pen, self._trouble_pen = QPen(QColor(worn.focus), 2), QPen(QColor(worn.bad.ink), 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        line, column = self._model.lines[index.row()], self._model.columns[index.column()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        unit = isinstance(line, UnitLine)
        rect = option.rect
        painter.fillRect(rect, self._colours["selected" if chosen else "raised" if unit else "surface"])
        if isinstance(line, UnitLine):
            self._sum(painter, option, self._model.text(index))
        else:
            cell = Cell(line.row.outcome_id, column.part, column.key)
            if column.part is Part.ITEM:
                self._link(painter, option, self._model.link(cell), chosen=chosen)
            else:
                self._score(painter, option, line, cell, chosen=chosen)
            self._edges(painter, option, cell)
        if not self.small:
            painter.setPen(self._line_pen)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Tall enough to be read and hit."""
        return QSize(48, option.fontMetrics.height() + 14)

    def _sum(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        if not text or self.small:
            return
        font = tabular(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._colours["ink_soft"])
        painter.drawText(option.rect, _CENTRE, text)
        painter.setFont(option.font)

    def _link(self, painter: QPainter, option: QStyleOptionViewItem, link: LinkCell | None, *, chosen: bool) -> None:
        rect = option.rect
        centre = QRectF(rect).center()
        if link is None:
            if not self.small:
                painter.setPen(self._dot_pen)
                painter.drawPoint(centre)
            return
        judgement = judged(link)
        tone = matrix_marks.TONES[judgement]
        ink = self._inks[tone]
        painter.setOpacity(matrix_marks.FAINT if link.stale else 1.0)
        if self.small:
            matrix_marks.block(painter, QRectF(rect), ink, judgement)
            painter.setOpacity(1.0)
            return
        if not chosen:
            painter.fillRect(rect.adjusted(1, 1, -2, -2), self._grounds[tone])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        matrix_marks.diamond(painter, QPointF(centre.x() - 8, centre.y()), ink, judgement)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(ink)
        painter.drawText(QRectF(centre.x() + 2, rect.top(), 16, rect.height()), _CENTRE, str(link.weight))
        painter.setOpacity(1.0)
        if link.stale:
            spot = rect.topRight()
            painter.drawPixmap(spot.x() - 13, spot.y() + 2, pixmap("clock", 11, self._worn.warn.ink))
        if link.citation or link.note:
            _corner(painter, rect, self._colours["ink_soft"])

    def _score(
        self, painter: QPainter, option: QStyleOptionViewItem, line: OutcomeLine, cell: Cell, *, chosen: bool
    ) -> None:
        score, agreed = self._model.score(cell), cell.part is Part.AGREED
        if score.hidden:
            painter.fillRect(option.rect, QColor(self._worn.raised))
            return
        if score.result is None:
            if agreed and line.row.diverges:
                self._worded(painter, option, "warn", "warn", self._model.language.say("differ"))
            return
        tone = matrix_words.TONES[score.result]
        if self.small:
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), self._inks[tone])
            return
        if (agreed or line.row.diverges) and not chosen:
            painter.fillRect(option.rect.adjusted(1, 1, -2, -2), self._grounds[tone if agreed else "warn"])
        painter.setOpacity(_PENDING if self._model.pending(cell) else 1.0)
        text = matrix_words.score_text(self._model.language, score)
        self._worded(painter, option, tone, matrix_words.ICONS[score.result], text, chosen=chosen)
        painter.setOpacity(1.0)
        if score.reason:
            _corner(painter, option.rect, self._colours["ink_soft"])

    def _worded(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        tone: str,
        icon: str,
        text: str,
        *,
        chosen: bool = False,
    ) -> None:
        """An icon and a word; the word is never cut without the tooltip that says it whole."""
        if self.small:
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), self._grounds[tone])
            return
        ink = self._worn.on_selected if chosen else self._worn.tone(tone).ink
        left, middle = option.rect.left() + 8, option.rect.center().y()
        painter.drawPixmap(left, middle - _ICON // 2 + 1, pixmap(icon, _ICON, ink))
        room = option.rect.adjusted(8 + _ICON + _GAP, 0, -6, 0)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _edges(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        """A trouble has a red frame; the cell under the keyboard has the ring of the focus."""
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        trouble = self._model.trouble(cell)
        if not (focus or trouble):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._trouble_pen if trouble else self._focus_pen)
        painter.drawRect(QRect(option.rect).adjusted(1, 1, -2, -2))


def _corner(painter: QPainter, rect: QRect, ink: QColor) -> None:
    """The folded corner of a cell that has words behind it."""
    right, bottom = rect.right(), rect.bottom() - 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(right - 7, bottom), QPointF(right, bottom), QPointF(right, bottom - 7)]))
