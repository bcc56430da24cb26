"""The four steps as a board: how many cases stand at each; a press lists them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commission_app.i18n import Language, capital
from commission_app.rules.vocabulary.case import Step
from commission_app.ui.theme import STEP, tabular
from commission_app.wording.words import word


class StepTile(QFrame):
    """One step with its count; it is a button with two lines."""

    pressed = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.count = QLabel("–", self)
        self.count.setProperty("role", "display")
        self.count.setFont(tabular(self.count.font()))
        words = QLabel(title, self)
        words.setProperty("role", "soft")
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(0)
        column.addWidget(self.count)
        column.addWidget(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressed with the mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pressed at the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as its words, and never cramped."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), 120), hint.height())


class StepBoard(QWidget):
    """The tiles side by side."""

    chosen = Signal(object)
    """The step whose cases are wanted."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: dict[Step, StepTile] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * STEP)
        for at, step in enumerate(Step):
            title = word(language, step)
            tile = StepTile(f"{at + 1}. {capital(title)}", self)
            tile.setAccessibleName(title)
            tile.pressed.connect(lambda step=step: self.chosen.emit(step))
            self.tiles[step] = tile
            row.addWidget(tile, 1)
        self._language = language

    def show_counts(self, counts: Sequence[tuple[Step, int]]) -> None:
        """Shows how many cases stand at each step."""
        for step, count in counts:
            self.tiles[step].count.setText(self._language.number(count))
            self.tiles[step].setAccessibleDescription(self._language.number(count))
