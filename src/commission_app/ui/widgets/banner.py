"""A banner: one sentence of trouble or advice across the top of a page, with at most one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from commission_app.i18n import Language
from commission_app.ui.icons import pixmap, tone_icon
from commission_app.ui.theme import palette_now
from commission_app.ui.widgets.chip import TONE_ICONS


class Banner(QFrame):
    """Hidden until something must be said; it pushes the page down instead of covering it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._act)
        self._close = QToolButton(self)
        self._close.setProperty("role", "icon")
        self._close.setToolTip(language.say("Hide this message"))
        self._close.setAccessibleName(language.say("Hide this message"))
        self._close.clicked.connect(self.hide)
        self._doing: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    def say(self, text: str, tone: str = "bad", action: str = "", doing: Callable[[], object] | None = None) -> None:
        """Shows a sentence in a tone, with one button if there is something to do."""
        self.setProperty("tone", tone)
        for part in (self, self._text):
            self.style().unpolish(part)
            self.style().polish(part)
        self._icon.setPixmap(pixmap(TONE_ICONS[tone], 20, palette_now().tone(tone).ink))
        self._close.setIcon(tone_icon("close", tone))
        self._text.setText(text)
        self._doing = doing
        self._button.setText(action)
        self._button.setVisible(bool(action) and doing is not None)
        self.show()

    def text(self) -> str:
        """The sentence it shows; empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def _act(self) -> None:
        self.hide()
        if self._doing is not None:
            self._doing()
