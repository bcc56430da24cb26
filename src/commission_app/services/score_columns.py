"""The columns of scores of a case: who measures by which rules, and whose scores may be seen while they score blind."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.score import Assessor, Result, Score
from commission_app.models.standard import Outcome, Unit
from commission_app.rules import aggregation
from commission_app.rules.combination import Combined, Given, combine, lacking_assessors
from commission_app.rules.provisions import Value
from commission_app.rules.scales import Scale
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import CombinationKind, ScaleKind
from commission_app.services import provisions


@dataclass(frozen=True)
class Columns:
    """The assessors of a case with their scores, and which of them the asker may see."""

    seats: tuple[Assessor, ...]
    scores: dict[tuple[int, int], Score]
    blind: bool
    minimum: int
    combination: CombinationKind
    seat: int | None
    actor: UUID | None = None

    @property
    def all_finished(self) -> bool:
        """Whether every assessor has finished."""
        return bool(self.seats) and all(row.finished_at is not None for row in self.seats)

    @property
    def veiled(self) -> bool:
        """Whether the assessors still score blind: nobody sees another's column."""
        return self.blind and len(self.seats) > 1 and not self.all_finished

    @property
    def guarded(self) -> bool:
        """Whether each column belongs to one hand alone."""
        return self.blind and len(self.seats) > 1

    def may_see(self, assessor: Assessor) -> bool:
        """Whether the asker may see an assessor's scores now."""
        return not self.veiled or (assessor.seat == self.seat and not self.against_opening(assessor))

    def against_opening(self, assessor: Assessor) -> tuple[Refusal, ...]:
        """What stands against the asker's reading or filling in a column while all score blind.

        A column bound to somebody is theirs alone; a paper sheet is entered by whoever has no unfinished column.
        """
        if not self.guarded or (assessor.user_uid is not None and assessor.user_uid == self.actor):
            return ()
        if assessor.user_uid is not None:
            return (refusal("scoring.not_your_sheet", name=assessor.name),)
        own = own_seat(self.seats, self.actor)
        if own is not None and own.finished_at is None:
            return (refusal("scoring.own_sheet_first", name=assessor.name),)
        return ()

    def proposal(self, outcome_id: int) -> Combined:
        """What the scores of one outcome come to by the rule of the edition."""
        cells = [self.scores.get((seat.id, outcome_id)) for seat in self.seats]
        return combine(self.combination, [given_of(cell) for cell in cells])

    def against_agreeing(self) -> tuple[Refusal, ...]:
        """What stands against agreeing on results now."""
        if not self.seats:
            return (refusal("scoring.nobody_scores"),)
        late = [row.name for row in self.seats if row.finished_at is None]
        if self.blind and late:
            return (refusal("scoring.not_all_finished", names=late),)
        return lacking_assessors([row.side for row in self.seats], self.minimum)


def own_seat(seats: Sequence[Assessor], actor: UUID | None) -> Assessor | None:
    """The column that is bound to somebody who works in the program."""
    return next((row for row in seats if actor is not None and row.user_uid == actor), None)


def columns(
    session: Session,
    case: RecognitionCase,
    seat: int | None = None,
    actor: UUID | None = None,
    *,
    lock: bool = False,
) -> Columns:
    """The columns of a case as who works here may see them in a seat; without a seat in their own, if they have one.

    Locked where results are agreed.
    """
    query = select(Assessor).where(Assessor.case_id == case.id).order_by(Assessor.seat)
    if lock:
        query = query.with_for_update(of=Assessor).execution_options(populate_existing=True)
    seats = tuple(session.scalars(query.options(selectinload(Assessor.scores))))
    own = own_seat(seats, actor) if seat is None else None
    return Columns(
        seats,
        {(row.assessor_id, row.outcome_id): row for one in seats for row in one.scores},
        bool(_provision(session, case, ProvisionKey.BLIND_SCORING, True)),
        minimum_assessors(session, case),
        case.edition.combination,
        own.seat if own is not None else seat,
        actor,
    )


def is_veiled(session: Session, case: RecognitionCase) -> bool:
    """Whether the case is being scored blind now."""
    return case.state is CaseState.DOCUMENTED and columns(session, case).veiled


def given_of(cell: Score | Result | None) -> Given | None:
    """What stands in a cell."""
    return None if cell is None else Given(cell.result, cell.value)


def minimum_assessors(session: Session, case: RecognitionCase) -> int:
    """How many assessors the rules ask for."""
    found = _provision(session, case, ProvisionKey.MINIMUM_ASSESSORS, 1)
    return found if isinstance(found, int) else 1


def scale_of(session: Session, case: RecognitionCase, unit: Unit) -> Scale:
    """The scale on which a unit's outcomes are scored for a case."""
    rule = aggregation.of(case.edition.aggregation, unit.aggregation)
    kind = case.edition.scale
    pass_mark = _provision(session, case, ProvisionKey.PASS_MARK, 4) if kind is ScaleKind.MARK else 4
    return Scale(kind, pass_mark if isinstance(pass_mark, int) else 4, rule.met_percent, rule.partly_percent)


def asked(session: Session, case_id: int) -> dict[int, str]:
    """The outcomes asked for, with their codes."""
    query = select(Outcome.id, Outcome.code).join(Claim, Claim.unit_id == Outcome.unit_id)
    rows = session.execute(query.where(Claim.case_id == case_id).order_by(Outcome.id))
    return {row.id: row.code for row in rows}


def agreed_count(session: Session, case_id: int) -> int:
    """How many results are agreed already."""
    return session.scalar(select(func.count(Result.id)).where(Result.case_id == case_id)) or 0


def _provision(session: Session, case: RecognitionCase, key: ProvisionKey, otherwise: Value) -> Value:
    """The value in force; an office that never settled it works by what is usual."""
    try:
        return provisions.provision(session, key, case.procedure, case.law_date).reading
    except RefusedError:
        return otherwise
