"""The end of a year in the books: closed with what it held, proved later, reopened only with a reason."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.register import BookClosing
from commission_app.rules.book_closing import BookYear, ClosedYear, closing_hash, closing_text, read_closing
from commission_app.rules.vocabulary.register import NUMBERED, Book
from commission_app.services import book_sums, closing_facts, register_books
from commission_app.services.plain_shelf import PLAIN
from commission_app.services.register_books import CHAINED_BOOKS
from commission_app.services.series import closing_of, lock_series
from commission_app.store.work import Reading, Work

KEPT = (*CHAINED_BOOKS, *PLAIN)
"""Every book that has lines, and so a year to close."""


@dataclass(frozen=True)
class ClosingLine:
    """A closing as it stands in the record."""

    id: int
    version: int
    closed_on: date
    closed_by: str
    held: ClosedYear
    hash: str
    reopened_on: date | None = None
    reopened_by: str = ""
    reopened_reason: str = ""


@dataclass(frozen=True)
class ClosingCard:
    """A year before it is closed: what the closing would keep, what stands against it, which books are open too."""

    held: ClosedYear
    against: tuple[Refusal, ...]
    others: tuple[Book, ...]
    earlier: tuple[ClosingLine, ...]


def foresee(reading: Reading, book: Book, year: int) -> ClosingCard:
    """What closing a year of a book would keep."""
    others = tuple(other for other in KEPT if other is not book and closing_of(reading.session, other, year) is None)
    return ClosingCard(
        _as_it_stands(reading, book, year),
        against_closing(reading, book, year),
        others,
        history(reading, book, year),
    )


def against_closing(reading: Reading, book: Book, year: int) -> tuple[Refusal, ...]:
    """What stands against closing: a year that still runs, or is closed; cases under way never do."""
    if closing_of(reading.session, book, year) is not None:
        return (refusal("closing.closed", book=book, year=str(year)),)
    if year >= reading.today.year:
        return (refusal("closing.year_runs", year=str(year), day=date(year + 1, 1, 1)),)
    return ()


def close(work: Work, of: BookYear) -> int:
    """A year of a book is closed with what it holds now; the next year begins with its pattern. Gives its key.

    Refused: a year that is not over, or is closed already.
    """
    book, year = of.book, of.year
    if book in NUMBERED:
        lock_series(work, (book,), year)  # nobody takes a number while the year is counted
        lock_series(work, (book,), year + 1)
    for reason in against_closing(work, book, year):
        raise RefusedError.of(reason)
    text = closing_text(_as_it_stands(work, book, year))
    row = BookClosing(
        book=book,
        year=year,
        closed_on=work.today,
        closed_by=work.actor.name,
        text=text,
        hash=closing_hash(text),
    )
    work.add(row)
    work.session.flush()
    work.about(row.uid)
    return row.id


def reopen(work: Work, closing_id: int, seen: int, reason: str) -> None:
    """A closed year takes entries again; the closing stays with who reopened it and why.

    Refused: without a reason, or when it was reopened before.
    """
    row = work.lock(BookClosing, closing_id, seen)
    if row.reopened_on is not None:
        raise RefusedError("closing.reopened", book=row.book, year=str(row.year))
    if not reason.strip():
        raise RefusedError("closing.no_reason", at="reason", year=str(row.year))
    row.reopened_on, row.reopened_by, row.reopened_reason = work.today, work.actor.name, reason.strip()


def closed_years(reading: Reading) -> frozenset[tuple[Book, int]]:
    """The years of books that are closed now."""
    rows = select(BookClosing.book, BookClosing.year).where(BookClosing.reopened_on.is_(None))
    return frozenset((book, year) for book, year in reading.session.execute(rows))


def line(reading: Reading, book: Book, year: int) -> ClosingLine | None:
    """The closing of a year of a book that holds now."""
    row = closing_of(reading.session, book, year)
    return None if row is None else line_of(row)


def history(reading: Reading, book: Book, year: int) -> tuple[ClosingLine, ...]:
    """Every closing of a year, those reopened too, the newest first."""
    rows = select(BookClosing).where(BookClosing.book == book, BookClosing.year == year).order_by(BookClosing.id.desc())
    return tuple(line_of(row) for row in reading.session.scalars(rows))


def line_of(row: BookClosing) -> ClosingLine:
    """A closing as it stands in the record."""
    return ClosingLine(
        row.id,
        row.version,
        row.closed_on,
        row.closed_by,
        read_closing(row.text),
        row.hash,
        row.reopened_on,
        row.reopened_by,
        row.reopened_reason,
    )


def _as_it_stands(reading: Reading, book: Book, year: int) -> ClosedYear:
    about = register_books.summary(reading, book, year)
    sums = book_sums.year_sums(reading, book, year).sums
    carried = closing_facts.carried_over(reading, book, year)
    return ClosedYear(book, year, sums, about.reserved, about.voided, carried)
