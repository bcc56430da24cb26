"""What the commission is paid: rates by act, measure, role and day; whose each deed is; sums exact to the cent."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.remuneration import (
    MEASURES,
    Deed,
    RateFacts,
    check_rate,
    check_rate_dates,
    remuneration,
)
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.remuneration import PaidAct, PaidBy

SINCE, DAY = date(2026, 1, 1), date(2026, 3, 10)
HOUR = RateFacts(PaidAct.SITTING, PaidBy.HOUR, None, 1500, SINCE)
CASE = RateFacts(PaidAct.SITTING, PaidBy.CASE, None, 250, SINCE)
CHAIR = replace(HOUR, role=MemberRole.CHAIR, cents=2000)
SAT = Deed(PaidAct.SITTING, DAY, "Žanete Šūpulīte", "sēde", None, MemberRole.MEMBER, minutes=150, cases=3)


def refused(act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        act(*args)  # type: ignore[operator]
    return why.value


def test_hours_and_cases_are_added_and_a_role_has_its_own_rate() -> None:
    chaired = replace(SAT, name="Ģirts Ķēniņš", role=MemberRole.CHAIR)
    pay = remuneration([SAT, chaired], [HOUR, CASE, CHAIR])
    assert [(one.name, one.cents) for one in pay.people] == [
        ("Ģirts Ķēniņš", 2000 * 5 // 2 + 750),
        ("Žanete Šūpulīte", 1500 * 5 // 2 + 750),
    ]
    assert (pay.cents, pay.missing) == (5750 + 4500, ())


def test_academic_hours_are_rounded_by_the_line() -> None:
    rate = RateFacts(PaidAct.EXAM, PaidBy.ACADEMIC_HOUR, None, 1000, SINCE)
    (person,) = remuneration([replace(SAT, act=PaidAct.EXAM, minutes=70)], [rate]).people
    assert person.cents == 1556  # 70 / 45 × 10,00 = 15,555…


def test_a_rate_missing_on_a_day_is_named_once_and_one_of_nothing_is_no_lack() -> None:
    early = replace(SAT, day=SINCE - timedelta(1))
    pay = remuneration([early, replace(early, name="Čaks Ļaudaks"), SAT], [HOUR])
    (why,) = pay.missing
    assert (why.reason, why.facts["day"], why.facts["act"]) == ("remuneration.no_rate", early.day, PaidAct.SITTING)
    assert why.facts["names"] == ("Čaks Ļaudaks", "Žanete Šūpulīte")
    nothing = replace(HOUR, cents=0, role=MemberRole.SECRETARY)
    unpaid = remuneration([replace(SAT, role=MemberRole.SECRETARY)], [nothing])
    assert (unpaid.people, unpaid.missing) == ((), ())


def test_hours_nobody_wrote_down_are_asked_for_only_where_hours_are_paid() -> None:
    unknown = replace(SAT, minutes=None)
    assert [one.reason for one in remuneration([unknown], [HOUR]).missing] == ["remuneration.no_hours"]
    assert remuneration([unknown], [CASE]).missing == ()


def test_one_user_is_one_person_by_any_name_and_two_who_share_a_name_stay_two() -> None:
    married = replace(SAT, name="Žanete  Žņauga", user_uid="u1", day=DAY + timedelta(1))
    pay = remuneration([replace(SAT, user_uid="u1"), married, SAT], [CASE])
    assert [(one.name, len(one.lines)) for one in pay.people] == [("Žanete Žņauga", 3)]
    namesakes = remuneration([replace(SAT, user_uid="u1"), replace(SAT, user_uid="u2")], [CASE])
    assert [len(one.lines) for one in namesakes.people] == [1, 1]


@pytest.mark.parametrize(
    ("rate", "reason"),
    [
        (replace(HOUR, measure=PaidBy.UNIT), "remuneration.measure"),
        (RateFacts(PaidAct.SCORING, PaidBy.CASE, MemberRole.CHAIR, 5, SINCE), "remuneration.no_role"),
        (replace(HOUR, cents=-1), "remuneration.absurd"),
        (replace(HOUR, cents=10**8), "remuneration.absurd"),
        (replace(HOUR, valid_until=SINCE - timedelta(1)), "date.period_turned"),
    ],
)
def test_rates_that_cannot_be_are_refused(rate: RateFacts, reason: str) -> None:
    assert refused(check_rate, rate).reason == reason


def test_two_rates_of_one_scope_never_hold_on_one_day() -> None:
    later = replace(HOUR, valid_from=DAY)
    assert refused(check_rate_dates, later, [HOUR]).reason == "remuneration.overlap"
    assert refused(check_rate_dates, HOUR, [later]).reason == "remuneration.overlap"
    check_rate_dates(later, [replace(HOUR, valid_until=DAY - timedelta(1)), CASE, CHAIR])


rates = st.builds(
    RateFacts,
    st.just(PaidAct.SITTING),
    st.sampled_from(MEASURES[PaidAct.SITTING]),
    st.sampled_from([None, MemberRole.CHAIR, MemberRole.MEMBER]),
    st.integers(0, 9999),
    st.just(SINCE),
)
deeds = st.builds(
    replace,
    st.just(SAT),
    name=st.sampled_from(["Aija", "Čaks", "Ņina"]),
    role=st.sampled_from([MemberRole.CHAIR, MemberRole.MEMBER]),
    minutes=st.one_of(st.none(), st.integers(0, 999)),
    cases=st.integers(0, 20),
)


@given(st.lists(deeds, max_size=6), st.lists(rates, max_size=6, unique_by=lambda rate: rate.scope))
def test_the_lines_give_the_sum_and_no_line_is_off_by_a_cent(done: list[Deed], held: list[RateFacts]) -> None:
    pay = remuneration(done, held)
    lines = [line for person in pay.people for line in person.lines]
    assert pay.cents == sum(line.cents for line in lines) == sum(person.cents for person in pay.people)
    for line in lines:
        parts = {PaidBy.HOUR: 60, PaidBy.ACADEMIC_HOUR: 45}.get(line.measure, 1)
        assert abs(Fraction(line.amount * line.rate_cents, parts) - line.cents) <= Fraction(1, 2)
