"""Books that are no chain of entries: their lines are the papers, sittings, payments or forms themselves."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from commission_app.documents.registers.column import Cell, Column, printed
from commission_app.errors import RefusedError
from commission_app.i18n import Language
from commission_app.models.act import Act, ActSubject
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.register import Book
from commission_app.services.register_cards import EntryCard, EntryLine, HeadingLine, heading_lines, papers_of
from commission_app.store.work import Reading


@dataclass(frozen=True)
class PlainLine:
    """One line: its key, its number, its day, whose it is, and its cells in the order of the columns."""

    id: int
    number: str
    day: date
    subject_uid: UUID
    cells: tuple[Cell, ...]
    case_id: int | None = None
    noun_id: int | None = None
    """The key of what the line leads to; the line's own where it is not said."""


def written_by(reading: Reading, line: PlainLine) -> Act | None:
    """The act that made what the line speaks of: the first one about it."""
    first = select(func.min(ActSubject.act_id)).where(ActSubject.subject_uid == line.subject_uid).scalar_subquery()
    return reading.session.scalars(select(Act).where(Act.id == first)).first()


@dataclass(frozen=True)
class PlainBook:
    """A book by its columns and by the questions that fill it."""

    book: Book
    columns: tuple[Column, ...]
    noun: str
    """What a line leads to in the window: "letter", "sitting", "consultation" …"""
    days: Callable[[Reading], Iterable[date]]
    """The day of every line there is, from which the years are counted."""
    lines: Callable[[Reading, int, Language], Iterable[PlainLine]]
    """The lines of a year, in the order of the book."""
    year_of: Callable[[Reading, int], int]
    """The year in which the line of a key stands."""
    entered: Callable[[Reading, PlainLine], Act | None] = written_by
    counted: bool = True
    """Whether the days say how many lines a year has; where not, the shelf shows the year alone."""


def years(reading: Reading, book: PlainBook) -> Mapping[int, int | None]:
    """The years of a book, each with how many lines; without a number where counting them would be slow."""
    counted = Counter(day.year for day in book.days(reading))
    return counted if book.counted else dict.fromkeys(counted)


def table(reading: Reading, book: PlainBook, year: int, language: Language, words: str = "") -> tuple[EntryLine, ...]:
    """The lines of a year as the table shows them, those that hold all the words."""
    wanted = [fold(part) for part in words.split()]
    found = []
    for position, line in enumerate(book.lines(reading, year, language), 1):
        shown = _shown(book, line, position, language)
        if all(part in fold(" ".join(shown.cells)) for part in wanted):
            found.append(shown)
    return tuple(found)


def card(reading: Reading, book: PlainBook, key: int, language: Language) -> EntryCard:
    """One line with who wrote it; what keeps it is the chain of acts.

    Refused: a line that is not there.
    """
    year = book.year_of(reading, key)
    every = enumerate(book.lines(reading, year, language), 1)
    held = next(((position, line) for position, line in every if line.id == key), None)
    if held is None:
        raise RefusedError("noun.absent", noun=book.noun, key=key)
    position, line = held
    shown, act = _shown(book, line, position, language), book.entered(reading, line)
    names = [heading.text for heading in headings(book, language)]
    return EntryCard(
        id=key,
        book=book.book,
        year=year,
        position=position,
        number=line.number,
        entered_on=line.day,
        entered_by=act.user_name if act else "",
        entered_at=act.moment if act else None,
        noun=book.noun,
        noun_id=line.noun_id or line.id,
        case_id=line.case_id,
        fields=tuple((name, cell) for name, cell in zip(names, shown.cells, strict=True) if cell),
        hash="",
        previous_hash="",
        unbroken=True,
        corrects=None,
        corrected_by=None,
        papers=papers_of(reading, line.subject_uid),
    )


def headings(book: PlainBook, language: Language) -> tuple[HeadingLine, ...]:
    """The columns of a book in words."""
    return heading_lines(book.columns, language)


def _shown(book: PlainBook, line: PlainLine, position: int, language: Language) -> EntryLine:
    cells = zip(line.cells, book.columns, strict=True)
    shown = tuple(printed(cell, column.kind, language) for cell, column in cells)
    return EntryLine(line.id, position, line.number, line.day, line.subject_uid, shown)
