"""What lies in a volume as a table: papers are added, moved, taken out, and their sheets corrected."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from commission_app.errors import Refusal, RefusedError
from commission_app.i18n import Language, today
from commission_app.rules import archive, canonical
from commission_app.rules.archive import Contents, HeldPaper
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.date_edit import read_date
from commission_app.ui.widgets.inputs import Input

NUMBER, TITLE_LV, TITLE_EN, DAY, SHEETS = range(5)


class ContentsEdit(QWidget, Input):
    """Enter and F2 edit a cell, Delete takes the line out, Alt with the arrows moves it."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.table = QTableWidget(0, 5, self)
        heads = [say("Document No."), say("Document (Latvian)"), say("Document (English)"), say("Date"), say("Sheets")]
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(say("Contents"))
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        for at in (TITLE_LV, TITLE_EN):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        for at in (NUMBER, DAY, SHEETS):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumHeight(9 * self.fontMetrics().height() * 2)
        self.table.cellChanged.connect(lambda *_: self._touched())
        self.total = QLabel(self)
        self.total.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.total, 1)
        self.buttons = {
            "up": self._button("up", say("Up"), lambda: self.move_line(-1)),
            "down": self._button("down", say("Down"), lambda: self.move_line(1)),
            "add": self._button("plus", say("Add a paper"), self.add_line),
            "out": self._button("trash", say("Take out"), self.take_out),
        }
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.setFocusProxy(self.table)

    def value(self) -> Contents:
        """What the table says; a number of sheets that cannot be read is nought, and refused by the act."""
        return Contents(tuple(self._paper(at) for at in range(self.table.rowCount())))

    def set_value(self, value: object) -> None:
        """Shows what lies in a volume."""
        papers = value.papers if isinstance(value, Contents) else ()
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for paper in papers:
            self._put(self.table.rowCount(), paper)
        self.table.blockSignals(False)
        self._count()

    def draft(self) -> str:
        """What the table says, as text."""
        return canonical.written(self.value())

    def set_draft(self, text: str) -> None:
        """Shows a kept draft; one that cannot be read any more is left aside."""
        try:
            self.set_value(canonical.made(Contents, text))
        except ValueError:
            return

    def refusal(self) -> Refusal | None:
        """What is wrong in the table, if anything."""
        try:
            archive.check_contents(self.value())
        except RefusedError as trouble:
            return trouble.refusal
        return None

    def add_line(self) -> None:
        """An empty line at the end, to be filled in."""
        at = self.table.rowCount()
        self._put(at, HeldPaper("", "", "", today(), 1))
        self.table.setCurrentCell(at, TITLE_LV)
        self._touched()
        cell = self.table.item(at, TITLE_LV)
        if cell is not None:
            self.table.editItem(cell)

    def take_out(self) -> None:
        """Takes the current line out."""
        at = self.table.currentRow()
        if at >= 0:
            self.table.removeRow(at)
            self._touched()

    def move_line(self, by: int) -> None:
        """Moves the current line up or down."""
        at = self.table.currentRow()
        if at >= 0:
            self.set_value(archive.moved(self.value(), at, by))
            self.table.setCurrentCell(min(max(at + by, 0), self.table.rowCount() - 1), TITLE_LV)
            self._touched()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Alt with the arrows."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Delete:
            self.take_out()
        elif key in moves and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_line(moves[key])
        else:
            super().keyPressEvent(event)

    def _paper(self, at: int) -> HeldPaper:
        cells = [self.table.item(at, column) for column in range(5)]
        texts = [cell.text().strip() if cell else "" for cell in cells]
        sheets = int(texts[SHEETS]) if texts[SHEETS].isdecimal() else 0
        return HeldPaper(texts[NUMBER], texts[TITLE_LV], texts[TITLE_EN], read_date(texts[DAY], today()), sheets)

    def _put(self, at: int, paper: HeldPaper) -> None:
        self.table.insertRow(at)
        day = self._language.date(paper.day) if paper.day else ""
        for column, text in enumerate((paper.number, paper.title_lv, paper.title_en, day, str(paper.sheets))):
            cell = QTableWidgetItem(text)
            cell.setToolTip(text)
            if column == SHEETS:
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(at, column, cell)

    def _touched(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        self.total.setText(self._language.count("{n} sheet", "{n} sheets", self.value().sheets))

    def _button(self, picture: str, text: str, doing: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(picture), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: doing())
        return button
