"""The shelf of books as the window shows it: which years there are, their lines as a list, one line, the workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language
from commission_app.models.register import Entry, Series, SeriesNumber
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.register import Book, NumberState
from commission_app.services import letters_book, minutes_book, register_books, register_cards, series_lines
from commission_app.services.paging import Cursor, Page
from commission_app.services.register_books import PRINTED_BOOKS, SummaryCard
from commission_app.services.register_cards import EntryCard, EntryLine, HeadingLine
from commission_app.services.register_later import later_facts
from commission_app.services.series_lines import SeriesLine
from commission_app.store.work import Reading


class _KeptBook(Protocol):
    """What a book answers whose lines are kept elsewhere."""

    def headings(self, language: Language, /) -> tuple[HeadingLine, ...]:
        """Its columns in words."""

    def years(self, reading: Reading, /) -> dict[int, int]:
        """Its years, each with how many lines."""

    def lines(self, reading: Reading, year: int, language: Language, /) -> tuple[EntryLine, ...]:
        """The lines of a year."""

    def card(self, reading: Reading, key: int, language: Language, /) -> EntryCard:
        """One line."""

    def workbook(self, reading: Reading, year: int, language: Language, /) -> bytes:
        """A year as a workbook."""


BOOKS = (*PRINTED_BOOKS, Book.MINUTES, Book.LETTERS)
_KEPT: Mapping[Book, _KeptBook] = {Book.MINUTES: minutes_book, Book.LETTERS: letters_book}
"""Books that are no chain of entries: their lines are the minutes and the letters themselves."""
_MANY = 10_000


@dataclass(frozen=True)
class ShelfLine:
    """One year of a book: how many entries it has, and how many of its numbers were voided."""

    book: Book
    year: int
    entries: int
    voided: int


@dataclass(frozen=True)
class OpenBook:
    """A year of a book laid open: its columns, its summary, how it numbers, and what stands against printing it."""

    headings: tuple[HeadingLine, ...]
    summary: SummaryCard
    numbering: SeriesLine
    against_printing: tuple[Refusal, ...]


@dataclass(frozen=True)
class BookTable:
    """The three questions of the list of a year's lines; `sort` is always the order of entry."""

    book: Book
    year: int
    language: Language

    def page(
        self,
        reading: Reading,
        /,
        *,
        words: str = "",
        filters: Mapping[str, str] | None = None,
        sort: str = "",
        descending: bool = False,
        after: Cursor | None = None,
        limit: int = 200,
    ) -> Page[EntryLine]:
        """The lines after the cursor that hold all the words."""
        if self.book in _KEPT:
            lines = self._kept(reading, words, descending)[:limit]
            return Page(lines, None)
        return register_cards.entries(
            reading, self.book, self.year, self.language, words=words, descending=descending, after=after, limit=limit
        )

    def ids(
        self,
        reading: Reading,
        /,
        *,
        words: str = "",
        filters: Mapping[str, str] | None = None,
        sort: str = "",
        descending: bool = False,
    ) -> tuple[int, ...]:
        """The keys of all those lines."""
        if self.book in _KEPT:
            return tuple(line.id for line in self._kept(reading, words, descending))
        if not words.split():
            query = select(Entry.id).join(Series).where(Series.book == self.book, Series.year == self.year)
            order = Entry.position.desc() if descending else Entry.position
            return tuple(reading.session.scalars(query.order_by(order)))
        found: list[int] = []
        after: Cursor | None = None
        while True:
            page = self.page(reading, words=words, descending=descending, after=after, limit=_MANY)
            found += [line.id for line in page.rows]
            after = page.cursor
            if after is None:
                return tuple(found)

    def rows(self, reading: Reading, keys: tuple[int, ...]) -> tuple[EntryLine, ...]:
        """The lines of some keys, in the order of the keys."""
        if self.book in _KEPT:
            known = {line.id: line for line in self._kept(reading, "", descending=False)}
            return tuple(known[key] for key in keys if key in known)
        query = select(Entry).options(joinedload(Entry.number)).where(Entry.id.in_(keys))
        entries = {entry.id: entry for entry in reading.session.scalars(query)}
        later = later_facts(reading.session, self.book, list(entries.values()))
        return tuple(
            register_cards.entry_line(self.book, entries[key], later[key], self.language)
            for key in keys
            if key in entries
        )

    def _kept(self, reading: Reading, words: str, descending: bool) -> tuple[EntryLine, ...]:
        wanted = [fold(part) for part in words.split()]
        lines = _KEPT[self.book].lines(reading, self.year, self.language)
        kept = [line for line in lines if all(part in fold(" ".join(line.cells)) for part in wanted)]
        return tuple(reversed(kept) if descending else kept)


def shelf(reading: Reading) -> tuple[ShelfLine, ...]:
    """Every year of every book, the newest first; this year's stand there before their first entry."""
    counted = {(line.book, line.year): line.entries for line in register_books.books(reading)}
    for book, kept in _KEPT.items():
        counted |= {(book, year): many for year, many in kept.years(reading).items()}
        counted.setdefault((book, reading.today.year), 0)
    query = (
        select(Series.book, Series.year, func.count())
        .join(SeriesNumber, SeriesNumber.series_id == Series.id)
        .where(SeriesNumber.state == NumberState.VOIDED)
        .group_by(Series.book, Series.year)
    )
    voided = {(row[0], row[1]): row[2] for row in reading.session.execute(query)}
    found = (ShelfLine(*key, many, voided.get(key, 0)) for key, many in counted.items())
    return tuple(sorted(found, key=lambda line: (BOOKS.index(line.book), -line.year)))


def lay_open(reading: Reading, book: Book, year: int, language: Language) -> OpenBook:
    """Opens a book at a year."""
    kept = _KEPT.get(book)
    numbering = next(line for line in series_lines.lines(reading, year) if line.book is book)
    return OpenBook(
        kept.headings(language) if kept is not None else register_cards.headings(book, language),
        register_books.summary(reading, book, year),
        numbering,
        (refusal("register.no_printed_form", book=book),) if kept is not None else (),
    )


def line(reading: Reading, book: Book, key: int, language: Language) -> EntryCard:
    """One line of a book with everything that proves it."""
    if book in _KEPT:
        return _KEPT[book].card(reading, key, language)
    return register_cards.entry_card(reading, key, language)


def workbook(reading: Reading, book: Book, year: int, language: Language) -> bytes:
    """A year of a book as an Excel workbook."""
    if book in _KEPT:
        return _KEPT[book].workbook(reading, year, language)
    return register_books.export(reading, book, year, "xlsx", language)
