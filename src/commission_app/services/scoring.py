"""Assessors score the outcomes of a case, each in a column of their own, and agree on one result."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.score import Assessor, Result, Score
from commission_app.models.standard import Outcome
from commission_app.rules.scoring import agree as agreement
from commission_app.rules.scoring import needs_reason
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.store.work import Work


@dataclass(frozen=True)
class AssessorForm:
    """Who measures a case, for which side."""

    name: str
    side: Side = Side.SCHOOL
    member_uid: UUID | None = None


def seat(work: Work, case_id: int, form: AssessorForm) -> int:
    """An assessor takes a seat at a case.

    Refused: without a name, twice the same person, or after scoring was closed.
    """
    case = _open_case(work, case_id, lock=True)
    name = form.name.strip()
    if not name:
        raise RefusedError("assessor.without_name", at="name")
    seats = work.session.scalars(select(Assessor).where(Assessor.case_id == case.id)).all()
    if any(row.name == name for row in seats):
        raise RefusedError("assessor.twice", at="name", name=name)
    row = Assessor(
        case_id=case.id,
        seat=max((row.seat for row in seats), default=0) + 1,
        name=name,
        side=form.side,
        member_uid=form.member_uid,
    )
    work.add(row)
    work.touch(case)
    work.session.flush()
    return row.id


def score(
    work: Work,
    assessor_id: int,
    outcome_id: int,
    result: OutcomeResult | None,
    reason: str = "",
    seen: int | None = None,
) -> int | None:
    """An assessor says of one outcome whether it is met; an empty result clears the cell. Gives its new version.

    Refused: whatever falls short of met without a reason. A conflict when the cell changed since it was seen; a cell
    seen empty was seen as 0.
    """
    assessor = work.get(Assessor, assessor_id)
    case = _open_case(work, assessor.case_id)
    _check_asked(work, case, outcome_id)
    _check_reason(result, reason)
    found = select(Score.id).where(Score.assessor_id == assessor_id, Score.outcome_id == outcome_id)
    key = work.session.scalar(found)
    if key is None:
        return _begin(work, Score(assessor_id=assessor_id, outcome_id=outcome_id), result, reason)
    return _change(work, work.lock(Score, key, seen), result, reason)


def finish(work: Work, assessor_id: int, *, finished: bool = True) -> None:
    """An assessor has finished, or takes the sheet up again."""
    assessor = work.lock(Assessor, assessor_id)
    _open_case(work, assessor.case_id)
    assessor.finished_at = work.moment if finished else None


def agree(
    work: Work, case_id: int, outcome_id: int, result: OutcomeResult | None, reason: str = "", seen: int | None = None
) -> int | None:
    """The assessors agree on the result of one outcome; gives the cell's new version.

    Refused: whatever falls short of met without a reason.
    """
    case = _open_case(work, case_id)
    _check_asked(work, case, outcome_id)
    _check_reason(result, reason)
    found = select(Result.id).where(Result.case_id == case_id, Result.outcome_id == outcome_id)
    key = work.session.scalar(found)
    if key is None:
        return _begin(work, Result(case_id=case_id, outcome_id=outcome_id), result, reason)
    return _change(work, work.lock(Result, key, seen), result, reason)


def agree_where_alike(work: Work, case_id: int) -> int:
    """Where all assessors say the same, that becomes the agreed result; gives how many outcomes that settled."""
    case = _open_case(work, case_id, lock=True)
    seats = work.session.scalars(select(Assessor).where(Assessor.case_id == case.id)).all()
    given = {(row.assessor_id, row.outcome_id): row for seat in seats for row in seat.scores}
    settled = set(work.session.scalars(select(Result.outcome_id).where(Result.case_id == case.id)))
    new = []
    for outcome_id in _asked(work, case):
        cells = [given.get((seat.id, outcome_id)) for seat in seats]
        common = agreement([cell.result if cell else None for cell in cells]).result
        if common is None or outcome_id in settled:
            continue
        reason = next((cell.reason for cell in cells if cell and cell.reason), "")
        new.append(Result(case_id=case.id, outcome_id=outcome_id, result=common, reason=reason))
    work.add(*new)
    work.touch(case)
    return len(new)


def _begin(work: Work, cell: Score | Result, result: OutcomeResult | None, reason: str) -> int | None:
    if result is None:
        return None
    cell.result, cell.reason = result, reason.strip()
    work.add(cell)
    work.session.flush()
    return cell.version


def _change(work: Work, cell: Score | Result, result: OutcomeResult | None, reason: str) -> int | None:
    if result is None:
        work.remove([cell])
        return None
    cell.result, cell.reason = result, reason.strip()
    work.session.flush()
    return cell.version


def _open_case(work: Work, case_id: int, *, lock: bool = False) -> RecognitionCase:
    case = work.lock(RecognitionCase, case_id) if lock else work.get(RecognitionCase, case_id)
    if case.state is not CaseState.DOCUMENTED:
        raise RefusedError("scoring.not_open", number=case.number, state=case.state)
    work.about(case.uid)
    return case


def _asked(work: Work, case: RecognitionCase) -> list[int]:
    query = select(Outcome.id).join(Claim, Claim.unit_id == Outcome.unit_id).where(Claim.case_id == case.id)
    return list(work.session.scalars(query.order_by(Outcome.id)))


def _check_asked(work: Work, case: RecognitionCase, outcome_id: int) -> None:
    if outcome_id not in _asked(work, case):
        raise RefusedError("evidence.outcome_not_asked", at="outcome_id")


def _check_reason(result: OutcomeResult | None, reason: str) -> None:
    if needs_reason(result) and not reason.strip():
        raise RefusedError("scoring.reason_needed", at="reason", result=result)
