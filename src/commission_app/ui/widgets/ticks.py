"""Several of a few: a list to tick, such as parts of a qualification or measures that are granted."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from commission_app.ui.theme import STEP
from commission_app.ui.widgets.inputs import Input

MOST_ROWS = 7


class Ticks(QListWidget, Input):
    """Space ticks; as high as what is offered, up to a few rows."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[str] = []
        self._waiting: frozenset[str] = frozenset()
        self.setUniformItemSizes(True)
        self.itemChanged.connect(lambda _: self.edited.emit())

    def offer(self, options: Iterable[tuple[str, str]]) -> "Ticks":
        """Offers values with their words; what was ticked stays ticked."""
        held = frozenset(self.value()) | self._waiting
        offered = list(options)
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in offered]
        for _, text in offered:
            item = QListWidgetItem(text, self)
            item.setToolTip(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.set_value(tuple(held))
        self.setFixedHeight(min(max(self.count(), 1), MOST_ROWS) * max(self.sizeHintForRow(0), 20) + 3 * STEP)
        return self

    def value(self) -> tuple[str, ...]:
        """The ticked values in the order they are offered."""
        return tuple(
            value for at, value in enumerate(self._values) if self.item(at).checkState() is Qt.CheckState.Checked
        )

    def set_value(self, value: object) -> None:
        """Ticks these values; those that are not offered yet are waited for."""
        wanted = frozenset(str(one) for one in value) if isinstance(value, tuple | list | frozenset) else frozenset()
        self._waiting = wanted - frozenset(self._values)
        self.blockSignals(True)
        for at, one in enumerate(self._values):
            self.item(at).setCheckState(Qt.CheckState.Checked if one in wanted else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def draft(self) -> str:
        """The ticked values, one in a line."""
        return "\n".join(self.value())

    def set_draft(self, text: str) -> None:
        """Ticks the values of a kept draft."""
        self.set_value(tuple(text.split("\n")) if text else ())
