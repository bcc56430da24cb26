"""How the scores of several assessors become one proposal: they agree, the lower counts, or the middle one."""

from collections.abc import Sequence
from dataclasses import dataclass

from commission_app.errors import Refusal, refusal
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.scoring import CombinationKind, OutcomeResult

_RANK = (OutcomeResult.NOT_MET, OutcomeResult.PARTLY, OutcomeResult.TO_TEST, OutcomeResult.MET)
"""From the least to the most: a test still to come is better than a part and less than met."""

_WORKING_LIFE = (Side.EMPLOYERS, Side.TRADE_UNION)


@dataclass(frozen=True, slots=True)
class Given:
    """What one assessor gave; a value only on a scale that has values."""

    result: OutcomeResult
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Combined:
    """The proposal for the agreed result with its reason; none while somebody has not scored, or must talk first."""

    given: Given | None
    diverges: bool
    complete: bool
    why: Refusal


def combine(kind: CombinationKind, scores: Sequence[Given | None]) -> Combined:
    """The proposal from the scores of all assessors; who sits where never matters."""
    given = sorted((score for score in scores if score is not None), key=_order)
    complete = bool(scores) and len(given) == len(scores)
    diverges = len(set(given)) > 1
    if not scores:
        return Combined(None, False, False, refusal("combination.nobody"))
    if not complete:
        return Combined(None, diverges, False, refusal("combination.incomplete", missing=len(scores) - len(given)))
    if not diverges:
        return Combined(given[0], False, True, refusal("combination.alike"))
    match kind:
        case CombinationKind.LOWER:
            return Combined(given[0], True, True, refusal("combination.lower"))
        case CombinationKind.MEDIAN:
            return Combined(given[(len(given) - 1) // 2], True, True, refusal("combination.median"))
        case _:
            return Combined(None, True, True, refusal("combination.talk"))


def rank(result: OutcomeResult) -> int:
    """Where a result stands on the ordered scale, from the least."""
    return _RANK.index(result)


def lacking_assessors(sides: Sequence[Side], minimum: int) -> tuple[Refusal, ...]:
    """What stands against agreeing: fewer assessors than the rules ask for."""
    if len(sides) >= max(minimum, 1):
        return ()
    return (refusal("assessor.too_few", seated=len(sides), minimum=max(minimum, 1)),)


def one_sided(sides: Sequence[Side]) -> tuple[Refusal, ...]:
    """A warning where education and working life do not both measure; it stops nothing."""
    found = list[Refusal]()
    if not any(side is Side.SCHOOL for side in sides):
        found.append(refusal("assessor.no_school_side"))
    if not any(side in _WORKING_LIFE for side in sides):
        found.append(refusal("assessor.no_work_side"))
    return tuple(found)


def _order(score: Given) -> tuple[int, int]:
    return rank(score.result), -1 if score.value is None else score.value
