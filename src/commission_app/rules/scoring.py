"""Measuring outcomes: when assessors agree, when a reason is owed, and when a unit counts as reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitRule, UnitVerdict


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the assessors' results for one outcome come to before they have talked."""

    result: OutcomeResult | None
    diverges: bool
    complete: bool


@dataclass(frozen=True, slots=True)
class OutcomeStanding:
    """One outcome of a unit as it was scored; no result counts as not met."""

    code: str
    mandatory: bool
    weight: int
    result: OutcomeResult | None


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """How far a unit is reached: its verdict, the share of the weight, and the outcomes still wanting."""

    verdict: UnitVerdict
    share: Fraction
    wanting: tuple[str, ...]
    to_test: tuple[str, ...]


def agree(results: Sequence[OutcomeResult | None]) -> Agreement:
    """The common result, if all assessors have scored and say the same; otherwise they must agree on one."""
    given = {result for result in results if result is not None}
    complete = bool(results) and None not in results
    agreed = next(iter(given)) if complete and len(given) == 1 else None
    return Agreement(agreed, len(given) > 1, complete)


def needs_reason(result: OutcomeResult | None) -> bool:
    """Whether a result is given only with its reason: whatever falls short of met owes one."""
    return result in (OutcomeResult.NOT_MET, OutcomeResult.PARTLY)


def check_share(percent: int) -> None:
    """A share rule asks for 1 to 100 percent."""
    if not 1 <= percent <= 100:
        raise RefusedError("scoring.share_range", at="share_percent", percent=percent)


def unit_reached(rule: UnitRule, share_percent: int, outcomes: Sequence[OutcomeStanding]) -> bool:
    """Whether the met outcomes reach the unit under the rule; a unit without outcomes never is."""
    return _reached(rule, share_percent, outcomes, frozenset({OutcomeResult.MET}))


def unit_standing(rule: UnitRule, share_percent: int, outcomes: Sequence[OutcomeStanding]) -> UnitStanding:
    """The verdict the rules propose for a unit, with what would still be needed."""
    met, hoped = frozenset({OutcomeResult.MET}), frozenset({OutcomeResult.MET, OutcomeResult.TO_TEST})
    share = _share(outcomes, met)
    asked = [outcome for outcome in outcomes if outcome.result not in met and _asked(rule, outcome, outcomes)]
    wanting = tuple(outcome.code for outcome in asked)
    to_test = tuple(outcome.code for outcome in asked if outcome.result is OutcomeResult.TO_TEST)
    if _reached(rule, share_percent, outcomes, met):
        return UnitStanding(UnitVerdict.RECOGNISED, share, (), ())
    if _reached(rule, share_percent, outcomes, hoped):
        return UnitStanding(UnitVerdict.TEST, share, wanting, to_test)
    return UnitStanding(UnitVerdict.PARTLY if share else UnitVerdict.REFUSED, share, wanting, to_test)


def _reached(
    rule: UnitRule, share_percent: int, outcomes: Sequence[OutcomeStanding], counting: frozenset[OutcomeResult]
) -> bool:
    if not outcomes:
        return False
    check_share(share_percent)
    if any(outcome.result not in counting for outcome in outcomes if _needed(rule, outcome, outcomes)):
        return False
    return rule is not UnitRule.SHARE or _share(outcomes, counting) * 100 >= share_percent


def _needed(rule: UnitRule, outcome: OutcomeStanding, outcomes: Sequence[OutcomeStanding]) -> bool:
    """Whether the unit cannot be reached without this outcome."""
    if rule is UnitRule.ALL or outcome.mandatory:
        return True
    return rule is UnitRule.MANDATORY and not any(other.mandatory for other in outcomes)


def _asked(rule: UnitRule, outcome: OutcomeStanding, outcomes: Sequence[OutcomeStanding]) -> bool:
    """Whether reaching this outcome brings the unit nearer."""
    return rule is UnitRule.SHARE or _needed(rule, outcome, outcomes)


def _share(outcomes: Sequence[OutcomeStanding], counting: frozenset[OutcomeResult]) -> Fraction:
    """The share of the weight that counts; outcomes nobody weighted weigh the same."""
    weighted = any(outcome.weight for outcome in outcomes)
    total = sum(outcome.weight if weighted else 1 for outcome in outcomes)
    counted = sum(outcome.weight if weighted else 1 for outcome in outcomes if outcome.result in counting)
    return Fraction(counted, total) if total else Fraction(0)
