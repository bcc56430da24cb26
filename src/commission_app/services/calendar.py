"""Days of the office that differ from the rule of the week, entered and taken out; public holidays beside them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.term import CalendarDay
from commission_app.rules.calendar_days import public_days
from commission_app.rules.deadlines import is_working_day
from commission_app.rules.vocabulary.deadline import DayKind
from commission_app.services import deadlines
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class DayForm:
    """What is asked about a day."""

    day: date
    kind: DayKind
    name: str = ""


@dataclass(frozen=True)
class DayLine:
    """One day of the calendar as preferences list it; a public holiday has no key and is not taken out."""

    id: int | None
    day: date
    kind: DayKind
    name: str


def days(reading: Reading, year: int) -> tuple[DayLine, ...]:
    """The days of a year that differ from the rule of the week, in their order; the office's own go before the law."""
    rows = reading.session.scalars(
        select(CalendarDay).where(CalendarDay.day >= date(year, 1, 1), CalendarDay.day <= date(year, 12, 31))
    )
    found = {day: DayLine(None, day, kind, name) for day, (kind, name) in public_days(year).items()}
    found |= {row.day: DayLine(row.id, row.day, row.kind, row.name) for row in rows}
    return tuple(found[day] for day in sorted(found))


def enter(work: Work, form: DayForm) -> None:
    """A day on which the institution does not work, or works although it is a day of rest.

    Refused: a day that is entered already, or that is such a day anyway. Terms in working days move by it.
    """
    if work.session.scalar(select(CalendarDay.id).where(CalendarDay.day == form.day)) is not None:
        raise RefusedError("calendar.twice", at="day", day=form.day)
    works = is_working_day(form.day, deadlines.calendar(work.session, form.day))
    if works == (form.kind is DayKind.WORKING):
        raise RefusedError("calendar.ordinary", at="day", day=form.day)
    work.add(CalendarDay(day=form.day, kind=form.kind, name=form.name.strip()))
    work.session.flush()
    deadlines.refresh_all(work)


def take_out(work: Work, key: int) -> None:
    """A day of the office is as the law says again."""
    work.remove([work.get(CalendarDay, key)])
    work.session.flush()
    deadlines.refresh_all(work)
