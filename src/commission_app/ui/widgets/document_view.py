"""A document as it is: PDF page by page, a picture, a text; anything else by name, to be opened outside or copied."""

from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.icons import pixmap
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.widgets.icon_button import icon_button

ZOOM_STEP = 1.25
LEAST_ZOOM, MOST_ZOOM = 0.1, 8.0
MOST_TEXT = 2_000_000
_MOST_MEGAPIXELS = 512


class _Shown(Protocol):
    """What a page of the view can do: be zoomed by a factor, or fitted."""

    def zoom(self, factor: float) -> None:
        """Larger or smaller."""
        ...

    def fit(self) -> None:
        """As wide as the view."""
        ...


class DocumentView(QWidget):
    """Shows the bytes of one document; they stay in memory and are never written to the disk by looking."""

    turned = Signal(int)
    """The page in sight, from 1."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = desk.language
        self._wanted = 1
        self.pdf = _PdfPages(self)
        self.picture = _Picture(self)
        self.text = _Text(self)
        self.other = _Other(self)
        self._pages = QLabel(self)
        self._pages.setProperty("role", "soft")
        self._tools = QWidget(self)
        self.tools = self._tool_row()
        self._stack = QStackedLayout()
        for page in (self.other, self.pdf, self.picture, self.text):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._tools)
        column.addLayout(self._stack, 1)
        self.pdf.pageNavigator().currentPageChanged.connect(self._turned)
        self.say(self._language.say("Nothing is chosen."))

    def show_bytes(self, name: str, media_type: str, data: bytes) -> None:
        """Shows a document; one that is broken or of an unknown kind is shown by its name."""
        self._wanted = 1
        shown = False
        if media_type == "application/pdf":
            shown = self._show(self.pdf, self.pdf.load(data))
        elif media_type.startswith("image/"):
            shown = self._show(self.picture, self.picture.load(data))
        elif media_type.startswith("text/"):
            shown = self._show(self.text, self.text.load(data))
        if not shown:
            self.say(
                self._language.say(
                    "“{name}” cannot be shown here. Open it in its own program or save a copy.", name=name
                )
            )
        self._turned()

    def say(self, sentence: str) -> None:
        """Shows a sentence instead of a document."""
        self.other.say(sentence)
        self._stack.setCurrentWidget(self.other)
        self._dress()

    def page(self) -> int:
        """The page in sight, from 1."""
        return self.pdf.pageNavigator().currentPage() + 1 if self._stack.currentWidget() is self.pdf else 1

    def page_count(self) -> int:
        """How many pages there are."""
        return self.pdf.document().pageCount() if self._stack.currentWidget() is self.pdf else 1

    def show_page(self, number: int) -> None:
        """Goes to a page, from 1; beyond the end to the last."""
        if self._stack.currentWidget() is self.pdf:
            at = min(max(number, 1), self.page_count()) - 1
            self.pdf.pageNavigator().jump(at, QPointF(), 0)

    def zoom(self, factor: float) -> None:
        """Larger or smaller."""
        page = self._stack.currentWidget()
        if isinstance(page, _PdfPages | _Picture | _Text):
            page.zoom(factor)

    def fit(self) -> None:
        """As wide as there is room."""
        page = self._stack.currentWidget()
        if isinstance(page, _PdfPages | _Picture | _Text):
            page.fit()

    def _show(self, page: QWidget, good: bool) -> bool:
        if good:
            self._stack.setCurrentWidget(page)
        return good

    def _turned(self) -> None:
        self._dress()
        self.turned.emit(self.page())

    def _dress(self) -> None:
        shown = self._stack.currentWidget()
        paged = shown is self.pdf
        for tool in (self._back, self._forward, self._pages):
            tool.setVisible(paged)
        for tool in (self._smaller, self._larger, self._fit):
            tool.setVisible(shown is not self.other)
        if paged:
            self._pages.setText(self._language.say("page {page} of {pages}", page=self.page(), pages=self.page_count()))
            self._back.setEnabled(self.page() > 1)
            self._forward.setEnabled(self.page() < self.page_count())

    def _tool_row(self) -> QHBoxLayout:
        say = self._language.say
        self._back = icon_button("back", say("Previous page"), self._tools)
        self._back.clicked.connect(lambda _: self.show_page(self.page() - 1))
        self._forward = icon_button("forward", say("Next page"), self._tools)
        self._forward.clicked.connect(lambda _: self.show_page(self.page() + 1))
        self._smaller = icon_button("minus", say("Smaller"), self._tools)
        self._smaller.clicked.connect(lambda _: self.zoom(1 / ZOOM_STEP))
        self._larger = icon_button("plus", say("Larger"), self._tools)
        self._larger.clicked.connect(lambda _: self.zoom(ZOOM_STEP))
        self._fit = icon_button("fit", say("As wide as the window"), self._tools)
        self._fit.clicked.connect(lambda _: self.fit())
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for tool in (self._back, self._pages, self._forward, self._smaller, self._larger, self._fit):
            row.addWidget(tool)
        row.addStretch(1)
        return row


class _PdfPages(QPdfView):
    """The pages of a PDF below one another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Beside the view and younger than it: Qt lets the view go first, then the document, then its bytes.
        self._document = QPdfDocument(parent)
        self._buffer = QBuffer(parent)
        self.setDocument(self._document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.fit()

    def load(self, data: bytes) -> bool:
        """Reads the pages; False where they cannot be read."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        return self._document.status() is QPdfDocument.Status.Ready

    def zoom(self, factor: float) -> None:
        """Larger or smaller, beginning from what is seen."""
        held = self.zoomFactor()
        if self.zoomMode() is not QPdfView.ZoomMode.Custom and self.document().pageCount():
            width = self.document().pagePointSize(0).width() * self.logicalDpiX() / 72
            held = self.viewport().width() / width if width else 1.0
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(max(held * factor, LEAST_ZOOM), MOST_ZOOM))

    def fit(self) -> None:
        """As wide as the view."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)


class _Picture(QScrollArea):
    """A picture, upright as the camera meant it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = QPixmap()
        self._factor: float | None = None
        self._shown = QLabel(self)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self._shown)
        self.setWidgetResizable(True)

    def load(self, data: bytes) -> bool:
        """Reads the picture; False where it cannot be read."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        QImageReader.setAllocationLimit(_MOST_MEGAPIXELS)
        reader = QImageReader(buffer)
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        image = reader.read()
        buffer.close()
        buffer.deleteLater()
        if image.isNull():
            return False
        self._whole = QPixmap.fromImage(image)
        self.fit()
        return True

    def zoom(self, factor: float) -> None:
        """Larger or smaller, beginning from what is seen."""
        held = self._factor or self._fitting()
        self._factor = min(max(held * factor, LEAST_ZOOM), MOST_ZOOM)
        self._draw()

    def fit(self) -> None:
        """Whole in the view, never larger than it is."""
        self._factor = None
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits again."""
        super().resizeEvent(event)
        if self._factor is None:
            self._draw()

    def _fitting(self) -> float:
        room, whole = self.viewport().size(), self._whole.size()
        if whole.isEmpty():
            return 1.0
        return min(room.width() / whole.width(), room.height() / whole.height(), 1.0)

    def _draw(self) -> None:
        if self._whole.isNull():
            return
        size = self._whole.size() * (self._factor or self._fitting())
        mode = Qt.TransformationMode.SmoothTransformation
        self._shown.setPixmap(self._whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, mode))
        self._shown.setMinimumSize(size if self._factor else size * 0)


class _Text(QPlainTextEdit):
    """A text, in the encoding it is most likely written in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self._size = self.font().pointSizeF()

    def load(self, data: bytes) -> bool:
        """Reads the text."""
        self.setPlainText(_decoded(data[:MOST_TEXT]))
        return True

    def zoom(self, factor: float) -> None:
        """Larger or smaller letters."""
        self._write(max(self.font().pointSizeF() * factor, 4.0))

    def fit(self) -> None:
        """Letters of the usual size."""
        self._write(self._size)

    def _write(self, points: float) -> None:
        self.setStyleSheet(f"font-size: {points:.1f}pt")


class _Other(QWidget):
    """A sentence instead of a document."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        picture = QLabel(self)
        picture.setPixmap(pixmap("file", 32, palette_now().edge))
        self._sentence = QLabel(self)
        self._sentence.setProperty("role", "soft")
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addStretch(3)

    def say(self, sentence: str) -> None:
        """Shows the sentence."""
        self._sentence.setText(sentence)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Latvian Windows writes its old texts so.
        return data.decode("cp1257", "replace")
