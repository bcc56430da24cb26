"""The book of minutes: a line for every closed sitting of a year, as the registers show it."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO

from sqlalchemy import Select, func, select

from commission_app.documents.registers.column import Cell, Column, ColumnKind, printed
from commission_app.documents.workbook import write_table
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, Language, marked
from commission_app.models.act import Act
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.sitting import ItemState
from commission_app.services.register_cards import EntryCard, EntryLine, HeadingLine, papers_of
from commission_app.store.work import Reading
from commission_app.wording.words import word

COLUMNS = (
    Column(marked("No."), ColumnKind.COUNT, 6),
    Column(marked("Minutes No."), ColumnKind.CODE, 14),
    Column(marked("Date"), ColumnKind.DATE, 12),
    Column(marked("Commission"), ColumnKind.TEXT, 36),
    Column(marked("Place"), ColumnKind.TEXT, 24),
    Column(marked("Items"), ColumnKind.COUNT, 9),
    Column(marked("Decided"), ColumnKind.COUNT, 9),
    Column(marked("Minutes taken by"), ColumnKind.TEXT, 24),
)
_ACT = "sittings.close"


def headings(language: Language) -> tuple[HeadingLine, ...]:
    """The columns of the book in words."""
    return tuple(HeadingLine(language.say_of("register", one.heading), one.kind.value, one.width) for one in COLUMNS)


def years(reading: Reading) -> dict[int, int]:
    """The years that have minutes, each with how many."""
    days = reading.session.scalars(select(Sitting.held_on).where(Sitting.minutes_number.is_not(None)))
    counted: dict[int, int] = {}
    for day in days:
        counted[day.year] = counted.get(day.year, 0) + 1
    return counted


def lines(reading: Reading, year: int, language: Language) -> tuple[EntryLine, ...]:
    """The minutes of a year in the order in which the sittings were closed."""
    sittings = reading.session.scalars(_of_year(year)).all()
    counted = _counted(reading, [sitting.id for sitting in sittings])
    return tuple(_line(place, one, counted, language) for place, one in enumerate(sittings, 1))


def card(reading: Reading, sitting_id: int, language: Language) -> EntryCard:
    """One line of the book with who closed the sitting; the minutes' chain is the chain of acts."""
    sitting = reading.get(Sitting, sitting_id)
    if sitting.minutes_number is None:
        raise RefusedError("noun.absent", noun="minutes", key=sitting_id)
    line = next(one for one in lines(reading, sitting.held_on.year, language) if one.id == sitting.id)
    closed = select(Act).where(Act.name == _ACT, Act.moment == sitting.ended_at).limit(1)
    act = reading.session.scalars(closed).first()
    names = (heading.text for heading in headings(language))
    return EntryCard(
        id=sitting.id,
        book=Book.MINUTES,
        year=sitting.held_on.year,
        position=line.position,
        number=line.number,
        entered_on=line.entered_on,
        entered_by=act.user_name if act else sitting.minute_taker,
        entered_at=sitting.ended_at,
        noun="sitting",
        noun_id=sitting.id,
        case_id=None,
        fields=tuple((name, cell) for name, cell in zip(names, line.cells, strict=True) if cell),
        hash="",
        previous_hash="",
        unbroken=True,
        corrects=None,
        corrected_by=None,
        papers=papers_of(reading, sitting.uid),
    )


def workbook(reading: Reading, year: int, language: Language) -> bytes:
    """A year of the book as an Excel workbook."""
    sittings = reading.session.scalars(_of_year(year)).all()
    counted = _counted(reading, [sitting.id for sitting in sittings])
    rows = (_cells(place, one, counted, language) for place, one in enumerate(sittings, 1))
    columns = [Column(language.say_of("register", one.heading), one.kind, one.width) for one in COLUMNS]
    out = BytesIO()
    write_table(word(language, Book.MINUTES), columns, rows, language, out, reading.progress.step)
    return out.getvalue()


def _of_year(year: int) -> Select[Sitting]:
    return (
        select(Sitting)
        .where(Sitting.minutes_number.is_not(None))
        .where(Sitting.held_on >= date(year, 1, 1), Sitting.held_on <= date(year, 12, 31))
        .order_by(Sitting.ended_at, Sitting.id)
    )


def _counted(reading: Reading, keys: Iterable[int]) -> dict[int, dict[ItemState, int]]:
    query = select(AgendaItem.sitting_id, AgendaItem.state, func.count()).where(AgendaItem.sitting_id.in_(keys))
    counted: dict[int, dict[ItemState, int]] = {}
    for key, state, many in reading.session.execute(query.group_by(AgendaItem.sitting_id, AgendaItem.state)):
        counted.setdefault(key, {})[state] = many
    return counted


def _cells(
    place: int, sitting: Sitting, counted: dict[int, dict[ItemState, int]], language: Language
) -> tuple[Cell, ...]:
    commission, items = sitting.commission, counted.get(sitting.id, {})
    english = language.code == ENGLISH.code
    name = (commission.name_en or commission.name_lv) if english else (commission.name_lv or commission.name_en)
    return (
        place,
        sitting.minutes_number or "",
        sitting.held_on,
        name,
        sitting.place,
        sum(items.values()),
        items.get(ItemState.DECIDED, 0),
        sitting.minute_taker,
    )


def _line(place: int, sitting: Sitting, counted: dict[int, dict[ItemState, int]], language: Language) -> EntryLine:
    cells = _cells(place, sitting, counted, language)
    shown = tuple(printed(cell, column.kind, language) for cell, column in zip(cells, COLUMNS, strict=True))
    return EntryLine(sitting.id, place, sitting.minutes_number or "", sitting.held_on, sitting.uid, shown)
