"""Dates that cannot be: in the future, before anybody's time, or the end before the beginning."""

from datetime import date

from commission_app.errors import RefusedError

FIRST_YEAR = 1850
FIRST_OFFICE_YEAR = 2011
YOUNGEST_APPLICANT = 14


def check_not_future(day: date, today: date, at: str) -> date:
    """A day that has come; one still to come is refused at its field."""
    if day > today:
        raise RefusedError("date.future", at=at, day=day, today=today)
    if day.year < FIRST_YEAR:
        raise RefusedError("date.too_old", at=at, day=day, first_year=str(FIRST_YEAR))
    return day


def check_birth_date(day: date, today: date, at: str = "birth_date") -> date:
    """The birth date of somebody old enough to apply."""
    check_not_future(day, today, at)
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    if age < YOUNGEST_APPLICANT:
        raise RefusedError("date.too_young", at=at, day=day, age=age, youngest=YOUNGEST_APPLICANT)
    return day


def check_period(start: date, end: date | None, at: str) -> None:
    """A period that ends after it begins; an open end is lawful."""
    if end is not None and end < start:
        raise RefusedError("date.period_turned", at=at, start=start, end=end)


def check_office_year(year: int, today: date, at: str = "year") -> int:
    """A year for which the office can have books: from 2011 to the coming one."""
    if not FIRST_OFFICE_YEAR <= year <= today.year + 1:
        raise RefusedError("date.year", at=at, year=str(year), first=str(FIRST_OFFICE_YEAR), last=str(today.year + 1))
    return year
