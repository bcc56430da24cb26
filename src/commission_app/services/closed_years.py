"""The one question that a new line of a book asks first: whether the year of its day is still open."""

from datetime import date

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.register import Book
from commission_app.services.series import closing_of
from commission_app.store.work import Reading


def require_open(reading: Reading, book: Book, day: date) -> None:
    """Refuses a new line dated in a closed year."""
    if closing_of(reading.session, book, day.year) is not None:
        raise RefusedError("register.year_closed", book=book, year=str(day.year))
