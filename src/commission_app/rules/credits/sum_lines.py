"""The lines below the units: the ceiling on the sum, then the rounding of the sum, and what remains to be acquired."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType

from commission_app.errors import RefusedError
from commission_app.rules.credits.inputs import AwardLine, CreditRules, Fact
from commission_app.rules.credits.law import Law
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.scoring import Rounding
from commission_app.rules.vocabulary.standard import CreditUnit


def _before(rules: CreditRules, unit: CreditUnit) -> Credits:
    return rules.recognised_before.convert(unit) if rules.recognised_before is not None else Credits.zero(unit)


def allowance_of(rules: CreditRules, unit: CreditUnit) -> Credits | None:
    """What may still be recognised under the ceiling, or beside the least own study; none without either."""
    percent = percent_of(rules)
    if percent is None:
        return None
    if rules.programme_credits is None:
        raise RefusedError("credits.ceiling_without_programme", at="programme_credits", percent=percent)
    most = rules.programme_credits.value * percent / 100
    return Credits(max(most - _before(rules, unit).value, Fraction(0)), unit)


def percent_of(rules: CreditRules) -> int | None:
    """The share of the programme that may be recognised: the ceiling, or what the least own study leaves."""
    found = []
    if rules.ceiling_percent is not None:
        if not 0 <= rules.ceiling_percent <= 100:
            raise RefusedError("credits.ceiling_range", at="ceiling_percent", percent=rules.ceiling_percent)
        found.append(rules.ceiling_percent)
    if rules.minimum_own_percent is not None:
        if not 0 <= rules.minimum_own_percent <= 100:
            raise RefusedError("credits.own_study_range", at="minimum_own_percent", percent=rules.minimum_own_percent)
        found.append(100 - rules.minimum_own_percent)
    return min(found, default=None)


def ceiling_line(rules: CreditRules, total: Credits, allowance: Credits | None, law: Law) -> AwardLine | None:
    """The one negative line that brings the sum under the ceiling; the units keep their verdicts."""
    if allowance is None or total.value <= allowance.value or rules.programme_credits is None:
        return None
    facts: dict[str, Fact] = {
        "percent": percent_of(rules) or 0,
        "programme_credits": rules.programme_credits.text(),
        "before_credits": _before(rules, total.unit).text(),
        "allowed_credits": allowance.text(),
        "sum_credits": total.text(),
        "unit": total.unit.value,
    }
    # The own study asked for is named where it, and not the ceiling, is the tighter of the two.
    own = rules.ceiling_percent is None or percent_of(rules) != rules.ceiling_percent
    rule, change = ("ceiling.own_study", "change.own_study") if own else ("ceiling.programme", "change.ceiling")
    return _sum_line(LineKind.CEILING, allowance - total, rule, law, facts, change)


def rounding_line(rules: CreditRules, total: Credits, allowance: Credits | None, law: Law) -> AwardLine | None:
    """The line that rounds the sum, never beyond the ceiling."""
    rounded = _rounded(total.value, rules.rounding)
    if allowance is not None:
        rounded = min(rounded, max(allowance.value, total.value))
    if rounded == total.value:
        return None
    facts: dict[str, Fact] = {
        "sum_credits": total.text(),
        "rounded_credits": Credits(rounded, total.unit).text(),
        "unit": total.unit.value,
    }
    rule = f"rounding.{rules.rounding.value}"
    credits = Credits(rounded - total.value, total.unit)
    return _sum_line(LineKind.ROUNDING, credits, rule, law, facts, "change.rounding")


def _sum_line(
    kind: LineKind, credits: Credits, rule: str, law: Law, facts: Mapping[str, Fact], change: str
) -> AwardLine:
    return AwardLine(kind, "", "", "", None, credits, rule, MappingProxyType(facts), law(rule), change)


def _rounded(value: Fraction, rounding: Rounding) -> Fraction:
    match rounding:
        case Rounding.NONE:
            return value
        case Rounding.NEAREST_HALF:
            return Fraction(floor(value * 2 + Fraction(1, 2)), 2)
        case Rounding.UP:
            return Fraction(ceil(value))
        case Rounding.DOWN:
            return Fraction(floor(value))


def remaining(rules: CreditRules, total: Credits) -> Credits | None:
    """What remains of the programme; unknown where its credits are."""
    if rules.programme_credits is None:
        return None
    left = rules.programme_credits.value - _before(rules, total.unit).value - total.value
    return Credits(max(left, Fraction(0)), total.unit)
