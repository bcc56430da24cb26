"""A number typed with a comma or a point; exact, never a float."""

import re
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language
from commission_app.ui.theme import tabular
from commission_app.ui.widgets.inputs import Input

_NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)?$")


def read_number(text: str) -> Decimal | None:
    """The number a person meant ("12,5" and "12.5" are the same), or None."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not _NUMBER.match(plain):
        return None
    return Decimal(plain.replace(",", ".").replace("−", "-"))


class NumberEdit(QLineEdit, Input):
    """A number field with a lowest and a highest value and so many decimals at most."""

    edited = Signal()

    def __init__(
        self,
        language: Language,
        parent: QWidget | None = None,
        *,
        decimals: int = 0,
        lowest: Decimal | int | None = 0,
        highest: Decimal | int | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._decimals = decimals
        self._lowest = lowest
        self._highest = highest
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(tabular(self.font()))
        self.textEdited.connect(lambda _: self.edited.emit())

    def value(self) -> Decimal | None:
        """The number, or None where the field is empty or cannot be read."""
        return read_number(self.text())

    def whole(self) -> int | None:
        """The number as a whole one, or None where it is not."""
        number = self.value()
        return int(number) if number is not None and number == int(number) else None

    def set_value(self, value: object) -> None:
        """Shows a number; None empties the field."""
        self.setText(self._language.number(value) if isinstance(value, int | Decimal) else "")

    def draft(self) -> str:
        """The text as typed."""
        return self.text()

    def set_draft(self, text: str) -> None:
        """Shows the text as it was typed."""
        self.setText(text)

    def refusal(self) -> Refusal | None:
        """Refused where the text is no number, has too many decimals, or lies outside the limits."""
        if not self.text().strip():
            return None
        number = self.value()
        if number is None:
            return refusal("ui.number_unreadable", typed=self.text().strip())
        if -int(number.normalize().as_tuple().exponent) > self._decimals:
            return refusal("ui.number_too_fine", typed=self.text().strip(), decimals=self._decimals)
        if self._lowest is not None and number < self._lowest:
            return refusal("ui.number_too_small", typed=self.text().strip(), lowest=self._lowest)
        if self._highest is not None and number > self._highest:
            return refusal("ui.number_too_large", typed=self.text().strip(), highest=self._highest)
        return None
