"""What may still happen to a registered decision: a condition met or not, taken up again, replaced, repealed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision, RecognisedUnit, SlipCorrection
from commission_app.models.register import Entry
from commission_app.rules import registration
from commission_app.rules.halves import half
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.case import CaseState, Step
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.decision import DecisionChange, DecisionState
from commission_app.services import deadlines, register_facts, registers
from commission_app.services.decision_cards import draft_facts
from commission_app.store.work import Work


@dataclass(frozen=True)
class Slip:
    """A slip of the pen: where it stands, what was written and what was meant."""

    place: str
    was: str
    becomes: str
    reason: str = ""


_FOLLOWS = frozenset({CaseState.DECIDED, CaseState.CERTIFIED})


def repeal(work: Work, decision_id: int, seen: int, reason: str, on: date) -> None:
    """A decision is repealed: what it recognised is no longer the person's, and the register says so.

    A case that rests on it alone is closed; one that was taken up again stays where it is.
    Refused: a draft or a decision no longer in force, without a reason, or on an impossible day.
    """
    case, decision = _locked(work, decision_id, seen, DecisionAct.REPEAL, reason)
    registration.check_day(draft_facts(work.session, decision), on, work.today, "on")
    _end(work, case, decision, reason.strip(), on)
    correct_entry(work, decision, case, DecisionChange.REPEALED, reason)


def lapse(work: Work, decision_id: int, seen: int, reason: str) -> None:
    """The condition was not met: the decision lapses, as if it were repealed today.

    Refused: a decision without a condition or one that is final, and without a reason.
    """
    case, decision = _locked(work, decision_id, seen, DecisionAct.LAPSE, reason)
    _end(work, case, decision, reason.strip(), work.today)
    correct_entry(work, decision, case, DecisionChange.LAPSED, reason)


def make_final(work: Work, decision_id: int, seen: int, note: str, on: date) -> None:
    """The condition is met: the decision is final from a day, and the register says so.

    Refused: a decision without a condition, twice, or on an impossible day.
    """
    case, decision = _locked(work, decision_id, seen, DecisionAct.MAKE_FINAL, note)
    registration.check_day(draft_facts(work.session, decision), on, work.today, "on")
    decision.made_final_on = on
    correct_entry(work, decision, case, DecisionChange.FINAL, note)


def reopen(work: Work, decision_id: int, seen: int, reason: str) -> None:
    """The case of a decision is taken up again: the commission decides anew, and its new decision replaces this one.

    Until then this decision stays in force, unless it was repealed before. The term for deciding begins anew.
    Refused: a draft or a decision already replaced, while the case is taken up already, and without a reason.
    """
    case, decision = _locked(work, decision_id, seen, DecisionAct.REOPEN, reason)
    decision.repeal_reason = "\n".join(part for part in (decision.repeal_reason, reason.strip()) if part)
    case.state, case.step = CaseState.SCORED, Step.ASSESSMENT
    case.closed_reason, case.closed_code, case.closed_on = "", None, None
    deadlines.start_anew(work, case, reason.strip())


def let_stand(work: Work, decision_id: int, seen: int) -> None:
    """A case that was taken up again is put back: the decision stays as it is.

    Refused: a case that nobody took up again, or that stands on an agenda.
    """
    case, decision = _locked(work, decision_id, seen, DecisionAct.LET_STAND)
    issued = select(Certificate.id).where(Certificate.case_id == case.id, Certificate.state == CertificateState.ISSUED)
    case.state = CaseState.CERTIFIED if work.session.scalar(issued.limit(1)) else CaseState.DECIDED
    case.step, decision.repeal_reason = Step.CERTIFICATION, ""


def replace(work: Work, case: RecognitionCase, decision: Decision) -> None:
    """A new decision that is just being registered takes the place of the one it replaces."""
    old = decision.replaces
    if old is None:
        return
    old = work.lock(Decision, old.id)
    if old.state is DecisionState.REGISTERED:
        old.state = DecisionState.REPLACED
        _take_away(work, case)
    work.session.flush()
    correct_entry(work, old, case, DecisionChange.REPLACED, decision.number)


def correct_slip(work: Work, decision_id: int, seen: int, slip: Slip) -> None:
    """A slip of the pen in a signed decision is corrected: the number stays, the paper and the book say what was meant.

    Refused: before the signature, where the text is simply mended, and a correction that corrects nothing.
    """
    case, decision = _locked(work, decision_id, seen, DecisionAct.CORRECT_SLIP)
    registration.check_slip(slip.was, slip.becomes)
    work.add(
        SlipCorrection(
            decision_id=decision.id,
            place=slip.place.strip(),
            was=slip.was.strip(),
            becomes=slip.becomes.strip(),
            reason=slip.reason.strip(),
            corrected_on=work.today,
        )
    )
    correct_entry(work, decision, case, DecisionChange.SLIP, f"{slip.was.strip()} → {slip.becomes.strip()}")


def correct_entry(work: Work, decision: Decision, case: RecognitionCase, change: DecisionChange, note: str) -> None:
    """What became of a decision enters its book as a line that cites the one before."""
    work.session.flush()
    newest = select(Entry).where(Entry.subject_uid == decision.uid).order_by(Entry.position.desc()).limit(1)
    entry = work.session.scalars(newest).one()
    facts = {**register_facts.decision(decision, case), "change": change}
    registers.correct(work, entry.id, facts, half(note, LATVIAN.code))


def _locked(
    work: Work, decision_id: int, seen: int, act: DecisionAct, reason: str | None = None
) -> tuple[RecognitionCase, Decision]:
    case = work.lock(RecognitionCase, work.get(Decision, decision_id).case_id)
    decision = work.lock(Decision, decision_id, seen)
    registration.require(draft_facts(work.session, decision), act)
    if reason is not None and not reason.strip():
        raise RefusedError("decision.change_reason", at="reason", number=decision.number)
    work.touch(case)
    work.touch(decision)
    return case, decision


def _end(work: Work, case: RecognitionCase, decision: Decision, reason: str, on: date) -> None:
    decision.state, decision.repealed_on, decision.repeal_reason = DecisionState.REPEALED, on, reason
    _take_away(work, case)
    if case.state in _FOLLOWS:
        case.step, case.state = Step.CERTIFICATION, CaseState.CLOSED
        case.closed_reason, case.closed_on = reason, on


def _take_away(work: Work, case: RecognitionCase) -> None:
    """What the person was recognised by the decision on this case is not theirs any more."""
    work.remove(work.session.scalars(select(RecognisedUnit).where(RecognisedUnit.case_id == case.id)).all())
