"""Days that differ from the rule of the week: Latvia's public holidays, what is moved for them, the office's own."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from commission_app.rules.vocabulary.deadline import DayKind

FIRST_YEAR, LAST_YEAR = 1991, 2100


@lru_cache(maxsize=256)
def public_days(year: int) -> Mapping[date, tuple[DayKind, str]]:
    """The public holidays of a year with their Latvian names, and the Saturdays worked for a day moved to a bridge.

    A holiday that falls on a Saturday or Sunday is left out: nobody works then anyway. What the government moves for a
    year that is not decided yet is unknown; the office enters it among its own days.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    # The library takes a tenth of a second to load, and the first paint of the window must not wait for it.
    from holidays import country_holidays

    found = country_holidays("LV", years=year, language="lv")
    days = {day: (DayKind.FREE, str(name)) for day, name in found.items() if day.weekday() < 5 and day.year == year}
    worked = {day: (DayKind.WORKING, "") for day in found.weekend_workdays if day.year == year}
    return dict(sorted((days | worked).items()))


def differing(years: Iterable[int], own: Iterable[tuple[date, DayKind]] = ()) -> frozenset[date]:
    """The days of these years that differ from the rule of the week; what the office says of a day goes before.

    A weekday among them is free, a weekend day among them is worked.
    """
    days = {day: kind for year in years for day, (kind, _) in public_days(year).items()}
    days |= dict(own)
    return frozenset(day for day, kind in days.items() if (kind is DayKind.FREE) == (day.weekday() < 5))
