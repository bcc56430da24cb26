"""A field of a form: the label above, the input, and below it the help or, in words, what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from commission_app.ui.widgets.inputs import Input


class Field(QWidget):
    """One labelled input; the input must be a widget that speaks the grammar of `Input`."""

    def __init__(
        self, label: str, held: Input, *, help_text: str = "", required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if not isinstance(held, QWidget):
            raise TypeError(f"{type(held).__name__} is not a widget")
        self.input = held
        self.required = required
        self.label_text = label
        self._widget: QWidget = held
        self._help = help_text
        self._label = QLabel(f"{label} *" if required else label, self)
        self._label.setProperty("role", "label")
        self._label.setBuddy(held)
        self._label.setWordWrap(True)
        self._label.setVisible(bool(label))
        self._below = QLabel(help_text, self)
        self._below.setWordWrap(True)
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        held.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(held)
        column.addWidget(self._below)
        self.clear_error()

    def show_error(self, text: str) -> None:
        """Says at the field what is wrong."""
        self._dress(wrong=True, text=text)

    def clear_error(self) -> None:
        """Takes the error away; the help stands there again."""
        self._dress(wrong=False, text=self._help)

    def say_help(self, text: str) -> None:
        """Says other words of help below the input; an error stays until it is cleared."""
        self._help = text
        if not self.error():
            self.clear_error()

    def error(self) -> str:
        """The error it shows, or nothing."""
        return self._below.text() if self._below.property("role") == "error" else ""

    def focus(self) -> None:
        """Puts the keyboard into the input."""
        self._widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self, *, wrong: bool, text: str) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self._below.setProperty("role", "error" if wrong else "small")
        self._widget.setProperty("wrong", "true" if wrong else "false")
        self._widget.setAccessibleDescription(text)
        for part in (self._below, self._widget):
            part.style().unpolish(part)
            part.style().polish(part)
