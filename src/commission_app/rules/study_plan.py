"""What remains to be studied after recognition, semester by semester: offers, prerequisites and a cap of credits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor

from commission_app.errors import RefusedError
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.rules.vocabulary.study_plan import PlacedBy

MOST_SEMESTERS = 16
"""More semesters no programme has; part-time doctors need fewer."""
LONGEST_PLAN = 60
_YEAR = 2
"""A unit is offered again after two semesters, in the same half of the year."""
USUAL_CAP: Mapping[CreditUnit, Credits] = {
    CreditUnit.ECTS: Credits.of(30, CreditUnit.ECTS),
    CreditUnit.KP: Credits.of(20, CreditUnit.KP),
}
"""A semester of full-time studies (a year is 60 ECTS, 40 KP until 2022)."""


@dataclass(frozen=True, slots=True)
class PlanUnit:
    """A unit of the programme, the semester it is offered in, and what of it is recognised; prerequisites by code."""

    code: str
    credits: Credits | None
    recognised: Credits | None = None
    whole: bool = False
    """Nothing of it is left to be studied."""
    semester: int | None = None
    mandatory: bool = True
    final_examination: bool = False
    prerequisites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanWish:
    """From which semester one studies, and how many credits a semester may hold; without a cap any number."""

    entry: int
    cap: Credits | None = None


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """A unit that remains, the credits left of it, its semester and why it stands there."""

    unit: PlanUnit
    left: Credits | None
    semester: int
    why: PlacedBy


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """The recognised units, the remaining ones by semester, those to choose from, and what is still to be chosen."""

    recognised: tuple[PlanUnit, ...]
    placed: tuple[PlannedUnit, ...]
    choices: tuple[PlanUnit, ...]
    loads: tuple[tuple[int, Credits], ...]
    """The credits of each semester that has any unit."""
    left: Credits
    open: Credits | None
    """What the programme asks beyond its mandatory units and the recognised others."""


@dataclass(slots=True)
class _Calendar:
    """The semesters as they fill."""

    unit: CreditUnit
    wish: PlanWish
    loads: dict[int, Credits] = field(default_factory=dict)

    def load(self, semester: int) -> Credits:
        return self.loads.get(semester, Credits.zero(self.unit))

    def full(self, semester: int, left: Credits | None) -> bool:
        """Whether a unit does not fit; one larger than the cap has an empty semester for itself."""
        cap, load = self.wish.cap, self.load(semester)
        return bool(cap is not None and left is not None and load.value and (load + left).value > cap.value)

    def put(self, semester: int, left: Credits | None) -> None:
        self.loads[semester] = self.load(semester) + (left or Credits.zero(self.unit))


def check_wish(wish: PlanWish) -> None:
    """Refuses a semester no programme has, and a cap that would hold nothing."""
    if not 1 <= wish.entry <= MOST_SEMESTERS:
        raise RefusedError("study_plan.entry", at="entry", most=MOST_SEMESTERS)
    if wish.cap is not None and wish.cap.value <= 0:
        raise RefusedError("study_plan.cap", at="cap")


def proposed_entry(units: Iterable[PlanUnit], cap: Credits | None) -> int:
    """The semester whose predecessors the recognised credits would fill; the first where no cap says how many."""
    if cap is None or not cap.value:
        return 1
    recognised = Credits.total((one for unit in units if (one := _in(unit.recognised, cap.unit))), cap.unit)
    return min(1 + floor(recognised.value / cap.value), MOST_SEMESTERS)


def study_plan(units: Sequence[PlanUnit], unit: CreditUnit, wish: PlanWish, programme: Credits | None) -> StudyPlan:
    """Every mandatory unit that is not recognised, in the first semester in which it can be studied.

    A unit is offered in its semester of the programme and again each year; it comes after what must come before it, or
    beside it where the programme offers both at once; the final examination comes last. Units of choice are named, not
    placed: which of them is the student's own decision.

    Refused: a semester or a cap that cannot be, units that ask for one another, a plan longer than anybody studies.
    """
    check_wish(wish)
    calendar = _Calendar(unit, wish)
    waiting = [one for one in units if not one.whole and (one.mandatory or one.final_examination)]
    placed: dict[str, PlannedUnit] = {}
    for one in _ordered(waiting):
        planned = _place(one, placed, calendar)
        placed[one.code.casefold()] = planned
        calendar.put(planned.semester, planned.left)
    order = {one.code: at for at, one in enumerate(units)}
    lines = sorted(placed.values(), key=lambda line: (line.semester, order[line.unit.code]))
    return StudyPlan(
        recognised=tuple(one for one in units if one.whole),
        placed=tuple(lines),
        choices=tuple(one for one in units if not (one.whole or one.mandatory or one.final_examination)),
        loads=tuple(sorted(calendar.loads.items())),
        left=Credits.total((line.left for line in lines if line.left is not None), unit),
        open=_open(units, unit, programme),
    )


def _place(one: PlanUnit, placed: Mapping[str, PlannedUnit], calendar: _Calendar) -> PlannedUnit:
    entry, left = calendar.wish.entry, _left(one, calendar.unit)
    semester, why = max(entry, one.semester or entry), PlacedBy.OFFERED
    step = _YEAR
    if one.semester is None:
        why, step = PlacedBy.FREE, 1
    elif one.semester < entry:
        semester, why = entry + (entry - one.semester) % _YEAR, PlacedBy.NEXT_OFFER
    earliest = _earliest(one, placed)
    if one.final_examination and placed:
        last = max(line.semester for line in placed.values())
        # An examination is not bound to the half of a year in which its courses are read.
        semester, why, step = max(semester, last), (PlacedBy.LAST if last > semester else why), 1
    while semester < earliest:
        semester, why = semester + step, PlacedBy.PREREQUISITE
    while calendar.full(semester, left):
        semester, why = semester + step, PlacedBy.FULL
    if semester > LONGEST_PLAN:
        raise RefusedError("study_plan.too_long", at="cap", most=LONGEST_PLAN)
    return PlannedUnit(one, left, semester, why)


def _earliest(one: PlanUnit, placed: Mapping[str, PlannedUnit]) -> int:
    """The first semester after all that must come before; beside it where the programme offers both at once."""
    found = 1
    for code in one.prerequisites:
        need = placed.get(code.casefold())
        if need is not None:
            beside = one.semester is not None and one.semester == need.unit.semester
            found = max(found, need.semester + (0 if beside else 1))
    return found


def _ordered(units: Sequence[PlanUnit]) -> list[PlanUnit]:
    """What must come before stands before; else by the semester of the programme, the final examination last."""
    by_code = {one.code.casefold(): one for one in units}
    found: dict[str, PlanUnit] = {}
    path: list[str] = []

    def visit(one: PlanUnit) -> None:
        code = one.code.casefold()
        if code in found:
            return
        if code in path:
            circle = " → ".join(by_code[step].code for step in (*path[path.index(code) :], code))
            raise RefusedError("study_plan.circle", circle=circle)
        path.append(code)
        for need in one.prerequisites:
            if need.casefold() in by_code:
                visit(by_code[need.casefold()])
        path.pop()
        found[code] = one

    for one in sorted(units, key=lambda one: (one.final_examination, one.semester is None, one.semester or 0)):
        visit(one)
    return list(found.values())


def _left(one: PlanUnit, unit: CreditUnit) -> Credits | None:
    """The credits still to be acquired in a unit; None where they cannot be stated in the plan's unit of credit."""
    whole, recognised = _in(one.credits, unit), _in(one.recognised, unit)
    if whole is None:
        return None
    return Credits(max(whole.value - (recognised.value if recognised else 0), whole.value * 0), unit)


def _open(units: Iterable[PlanUnit], unit: CreditUnit, programme: Credits | None) -> Credits | None:
    whole = _in(programme, unit)
    if whole is None:
        return None
    value = whole.value
    for one in units:
        counted = one.credits if one.mandatory or one.final_examination else one.recognised
        held = _in(counted, unit)
        value -= held.value if held is not None else 0
    return Credits(max(value, value * 0), unit)


def _in(credits: Credits | None, unit: CreditUnit) -> Credits | None:
    return credits.convert(unit) if credits is not None and credits.converts(unit) else None
