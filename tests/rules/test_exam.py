"""The qualification exam and its own scale of marks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.exam import ExamScale, exam_result
from commission_app.rules.vocabulary.scoring import ExamStatus

SCALE = ExamScale.of({1: 0, 2: 20, 3: 35, 4: 50, 5: 60, 6: 67, 7: 75, 8: 83, 9: 91, 10: 97})


@pytest.mark.parametrize(
    ("theory", "practice", "mark", "passed"),
    [(0, 0, 1, False), (20, 39, 4, False), (20, 40, 5, True), (40, 60, 10, True), (Decimal("19.5"), 40, 4, False)],
)
def test_points_of_both_parts_make_the_mark(theory: int, practice: int, mark: int, passed: bool) -> None:
    result = exam_result(theory, practice, 40, 60, SCALE, 5)
    assert (result.mark, result.passed, result.total) == (mark, passed, Decimal(theory) + practice)


@pytest.mark.parametrize("status", [ExamStatus.ABSENT, ExamStatus.EXPELLED, ExamStatus.ENTERED])
def test_who_did_not_sit_the_exam_has_no_mark(status: ExamStatus) -> None:
    result = exam_result(None, None, 40, 60, SCALE, 5, status)
    assert (result.total, result.mark, result.passed) == (None, None, False)


@pytest.mark.parametrize(
    ("theory", "practice", "reason", "field"),
    [
        (41, 10, "exam.points_over", "theory"),
        (10, Decimal("60.5"), "exam.points_over", "practice"),
        (-1, 10, "exam.points_negative", "theory"),
        (10, None, "exam.points_missing", "practice"),
    ],
)
def test_impossible_points_are_refused_at_their_field(
    theory: int, practice: int | None, reason: str, field: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        exam_result(theory, practice, 40, 60, SCALE, 5)
    assert (refused.value.reason, refused.value.refusal.field) == (reason, field)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ({}, "exam.scale_empty"),
        ({0: 0, 5: 10}, "mark.out_of_scale"),
        ({5: 10, 11: 20}, "mark.out_of_scale"),
        ({4: 20, 5: 20}, "exam.scale_falls"),
        ({4: 20, 5: 10}, "exam.scale_falls"),
        ({4: -1, 5: 10}, "exam.scale_falls"),
    ],
)
def test_a_scale_rises_within_ten_marks(rows: dict[int, int], reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        ExamScale.of(rows)
    assert refused.value.reason == reason


def test_the_best_mark_can_be_reached() -> None:
    SCALE.check_reachable(97)
    with pytest.raises(RefusedError, match=r"exam\.scale_unreachable"):
        SCALE.check_reachable(96)


@given(st.integers(0, 100), st.integers(0, 100))
def test_more_points_never_give_a_lower_mark(points: int, more: int) -> None:
    assert SCALE.mark_for(points + more) >= SCALE.mark_for(points)


@given(st.sampled_from(range(1, 11)))
def test_each_mark_begins_at_its_least_points(mark: int) -> None:
    least = dict(SCALE.rows)[mark]
    assert SCALE.mark_for(least) == mark
    assert SCALE.mark_for(Decimal(least) - Decimal("0.01")) == max(mark - 1, 1)
