"""What the rules must know of a case, gathered from the tables in a few counting queries."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal
from commission_app.models.case import Case, Claim, RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.evidence import EvidenceItem, EvidenceLink
from commission_app.models.exam import Exam, Examinee
from commission_app.models.person import IdentityDocument, Person, PersonCode
from commission_app.models.score import Result
from commission_app.models.sitting import AgendaItem
from commission_app.models.standard import Outcome
from commission_app.rules import workflow
from commission_app.rules.completeness import ApplicationFacts, missing, reminders
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.vocabulary.sitting import ItemState
from commission_app.rules.workflow import CaseFacts
from commission_app.services import delegations, fee_state, people, prerequisites
from commission_app.store import at_hand

_CASE = Case.__table__
_THE_CASE = _CASE.c.id.label("case_id")
_DECISIONS = select(Decision).order_by(Decision.id.desc())
_EXAMINEES = select(Examinee).join(Exam).order_by(Examinee.id.desc())
_PAYMENTS = select(EvidenceItem.id).where(EvidenceItem.kind == EvidenceKind.PAYMENT)


def facts_of(session: Session, case: RecognitionCase) -> CaseFacts:
    """The facts on which every lawful act upon the case depends."""
    (counted,) = at_hand.of(session, _counts(), _THE_CASE, case.id)
    decision = _decision(session, case)
    reopened = decision is not None and decision.state is not DecisionState.DRAFT and workflow.is_open(case.state)
    examinee = _examinee(session, case)
    return CaseFacts(
        procedure=case.procedure,
        step=case.step,
        state=case.state,
        missing=missing(application_facts(session, case)),
        unpaid=fee_state.unpaid(session, case),
        undelegated=delegations.stops(session, case),
        units=counted.units,
        evidence=counted.evidence,
        links=counted.links,
        no_document=bool(case.no_document_reason),
        unjudged=counted.unjudged,
        outcomes=counted.outcomes,
        agreed=counted.agreed,
        unreasoned=counted.unreasoned,
        has_commission=case.commission_id is not None,
        on_agenda=bool(counted.on_agenda),
        voted=bool(counted.voted),
        decision_registered=not reopened and _is_registered(decision, examinee),
        verdict=decision.verdict if decision else None,
        exam_entered=examinee is not None,
        exam_passed=examinee.passed if examinee else None,
        certificate_issued=bool(counted.certificate),
    )


@cache
def _counts() -> Select[Any]:
    """Everything that is counted, in one query: an act asks for all of it."""
    case_id = _CASE.c.id
    outcomes = select(Outcome.id).join(Claim, Claim.unit_id == Outcome.unit_id).where(Claim.case_id == case_id)
    outcomes = outcomes.correlate(_CASE)
    links = (
        select(func.count(EvidenceLink.id))
        .join(EvidenceItem, EvidenceLink.item_id == EvidenceItem.id)
        .where(EvidenceItem.case_id == case_id, EvidenceItem.active, EvidenceLink.outcome_id.in_(outcomes))
    )
    items = select(func.count(EvidenceItem.id)).where(EvidenceItem.case_id == case_id, EvidenceItem.active)
    results = select(func.count(Result.id)).where(Result.case_id == case_id, Result.outcome_id.in_(outcomes))
    owing = results.where(Result.result.in_((OutcomeResult.NOT_MET, OutcomeResult.PARTLY)), Result.reason == "")
    issued = exists().where(Certificate.case_id == case_id, Certificate.state == CertificateState.ISSUED)
    return select(
        select(func.count(Claim.id)).where(Claim.case_id == case_id).scalar_subquery().label("units"),
        items.scalar_subquery().label("evidence"),
        links.scalar_subquery().label("links"),
        links.where(EvidenceLink.sufficient == Judgement.NOT_JUDGED).scalar_subquery().label("unjudged"),
        outcomes.with_only_columns(func.count(Outcome.id)).scalar_subquery().label("outcomes"),
        results.scalar_subquery().label("agreed"),
        owing.scalar_subquery().label("unreasoned"),
        _on_agenda(case_id, ItemState.WAITING, ItemState.ON_TABLE, ItemState.DECIDED).label("on_agenda"),
        _on_agenda(case_id, ItemState.DECIDED).label("voted"),
        issued.label("certificate"),
    ).select_from(_CASE)


def application_facts(session: Session, case: RecognitionCase) -> ApplicationFacts:
    """What the application gives."""
    person = case.person
    document = person.documents[-1] if person.documents else None
    return ApplicationFacts(
        procedure=case.procedure,
        given_name=person.given_name,
        surname=person.family_name,
        personal_code=people.code_of(person),
        birth_date=person.birth_date,
        identity_document=document.number if document else "",
        address=person.address,
        email=person.email,
        phone=person.phone,
        has_target=True,
        has_payment=case.paid_on is not None or bool(at_hand.of(session, _PAYMENTS, EvidenceItem.case_id, case.id)),
        prerequisites_missing=prerequisites.missing_texts(session, case.id),
    )


def facts_of_applications(session: Session, which: ColumnElement[bool]) -> Iterator[tuple[int, ApplicationFacts]]:
    """What many applications give, by deadline, in one query: whether a text is there counts, not which it is."""
    code = select(func.max(PersonCode.code)).where(PersonCode.person_id == Person.id).scalar_subquery()
    document = (
        select(func.max(IdentityDocument.number)).where(IdentityDocument.person_id == Person.id).scalar_subquery()
    )
    paid = exists().where(EvidenceItem.case_id == Case.id, EvidenceItem.kind == EvidenceKind.PAYMENT)
    recognition = RecognitionCase.__table__
    query = (
        select(Case.id, Case.procedure, Person.given_name, Person.family_name, code, Person.birth_date, document)
        .add_columns(Person.address, Person.email, Person.phone, recognition.c.paid_on.is_not(None), paid)
        .add_columns(prerequisites.first_missing())
        .select_from(Case)
        .join(recognition, recognition.c.id == Case.id)
        .join(Person, Person.id == recognition.c.person_id)
        .where(which)
        .order_by(Case.deadline, Case.id)
    )
    for row in session.execute(query):
        key, procedure, given, family, coded, born, number, address, email, phone, paid_on, receipt, wanting = row
        yield (
            key,
            ApplicationFacts(
                procedure=procedure,
                given_name=given,
                surname=family,
                personal_code=coded or "",
                birth_date=born,
                identity_document=number or "",
                address=address,
                email=email,
                phone=phone,
                has_target=True,
                has_payment=bool(paid_on or receipt),
                prerequisites_missing=(wanting,) if wanting else (),
            ),
        )


def shortcomings(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What is worth asking for, though the case goes on without it."""
    fee = fee_state.reminder(session, case)
    wanted = reminders(application_facts(session, case))
    asked = (one for one in wanted if not fee or one.reason != "application.no_payment")
    return (*asked, *fee, *delegations.reminder(session, case), *prerequisites.reminder(session, case))


def _decision(session: Session, case: RecognitionCase) -> Decision | None:
    return at_hand.first_of(session, _DECISIONS, Decision.case_id, case.id)


def _examinee(session: Session, case: RecognitionCase) -> Examinee | None:
    return at_hand.first_of(session, _EXAMINEES, Examinee.case_id, case.id)


def _is_registered(decision: Decision | None, examinee: Examinee | None) -> bool:
    if examinee is not None and examinee.exam.closed:
        return True
    return decision is not None and decision.state is DecisionState.REGISTERED


def _on_agenda(case_id: ColumnElement[int], *states: ItemState) -> ColumnElement[bool]:
    """Whether an item stands so; one whose decision was entered long ago says nothing of a case taken up again."""
    entered = exists().where(Decision.item_id == AgendaItem.id, Decision.state != DecisionState.DRAFT)
    return exists().where(AgendaItem.case_id == case_id, AgendaItem.state.in_(states), ~entered)
