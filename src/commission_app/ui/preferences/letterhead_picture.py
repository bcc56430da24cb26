"""A picture of the letterhead: the one that stands, where another is dropped, and how it is taken away."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.file_copies import read_whole
from commission_app.ui.widgets.file_drop import FileDrop

SHOWN = QSize(160, 72)


class LetterheadPicture(QWidget):
    """Reads a file beside the window; whether it is a picture, the office says."""

    chosen = Signal(object, str)
    """The bytes of another picture, or nothing, and the name of its file."""

    def __init__(self, desk: Desk, name: str, invitation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.language.say
        self._jobs = desk.jobs
        self._shown = QLabel(self)
        self._shown.setAccessibleName(name)
        kinds = f"{say('Pictures')} (*.png *.jpg *.jpeg)"
        self.drop = FileDrop(desk.language, invitation, kinds=kinds, many=False, parent=self)
        self.drop.dropped.connect(lambda paths: self.take(paths[0]))
        self.away = QPushButton(icon("trash"), say("Remove the picture"), self)
        self.away.clicked.connect(lambda _: self.chosen.emit(None, ""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * STEP)
        row.addWidget(self._shown)
        row.addWidget(self.drop, 1)
        row.addWidget(self.away)
        self.show_picture(None)

    def take(self, path: Path) -> None:
        """Reads a file that was dropped or chosen."""
        self._jobs.work(self, lambda _: read_whole(path)).then(lambda data: self.chosen.emit(data, path.name))

    def show_picture(self, data: bytes | None) -> None:
        """Shows the picture that stands on papers, on white as they have it."""
        self.away.setVisible(data is not None)
        self._shown.setVisible(data is not None)
        picture = QPixmap()
        if data is not None and picture.loadFromData(data):
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._shown.setPixmap(picture.scaled(SHOWN, kept, smooth))
            self._shown.setStyleSheet("background: white; padding: 6px;")
