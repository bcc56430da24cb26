"""A chip: a state as colour, icon and word together, never colour alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from commission_app.ui.icons import pixmap
from commission_app.ui.theme import palette_now

TONE_ICONS = {"neutral": "ring", "info": "info", "good": "done", "warn": "warn", "bad": "stop"}


class Chip(QFrame):
    """A word on a soft ground of its tone (neutral, info, good, warn, bad) with an icon before it."""

    def __init__(self, text: str = "", tone: str = "neutral", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self._icon = QLabel(self)
        self._word = QLabel(text, self)
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 10, 2)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone, icon)

    def show_state(self, text: str, tone: str = "neutral", icon: str = "") -> None:
        """Shows another state."""
        self._word.setText(text)
        self.setAccessibleName(text)
        self._icon.setPixmap(pixmap(icon or TONE_ICONS[tone], 16, palette_now().tone(tone).ink))
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        for label in (self._icon, self._word):
            self.style().unpolish(label)
            self.style().polish(label)

    def text(self) -> str:
        """The word it shows."""
        return self._word.text()
