"""The evidence beside the matrix, opened at the page that the citation names."""

import re
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from commission_app.services import evidence
from commission_app.services.matrix import MatrixItem
from commission_app.ui.desk import Desk

_NUMBER = re.compile(r"\d+")


class ItemPreview(QWidget):
    """Shows the first file of an item; its bytes are asked for once, not at every step through the matrix."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        from commission_app.ui.widgets.document_view import DocumentView

        super().__init__(parent)
        self._desk = desk
        self._file: int | None = None
        self._cited = ""
        self.document = DocumentView(desk, self)
        self._none = QLabel(desk.language.say("No file is attached to this evidence."), self)
        self._none.setProperty("role", "soft")
        self._none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.document, 1)

    def sizeHint(self) -> QSize:
        """A few lines are enough; it takes whatever room there is beyond."""
        return QSize(super().sizeHint().width(), 8 * self.fontMetrics().lineSpacing())

    def show_item(self, item: MatrixItem, citation: str) -> None:
        """Shows an item at the page cited."""
        self._none.setVisible(item.file_id is None)
        self.document.setVisible(item.file_id is not None)
        if item.file_id is not None and item.file_id != self._file:
            self._file, self._cited = item.file_id, citation
            self.document.say(self._desk.language.say("Opening …"))
            self._desk.jobs.ask(self, evidence.file_bytes, item.file_id).then(partial(self._opened, item))
        elif citation != self._cited:
            self.turn_to(citation)

    def turn_to(self, citation: str) -> None:
        """Goes to the page cited."""
        self._cited = citation
        self.document.show_page(page_of(citation))

    def _opened(self, item: MatrixItem, data: bytes) -> None:
        if item.file_id == self._file:
            self.document.show_bytes(item.file_name, item.media_type, data)
            self.turn_to(self._cited)


def page_of(citation: str) -> int:
    """The page that a citation names: its first number; the first page where it names none."""
    found = _NUMBER.search(citation)
    return max(int(found.group()), 1) if found else 1
