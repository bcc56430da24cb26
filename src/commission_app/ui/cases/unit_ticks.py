"""The units of an edition as a list to tick: what the applicant asks to be recognised."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services.standards import UnitLine
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.inputs import Input
from commission_app.wording.words import word

_UNIT = Qt.ItemDataRole.UserRole
MOST_ROWS = 6


class UnitTicks(QWidget, Input):
    """Space ticks; all or none at one press; the count stands below."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._waiting: tuple[int, ...] | None = None
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.itemChanged.connect(lambda _: self._ticked())
        self._count = QLabel(self)
        self._count.setProperty("role", "small")
        self.every = QPushButton(language.say("Tick all"), self)
        self.none = QPushButton(language.say("Tick none"), self)
        self.every.clicked.connect(lambda _: self._tick_all(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda _: self._tick_all(Qt.CheckState.Unchecked))
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        for button in (self.every, self.none):
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.list)
        column.addLayout(row)
        self.setFocusProxy(self.list)
        self._say_count()

    def offer(self, units: Sequence[UnitLine]) -> None:
        """Offers the units of an edition, all of them ticked that can be recognised."""
        self.list.blockSignals(True)
        self.list.clear()
        for unit in units:
            text = f"{unit.code} · {half(self._language, unit.title_lv, unit.title_en)}"
            if unit.credits is not None and unit.credit_unit is not None:
                text += f" · {self._language.number(unit.credits)} {word(self._language, unit.credit_unit)}"
            item = QListWidgetItem(text, self.list)
            item.setToolTip(text)
            item.setData(_UNIT, unit.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if unit.recognisable else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        rows = min(max(self.list.count(), 2), MOST_ROWS)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 20) + 3 * STEP)
        if self._waiting is not None and self._offered(self._waiting):
            self.set_value(self._waiting)
        self._say_count()

    def value(self) -> tuple[int, ...]:
        """The keys of the ticked units."""
        return tuple(item.data(_UNIT) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def set_value(self, value: object) -> None:
        """Ticks these units; those that are not offered yet are waited for."""
        wanted = tuple(value) if isinstance(value, tuple | list) else ()
        self._waiting = None if self.list.count() and self._offered(wanted) else wanted
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked if item.data(_UNIT) in wanted else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._say_count()

    def draft(self) -> str:
        """The keys of the ticked units."""
        return " ".join(str(key) for key in self.value())

    def set_draft(self, text: str) -> None:
        """Ticks the units of a kept draft."""
        self.set_value(tuple(int(part) for part in text.split() if part.isdecimal()))

    def all_ticked(self) -> bool:
        """Whether nothing is left out."""
        return len(self.value()) == self.list.count()

    def _offered(self, wanted: tuple[int, ...]) -> bool:
        return set(wanted) <= {item.data(_UNIT) for item in self._items()}

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _tick_all(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(state)
        self.list.blockSignals(False)
        self._ticked()

    def _ticked(self) -> None:
        self._say_count()
        self.edited.emit()

    def _say_count(self) -> None:
        ticked, of = len(self.value()), self.list.count()
        self._count.setText(self._language.count("{n} unit of {of} ticked", "{n} units of {of} ticked", ticked, of=of))
