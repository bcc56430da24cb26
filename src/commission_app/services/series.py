"""Numbers of the books: reserved from a locked counter row, then used or voided with a reason, never given twice."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.register import BookClosing, Series, SeriesNumber
from commission_app.rules import numbering
from commission_app.rules.book_closing import year_of_number
from commission_app.rules.vocabulary.register import NUMBERED, Book, NumberMode, NumberState
from commission_app.store.at_hand import forget, once
from commission_app.store.work import Work

DEFAULT_PATTERNS = {
    Book.APPLICATIONS: "{year}/{n:03}",
    Book.DECISIONS: "L-{year}/{n}",
    Book.CERTIFICATES: "A-{year}/{n}",
    Book.EXAMS: "E-{year}/{n}",
    Book.MINUTES: "P-{year}/{n}",
    Book.APPEALS: "AP-{year}/{n}",
    Book.LETTERS: "V-{year}/{n}",
}
"""How the books write their numbers until the institution says otherwise."""
OWN = ""
"""The source of a series that the office numbers itself; a year taken in from an old register has its file's."""
_COMES_IN = frozenset({Book.APPLICATIONS, Book.APPEALS})
"""Books of what others bring: once their year is closed, a late paper is numbered in the year of its entry."""


def reserve(work: Work, book: Book, subject_uid: UUID, year: int | None = None, typed: str | None = None) -> str:
    """Reserves the next number of a book's year, or the one typed from the institution's document system.

    A paper that came in and is dated in a closed year is numbered by the day of its entry. Refused: a typed number
    that was given before, or is missing where the series is typed; a paper of our own dated in a closed year.
    """
    series = lock_series(work, (book,), _open_year(work, book, year or work.today.year))[book]
    text, value = _typed(work.session, series, typed) if series.mode is NumberMode.TYPED else _next(work, series, typed)
    work.add(
        SeriesNumber(series_id=series.id, value=value, text=text, state=NumberState.RESERVED, subject_uid=subject_uid)
    )
    if typed:
        work.session.flush()  # the next one typed is held against it
    return text


def use(work: Work, book: Book, text: str) -> SeriesNumber:
    """Uses a reserved number for good.

    Refused: a number that was used or voided before, or never reserved.
    """
    number = find_number(work.session, book, text)
    spend(book, number)
    return number


def spend(book: Book, number: SeriesNumber) -> None:
    """Uses a number for good; refused as `use` is."""
    _require_reserved(book, number)
    number.state = NumberState.USED


def void(work: Work, number_id: int, reason: str) -> None:
    """Voids a reserved number; it stays in the book with its reason and is never given again.

    Refused: without a reason, or when the number is already used or voided.
    """
    number = work.get(SeriesNumber, number_id)
    work.lock(Series, number.series_id)
    _require_reserved(number.series.book, number)
    if not reason.strip():
        raise RefusedError("register.void_reason", at="reason", number=number.text)
    number.state = NumberState.VOIDED
    number.reason = reason.strip()


def settle_series(work: Work, book: Book, year: int, pattern: str, mode: NumberMode) -> None:
    """Says how a book writes its numbers in a year: the pattern, and whether the program makes them.

    Refused: once the year has its first number, and when two books could write numbers that look alike.
    """
    series = lock_series(work, (book,), year)[book]
    given = work.session.scalar(select(SeriesNumber.text).where(SeriesNumber.series_id == series.id).limit(1))
    if given is not None:
        raise RefusedError("register.series_begun", at="pattern", book=book, year=str(year), number=given)
    numbering.check_distinct({other: pattern_of(work.session, other, year) for other in NUMBERED} | {book: pattern})
    series.pattern = numbering.check_pattern(pattern)
    series.mode = mode


def lock_series(work: Work, books: Iterable[Book], year: int | None = None) -> dict[Book, Series]:
    """Locks the series of several books together, in the order of their keys; a new year's series begins here."""
    wanted = year or work.today.year
    keys = sorted((_series_id(work, book, wanted), book) for book in set(books))
    return {book: work.lock(Series, key) for key, book in keys}


def own_series(session: Session, book: Book, year: int) -> Series | None:
    """The office's own series of a book's year, where it has begun."""
    mine = select(Series).where(Series.book == book, Series.year == year, Series.source == OWN)
    return session.scalars(mine).one_or_none()


def closing_of(session: Session, book: Book, year: int) -> BookClosing | None:
    """The closing of a year of a book, unless the year was reopened."""
    return once(session, (BookClosing, book, year), lambda: _standing_closing(session, book, year))


def _standing_closing(session: Session, book: Book, year: int) -> BookClosing | None:
    held = select(BookClosing).where(BookClosing.book == book, BookClosing.year == year)
    return session.scalars(held.where(BookClosing.reopened_on.is_(None)).order_by(BookClosing.id.desc())).first()


def pattern_of(session: Session, book: Book, year: int) -> str:
    """The pattern a book writes by in a year: its own, or that of the latest year before it."""
    mine = select(Series.pattern).where(Series.book == book, Series.source == OWN)
    latest = mine.where(Series.year <= year).order_by(Series.year.desc()).limit(1)
    return session.scalar(latest) or DEFAULT_PATTERNS[book]


def mode_of(session: Session, book: Book, year: int) -> NumberMode:
    """Whether a book's numbers of a year are made by the program or typed."""
    mine = select(Series.mode).where(Series.book == book, Series.source == OWN)
    latest = mine.where(Series.year <= year).order_by(Series.year.desc()).limit(1)
    return session.scalar(latest) or NumberMode.GENERATED


def find_number(session: Session, book: Book, text: str) -> SeriesNumber:
    """The number of a book by its text."""
    (number,) = find_numbers(session, book, [text])
    return number


def find_numbers(session: Session, book: Book, texts: Sequence[str]) -> list[SeriesNumber]:
    """The numbers of a book by their texts, in the same order; refused where there is none of a text."""
    query = select(SeriesNumber).join(Series).where(Series.book == book, SeriesNumber.text.in_(texts))
    found = {number.text: number for number in session.scalars(query.where(Series.source == OWN))}
    for text in texts:
        if text not in found:
            raise RefusedError("register.number_unknown", at="number", book=book, number=text)
    return [found[text] for text in texts]


def _require_reserved(book: Book, number: SeriesNumber) -> None:
    if number.state is not NumberState.RESERVED:
        raise RefusedError("register.number_spent", at="number", book=book, number=number.text, state=number.state)


def _open_year(work: Work, book: Book, year: int) -> int:
    """The year in whose series a paper dated in a year is numbered."""
    closed = frozenset(one for one in {year, work.today.year} if closing_of(work.session, book, one) is not None)
    found = year_of_number(year, closed, work.today.year, comes_in=book in _COMES_IN)
    if found is None:
        raise RefusedError("register.year_closed", book=book, year=str(year))
    return found


def _series_id(work: Work, book: Book, year: int) -> int:
    found = select(Series.id).where(Series.book == book, Series.year == year, Series.source == OWN)
    key = once(work.session, (Series, book, year), lambda: work.session.scalar(found))
    if key is not None:
        return key
    mode = mode_of(work.session, book, year)
    new = Series(book=book, year=year, mode=mode, pattern=pattern_of(work.session, book, year))
    try:
        # Two PCs may take the first number of a year at once: whoever comes second uses the row of the first.
        with work.session.begin_nested():
            work.add(new)
            work.session.flush()
    except IntegrityError:
        new = work.session.scalars(select(Series).filter_by(book=book, year=year, source=OWN)).one()
    forget(work.session)
    return new.id


def _next(work: Work, series: Series, typed: str | None) -> tuple[str, int]:
    if typed:
        raise RefusedError("register.number_generated", at="number", book=series.book, number=typed)
    while True:
        series.last_value = numbering.next_value(series.last_value)
        text = numbering.format_number(series.pattern, series.year, series.last_value)
        if not _is_given(work.session, text):
            return text, series.last_value


def _typed(session: Session, series: Series, typed: str | None) -> tuple[str, None]:
    if not typed:
        raise RefusedError("register.number_needed", at="number", book=series.book)
    text = numbering.check_typed(typed)
    if _is_given(session, text):
        raise RefusedError("register.number_given", at="number", number=text)
    return text, None


def _is_given(session: Session, text: str) -> bool:
    """Whether any book has this number: case and decision numbers never look alike, typed ones neither."""
    return session.scalar(select(SeriesNumber.id).where(SeriesNumber.text == text).limit(1)) is not None
