"""The book of minutes: a line for every closed sitting of a year."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import func, select

from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.i18n import ENGLISH, Language, marked
from commission_app.models.act import Act
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.sitting import ItemState
from commission_app.services.plain_books import PlainBook, PlainLine
from commission_app.store.work import Reading

COLUMNS = (
    Column(marked("No."), ColumnKind.COUNT, 6),
    Column(marked("Minutes No."), ColumnKind.CODE, 14),
    Column(marked("Date"), ColumnKind.DATE, 12),
    Column(marked("Commission"), ColumnKind.TEXT, 36),
    Column(marked("Place"), ColumnKind.TEXT, 24),
    Column(marked("Items"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Decided"), ColumnKind.COUNT, 9, total=True),
    Column(marked("Minutes taken by"), ColumnKind.TEXT, 24),
)
_ACT = "sittings.close"


def _days(reading: Reading) -> Iterable[date]:
    return reading.session.scalars(select(Sitting.held_on).where(Sitting.minutes_number.is_not(None)))


def _year_of(reading: Reading, key: int) -> int:
    return reading.get(Sitting, key).held_on.year


def _lines(reading: Reading, year: int, language: Language) -> Iterator[PlainLine]:
    """The minutes in the order in which the sittings were closed."""
    numbered = select(Sitting).where(Sitting.minutes_number.is_not(None))
    of_year = numbered.where(Sitting.held_on >= date(year, 1, 1), Sitting.held_on <= date(year, 12, 31))
    sittings = reading.session.scalars(of_year.order_by(Sitting.ended_at, Sitting.id)).all()
    counted = _counted(reading, [sitting.id for sitting in sittings])
    for place, one in enumerate(sittings, 1):
        cells = _cells(place, one, counted.get(one.id, {}), language)
        yield PlainLine(one.id, one.minutes_number or "", one.held_on, one.uid, cells)


def _counted(reading: Reading, keys: Iterable[int]) -> dict[int, dict[ItemState, int]]:
    query = select(AgendaItem.sitting_id, AgendaItem.state, func.count()).where(AgendaItem.sitting_id.in_(keys))
    counted: dict[int, dict[ItemState, int]] = {}
    for key, state, many in reading.session.execute(query.group_by(AgendaItem.sitting_id, AgendaItem.state)):
        counted.setdefault(key, {})[state] = many
    return counted


def _cells(place: int, sitting: Sitting, items: dict[ItemState, int], language: Language) -> tuple[Cell, ...]:
    commission, english = sitting.commission, language.code == ENGLISH.code
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


def _entered(reading: Reading, line: PlainLine) -> Act | None:
    """Who closed the sitting: its minutes began then, not when it was called."""
    ended = reading.get(Sitting, line.id).ended_at
    return reading.session.scalars(select(Act).where(Act.name == _ACT, Act.moment == ended).limit(1)).first()


BOOK = PlainBook(Book.MINUTES, COLUMNS, "sitting", _days, _lines, _year_of, _entered)
