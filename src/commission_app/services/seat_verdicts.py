"""The heads of the columns of scores: who measures, how far, and which verdict on a unit each column comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from commission_app.errors import Refusal, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.score import Assessor, Result, Score
from commission_app.models.standard import Unit
from commission_app.rules import aggregation
from commission_app.rules.aggregation import Measured
from commission_app.rules.provisions import in_force
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import UnitRule, UnitVerdict
from commission_app.services import provisions
from commission_app.services.score_columns import Columns


@dataclass(frozen=True)
class AssessorLine:
    """A column of scores, with how many of the outcomes asked for are scored in it."""

    id: int
    seat: int
    name: str
    side: Side
    finished: bool
    scored: int = 0
    outcomes: int = 0
    hidden: bool = False
    against_finishing: tuple[Refusal, ...] = ()
    against_reopening: tuple[Refusal, ...] = ()
    against_opening: tuple[Refusal, ...] = ()
    bound: bool = False
    """Whether the column belongs to somebody who works in the program."""


@dataclass(frozen=True)
class SeatVerdict:
    """The verdict on a unit that follows from one assessor's scores, or (seat 0) from the agreed results."""

    seat: int
    verdict: UnitVerdict
    missing: tuple[Refusal, ...]


def assessor_line(row: Assessor, held: Columns, outcome_ids: Sequence[int], agreed: bool) -> AssessorLine:
    """The head of an assessor's column, with what stands against finishing it or taking it up again."""
    scored = sum((row.id, key) in held.scores for key in outcome_ids)
    finished = row.finished_at is not None
    missing = len(outcome_ids) - scored
    return AssessorLine(
        row.id,
        row.seat,
        row.name,
        row.side,
        finished,
        scored,
        len(outcome_ids),
        not held.may_see(row),
        held.against_opening(row) or ((refusal("scoring.still_unscored", missing=missing),) if missing else ()),
        held.against_opening(row) or ((refusal("scoring.agreed_already"),) if agreed else ()),
        held.against_opening(row),
        row.user_uid is not None,
    )


def unit_verdicts(
    session: Session, case: RecognitionCase, unit: Unit, held: Columns, results: Mapping[int, Result]
) -> tuple[SeatVerdict, ...]:
    """The verdicts that follow from every column that may be seen and that has scores of the unit."""
    visible: list[tuple[int, Mapping[int, Score | Result]]] = [(0, results)]
    for seat in held.seats:
        if held.may_see(seat):
            visible.append((seat.seat, {row.outcome_id: row for row in seat.scores}))
    found = []
    for number, cells in visible:
        if not any(outcome.id in cells for outcome in unit.outcomes):
            continue
        stand = standing_of(session, case, unit, cells)
        found.append(SeatVerdict(number, stand.unit.verdict, stand.missing))
    return tuple(found)


def standing_of(
    session: Session, case: RecognitionCase, unit: Unit, cells: Mapping[int, Score | Result]
) -> aggregation.Standing:
    """How far a unit is reached by some cells, under its own rule or the provisions in force for the case."""
    rule, share = rules_in_force(session, case)
    return aggregation.standing(
        aggregation.of(case.edition.aggregation, unit.aggregation), rule, share, measured(unit, cells)
    )


def measured(unit: Unit, cells: Mapping[int, Score | Result]) -> list[Measured]:
    """The outcomes of a unit with what some cells say of them."""
    return [
        Measured(
            row.code,
            row.mandatory,
            row.weight,
            cells[row.id].result if row.id in cells else None,
            cells[row.id].value if row.id in cells else None,
            row.maximum,
            row.section,
        )
        for row in unit.outcomes
    ]


def rules_in_force(session: Session, case: RecognitionCase) -> tuple[UnitRule, int]:
    """When a unit counts as reached by the provisions in force for the case, and the share where they ask for one."""
    known = provisions.rules(session)
    share = in_force(known, ProvisionKey.SHARE_PERCENT, case.procedure, case.law_date).reading
    rule = UnitRule(str(in_force(known, ProvisionKey.UNIT_RULE, case.procedure, case.law_date).reading))
    return rule, share if isinstance(share, int) else 100
