"""Which heading of a file is which column: the sheet, the row of the headings, and a choice for each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services import sheet_files
from commission_app.services.sheet_files import SheetFile, SheetLayout
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice

FIRST_ROWS = 25
"""So far down the headings may stand."""


class ImportColumns(QWidget):
    """What is proposed can be changed; a column that the file does not have is left empty."""

    edited = Signal()
    place_chosen = Signal(str, int)
    """Another sheet, or another row of headings."""

    def __init__(self, language: Language, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._file: SheetFile | None = None
        say = language.say
        self.sheet = Choice(self)
        self.head = Choice(self)
        for choice in (self.sheet, self.head):
            choice.edited.connect(self._choose_place)
        self.choices: list[Choice] = []
        top = QFormLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addRow(say("Sheet"), self.sheet)
        top.addRow(say("Row of the headings"), self.head)
        told = QLabel(title, self)
        told.setWordWrap(True)
        told.setProperty("role", "label")
        self._page = QWidget(self)
        self._rows = QFormLayout(self._page)
        self._rows.setContentsMargins(0, 0, 3 * STEP, 0)
        self._rows.setVerticalSpacing(3 * STEP)
        area = self._area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(self._page)
        for ground in (self._page, area.viewport()):
            ground.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addWidget(told)
        column.addWidget(area, 1)

    def show_file(self, file: SheetFile, headings: Sequence[str]) -> None:
        """Shows the sheets of a file, and a choice for each column, by its heading."""
        self._file = file
        while self._rows.rowCount():
            self._rows.removeRow(0)
        self.choices = []
        for at, heading in enumerate(headings, 1):
            choice = Choice(self)
            choice.setAccessibleName(heading)
            choice.setMinimumContentsLength(14)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.edited.connect(self.edited)
            label = QLabel(f"{at}. {heading}", self)
            label.setWordWrap(True)
            label.setMinimumWidth(self.fontMetrics().averageCharWidth() * 22)
            self._rows.addRow(label, choice)
            self.choices.append(choice)
        # The choices are never cut off: a heading of the file is read, not guessed.
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._page.minimumSizeHint().width() + bar)
        self.sheet.offer((sheet.name, sheet.name) for sheet in file.sheets)
        self.show_layout(file.layout)

    def show_layout(self, layout: SheetLayout) -> None:
        """Shows how the file is read."""
        if self._file is None:
            return
        sheet = self._file.sheet(layout.sheet)
        self.sheet.set_value(sheet.name)
        self.head.offer((row.number, str(row.number)) for row in sheet.rows[:FIRST_ROWS])
        self.head.set_value(layout.head_row)
        names = [name for name in sheet_files.headings_of(sheet, layout.head_row) if name]
        for choice, name in zip(self.choices, layout.names, strict=True):
            choice.offer(((one, one) for one in dict.fromkeys(names)), empty="–")
            choice.set_value(name or None)

    def layout_now(self) -> SheetLayout:
        """How the file is read, as it stands here."""
        sheet, head = self.sheet.value(), self.head.value()
        names = tuple(str(choice.value() or "") for choice in self.choices)
        return SheetLayout(str(sheet or ""), head if isinstance(head, int) else 1, names)

    def _choose_place(self) -> None:
        layout = self.layout_now()
        self.place_chosen.emit(layout.sheet, layout.head_row)
