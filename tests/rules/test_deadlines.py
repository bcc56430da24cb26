"""Terms in months and working days."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.calendar_days import differing, public_days
from commission_app.rules.deadlines import (
    Term,
    TermMove,
    add_months,
    add_working_days,
    contest_until,
    decision_deadline,
    is_working_day,
    notified_by_post,
    reckon,
    urgency,
    working_days_between,
)
from commission_app.rules.vocabulary.deadline import DayKind, DeadlineStep, TermChangeKind, Urgency

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
    assert contest_until(date(2026, 12, 3), 1) == date(2027, 1, 4), "3 January 2027 is a Sunday"
    assert notified_by_post(date(2026, 11, 26), 10) == date(2026, 12, 6)


def test_the_last_day_of_contest_gives_way_to_the_next_worked_day() -> None:
    calendar = differing((2026, 2027))
    assert contest_until(date(2026, 11, 24), 1, calendar) == date(2026, 12, 28)
    assert contest_until(date(2026, 12, 1), 1, calendar) == date(2027, 1, 4)


def test_latvian_holidays_move_and_a_bridge_is_worked_off_on_a_saturday() -> None:
    assert public_days(2026)[date(2026, 11, 18)] == (DayKind.FREE, "Latvijas Republikas Proklamēšanas diena")
    # 18 November 2023 was a Saturday: the Monday after was free. 2 January 2026 was worked off on 17 January.
    assert date(2023, 11, 20) in public_days(2023)
    assert public_days(2026)[date(2026, 1, 17)][0] is DayKind.WORKING
    calendar = differing((2026,))
    assert not is_working_day(date(2026, 1, 2), calendar)
    assert is_working_day(date(2026, 1, 17), calendar)
    assert public_days(1800) == {}


def test_what_the_office_says_of_a_day_goes_before_the_law() -> None:
    day, saturday = date(2026, 11, 18), date(2026, 11, 21)
    calendar = differing(
        (2026,), [(day, DayKind.WORKING), (saturday, DayKind.FREE), (date(2026, 11, 30), DayKind.FREE)]
    )
    assert is_working_day(day, calendar)
    assert not is_working_day(saturday, calendar)
    assert not is_working_day(date(2026, 11, 30), calendar)


NEAR = st.dates(date(2025, 1, 1), date(2026, 12, 31))
SPANS = st.builds(
    lambda day, length: TermMove(TermChangeKind.SUSPENSION, day, day + timedelta(days=length)),
    NEAR,
    st.integers(0, 60),
)
LONGER = st.builds(lambda day, until: TermMove(TermChangeKind.EXTENSION, day, until), NEAR, NEAR)
TERMS = st.builds(Term, st.integers(1, 6)) | st.builds(Term, st.just(0), st.integers(1, 80))
CALENDAR = differing(range(2025, 2030))


@given(NEAR, TERMS, st.lists(SPANS | LONGER, max_size=5), SPANS | LONGER)
def test_nothing_that_moves_a_term_ever_shortens_it(
    received: date, term: Term, moves: list[TermMove], one: TermMove
) -> None:
    before = reckon(received, term, moves, CALENDAR).deadline
    assert (
        reckon(received, term, (), CALENDAR).deadline
        <= before
        <= reckon(received, term, [*moves, one], CALENDAR).deadline
    )


@given(NEAR, TERMS, st.lists(SPANS | LONGER, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_what_moves_a_term_never_matters(
    received: date, term: Term, moves: list[TermMove], chance: Random
) -> None:
    mixed = list(moves)
    chance.shuffle(mixed)
    assert reckon(received, term, mixed, CALENDAR) == reckon(received, term, moves, CALENDAR)


@given(NEAR, st.integers(1, 120))
def test_working_days_skip_holidays(received: date, days: int) -> None:
    due = reckon(received, Term(working_days=days), (), CALENDAR).deadline
    assert is_working_day(due, CALENDAR)
    assert working_days_between(received, due, CALENDAR) == days
    assert due == add_working_days(received, days, CALENDAR)


def test_a_deadline_says_its_reasons() -> None:
    received = date(2026, 7, 24)
    asked = TermMove(TermChangeKind.SUSPENSION, date(2026, 8, 3), date(2026, 8, 13))
    again = TermMove(TermChangeKind.SUSPENSION, date(2026, 8, 10), date(2026, 8, 15))
    longer = TermMove(TermChangeKind.EXTENSION, date(2026, 11, 20), date(2027, 1, 15))
    open_end = TermMove(TermChangeKind.SUSPENSION, date(2026, 9, 1), None)
    found = reckon(received, Term(4), [longer, again, open_end, asked])
    assert found.deadline == date(2027, 1, 15)
    assert [(line.step, line.days) for line in found.lines] == [
        (DeadlineStep.RECEIVED, 0),
        (DeadlineStep.TERM, 0),
        (DeadlineStep.SUSPENDED, 10),
        (DeadlineStep.SUSPENDED, 2),
        (DeadlineStep.EXTENDED, 0),
    ]
    assert reckon(received, Term(4), [asked, again]).deadline == date(2026, 12, 6)
    late = TermMove(TermChangeKind.SUSPENSION, date(2026, 12, 24), date(2027, 1, 24))
    assert reckon(received, Term(4), [late]).deadline == date(2026, 11, 24), "a term that ran out cannot stand still"


def test_a_case_taken_up_again_has_its_whole_term_anew() -> None:
    """What moved the first term no longer counts; a suspension that goes on counts from the new beginning."""
    begun = date(2026, 10, 1)
    moves = (
        TermMove(TermChangeKind.SUSPENSION, date(2026, 3, 1), date(2026, 3, 20)),
        TermMove(TermChangeKind.EXTENSION, date(2026, 4, 1), date(2027, 6, 1)),
        TermMove(TermChangeKind.RESTART, begun, None),
        TermMove(TermChangeKind.SUSPENSION, date(2026, 9, 28), date(2026, 10, 4)),
    )
    found = reckon(date(2026, 2, 2), Term(months=4), moves)
    assert found.deadline == date(2027, 2, 4), "1 October and four months, and three days that stood still"
    assert [line.step for line in found.lines] == [
        DeadlineStep.RECEIVED,
        DeadlineStep.TAKEN_UP,
        DeadlineStep.TERM,
        DeadlineStep.SUSPENDED,
    ]
