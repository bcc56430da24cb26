"""Assessors score the outcomes of a case, each in a column of their own, and agree on one result."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.institution import User
from commission_app.models.score import Assessor, Result, Score
from commission_app.models.standard import Outcome
from commission_app.rules import scales
from commission_app.rules.combination import Given
from commission_app.rules.scoring import needs_reason
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.rules.vocabulary.scoring import CombinationKind, OutcomeResult
from commission_app.services import score_history
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.score_columns import Columns, agreed_count, asked, columns, given_of, own_seat, scale_of
from commission_app.store.work import Work


@dataclass(frozen=True)
class AssessorForm:
    """Who measures a case, for which side."""

    name: str
    side: Side = Side.SCHOOL
    member_uid: UUID | None = None
    user_uid: UUID | None = None


@dataclass(frozen=True)
class ScoreEntry:
    """One cell of a sheet filled in; an entry without result and value clears it."""

    outcome_id: int
    result: OutcomeResult | None = None
    reason: str = ""
    seen: int | None = None
    value: int | None = None


def seat(work: Work, case_id: int, form: AssessorForm) -> int:
    """An assessor takes a seat at a case.

    Bound to somebody who works in the program, the column is theirs alone while all score blind.
    Refused: without a name, twice the same person, after results were agreed, or after scoring was closed.
    """
    case = _open_case(work, case_id, lock=True)
    name = form.name.strip()
    if not name:
        raise RefusedError("assessor.without_name", at="name")
    _check_none_agreed(work, case)
    seats = work.session.scalars(select(Assessor).where(Assessor.case_id == case.id)).all()
    if any(row.name == name for row in seats):
        raise RefusedError("assessor.twice", at="name", name=name)
    _check_user(work, seats, form.user_uid)
    row = Assessor(
        case_id=case.id,
        seat=max((row.seat for row in seats), default=0) + 1,
        name=name,
        side=form.side,
        member_uid=form.member_uid,
        user_uid=form.user_uid,
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
    value: int | None = None,
) -> int | None:
    """An assessor says of one outcome whether it is met; an empty cell clears it. Gives its new version.

    On a scale of numbers the value (in thousandths) is given and the result follows from it; only “to be tested”
    is said without one. Refused: a value off the scale, whatever falls short of met without a reason, a sheet that is
    finished. A conflict when the cell changed since it was seen; a cell seen empty was seen as 0.
    """
    return score_many(work, assessor_id, (ScoreEntry(outcome_id, result, reason, seen, value),))[0]


def score_many(work: Work, assessor_id: int, entries: tuple[ScoreEntry, ...]) -> tuple[int | None, ...]:
    """An assessor fills in several cells at once; all are stored, or none. Gives their new versions.

    Refused and conflicting as a single score is.
    """
    assessor = work.lock(Assessor, assessor_id)
    case = _open_case(work, assessor.case_id)
    if assessor.finished_at is not None:
        raise RefusedError("scoring.sheet_finished", name=assessor.name)
    _check_own(work, case, assessor)
    outcomes, versions = asked(work.session, case.id), list[int | None]()
    for entry in entries:
        _check_asked(outcomes, entry.outcome_id)
        new = _given(work, case, entry.outcome_id, entry.result, entry.value, entry.reason)
        found = select(Score.id).where(Score.assessor_id == assessor_id, Score.outcome_id == entry.outcome_id)
        key = work.session.scalar(found)
        cell = None if key is None else work.lock(Score, key, entry.seen)
        score_history.note(work, case.id, entry.outcome_id, assessor_id, given_of(cell), new, entry.reason.strip())
        blank = Score(assessor_id=assessor_id, outcome_id=entry.outcome_id)
        versions.append(_store(work, cell, blank, new, entry.reason))
    return tuple(versions)


def bind(work: Work, assessor_id: int, user_uid: UUID | None) -> None:
    """An assessor's column is bound to somebody who works in the program, or to nobody any more.

    Refused: somebody with another column of the case; once something is scored in it, to all but its own person and
    an administrator.
    """
    case = _open_case(work, work.get(Assessor, assessor_id).case_id, lock=True)
    assessor = work.lock(Assessor, assessor_id)
    seats = work.session.scalars(select(Assessor).where(Assessor.case_id == case.id)).all()
    begun = work.session.scalar(select(Score.id).where(Score.assessor_id == assessor_id).limit(1)) is not None
    own = assessor.user_uid is not None and assessor.user_uid == work.actor.uid
    if begun and not own and work.actor.role is not OfficeRole.ADMINISTRATOR:
        raise RefusedError("scoring.sheet_begun", at="user_uid", name=assessor.name)
    _check_user(work, [row for row in seats if row.id != assessor_id], user_uid)
    assessor.user_uid = user_uid
    work.touch(case)


def finish(work: Work, assessor_id: int, *, finished: bool = True, without: str = "") -> None:
    """An assessor has finished, or takes the sheet up again.

    Refused: while an outcome asked for has neither a score nor a reason why it is left out (`without`); taking the
    sheet up again once results are agreed.
    """
    case = _open_case(work, work.get(Assessor, assessor_id).case_id, lock=True)
    assessor = work.lock(Assessor, assessor_id)
    _check_own(work, case, assessor)
    if finished:
        scored = set(work.session.scalars(select(Score.outcome_id).where(Score.assessor_id == assessor_id)))
        left = {key: code for key, code in asked(work.session, case.id).items() if key not in scored}
        if left and not without.strip():
            raise RefusedError("scoring.unscored", at="without", outcomes=list(left.values()))
        for key in left:
            score_history.note(work, case.id, key, assessor_id, None, None, without.strip())
    else:
        _check_none_agreed(work, case)
    assessor.finished_at = work.moment if finished else None


def agree(
    work: Work,
    case_id: int,
    outcome_id: int,
    result: OutcomeResult | None,
    reason: str = "",
    seen: int | None = None,
    value: int | None = None,
) -> int | None:
    """The assessors agree on the result of one outcome; gives the cell's new version. An empty cell clears it.

    Refused: before all have finished where they score blind, and whatever falls short of met without a reason.
    """
    case = _open_case(work, case_id)
    held = _agreeing(work, case)
    _check_asked(asked(work.session, case.id), outcome_id)
    new = _given(work, case, outcome_id, result, value, reason)
    found = select(Result.id).where(Result.case_id == case_id, Result.outcome_id == outcome_id)
    key = work.session.scalar(found)
    cell = None if key is None else work.lock(Result, key, seen)
    score_history.note(work, case.id, outcome_id, None, given_of(cell), new, reason.strip())
    if cell is not None:
        cell.agreed_how = _how(held, outcome_id, new)
    blank = Result(case_id=case_id, outcome_id=outcome_id, agreed_how=_how(held, outcome_id, new))
    return _store(work, cell, blank, new, reason)


def agree_where_alike(work: Work, case_id: int) -> int:
    """Where all assessors say the same, that becomes the agreed result; gives how many outcomes that settled."""
    return _settle(work, case_id, diverging=False)


def accept_proposals(work: Work, case_id: int) -> int:
    """What the edition's rule proposes becomes the agreed result, also where the assessors differ; gives how many."""
    return _settle(work, case_id, diverging=True)


def _settle(work: Work, case_id: int, *, diverging: bool) -> int:
    case = _open_case(work, case_id, lock=True)
    held = _agreeing(work, case)
    settled = set(work.session.scalars(select(Result.outcome_id).where(Result.case_id == case.id)))
    new = []
    for outcome_id in asked(work.session, case.id):
        found = held.proposal(outcome_id)
        if found.given is None or outcome_id in settled or (found.diverges and not diverging):
            continue
        result, value = found.given.result, found.given.value
        reason, how = _reason(held, outcome_id, found.given), _how(held, outcome_id, found.given)
        score_history.note(work, case.id, outcome_id, None, None, found.given, reason)
        new.append(
            Result(case_id=case.id, outcome_id=outcome_id, result=result, value=value, reason=reason, agreed_how=how)
        )
    work.add(*new)
    work.touch(case)
    return len(new)


def _agreeing(work: Work, case: RecognitionCase) -> Columns:
    """The columns, locked so that nobody takes a sheet up while results are agreed."""
    held = columns(work.session, case, lock=True)
    against = held.against_agreeing()
    if against:
        raise RefusedError.of(against[0])
    return held


def _how(held: Columns, outcome_id: int, new: Given | None) -> CombinationKind | None:
    """By which rule a result came about; none where the assessors settled it otherwise."""
    found = held.proposal(outcome_id)
    if new is None or found.given != new:
        return None
    return held.combination if found.diverges else CombinationKind.CONSENSUS


def _reason(held: Columns, outcome_id: int, given: Given) -> str:
    cells = [held.scores.get((seat.id, outcome_id)) for seat in held.seats]
    return next((cell.reason for cell in cells if cell and given_of(cell) == given and cell.reason), "")


def _given(
    work: Work, case: RecognitionCase, outcome_id: int, result: OutcomeResult | None, value: int | None, reason: str
) -> Given | None:
    """What the scale makes of what was entered, its reason checked."""
    outcome = work.get(Outcome, outcome_id)
    scale = scale_of(work.session, case, outcome.unit)
    if value is not None:
        result = scales.judged(scale, value, outcome.maximum).result
    elif scale.takes_values and result not in (None, OutcomeResult.TO_TEST):
        raise RefusedError("scale.value_needed", at="value")
    if result is None:
        return None
    if needs_reason(result) and not reason.strip():
        raise RefusedError("scoring.reason_needed", at="reason", result=result)
    return Given(result, value)


def _store(
    work: Work, cell: Score | Result | None, blank: Score | Result, new: Given | None, reason: str
) -> int | None:
    if new is None:
        if cell is not None:
            work.remove([cell])
        return None
    if cell is None:
        cell = blank
    cell.result, cell.value, cell.reason = new.result, new.value, reason.strip()
    if cell is blank:
        work.add(cell)
    work.session.flush()
    return cell.version


def _open_case(work: Work, case_id: int, *, lock: bool = False) -> RecognitionCase:
    case = work.lock(RecognitionCase, case_id) if lock else work.get(RecognitionCase, case_id)
    if case.state is not CaseState.DOCUMENTED:
        raise RefusedError("scoring.not_open", number=case.number, state=case.state)
    require_unbarred(work, case_id)
    work.about(case.uid)
    return case


def _check_own(work: Work, case: RecognitionCase, assessor: Assessor) -> None:
    against = columns(work.session, case, actor=work.actor.uid).against_opening(assessor)
    if against:
        raise RefusedError.of(against[0])


def _check_user(work: Work, seats: Sequence[Assessor], user_uid: UUID | None) -> None:
    if user_uid is None:
        return
    user = work.session.scalars(select(User).where(User.uid == user_uid, User.active)).one_or_none()
    if user is None:
        raise RefusedError("user.absent", at="user_uid")
    if own_seat(seats, user_uid) is not None:
        raise RefusedError("assessor.user_twice", at="user_uid", name=user.name)


def _check_none_agreed(work: Work, case: RecognitionCase) -> None:
    if agreed_count(work.session, case.id):
        raise RefusedError("scoring.agreed_already")


def _check_asked(outcomes: dict[int, str], outcome_id: int) -> None:
    if outcome_id not in outcomes:
        raise RefusedError("evidence.outcome_not_asked", at="outcome_id")
