"""Facts one below the other: what it is called on the left, what it says on the right, ready to be copied."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from commission_app.ui.theme import STEP

NOTHING = "–"


class FactList(QWidget):
    """Reads like a printed form; an empty fact shows a dash, so that one sees that it is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Shows other facts, by name and text."""
        wanted = list(facts)
        if [name for name, _ in wanted] != list(self._values):
            self._clear()
        for row, (name, text) in enumerate(wanted):
            value = self._values.get(name) or self._add(row, name)
            value.setText(text or NOTHING)
            value.setProperty("role", "" if text else "soft")

    def text(self, name: str) -> str:
        """What a fact says."""
        return self._values[name].text()

    def _add(self, row: int, name: str) -> QLabel:
        label = QLabel(name, self)
        label.setProperty("role", "label")
        label.setWordWrap(True)
        label.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        value = QLabel(self)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        for each in (label, value):
            each.show()  # a list that was empty while it was shown would keep them hidden
        self._values[name] = value
        return value

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._values = {}
