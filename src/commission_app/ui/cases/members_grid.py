"""The people of a group, typed or pasted from a spreadsheet; a last empty row is always there for the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from commission_app.i18n import Language
from commission_app.services.cohorts import GroupMember
from commission_app.ui.widgets.inputs import Input

COLUMNS = 5


class MembersGrid(QTableWidget, Input):
    """Given name, surname, personal code, e-mail, telephone."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(0, COLUMNS, parent)
        self._quiet = False
        say_of = language.say_of
        self.setHorizontalHeaderLabels(
            [
                say_of("member", "Given name"),
                say_of("member", "Surname"),
                say_of("member", "Personal code"),
                say_of("member", "E-mail"),
                say_of("member", "Telephone"),
            ]
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 16)
        self.setAccessibleName(language.say("People of the group"))
        self.itemChanged.connect(lambda _: self._changed())
        self._lengthen()

    def value(self) -> tuple[GroupMember, ...]:
        """The people; empty rows are nobody."""
        return tuple(GroupMember(*texts) for texts in self._rows() if any(texts))

    def set_value(self, value: object) -> None:
        """Shows people."""
        members = value if isinstance(value, tuple) else ()
        self._fill([[one.given_name, one.family_name, one.personal_code, one.email, one.phone] for one in members])

    def draft(self) -> str:
        """All cells, a line each row."""
        return "\n".join("\t".join(texts) for texts in self._rows() if any(texts))

    def set_draft(self, text: str) -> None:
        """Shows the cells as they were typed."""
        self._fill([line.split("\t") for line in text.splitlines()])

    def paste(self, text: str) -> None:
        """Lays copied cells in from the current one; rows are added as they are needed."""
        row, column = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self._quiet = True
        for down, line in enumerate(text.rstrip("\r\n").splitlines()):
            while self.rowCount() <= row + down:
                self.insertRow(self.rowCount())
            for right, cell in enumerate(line.split("\t")[: COLUMNS - column]):
                self.setItem(row + down, column + right, QTableWidgetItem(cell.strip()))
        self._quiet = False
        self._changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V lays in, Delete empties the selected cells."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Delete):
            for item in self.selectedItems():
                item.setText("")
        else:
            super().keyPressEvent(event)

    def _rows(self) -> list[list[str]]:
        return [[self._text(row, column) for column in range(COLUMNS)] for row in range(self.rowCount())]

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""

    def _fill(self, rows: Sequence[Sequence[str]]) -> None:
        self._quiet = True
        self.setRowCount(0)
        for row, texts in enumerate(rows):
            self.insertRow(row)
            for column, text in enumerate(texts[:COLUMNS]):
                self.setItem(row, column, QTableWidgetItem(text))
        self._quiet = False
        self._lengthen()

    def _changed(self) -> None:
        if not self._quiet:
            self._lengthen()
            self.edited.emit()

    def _lengthen(self) -> None:
        last = self.rowCount() - 1
        if last < 0 or any(self._text(last, column) for column in range(COLUMNS)):
            self.insertRow(self.rowCount())
