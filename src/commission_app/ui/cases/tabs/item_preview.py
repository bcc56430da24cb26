"""The evidence beside the matrix, opened at the page that the citation names; every file of an item can be shown."""

import re
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from commission_app.services import evidence
from commission_app.services.matrix import ItemFile, MatrixItem
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice

_NUMBER = re.compile(r"\d+")


class ItemPreview(QWidget):
    """Shows a file of an item; its bytes are asked for once, not at every step through the matrix."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        from commission_app.ui.widgets.document_view import DocumentView

        super().__init__(parent)
        self._desk = desk
        self._file: ItemFile | None = None
        self._item: MatrixItem | None = None
        self._cited = ""
        self.files = Choice(self)
        self.files.setAccessibleName(desk.language.say("Files of this evidence"))
        self.files.on_edit(self._chosen)
        self.document = DocumentView(desk, self)
        self._none = QLabel(desk.language.say("No file is attached to this evidence."), self)
        self._none.setProperty("role", "soft")
        self._none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.files)
        column.addWidget(self.document, 1)

    def sizeHint(self) -> QSize:
        """A few lines are enough; it takes whatever room there is beyond."""
        return QSize(super().sizeHint().width(), 8 * self.fontMetrics().lineSpacing())

    def show_item(self, item: MatrixItem, citation: str) -> None:
        """Shows an item at the page cited; the file that was chosen among its files stays."""
        self._none.setVisible(not item.files)
        self.document.setVisible(bool(item.files))
        self.files.setVisible(len(item.files) > 1)
        if self._item is None or item.files != self._item.files:
            self.files.offer((file, f"{at}. {file.name}") for at, file in enumerate(item.files, 1))
            self.files.setToolTip("\n".join(file.name for file in item.files))
        self._item = item
        chosen = self.files.value()
        wanted = chosen if isinstance(chosen, ItemFile) and chosen in item.files else next(iter(item.files), None)
        self.files.set_value(wanted)
        if wanted is not None and wanted != self._file:
            self._open(wanted, citation)
        elif citation != self._cited:
            self.turn_to(citation)

    def turn_to(self, citation: str) -> None:
        """Goes to the page cited."""
        self._cited = citation
        self.document.show_page(page_of(citation))

    def _chosen(self) -> None:
        chosen = self.files.value()
        if isinstance(chosen, ItemFile) and chosen != self._file:
            self._open(chosen, self._cited)

    def _open(self, file: ItemFile, citation: str) -> None:
        self._file, self._cited = file, citation
        self.document.say(self._desk.language.say("Opening …"))
        self._desk.jobs.ask(self, evidence.file_bytes, file.id).then(partial(self._opened, file))

    def _opened(self, file: ItemFile, data: bytes) -> None:
        if file == self._file:
            self.document.show_bytes(file.name, file.media_type, data)
            self.turn_to(self._cited)


def page_of(citation: str) -> int:
    """The page that a citation names: its first number; the first page where it names none."""
    found = _NUMBER.search(citation)
    return max(int(found.group()), 1) if found else 1
