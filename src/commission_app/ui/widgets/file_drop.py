"""A place where files are dropped from the desktop, or chosen with a button."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.i18n import Language
from commission_app.ui.icons import pixmap
from commission_app.ui.theme import palette_now


class FileDrop(QFrame):
    """Takes files and says which; folders and links from a browser are not taken."""

    dropped = Signal(object)
    """A tuple of paths."""

    def __init__(
        self, language: Language, invitation: str, *, kinds: str = "", many: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._kinds = kinds
        self._many = many
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        picture = QLabel(self)
        picture.setPixmap(pixmap("upload", 24, palette_now().ink_soft))
        words = QLabel(invitation, self)
        words.setProperty("role", "soft")
        words.setWordWrap(True)
        self.button = QPushButton(language.say("Choose files …") if many else language.say("Choose a file …"), self)
        self.button.clicked.connect(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(picture)
        row.addWidget(words, 1)
        row.addWidget(self.button)

    def choose(self) -> None:
        """Opens the dialog of files."""
        if self._many:
            names, _ = QFileDialog.getOpenFileNames(self, "", "", self._kinds)
        else:
            name, _ = QFileDialog.getOpenFileName(self, "", "", self._kinds)
            names = [name] if name else []
        if names:
            self.dropped.emit(tuple(Path(name) for name in names))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Shows that the files are welcome."""
        if _paths(event):
            event.acceptProposedAction()
            self._dress(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went on."""
        self._dress(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the files."""
        self._dress(over=False)
        paths = _paths(event)
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths if self._many else paths[:1])

    def _dress(self, *, over: bool) -> None:
        self.setProperty("over", "true" if over else "false")
        self.style().unpolish(self)
        self.style().polish(self)


def _paths(event: QDropEvent) -> tuple[Path, ...]:
    urls = event.mimeData().urls()
    paths = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())
