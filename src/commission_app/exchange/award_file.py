"""A case as plain JSON for the command line: who is asked, what was reached, by which rules; see docs/compute.md."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from commission_app.errors import RefusedError
from commission_app.exchange import award_values as values
from commission_app.exchange.award_rules import rules_of
from commission_app.exchange.award_studies import studies_of
from commission_app.exchange.award_values import Place
from commission_app.exchange.json_reader import Fields, parsed
from commission_app.rules.credits import AwardInput, OutcomeInput, UnitInput
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.vocabulary.standard import CreditUnit

KEYS = frozenset(
    {"date", "procedure", "edition", "results", "previous_studies", "already_recognised", "recognised_before", "rules"}
)
EDITION_KEYS = frozenset({"title", "code", "accredited", "accredited_until", "regulated", "credits", "unit", "units"})
UNIT_KEYS = frozenset({"code", "title", "credits", "unit", "final_examination", "recognisable", "outcomes"})
OUTCOME_KEYS = frozenset({"code", "mandatory", "weight", "text"})


def read(data: bytes, file: str) -> AwardInput:
    """The case that a file states.

    Refused: whatever cannot be read or cannot be, by its place in the file.
    """
    place = Place(file, "$")
    case = values.fields(parsed(data, file), place)
    values.known(case, KEYS, place)
    day = values.day(case, "date", place)
    procedure = values.word(case, "procedure", place, tuple(one for one in Procedure if one is not Procedure.OFFER))
    edition = values.fields(case.get("edition"), place.at("edition"))
    units = _units(edition, place.at("edition"))
    _check_outcomes_once(units, place.at("edition"))
    programme = _programme(edition, units, place.at("edition"))
    codes = {one.code for one in units}
    recognised = _recognised(case, place)
    accredited = _accredited(edition, day, place.at("edition"))
    rules = rules_of(
        case,
        place,
        day=day,
        procedure=procedure,
        accredited=accredited,
        regulated=values.yes_or_no(edition, "regulated", place.at("edition"), otherwise=False),
        programme=programme,
        before=_before(case, units, recognised, programme, place),
    )
    return AwardInput(
        day=day,
        procedure=procedure,
        units=units,
        results=_results(case, units, place),
        already_recognised=frozenset(recognised & codes),
        rules=rules,
        studies=studies_of(case, codes, programme.unit if programme is not None else None, place),
    )


def _units(edition: Fields, place: Place) -> tuple[UnitInput, ...]:
    values.known(edition, EDITION_KEYS, place)
    found, seen = [], set[str]()
    for number, raw in enumerate(values.items(edition, "units", place)):
        here = place.at(f"units[{number}]")
        unit = _unit(values.fields(raw, here), here)
        if unit.code in seen:
            raise RefusedError("award_file.unit_twice", file=place.file, place=here.at("code").path, code=unit.code)
        seen.add(unit.code)
        found.append(unit)
    if not found:
        raise RefusedError("award_file.no_units", file=place.file, place=place.path)
    return tuple(found)


def _check_outcomes_once(units: Iterable[UnitInput], place: Place) -> None:
    """A result names an outcome by its code alone."""
    seen = set[str]()
    for number, unit in enumerate(units):
        for n, outcome in enumerate(unit.outcomes):
            if outcome.code in seen:
                where = place.at(f"units[{number}]").at(f"outcomes[{n}]").path
                raise RefusedError("award_file.outcome_twice", file=place.file, place=where, code=outcome.code)
            seen.add(outcome.code)


def _unit(raw: Fields, place: Place) -> UnitInput:
    values.known(raw, UNIT_KEYS, place)
    code = values.text(raw, "code", place)
    outcomes = []
    for number, one in enumerate(values.items(raw, "outcomes", place)):
        here = place.at(f"outcomes[{number}]")
        given = values.fields(one, here)
        values.known(given, OUTCOME_KEYS, here)
        own = values.text(given, "code", here)
        mandatory = values.yes_or_no(given, "mandatory", here, otherwise=True)
        outcomes.append(OutcomeInput(own, own, mandatory, values.whole(given, "weight", here, 1, 1_000, otherwise=1)))
    return UnitInput(
        code,
        code,
        values.text(raw, "title", place, required=False) or code,
        values.credits(raw, place),
        tuple(outcomes),
        values.yes_or_no(raw, "final_examination", place, otherwise=False),
        values.yes_or_no(raw, "recognisable", place, otherwise=True),
    )


def _results(case: Fields, units: Iterable[UnitInput], place: Place) -> Mapping[str, OutcomeResult]:
    here = place.at("results")
    raw = values.fields(case.get("results") or {}, here)
    codes = {outcome.code for unit in units for outcome in unit.outcomes}
    found = {}
    for code in raw:
        if code not in codes:
            raise RefusedError("award_file.unknown_outcome", file=place.file, place=here.path, code=code[:60])
        found[code] = values.word(raw, code, here, tuple(OutcomeResult))
    return found


def _recognised(case: Fields, place: Place) -> set[str]:
    here = place.at("already_recognised")
    return {
        values.plain(code, here.at(f"[{n}]")) for n, code in enumerate(values.items(case, "already_recognised", place))
    }


def _accredited(edition: Fields, day: date, place: Place) -> bool:
    accredited = values.yes_or_no(edition, "accredited", place, otherwise=False)
    until = values.day(edition, "accredited_until", place, required=False)
    return accredited and (until is None or until >= day)


def _programme(edition: Fields, units: tuple[UnitInput, ...], place: Place) -> Credits | None:
    """The programme's credits: as stated, else the sum of its units.

    Refused: credits of different kinds that no law turns into one another.
    """
    stated = values.credits(edition, place)
    own = [unit.credits for unit in units if unit.credits is not None]
    first = stated or next(iter(own), None)
    if first is None:
        return None
    both = stated is None and {one.unit for one in own} == {CreditUnit.KP, CreditUnit.ECTS}
    unit = CreditUnit.ECTS if both else first.unit
    for number, one in enumerate(units):
        if one.credits is not None:
            values.same_measure(one.credits, unit, place.at(f"units[{number}]"))
    return stated or Credits.total((one.convert(unit) for one in own), unit)


def _before(
    case: Fields, units: tuple[UnitInput, ...], recognised: set[str], programme: Credits | None, place: Place
) -> Credits | None:
    """What was recognised before counts towards a ceiling: the units named, and what the file states besides."""
    own = [unit.credits for unit in units if unit.code in recognised and unit.credits is not None]
    raw = case.get("recognised_before")
    if raw is not None:
        here = place.at("recognised_before")
        stated = values.credits(values.fields(raw, here), here)
        if stated is not None and programme is not None:
            values.same_measure(stated, programme.unit, here)
        own += [stated] if stated is not None else []
    if not own:
        return None
    unit = own[0].unit
    return Credits.total((one.convert(unit) for one in own), unit)


def number(value: Fraction) -> str:
    """An exact number for other programs: a decimal where it ends, else n/d."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    found = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{found.normalize():f}"
