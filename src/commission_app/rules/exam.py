"""The qualification exam: points of both parts, the exam's own scale of marks, and who passed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from commission_app.errors import RefusedError
from commission_app.rules.quantities import MARKS, check_mark
from commission_app.rules.vocabulary.exam import ExamPart, RepeatRule
from commission_app.rules.vocabulary.scoring import ExamStatus

Points: TypeAlias = int | Decimal
Leasts: TypeAlias = tuple[int | None, int | None]
"""The least points of theory and of practice, where the exam programme sets them."""


@dataclass(frozen=True, slots=True)
class ExamScale:
    """The table of one exam programme that turns points into marks; there is no national formula."""

    rows: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, rows: Mapping[int, int]) -> "ExamScale":
        """The scale from mark to least points; marks of the 10-point scale, points rising with them."""
        if not rows:
            raise RefusedError("exam.scale_empty", at="scale")
        ordered = tuple(sorted(rows.items()))
        for mark, points in ordered:
            check_mark(mark, at="scale")
            if points < 0:
                raise RefusedError("exam.scale_falls", at="scale", mark=mark, points=points)
        for (_, lower), (mark, higher) in pairwise(ordered):
            if higher <= lower:
                raise RefusedError("exam.scale_falls", at="scale", mark=mark, points=higher)
        return cls(ordered)

    def mark_for(self, points: Points) -> int:
        """The highest mark whose least points are reached; below the table it is 1."""
        return max((mark for mark, least in self.rows if points >= least), default=MARKS.start)

    def check_reachable(self, maximum: Points) -> None:
        """Refuses a scale whose best mark nobody could reach with the points of the exam."""
        mark, least = self.rows[-1]
        if least > maximum:
            raise RefusedError("exam.scale_unreachable", at="scale", mark=mark, points=least, maximum=maximum)


@dataclass(frozen=True, slots=True)
class ExamResult:
    """What the protocol writes for one examinee; who did not sit the exam to its end has no mark."""

    total: Decimal | None
    mark: int | None
    passed: bool


def exam_result(
    theory: Points | None,
    practice: Points | None,
    theory_max: Points,
    practice_max: Points,
    scale: ExamScale,
    pass_mark: int,
    status: ExamStatus = ExamStatus.SAT,
    least: Leasts = (None, None),
) -> ExamResult:
    """The total, the mark and whether the exam is passed; points beyond a part's maximum are refused.

    Where the exam programme asks for a least number of points in each part, whoever stays below it in one has a mark
    below the pass mark, whatever the total.
    """
    check_mark(pass_mark, at="pass_mark")
    if status is not ExamStatus.SAT:
        return ExamResult(None, None, False)
    total = _points(theory, theory_max, ExamPart.THEORY) + _points(practice, practice_max, ExamPart.PRACTICE)
    mark = scale.mark_for(total)
    if below(theory, practice, least):
        mark = min(mark, max(pass_mark - 1, MARKS.start))
    return ExamResult(total, mark, mark >= pass_mark)


def below(theory: Points | None, practice: Points | None, least: Leasts) -> tuple[ExamPart, ...]:
    """The parts in which the least number of points is not reached."""
    parts = zip(ExamPart, (theory, practice), least, strict=True)
    return tuple(part for part, points, wanted in parts if wanted is not None and (points or 0) < wanted)


def part_to_keep(theory: Points | None, practice: Points | None, least: Leasts, rule: RepeatRule) -> ExamPart | None:
    """The part that need not be sat again: only by the rule, and only where exactly the other was not passed."""
    failed = below(theory, practice, least)
    if rule is not RepeatRule.FAILED_PART or None in least or len(failed) != 1:
        return None
    return ExamPart.PRACTICE if failed[0] is ExamPart.THEORY else ExamPart.THEORY


def check_leasts(least: Leasts, theory_max: Points, practice_max: Points) -> None:
    """Refuses a least number of points below one or above what the part gives."""
    for part, wanted, maximum in zip(ExamPart, least, (theory_max, practice_max), strict=True):
        if wanted is not None and not 1 <= wanted <= maximum:
            raise RefusedError("exam.least_absurd", at=f"{part}_least", part=part, points=wanted, maximum=maximum)


def _points(points: Points | None, maximum: Points, part: ExamPart) -> Decimal:
    if points is None:
        raise RefusedError("exam.points_missing", at=part.value, part=part)
    if points < 0:
        raise RefusedError("exam.points_negative", at=part.value, part=part, points=points)
    if points > maximum:
        raise RefusedError("exam.points_over", at=part.value, part=part, points=points, maximum=maximum)
    return Decimal(points)
