"""A year of a book as a table that reads like the printed one: numbered columns, lines in the order of entry."""

from textwrap import wrap

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from commission_app.services.register_cards import EntryLine, HeadingLine
from commission_app.services.register_shelf import BookTable, OpenBook, Whereabouts
from commission_app.ui.columns import LEFT, RIGHT, Column, ListQuestions
from commission_app.ui.desk import Desk
from commission_app.ui.tables import ListView
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.empty_state import EmptyState

FIGURES = frozenset({"number", "money", "count"})
NARROWEST, WIDEST = 7, 28


class BookPanel(QWidget):
    """The table of one book; it is made anew for another book, because every book has its own columns."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, desk: Desk, at: Whereabouts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.book, self.year, self.source = at.book, at.year, at.source
        self.list: ListView | None = None
        self.numbers = QLabel(self)
        self.numbers.setProperty("role", "small")
        self.numbers.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self._column.addWidget(self.numbers)

    def show_book(self, held: OpenBook) -> None:
        """Shows the table, and below it the numbers that are not used."""
        if self.list is None:
            self.list = self._make(held.headings)
            self._column.insertWidget(0, self.list, 1)
        self.list.refresh()
        text = self._numbers(held)
        self.numbers.setText(text)
        self.numbers.setVisible(bool(text))

    def _make(self, headings: tuple[HeadingLine, ...]) -> ListView:
        language = self._desk.language
        table = BookTable(self.book, self.year, language, self.source)
        empty = EmptyState(
            language.say("This book has no entries in {year}.", year=self.year), icon="registers", parent=self
        )
        made = ListView(
            self._desk,
            f"book-{self.book}",
            _columns(headings),
            ListQuestions(table.page, table.ids, table.rows),
            sort="c0",
            empty=empty,
            parent=self,
        )
        made.table.horizontalHeader().setSortIndicatorShown(False)
        made.table.selectionModel().currentChanged.connect(lambda *_: self._current())
        made.opened.connect(self.opened)
        return made

    def words(self) -> str:
        """The words that narrow the table now; what is saved and printed is what is seen."""
        return self.list.query().words if self.list is not None else ""

    def _current(self) -> None:
        key = self.list.current() if self.list is not None else None
        if key is not None:
            self.chosen.emit(key)

    def _numbers(self, held: OpenBook) -> str:
        language = self._desk.language
        say, told = language.say, list[str]()
        if held.closing is not None:
            day = language.date(held.closing.closed_on)
            told.append(say("Closed on {day} by {name}.", day=day, name=held.closing.closed_by))
        if held.summary.source:
            sum_ = held.summary.source[:12]
            text = say(
                "Taken in from the file {file} (SHA-256 {sum}…); the program did not make these entries.",
                file=held.summary.file,
                sum=sum_,
            )
            told.append(text)
        if held.summary.voided:
            voided = ", ".join(f"{number} ({reason})" for number, reason in held.summary.voided)
            told.append(say("Voided numbers: {numbers}.", numbers=voided))
        if held.summary.reserved:
            told.append(say("Reserved numbers: {numbers}.", numbers=", ".join(held.summary.reserved)))
        return " ".join(told)


def _columns(headings: tuple[HeadingLine, ...]) -> list[Column[EntryLine]]:
    """The headings wrapped as in the printed book, with the numbers of the columns in one line below them."""
    widths = [max(NARROWEST, min(heading.width, WIDEST)) for heading in headings]
    wrapped = [
        wrap(heading.text, max(width, 10), break_long_words=False)
        for heading, width in zip(headings, widths, strict=True)
    ]
    tallest = max(len(lines) for lines in wrapped)
    titles = ["\n".join([*lines, *[""] * (tallest - len(lines)), str(at)]) for at, lines in enumerate(wrapped, 1)]
    return [
        _column(at, heading, title, width)
        for at, (heading, title, width) in enumerate(zip(headings, titles, widths, strict=True))
    ]


def _column(at: int, heading: HeadingLine, title: str, width: int) -> Column[EntryLine]:
    def cell(line: EntryLine) -> str:
        return line.cells[at]

    align = RIGHT if heading.kind in FIGURES else LEFT
    return Column(f"c{at}", title, cell, align, width, sortable=at == 0)
