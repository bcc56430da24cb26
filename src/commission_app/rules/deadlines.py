"""Terms: months and working days, the day a decision is due, until when it may be contested."""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from commission_app.rules.vocabulary.deadline import Urgency

SOON_DAYS = 7
POSTED_IS_NOTIFIED_AFTER = timedelta(days=7)
NO_HOLIDAYS: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class DeadlineFinding:
    """How near a deadline is; the days are negative once it has passed."""

    urgency: Urgency
    days: int
    working_days: int


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the last day of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def decision_deadline(received: date, months: int) -> date:
    """The day by which the commission must decide."""
    return add_months(received, months)


def notified_by_post(sent: date) -> date:
    """A registered letter counts as notified on the seventh day after posting, collected or not."""
    return sent + POSTED_IS_NOTIFIED_AFTER


def contest_until(notified: date, months: int) -> date:
    """The last day on which the decision may be contested."""
    return add_months(notified, months)


def is_working_day(day: date, holidays: Collection[date] = NO_HOLIDAYS) -> bool:
    """Whether the office works on a day."""
    return day.weekday() < 5 and day not in holidays


def working_days_between(start: date, end: date, holidays: Collection[date] = NO_HOLIDAYS) -> int:
    """The working days after `start` up to and with `end`; negative when `end` lies before."""
    if end < start:
        return -working_days_between(end, start, holidays)
    weeks, rest = divmod((end - start).days, 7)
    tail = (end - timedelta(days=offset) for offset in range(rest))
    closed = sum(1 for day in set(holidays) if start < day <= end and day.weekday() < 5)
    return weeks * 5 + sum(day.weekday() < 5 for day in tail) - closed


def urgency(
    deadline: date, today: date, holidays: Collection[date] = NO_HOLIDAYS, soon_days: int = SOON_DAYS
) -> DeadlineFinding:
    """Late, soon or fine, with the days left; on the day itself a deadline is not yet late."""
    days = (deadline - today).days
    near = Urgency.LATE if days < 0 else Urgency.SOON if days <= soon_days else Urgency.FINE
    return DeadlineFinding(near, days, working_days_between(today, deadline, holidays))
