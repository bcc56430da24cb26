"""The question asked at the start: who works here? Every act carries the name that is answered."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.ui.icons import icon
from commission_app.ui.widgets.header import Worker


class WhoWorks(QWidget):
    """One button for each person of the office; the one who worked here last has the keyboard."""

    answered = Signal(object)
    """The identity (UUID) of the person."""

    def __init__(
        self, language: Language, workers: Sequence[Worker], last: UUID | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setMinimumWidth(420)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 32)
        inside.setSpacing(12)
        title = QLabel(language.say("Who works here?"), card)
        title.setProperty("role", "display")
        said = QLabel(language.say("Everything that is done is written down under this name."), card)
        said.setProperty("role", "soft")
        said.setWordWrap(True)
        inside.addWidget(title)
        inside.addWidget(said)
        inside.addSpacing(8)
        self._buttons: dict[UUID, QPushButton] = {}
        for worker in workers:
            button = QPushButton(f"{worker.name}, {worker.post}" if worker.post else worker.name, card)
            button.setIcon(icon("person"))
            button.setMinimumHeight(44)
            button.setAutoDefault(True)
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _=False, uid=worker.uid: self.answered.emit(uid))
            inside.addWidget(button)
            self._buttons[worker.uid] = button
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._first = self._buttons.get(last) if last is not None else None
        self._first = self._first or next(iter(self._buttons.values()), None)

    def focus_first(self) -> None:
        """Puts the keyboard on who worked here last."""
        if self._first is not None:
            self._first.setFocus()
