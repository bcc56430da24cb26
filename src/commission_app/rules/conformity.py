"""How far a programme, a kind of programmes or one certificate conforms to the microcredential, on five steps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules import canonical
from commission_app.rules.certificate_record import UNSAID
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import Conformity, Criterion, Principle, PrincipleAnswer
from commission_app.rules.vocabulary.microcredential import ProgrammeKind as Kind

SCHEMA = 1
STEPS = tuple(Conformity)
BEST = len(STEPS) - 1
_FULL, _NEARLY, _PARTLY, _RARELY, _NOT = STEPS


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion as a person judged it; without a step it is left open."""

    criterion: Criterion
    step: Conformity | None = None
    note: Said = UNSAID


@dataclass(frozen=True, slots=True)
class ConformitySheet:
    """What persons judged of a programme, or of a kind of programmes; `kind` is the kind a programme belongs to."""

    kind: Kind | None = None
    cells: tuple[Judged, ...] = ()
    schema: int = SCHEMA

    def of(self, criterion: Criterion) -> Judged:
        """What was judged of a criterion."""
        return next((cell for cell in self.cells if cell.criterion is criterion), Judged(criterion))


@dataclass(frozen=True, slots=True)
class Kept:
    """How a programme keeps to one principle."""

    principle: Principle
    answer: PrincipleAnswer | None = None
    note: Said = UNSAID


@dataclass(frozen=True, slots=True)
class PrinciplesSheet:
    """The check list of the ten principles of a programme."""

    answers: tuple[Kept, ...] = ()
    schema: int = SCHEMA

    def of(self, principle: Principle) -> Kept:
        """The answer to a principle."""
        return next((one for one in self.answers if one.principle is principle), Kept(principle))


@dataclass(frozen=True, slots=True)
class Measured:
    """One criterion with its step and why: computed by `reason`, or judged with the `note` of a person."""

    criterion: Criterion
    step: Conformity | None
    reason: Refusal | None = None
    note: Said = UNSAID
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Meter:
    """All criteria, and the total of those that have a step; `points` of `most`."""

    rows: tuple[Measured, ...]

    @property
    def measured(self) -> int:
        """How many criteria have a step."""
        return sum(row.step is not None for row in self.rows)

    @property
    def points(self) -> int:
        """The points of all steps together: four for the best, none for the last."""
        return sum(points(row.step) for row in self.rows if row.step is not None)

    @property
    def most(self) -> int:
        """The points there would be if all that were measured conformed fully."""
        return BEST * self.measured

    @property
    def total(self) -> Conformity | None:
        """The total on the five steps; none while nothing is measured."""
        return total(row.step for row in self.rows)


def points(step: Conformity) -> int:
    """What a step counts: four for full conformity, none for no conformity."""
    return BEST - STEPS.index(step)


def total(steps: Iterable[Conformity | None]) -> Conformity | None:
    """The mean of the steps, rounded down: a meter that is in doubt does not flatter."""
    counted = [points(step) for step in steps if step is not None]
    if not counted:
        return None
    mean = Fraction(sum(counted), len(counted))
    return STEPS[BEST - mean.numerator // mean.denominator]


def text(sheet: ConformitySheet | PrinciplesSheet) -> str:
    """The sheet as canonical text."""
    return canonical.written(sheet)


def require_notes(sheet: ConformitySheet | PrinciplesSheet) -> None:
    """Refuses a note in one language only: what is judged is printed in both."""
    notes: list[tuple[Criterion | Principle, Said]] = (
        [(cell.criterion, cell.note) for cell in sheet.cells]
        if isinstance(sheet, ConformitySheet)
        else [(one.principle, one.note) for one in sheet.answers]
    )
    for about, note in notes:
        if note.lv.strip() and not note.en.strip():
            raise RefusedError("conformity.half_english", at=f"{about}_en", criterion=about)
        if note.en.strip() and not note.lv.strip():
            raise RefusedError("conformity.half_latvian", at=f"{about}_lv", criterion=about)


def read_conformity(stored: str) -> ConformitySheet:
    """The sheet as it was kept; refused where it is no such sheet."""
    try:
        sheet = canonical.made(ConformitySheet, stored)
    except ValueError as error:
        raise RefusedError("conformity.unreadable") from error
    if sheet.schema != SCHEMA:
        raise RefusedError("microcredential.newer", schema=sheet.schema)
    return sheet


def read_principles(stored: str) -> PrinciplesSheet:
    """The check list as it was kept; refused where it is no such list."""
    try:
        sheet = canonical.made(PrinciplesSheet, stored)
    except ValueError as error:
        raise RefusedError("conformity.unreadable") from error
    if sheet.schema != SCHEMA:
        raise RefusedError("microcredential.newer", schema=sheet.schema)
    return sheet


def of_kind(sheet: ConformitySheet) -> Meter:
    """The meter of a kind of programmes: as it was judged."""
    cells = (sheet.of(criterion) for criterion in Criterion)
    return Meter(tuple(Measured(cell.criterion, cell.step, note=cell.note, judged=True) for cell in cells))


def of_programme(own: ConformitySheet, computed: Mapping[Criterion, Measured], kind: ConformitySheet | None) -> Meter:
    """The meter of one programme: what a person judged, else what its data say, else what its kind says."""
    rows = []
    for criterion in Criterion:
        cell = own.of(criterion)
        by_data = computed.get(criterion)
        if cell.step is not None:
            rows.append(Measured(criterion, cell.step, note=cell.note, judged=True))
        elif by_data is not None:
            rows.append(by_data)
        elif kind is not None and kind.of(criterion).step is not None:
            of_its_kind = kind.of(criterion)
            rows.append(Measured(criterion, of_its_kind.step, _by_kind(own.kind), of_its_kind.note))
        else:
            rows.append(Measured(criterion, None))
    return Meter(tuple(rows))


def _by_kind(kind: Kind | None) -> Refusal | None:
    return refusal("conformity.by_kind", kind=kind) if kind is not None else None
