"""How the cells of the matrix are painted: a heat map of judged evidence with its weight; scores by icon and word."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from commission_app.rules.vocabulary.evidence import Judgement
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
_CHOSEN, _FOCUS = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_MOST_PICTURES = 2000


@dataclass(frozen=True, slots=True)
class _LinkLook:
    """What can be seen of a link."""

    judgement: Judgement
    weight: int
    stale: bool
    worded: bool


@dataclass(frozen=True, slots=True)
class _ScoreLook:
    """What can be seen of a score: a word in a tone, upon a ground where it matters."""

    text: str
    tone: str
    icon: str
    ground: str
    pending: bool
    worded: bool


@dataclass(frozen=True, slots=True)
class _SumLook:
    """What can be seen on the line of a unit."""

    text: str


_VEILED, _BARE, _UNSCORED = _SumLook("veiled"), _SumLook("bare"), _SumLook("unscored")
_Look = _LinkLook | _ScoreLook | _SumLook


class MatrixDelegate(QStyledItemDelegate):
    """Paints by asking the model directly; cells that look alike are painted once and then copied."""

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
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        line, column = self._model.lines[index.row()], self._model.columns[index.column()]
        state, rect = option.state.value, option.rect
        chosen = bool(state & _CHOSEN)
        cell = None if isinstance(line, UnitLine) else Cell(line.row.outcome_id, column.part, column.key)
        if isinstance(line, UnitLine):
            look: _Look = _SumLook(self._model.text(index))
        elif column.part is Part.ITEM:
            look = _look_of_link(self._model.link(cell)) if cell is not None else _BARE
        else:
            look = self._look_of_score(line, Cell(line.row.outcome_id, column.part, column.key))
        ratio = painter.device().devicePixelRatioF()
        wide, tall = rect.width(), rect.height()
        place = (look, cell is None, chosen, self.small, wide, tall, ratio)
        picture = self._pictures.get(place)
        if picture is None:
            picture = self._pictured(option, look, QSize(wide, tall), ratio, chosen=chosen, unit=cell is None)
            if len(self._pictures) > _MOST_PICTURES:
                self._pictures.clear()
            self._pictures[place] = picture
        painter.drawPixmap(rect.topLeft(), picture)
        if cell is not None:
            self._edges(painter, rect, cell, focus=bool(state & _FOCUS))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Tall enough to be read and hit."""
        return QSize(48, option.fontMetrics.height() + 14)

    def _look_of_score(self, line: OutcomeLine, cell: Cell) -> _Look:
        score, agreed, language = self._model.score(cell), cell.part is Part.AGREED, self._model.language
        if score.hidden:
            return _VEILED
        if score.result is None:
            differs = agreed and line.row.diverges
            return _ScoreLook(language.say("differ"), "warn", "warn", "", False, False) if differs else _UNSCORED
        tone = matrix_words.TONES[score.result]
        ground = tone if agreed else "warn" if line.row.diverges else ""
        text, icon = matrix_words.score_text(language, score), matrix_words.ICONS[score.result]
        return _ScoreLook(text, tone, icon, ground, self._model.pending(cell), bool(score.reason))

    def _pictured(
        self, option: QStyleOptionViewItem, look: _Look, size: QSize, ratio: float, *, chosen: bool, unit: bool
    ) -> QPixmap:
        """A cell of this look, painted once."""
        made = QPixmap(max(ceil(size.width() * ratio), 1), max(ceil(size.height() * ratio), 1))
        made.setDevicePixelRatio(ratio)
        raised = unit or look is _VEILED
        made.fill(self._colours["selected" if chosen else "raised" if raised else "surface"])
        painter = QPainter(made)
        painter.setFont(option.font)
        rect = QRect(0, 0, size.width(), size.height())
        match look:
            case _LinkLook():
                self._link(painter, rect, look, chosen=chosen)
            case _ScoreLook():
                self._score(painter, option, rect, look, chosen=chosen)
            case _:
                self._sum(painter, option, rect, look, unit=unit)
        painter.setOpacity(1.0)
        if not self.small:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(self._line_pen)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.end()
        return made

    def _sum(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, look: _SumLook, *, unit: bool) -> None:
        if self.small:
            return
        if look is _BARE:
            painter.setPen(self._dot_pen)
            painter.drawPoint(QRectF(rect).center())
        elif unit:
            font = tabular(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(self._colours["ink_soft"])
            painter.drawText(rect, _CENTRE, look.text)

    def _link(self, painter: QPainter, rect: QRect, look: _LinkLook, *, chosen: bool) -> None:
        tone = matrix_marks.TONES[look.judgement]
        ink, centre = self._inks[tone], QRectF(rect).center()
        painter.setOpacity(matrix_marks.FAINT if look.stale else 1.0)
        if self.small:
            matrix_marks.block(painter, QRectF(rect), ink, look.judgement)
            return
        if not chosen:
            painter.fillRect(rect.adjusted(1, 1, -2, -2), self._grounds[tone])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        matrix_marks.diamond(painter, QPointF(centre.x() - 8, centre.y()), ink, look.judgement)
        painter.setPen(ink)
        painter.drawText(QRectF(centre.x() + 2, rect.top(), 16, rect.height()), _CENTRE, str(look.weight))
        painter.setOpacity(1.0)
        if look.stale:
            spot = rect.topRight()
            painter.drawPixmap(spot.x() - 13, spot.y() + 2, pixmap("clock", 11, self._worn.warn.ink))
        if look.worded:
            _corner(painter, rect, self._colours["ink_soft"])

    def _score(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, look: _ScoreLook, *, chosen: bool
    ) -> None:
        """An icon and a word; the word is never cut without the tooltip that says it whole."""
        if self.small:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), self._inks[look.tone])
            return
        if look.ground and not chosen:
            painter.fillRect(rect.adjusted(1, 1, -2, -2), self._grounds[look.ground])
        painter.setOpacity(_PENDING if look.pending else 1.0)
        ink = self._worn.on_selected if chosen else self._worn.tone(look.tone).ink
        painter.drawPixmap(rect.left() + 8, rect.center().y() - _ICON // 2 + 1, pixmap(look.icon, _ICON, ink))
        room = rect.adjusted(8 + _ICON + _GAP, 0, -6, 0)
        shown = option.fontMetrics.elidedText(look.text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setOpacity(1.0)
        if look.worded:
            _corner(painter, rect, self._colours["ink_soft"])

    def _edges(self, painter: QPainter, rect: QRect, cell: Cell, *, focus: bool) -> None:
        """A trouble has a red frame; the cell under the keyboard has the ring of the focus."""
        trouble = self._model.trouble(cell)
        if not (focus or trouble):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._trouble_pen if trouble else self._focus_pen)
        painter.drawRect(QRect(rect).adjusted(1, 1, -2, -2))


def _look_of_link(link: LinkCell | None) -> _Look:
    if link is None:
        return _BARE
    return _LinkLook(judged(link), link.weight, link.stale, bool(link.citation or link.note))


def _corner(painter: QPainter, rect: QRect, ink: QColor) -> None:
    """The folded corner of a cell that has words behind it."""
    right, bottom = rect.right(), rect.bottom() - 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(right - 7, bottom), QPointF(right, bottom), QPointF(right, bottom - 7)]))
