"""The book of outgoing letters: a line for every letter of a year."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select

from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.i18n import Language, marked
from commission_app.models.delivery import Delivery, Letter
from commission_app.rules.vocabulary.register import Book
from commission_app.services.plain_books import PlainBook, PlainLine
from commission_app.store.work import Reading
from commission_app.wording.words import word

COLUMNS = (
    Column(marked("No."), ColumnKind.COUNT, 6),
    Column(marked("Letter No."), ColumnKind.CODE, 14),
    Column(marked("Date"), ColumnKind.DATE, 12),
    Column(marked("Case"), ColumnKind.CODE, 14),
    Column(marked("About"), ColumnKind.TEXT, 36),
    Column(marked("Sent to"), ColumnKind.TEXT, 30),
    Column(marked("Sent on"), ColumnKind.DATE, 12),
    Column(marked("How"), ColumnKind.TEXT, 20),
    Column(marked("Item No."), ColumnKind.CODE, 16),
    Column(marked("Answered"), ColumnKind.DATE, 12),
    Column(marked("Number in the document system"), ColumnKind.TEXT, 18),
)


def _days(reading: Reading) -> Iterable[date]:
    return reading.session.scalars(select(Letter.written_on))


def _year_of(reading: Reading, key: int) -> int:
    return reading.get(Letter, key).written_on.year


def _lines(reading: Reading, year: int, language: Language) -> Iterator[PlainLine]:
    """The letters in the order in which they were written."""
    of_year = select(Letter).where(Letter.written_on >= date(year, 1, 1), Letter.written_on <= date(year, 12, 31))
    letters = reading.session.scalars(of_year.order_by(Letter.id)).all()
    sent = _sent(reading, [letter.id for letter in letters])
    for place, letter in enumerate(letters, 1):
        cells = _cells(place, letter, sent.get(letter.id), language)
        yield PlainLine(letter.id, letter.number or "", letter.written_on, letter.uid, cells, letter.case_id)


def _sent(reading: Reading, keys: list[int]) -> dict[int, Delivery]:
    """The last sending of each letter."""
    rows = reading.session.scalars(select(Delivery).where(Delivery.letter_id.in_(keys)).order_by(Delivery.id))
    return {row.letter_id: row for row in rows if row.letter_id is not None}


def _cells(place: int, letter: Letter, sent: Delivery | None, language: Language) -> tuple[Cell, ...]:
    return (
        place,
        letter.number or "",
        letter.written_on,
        letter.case.number,
        letter.title,
        sent.recipient if sent else "",
        sent.sent_on if sent else None,
        word(language, sent.channel) if sent else "",
        sent.item_number if sent else "",
        letter.answered_on,
        letter.external_number,
    )


BOOK = PlainBook(Book.LETTERS, COLUMNS, "letter", _days, _lines, _year_of)
