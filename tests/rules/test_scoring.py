"""Scoring: agreement of the assessors, reasons owed, units reached."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.scoring import Agreement, OutcomeStanding, agree, needs_reason, unit_reached, unit_standing
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


def outcomes(text: str, mandatory: str = "") -> list[OutcomeStanding]:
    letters = {"+": MET, "~": PARTLY, "-": NOT_MET, "?": TO_TEST, " ": None}
    return [OutcomeStanding(str(n), str(n) in mandatory, 1, letters[sign]) for n, sign in enumerate(text)]


def test_a_unit_without_outcomes_is_never_reached() -> None:
    for rule in UnitRule:
        assert not unit_reached(rule, 1, [])
        assert unit_standing(rule, 1, []).verdict is UnitVerdict.REFUSED


def test_where_no_outcome_is_mandatory_all_are() -> None:
    assert not unit_reached(UnitRule.MANDATORY, 100, outcomes("++-"))
    assert unit_reached(UnitRule.MANDATORY, 100, outcomes("++-", mandatory="01"))


def test_a_share_counts_by_weight() -> None:
    heavy = [OutcomeStanding("1", False, 3, MET), OutcomeStanding("2", False, 1, NOT_MET)]
    assert unit_reached(UnitRule.SHARE, 75, heavy)
    assert not unit_reached(UnitRule.SHARE, 76, heavy)
    weightless = [OutcomeStanding("1", False, 0, MET), OutcomeStanding("2", False, 0, NOT_MET)]
    assert unit_reached(UnitRule.SHARE, 50, weightless)


def test_the_outcomes_still_wanting_are_named() -> None:
    standing = unit_standing(UnitRule.MANDATORY, 100, outcomes("+?-", mandatory="01"))
    assert (standing.verdict, standing.wanting, standing.to_test) == (UnitVerdict.TEST, ("1",), ("1",))


@pytest.mark.parametrize("percent", [0, 101])
def test_a_share_is_between_1_and_100_percent(percent: int) -> None:
    with pytest.raises(RefusedError, match=r"scoring\.share_range"):
        unit_reached(UnitRule.SHARE, percent, outcomes("+"))


@given(
    st.sampled_from(UnitRule),
    st.integers(1, 100),
    st.lists(st.sampled_from("+~-? "), min_size=1, max_size=6).map("".join),
    st.data(),
)
def test_a_met_outcome_never_takes_a_unit_away(rule: UnitRule, percent: int, text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    better = f"{text[:place]}+{text[place + 1 :]}"
    if unit_reached(rule, percent, outcomes(text, mandatory="02")):
        assert unit_reached(rule, percent, outcomes(better, mandatory="02"))
