"""The shelf of books as the window shows it: which years there are, their lines as a list, one line, the workbook."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.models.register import Entry, Series, SeriesNumber
from commission_app.rules.vocabulary.register import NUMBERED, Book, NumberState
from commission_app.services import book_closings, plain_books, register_books, register_cards, series_lines
from commission_app.services.book_closings import ClosingLine
from commission_app.services.paging import Cursor, Page
from commission_app.services.plain_shelf import PLAIN
from commission_app.services.register_books import SummaryCard
from commission_app.services.register_cards import EntryCard, EntryLine, HeadingLine
from commission_app.services.register_later import later_facts
from commission_app.services.series import OWN
from commission_app.services.series_lines import SeriesLine
from commission_app.store.work import Reading

BOOKS = (
    Book.APPLICATIONS,
    Book.CONSULTATIONS,
    Book.DECISIONS,
    Book.EXAMS,
    Book.CERTIFICATES,
    Book.BLANKS,
    Book.APPEALS,
    Book.PAYMENTS,
    Book.MINUTES,
    Book.LETTERS,
)
"""The order of the books on the shelf."""
_MANY = 10_000


@dataclass(frozen=True)
class ShelfLine:
    """One year of a book: how many entries it has where that is known, how many numbers were voided, whether closed."""

    book: Book
    year: int
    entries: int | None
    voided: int
    closed: bool = False
    source: str = OWN
    file: str = ""


@dataclass(frozen=True)
class Whereabouts:
    """A year of a book; the source tells a year taken in from a file from the office's own."""

    book: Book
    year: int
    source: str = OWN


@dataclass(frozen=True)
class OpenBook:
    """A year of a book laid open: its columns, its summary, how it numbers, whether it is closed or can be."""

    headings: tuple[HeadingLine, ...]
    summary: SummaryCard
    numbering: SeriesLine | None
    closing: ClosingLine | None
    against_closing: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class BookTable:
    """The three questions of the list of a year's lines; `sort` is always the order of entry."""

    book: Book
    year: int
    language: Language
    source: str = OWN

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
        if self.book in PLAIN:
            return Page(self._plain(reading, words, descending)[:limit], None)
        return register_cards.entries(
            reading,
            self.book,
            self.year,
            self.language,
            self.source,
            words=words,
            descending=descending,
            after=after,
            limit=limit,
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
        if self.book in PLAIN:
            return tuple(line.id for line in self._plain(reading, words, descending))
        if not words.split():
            mine = Series.book == self.book, Series.year == self.year, Series.source == self.source
            query = select(Entry.id).join(Series).where(*mine)
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
        if self.book in PLAIN:
            known = {line.id: line for line in self._plain(reading, "", descending=False)}
            return tuple(known[key] for key in keys if key in known)
        query = select(Entry).options(joinedload(Entry.number)).where(Entry.id.in_(keys))
        entries = {entry.id: entry for entry in reading.session.scalars(query)}
        later = later_facts(reading.session, self.book, list(entries.values()))
        return tuple(
            register_cards.entry_line(self.book, entries[key], later[key], self.language)
            for key in keys
            if key in entries
        )

    def _plain(self, reading: Reading, words: str, descending: bool) -> tuple[EntryLine, ...]:
        lines = plain_books.table(reading, PLAIN[self.book], self.year, self.language, words)
        return tuple(reversed(lines)) if descending else lines


def shelf(reading: Reading) -> tuple[ShelfLine, ...]:
    """Every year of every book, the newest first; this year's stand there before their first entry."""
    voided, closed = _voided(reading), book_closings.closed_years(reading)
    found = [
        ShelfLine(
            line.book,
            line.year,
            line.entries,
            voided.get((line.book, line.year), 0) if line.source == OWN else 0,
            line.source == OWN and (line.book, line.year) in closed,
            line.source,
            line.file,
        )
        for line in register_books.books(reading)
    ]
    for book, plain in PLAIN.items():
        counted = {reading.today.year: 0 if plain.counted else None, **plain_books.years(reading, plain)}
        found += [
            ShelfLine(book, year, many, voided.get((book, year), 0), (book, year) in closed)
            for year, many in counted.items()
        ]
    return tuple(sorted(found, key=lambda line: (BOOKS.index(line.book), -line.year, line.file)))


def _voided(reading: Reading) -> dict[tuple[Book, int], int]:
    query = (
        select(Series.book, Series.year, func.count())
        .join(SeriesNumber, SeriesNumber.series_id == Series.id)
        .where(SeriesNumber.state == NumberState.VOIDED)
        .group_by(Series.book, Series.year)
    )
    return {(row[0], row[1]): row[2] for row in reading.session.execute(query)}


def lay_open(reading: Reading, book: Book, year: int, language: Language, source: str = OWN) -> OpenBook:
    """Opens a book at a year."""
    numbering = None
    if book in NUMBERED and source == OWN:
        numbering = next(line for line in series_lines.lines(reading, year) if line.book is book)
    plain = PLAIN.get(book)
    return OpenBook(
        plain_books.headings(plain, language) if plain is not None else register_cards.headings(book, language),
        register_books.summary(reading, book, year, source),
        numbering,
        book_closings.line(reading, book, year) if source == OWN else None,
        book_closings.against_closing(reading, book, year),
    )


def line(reading: Reading, book: Book, key: int, language: Language) -> EntryCard:
    """One line of a book with everything that proves it."""
    if book in PLAIN:
        return plain_books.card(reading, PLAIN[book], key, language)
    return register_cards.entry_card(reading, key, language)


def whereabouts(reading: Reading, entry_id: int) -> Whereabouts:
    """In which year of which book an entry stands."""
    series = reading.get(Entry, entry_id).series
    return Whereabouts(series.book, series.year, series.source)
