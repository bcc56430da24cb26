"""The history of every cell of scores: who said what, and when; lines are added, never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from commission_app.models.case import RecognitionCase
from commission_app.models.score import ScoreChange
from commission_app.rules.combination import Given
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.score_columns import columns
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class HistoryLine:
    """One change of a cell; seat 0 and no name mean the agreed result."""

    moment: datetime
    user_name: str
    seat: int
    assessor: str
    old_result: OutcomeResult | None
    new_result: OutcomeResult | None
    old_value: int | None
    new_value: int | None
    reason: str


def note(
    work: Work,
    case_id: int,
    outcome_id: int,
    assessor_id: int | None,
    old: Given | None,
    new: Given | None,
    reason: str = "",
) -> None:
    """Adds a line where the cell changed, or its reason was given anew."""
    if old == new and not reason:
        return
    work.add(
        ScoreChange(
            case_id=case_id,
            outcome_id=outcome_id,
            assessor_id=assessor_id,
            moment=work.moment,
            user_name=work.actor.name,
            old_result=old.result if old else None,
            new_result=new.result if new else None,
            old_value=old.value if old else None,
            new_value=new.value if new else None,
            reason=reason,
        )
    )


def history_of(reading: Reading, case_id: int, outcome_id: int, seat: int | None = None) -> tuple[HistoryLine, ...]:
    """How an outcome came to its scores and its result, newest first; columns scored blind stay hidden."""
    require_unbarred(reading, case_id)
    case = reading.get(RecognitionCase, case_id)
    held = columns(reading.session, case, seat, reading.actor.uid)
    names = {row.id: row for row in held.seats}
    rows = reading.session.scalars(
        select(ScoreChange)
        .where(ScoreChange.case_id == case_id, ScoreChange.outcome_id == outcome_id)
        .order_by(ScoreChange.id.desc())
    )
    lines = []
    for row in rows:
        assessor = names.get(row.assessor_id) if row.assessor_id is not None else None
        if row.assessor_id is not None and (assessor is None or not held.may_see(assessor)):
            continue
        lines.append(
            HistoryLine(
                row.moment,
                row.user_name,
                assessor.seat if assessor else 0,
                assessor.name if assessor else "",
                row.old_result,
                row.new_result,
                row.old_value,
                row.new_value,
                row.reason,
            )
        )
    return tuple(lines)
