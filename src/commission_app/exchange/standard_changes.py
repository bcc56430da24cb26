"""What taking a standard in would change, part by part, unit by unit and outcome by outcome, old beside new."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeVar

from commission_app.exchange.standard_facts import ASIDE, OutcomeFacts, PartFacts, StandardFacts, UnitFacts
from commission_app.exchange.standard_matching import paired

Below = TypeVar("Below", PartFacts, OutcomeFacts)
Row = StandardFacts | PartFacts | UnitFacts | OutcomeFacts


class Mark(StrEnum):
    """What becomes of a row of the edition."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNCHANGED = "unchanged"


class Level(StrEnum):
    """Where in the standard a row stands."""

    STANDARD = "standard"
    PART = "part"
    UNIT = "unit"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, as it is and as it would be."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Change:
    """One row with its mark; the outcomes of a unit stand below it."""

    level: Level
    mark: Mark
    code: str
    title_lv: str
    title_en: str
    fields: tuple[FieldChange, ...] = ()
    below: tuple["Change", ...] = ()

    def any_change(self) -> bool:
        """Whether the row or a row below it would change."""
        return self.mark is not Mark.UNCHANGED or any(row.mark is not Mark.UNCHANGED for row in self.below)


def changes(old: StandardFacts | None, new: StandardFacts) -> tuple[Change, ...]:
    """Every row of the new edition in its order, then what is no longer there."""
    head = _row(Level.STANDARD, old, new)
    parts = _level(Level.PART, old.parts if old else (), new.parts)
    was = paired(old.units, new.units) if old else {}
    units = [_unit(was.get(unit.code), unit) for unit in new.units]
    now = {unit.code for unit in was.values()}
    gone = [_unit(unit, None) for unit in (old.units if old else ()) if unit.code not in now]
    return (head, *parts, *units, *gone)


def counted(rows: Sequence[Change]) -> Mapping[tuple[Level, Mark], int]:
    """How many rows of each level have each mark."""
    found: dict[tuple[Level, Mark], int] = {}
    for row in rows:
        for one in (row, *row.below):
            found[one.level, one.mark] = found.get((one.level, one.mark), 0) + 1
    return found


def _unit(old: UnitFacts | None, new: UnitFacts | None) -> Change:
    below = _level(Level.OUTCOME, old.outcomes if old else (), new.outcomes if new else ())
    return _row(Level.UNIT, old, new, tuple(below))


def _level(level: Level, old: Sequence[Below], new: Sequence[Below]) -> Iterator[Change]:
    was = paired(old, new)
    now = {row.code for row in was.values()}
    yield from (_row(level, was.get(row.code), row) for row in new)
    yield from (_row(level, row, None) for row in old if row.code not in now)


def _row(level: Level, old: Row | None, new: Row | None, below: tuple[Change, ...] = ()) -> Change:
    row = new or old
    assert row is not None
    lv = row.text_lv if isinstance(row, OutcomeFacts) else row.title_lv
    en = row.text_en if isinstance(row, OutcomeFacts) else row.title_en
    if old is None or new is None:
        return Change(level, Mark.ADDED if old is None else Mark.REMOVED, row.code, lv, en, (), below)
    if old == new:
        return Change(level, Mark.UNCHANGED, row.code, lv, en, (), below)
    changed = tuple(
        FieldChange(field.name, getattr(old, field.name), getattr(new, field.name))
        for field in fields(row)
        if field.name not in ASIDE and getattr(old, field.name) != getattr(new, field.name)
    )
    return Change(level, Mark.CHANGED if changed else Mark.UNCHANGED, row.code, lv, en, changed, below)
