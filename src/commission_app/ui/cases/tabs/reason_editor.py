"""The reason typed right at the cell that owes it: Enter stores it, Esc takes the key back."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from commission_app.errors import refusal
from commission_app.i18n import Language
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.wording.sentences import sentence


class ReasonEditor(QFrame):
    """A small field over the matrix, below the cell it is about."""

    reasoned = Signal(object, str)
    """The result and its reason."""
    left = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._result: OutcomeResult | None = None
        self.setProperty("role", "card")
        self._why = QLabel(self)
        self._why.setProperty("role", "small")
        self._why.setWordWrap(True)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(language.say("Reason"))
        self._keys = QLabel(language.say("Enter stores, Esc leaves the cell as it was"), self)
        self._keys.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for widget in (self._why, self.line, self._keys):
            column.addWidget(widget)
        self.hide()

    def ask(self, result: OutcomeResult, reason: str, cell: QRect, many: int = 1) -> None:
        """Opens below a cell (in the parent's coordinates), with the reason that stands there; for many at once."""
        self._result = result
        why = sentence(self._language, refusal("scoring.reason_needed", result=result))
        if many > 1:
            for_all = self._language.count("for {n} outcome", "for {n} outcomes", many)
            why = f"{why} ({for_all})"
        self._why.setText(why)
        self.line.setText(reason)
        self.line.selectAll()
        parent = self.parentWidget()
        assert parent is not None
        self.setFixedWidth(min(max(self.fontMetrics().averageCharWidth() * 56, 280), max(parent.width() - 16, 200)))
        self.adjustSize()
        below = cell.bottom() + 2
        top = below if below + self.height() <= parent.height() else max(cell.top() - self.height() - 2, 0)
        left = max(min(cell.right() - self.width(), parent.width() - self.width() - 8), 8)
        self.move(QPoint(left, top))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stores a reason that is not empty; Esc leaves."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            reason = self.line.text().strip()
            if reason and self._result is not None:
                result = self._result
                self._close()
                self.reasoned.emit(result, reason)
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.left.emit()
        self.hide()
