"""An old register taken in from Excel: which column is which, what would come in, and what is wrong row by row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from commission_app.rules.vocabulary.register import Book
from commission_app.services import register_import, registers
from commission_app.services.register_import import ImportPreview, OldFile, OldLayout, OldRow, Unfinished
from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Promise
from commission_app.ui.widgets.inputs import TickInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.ui.widgets.sheet_dialog import SheetDialog
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

MOST_SHOWN = 200
"""So many rows and errors are shown; the counts are of all."""


class ImportDialog(SheetDialog):
    """Nothing is entered before the button is pressed; a broken-off taking in is gone on with where it stopped."""

    begun = Signal(int, object)
    """The key of the taking in that has begun, and its rows; the window goes on with them while other work is done."""

    def __init__(self, desk: Desk, book: Book, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            say("Take in an old register: {book}", book=word(desk.language, book)),
            invitation=say("Drop the Excel file of the old register here; its entries stay marked as taken in."),
            kinds="Excel (*.xlsx)",
            columns=say("Column of the register and the heading of the file"),
            parent=parent,
        )
        self.book = book
        self.seen: ImportPreview | None = None
        self.unfinished = QPushButton(self)
        self.unfinished.clicked.connect(lambda _: self._go_on())
        self.unfinished.hide()
        self._broken_off: Unfinished | None = None
        self.rows = RowsTable(self._row_columns(), self)
        self.good_only = TickInput(say("Take in only the good rows; leave out those with errors"), self)
        self.good_only.edited.connect(self._offer)
        self.lay_out(((self.told, 0), (self.rows, 3), (self.remarks, 2)), self.good_only, above=(self.unfinished,))
        desk.jobs.ask(self, register_import.unfinished, book).then(self._know_unfinished)

    def open_file(self, name: str, data: bytes) -> None:
        """Opens an old register."""
        self.reading(self.desk.jobs.ask(self, register_import.open_file, self.book, name, data), name)

    def match(self, file: OldFile, sheet: str, head_row: int) -> Promise[OldLayout]:
        """Which heading is which column of the register."""
        return self.desk.jobs.ask(self, register_import.rematch, self.book, file, sheet, head_row)

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
            self.reading(asked, self._broken_off.name)

    def opened(self, file: OldFile) -> None:
        """Shows the columns and the rows of the register."""
        self.columns.show_file(file, [heading.text for heading in registers.headings(self.book, self.language)])
        self.unfinished.hide()
        self.good_only.show()
        super().opened(file)

    def preview(self) -> None:
        """Asks what would come in."""
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
        self.remarks.clear()
        self.remarks.addItems([sentence(language, why) for _, why in seen.troubles[:MOST_SHOWN]])
        self.remarks.setVisible(bool(seen.troubles))
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
