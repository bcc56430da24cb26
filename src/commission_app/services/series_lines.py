"""How every book writes its numbers in a year, and what stands against writing them otherwise."""

from dataclasses import dataclass

from sqlalchemy import func, select

from commission_app.errors import Refusal, refusal
from commission_app.models.register import Series, SeriesNumber
from commission_app.rules import numbering
from commission_app.rules.vocabulary.register import NUMBERED, Book, NumberMode
from commission_app.services.series import mode_of, own_series, pattern_of
from commission_app.store.work import Reading


@dataclass(frozen=True)
class SeriesLine:
    """A book in a year: its pattern, who makes the numbers, how many are given, and the one that comes next."""

    book: Book
    year: int
    pattern: str
    mode: NumberMode
    given: int
    next_number: str
    against: tuple[Refusal, ...]


def lines(reading: Reading, year: int) -> tuple[SeriesLine, ...]:
    """Every book that gives numbers in a year; a year that has not begun shows how it would begin."""
    return tuple(_line(reading, book, year) for book in NUMBERED)


def years(reading: Reading) -> tuple[int, ...]:
    """The years that have a series, and this one and the next, newest first."""
    known = set(reading.session.scalars(select(Series.year).distinct()))
    return tuple(sorted(known | {reading.today.year, reading.today.year + 1}, reverse=True))


def _line(reading: Reading, book: Book, year: int) -> SeriesLine:
    session = reading.session
    series = own_series(session, book, year)
    pattern, mode = pattern_of(session, book, year), mode_of(session, book, year)
    given, first = 0, None
    if series is not None:
        mine = SeriesNumber.series_id == series.id
        given = session.scalar(select(func.count()).select_from(SeriesNumber).where(mine)) or 0
        first = session.scalar(select(SeriesNumber.text).where(mine).order_by(SeriesNumber.id).limit(1))
    following = numbering.next_value(series.last_value if series is not None else None)
    shown = numbering.format_number(pattern, year, following) if mode is NumberMode.GENERATED else ""
    against = () if first is None else (refusal("register.series_begun", book=book, year=str(year), number=first),)
    return SeriesLine(book, year, pattern, mode, given, shown, against)
