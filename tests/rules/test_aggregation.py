"""A unit is reached by its own rule: points, required outcomes, a minimum for each part."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.aggregation import (
    Aggregation,
    Measured,
    SectionMinimum,
    check,
    of,
    read,
    standing,
    unreachable,
    written,
)
from commission_app.rules.vocabulary.scoring import AggregationKind, OutcomeResult, UnitRule, UnitVerdict

MET, NOT_MET, TO_TEST = OutcomeResult.MET, OutcomeResult.NOT_MET, OutcomeResult.TO_TEST
POINTS = Aggregation(AggregationKind.POINTS, points_needed=10_000, required_codes=("A",))
PARTS = Aggregation(AggregationKind.PART_MINIMUM, section_minimums=(SectionMinimum("teorija", 5_000),))


def outcome(code: str, result: OutcomeResult | None, value: int | None, section: str = "") -> Measured:
    return Measured(code, result=result, value=value, maximum=10_000, section=section)


def verdict(rule: Aggregation, *outcomes: Measured) -> tuple[UnitVerdict, list[str]]:
    found = standing(rule, UnitRule.ALL, 100, outcomes)
    return found.unit.verdict, [one.reason for one in found.missing]


def test_enough_points_do_not_replace_a_required_outcome() -> None:
    good, bad = outcome("A", MET, 6_000), outcome("A", NOT_MET, 1_000)
    assert verdict(POINTS, good, outcome("B", NOT_MET, 4_000)) == (UnitVerdict.RECOGNISED, [])
    assert verdict(POINTS, bad, outcome("B", MET, 9_000)) == (UnitVerdict.PARTLY, ["aggregation.outcome_missing"])
    assert verdict(POINTS, good, outcome("B", NOT_MET, 3_999)) == (UnitVerdict.PARTLY, ["aggregation.points_missing"])
    assert verdict(POINTS, good, outcome("B", TO_TEST, None))[0] is UnitVerdict.TEST


def test_every_part_reaches_its_own_minimum() -> None:
    theory, practice = outcome("A", NOT_MET, 4_000, "teorija"), outcome("B", MET, 10_000, "prakse")
    assert verdict(PARTS, theory, practice) == (UnitVerdict.PARTLY, ["aggregation.section_missing"])
    assert verdict(PARTS, replace(theory, value=5_000), practice)[0] is UnitVerdict.RECOGNISED


def test_a_unit_without_outcomes_is_never_reached() -> None:
    for kind in AggregationKind:
        assert verdict(Aggregation(kind))[0] is UnitVerdict.REFUSED


def test_the_provisions_stand_where_nobody_wrote_a_rule() -> None:
    assert written(Aggregation()) == ""
    share = standing(Aggregation(), UnitRule.SHARE, 50, [Measured("A", False, result=MET), Measured("B", False)])
    assert share.unit.verdict is UnitVerdict.RECOGNISED
    assert of(written(POINTS), "") == POINTS
    assert of(written(POINTS), written(PARTS)) == PARTS


@pytest.mark.parametrize("text", ["{", "[]", '{"kind":"luck"}', '{"kind":"all","more":1}', '{"share_percent":true}'])
def test_nonsense_is_not_read(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(text)
    assert refused.value.reason == "aggregation.unreadable"


def test_a_rule_that_nobody_could_fulfil_says_so() -> None:
    reasons = [one.reason for one in unreachable(POINTS, [Measured("B", maximum=9_000)])]
    assert reasons == ["aggregation.no_such_outcome", "aggregation.too_many"]
    with pytest.raises(RefusedError, match="points_needed"):
        check(Aggregation(AggregationKind.POINTS))


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6), st.integers(1, 60_000), st.data())
def test_more_points_never_take_a_unit_away(values: list[int], needed: int, data: st.DataObject) -> None:
    rule = Aggregation(AggregationKind.POINTS, points_needed=needed)
    outcomes = [outcome(str(place), NOT_MET, value) for place, value in enumerate(values)]
    at = data.draw(st.integers(0, len(values) - 1))
    better = [*outcomes[:at], replace(outcomes[at], value=10_000), *outcomes[at + 1 :]]
    if standing(rule, UnitRule.ALL, 100, outcomes).unit.verdict is UnitVerdict.RECOGNISED:
        assert standing(rule, UnitRule.ALL, 100, better).unit.verdict is UnitVerdict.RECOGNISED


@given(st.builds(Aggregation, st.sampled_from(AggregationKind), st.integers(1, 100), st.integers(1, 9_999)))
def test_a_rule_is_read_as_it_was_written(rule: Aggregation) -> None:
    whole = replace(rule, section_minimums=(SectionMinimum("daļa", 1),))
    assert read(written(whole)) == whole
