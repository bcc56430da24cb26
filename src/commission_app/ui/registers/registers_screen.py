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
from commission_app.services.register_shelf import OpenBook, ShelfLine, Whereabouts
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.registers.book_acts import BookActs
from commission_app.ui.registers.book_panel import BookPanel
from commission_app.ui.registers.entry_panel import EntryPanel
from commission_app.ui.registers.entry_papers import place_of
from commission_app.ui.registers.register_pages import RegisterPages
from commission_app.ui.registers.shelf_panel import ShelfPanel
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton
from commission_app.wording.words import word


class RegistersScreen(Screen):
    """One book is open at a time; opening it again shows the table where it was left."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"register", "decision", "certificate", "exam", "sitting", "case", "consultation", "fee", "letter"}
        | {"book_closing", "register_import", "book_template", "blank"}
    )
    help_topic: ClassVar[str] = "registers"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        named = next((book for book in Book if book.value == place.key), Book.APPLICATIONS)
        self.at = Whereabouts(named, today().year)
        self.held: OpenBook | None = None
        self._entry: int | None = None
        self._wanted = place.key if isinstance(place.key, int) else None
        self.shelf = ShelfPanel(desk.language, self)
        self.shelf.chosen.connect(self.open_book)
        self.entry = EntryPanel(desk, self)
        self.entry.place_wanted.connect(self._go_to)
        self.tables: dict[Whereabouts, BookPanel] = {}
        self.middle = QStackedWidget(self)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.acts = ActButton(desk.language, self)
        self.deeds = BookActs(self)
        self._lay_out()

    @property
    def year(self) -> int:
        """The year that lies open."""
        return self.at.year

    def title(self) -> str:
        """Registers."""
        return self.language.say("Registers")

    def refresh(self) -> None:
        """Asks for the shelf, the open book and the entry in sight; first of all where a wanted entry stands."""
        if self._wanted is not None:
            key, self._wanted = self._wanted, None
            self.jobs.ask(self, register_shelf.whereabouts, key).then(lambda at: self._open_at(at, key))
            return
        self.jobs.ask(self, register_shelf.shelf).then(self._show_shelf)
        at = self.at
        self.jobs.ask(self, register_shelf.lay_open, at.book, at.year, self.language, at.source).then(self._show_book)
        if self._entry is not None:
            self.show_line(self._entry)

    def focus_first(self) -> None:
        """Puts the keyboard on the shelf."""
        self.shelf.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_book(self, at: Whereabouts) -> None:
        """Opens a year of a book."""
        if at != self.at:
            self.at, self._entry = at, None
            self.entry.show_entry(None)
            self.refresh()

    def _open_at(self, at: Whereabouts, key: int) -> None:
        self.at, self._entry = at, key
        self.refresh()

    def show_line(self, key: int) -> None:
        """Shows an entry with what proves it."""
        self._entry = key
        self.jobs.ask(self, register_shelf.line, self.at.book, key, self.language).then(self._show_line)

    def words(self) -> str:
        """The words that narrow the open table: what is seen is what is saved and printed."""
        panel = self.tables.get(self.at)
        return panel.words() if panel is not None else ""

    def save_workbook(self) -> None:
        """Asks where to, and writes the year of the book as an Excel workbook; it can be cancelled on the way."""
        say = self.language.say
        chosen, _ = QFileDialog.getSaveFileName(
            self, say("Save as Excel"), f"{self.book_title()}.xlsx", "Excel (*.xlsx)"
        )
        if chosen:
            self.write_workbook(Path(chosen).with_suffix(".xlsx"))

    def write_workbook(self, path: Path) -> None:
        """Writes the workbook to a file."""
        at = self.at
        promise = self.jobs.ask(
            self, registers.export, at.book, at.year, "xlsx", self.language, self.words(), at.source
        )
        promise.called(self.language.say("Writing {file}", file=path.name)).then(lambda data: self.write(path, data))

    def write(self, path: Path, data: bytes) -> None:
        """Writes a file and says so."""
        from commission_app.ui.widgets.file_copies import writing

        said = self.language.say("Saved as {file}.", file=path.name)
        self.jobs.work(self, writing(path, data)).then(lambda _: self.tell(said))

    def print_paper(self) -> None:
        """Makes the printed book and shows it, ready for the printer."""
        if self.held is None:
            return
        at = self.at
        promise = self.jobs.ask(self, registers.export, at.book, at.year, "pdf", self.language, self.words(), at.source)
        promise.called(self.language.say("Making the printed book")).then(self.show_pdf)

    def show_pdf(self, data: bytes) -> None:
        """Shows a paper about the open book, ready for the printer."""
        from commission_app.ui.widgets.paper_preview import show_paper

        title = self.book_title()
        show_paper(self, self.desk, title, data, papers.file_name(title))

    def settle_numbers(self) -> None:
        """Settles how the book writes its numbers."""
        from commission_app.ui.registers.series_dialog import SeriesDialog

        if self.held is not None and self.held.numbering is not None:
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
        self.shelf.show_shelf(lines, self.at)

    def _show_book(self, held: OpenBook) -> None:
        about = held.summary
        at = Whereabouts(about.book, about.year, about.source)
        if at != self.at:
            return
        self.held = held
        self.heading.setText(self.book_title())
        panel = self.tables.get(at)
        if panel is None:
            panel = self.tables[at] = BookPanel(self.desk, at, self)
            panel.chosen.connect(self.show_line)
            panel.opened.connect(self.show_line)
            self.middle.addWidget(panel)
        self.middle.setCurrentWidget(panel)
        panel.show_book(held)
        self.acts.show_acts(self.deeds.offered(held))

    def _show_line(self, card: EntryCard) -> None:
        if card.book is self.at.book and card.id == self._entry:
            self.entry.show_entry(card)

    def _go_to(self, card: object) -> None:
        if isinstance(card, EntryCard):
            self.go.emit(place_of(card))

    def book_title(self) -> str:
        """The open book and its year, as files and windows are called."""
        return f"{word(self.language, self.at.book)} {self.at.year}"

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
        pages = RegisterPages(self.language, "registers", self)
        pages.go.connect(self.go)
        self.body.addWidget(pages)
        self.body.addLayout(top)
        self.body.addWidget(splitter, 1)
