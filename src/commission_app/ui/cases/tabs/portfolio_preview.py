"""Beside the list of evidence: the chosen file as it is, to be opened outside or copied."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.services import evidence
from commission_app.services.evidence import FileLine
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.document_view import DocumentView
from commission_app.ui.widgets.file_copies import open_outside, save_copy

KIBI = 1024


class PortfolioPreview(QWidget):
    """Asks for the bytes of a file once, and forgets an answer that comes too late."""

    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: FileLine | None = None
        self._data = b""
        say = desk.language.say
        self.name = QLabel(self)
        self.name.setProperty("role", "strong")
        self.name.setWordWrap(True)
        self.view = DocumentView(desk, self)
        self.outside = QPushButton(say("Open outside"), self)
        self.copy = QPushButton(say("Save a copy …"), self)
        self.outside.clicked.connect(lambda _: self._open())
        self.copy.clicked.connect(lambda _: self._save())
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.outside, self.copy):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 0, 0, 0)
        column.addWidget(self.name)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.show_file(None)

    def show_file(self, file: FileLine | None) -> None:
        """Shows a file; none where the item has none."""
        if file is not None and file == self._file:
            return
        self._file, self._data = file, b""
        language = self._desk.language
        for button in (self.outside, self.copy):
            button.setVisible(file is not None)
        if file is None:
            self.name.setText("")
            self.view.say(language.say("No file is attached to this evidence."))
            return
        self.name.setText(f"{file.name} · {_size(file.size)}")
        self._desk.jobs.ask(self, evidence.file_bytes, file.id).then(lambda data: self._show(file, data))

    def _show(self, file: FileLine, data: bytes) -> None:
        if file == self._file:
            self._data = data
            self.view.show_bytes(file.name, file.media_type, data)

    def _open(self) -> None:
        if self._file is not None:
            open_outside(self, self._desk, self._file.name, self._data)

    def _save(self) -> None:
        if self._file is not None:
            save_copy(self, self._desk, self._file.name, self._data, lambda path: self.saved.emit(path.name))


def _size(size: int) -> str:
    if size < KIBI * KIBI:
        return f"{max(size // KIBI, 1)} KiB"
    return f"{size // (KIBI * KIBI)} MiB"
