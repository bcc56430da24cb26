"""A table of a file taken in: it is dropped, its columns are matched, and what would come in is seen before."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QSplitter, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.services import sheet_files
from commission_app.services.sheet_files import SheetFile, SheetLayout
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Promise
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.ui.widgets.import_columns import ImportColumns
from commission_app.ui.widgets.on_screen import resize_on_screen


class SheetDialog(QDialog):
    """What every taking in from a table has; nothing is stored before the button is pressed."""

    def __init__(self, desk: Desk, title: str, *, invitation: str, kinds: str, columns: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.language = desk, desk.language
        self.file: SheetFile | None = None
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        self.drop = FileDrop(desk.language, invitation, kinds=kinds, many=False, parent=self)
        self.drop.dropped.connect(lambda paths: self.open_path(paths[0]))
        self.columns = ImportColumns(desk.language, columns, self)
        self.columns.place_chosen.connect(self._place)
        self.columns.edited.connect(self.preview)
        self.told, self.why = QLabel(self), QLabel(self)
        for label, role in ((self.told, "strong"), (self.why, "small")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.remarks = QListWidget(self)
        self.remarks.setWordWrap(True)
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remarks.setAccessibleName(desk.language.say("Remarks"))
        self.deed = QPushButton(desk.language.say_of("list", "Take in"), self)
        self.deed.setProperty("role", "prominent")
        self.deed.setDefault(True)
        self.deed.clicked.connect(lambda _: self.take_in())

    @abstractmethod
    def open_file(self, name: str, data: bytes) -> None:
        """Opens the bytes of a file."""

    @abstractmethod
    def match(self, file: SheetFile, sheet: str, head_row: int) -> Promise[SheetLayout]:
        """Which heading is which column where another sheet or row of headings is chosen."""

    @abstractmethod
    def preview(self) -> None:
        """Asks what would come in as the columns stand now."""

    @abstractmethod
    def take_in(self) -> None:
        """Takes in what is seen."""

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Says above the page what is wrong with the file; nothing can be taken in until it is right."""
        self.banner.say(text)
        return True

    def open_path(self, path: Path) -> None:
        """Reads a file and proposes how it is read."""
        self.banner.hide()
        labour = self.desk.jobs.work(self, lambda progress: sheet_files.read_file(path, progress))
        labour.then(lambda file: self.open_file(file.name, file.data))

    def reading(self, asked: Promise[SheetFile], name: str) -> None:
        """Says which file is being read, and shows its columns when it is."""
        asked.called(self.language.say("Reading {file}", file=name)).then(self.opened)

    def opened(self, file: SheetFile) -> None:
        """The file is read: its columns are shown, and what would come in is asked."""
        self.file = file
        for part in (self.columns, self._right, self.deed):
            part.show()
        self.drop.hide()
        figure = self.fontMetrics().averageCharWidth()
        resize_on_screen(self, figure * 160, figure * 84)
        self.preview()

    def lay_out(
        self, right: Sequence[tuple[QWidget, int]], below: QWidget, *, above: Sequence[QWidget] = ()
    ) -> QHBoxLayout:
        """Puts the parts in their places, before a file is there; the answer is the row of buttons."""
        self._right = QWidget(self)
        page = QVBoxLayout(self._right)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(2 * STEP)
        for part, share in right:
            page.addWidget(part, share)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(4 * STEP)
        both.addWidget(self.columns)
        both.addWidget(self._right)
        both.setStretchFactor(1, 1)
        both.setSizes((0, self.width()))
        buttons = QHBoxLayout()
        buttons.addWidget(self.why, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.deed)
        leave = QPushButton(self.language.say("Cancel"), self)
        leave.clicked.connect(self.reject)
        buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for part in (self.banner, self.drop, *above):
            column.addWidget(part)
        column.addWidget(both, 1)
        column.addWidget(below)
        column.addLayout(buttons)
        for part in (self.columns, self._right, below, self.deed, self.why, self.remarks):
            part.hide()
        column.addStretch(0)
        figure = self.fontMetrics().averageCharWidth()
        resize_on_screen(self, figure * 110, figure * 26)
        return buttons

    def _place(self, sheet: str, head_row: int) -> None:
        if self.file is not None:
            self.match(self.file, sheet, head_row).then(self._matched)

    def _matched(self, layout: SheetLayout) -> None:
        self.columns.show_layout(layout)
        self.preview()
