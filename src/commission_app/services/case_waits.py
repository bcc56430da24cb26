"""What cases wait for: one definition of each wait, so that the counts on Today and the list of cases agree."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.exam import Examinee
from commission_app.rules.completeness import lapse, missing, reminders
from commission_app.rules.deadlines import SOON_DAYS
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.workflow import is_open
from commission_app.services import case_facts

LACKING, SITTING, SIGNATURE, CERTIFICATE = "lacking", "sitting", "signature", "certificate"
WAITS = (LACKING, SITTING, SIGNATURE, CERTIFICATE)
ADMITTED = tuple(state for state in CaseState if is_open(state) and state is not CaseState.RECEIVED)
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
    raise KeyError(what)


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
