"""The prices of one, two, three … persons examined together, typed size by size."""

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.euro import cents, euro
from commission_app.ui.widgets.inputs import Input
from commission_app.ui.widgets.number_edit import NumberEdit

SIZES = range(1, 13)
"""The price list of the Cabinet goes to twelve; a larger group pays as the last price typed."""
_ACROSS = 4


class PriceTableEdit(QFrame, Input):
    """Twelve small fields; those after the last price stay empty."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes = {size: NumberEdit(language, self, decimals=2) for size in SIZES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * STEP)
        for at, (size, field) in enumerate(self.sizes.items()):
            name = QLabel(language.count("{n} person", "{n} persons", size), self)
            name.setProperty("role", "small")
            field.setAccessibleName(name.text())
            field.edited.connect(self.edited)
            row, column = 2 * (at // _ACROSS), at % _ACROSS
            grid.addWidget(name, row, column)
            grid.addWidget(field, row + 1, column)
            grid.setColumnStretch(column, 1)
        self.setFocusProxy(self.sizes[1])

    def value(self) -> tuple[int, ...]:
        """The prices in cents from one person on."""
        found = [cents(field.value()) for field in self.sizes.values()]
        return tuple(one for one in found if one is not None)

    def set_value(self, value: object) -> None:
        """Shows the prices."""
        shown = value if isinstance(value, tuple) else ()
        for size, field in self.sizes.items():
            field.set_value(euro(shown[size - 1]) if size <= len(shown) else None)

    def draft(self) -> str:
        """The texts as typed."""
        typed = {str(size): field.draft() for size, field in self.sizes.items() if field.draft()}
        return json.dumps(typed) if typed else ""

    def set_draft(self, text: str) -> None:
        """Shows the texts as they were typed."""
        typed = json.loads(text) if text else {}
        for size, field in self.sizes.items():
            field.set_draft(typed.get(str(size), ""))

    def refusal(self) -> Refusal | None:
        """What cannot be read, or the size whose price was left out."""
        wrong = next((one for field in self.sizes.values() if (one := field.refusal()) is not None), None)
        if wrong is not None:
            return wrong
        typed = [size for size, field in self.sizes.items() if field.value() is not None]
        gap = next((at for at, size in enumerate(typed, 1) if at != size), None)
        return refusal("price.size_gap", size=gap) if gap is not None else None

    def fields(self) -> tuple[QLineEdit, ...]:
        """The twelve fields."""
        return tuple(self.sizes.values())
