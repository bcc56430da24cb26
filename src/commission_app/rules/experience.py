"""Dated rows of a life: how long each kind lasted together, and which rows overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from commission_app.rules.vocabulary.case import ExperienceKind


@dataclass(frozen=True, slots=True)
class Period:
    """One row: from the first day to the last; without a last day it goes on."""

    kind: ExperienceKind
    began_on: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """Full years and the full months beyond them."""

    years: int
    months: int

    @property
    def none(self) -> bool:
        """Whether not even a month is full."""
        return not (self.years or self.months)


def together(periods: Iterable[Period], kind: ExperienceKind, today: date) -> Length:
    """How long a kind lasted in all; days that two rows share count once."""
    own = sorted((one.began_on, one.ended_on or today) for one in periods if one.kind is kind)
    months, rest = 0, 0
    for began, ended in _merged(own):
        whole, days = _months(began, ended + timedelta(days=1))
        months, rest = months + whole, rest + days
    months += rest // 30  # days beyond full months make one when there are thirty of them
    return Length(months // 12, months % 12)


def overlapping(periods: Sequence[Period], today: date) -> tuple[tuple[int, int], ...]:
    """The rows of work that share a day, by their places; other kinds may well run beside each other."""
    rows = [(place, one) for place, one in enumerate(periods) if one.kind is ExperienceKind.WORK]
    found = []
    for at, (place, one) in enumerate(rows):
        for other_place, other in rows[at + 1 :]:
            if one.began_on <= (other.ended_on or today) and other.began_on <= (one.ended_on or today):
                found.append((place, other_place))
    return tuple(found)


def _merged(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    found: list[tuple[date, date]] = []
    for began, ended in spans:
        if ended < began:
            continue
        if found and began <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(found[-1][1], ended))
        else:
            found.append((began, ended))
    return found


def _months(began: date, until: date) -> tuple[int, int]:
    """Full months from a day until before another, and the days beyond."""
    months = (until.year - began.year) * 12 + until.month - began.month
    anchor = _plus(began, months)
    if anchor > until:
        months -= 1
        anchor = _plus(began, months)
    return months, (until - anchor).days


def _plus(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
