"""A list over a small form: the row where the keyboard stands is what the form changes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Promise
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.rows_table import RowsTable

WIDE = 96
ROWS = 7


class TableDialog(FormDialog):
    """Stays open while one row after the other is settled."""

    def __init__(self, desk: Desk, title: str, deed: str, columns: Sequence[Column[Any]], parent: QWidget) -> None:
        super().__init__(desk, title, deed, parent)
        self.told = QLabel(self)
        self.told.setProperty("role", "strong")
        self.told.setWordWrap(True)
        self.table = RowsTable(list(columns), self)
        self.table.setAccessibleName(title)
        self.table.setMinimumHeight((ROWS + 1) * self.table.verticalHeader().defaultSectionSize())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.row_chosen(self.table.current()))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2 * STEP)
        self.tools.addStretch(1)
        self.form.place(self.told)
        self.form.place(self.table)
        holder = QWidget(self)
        self.tools.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(self.tools)
        self.form.place(holder)
        box = self.findChild(QDialogButtonBox)
        assert box is not None
        for button in box.buttons():
            if box.buttonRole(button) is QDialogButtonBox.ButtonRole.RejectRole:
                button.setText(desk.language.say("Close"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)

    def tool(self, text: str) -> QPushButton:
        """A button under the list."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        self.tools.insertWidget(self.tools.count() - 1, button)
        return button

    def row_chosen(self, row: Any) -> None:
        """Shows a row in the form; each dialog has its own way."""

    def ask(self) -> None:
        """Asks for the rows as they stand now."""

    def done(self, result: int) -> None:
        """What is typed and not stored is no longer asked about."""
        self.form.mark_clean()
        super().done(result)

    def changed(self, promise: "Promise[Any]") -> None:
        """Waits for an act, tells it, and shows what stands then; the dialog stays."""

        def landed(_: object) -> None:
            self.form.mark_clean()
            self.stored.emit(None)
            self.ask()

        promise.resting(self.deed).then(landed)

    def go_to(self, at: int) -> None:
        """Puts the keyboard on a row."""
        self.table.setCurrentIndex(self.table.model().index(at, 0))
