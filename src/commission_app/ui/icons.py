"""Icons: the program's own outlines from resources/icons, tinted with a colour of the palette."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from commission_app.ui.theme import palette_now

_SIZES = (16, 20, 24, 32)


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon of a name in a colour (the ink of the page unless another is given)."""
    return _icon(name, colour or palette_now().ink)


def tone_icon(name: str, tone: str) -> QIcon:
    """The icon of a name in the ink of a tone (neutral, info, good, warn, bad)."""
    return _icon(name, palette_now().tone(tone).ink)


def pixmap(name: str, size: int, colour: str | None = None, ratio: float = 2.0) -> QPixmap:
    """The icon as a picture of so many pixels, sharp on a screen of this ratio."""
    return _pixmap(name, size, colour or palette_now().ink, ratio)


@cache
def _icon(name: str, colour: str) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, size, colour, 1.0))
        made.addPixmap(_pixmap(name, size, colour, 2.0))
    return made


@cache
def _pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    outline = _outline(name).replace("currentColor", colour)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(outline.encode())).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _outline(name: str) -> str:
    return files("commission_app.resources").joinpath(f"icons/{name}.svg").read_text("utf-8")
