"""An hour typed at the keyboard: "9.00", "9:00", "0900" and "9" are the same; empty is allowed."""

import re
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language
from commission_app.ui.theme import tabular
from commission_app.ui.widgets.inputs import Input

_PARTED = re.compile(r"(\d{1,2})(?:\s*[.:]\s*(\d{2}))?$")
_RUN = re.compile(r"(\d{2})(\d{2})$")


def read_time(text: str) -> time | None:
    """The hour a person meant, or None."""
    found = _RUN.match(text.strip()) or _PARTED.match(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeEdit(QLineEdit, Input):
    """A field for an hour; it is written as the language writes it once the keyboard leaves."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = "." if language.code == "lv" else ":"
        self.setPlaceholderText(f"00{self._point}00")
        self.setFont(tabular(self.font()))
        self.textEdited.connect(lambda _: self.edited.emit())
        self.editingFinished.connect(self._settle)

    def value(self) -> time | None:
        """The hour, or None where the field is empty or cannot be read."""
        return read_time(self.text())

    def set_value(self, value: object) -> None:
        """Shows an hour; None empties the field."""
        self.setText(f"{value:%H}{self._point}{value:%M}" if isinstance(value, time) else "")

    def draft(self) -> str:
        """The text as typed."""
        return self.text()

    def set_draft(self, text: str) -> None:
        """Shows the text as it was typed."""
        self.setText(text)

    def refusal(self) -> Refusal | None:
        """Refused where the text is no hour."""
        text = self.text().strip()
        return refusal("ui.time_unreadable", typed=text) if text and self.value() is None else None

    def _settle(self) -> None:
        hour = self.value()
        if hour is not None:
            self.set_value(hour)
