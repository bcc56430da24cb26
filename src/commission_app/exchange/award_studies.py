"""The earlier courses a case's JSON states, and for which units each counts, also by way of another course."""

from collections.abc import Mapping

from commission_app.errors import RefusedError
from commission_app.exchange import award_values as values
from commission_app.exchange.award_values import Place
from commission_app.exchange.json_reader import Fields
from commission_app.rules.credits import StudyInput
from commission_app.rules.credits.studies import converts, number_of
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit

KEYS = frozenset({"code", "title", "credits", "unit", "mark", "date", "counts_for", "used"})


def studies_of(case: Fields, unit_codes: set[str], unit: CreditUnit | None, place: Place) -> tuple[StudyInput, ...]:
    """The courses; one may count for a unit, or for another course and by it for what that counts for.

    Refused: a course that stands twice, one that counts for nothing known or whose credits no law turns into the unit
    of the programme, and courses that count for one another in a circle.
    """
    here = place.at("previous_studies")
    known = dict[str, StudyInput]()
    for number, raw in enumerate(values.items(case, "previous_studies", place)):
        at = here.at(f"[{number}]")
        one = _study(values.fields(raw, at), at)
        if one.key in known:
            raise RefusedError("award_file.study_twice", file=place.file, place=at.path, title=one.title)
        _check_measure(one, unit, at)
        known[one.key] = one
    return tuple(
        StudyInput(
            one.key, one.title, one.credits, one.mark, frozenset(_units(one, known, unit_codes, here, ())), one.used
        )
        for one in known.values()
    )


def _units(
    one: StudyInput, known: Mapping[str, StudyInput], units: set[str], place: Place, path: tuple[str, ...]
) -> set[str]:
    if one.key in path:
        raise RefusedError("award_file.circle", file=place.file, place=place.path, circle=" → ".join((*path, one.key)))
    found = set[str]()
    for code in sorted(one.counts_for):
        if code in units:
            found.add(code)
        elif code in known:
            found |= _units(known[code], known, units, place, (*path, one.key))
        else:
            raise RefusedError("award_file.unknown_unit", file=place.file, place=place.path, title=one.title, code=code)
    return found


def _check_measure(one: StudyInput, unit: CreditUnit | None, place: Place) -> None:
    for credits in (one.credits, one.used):
        if credits is not None and unit is not None and not converts(credits, unit):
            where = place.at("unit").path
            raise RefusedError("award_file.mixed_units", file=place.file, place=where, unit=credits.unit, to=unit)


def _mark(raw: Fields, place: Place) -> str:
    mark = values.text(raw, "mark", place, required=False)
    try:
        number_of(mark)
    except RefusedError:
        where = place.at("mark").path
        raise RefusedError("award_file.unknown_mark", file=place.file, place=where, mark=mark[:40]) from None
    return mark


def _study(raw: Fields, place: Place) -> StudyInput:
    values.known(raw, KEYS, place)
    title = values.text(raw, "title", place)
    day = values.day(raw, "date", place, required=False)
    codes = values.items(raw, "counts_for", place)
    counts_for = frozenset(values.plain(code, place.at(f"counts_for[{n}]")) for n, code in enumerate(codes))
    dated = None if raw.get("date") is None else day
    return StudyInput(
        values.text(raw, "code", place, required=False) or title,
        title,
        values.credits(raw, place, dated),
        _mark(raw, place),
        counts_for,
        _used(raw, place),
    )


def _used(raw: Fields, place: Place) -> Credits | None:
    used = raw.get("used")
    if used is None:
        return None
    here = place.at("used")
    return values.credits({"credits": used, "unit": raw.get("unit")}, here)
