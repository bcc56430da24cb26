"""The line of one unit: what bars it, how far its outcomes reach it, what that is worth, and what would change it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from commission_app.errors import RefusedError
from commission_app.rules import aggregation
from commission_app.rules.aggregation import PLAIN, Aggregation, Measured
from commission_app.rules.collation import sort_key
from commission_app.rules.credits.inputs import AwardInput, AwardLine, CreditRules, Fact, UnitInput
from commission_app.rules.credits.law import Law
from commission_app.rules.quantities import Credits
from commission_app.rules.scales import as_points
from commission_app.rules.scoring import UnitStanding, unit_standing
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.scoring import AggregationKind, OutcomeResult, UnitRule, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit

Results: TypeAlias = Sequence[OutcomeResult | None]
"""The results of a unit's outcomes in the order of the outcomes."""

# The codes of a standard come again in every case; to weigh their letters anew costs more than all the counting.
place = lru_cache(maxsize=16_384)(sort_key)
"""Where a code stands among others."""

# Named here because an enum is slow to ask for its members, and sixty units an award ask often.
_RECOGNISED, _PARTLY = UnitVerdict.RECOGNISED, UnitVerdict.PARTLY
_TEST, _REFUSED = UnitVerdict.TEST, UnitVerdict.REFUSED
_MET, _SHARE, _UNIT = OutcomeResult.MET, UnitRule.SHARE, LineKind.UNIT
_NO_FACTS: Mapping[str, Fact] = MappingProxyType({})
_OWN_KEYS = {AggregationKind.POINTS: "unit.points", AggregationKind.PART_MINIMUM: "unit.part_minimum"}
_RULE_KEYS = {UnitRule.ALL: "unit.all", UnitRule.MANDATORY: "unit.mandatory", UnitRule.SHARE: "unit.share"}


def unit_line(given: AwardInput, one: UnitInput, unit: CreditUnit, law: Law) -> AwardLine:
    """The line of a unit by the results of its outcomes, before earlier studies pay for anything."""
    bar = barred(given, one)
    if bar is not None:
        rule, change = bar
        return line_of(one, _REFUSED, Credits.zero(unit), rule, law, _NO_FACTS, change)
    worth = _worth(one, unit)
    results = [given.results.get(row.uid) for row in one.outcomes]
    standing = _standing(given, one, results)
    verdict, credits = _paid(given.rules, standing, worth)
    decided = given.departures.get(one.uid, verdict)
    if decided is not verdict:
        figures = _figures(given, one, results, standing, given.rules.share_percent)
        credits = _departed(decided, standing, worth)
        return line_of(one, decided, credits, "commission.departure", law, figures, "change.nothing")
    partly = verdict is _PARTLY or (verdict is _TEST and credits.value > 0)
    rules = given.rules if one.aggregation is PLAIN else _own_rules(given.rules, one.aggregation)
    figures = _figures(given, one, results, standing, rules.share_percent)
    if one.aggregation is not PLAIN:
        figures |= _points(given, one)
    rule = "unit.part" if partly else _rule_key(rules, one.aggregation)
    change, facts = _change(rules, verdict, standing)
    return line_of(one, verdict, credits, rule, law, figures, change, facts)


def line_of(
    one: UnitInput,
    verdict: UnitVerdict,
    credits: Credits,
    rule: str,
    law: Law,
    facts: Mapping[str, Fact],
    change: str,
    change_facts: Mapping[str, Fact] = _NO_FACTS,
) -> AwardLine:
    """A line of a unit with the law behind its rule."""
    return AwardLine(
        _UNIT,
        one.uid,
        one.code,
        one.title,
        verdict,
        credits,
        rule,
        MappingProxyType(facts),
        law(rule),
        change,
        MappingProxyType(change_facts),
    )


def barred(given: AwardInput, one: UnitInput) -> tuple[str, str] | None:
    """The rule that forbids recognising a unit whatever its outcomes, and what would change it."""
    if given.rules.regulated:
        return "programme.regulated", "change.never"
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


def _worth(one: UnitInput, unit: CreditUnit) -> Credits:
    """What the whole unit is worth in the unit of the sum."""
    if one.credits is None:
        return Credits.zero(unit)
    if not one.credits.converts(unit):
        raise RefusedError("credits.unit_apart", code=one.code, unit=one.credits.unit, to=unit)
    return one.credits.convert(unit)


def _standing(given: AwardInput, one: UnitInput, results: Results) -> UnitStanding:
    """How far the unit is reached: by its own rule, or by the provisions in force."""
    rule, share_percent = given.rules.unit_rule, given.rules.share_percent
    if one.aggregation is PLAIN:
        return unit_standing(rule, share_percent, one.outcomes, results)
    return aggregation.standing(one.aggregation, rule, share_percent, _measured(given, one)).unit


def _measured(given: AwardInput, one: UnitInput) -> list[Measured]:
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
        for row in one.outcomes
    ]


def _own_rules(rules: CreditRules, own: Aggregation) -> CreditRules:
    """The rules with the unit's own way of being reached, for the figures and what would change them."""
    unit_rule = aggregation.UNIT_RULES.get(own.kind, rules.unit_rule)
    share = own.share_percent if own.kind is AggregationKind.SHARE else rules.share_percent
    if unit_rule is rules.unit_rule and share == rules.share_percent:
        return rules
    return replace(rules, unit_rule=unit_rule, share_percent=share)


def _rule_key(rules: CreditRules, own: Aggregation) -> str:
    if own.kind in _OWN_KEYS:
        return _OWN_KEYS[own.kind]
    return "unit.required" if own.required_codes else _RULE_KEYS[rules.unit_rule]


def _points(given: AwardInput, one: UnitInput) -> Mapping[str, Fact]:
    """The figures of a rule that counts points or names outcomes; a plain one has none, so old awards stay alike."""
    own = one.aggregation
    if own == PLAIN:
        return _NO_FACTS
    measured = _measured(given, one)
    return {
        "points": str(as_points(sum(row.points() for row in measured))),
        "needed": str(as_points(own.points_needed)),
        "parts": ", ".join(f"{part.section}: {as_points(part.points)}" for part in own.section_minimums),
        "required": ", ".join(own.required_codes),
    }


def _departed(decided: UnitVerdict, standing: UnitStanding, worth: Credits) -> Credits:
    """What a unit brings on which the commission decides otherwise; its own reason stands in the decision."""
    if decided is _RECOGNISED:
        return worth
    if decided is _PARTLY:
        return worth.part(standing.counted, standing.whole)
    return Credits.zero(worth.unit)


def _paid(rules: CreditRules, standing: UnitStanding, worth: Credits) -> tuple[UnitVerdict, Credits]:
    """What a unit's standing is worth; a part only where the rules allow parts."""
    if standing.verdict is _RECOGNISED:
        return standing.verdict, worth
    if rules.allow_partial:
        return standing.verdict, worth.part(standing.counted, standing.whole)
    verdict = _REFUSED if standing.verdict is _PARTLY else standing.verdict
    return verdict, Credits.zero(worth.unit)


def _figures(
    given: AwardInput, one: UnitInput, results: Results, standing: UnitStanding, share_percent: int
) -> dict[str, Fact]:
    mandatory = [given.results.get(row.uid) for row in one.outcomes if row.mandatory]
    return {
        "met": results.count(_MET),
        "outcomes": len(results),
        "mandatory_met": mandatory.count(_MET),
        "mandatory": len(mandatory),
        "share": standing.percent,
        "wanted_share": share_percent,
    }


def _change(rules: CreditRules, verdict: UnitVerdict, standing: UnitStanding) -> tuple[str, Mapping[str, Fact]]:
    """What would change the line; outcomes are named in the order of their codes, however they were given."""
    if verdict is _RECOGNISED:
        return "change.nothing", _NO_FACTS
    if verdict is _TEST:
        return "change.test", {"outcomes": _named(standing.to_test)}
    if rules.unit_rule is _SHARE:
        return "change.share", {"outcomes": _named(standing.wanting), "wanted_share": rules.share_percent}
    return "change.outcomes", {"outcomes": _named(standing.wanting)}


def _named(codes: Sequence[str]) -> str:
    return ", ".join(sorted(codes, key=place))
