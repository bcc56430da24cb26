"""A number typed right at its cell: Enter stores it and goes down, Tab goes on, Esc leaves the cell as it was."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.scales import Scale, as_points
from commission_app.rules.vocabulary.scoring import ScaleKind
from commission_app.ui.theme import STEP
from commission_app.wording.words import word

_ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class ValueEditor(QFrame):
    """A small field over the cell, with what its scale takes."""

    entered = Signal(str, int)
    """What was typed, and how many columns to go on (none: down)."""
    left = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._scale = Scale()
        self.setProperty("role", "card")
        self.line = _Line(self)
        self.line.setAccessibleName(language.say("Score"))
        self.line.ended.connect(self._end)
        self.line.textEdited.connect(self._edited)
        self._possible = QLabel(self)
        self._possible.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.line)
        column.addWidget(self._possible)
        self.hide()

    def ask(self, text: str, scale: Scale, maximum: int | None, cell: QRect) -> None:
        """Opens at a cell with what was typed so far."""
        self._scale = scale
        possible = word(self._language, scale.kind)
        if scale.kind is ScaleKind.POINTS and maximum is not None:
            possible = self._language.say("0 to {maximum}", maximum=self._language.number(as_points(maximum)))
        self._possible.setText(possible)
        self.line.setText(text)
        self.adjustSize()
        parent = self.parentWidget()
        top = min(cell.top() - STEP, (parent.height() if parent is not None else cell.bottom()) - self.height())
        self.move(max(cell.left() - 2 * STEP, 0), max(top, 0))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.deselect()
        self.line.end(False)

    def _edited(self, text: str) -> None:
        """A mark of two figures is whole."""
        if self._scale.kind is ScaleKind.MARK and len(text.strip()) == 2:
            self._end(0)

    def _end(self, columns: int) -> None:
        if not self.isVisible():
            return
        text = self.line.text().strip()
        self.left.emit()
        self.hide()
        if text:
            self.entered.emit(text, columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the cell as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.hide()
        else:
            super().keyPressEvent(event)


class _Line(QLineEdit):
    """Says when the number is typed to its end, and which way to go on."""

    ended = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down end it."""
        if Qt.Key(event.key()) in _ENDING:
            self.ended.emit(0)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab ends it and goes on to the next column."""
        self.ended.emit(1 if forward else -1)
        return True
