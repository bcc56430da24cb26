"""The evidence beside the matrix, opened at the page that the citation names."""

import re

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from commission_app.services import evidence
from commission_app.services.matrix import MatrixItem
from commission_app.ui.desk import Desk

_NUMBER = re.compile(r"\d+")


class ItemPreview(QWidget):
    """Shows the first file of an item; asks for its bytes once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: int | None = None
        self._page = 1
        self._none = QLabel(desk.language.say("No file is attached to this evidence."), self)
        self._none.setProperty("role", "soft")
        self._none.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._none)

    def show_item(self, item: MatrixItem, citation: str) -> None:
        """Shows an item at the page cited."""
        if item.file_id == self._file:
            return
        self._file, self._page = item.file_id, page_of(citation)
        self._none.setVisible(item.file_id is None)
        if item.file_id is not None:
            self._desk.jobs.ask(self, evidence.file_bytes, item.file_id)

    def turn_to(self, citation: str) -> None:
        """Goes to the page cited."""


def page_of(citation: str) -> int:
    """The page that a citation names: its first number; the first page where it names none."""
    found = _NUMBER.search(citation)
    return max(int(found.group()), 1) if found else 1
