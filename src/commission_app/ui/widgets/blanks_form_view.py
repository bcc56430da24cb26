"""A state form as a grey sheet with the data on it: seen, chosen with a click, moved with the mouse or the arrows."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from commission_app.rules.blank_layout import FieldPlace, FormLayout, leading
from commission_app.rules.vocabulary.blank import FieldAlign, FormField
from commission_app.ui.theme import palette_now

MARGIN = 10
STEP, LEAP = 5, 50
"""Half a millimetre an arrow, half a centimetre with Shift."""
_PAPER, _INK = QColor("#e4e4e0"), QColor("#161616")
_ALIGN = {
    FieldAlign.LEFT: Qt.AlignmentFlag.AlignLeft,
    FieldAlign.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    FieldAlign.RIGHT: Qt.AlignmentFlag.AlignRight,
}


class FormView(QWidget):
    """Paper is paper in a dark window too."""

    chosen = Signal(int)
    moved = Signal(int, int)
    """How far the chosen field is to go, right and down, in tenths of a millimetre."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: FormLayout | None = None
        self._values: Mapping[FormField, str] = {}
        self._at, self._page = -1, 1
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """About a third of a sheet."""
        return QSize(340, 470)

    def minimumSizeHint(self) -> QSize:
        """As small as can still be aimed at."""
        return QSize(220, 260)

    def show_form(self, layout: FormLayout, values: Mapping[FormField, str], at: int = -1) -> None:
        """Shows a layout with texts; the chosen field stands out, and its page is the one in sight."""
        self._layout, self._values, self._at = layout, values, at
        self._page = layout.places[at].page if 0 <= at < len(layout.places) else 1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, and on it the fields with what they say."""
        if self._layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._sheet()
        painter.fillRect(sheet, _PAPER)
        painter.setPen(QPen(QColor(palette_now().edge), 1))
        painter.drawRect(sheet)
        for at, place in enumerate(self._layout.places):
            if place.page == self._page:
                self._paint(painter, place, at == self._at)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette_now().accent), 2))
            painter.drawRect(sheet.adjusted(-2, -2, 2, 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the field under the pointer."""
        if self._layout is None:
            return
        here = event.position()
        hits = [at for at, place in enumerate(self._layout.places) if self._box(place).contains(here)]
        hits = [at for at in hits if self._layout.places[at].page == self._page]
        self._held = here if hits else None
        if hits:
            self.chosen.emit(self._at if self._at in hits else hits[-1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the chosen field along."""
        if self._held is None or self._layout is None:
            return
        by = (event.position() - self._held) / self._scale()
        x, y = round(by.x()), round(by.y())
        if x or y:
            self._held = event.position()
            self.moved.emit(x, y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go."""
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move the chosen field; with Shift by leaps."""
        step = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        by = {
            Qt.Key.Key_Left: (-step, 0),
            Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
        }.get(Qt.Key(event.key()))
        if by is None or self._at < 0:
            super().keyPressEvent(event)
        else:
            self.moved.emit(*by)

    def _scale(self) -> float:
        """Pixels to a tenth of a millimetre."""
        assert self._layout is not None
        wide, high = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        return max(min(wide / self._layout.width, high / self._layout.height), 0.01)

    def _sheet(self) -> QRectF:
        assert self._layout is not None
        scale = self._scale()
        width, height = self._layout.width * scale, self._layout.height * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _box(self, place: FieldPlace) -> QRectF:
        """Where a field stands in the widget."""
        scale, sheet = self._scale(), self._sheet()
        high = leading(place.size)
        return QRectF(
            sheet.x() + place.x * scale,
            sheet.y() + (place.y - high * 0.8) * scale,
            place.width * scale,
            high * place.lines * scale,
        )

    def _paint(self, painter: QPainter, place: FieldPlace, current: bool) -> None:
        box, said = self._box(place), self._values.get(place.field, "")
        if not said:
            return
        frame = QColor(palette_now().accent) if current else QColor("#9a9a94")
        fill = QColor(frame)
        fill.setAlpha(40 if current else 18)
        painter.fillRect(box, fill)
        painter.setPen(QPen(frame, 1.6 if current else 0.8))
        painter.drawRect(box)
        font = QFont(self.font())
        font.setPixelSize(max(round(place.size * 254 / 720 * self._scale()), 5))
        painter.setFont(font)
        painter.setPen(_INK)
        flags = int(_ALIGN[place.align] | Qt.AlignmentFlag.AlignTop)
        if place.lines > 1:
            painter.drawText(box, flags | int(Qt.TextFlag.TextWordWrap), said)
        else:
            text = QFontMetricsF(font).elidedText(said, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, flags, text)
