"""How far the agreed results cover a unit: a thin bar with its figures in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from commission_app.i18n import Language
from commission_app.ui.theme import STEP, palette_now

_HEIGHT = 6


class _Bar(QWidget):
    """One segment for each outcome, or one line where there are many."""

    def __init__(self, met: int, outcomes: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._met, self._outcomes = met, outcomes
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As long as a short word, as high as a line of it is thick."""
        return QSize(self.fontMetrics().averageCharWidth() * 18, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Where there is little room, the figures have it."""
        return QSize(4 * _HEIGHT, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the part that is met over the whole."""
        worn = palette_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), _HEIGHT)
        painter.setBrush(QColor(worn.line))
        painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        part = whole.width() * self._met / max(self._outcomes, 1)
        painter.setBrush(QColor(worn.good.ink))
        painter.drawRoundedRect(QRectF(0, 0, part, _HEIGHT), _HEIGHT / 2, _HEIGHT / 2)
        painter.end()


class CoverageBar(QWidget):
    """The bar and its figures."""

    def __init__(self, language: Language, met: int, outcomes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = language.say("outcomes met: {met} of {outcomes}", met=met, outcomes=outcomes)
        figures = QLabel(said, self)
        figures.setProperty("role", "small")
        figures.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(_Bar(met, outcomes, self))
        row.addWidget(figures, 1)
        self.setAccessibleName(said)
