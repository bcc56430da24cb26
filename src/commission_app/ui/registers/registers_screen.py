"""The registers: the books on the left, a year of one of them as a table, and one entry with what proves it."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSplitter, QStackedWidget, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import today
from commission_app.rules.vocabulary.register import Book
from commission_app.services import checks, papers, register_shelf, registers
from commission_app.services.register_cards import EntryCard
from commission_app.services.register_shelf import OpenBook, ShelfLine
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.registers.book_panel import BookPanel
from commission_app.ui.registers.entry_panel import EntryPanel
from commission_app.ui.registers.entry_papers import place_of
from commission_app.ui.registers.shelf_panel import ShelfPanel
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.wording.words import word


class RegistersScreen(Screen):
    """One book is open at a time; opening it again shows the table where it was left."""

    watches: ClassVar[frozenset[str]] = frozenset({"register", "decision", "certificate", "exam", "sitting", "case"})
    help_topic: ClassVar[str] = "registers"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        self.book, self.year = Book.APPLICATIONS, today().year
        self.held: OpenBook | None = None
        self._entry: int | None = None
        self.shelf = ShelfPanel(desk.language, self)
        self.shelf.chosen.connect(self.open_book)
        self.entry = EntryPanel(desk, self)
        self.entry.place_wanted.connect(self._go_to)
        self.tables: dict[tuple[Book, int], BookPanel] = {}
        self.middle = QStackedWidget(self)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.acts = ActButton(desk.language, self)
        self._lay_out()

    def title(self) -> str:
        """Registers."""
        return self.language.say("Registers")

    def refresh(self) -> None:
        """Asks for the shelf, the open book and the entry in sight."""
        self.jobs.ask(self, register_shelf.shelf).then(self._show_shelf)
        self.jobs.ask(self, register_shelf.lay_open, self.book, self.year, self.language).then(self._show_book)
        if self._entry is not None:
            self.show_line(self._entry)

    def focus_first(self) -> None:
        """Puts the keyboard on the shelf."""
        self.shelf.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_book(self, book: Book, year: int) -> None:
        """Opens a year of a book."""
        if (book, year) != (self.book, self.year):
            self.book, self.year, self._entry = book, year, None
            self.entry.show_entry(None)
            self.refresh()

    def show_line(self, key: int) -> None:
        """Shows an entry with what proves it."""
        self._entry = key
        self.jobs.ask(self, register_shelf.line, self.book, key, self.language).then(self._show_line)

    def save_workbook(self) -> None:
        """Asks where to, and writes the year of the book as an Excel workbook; it can be cancelled on the way."""
        say = self.language.say
        name = f"{self._book_title()}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, say("Save as Excel"), name, "Excel (*.xlsx)")
        if chosen:
            self.write_workbook(Path(chosen).with_suffix(".xlsx"))

    def write_workbook(self, path: Path) -> None:
        """Writes the workbook to a file."""
        promise = self.jobs.ask(self, register_shelf.workbook, self.book, self.year, self.language)
        promise.called(self.language.say("Writing {file}", file=path.name))

        def write(data: bytes) -> None:
            from commission_app.ui.widgets.file_copies import writing

            said = self.language.say("Saved as {file}.", file=path.name)
            self.jobs.work(self, writing(path, data)).then(lambda _: self.tell(said))

        promise.then(write)

    def print_paper(self) -> None:
        """Makes the printed book and shows it, ready for the printer."""
        if self.held is None or self.held.against_printing:
            return
        title = self._book_title()

        def show(data: bytes) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            show_paper(self, self.desk, title, data, papers.file_name(title))

        promise = self.jobs.ask(self, registers.export, self.book, self.year, "pdf", self.language)
        promise.called(self.language.say("Making the printed book")).then(show)

    def settle_numbers(self) -> None:
        """Settles how the book writes its numbers."""
        from commission_app.ui.registers.series_dialog import SeriesDialog

        if self.held is not None:
            dialog = SeriesDialog(self.desk, self.held.numbering, self)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.open()

    def check(self) -> None:
        """Proves the chains, the numbers, the stored files and the computations of the whole office."""
        promise = self.jobs.ask(self, checks.findings)
        promise.called(self.language.say("Checking the registers")).then(self._checked)

    def _checked(self, findings: tuple[Refusal, ...]) -> None:
        if not findings:
            self.banner.say(
                self.language.say("Everything is in order: the chains are whole, no number is missing or doubled."),
                "good",
            )
            return
        from commission_app.ui.registers.findings_dialog import FindingsDialog

        FindingsDialog(self.language, findings, self).open()

    def _show_shelf(self, lines: tuple[ShelfLine, ...]) -> None:
        self.shelf.show_shelf(lines, self.book, self.year)

    def _show_book(self, held: OpenBook) -> None:
        if (held.summary.book, held.summary.year) != (self.book, self.year):
            return
        self.held = held
        self.heading.setText(self._book_title())
        key = (self.book, self.year)
        panel = self.tables.get(key)
        if panel is None:
            panel = self.tables[key] = BookPanel(self.desk, *key, self)
            panel.chosen.connect(self.show_line)
            panel.opened.connect(self.show_line)
            self.middle.addWidget(panel)
        self.middle.setCurrentWidget(panel)
        panel.show_book(held)
        self.acts.show_acts(self._offered(held))

    def _offered(self, held: OpenBook) -> list[Offered]:
        say = self.language.say
        return [
            Offered(say("Save as Excel …"), (), self.save_workbook, "download"),
            Offered(say("Print the book …"), held.against_printing, self.print_paper, "print", aside=True),
            Offered(say("How it is numbered …"), held.numbering.against, self.settle_numbers, aside=True),
            Offered(say("Check integrity"), (), self.check, "check", aside=True),
        ]

    def _show_line(self, card: EntryCard) -> None:
        if card.book is self.book and card.id == self._entry:
            self.entry.show_entry(card)

    def _go_to(self, card: object) -> None:
        if isinstance(card, EntryCard):
            self.go.emit(place_of(card))

    def _book_title(self) -> str:
        return f"{word(self.language, self.book)} {self.year}"

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.acts)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(4 * STEP)
        splitter.setChildrenCollapsible(False)
        for part in (self.shelf, self.middle, self.entry):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([250, 700, 330])
        self.desk.memory.follow_splitter("registers", splitter)
        self.body.addLayout(top)
        self.body.addWidget(splitter, 1)
