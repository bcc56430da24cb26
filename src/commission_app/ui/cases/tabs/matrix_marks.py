"""The marks of links: a shape, a colour and how full it is say how evidence was judged; never the colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from commission_app.rules.vocabulary.evidence import Judgement

TONES = {
    Judgement.YES: "good",
    Judgement.PARTLY: "warn",
    Judgement.NO: "bad",
    Judgement.NOT_JUDGED: "neutral",
}
HALF = 6.0
_CORNERS = (QPointF(0, -HALF), QPointF(HALF, 0), QPointF(0, HALF), QPointF(-HALF, 0))


def diamond(painter: QPainter, at: QPointF, ink: QColor, judgement: Judgement) -> None:
    """Full for yes, half for partly, empty while not judged, crossed for no."""
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(ink if judgement is Judgement.YES else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([at + corner for corner in _CORNERS]))
    if judgement is Judgement.PARTLY:
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([at + _CORNERS[1], at + _CORNERS[2], at + _CORNERS[3]]))
    if judgement is Judgement.NO:
        painter.drawLine(at + QPointF(-HALF, -HALF), at + QPointF(HALF, HALF))


def block(painter: QPainter, rect: QRectF, ink: QColor, judgement: Judgement) -> None:
    """The same in the small cells of the overview: full, half, hollow, or crossed."""
    body = rect.adjusted(1, 0.5, -1, -0.5)
    if judgement is Judgement.YES:
        painter.fillRect(body, ink)
    elif judgement is Judgement.PARTLY:
        painter.fillRect(QRectF(body.left(), body.top(), body.width() / 2, body.height()), ink)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(body)
    if judgement is Judgement.NO:
        painter.drawLine(body.topLeft(), body.bottomRight())
        painter.drawLine(body.bottomLeft(), body.topRight())


def picture(judgement: Judgement, ink: QColor, *, faint: bool = False, ratio: float = 2.0) -> QPixmap:
    """A mark for the legend."""
    side = 16
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(FAINT if faint else 1.0)
    diamond(painter, QPointF(side / 2, side / 2), ink, judgement)
    painter.end()
    return made


FAINT = 0.45
"""How pale a mark past the limit is."""
