"""What each format can carry of a standard; what it cannot stays as it is in the library."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from commission_app.exchange.standard_facts import (
    ASIDE,
    OutcomeFacts,
    PartFacts,
    StandardFacts,
    StandardFormat,
    UnitFacts,
)
from commission_app.exchange.standard_matching import paired, recoded

Level = TypeVar("Level", PartFacts, UnitFacts, OutcomeFacts)
_NEVER = ASIDE | {"code"}


@dataclass(frozen=True, slots=True)
class Carried:
    """The fields of each level that a format has a place for."""

    head: frozenset[str]
    part: frozenset[str]
    unit: frozenset[str]
    outcome: frozenset[str]


_TITLES = frozenset({"title_lv", "title_en"})
_TEXTS = frozenset({"text_lv", "text_en"})
CARRIED: Mapping[StandardFormat, Carried] = {
    StandardFormat.MOODLE: Carried(
        frozenset({"kind", "title_lv", "title_en", "description_lv", "description_en", "edition_label"}),
        _TITLES,
        _TITLES | {"part_code"},
        _TEXTS,
    ),
    StandardFormat.MATRIX: Carried(
        frozenset({"kind", "title_lv", "title_en", "edition_label"}), frozenset(), _TITLES, _TEXTS
    ),
    StandardFormat.ESCO: Carried(
        frozenset({"kind", "title_lv", "title_en"}),
        frozenset(),
        _TITLES | {"external_id"},
        _TEXTS | {"kind", "mandatory", "external_id"},
    ),
}
"""Formats that are not named here carry everything."""


def completed(old: StandardFacts, new: StandardFacts) -> StandardFacts:
    """The new facts with what their format cannot carry kept from the edition in the library."""
    carried = _carried(new)
    new = recoded(old, new)
    if new.format is not StandardFormat.WORKBOOK:
        new = replace(new, units=_in_order(old.units, new.units))
    if carried is None:
        return new
    parts_by_code = paired(old.parts, new.parts)
    units_by_code = paired(old.units, new.units)
    outcomes_by_code = paired([row for _, row in old.outcomes()], [row for _, row in new.outcomes()])
    # Parts that the format cannot name stay as they are.
    parts = new.parts if "part_code" in carried.unit else old.parts
    # A format with one language says the other half by leaving it out; a workbook empties it.
    one = new.format in CARRIED
    units = []
    for unit in new.units:
        outcomes = tuple(_kept(outcomes_by_code.get(row.code), row, carried.outcome, one) for row in unit.outcomes)
        units.append(replace(_kept(units_by_code.get(unit.code), unit, carried.unit, one), outcomes=outcomes))
    head = {
        field.name: getattr(old, field.name)
        for field in fields(new)
        if field.name not in _NEVER and field.name not in carried.head
    }
    if not new.edition_label:
        head["edition_label"] = old.edition_label
    if one:
        head |= _same_texts(old, new, _TITLES | {"description_lv", "description_en"}, carried.head)
    kept = tuple(_kept(parts_by_code.get(part.code), part, carried.part, one) for part in parts)
    known = {unit.code for unit in units}
    lawful = (replace(unit, prerequisites=tuple(n for n in unit.prerequisites if n in known)) for unit in units)
    return replace(new, **head, parts=kept, units=tuple(lawful))


def _in_order(old: tuple[UnitFacts, ...], new: tuple[UnitFacts, ...]) -> tuple[UnitFacts, ...]:
    """A tree groups units by their parts; where only that sets them apart, the order of the library stays."""
    places = {unit.code: place for place, unit in enumerate(old)}
    if set(places) != {unit.code for unit in new}:
        return new
    back = tuple(sorted(new, key=lambda unit: places[unit.code]))
    return back if _grouped(back) == _grouped(new) else new


def _grouped(units: tuple[UnitFacts, ...]) -> dict[str | None, list[str]]:
    """The order of the units within each part."""
    found: dict[str | None, list[str]] = {}
    for unit in units:
        found.setdefault(unit.part_code, []).append(unit.code)
    return found


def lost(facts: StandardFacts) -> tuple[str, ...]:
    """The fields that say something in a standard and that its format would not carry, sorted."""
    carried = CARRIED.get(facts.format)
    if carried is None:
        return ()
    found: set[str] = set()
    rows: list[tuple[object, frozenset[str]]] = [(facts, carried.head)]
    rows += [(part, carried.part) for part in facts.parts]
    for unit in facts.units:
        rows.append((unit, carried.unit))
        rows += [(outcome, carried.outcome) for outcome in unit.outcomes]
    for row, kept in rows:
        for field in fields(row):  # type: ignore[arg-type]
            if field.name not in _NEVER and field.name not in kept and getattr(row, field.name) != field.default:
                found.add(field.name)
    return tuple(sorted(found))


def _kept(old: Level | None, new: Level, carried: frozenset[str], one: bool) -> Level:
    if old is None:
        return new
    kept = {
        field.name: getattr(old, field.name)
        for field in fields(new)
        if field.name not in _NEVER and field.name not in carried
    }
    if one:
        kept |= _same_texts(old, new, _TITLES | _TEXTS, carried)
    return replace(new, **kept)


def _carried(facts: StandardFacts) -> Carried | None:
    """What the format carries, or what the columns of an older form do."""
    if facts.format in CARRIED or not facts.absent:
        return CARRIED.get(facts.format)
    levels = {"standard": StandardFacts, "part": PartFacts, "unit": UnitFacts, "outcome": OutcomeFacts}
    there = {
        level: frozenset(field.name for field in fields(kind) if f"{level}.{field.name}" not in facts.absent)
        for level, kind in levels.items()
    }
    return Carried(there["standard"], there["part"], there["unit"], there["outcome"])


def _same_texts(old: object, new: object, names: frozenset[str], carried: frozenset[str]) -> dict[str, str]:
    """Texts that say the same but for blanks and list points, and halves of a language the file does not have."""
    kept = {}
    for name in names & carried:
        if hasattr(new, name):
            before, after = getattr(old, name), getattr(new, name)
            # Where a language is missing, an export in it says the other one.
            other = getattr(old, name[:-2] + ("en" if name.endswith("lv") else "lv"))
            same = _squeezed(after) == _squeezed(before or other)
            if not after or same:
                kept[name] = before
    return kept


def _squeezed(text: str) -> str:
    return " ".join(text.replace("–", " ").split())
