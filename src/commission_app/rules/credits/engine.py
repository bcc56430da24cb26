"""The computation of an award: unit by unit, earlier studies for what is wanting, the ceiling, then the rounding.

Engine 1 named the law only where a rule had a reference of its own; engine 2 names it in every line.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from math import floor
from types import MappingProxyType

from commission_app.errors import RefusedError
from commission_app.rules import aggregation
from commission_app.rules.aggregation import Aggregation, Measured
from commission_app.rules.collation import sort_key
from commission_app.rules.credits import studies
from commission_app.rules.credits.equivalence import Share
from commission_app.rules.credits.inputs import (
    Award,
    AwardInput,
    AwardLine,
    CreditRules,
    Fact,
    LegalReference,
    UnitInput,
)
from commission_app.rules.credits.sum_lines import allowance_of, ceiling_line, remaining, rounding_line
from commission_app.rules.quantities import Credits
from commission_app.rules.scales import as_points
from commission_app.rules.scoring import OutcomeStanding, UnitStanding
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import AggregationKind, OutcomeResult, UnitRule, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit

ENGINE = 2

# The codes of a standard come again in every case; to weigh their letters anew costs more than all the counting.
_place = lru_cache(maxsize=16_384)(sort_key)
_RULE_KEYS = {UnitRule.ALL: "unit.all", UnitRule.MANDATORY: "unit.mandatory", UnitRule.SHARE: "unit.share"}


def compute(given: AwardInput) -> Award:
    """The award for the results given, line by line, each with its rule and legal reference."""
    award = _first(given)
    lines = tuple(replace(line, legal=law_of(given.rules, line.rule)) for line in award.lines)
    return replace(award, engine=ENGINE, lines=lines)


def _first(given: AwardInput) -> Award:
    """The award as engine 1 counts it."""
    _check_once(given)
    _check_departures(given)
    unit = _common_unit(given)
    ordered = sorted(given.units, key=lambda one: (_place(one.code), one.uid))
    lines = [_unit_line(given, one, unit) for one in ordered]
    if given.studies:
        lines = _with_studies(given, ordered, lines, unit)
    allowance = allowance_of(given.rules, unit)
    for further in (ceiling_line, rounding_line):
        line = further(given.rules, _sum(lines, unit), allowance)
        if line is not None:
            lines.append(line)
    total = _sum(lines, unit)
    return Award(1, tuple(lines), total, remaining(given.rules, total))


ENGINES: dict[int, Callable[[AwardInput], Award]] = {1: _first, ENGINE: compute}


def law_of(rules: CreditRules, rule: str) -> LegalReference | None:
    """The law behind a rule: its own reference, its provision's, or else the legal basis of the procedure."""
    provision = _PROVISIONS.get(rule) or _PROVISIONS.get(rule.partition(".")[0])
    own = rules.legal.get(rule) or (rules.legal.get(provision.value) if provision is not None else None)
    return own or rules.legal.get(ProvisionKey.LEGAL_BASIS.value)


_PROVISIONS = {
    "unit.all": ProvisionKey.UNIT_RULE,
    "unit.mandatory": ProvisionKey.UNIT_RULE,
    "unit.share": ProvisionKey.SHARE_PERCENT,
    "unit.part": ProvisionKey.ALLOW_PARTIAL,
    "studies.part": ProvisionKey.ALLOW_PARTIAL,
    "studies.failed": ProvisionKey.PASS_MARK,
    "programme.not_accredited": ProvisionKey.ACCREDITED_ONLY,
    "ceiling": ProvisionKey.CEILING_PERCENT,
    "rounding": ProvisionKey.ROUNDING,
}


def allocation(given: AwardInput) -> dict[str, Credits]:
    """What the award spends of each earlier course, so that no later one spends it again."""
    if not given.studies:
        return {}
    unit = _common_unit(given)
    ordered = sorted(given.units, key=lambda one: (_place(one.code), one.uid))
    wanted = _wanted(given, ordered, [_unit_line(given, one, unit) for one in ordered], unit)
    return studies.spent(given, studies.paid(given, wanted, unit), unit)


def _wanted(
    given: AwardInput, ordered: Sequence[UnitInput], lines: Sequence[AwardLine], unit: CreditUnit
) -> dict[str, tuple[str, Fraction]]:
    """The units that earlier studies may still pay for, with the credits that are missing."""
    found = {}
    for one, line in zip(ordered, lines, strict=True):
        barred = _barred(given, one)
        lawful = barred is None or barred[0] == "unit.no_outcomes"
        if lawful and line.verdict is not UnitVerdict.RECOGNISED and one.uid not in given.departures and one.credits:
            found[one.uid] = (one.code, one.credits.convert(unit).value - line.credits.value)
    return found


def _with_studies(
    given: AwardInput, ordered: Sequence[UnitInput], lines: Sequence[AwardLine], unit: CreditUnit
) -> list[AwardLine]:
    """The lines of the units after earlier studies have paid for what the results left wanting."""
    studies.check(given)
    wanted = _wanted(given, ordered, lines, unit)
    shares = studies.paid(given, wanted, unit)
    found = []
    for one, line in zip(ordered, lines, strict=True):
        own = [share for share in shares if share.demand_uid == one.uid]
        found.append(_paid_line(given, one, line, own, wanted.get(one.uid), unit))
    return found


def _paid_line(
    given: AwardInput,
    one: UnitInput,
    line: AwardLine,
    shares: Sequence[Share],
    wanted: tuple[str, Fraction] | None,
    unit: CreditUnit,
) -> AwardLine:
    if wanted is None:
        return line
    if shares:
        value = line.credits.value + sum((share.value for share in shares), Fraction(0))
        whole = one.credits is not None and value == one.credits.convert(unit).value
        verdict = UnitVerdict.RECOGNISED if whole else UnitVerdict.PARTLY
        rule, change = ("studies.cover", "change.nothing") if whole else ("studies.part", "change.more_studies")
        figures = studies.facts(given, shares, unit)
        return _line(given.rules, one, verdict, Credits(value, unit), rule, figures, change, {})
    why = studies.why_not(given, one.uid, wanted[1], unit)
    if why is None or any(outcome.uid in given.results for outcome in one.outcomes):
        return line
    rule, figures = why
    return _line(given.rules, one, UnitVerdict.REFUSED, Credits.zero(unit), rule, figures, "change.more_studies", {})


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
    ordered = sorted(one.outcomes, key=lambda outcome: (_place(outcome.code), outcome.uid))
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
    if (unit_rule, share) == (rules.unit_rule, rules.share_percent):
        return rules
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


def _outcomes(given: AwardInput, one: UnitInput) -> tuple[OutcomeStanding, ...]:
    ordered = sorted(one.outcomes, key=lambda outcome: (_place(outcome.code), outcome.uid))
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
