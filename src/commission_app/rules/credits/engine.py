"""The computation of an award: unit by unit, earlier studies for what is wanting, the ceiling, then the rounding.

Engine 1 named the law only where a rule had a reference of its own; engine 2 names it in every line.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache, partial

from commission_app.errors import RefusedError
from commission_app.rules.credits import studies
from commission_app.rules.credits.equivalence import Share
from commission_app.rules.credits.inputs import Award, AwardInput, AwardLine, UnitInput
from commission_app.rules.credits.law import Law, law_of
from commission_app.rules.credits.sum_lines import allowance_of, ceiling_line, remaining, rounding_line
from commission_app.rules.credits.unit_lines import barred, line_of, place, unit_line
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit

ENGINE = 2


def compute(given: AwardInput) -> Award:
    """The award for the results given, line by line, each with its rule and legal reference."""
    # Sixty units come by a handful of rules: the law behind each is looked up once an award.
    return _award(given, ENGINE, cache(partial(law_of, given.rules)))


def _first(given: AwardInput) -> Award:
    """The award as engine 1 counted it."""
    return _award(given, 1, given.rules.legal.get)


ENGINES: dict[int, Callable[[AwardInput], Award]] = {1: _first, ENGINE: compute}


def _award(given: AwardInput, engine: int, law: Law) -> Award:
    _check_once(given)
    _check_departures(given)
    unit = _common_unit(given)
    ordered = _ordered(given)
    lines = [unit_line(given, one, unit, law) for one in ordered]
    if given.studies:
        lines = _with_studies(given, ordered, lines, unit, law)
    total = _sum(lines, unit)
    allowance = allowance_of(given.rules, unit)
    for further in (ceiling_line, rounding_line):
        line = further(given.rules, total, allowance, law)
        if line is not None:
            lines.append(line)
            total = total + line.credits
    return Award(engine, tuple(lines), total, remaining(given.rules, total))


def allocation(given: AwardInput) -> dict[str, Credits]:
    """What the award spends of each earlier course, so that no later one spends it again."""
    if not given.studies:
        return {}
    unit = _common_unit(given)
    ordered = _ordered(given)
    law = given.rules.legal.get
    wanted = _wanted(given, ordered, [unit_line(given, one, unit, law) for one in ordered], unit)
    return studies.spent(given, studies.paid(given, wanted, unit), unit)


def _ordered(given: AwardInput) -> list[UnitInput]:
    """The units by their codes."""
    return sorted(given.units, key=lambda one: (place(one.code), one.uid))


def _wanted(
    given: AwardInput, ordered: Sequence[UnitInput], lines: Sequence[AwardLine], unit: CreditUnit
) -> dict[str, tuple[str, Fraction]]:
    """The units that earlier studies may still pay for, with the credits that are missing."""
    found = {}
    for one, line in zip(ordered, lines, strict=True):
        bar = barred(given, one)
        lawful = bar is None or bar[0] == "unit.no_outcomes"
        if lawful and line.verdict is not UnitVerdict.RECOGNISED and one.uid not in given.departures and one.credits:
            found[one.uid] = (one.code, one.credits.convert(unit).value - line.credits.value)
    return found


def _with_studies(
    given: AwardInput, ordered: Sequence[UnitInput], lines: Sequence[AwardLine], unit: CreditUnit, law: Law
) -> list[AwardLine]:
    """The lines of the units after earlier studies have paid for what the results left wanting."""
    studies.check(given)
    wanted = _wanted(given, ordered, lines, unit)
    shares = studies.paid(given, wanted, unit)
    found = []
    for one, line in zip(ordered, lines, strict=True):
        own = [share for share in shares if share.demand_uid == one.uid]
        found.append(_paid_line(given, one, line, own, wanted.get(one.uid), unit, law))
    return found


def _paid_line(
    given: AwardInput,
    one: UnitInput,
    line: AwardLine,
    shares: Sequence[Share],
    wanted: tuple[str, Fraction] | None,
    unit: CreditUnit,
    law: Law,
) -> AwardLine:
    if wanted is None:
        return line
    if shares:
        value = line.credits.value + sum((share.value for share in shares), Fraction(0))
        whole = one.credits is not None and value == one.credits.convert(unit).value
        verdict = UnitVerdict.RECOGNISED if whole else UnitVerdict.PARTLY
        rule, change = ("studies.cover", "change.nothing") if whole else ("studies.part", "change.more_studies")
        figures = studies.facts(given, shares, unit)
        return line_of(one, verdict, Credits(value, unit), rule, law, figures, change)
    why = studies.why_not(given, one.uid, wanted[1], unit)
    if why is None or any(outcome.uid in given.results for outcome in one.outcomes):
        return line
    rule, figures = why
    return line_of(one, UnitVerdict.REFUSED, Credits.zero(unit), rule, law, figures, "change.more_studies")


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
        if verdict is not UnitVerdict.REFUSED and barred(given, asked[uid]) is not None:
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
    named = {one.credits.unit: one.code for one in reversed(_ordered(given)) if one.credits is not None}
    (unit, code), (other, other_code), *_ = sorted(named.items())
    raise RefusedError("credits.units_mixed", code=code, unit=unit, other_code=other_code, other=other)


def _sum(lines: Sequence[AwardLine], unit: CreditUnit) -> Credits:
    return Credits.total((line.credits for line in lines), unit)
