"""The earlier courses a case's JSON states, and for which units each counts, also by way of another course."""

from collections.abc import Mapping

from commission_app.errors import RefusedError
from commission_app.exchange import award_values as values
from commission_app.exchange.award_values import Place
from commission_app.exchange.json_reader import Fields
from commission_app.rules.credits import StudyInput
from commission_app.rules.credits.studies import number_of
from commission_app.rules.quantities import Credits

KEYS = frozenset({"code", "title", "credits", "unit", "mark", "date", "counts_for", "used"})


def studies_of(case: Fields, unit_codes: set[str], place: Place) -> tuple[StudyInput, ...]:
    """The courses; one may count for a unit, or for another course and by it for what that counts for.

    Refused: a course that stands twice, one that counts for nothing known, and courses that count for one another in
    a circle.
    """
    rows = values.items(case, "previous_studies", place)
    here = place.at("previous_studies")
    studies = [
        _study(values.fields(raw, here.at(f"[{number}]")), here.at(f"[{number}]")) for number, raw in enumerate(rows)
    ]
    known = {one.key: one for one in studies}
    if len(known) != len(studies):
        keys = [one.key for one in studies]
        twice = next(one.title for one in studies if keys.count(one.key) > 1)
        raise RefusedError("credits.study_twice", at="previous_studies", title=twice)
    return tuple(
        StudyInput(
            one.key, one.title, one.credits, one.mark, frozenset(_units(one, known, unit_codes, here, ())), one.used
        )
        for one in studies
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


def _study(raw: Fields, place: Place) -> StudyInput:
    values.known(raw, KEYS, place)
    title = values.text(raw, "title", place)
    day = values.day(raw, "date", place, required=False)
    mark = values.text(raw, "mark", place, required=False)
    number_of(mark)
    codes = values.items(raw, "counts_for", place)
    counts_for = frozenset(values.plain(code, place.at(f"counts_for[{n}]")) for n, code in enumerate(codes))
    dated = None if raw.get("date") is None else day
    return StudyInput(
        values.text(raw, "code", place, required=False) or title,
        title,
        values.credits(raw, place, dated),
        mark,
        counts_for,
        _used(raw, place),
    )


def _used(raw: Fields, place: Place) -> Credits | None:
    used = raw.get("used")
    if used is None:
        return None
    here = place.at("used")
    return values.credits({"credits": used, "unit": raw.get("unit")}, here)
