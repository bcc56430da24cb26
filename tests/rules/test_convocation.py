"""Before the sitting: notice in working days, the day the agenda freezes, and the quorum to be expected."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.convocation import (
    Invitee,
    expected,
    is_frozen,
    last_day_to_call,
    last_open_day,
    notice,
)
from commission_app.rules.deadlines import working_days_between
from commission_app.rules.vocabulary.sitting import ReplyAnswer

THURSDAY = date(2026, 11, 26)
COMING, EXCUSED = ReplyAnswer.COMING, ReplyAnswer.EXCUSED
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
HOLIDAYS = st.frozensets(DAYS, max_size=20)


def test_notice_is_counted_in_working_days() -> None:
    assert notice(date(2026, 11, 19), THURSDAY, 5).days == 5
    assert not notice(date(2026, 11, 19), THURSDAY, 5).late
    assert notice(date(2026, 11, 20), THURSDAY, 5).late
    assert notice(date(2026, 11, 18), THURSDAY, 5, {date(2026, 11, 25)}).days == 5
    assert last_day_to_call(THURSDAY, 5) == date(2026, 11, 19)


def test_the_agenda_freezes_by_the_by_law_or_by_hand() -> None:
    assert last_open_day(THURSDAY, 3) == date(2026, 11, 23)
    assert not is_frozen(False, THURSDAY, 3, date(2026, 11, 23))
    assert is_frozen(False, THURSDAY, 3, date(2026, 11, 24))
    assert is_frozen(True, THURSDAY, 3, date(2026, 11, 2))
    assert last_open_day(THURSDAY, 0) is None and not is_frozen(False, THURSDAY, 0, THURSDAY)


@given(DAYS, st.integers(1, 15), HOLIDAYS)
def test_the_last_day_gives_exactly_enough_notice_and_the_next_working_day_too_little(
    held_on: date, needed: int, holidays: frozenset[date]
) -> None:
    last = last_day_to_call(held_on, needed, holidays)
    assert notice(last, held_on, needed, holidays).days == needed
    after = last + timedelta(days=1)
    while working_days_between(last, after, holidays) == 0:
        after += timedelta(days=1)
    assert notice(after, held_on, needed, holidays).late


def test_a_substitute_counts_once_and_never_beside_the_replaced() -> None:
    chair, other = Invitee("a", True, EXCUSED), Invitee("b", True, COMING)
    named = Invitee("s", True, COMING, substitute=True, instead_of="a")
    anybody = Invitee("t", True, COMING, substitute=True)
    assert expected([chair, other], 2).coming == 1
    assert expected([chair, other, named], 2).enough
    assert expected([chair, other, named, anybody], 2).coming == 2, "one seat is free, not two"
    assert expected([Invitee("a", True, COMING), other, named], 2).coming == 2
    assert expected([Invitee("a", True), other, Invitee("z", False, COMING)], 2).silent == 1


@given(
    st.lists(
        st.tuples(st.sampled_from([COMING, EXCUSED, None]), st.booleans(), st.booleans(), st.integers(0, 9)),
        max_size=9,
    ),
    st.integers(1, 9),
    st.randoms(use_true_random=False),
)
def test_nobody_counts_twice_whatever_the_order(
    rows: list[tuple[ReplyAnswer | None, bool, bool, int]], needed: int, chance: "object"
) -> None:
    invited = [
        Invitee(str(at), votes, answer, substitute, str(seat) if substitute and seat < at else "")
        for at, (answer, votes, substitute, seat) in enumerate(rows)
    ]
    found = expected(invited, needed)
    assert 0 <= found.coming <= found.members
    assert found.coming + found.silent <= found.members
    if found.enough:
        assert not found.lost
    chance.shuffle(invited)  # type: ignore[attr-defined]
    assert expected(invited, needed) == found
