"""Beside the list of evidence: the chosen file as it is, its signatures and what is inside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.services import evidence, file_contents, signature_checks
from commission_app.services.evidence import FileLine
from commission_app.services.file_contents import FileContents, InnerDocument
from commission_app.ui.cases.tabs.container_panel import ContainerPanel
from commission_app.ui.cases.tabs.credential_panel import CredentialPanel
from commission_app.ui.cases.tabs.return_notes import ReturnNotes
from commission_app.ui.cases.tabs.signature_panel import SignaturePanel
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.document_view import DocumentView
from commission_app.ui.widgets.file_copies import open_outside, save_copy
from commission_app.wording.sentences import sentence

KIBI = 1024


class PortfolioPreview(QWidget):
    """Asks for the bytes of a file once, and forgets an answer that comes too late."""

    saved = Signal(str)
    kept = Signal(str)
    """A document of a mail or container became a file of the evidence; its name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: FileLine | None = None
        self._data = b""
        self._inner: InnerDocument | None = None
        self._open_now = True
        say = desk.language.say
        self.name = QLabel(self)
        self.name.setProperty("role", "strong")
        self.name.setWordWrap(True)
        self.notes = ReturnNotes(desk.language, self)
        self.signatures = SignaturePanel(desk, self)
        self.inside = ContainerPanel(desk, self)
        self.inside.chosen.connect(self._open_inner)
        self.credential = CredentialPanel(desk, self)
        self.view = DocumentView(desk, self)
        self.outside = QPushButton(say("Open outside"), self)
        self.copy = QPushButton(say("Save a copy …"), self)
        self.keep = QPushButton(icon("plus"), say("Keep as a file of this evidence"), self)
        self.extract = QPushButton(say("Save this document …"), self)
        self.outside.clicked.connect(lambda _: self._open())
        self.copy.clicked.connect(lambda _: self._save())
        self.keep.clicked.connect(lambda _: self._keep_inner())
        self.extract.clicked.connect(lambda _: self._save_inner())
        self._lay_out()
        self.show_file(None)

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        for button in (self.keep, self.extract):
            beside.addWidget(button)
        beside.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.outside, self.copy):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 0, 0, 0)
        column.addWidget(self.notes)
        column.addWidget(self.name)
        column.addWidget(self.signatures)
        column.addWidget(self.inside)
        column.addLayout(beside)
        column.addWidget(self.credential, 1)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def show_file(self, file: FileLine | None) -> None:
        """Shows a file; none where the item has none."""
        if file is not None and file == self._file:
            return
        self._file, self._data, self._inner = file, b"", None
        language = self._desk.language
        for button in (self.outside, self.copy):
            button.setVisible(file is not None)
        self._offer_inner()
        self.inside.show_files(())
        self.credential.show_contents(None)
        self.view.show()
        self.signatures.show_file(file)
        if file is None:
            self.name.setText("")
            self.view.say(language.say("No file is attached to this evidence."))
            return
        self.name.setText(f"{file.name} · {_size(file.size)}")
        self._desk.jobs.ask(self, evidence.file_bytes, file.id).then(lambda data: self._show(file, data))

    def allow(self, on: bool) -> None:
        """Whether the portfolio is open, so that a document out of a mail can be kept as a file."""
        self._open_now = on
        self._offer_inner()

    def check_new(self, case_id: int) -> None:
        """Checks the signatures of files that came in and were never checked, without holding up anybody."""
        asked = self._desk.jobs.ask(self, signature_checks.examine_new, case_id)
        asked.then(self.signatures.record_new)

    def _show(self, file: FileLine, data: bytes) -> None:
        if file == self._file:
            self._data = data
            self.view.show_bytes(file.name, file.media_type, data)
            asked = self._desk.jobs.ask(self, file_contents.contents, file.id)
            asked.then(lambda found: self._show_contents(file, found))

    def _show_contents(self, file: FileLine, found: FileContents) -> None:
        if file != self._file:
            return
        self.inside.show_files(found.inner)
        self.credential.show_contents(found)
        # The raw text of a credential helps nobody; a badge's picture does.
        self.view.setVisible(found.credential is None or file.media_type.startswith("image/"))
        if found.trouble is not None:
            self.view.say(sentence(self._desk.language, found.trouble))

    def _open_inner(self, name: str) -> None:
        if self._file is not None:
            file, self._inner = self._file, None
            self._offer_inner()
            asked = self._desk.jobs.ask(self, file_contents.inner_document, file.id, name)
            asked.then(lambda found: self._show_inner(file, name, found))

    def _show_inner(self, file: FileLine, name: str, found: InnerDocument) -> None:
        if file == self._file and name == self.inside.current():
            self._inner = found
            self._offer_inner()
            self.view.show_bytes(found.name, found.media_type, found.data)

    def _open(self) -> None:
        if self._file is not None:
            open_outside(self, self._desk, self._file.name, self._data)

    def _save(self) -> None:
        if self._file is not None:
            save_copy(self, self._desk, self._file.name, self._data, lambda path: self.saved.emit(path.name))

    def _offer_inner(self) -> None:
        self.extract.setVisible(self._inner is not None)
        self.keep.setVisible(self._inner is not None and self._open_now)

    def _keep_inner(self) -> None:
        name = self.inside.current()
        if self._file is not None and self._inner is not None and name is not None:
            said = self._inner.name
            done = self._desk.jobs.do(self, file_contents.keep_inner, self._file.id, name)
            done.resting(self.keep).then(lambda _: self.kept.emit(said))

    def _save_inner(self) -> None:
        if self._inner is not None:
            inner = self._inner
            save_copy(self, self._desk, inner.name, inner.data, lambda path: self.saved.emit(path.name))


def _size(size: int) -> str:
    if size < KIBI * KIBI:
        return f"{max(size // KIBI, 1)} KiB"
    return f"{size // (KIBI * KIBI)} MiB"
