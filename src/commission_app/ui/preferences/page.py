"""The base of a page of the preferences: a title, a sentence on what it is for, and its parts below."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP, palette_now


class Page(QWidget):
    """One page; it asks the office itself and says what happened."""

    told = Signal(str)
    """News for the strip."""
    settings_chosen = Signal(object)
    """Settings with another language or theme."""
    reopened = Signal()
    """Other data stand behind the window now."""

    watches: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, title: str, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.language = desk.language
        self.jobs = desk.jobs
        self._head = QHBoxLayout()
        self._head.setSpacing(2 * STEP)
        heading = QLabel(title, self)
        heading.setProperty("role", "display")
        heading.setWordWrap(True)
        self._head.addWidget(heading, 1)
        said = QLabel(purpose, self)
        said.setProperty("role", "soft")
        said.setWordWrap(True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4 * STEP)
        self.body.addLayout(self._head)
        self.body.addWidget(said)

    def refresh(self) -> None:
        """Asks the office again."""

    def new(self) -> None:
        """Begins a new row of what the page lists (Ctrl+N)."""

    def save(self) -> None:
        """Stores what is being edited (Ctrl+S)."""

    def edit(self) -> None:
        """Edits what is chosen (F2)."""

    def prominent(self, text: str, doing: Callable[[], object], picture: str = "") -> QPushButton:
        """The one prominent button of the page, beside its title."""
        button = self.button(text, doing, picture)
        button.setProperty("role", "prominent")
        if picture:
            button.setIcon(icon(picture, palette_now().on_accent))
        self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def button(self, text: str, doing: Callable[[], object], picture: str = "") -> QPushButton:
        """A button of the page, not yet placed."""
        button = QPushButton(text, self)
        if picture:
            button.setIcon(icon(picture))
        button.clicked.connect(lambda _: doing())
        return button

    def heading(self, text: str, *buttons: QAbstractButton) -> QLabel:
        """A title over the parts that follow, with their buttons at its right; gives the title."""
        label = QLabel(text, self)
        label.setProperty("role", "title")
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(label, 1)
        for button in buttons:
            row.addWidget(button)
        self.body.addLayout(row)
        return label
