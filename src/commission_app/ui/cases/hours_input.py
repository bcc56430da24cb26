"""The hours of several modules in one line: "34; 136" or "34 136", a comma or a point before the fraction."""

import re
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from commission_app.errors import Refusal, refusal
from commission_app.ui.widgets.inputs import Input
from commission_app.ui.widgets.number_edit import read_number

_BETWEEN = re.compile(r"[;\s]+")


class HoursInput(QLineEdit, Input):
    """Gives a tuple of numbers; what is no number is named."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(lambda _: self.edited.emit())

    def value(self) -> tuple[Decimal, ...]:
        """The hours, one for each module; what cannot be read is left out."""
        found = (read_number(text) for text in self._texts())
        return tuple(one for one in found if one is not None)

    def set_value(self, value: object) -> None:
        """Shows the hours of each module."""
        hours = value if isinstance(value, tuple) else ()
        self.setText("; ".join(f"{one:f}".replace(".", ",") for one in hours))

    def draft(self) -> str:
        """The text as typed."""
        return self.text()

    def set_draft(self, text: str) -> None:
        """Shows the text as it was typed."""
        self.setText(text)

    def refusal(self) -> Refusal | None:
        """The first thing that is no number, or that no hours are typed."""
        wrong = next((text for text in self._texts() if read_number(text) is None), None)
        if wrong is not None:
            return refusal("ui.number_unreadable", typed=wrong)
        return None if self._texts() else refusal("funding.no_hours")

    def _texts(self) -> list[str]:
        return [text for text in _BETWEEN.split(self.text().strip()) if text]
