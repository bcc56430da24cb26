"""Earlier courses against units, n to m: the best allocation, no credit spent twice, whatever the order."""

from fractions import Fraction
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError, refusal
from commission_app.rules.credits import equivalence
from commission_app.rules.credits.equivalence import Demand, Share, Supply, allocate


def course(code: str, value: object, *units: str) -> Supply:
    """An earlier course and what it counts for."""
    return Supply(code, code, Fraction(str(value)), frozenset(units))


def unit(code: str, value: object) -> Demand:
    """A unit and its credits."""
    return Demand(code, code, Fraction(str(value)))


def paid(shares: tuple[Share, ...]) -> dict[str, Fraction]:
    """What each unit got."""
    got: dict[str, Fraction] = {}
    for share in shares:
        got[share.demand_uid] = got.get(share.demand_uid, Fraction(0)) + share.value
    return got


@pytest.mark.parametrize(
    ("supplies", "demands", "expected"),
    [
        # one course pays for one unit; what is left over is not paid out
        ([course("A", 6, "U1")], [unit("U1", 4)], {"U1": 4}),
        # two courses of 3 pay for one unit of 6
        ([course("A", 3, "U1"), course("B", 3, "U1")], [unit("U1", 6)], {"U1": 6}),
        # a course too small pays for nothing, never for a part
        ([course("A", "5.5", "U1")], [unit("U1", 6)], {}),
        # one course of 6 pays for two units of 3
        ([course("A", 6, "U1", "U2")], [unit("U1", 3), unit("U2", 3)], {"U1": 3, "U2": 3}),
        # 6 can pay for U2 (6) or for U1 (4): the larger sum wins
        ([course("A", 6, "U1", "U2")], [unit("U1", 4), unit("U2", 6)], {"U2": 6}),
        # equal sums: the first code wins
        ([course("A", 6, "U1", "U2")], [unit("U2", 6), unit("U1", 6)], {"U1": 6}),
        # three units of 2 beat one of 5
        (
            [course("A", 6, "U1", "U2", "U3", "U4")],
            [unit("U1", 5), unit("U2", 2), unit("U3", 2), unit("U4", 2)],
            {"U2": 2, "U3": 2, "U4": 2},
        ),
        # B must give way: A alone can pay U1, B both; greedy by course would leave U2 unpaid
        ([course("A", 6, "U1"), course("B", 6, "U1", "U2")], [unit("U1", 6), unit("U2", 6)], {"U1": 6, "U2": 6}),
        # nothing counts for anything
        ([course("A", 6)], [unit("U1", 6)], {}),
    ],
    ids=["one", "two for one", "too small", "one for two", "larger", "tie", "three beat one", "gives way", "foreign"],
)
def test_the_best_allocation_wins(supplies: list[Supply], demands: list[Demand], expected: dict[str, int]) -> None:
    assert paid(allocate(supplies, demands)) == expected


def test_where_parts_are_allowed_a_unit_may_be_paid_in_part() -> None:
    shares = allocate([course("A", 5, "U1", "U2")], [unit("U1", 3), unit("U2", 6)], partly=True)
    assert paid(shares) == {"U1": 3, "U2": 2}


def test_the_first_course_by_code_is_spent_first() -> None:
    shares = allocate([course("B", 6, "U1"), course("A", 6, "U1")], [unit("U1", 6)])
    assert shares == (Share("A", "U1", Fraction(6)),)


def test_a_long_list_of_like_units_is_answered_at_once() -> None:
    units = [unit(f"U{n:02}", 3) for n in range(24)]
    shares = allocate([course("A", 30, *(one.uid for one in units))], units)
    assert list(paid(shares)) == [f"U{n:02}" for n in range(10)], "ten of three are thirty; the first by code"


def test_what_is_too_entangled_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(equivalence, "MOST_TRIALS", 3)
    supplies = [course(f"A{n}", 3, "U1", "U2", "U3") for n in range(3)]
    with pytest.raises(RefusedError) as refused:
        allocate(supplies, [unit("U1", 4), unit("U2", 5), unit("U3", 7)])
    codes = ["U1", "U2", "U3"]
    assert refused.value.refusal == refusal("credits.too_entangled", at="counts_for", units=codes, n=3)


CODES = ["U1", "U2", "U3", "U4", "U5"]
amounts = st.integers(1, 12).map(lambda half: Fraction(half, 2))
courses = st.lists(
    st.tuples(amounts, st.frozensets(st.sampled_from(CODES), min_size=1, max_size=4)), min_size=0, max_size=5
).map(lambda rows: [Supply(f"C{n}", f"C{n}", value, units) for n, (value, units) in enumerate(rows)])
units = st.lists(amounts, min_size=1, max_size=5).map(
    lambda values: [Demand(CODES[n], CODES[n], value) for n, value in enumerate(values)]
)


@given(courses, units, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_no_allocation_is_better_and_none_spends_more_than_there_is(
    supplies: list[Supply], demands: list[Demand], chance: "object"
) -> None:
    shares = allocate(supplies, demands)
    got = paid(shares)
    wanted = {one.uid: one.value for one in demands}
    assert all(got[uid] == wanted[uid] for uid in got), "paid whole or not at all"
    for giver in supplies:
        spent = [share for share in shares if share.supply_uid == giver.uid]
        assert sum((share.value for share in spent), Fraction(0)) <= giver.value
        assert all(share.demand_uid in giver.counts_for and share.value > 0 for share in spent)
    best = max(
        (sum((one.value for one in some), Fraction(0)) for some in _subsets(demands) if _payable(supplies, some)),
        default=Fraction(0),
    )
    assert sum(got.values(), Fraction(0)) == best
    mixed_supplies, mixed_demands = list(supplies), list(demands)
    chance.shuffle(mixed_supplies)  # type: ignore[attr-defined]
    chance.shuffle(mixed_demands)  # type: ignore[attr-defined]
    assert allocate(mixed_supplies, mixed_demands) == shares


@given(courses, units, amounts)
def test_another_course_never_lowers_the_sum(supplies: list[Supply], demands: list[Demand], value: Fraction) -> None:
    more = [*supplies, Supply("Z", "Z", value, frozenset(CODES))]
    for partly in (False, True):
        before = sum(paid(allocate(supplies, demands, partly=partly)).values(), Fraction(0))
        assert sum(paid(allocate(more, demands, partly=partly)).values(), Fraction(0)) >= before


def _subsets(demands: list[Demand]) -> "chain[tuple[Demand, ...]]":
    return chain.from_iterable(combinations(demands, n) for n in range(len(demands) + 1))


def _payable(supplies: list[Supply], some: tuple[Demand, ...]) -> bool:
    """By Hall's condition: no part of the units asks for more than the courses that count for it have."""
    return all(
        sum((one.value for one in part), Fraction(0))
        <= sum((giver.value for giver in supplies if giver.counts_for & {one.uid for one in part}), Fraction(0))
        for part in _subsets(list(some))
    )
