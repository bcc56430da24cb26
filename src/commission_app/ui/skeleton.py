"""What is painted before anything is built: the grounds of rail, header and strip, so that nothing jumps after."""

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

RAIL_WIDTH, HEADER_HEIGHT, STRIP_HEIGHT = 126, 51, 36
_LIGHT = ("#F4F6F8", "#16293D", "#FFFFFF")
_DARK = ("#161B22", "#10151B", "#1D242D")


def paint_skeleton(window: QWidget) -> None:
    """Paints the grounds, in the dark where the system is dark."""
    dark = window.palette().window().color().lightness() < 128
    canvas, rail, surface = _DARK if dark else _LIGHT
    painter = QPainter(window)
    width, height = window.width(), window.height()
    painter.fillRect(0, 0, width, height, QColor(canvas))
    painter.fillRect(0, 0, width, HEADER_HEIGHT, QColor(surface))
    painter.fillRect(0, height - STRIP_HEIGHT, width, STRIP_HEIGHT, QColor(surface))
    painter.fillRect(0, 0, RAIL_WIDTH, height, QColor(rail))
    painter.end()
