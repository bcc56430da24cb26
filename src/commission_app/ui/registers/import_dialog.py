"""An old register taken in from Excel: which column is which, what would come in, and what is wrong row by row."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QSplitter, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.rules.vocabulary.register import Book
from commission_app.services import register_import, registers, sheet_files
from commission_app.services.register_import import ImportPreview, OldFile, OldLayout, OldRow, Unfinished
from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.ui.widgets.import_columns import ImportColumns
from commission_app.ui.widgets.inputs import TickInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

MOST_SHOWN = 200
"""So many rows and errors are shown; the counts are of all."""


class ImportDialog(QDialog):
    """Nothing is entered before the button is pressed; a broken-off taking in is gone on with where it stopped."""

    begun = Signal(int, object)
    """The key of the taking in that has begun, and its rows; the window goes on with them while other work is done."""

    def __init__(self, desk: Desk, book: Book, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.language, self.book = desk, desk.language, book
        self.file: OldFile | None = None
        self.seen: ImportPreview | None = None
        say = desk.language.say
        self.setWindowTitle(say("Take in an old register: {book}", book=word(desk.language, book)))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        invitation = say("Drop the Excel file of the old register here; its entries stay marked as taken in.")
        self.drop = FileDrop(desk.language, invitation, kinds="Excel (*.xlsx)", many=False, parent=self)
        self.drop.dropped.connect(lambda paths: self.open_path(paths[0]))
        self.unfinished = QPushButton(self)
        self.unfinished.clicked.connect(lambda _: self._go_on())
        self.unfinished.hide()
        self._broken_off: Unfinished | None = None
        self.columns = ImportColumns(desk.language, say("Column of the register and the heading of the file"), self)
        self.columns.place_chosen.connect(self._rematch)
        self.columns.edited.connect(self._preview)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.rows = RowsTable(self._row_columns(), self)
        self.troubles = QListWidget(self)
        self.troubles.setWordWrap(True)
        self.good_only = TickInput(say("Take in only the good rows; leave out those with errors"), self)
        self.good_only.edited.connect(self._offer)
        self.deed = QPushButton(say("Take in"), self)
        self.deed.setProperty("role", "prominent")
        self.deed.setDefault(True)
        self.deed.clicked.connect(lambda _: self.take_in())
        self.why = QLabel(self)
        self.why.setProperty("role", "small")
        self.why.setWordWrap(True)
        self._lay_out()
        desk.jobs.ask(self, register_import.unfinished, book).then(self._know_unfinished)

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Says above the page what is wrong with the file."""
        self.banner.say(text)
        return True

    def open_path(self, path: Path) -> None:
        """Reads a file and proposes how it is read."""
        self.banner.hide()
        labour = self.desk.jobs.work(self, lambda progress: sheet_files.read_file(path, progress))
        labour.then(lambda file: self.open_file(file.name, file.data))

    def open_file(self, name: str, data: bytes) -> None:
        """Opens the bytes of a file."""
        asked = self.desk.jobs.ask(self, register_import.open_file, self.book, name, data)
        asked.called(self.language.say("Reading {file}", file=name)).then(self._opened)

    def layout_now(self) -> OldLayout:
        """How the file is read, as it stands in the dialog."""
        return self.columns.layout_now()

    def take_in(self) -> None:
        """Begins to take the rows in; the dialog closes, and the strip below shows how far it has come."""
        file, seen = self.file, self.seen
        if file is None or seen is None or not self.deed.isEnabled():
            return
        begun = self.desk.jobs.do(self, register_import.begin, self.book, file, self.layout_now(), len(seen.rows))
        begun.resting(self.deed).then(lambda key: self._begun(key, seen))

    def _begun(self, key: int, seen: ImportPreview) -> None:
        self.begun.emit(key, seen.rows)
        self.accept()

    def _know_unfinished(self, found: tuple[Unfinished, ...]) -> None:
        self._broken_off = found[0] if found else None
        self.unfinished.setVisible(bool(found) and self.file is None)
        if self._broken_off is not None:
            one = self._broken_off
            say = self.language.say
            text = say("Go on with {file} ({n} of {all} entered)", file=one.name, n=one.taken, all=one.rows)
            self.unfinished.setText(text)

    def _go_on(self) -> None:
        if self._broken_off is not None:
            asked = self.desk.jobs.ask(self, register_import.reopen_file, self._broken_off.id)
            asked.called(self.language.say("Reading {file}", file=self._broken_off.name)).then(self._opened)

    def _opened(self, file: OldFile) -> None:
        self.file = file
        headings = registers.headings(self.book, self.language)
        self.columns.show_file(file, [heading.text for heading in headings])
        for part in (self.columns, self._right, self.good_only, self.deed):
            part.show()
        self.drop.hide()
        self.unfinished.hide()
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 150, figure * 84)
        self._preview()

    def _rematch(self, sheet: str, head_row: int) -> None:
        if self.file is not None:
            asked = self.desk.jobs.ask(self, register_import.rematch, self.book, self.file, sheet, head_row)
            asked.then(self._rematched)

    def _rematched(self, layout: OldLayout) -> None:
        self.columns.show_layout(layout)
        self._preview()

    def _preview(self) -> None:
        if self.file is None:
            return
        self.banner.hide()
        self.deed.setEnabled(False)
        self.seen = None
        asked = self.desk.jobs.ask(self, register_import.preview, self.book, self.file, self.layout_now())
        asked.called(self.language.say("Reading {file}", file=self.file.name)).then(self._show)

    def _show(self, seen: ImportPreview) -> None:
        self.seen = seen
        language = self.language
        count, say = language.count, language.say
        told = [count("{n} row can be taken in", "{n} rows can be taken in", len(seen.rows))]
        if seen.years:
            told.append(", ".join(f"{year} ({language.number(many)})" for year, many in seen.years))
        if seen.taken:
            told.append(count("{n} is entered already", "{n} are entered already", seen.taken))
        if seen.troubles:
            told.append(count("{n} row has errors", "{n} rows have errors", len(seen.troubles)))
        if seen.passed_over:
            told.append(
                say("rows without number, date and person passed over: {n}", n=language.number(seen.passed_over))
            )
        self.told.setText(" · ".join(told))
        self.rows.show_rows(seen.rows[:MOST_SHOWN])
        self.troubles.clear()
        self.troubles.addItems([sentence(language, why) for _, why in seen.troubles[:MOST_SHOWN]])
        self.troubles.setVisible(bool(seen.troubles))
        self.good_only.setVisible(bool(seen.troubles))
        self._offer()

    def _offer(self) -> None:
        seen = self.seen
        if seen is None:
            return
        against = seen.against if self.good_only.value() else seen.against_all
        self.deed.setEnabled(not against)
        rows = len(seen.rows) - seen.taken
        self.deed.setText(self.language.count("Take in {n} entry", "Take in {n} entries", max(rows, 0)))
        self.why.setText(" ".join(sentence(self.language, one) for one in against))
        self.why.setVisible(bool(against))

    def _row_columns(self) -> list[Column[OldRow]]:
        language = self.language
        say = language.say
        return [
            Column("row", say("Row"), lambda row: language.number(row.row), width_hint=6),
            Column("number", say("Number"), lambda row: row.number, width_hint=16),
            Column("day", say("Date"), lambda row: language.date(row.day), width_hint=12),
            Column("person", say("Person"), lambda row: row.person, stretch=True),
        ]

    def _lay_out(self) -> None:
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2 * STEP)
        right.addWidget(self.told)
        right.addWidget(self.rows, 3)
        right.addWidget(self.troubles, 2)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(4 * STEP)
        both.addWidget(self.columns)
        both.addWidget(self._right)
        leave = QPushButton(self.language.say("Cancel"), self)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.why, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.deed)
        buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for part in (self.banner, self.drop, self.unfinished):
            column.addWidget(part)
        column.addWidget(both, 1)
        column.addWidget(self.good_only)
        column.addLayout(buttons)
        hidden: tuple[QWidget, ...] = (self.columns, self._right, self.good_only, self.deed, self.why, self.troubles)
        for one in hidden:
            one.hide()
        column.addStretch(0)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 100, figure * 24)
