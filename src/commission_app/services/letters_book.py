"""The book of outgoing letters: a line for every letter of a year, as the registers show it."""

from datetime import date
from io import BytesIO

from sqlalchemy import Select, func, select

from commission_app.documents.registers.column import Cell, Column, ColumnKind, printed
from commission_app.documents.workbook import write_table
from commission_app.errors import RefusedError
from commission_app.i18n import Language, marked
from commission_app.models.act import Act, ActSubject
from commission_app.models.delivery import Delivery, Letter
from commission_app.rules.vocabulary.register import Book
from commission_app.services.register_cards import EntryCard, EntryLine, HeadingLine, papers_of
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


def headings(language: Language) -> tuple[HeadingLine, ...]:
    """The columns of the book in words."""
    return tuple(HeadingLine(language.say_of("register", one.heading), one.kind.value, one.width) for one in COLUMNS)


def years(reading: Reading) -> dict[int, int]:
    """The years that have letters, each with how many."""
    counted: dict[int, int] = {}
    for day in reading.session.scalars(select(Letter.written_on)):
        counted[day.year] = counted.get(day.year, 0) + 1
    return counted


def lines(reading: Reading, year: int, language: Language) -> tuple[EntryLine, ...]:
    """The letters of a year in the order in which they were written."""
    letters = reading.session.scalars(_of_year(year)).all()
    sent = _sent(reading, [letter.id for letter in letters])
    return tuple(_line(place, letter, sent.get(letter.id), language) for place, letter in enumerate(letters, 1))


def card(reading: Reading, letter_id: int, language: Language) -> EntryCard:
    """One line of the book with who wrote it; its chain is the chain of acts."""
    letter = reading.get(Letter, letter_id)
    line = next((one for one in lines(reading, letter.written_on.year, language) if one.id == letter.id), None)
    if line is None:
        raise RefusedError("noun.absent", noun="letter", key=letter_id)
    first = select(func.min(ActSubject.act_id)).where(ActSubject.subject_uid == letter.uid).scalar_subquery()
    act = reading.session.scalars(select(Act).where(Act.id == first)).first()
    names = (heading.text for heading in headings(language))
    return EntryCard(
        id=letter.id,
        book=Book.LETTERS,
        year=letter.written_on.year,
        position=line.position,
        number=line.number,
        entered_on=line.entered_on,
        entered_by=act.user_name if act else "",
        entered_at=act.moment if act else None,
        noun="letter",
        noun_id=letter.id,
        case_id=letter.case_id,
        fields=tuple((name, cell) for name, cell in zip(names, line.cells, strict=True) if cell),
        hash="",
        previous_hash="",
        unbroken=True,
        corrects=None,
        corrected_by=None,
        papers=papers_of(reading, letter.uid),
    )


def workbook(reading: Reading, year: int, language: Language) -> bytes:
    """A year of the book as an Excel workbook."""
    letters = reading.session.scalars(_of_year(year)).all()
    sent = _sent(reading, [letter.id for letter in letters])
    rows = (_cells(place, letter, sent.get(letter.id), language) for place, letter in enumerate(letters, 1))
    columns = [Column(language.say_of("register", one.heading), one.kind, one.width) for one in COLUMNS]
    out = BytesIO()
    write_table(word(language, Book.LETTERS), columns, rows, language, out, reading.progress.step)
    return out.getvalue()


def _of_year(year: int) -> Select[Letter]:
    return (
        select(Letter)
        .where(Letter.written_on >= date(year, 1, 1), Letter.written_on <= date(year, 12, 31))
        .order_by(Letter.id)
    )


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


def _line(place: int, letter: Letter, sent: Delivery | None, language: Language) -> EntryLine:
    cells = _cells(place, letter, sent, language)
    shown = tuple(printed(cell, column.kind, language) for cell, column in zip(cells, COLUMNS, strict=True))
    return EntryLine(letter.id, place, letter.number or "", letter.written_on, letter.uid, shown)
