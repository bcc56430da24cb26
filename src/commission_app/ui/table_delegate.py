"""How the cells of a list are painted: a thin line below each row, states as chips, figures of one width."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from commission_app.ui.columns import State
from commission_app.ui.icons import pixmap
from commission_app.ui.table_model import STATE_ROLE
from commission_app.ui.theme import palette_now, tabular
from commission_app.ui.widgets.chip import TONE_ICONS

ROW_PADDING = 16
_CHIP_PADDING, _ICON, _GAP = 8, 16, 4


class CellDelegate(QStyledItemDelegate):
    """Paints text as the style does, and a state as colour, icon and word."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Sets figures of one width and cuts long text at its end."""
        super().initStyleOption(option, index)
        option.font = tabular(option.font)
        option.textElideMode = Qt.TextElideMode.ElideRight
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        state = index.data(STATE_ROLE)
        if isinstance(state, State):
            bare = QStyleOptionViewItem(option)
            self.initStyleOption(bare, index)
            bare.text = ""
            style = option.widget.style() if option.widget else QApplication.style()
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, option.widget)
            _paint_chip(painter, option, state)
        else:
            super().paint(painter, option, index)
        painter.save()
        painter.setPen(QPen(QColor(palette_now().line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Tall enough to be read and hit; as wide as the text or the chip."""
        hint = super().sizeHint(option, index)
        extra = 2 * _CHIP_PADDING + _ICON + _GAP if isinstance(index.data(STATE_ROLE), State) else 0
        return QSize(hint.width() + extra, option.fontMetrics.height() + ROW_PADDING)


def _paint_chip(painter: QPainter, option: QStyleOptionViewItem, state: State) -> None:
    tone = palette_now().tone(state.tone)
    metrics = option.fontMetrics
    height = metrics.height() + 4
    room = option.rect.width() - 14
    width = min(metrics.horizontalAdvance(state.text) + 2 * _CHIP_PADDING + _ICON + _GAP, room)
    box = QRect(option.rect.left() + 8, option.rect.center().y() - height // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.ground))
    painter.drawRoundedRect(QRectF(box), height / 2, height / 2)
    picture = pixmap(state.icon or TONE_ICONS[state.tone], _ICON, tone.ink)
    painter.drawPixmap(box.left() + _CHIP_PADDING - 2, box.center().y() - _ICON // 2 + 1, picture)
    painter.setPen(QColor(tone.ink))
    left = box.left() + _CHIP_PADDING + _ICON + _GAP - 2
    text_box = QRect(left, box.top(), max(box.right() - left - 4, 0), box.height())
    shown = metrics.elidedText(state.text, Qt.TextElideMode.ElideRight, text_box.width() + 2)
    painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
