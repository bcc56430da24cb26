"""Terms in months and working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.deadlines import (
    add_months,
    contest_until,
    decision_deadline,
    is_working_day,
    notified_by_post,
    urgency,
    working_days_between,
)
from commission_app.rules.vocabulary.deadline import Urgency

DAYS = st.dates(date(2011, 1, 1), date(2060, 12, 31))
NEW_YEAR = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("received", "months", "due"),
    [
        (date(2026, 7, 24), 4, date(2026, 11, 24)),
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2027, 10, 31), 4, date(2028, 2, 29)),
        (date(2026, 12, 15), 2, date(2027, 2, 15)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_a_term_of_months_ends_on_the_same_day_or_the_last(received: date, months: int, due: date) -> None:
    assert decision_deadline(received, months) == due


@given(DAYS, st.integers(0, 60))
def test_months_are_counted_by_the_calendar(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(DAYS, st.integers(0, 400), st.sets(DAYS, max_size=5))
def test_working_days_are_counted_one_by_one(start: date, length: int, holidays: set[date]) -> None:
    end = start + timedelta(days=length)
    holidays.add(start + timedelta(days=length // 2))
    each = [start + timedelta(days=n) for n in range(1, length + 1)]
    assert working_days_between(start, end, holidays) == sum(is_working_day(day, holidays) for day in each)
    assert working_days_between(end, start, holidays) == -working_days_between(start, end, holidays)


def test_a_weekend_before_a_monday_leaves_one_working_day() -> None:
    friday = date(2026, 11, 20)
    assert working_days_between(friday, date(2026, 11, 23)) == 1
    assert working_days_between(date(2026, 12, 31), date(2027, 1, 4), {NEW_YEAR}) == 1


@pytest.mark.parametrize(
    ("deadline", "how", "days"),
    [
        (date(2026, 11, 19), Urgency.LATE, -1),
        (date(2026, 11, 20), Urgency.SOON, 0),
        (date(2026, 11, 27), Urgency.SOON, 7),
        (date(2026, 11, 28), Urgency.FINE, 8),
    ],
)
def test_a_deadline_is_late_only_the_day_after(deadline: date, how: Urgency, days: int) -> None:
    found = urgency(deadline, date(2026, 11, 20))
    assert (found.urgency, found.days) == (how, days)


def test_a_registered_letter_is_notified_on_the_seventh_day() -> None:
    assert notified_by_post(date(2026, 11, 26)) == date(2026, 12, 3)
    assert contest_until(date(2026, 12, 3), 1) == date(2027, 1, 3)
