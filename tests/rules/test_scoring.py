"""Scoring: agreement of the assessors, reasons owed, units reached."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.aggregation import Measured
from commission_app.rules.scoring import Agreement, UnitStanding, agree, needs_reason, unit_standing
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitRule, UnitVerdict

MET, PARTLY, NOT_MET, TO_TEST = OutcomeResult.MET, OutcomeResult.PARTLY, OutcomeResult.NOT_MET, OutcomeResult.TO_TEST


@pytest.mark.parametrize(
    ("results", "agreement"),
    [
        ([MET, MET], Agreement(MET, False, True)),
        ([MET, PARTLY], Agreement(None, True, True)),
        ([MET, None], Agreement(None, False, False)),
        ([MET, None, PARTLY], Agreement(None, True, False)),
        ([TO_TEST], Agreement(TO_TEST, False, True)),
        ([None, None], Agreement(None, False, False)),
        ([], Agreement(None, False, False)),
    ],
)
def test_two_assessors_agree_or_must_talk(results: list[OutcomeResult | None], agreement: Agreement) -> None:
    assert agree(results) == agreement


@given(st.lists(st.one_of(st.none(), st.sampled_from(OutcomeResult)), max_size=5), st.randoms(use_true_random=False))
def test_it_does_not_matter_who_scored_first(results: list[OutcomeResult | None], random: object) -> None:
    turned = list(results)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert agree(turned) == agree(results)


def test_whatever_falls_short_owes_a_reason() -> None:
    assert [result for result in OutcomeResult if needs_reason(result)] == [PARTLY, NOT_MET]
    assert not needs_reason(None)


def standing(rule: UnitRule, percent: int, text: str, mandatory: str = "", weights: str = "") -> UnitStanding:
    """A letter an outcome: + met, ~ partly, - not met, ? to be tested, space not scored; each weighs 1 unless told."""
    letters = {"+": MET, "~": PARTLY, "-": NOT_MET, "?": TO_TEST, " ": None}
    weighed = [int(digit) for digit in weights] or [1] * len(text)
    outcomes = [Measured(str(n), str(n) in mandatory, weight) for n, weight in enumerate(weighed)]
    return unit_standing(rule, percent, outcomes, [letters[sign] for sign in text])


def reached(rule: UnitRule, percent: int, text: str, mandatory: str = "", weights: str = "") -> bool:
    return standing(rule, percent, text, mandatory, weights).verdict is UnitVerdict.RECOGNISED


def test_a_unit_without_outcomes_is_never_reached() -> None:
    for rule in UnitRule:
        assert standing(rule, 1, "") == UnitStanding(UnitVerdict.REFUSED, 0, 0)
        assert (standing(rule, 1, "").share, standing(rule, 1, "").percent) == (0, 0)


def test_where_no_outcome_is_mandatory_all_are() -> None:
    assert not reached(UnitRule.MANDATORY, 100, "++-")
    assert reached(UnitRule.MANDATORY, 100, "++-", mandatory="01")


def test_a_share_counts_by_weight() -> None:
    assert reached(UnitRule.SHARE, 75, "+-", weights="31")
    assert not reached(UnitRule.SHARE, 76, "+-", weights="31")
    assert standing(UnitRule.SHARE, 76, "+-", weights="31").percent == 75
    assert reached(UnitRule.SHARE, 50, "+-", weights="00"), "outcomes nobody weighted weigh the same"


def test_the_outcomes_still_wanting_are_named() -> None:
    found = standing(UnitRule.MANDATORY, 100, "+?-", mandatory="01")
    assert (found.verdict, found.wanting, found.to_test) == (UnitVerdict.TEST, ("1",), ("1",))
    found = standing(UnitRule.SHARE, 100, "+?-", mandatory="01")
    assert (found.verdict, found.wanting, found.to_test) == (UnitVerdict.PARTLY, ("1", "2"), ("1",))


def test_a_test_is_ordered_only_where_it_could_help() -> None:
    assert standing(UnitRule.ALL, 100, "+?").verdict is UnitVerdict.TEST
    assert standing(UnitRule.ALL, 100, "-?").verdict is UnitVerdict.REFUSED
    assert standing(UnitRule.SHARE, 60, "+?---", weights="22111").verdict is UnitVerdict.PARTLY
    assert standing(UnitRule.SHARE, 57, "+?---", weights="22111").verdict is UnitVerdict.TEST


@pytest.mark.parametrize("percent", [0, 101])
def test_a_share_is_between_1_and_100_percent(percent: int) -> None:
    with pytest.raises(RefusedError, match=r"scoring\.share_range"):
        reached(UnitRule.SHARE, percent, "+")


@given(
    st.sampled_from(UnitRule),
    st.integers(1, 100),
    st.lists(st.sampled_from("+~-? "), min_size=1, max_size=6).map("".join),
    st.data(),
)
def test_a_met_outcome_never_takes_a_unit_away(rule: UnitRule, percent: int, text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    better = f"{text[:place]}+{text[place + 1 :]}"
    if reached(rule, percent, text, mandatory="02"):
        assert reached(rule, percent, better, mandatory="02")
