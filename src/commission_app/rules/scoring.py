"""Measuring outcomes: when assessors agree, when a reason is owed, and when a unit counts as reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple, Protocol

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitRule, UnitVerdict

# An enum is slow to ask for its members, and every outcome of an award asks.
_MET, _TO_TEST = OutcomeResult.MET, OutcomeResult.TO_TEST
_ALL, _MANDATORY, _SHARE = UnitRule.ALL, UnitRule.MANDATORY, UnitRule.SHARE
_RECOGNISED, _PARTLY = UnitVerdict.RECOGNISED, UnitVerdict.PARTLY
_TEST, _REFUSED = UnitVerdict.TEST, UnitVerdict.REFUSED


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the assessors' results for one outcome come to before they have talked."""

    result: OutcomeResult | None
    diverges: bool
    complete: bool


class Asked(Protocol):
    """One outcome of a unit as the rule looks at it."""

    @property
    def code(self) -> str:
        """What it is called by."""

    @property
    def mandatory(self) -> bool:
        """Whether the unit cannot do without it."""

    @property
    def weight(self) -> int:
        """How much it counts in a share."""


class UnitStanding(NamedTuple):
    """How far a unit is reached: its verdict, what counts of the whole weight, and the outcomes still wanting."""

    verdict: UnitVerdict
    counted: int
    whole: int
    wanting: tuple[str, ...] = ()
    to_test: tuple[str, ...] = ()

    @property
    def share(self) -> Fraction:
        """The share of the weight that counts."""
        return Fraction(self.counted, self.whole) if self.whole else Fraction(0)

    @property
    def percent(self) -> int:
        """The share in full percents."""
        return self.counted * 100 // self.whole if self.whole else 0


ALL_MET = UnitStanding(_RECOGNISED, 1, 1)
"""The whole weight counts, however it is spread: the unit is reached under every rule."""


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


def unit_standing(
    rule: UnitRule, share_percent: int, outcomes: Sequence[Asked], results: Sequence[OutcomeResult | None]
) -> UnitStanding:
    """The verdict the rules propose for a unit, with what is still needed; the results in the order of the outcomes."""
    if not outcomes:
        return UnitStanding(_REFUSED, 0, 0)
    check_share(share_percent)
    if results.count(_MET) == len(outcomes):
        return ALL_MET
    # Under a share every further outcome brings the unit nearer; otherwise only those it cannot do without.
    by_share = rule is _SHARE
    all_needed = rule is _ALL or (rule is _MANDATORY and not any(one.mandatory for one in outcomes))
    weights = _weights(outcomes)
    counted = hoped = 0
    lacking = hopeless = False
    wanting: list[str] = []
    to_test: list[str] = []
    for one, result, weight in zip(outcomes, results, weights, strict=True):
        if result is _MET:
            counted += weight
            continue
        needed, tested = all_needed or one.mandatory, result is _TO_TEST
        lacking = lacking or needed
        hopeless = hopeless or (needed and not tested)
        if tested:
            hoped += weight
        if needed or by_share:
            wanting.append(one.code)
            if tested:
                to_test.append(one.code)
    whole = sum(weights)
    least = share_percent * whole if by_share else 0
    if not lacking and counted * 100 >= least:
        return UnitStanding(_RECOGNISED, counted, whole)
    helped = not hopeless and (counted + hoped) * 100 >= least  # by a test of what is still to be tested
    otherwise = _PARTLY if counted else _REFUSED
    return UnitStanding(_TEST if helped else otherwise, counted, whole, tuple(wanting), tuple(to_test))


def _weights(outcomes: Sequence[Asked]) -> list[int]:
    """What each outcome weighs; outcomes nobody weighted weigh the same."""
    weights = [one.weight for one in outcomes]
    return weights if any(weights) else [1] * len(weights)
