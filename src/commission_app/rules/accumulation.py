"""What a person has of a part, a qualification or a programme, what is missing, and whether the whole is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from commission_app.errors import Refusal, refusal
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.accumulation import Stage, UnitStanding
from commission_app.rules.vocabulary.standard import CreditUnit

NAMED = 8
"""So many units are named in a sentence; the tree shows the others."""


@dataclass(frozen=True, slots=True)
class UnitNeed:
    """A unit that an edition asks for; its identity is the same in every standard the unit stands in."""

    identity: int
    code: str
    part: str = ""
    mandatory: bool = True
    recognisable: bool = True
    credits: Credits | None = None


@dataclass(frozen=True, slots=True)
class PartProgress:
    """A part of a qualification: the units a person has of it and those that are missing, by code."""

    code: str
    stage: Stage
    held: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a person has come with an edition; nothing in `against` means that the whole may be certified."""

    stage: Stage
    held: tuple[str, ...]
    missing: tuple[str, ...]
    in_study: tuple[str, ...]
    parts: tuple[PartProgress, ...]
    against: tuple[Refusal, ...]

    @property
    def far(self) -> Fraction:
        """How much of what must be there is missing, from 0 to 1: the nearest first."""
        wanted = len(self.held) + len(self.missing) + len(self.in_study)
        return Fraction(wanted - len(self.held), wanted) if wanted else Fraction(1)


def progress(needs: Iterable[UnitNeed], held: frozenset[int], parts: Iterable[str] = ()) -> Progress:
    """How far the units that a person holds lead: to each part, and to the whole."""
    units = tuple(needs)
    mine = tuple(unit.code for unit in units if unit.identity in held)
    missing = tuple(unit.code for unit in units if _wanted(unit, held) and unit.recognisable)
    study = tuple(unit.code for unit in units if _wanted(unit, held) and not unit.recognisable)
    against: list[Refusal] = []
    if not units:
        against.append(refusal("accumulation.no_units"))
    if missing:
        against.append(refusal("accumulation.missing", count=len(missing), units=_named(missing)))
    if study:
        against.append(refusal("accumulation.in_study", units=_named(study)))
    if units and not mine and not against:
        against.append(refusal("accumulation.nothing_held"))
    stage = Stage.COMPLETE if not against else Stage.BEGUN if mine else Stage.NOTHING
    return Progress(stage, mine, missing, study, tuple(_part(code, units, held) for code in parts), tuple(against))


def standing(unit: UnitNeed, held: frozenset[int], asked: frozenset[int] = frozenset()) -> UnitStanding:
    """How one unit stands: there, asked for in an open case, missing, or to be taken in the programme itself."""
    if unit.identity in held:
        return UnitStanding.HELD
    if not unit.recognisable:
        return UnitStanding.IN_STUDY
    return UnitStanding.ASKED if unit.identity in asked else UnitStanding.MISSING


def total(units: Iterable[tuple[int, Credits | None]]) -> tuple[Credits, ...]:
    """The credits of what is held, in each unit they are counted in; a unit that serves several counts once."""
    once = {identity: credits for identity, credits in units if credits is not None}
    sums: dict[CreditUnit, Credits] = {}
    for credits in once.values():
        # Old credit points become ECTS exactly; no other pair has a lawful factor.
        same = credits.convert(CreditUnit.ECTS) if credits.unit is CreditUnit.KP else credits
        sums[same.unit] = sums.get(same.unit, Credits.zero(same.unit)) + same
    return tuple(sums[unit] for unit in CreditUnit if unit in sums)


def _wanted(unit: UnitNeed, held: frozenset[int]) -> bool:
    return unit.mandatory and unit.identity not in held


def _part(code: str, units: tuple[UnitNeed, ...], held: frozenset[int]) -> PartProgress:
    of_it = [unit for unit in units if unit.part == code]
    # A part of electives alone is whole when all of them are there.
    asked = [unit for unit in of_it if unit.mandatory] or of_it
    mine = tuple(unit.code for unit in of_it if unit.identity in held)
    missing = tuple(unit.code for unit in asked if unit.identity not in held)
    stage = Stage.BEGUN if mine else Stage.NOTHING
    return PartProgress(code, Stage.COMPLETE if of_it and not missing else stage, mine, missing)


def _named(codes: tuple[str, ...]) -> tuple[str, ...]:
    return codes[:NAMED] + (("…",) if len(codes) > NAMED else ())
