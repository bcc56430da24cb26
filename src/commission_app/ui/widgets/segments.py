"""A few values side by side of which one is chosen with one press: judgements, results, filters."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from commission_app.ui.icons import tone_icon
from commission_app.ui.theme import STEP


class Segments(QWidget):
    """Buttons in a row; the arrows move between them, and what a person pressed is told."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[object, QToolButton] = {}
        self._value: object = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(STEP)

    def offer(self, options: Iterable[tuple[object, str, str]], across: int = 8) -> "Segments":
        """Offers values with their words, and an icon where there is one; so many side by side at most."""
        for button in self._buttons.values():
            button.deleteLater()
        self._buttons = {}
        for at, (value, text, symbol) in enumerate(options):
            button = _Segment(text, self)
            if symbol:
                button.setIcon(tone_icon(symbol, "neutral"))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _=False, value=value: self._press(value))
            button.stepped.connect(lambda by, at=at: self._step(at + by))
            self._grid.addWidget(button, at // across, at % across)
            self._buttons[value] = button
        self._grid.setColumnStretch(min(len(self._buttons), across), 1)
        self.set_value(self._value)
        return self

    def name(self, value: object, text: str) -> None:
        """Gives a value another word (a filter's count changed)."""
        self._buttons[value].setText(text)

    def value(self) -> object:
        """The chosen value, or None."""
        return self._value

    def set_value(self, value: object) -> None:
        """Shows a value as chosen; nobody is told."""
        self._value = value
        for mine, button in self._buttons.items():
            button.setChecked(mine == value)
            active = "true" if mine == value else "false"
            if button.property("active") == active:
                continue  # dressing anew is dear, and a matrix shows another value at every step
            button.setProperty("active", active)
            button.style().unpolish(button)
            button.style().polish(button)

    def button(self, value: object) -> QToolButton:
        """The button of a value."""
        return self._buttons[value]

    def focus_first(self) -> None:
        """Puts the keyboard on the chosen value, or the first."""
        buttons = list(self._buttons.values())
        held = self._buttons.get(self._value)
        if buttons:
            (held or buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, value: object) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _step(self, at: int) -> None:
        buttons = list(self._buttons.values())
        buttons[at % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)


class _Segment(QToolButton):
    """One button; left and right lead to its neighbours."""

    stepped = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setProperty("role", "pill")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go on; Enter presses."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
