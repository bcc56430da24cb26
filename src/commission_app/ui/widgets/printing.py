"""A PDF on the office's printer: every page as large as the paper allows, sharp enough for small type."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

SHARPNESS = 300
"""Dots per inch that a page is drawn with: what office printers show, and what still fits in memory."""


def print_pdf(parent: QWidget, data: bytes, title: str) -> bool:
    """Asks which printer and prints; False where the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_pages(printer, data)
    return True


def print_pages(printer: QPrinter, data: bytes) -> int:
    """Draws the pages on a printer; gives how many."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    painter = QPainter(printer)
    for number in range(first - 1, last):
        if number >= first:
            printer.newPage()
        _draw(painter, printer, document, number)
    painter.end()
    document.close()
    buffer.close()
    return max(last - first + 1, 0)


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, number: int) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    inside = printer.pageLayout().paintRectPixels(printer.resolution())
    points = document.pagePointSize(number)
    sharp = points.scaled(points * (SHARPNESS / 72), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    image = document.render(number, QSize(sharp))
    size = points.scaled(paper.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    # The sheet's own margins stand in the document: it is laid on the whole paper, not within the printer's margins.
    painter.drawImage(
        -inside.left() + (paper.width() - size.width()) // 2,
        -inside.top() + (paper.height() - size.height()) // 2,
        image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation),
    )
