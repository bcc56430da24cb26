"""What stands where nothing is yet: one sentence and the one button to begin."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.ui.icons import pixmap
from commission_app.ui.theme import palette_now


class EmptyState(QWidget):
    """One sentence in the middle, with an icon above and a button below it."""

    def __init__(
        self,
        sentence: str,
        button: str = "",
        begin: Callable[[], object] | None = None,
        icon: str = "cases",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self._picture.setPixmap(pixmap(icon, 48, palette_now().edge))
        self._sentence = QLabel(sentence, self)
        self._sentence.setProperty("role", "soft")
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMinimumWidth(280)
        self.button = QPushButton(button, self)
        self.button.setProperty("role", "prominent")
        self.button.setVisible(bool(button) and begin is not None)
        if begin is not None:
            self.button.clicked.connect(lambda _checked: begin())
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)  # unaligned: a label is given the height of its lines only where it fills
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, sentence: str, *, with_button: bool = True) -> None:
        """Says another sentence; without the button where beginning is not what is missing."""
        self._sentence.setText(sentence)
        self.button.setVisible(with_button and bool(self.button.text()))

    def text(self) -> str:
        """The sentence it shows."""
        return self._sentence.text()
