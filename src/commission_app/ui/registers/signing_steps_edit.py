"""Who signs a paper, in which order: lines that are typed into, moved, added and taken out."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from commission_app.i18n import Language
from commission_app.rules.signing_route import PlannedStep
from commission_app.rules.vocabulary.signing import SigningWay
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.inputs import Input

_NAME, _POST, _ORDER = range(3)


class StepsEdit(QWidget, Input):
    """The value is the whole order of signing; what is not shown of a signer (the other language) is kept."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = language.say
        self._language = language
        self._steps: list[PlannedStep] = []
        self._way = SigningWay.ELECTRONIC
        self._quiet = False
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([say("Signer"), say("Post"), say("Order, where one stands in")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(say("Who signs"))
        self.table.setMinimumHeight(5 * (self.fontMetrics().height() + 14))
        self.table.itemChanged.connect(lambda _: self._typed())
        self.setFocusProxy(self.table)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        for text, picture, doing in (
            (say("Add"), "plus", self.add),
            (say("Up"), "up", lambda: self.move_line(-1)),
            (say("Down"), "down", lambda: self.move_line(1)),
            (say("Take out"), "minus", self.take_out),
        ):
            button = QPushButton(icon(picture), text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, doing=doing: doing())
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.table)
        column.addLayout(row)

    def set_way(self, way: SigningWay) -> None:
        """How all of them sign."""
        self._way = way

    def value(self) -> tuple[PlannedStep, ...]:
        """The signers in their order; lines left wholly empty do not count."""
        return tuple(replace(one, way=self._way) for one in self._steps if one.name.strip() or one.post_lv.strip())

    def set_value(self, value: object) -> None:
        """Shows signers."""
        self._steps = [one for one in value if isinstance(one, PlannedStep)] if isinstance(value, Sequence) else []
        self._show(0)

    def draft(self) -> str:
        """The signers as text, to know whether anything differs."""
        return "\n".join(f"{one.name}|{one.post_lv}|{one.post_en}|{one.order}" for one in self._steps)

    def set_draft(self, text: str) -> None:
        """A kept draft is not shown: no form with signers keeps one."""

    def add(self) -> None:
        """Another signer at the end."""
        self._steps.append(PlannedStep(""))
        self._show(len(self._steps) - 1)
        self.table.setCurrentCell(len(self._steps) - 1, _NAME)
        item = self.table.item(len(self._steps) - 1, _NAME)
        if item is not None:
            self.table.editItem(item)
        self.edited.emit()

    def move_line(self, by: int) -> None:
        """The chosen signer signs earlier or later."""
        at = self.table.currentRow()
        to = at + by
        if 0 <= at < len(self._steps) and 0 <= to < len(self._steps):
            self._steps[at], self._steps[to] = self._steps[to], self._steps[at]
            self._show(to)
            self.edited.emit()

    def take_out(self) -> None:
        """The chosen signer does not sign."""
        at = self.table.currentRow()
        if 0 <= at < len(self._steps):
            del self._steps[at]
            self._show(min(at, len(self._steps) - 1))
            self.edited.emit()

    def _show(self, at: int) -> None:
        self._quiet = True
        self.table.setRowCount(len(self._steps))
        for row, one in enumerate(self._steps):
            for column, text in ((_NAME, one.name), (_POST, self._post(one)), (_ORDER, one.order)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if at >= 0:
            self.table.setCurrentCell(at, _NAME)
        self._quiet = False

    def _post(self, one: PlannedStep) -> str:
        return (one.post_en or one.post_lv) if self._language.code == "en" else (one.post_lv or one.post_en)

    def _typed(self) -> None:
        if self._quiet:
            return
        self._steps = [self._line(row) for row in range(self.table.rowCount())]
        self.edited.emit()

    def _line(self, row: int) -> PlannedStep:
        old = self._steps[row]
        name, post, order = (self._text(row, column) for column in (_NAME, _POST, _ORDER))
        if post == self._post(old):
            return replace(old, name=name, order=order)
        # A post typed anew is printed as typed in either language: nobody translates it behind the person's back.
        return replace(old, name=name, order=order, post_lv=post, post_en=post)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.data(Qt.ItemDataRole.DisplayRole) or "" if item is not None else ""
