"""PDF pages on the office's printer: each as large as the paper allows, turned as it lies, sharp for small type."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from commission_app.errors import CancelledError, UnavailableError

SHARPNESS = 300
"""Dots per inch that a page is drawn with: what office printers show, and what still fits in memory."""
_SAME_PAPER = 3 * 72 / 25.4
"""Two papers are the same where their edges differ by less than this, in points."""

Step = Callable[[int, int], object]


def print_pages(printer: QPrinter, data: bytes, pages: Sequence[int] | None = None) -> int:
    """Draws the pages of one paper; gives how many."""
    return print_papers(printer, (data,), pages)


def print_papers(
    printer: QPrinter, papers: Sequence[bytes], pages: Sequence[int] | None = None, step: Step | None = None
) -> int:
    """Draws papers one after the other in one job; gives how many pages.

    `pages` counts over all papers, from 1. On both sides every paper begins on a sheet of its own. May run on any
    thread; where `step` raises CancelledError the job is thrown away. Raises UnavailableError where the printer or
    the file takes nothing.
    """
    documents = [_Document(data) for data in papers]
    total = sum(document.count for document in documents)
    wanted = frozenset(pages if pages is not None else range(1, total + 1))
    press = _Press(printer)
    try:
        at = 0
        for document in documents:
            printed = 0
            for number in range(document.count):
                at += 1
                if at not in wanted:
                    continue
                if step is not None:
                    step(press.done, len(wanted))
                press.page(document, number)
                printed += 1
            press.end_paper(printed)
    except CancelledError:
        press.throw_away()
        raise
    finally:
        press.close()
        for document in documents:
            document.close()
    if step is not None:
        step(press.done, len(wanted))
    return press.done


class _Document:
    """A PDF in memory, opened on the thread that prints it."""

    def __init__(self, data: bytes) -> None:
        self._buffer, self._document = QBuffer(), QPdfDocument()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.count = self._document.pageCount()

    def size(self, number: int) -> QSizeF:
        """How large a page is, in points."""
        return self._document.pagePointSize(number)

    def image(self, number: int) -> QImage:
        """A page as a picture."""
        points = self.size(number)
        sharp = points.scaled(points * (SHARPNESS / 72), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        return self._document.render(number, QSize(sharp))

    def close(self) -> None:
        """Lets the document and its bytes go."""
        self._document.close()
        self._buffer.close()


class _Press:
    """The printer at work; the painter begins with the first page, so that it lies as that page does."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        self._painter: QPainter | None = None
        self._blank = False
        self.done = 0

    def page(self, document: _Document, number: int) -> None:
        """Draws the next page on a sheet that lies as the page does."""
        printer, points = self._printer, document.size(number)
        self._lay(points)
        if self._painter is None:
            self._painter = QPainter()
            if not (_can_be_written(printer.outputFileName()) and self._painter.begin(printer)):
                raise UnavailableError("print.not_taken", printer=printer.printerName() or printer.outputFileName())
        else:
            printer.newPage()
        if self._blank:
            printer.newPage()
            self._blank = False
        self._draw(document.image(number), points)
        self.done += 1

    def end_paper(self, printed: int) -> None:
        """A paper of an odd number of pages leaves the back of its last sheet empty."""
        if self._printer.duplex() != QPrinter.DuplexMode.DuplexNone and printed % 2:
            self._blank = True

    def throw_away(self) -> None:
        """Tells the printer that nothing of this is wanted."""
        self._printer.abort()

    def close(self) -> None:
        """Ends the job."""
        if self._painter is not None and self._painter.isActive():
            self._painter.end()

    def _lay(self, points: QSizeF) -> None:
        """Turns the sheet as the page lies; a paper of another size than the tray's (an envelope) brings its own."""
        printer = self._printer
        wide = points.width() > points.height()
        upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
        held = printer.pageLayout().pageSize().sizePoints()
        paper = QPageSize(QPageSize.PageSizeId.A4)
        a4 = paper.sizePoints()
        if _differ(upright, QSizeF(a4)):
            paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch)
            printer.setPageSize(paper)
        elif _differ(QSizeF(held), QSizeF(a4)) and printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
            printer.setPageSize(paper)
        turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(turned)

    def _draw(self, image: QImage, points: QSizeF) -> None:
        assert self._painter is not None
        printer = self._printer
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        inside = printer.pageLayout().paintRectPixels(printer.resolution())
        size = points.scaled(paper.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        # The sheet's own margins stand in the document: it is laid on the whole paper, not within the printer's.
        left = -inside.left() + (paper.width() - size.width()) // 2
        top = -inside.top() + (paper.height() - size.height()) // 2
        # Scaled by the printer: a picture in its own dots would take half a gigabyte a page.
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(QRect(QPoint(left, top), size), image)


def _can_be_written(file: str) -> bool:
    """Whether a file takes the pages; a printer says so itself."""
    if not file:
        return True
    try:
        with Path(file).open("wb"):
            return True
    except OSError:
        return False


def _differ(one: QSizeF, other: QSizeF) -> bool:
    return abs(one.width() - other.width()) > _SAME_PAPER or abs(one.height() - other.height()) > _SAME_PAPER
