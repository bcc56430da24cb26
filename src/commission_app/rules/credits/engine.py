"""The computation of an award, engine 1: unit by unit, then the ceiling on the sum, then the rounding of the sum."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType

from commission_app.errors import RefusedError
from commission_app.rules import aggregation
from commission_app.rules.aggregation import Aggregation, Measured
from commission_app.rules.collation import sort_key
from commission_app.rules.credits.inputs import Award, AwardInput, AwardLine, CreditRules, Fact, UnitInput
from commission_app.rules.quantities import Credits
from commission_app.rules.scales import as_points
from commission_app.rules.scoring import OutcomeStanding, UnitStanding
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.scoring import AggregationKind, OutcomeResult, Rounding, UnitRule, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit

ENGINE = 1

_RULE_KEYS = {UnitRule.ALL: "unit.all", UnitRule.MANDATORY: "unit.mandatory", UnitRule.SHARE: "unit.share"}


def compute(given: AwardInput) -> Award:
    """The award for the results given, line by line, each with its rule and legal reference."""
    _check_once(given)
    _check_departures(given)
    unit = _common_unit(given)
    ordered = sorted(given.units, key=lambda one: (sort_key(one.code), one.uid))
    lines = [_unit_line(given, one, unit) for one in ordered]
    allowance = _allowance(given.rules, unit)
    for further in (_ceiling_line, _rounding_line):
        line = further(given.rules, _sum(lines, unit), allowance)
        if line is not None:
            lines.append(line)
    total = _sum(lines, unit)
    return Award(ENGINE, tuple(lines), total, _remaining(given.rules, total))


ENGINES: dict[int, Callable[[AwardInput], Award]] = {ENGINE: compute}


def _check_once(given: AwardInput) -> None:
    """A unit asked for twice would be paid twice."""
    seen = set[str]()
    for one in given.units:
        if one.uid in seen:
            raise RefusedError("credits.unit_twice", unit=one.code)
        seen.add(one.uid)


def _check_departures(given: AwardInput) -> None:
    """The commission departs only for units asked for, and never past a rule that bars the unit."""
    asked = {one.uid: one for one in given.units}
    for uid, verdict in given.departures.items():
        if uid not in asked:
            raise RefusedError("credits.departure_foreign", at="verdict", unit=uid)
        code = asked[uid].code
        if verdict is UnitVerdict.PARTLY and not given.rules.allow_partial:
            raise RefusedError("credits.departure_part", at="verdict", unit=code)
        if verdict is not UnitVerdict.REFUSED and _barred(given, asked[uid]) is not None:
            raise RefusedError("credits.departure_barred", at="verdict", unit=code)


def _common_unit(given: AwardInput) -> CreditUnit:
    """The unit of the sum: the programme's, or the units' own; KP beside ECTS are summed in ECTS."""
    if given.rules.programme_credits is not None:
        return given.rules.programme_credits.unit
    found = {one.credits.unit for one in given.units if one.credits is not None}
    if len(found) == 1:
        return found.pop()
    if found <= {CreditUnit.KP, CreditUnit.ECTS}:
        return CreditUnit.ECTS
    first, second, *_ = sorted(found)
    raise RefusedError("credits.mixed_units", unit=first, other=second)


def _sum(lines: list[AwardLine], unit: CreditUnit) -> Credits:
    return sum((line.credits for line in lines), Credits.zero(unit))


def _unit_line(given: AwardInput, one: UnitInput, unit: CreditUnit) -> AwardLine:
    barred = _barred(given, one)
    if barred is not None:
        rule, change = barred
        return _line(given.rules, one, UnitVerdict.REFUSED, Credits.zero(unit), rule, {}, change, {})
    worth = one.credits.convert(unit) if one.credits is not None else Credits.zero(unit)
    outcomes = _outcomes(given, one)
    standing = _standing(given, one)
    verdict, credits = _paid(given.rules, standing, worth)
    decided = given.departures.get(one.uid, verdict)
    if decided is not verdict:
        return _departure(given, one, decided, worth)
    partly = verdict is UnitVerdict.PARTLY or (verdict is UnitVerdict.TEST and credits.value > 0)
    rules = _own_rules(given.rules, one.aggregation)
    figures = {**_figures(rules, outcomes, standing), **_points(given, one)}
    rule = "unit.part" if partly else _rule_key(rules, one.aggregation)
    change, facts = _change(rules, verdict, standing)
    return _line(given.rules, one, verdict, credits, rule, figures, change, facts)


def _standing(given: AwardInput, one: UnitInput) -> UnitStanding:
    """How far the unit is reached: by its own rule, or by the provisions in force."""
    return aggregation.standing(
        one.aggregation, given.rules.unit_rule, given.rules.share_percent, _measured(given, one)
    ).unit


def _measured(given: AwardInput, one: UnitInput) -> list[Measured]:
    ordered = sorted(one.outcomes, key=lambda outcome: (sort_key(outcome.code), outcome.uid))
    return [
        Measured(
            row.code,
            row.mandatory,
            row.weight,
            given.results.get(row.uid),
            given.values.get(row.uid),
            row.maximum,
            row.section,
        )
        for row in ordered
    ]


def _own_rules(rules: CreditRules, own: Aggregation) -> CreditRules:
    """The rules with the unit's own way of being reached, for the figures and what would change them."""
    unit_rule = aggregation.UNIT_RULES.get(own.kind, rules.unit_rule)
    share = own.share_percent if own.kind is AggregationKind.SHARE else rules.share_percent
    return replace(rules, unit_rule=unit_rule, share_percent=share)


def _rule_key(rules: CreditRules, own: Aggregation) -> str:
    match own.kind:
        case AggregationKind.POINTS:
            return "unit.points"
        case AggregationKind.PART_MINIMUM:
            return "unit.part_minimum"
        case _:
            return "unit.required" if own.required_codes else _RULE_KEYS[rules.unit_rule]


def _points(given: AwardInput, one: UnitInput) -> dict[str, Fact]:
    """The figures of a rule that counts points or names outcomes; a plain one has none, so old awards stay alike."""
    own = one.aggregation
    if own == Aggregation():
        return {}
    measured = _measured(given, one)
    return {
        "points": str(as_points(sum(row.points() for row in measured))),
        "needed": str(as_points(own.points_needed)),
        "parts": ", ".join(f"{part.section}: {as_points(part.points)}" for part in own.section_minimums),
        "required": ", ".join(own.required_codes),
    }


def _departure(given: AwardInput, one: UnitInput, decided: UnitVerdict, worth: Credits) -> AwardLine:
    """The line of a unit on which the commission decides otherwise; its own reason stands in the decision."""
    outcomes = _outcomes(given, one)
    standing = _standing(given, one)
    part = worth.value * standing.share
    value = {UnitVerdict.RECOGNISED: worth.value, UnitVerdict.PARTLY: part}.get(decided, Fraction(0))
    figures = _figures(given.rules, outcomes, standing)
    credits = Credits(value, worth.unit)
    return _line(given.rules, one, decided, credits, "commission.departure", figures, "change.nothing", {})


def _barred(given: AwardInput, one: UnitInput) -> tuple[str, str] | None:
    """The rule that forbids recognising a unit whatever its outcomes, and what would change it."""
    if given.rules.accredited_only and not given.rules.accredited:
        return "programme.not_accredited", "change.accreditation"
    if one.final_examination:
        return "unit.final_examination", "change.sit_examination"
    if one.uid in given.already_recognised:
        return "unit.recognised_before", "change.never"
    if not one.recognisable:
        return "unit.not_recognisable", "change.recognisable"
    if not one.outcomes:
        return "unit.no_outcomes", "change.describe_outcomes"
    return None


def _outcomes(given: AwardInput, one: UnitInput) -> tuple[OutcomeStanding, ...]:
    ordered = sorted(one.outcomes, key=lambda outcome: (sort_key(outcome.code), outcome.uid))
    return tuple(
        OutcomeStanding(outcome.code, outcome.mandatory, outcome.weight, given.results.get(outcome.uid))
        for outcome in ordered
    )


def _paid(rules: CreditRules, standing: UnitStanding, worth: Credits) -> tuple[UnitVerdict, Credits]:
    """What a unit's standing is worth; a part only where the rules allow parts."""
    if standing.verdict is UnitVerdict.RECOGNISED:
        return standing.verdict, worth
    part = Credits(worth.value * standing.share if rules.allow_partial else Fraction(0), worth.unit)
    if standing.verdict is UnitVerdict.PARTLY and not rules.allow_partial:
        return UnitVerdict.REFUSED, part
    return standing.verdict, part


def _figures(rules: CreditRules, outcomes: tuple[OutcomeStanding, ...], standing: UnitStanding) -> dict[str, Fact]:
    mandatory = [outcome for outcome in outcomes if outcome.mandatory]
    return {
        "met": sum(outcome.result is OutcomeResult.MET for outcome in outcomes),
        "outcomes": len(outcomes),
        "mandatory_met": sum(outcome.result is OutcomeResult.MET for outcome in mandatory),
        "mandatory": len(mandatory),
        "share": floor(standing.share * 100),
        "wanted_share": rules.share_percent,
    }


def _change(rules: CreditRules, verdict: UnitVerdict, standing: UnitStanding) -> tuple[str, dict[str, Fact]]:
    if verdict is UnitVerdict.RECOGNISED:
        return "change.nothing", {}
    if verdict is UnitVerdict.TEST:
        return "change.test", {"outcomes": ", ".join(standing.to_test)}
    facts: dict[str, Fact] = {"outcomes": ", ".join(standing.wanting)}
    if rules.unit_rule is UnitRule.SHARE:
        return "change.share", {**facts, "wanted_share": rules.share_percent}
    return "change.outcomes", facts


def _line(
    rules: CreditRules,
    one: UnitInput,
    verdict: UnitVerdict,
    credits: Credits,
    rule: str,
    facts: Mapping[str, Fact],
    change: str,
    change_facts: Mapping[str, Fact],
) -> AwardLine:
    return AwardLine(
        LineKind.UNIT,
        one.uid,
        one.code,
        one.title,
        verdict,
        credits,
        rule,
        MappingProxyType(dict(facts)),
        rules.legal.get(rule),
        change,
        MappingProxyType(dict(change_facts)),
    )


def _before(rules: CreditRules, unit: CreditUnit) -> Credits:
    return rules.recognised_before.convert(unit) if rules.recognised_before is not None else Credits.zero(unit)


def _allowance(rules: CreditRules, unit: CreditUnit) -> Credits | None:
    """What may still be recognised under the ceiling; none without a ceiling."""
    if rules.ceiling_percent is None:
        return None
    if not 0 <= rules.ceiling_percent <= 100:
        raise RefusedError("credits.ceiling_range", at="ceiling_percent", percent=rules.ceiling_percent)
    if rules.programme_credits is None:
        raise RefusedError("credits.ceiling_without_programme", at="programme_credits", percent=rules.ceiling_percent)
    most = rules.programme_credits.value * rules.ceiling_percent / 100
    return Credits(max(most - _before(rules, unit).value, Fraction(0)), unit)


def _ceiling_line(rules: CreditRules, total: Credits, allowance: Credits | None) -> AwardLine | None:
    """The one negative line that brings the sum under the ceiling; the units keep their verdicts."""
    if allowance is None or total.value <= allowance.value or rules.programme_credits is None:
        return None
    facts: dict[str, Fact] = {
        "percent": rules.ceiling_percent or 0,
        "programme_credits": rules.programme_credits.text(),
        "before_credits": _before(rules, total.unit).text(),
        "allowed_credits": allowance.text(),
        "sum_credits": total.text(),
        "unit": total.unit.value,
    }
    return _sum_line(rules, LineKind.CEILING, allowance - total, "ceiling.programme", facts, "change.ceiling")


def _rounding_line(rules: CreditRules, total: Credits, allowance: Credits | None) -> AwardLine | None:
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
    return _sum_line(
        rules, LineKind.ROUNDING, Credits(rounded - total.value, total.unit), rule, facts, "change.rounding"
    )


def _sum_line(
    rules: CreditRules, kind: LineKind, credits: Credits, rule: str, facts: Mapping[str, Fact], change: str
) -> AwardLine:
    return AwardLine(
        kind, "", "", "", None, credits, rule, MappingProxyType(dict(facts)), rules.legal.get(rule), change
    )


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


def _remaining(rules: CreditRules, total: Credits) -> Credits | None:
    if rules.programme_credits is None:
        return None
    left = rules.programme_credits.value - _before(rules, total.unit).value - total.value
    return Credits(max(left, Fraction(0)), total.unit)
