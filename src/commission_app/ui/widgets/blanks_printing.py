"""Pages onto a state form at their actual size: never fitted to the sheet, from the tray that was settled."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from commission_app.i18n import Language
from commission_app.ui.widgets.blanks_printers import PrinterChoice
from commission_app.ui.widgets.choice import Choice

SHARPNESS = 600
"""Dots per inch at most: what office printers set type with."""


def printer_names() -> list[str]:
    """The printers of this computer, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = [name for name in QPrinterInfo.availablePrinterNames() if name != usual]
    return [usual, *names] if usual else names


def offer_trays(language: Language, choice: Choice) -> None:
    """Offers where the sheet comes from, in words."""
    say = language.say
    choice.offer(
        (
            ("Auto", say("as the printer is set")),
            ("Manual", say("fed by hand")),
            ("Upper", say("upper tray")),
            ("Middle", say("middle tray")),
            ("Lower", say("lower tray")),
            ("Cassette", say("cassette")),
            ("Envelope", say("envelope tray")),
        )
    )


def made_ready(name: str, width: int, height: int, choice: PrinterChoice) -> QPrinter:
    """A printer set to a sheet of this size in tenths of a millimetre, without margins, and to its tray."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
    printer.setFullPage(True)
    size = QPageSize(QSizeF(width / 10, height / 10), QPageSize.Unit.Millimeter)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    printer.setPaperSource(getattr(QPrinter.PaperSource, choice.tray, QPrinter.PaperSource.Auto))
    return printer


def print_exact(printer: QPrinter, data: bytes) -> int:
    """Draws the pages from the corner of the sheet, a millimetre for a millimetre; gives how many."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    painter = QPainter(printer)
    sharp = min(printer.resolution(), SHARPNESS)
    count = document.pageCount()
    for number in range(count):
        if number:
            printer.newPage()
        points = document.pagePointSize(number)
        pixels = QSize(round(points.width() * sharp / 72), round(points.height() * sharp / 72))
        scale = printer.resolution() / 72
        place = QRectF(0, 0, points.width() * scale, points.height() * scale)
        image = document.render(number, pixels)
        painter.drawImage(place, image, QRectF(image.rect()))
    painter.end()
    document.close()
    buffer.close()
    return count
