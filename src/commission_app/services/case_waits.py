"""What cases wait for: one definition of each wait, so that the counts on Today and the list of cases agree."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, aliased

from commission_app.errors import Refusal
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.delivery import Delivery, Letter
from commission_app.models.exam import Examinee
from commission_app.models.sitting import Sitting
from commission_app.rules.completeness import lapse, missing, reminders
from commission_app.rules.deadlines import SOON_DAYS, contest_until
from commission_app.rules.provisions import in_force
from commission_app.rules.vocabulary.case import CaseState, Procedure
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.rules.workflow import is_open
from commission_app.services import case_facts, deadlines, provisions

LACKING, SITTING, SIGNATURE, CERTIFICATE = "lacking", "sitting", "signature", "certificate"
CLASH, ANSWER, NOTIFICATION, CONTEST = "clash", "answer", "notification", "contest"
WAITS = (LACKING, SITTING, SIGNATURE, CERTIFICATE, CLASH, ANSWER, NOTIFICATION, CONTEST)
CLASH_DAYS = 30
"""How far ahead a deadline without a sitting before it is told."""
ADMITTED = tuple(state for state in CaseState if is_open(state) and state is not CaseState.RECEIVED)
LONGEST_CONTEST = timedelta(days=800)
AWARDS = (DecisionVerdict.FULL, DecisionVerdict.PARTIAL)


def waiting(session: Session, what: str, day: date) -> ColumnElement[bool]:
    """The condition of the cases that wait for something."""
    match what:
        case "lacking":
            return Case.id.in_([key for key, _ in (*lacking(session), *lapsing(session, day))])
        case "sitting":
            return Case.state.in_((CaseState.SCORED, CaseState.POSTPONED))
        case "signature":
            return Case.id.in_(select(Decision.case_id).where(Decision.state == DecisionState.DRAFT))
        case "certificate":
            return _certificate_due()
        case "clash":
            return _before_any_sitting(day)
        case "answer":
            return Case.id.in_(
                select(Letter.case_id).where(Letter.answer_until.is_not(None), Letter.answered_on.is_(None))
            )
        case "notification":
            return Case.id.in_(_not_notified(day))
        case "contest":
            return Case.id.in_([key for key, _ in contestable(session, day)])
    raise KeyError(what)


def next_sitting() -> Any:
    """The day of the first sitting of the case's commission that is still to come; to be read beside a case."""
    return (
        select(func.min(Sitting.held_on))
        .where(Sitting.commission_id == Case.commission_id, Sitting.state != SittingState.CLOSED)
        .correlate(Case)
        .scalar_subquery()
    )


def contestable(session: Session, day: date) -> tuple[tuple[int, date], ...]:
    """Cases whose decision may still be contested on a day, each with the last day, the nearest first."""
    rows = session.execute(
        select(Case.id, Case.procedure, func.min(Delivery.notified_on))
        .join(Decision, Decision.case_id == Case.id)
        .join(Delivery, Delivery.subject_uid == Decision.uid)
        .where(Delivery.notified_on <= day, Delivery.notified_on >= day - LONGEST_CONTEST)
        .group_by(Case.id, Case.procedure, Decision.id)
    ).all()
    if not rows:
        return ()
    calendar, rules = deadlines.calendar(session, day), provisions.rules(session)
    found: dict[int, date] = {}
    for key, procedure, notified in rows:
        if notified is None:
            continue
        months = in_force(rules, ProvisionKey.CONTEST_TERM_MONTHS, procedure, notified).reading
        until = contest_until(notified, months if isinstance(months, int) else 0, calendar)
        if until >= day:
            found[key] = max(until, found.get(key, until))
    return tuple(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


def lacking(session: Session) -> tuple[tuple[int, Refusal], ...]:
    """Received applications in which something is missing, by deadline, each with the first thing."""
    found = []
    for key, facts in case_facts.facts_of_applications(session, Case.state == CaseState.RECEIVED):
        wanting = missing(facts) or reminders(facts)
        found += [(key, wanting[0])] if wanting else []
    return tuple(found)


def lapsing(session: Session, day: date) -> tuple[tuple[int, Refusal], ...]:
    """Undecided cases whose admission has lapsed or lapses within the days of warning, the earliest first."""
    rows = session.execute(
        select(RecognitionCase.id, RecognitionCase.admitted_until)
        .where(RecognitionCase.admitted_until <= day + timedelta(days=SOON_DAYS), Case.state.in_(ADMITTED))
        .order_by(RecognitionCase.admitted_until, RecognitionCase.id)
    )
    return tuple((key, why) for key, until in rows for why in lapse(until, day, SOON_DAYS))


def _before_any_sitting(day: date) -> ColumnElement[bool]:
    """Open cases of a commission that are due within the days of warning and before any sitting that is planned."""
    sitting = exists().where(
        Sitting.commission_id == Case.commission_id,
        Sitting.state != SittingState.CLOSED,
        Sitting.held_on >= day,
        Sitting.held_on <= Case.deadline,
    )
    due: ColumnElement[bool] = Case.state.in_([state for state in CaseState if is_open(state)])
    due &= Case.deadline.between(day, day + timedelta(days=CLASH_DAYS))
    return due & (Case.procedure != Procedure.VOCATIONAL) & ~sitting


def _not_notified(day: date) -> Any:
    """Cases of which a paper is under way or came back, and was not sent again since."""
    again = aliased(Delivery)
    later = exists().where(again.subject_uid == Delivery.subject_uid, again.id > Delivery.id)
    waits = Delivery.notified_on.is_(None) | (Delivery.notified_on > day)
    return select(Delivery.case_id).where(waits, ~later)


def _certificate_due() -> ColumnElement[bool]:
    barred: tuple[Any, ...] = (
        select(Certificate.case_id),
        select(Decision.case_id).where(Decision.verdict.not_in(AWARDS)),
        select(Examinee.case_id).where(Examinee.passed.is_(False)),
    )
    due: ColumnElement[bool] = Case.state == CaseState.DECIDED
    for keys in barred:
        due &= Case.id.not_in(keys)
    return due
