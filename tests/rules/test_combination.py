"""Several assessors' scores become one proposal, whoever sits where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.combination import Given, combine, one_sided, rank
from commission_app.rules.scales import Scale, judged, least_met, typed
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.scoring import CombinationKind, OutcomeResult, ScaleKind

MET, PARTLY, NOT_MET, TO_TEST = OutcomeResult.MET, OutcomeResult.PARTLY, OutcomeResult.NOT_MET, OutcomeResult.TO_TEST
scores = st.lists(st.sampled_from(OutcomeResult).map(Given), min_size=1, max_size=6)


@given(st.sampled_from(CombinationKind), scores, st.randoms(use_true_random=False))
def test_who_sits_where_never_matters(kind: CombinationKind, given: list[Given], random: object) -> None:
    turned = list(given)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert combine(kind, turned) == combine(kind, given)


@given(scores)
def test_the_lower_is_never_above_the_median_nor_the_median_above_the_highest(given: list[Given]) -> None:
    lower, median = combine(CombinationKind.LOWER, given).given, combine(CombinationKind.MEDIAN, given).given
    assert lower is not None
    assert median is not None
    assert rank(lower.result) <= rank(median.result) <= max(rank(score.result) for score in given)


def test_of_an_even_number_the_lower_middle_counts_and_consensus_proposes_nothing() -> None:
    given = [Given(MET), Given(PARTLY), Given(NOT_MET), Given(MET)]
    assert combine(CombinationKind.MEDIAN, given).given == Given(PARTLY)
    assert combine(CombinationKind.CONSENSUS, given).why.reason == "combination.talk"
    assert combine(CombinationKind.LOWER, [Given(MET), None]).given is None


def test_a_side_that_is_missing_is_named() -> None:
    assert [one.reason for one in one_sided([Side.SCHOOL, Side.STUDENTS])] == ["assessor.no_work_side"]
    assert not one_sided([Side.SCHOOL, Side.EMPLOYERS])


@pytest.mark.parametrize(
    ("scale", "text", "maximum", "result"),
    [
        (Scale(ScaleKind.MARK, 5), "5", None, MET),
        (Scale(ScaleKind.MARK, 5), "4", None, PARTLY),
        (Scale(ScaleKind.MARK, 5), "3", None, NOT_MET),
        (Scale(ScaleKind.POINTS), "7,5", 12500, MET),
        (Scale(ScaleKind.POINTS), "7.499", 12500, PARTLY),
        (Scale(ScaleKind.POINTS), "4,999", 12500, NOT_MET),
        (Scale(ScaleKind.DIGCOMP), "6", 5000, MET),
        (Scale(ScaleKind.DIGCOMP), "4", 5000, PARTLY),
        (Scale(ScaleKind.DIGCOMP), "3", 5000, NOT_MET),
    ],
)
def test_a_value_comes_to_a_result(scale: Scale, text: str, maximum: int | None, result: OutcomeResult) -> None:
    assert judged(scale, typed(scale, text, maximum), maximum).result is result


@pytest.mark.parametrize(
    ("kind", "text", "maximum", "reason"),
    [
        (ScaleKind.MARK, "11", None, "scale.mark_range"),
        (ScaleKind.MARK, "5,5", None, "scale.mark_range"),
        (ScaleKind.DIGCOMP, "0", 5000, "scale.level_range"),
        (ScaleKind.DIGCOMP, "5", None, "scale.no_wanted_level"),
        (ScaleKind.POINTS, "13", 12500, "scale.points_range"),
        (ScaleKind.POINTS, "-1", 12500, "scale.points_range"),
        (ScaleKind.POINTS, "1", None, "scale.no_maximum"),
        (ScaleKind.POINTS, "1,0001", 12500, "scale.too_fine"),
        (ScaleKind.POINTS, "daudz", 12500, "number.unreadable"),
        (ScaleKind.RESULT, "5", None, "scale.no_values"),
    ],
)
def test_a_value_off_the_scale_is_refused(kind: ScaleKind, text: str, maximum: int | None, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        typed(Scale(kind), text, maximum)
    assert refused.value.reason == reason


@given(st.integers(1, 100_000), st.integers(1, 100))
def test_the_least_value_that_is_met_is_met_and_one_less_is_not(maximum: int, percent: int) -> None:
    scale = Scale(ScaleKind.POINTS, met_percent=percent, partly_percent=0)
    least = least_met(scale, maximum)
    assert least is not None
    assert judged(scale, least, maximum).result is MET
    assert judged(scale, least - 1, maximum).result is not MET


@pytest.mark.parametrize("kind", CombinationKind)
def test_without_assessors_nothing_is_proposed_and_nobody_is_missing(kind: CombinationKind) -> None:
    said = combine(kind, [])
    assert (said.given, said.diverges, said.complete, said.why.reason) == (None, False, False, "combination.nobody")
