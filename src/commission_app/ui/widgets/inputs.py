"""What every input of a form can do: give its value, take one, keep its draft as text, and say what is wrong in it."""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from commission_app.errors import Refusal


class Input:
    """The common grammar of inputs; each is also a Qt widget."""

    edited: Signal

    def on_edit(self, told: Callable[[], object]) -> None:
        """Calls this when a person edits the input; not when a value is shown."""
        signal: SignalInstance = self.__getattribute__("edited")
        signal.connect(told)

    def value(self) -> object:
        """What was entered, as the office wants it; None where nothing was."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Shows a value of the office."""
        raise NotImplementedError

    def draft(self) -> str:
        """What stands in the input, right or wrong, as text to keep."""
        raise NotImplementedError

    def set_draft(self, text: str) -> None:
        """Shows a kept draft."""
        raise NotImplementedError

    def refusal(self) -> Refusal | None:
        """What cannot be read in the input, or None."""
        return None


class TextInput(QLineEdit, Input):
    """One line of text; spaces around it do not count."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "", capitals: bool = False) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._capitals = capitals
        self.textEdited.connect(lambda _: self.edited.emit())

    def value(self) -> str:
        """The text without the spaces around it."""
        text = " ".join(self.text().split())
        return text.upper() if self._capitals else text

    def set_value(self, value: object) -> None:
        """Shows a text from its beginning; None is an empty one."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def draft(self) -> str:
        """The text as typed."""
        return self.text()

    def set_draft(self, text: str) -> None:
        """Shows the text as it was typed."""
        self.setText(text)


class LongTextInput(QPlainTextEdit, Input):
    """Some lines of text, such as reasons; Tab goes on to the next field."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 4, placeholder: str = "") -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)
        self._quiet = False
        self.textChanged.connect(self._changed)

    def value(self) -> str:
        """The text without the empty lines around it."""
        return self.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Shows a text; None is an empty one."""
        self.set_draft("" if value is None else str(value))

    def draft(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    def set_draft(self, text: str) -> None:
        """Shows the text as it was typed."""
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()


class TickInput(QCheckBox, Input):
    """Yes or no."""

    edited = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(lambda _: self.edited.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Ticks or clears it."""
        self.setChecked(bool(value))

    def draft(self) -> str:
        """1 or 0."""
        return "1" if self.isChecked() else "0"

    def set_draft(self, text: str) -> None:
        """Ticks or clears it."""
        self.setChecked(text == "1")
