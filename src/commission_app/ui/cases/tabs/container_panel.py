"""The documents within a container or a mail, by name, kind and size; one is chosen to be shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from commission_app.services.file_contents import InnerFile
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon

KIBI = 1024
MOST_LINES = 6


class ContainerPanel(QWidget):
    """Hidden where there is nothing inside; a container within the container is named and not opened."""

    chosen = Signal(str)
    """The inner name of a document to show."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = desk.language
        self.list = QListWidget(self)
        self.list.setAccessibleName(desk.language.say("Documents in this file"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.currentItemChanged.connect(lambda entry, _: self._choose(entry))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.hide()

    def show_files(self, files: tuple[InnerFile, ...]) -> None:
        """Lists other documents; the first that can be opened is chosen."""
        self.list.clear()
        self.setVisible(bool(files))
        for file in files:
            entry = QListWidgetItem(icon("registers" if file.container else "file"), self._text(file), self.list)
            entry.setToolTip(file.name)
            entry.setData(Qt.ItemDataRole.UserRole, file.name)
            if file.container:
                entry.setFlags(Qt.ItemFlag.NoItemFlags)
        rows = min(max(len(files), 1), MOST_LINES)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 1) + 2 * self.list.frameWidth() + 4)
        first = next((row for row, file in enumerate(files) if not file.container), None)
        if first is not None:
            self.list.setCurrentRow(first)

    def names(self) -> list[str]:
        """What is listed."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def current(self) -> str | None:
        """The inner name of the document chosen."""
        entry = self.list.currentItem()
        return str(entry.data(Qt.ItemDataRole.UserRole)) if entry is not None and self.list.count() else None

    def _text(self, file: InnerFile) -> str:
        if file.container:
            return self._language.say("{name} · a container in the container, not opened", name=file.name)
        size = f"{max(file.size // KIBI, 1)} KiB"
        return " · ".join(part for part in (file.name, file.media_type.rpartition("/")[2][:24], size) if part)

    def _choose(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            self.chosen.emit(str(entry.data(Qt.ItemDataRole.UserRole)))
