"""What became of the subjects of entries: decided, signed, handed over, annulled, corrected; asked for many at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from commission_app.documents.house_style import Text
from commission_app.documents.registers.column import Reference
from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision, ProceduralDecision
from commission_app.models.exam import Exam, Examinee
from commission_app.models.register import Entry
from commission_app.models.score import UnitReview
from commission_app.models.signing import SigningRoute, SigningStep
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.scoring import VerificationRoute
from commission_app.rules.vocabulary.signing import StepState
from commission_app.services import contest_terms, paper_representative
from commission_app.services.register_later_cases import of_applications
from commission_app.services.register_rows import Later

ByUid = dict[UUID, Later]
_BY_TEST = (VerificationRoute.TEST, VerificationRoute.DEMONSTRATION, VerificationRoute.INTERVIEW)


def later_facts(session: Session, book: Book, entries: Sequence[Entry]) -> dict[int, Later]:
    """What became of each entry's subject, by the entry's key."""
    subjects = {entry.subject_uid for entry in entries}
    gather = {
        Book.APPLICATIONS: of_applications,
        Book.DECISIONS: _decisions,
        Book.CERTIFICATES: _certificates,
        Book.EXAMS: _exams,
        Book.APPEALS: _appeals,
    }[book]
    found = gather(session, subjects)
    by_entry = {entry.id: found.get(entry.subject_uid, Later()) for entry in entries}
    return _with_corrections(session, entries, by_entry)


def _with_corrections(session: Session, entries: Sequence[Entry], found: dict[int, Later]) -> dict[int, Later]:
    old = aliased(Entry)
    keys = [entry.id for entry in entries]
    rows = session.execute(
        select(Entry.id, Entry.position, old.id, old.position)
        .join(old, Entry.cites_id == old.id)
        .where(old.id.in_(keys) | Entry.id.in_(keys))
        .order_by(Entry.position)
    )
    for key, position, old_key, old_position in rows:
        if key in found:
            found[key] = replace(found[key], corrects=old_position)
        if old_key in found:
            found[old_key] = replace(found[old_key], corrected_by=position)
    return found


def _decisions(session: Session, subjects: set[UUID]) -> ByUid:
    found: ByUid = {}
    for noun in (Decision, ProceduralDecision):
        rows = session.execute(select(noun.uid, noun.signed_on).where(noun.uid.in_(subjects)))
        found |= {uid: Later(signed_on=signed) for uid, signed in rows}
    for uid, sent in contest_terms.of_decisions(session, subjects).items():
        found[uid] = replace(found.get(uid, Later()), sent=sent)
    _contested(session, subjects, found)
    _tested(session, subjects, found)
    _ways(session, subjects, found)
    return found


def _contested(session: Session, subjects: set[UUID], found: ByUid) -> None:
    rows = session.execute(
        select(Decision.uid, Appeal.received_on, Appeal.state, Appeal.outcome)
        .join(Appeal, Appeal.decision_id == Decision.id)
        .where(Decision.uid.in_(subjects))
        .order_by(Appeal.id)
    )
    for uid, day, state, outcome in rows:
        found[uid] = replace(found.get(uid, Later()), contested=(day, outcome or state))


def _tested(session: Session, subjects: set[UUID], found: ByUid) -> None:
    """Tests that the commission ordered for units of the case, and came to a result."""
    rows = session.execute(
        select(Decision.uid, UnitReview.held_on, UnitReview.passed)
        .join(UnitReview, UnitReview.case_id == Decision.case_id)
        .where(Decision.uid.in_(subjects), UnitReview.route.in_(_BY_TEST), UnitReview.passed.is_not(None))
        .order_by(UnitReview.held_on, UnitReview.id)
    )
    for uid, day, passed in rows:
        held = found.get(uid, Later())
        found[uid] = replace(held, tests=tuple(dict.fromkeys((*held.tests, (day, bool(passed))))))


def _ways(session: Session, subjects: set[UUID], found: ByUid) -> None:
    """How the paper of a decision was signed last: with a key or by hand."""
    rows = session.execute(
        select(SigningRoute.subject_uid, SigningStep.way)
        .join(SigningStep, SigningStep.route_id == SigningRoute.id)
        .where(SigningRoute.subject_uid.in_(subjects), SigningStep.state == StepState.SIGNED)
        .order_by(SigningStep.id)
    )
    for uid, way in rows:
        found[uid] = replace(found.get(uid, Later()), signed_how=way)


def _certificates(session: Session, subjects: set[UUID]) -> ByUid:
    rows = session.scalars(select(Certificate).where(Certificate.uid.in_(subjects))).all()
    corrected = session.execute(
        select(Entry.subject_uid, Entry.entered_on)
        .where(Entry.subject_uid.in_(subjects), Entry.cites_id.is_not(None))
        .order_by(Entry.position.desc())
    ).all()
    annulled: dict[UUID, date] = dict(corrected)
    acted = paper_representative.represented(session, [row.case_id for row in rows])
    found = {}
    for row in rows:
        day = annulled.get(row.uid) if row.state is CertificateState.ANNULLED else None
        given = row.handed_on
        to: Text = ""
        if given is not None and row.case_id in acted:
            to = paper_representative.received_by(session, row.case_id, given)
        found[row.uid] = Later(
            handed_on=given,
            handed_to=to or row.received_by,
            annulled=(day, row.state_reason) if day else None,
            viis=_viis(row),
        )
    for uid, sent in contest_terms.of_decisions(session, subjects).items():
        found[uid] = replace(found.get(uid, Later()), sent=sent)
    return found


def _viis(row: Certificate) -> tuple[date, str] | None:
    """When and by whom the certificate, else its case, was entered in the state's system."""
    if row.viis_on is not None:
        return row.viis_on, row.viis_by
    case = row.case
    if isinstance(case, RecognitionCase) and case.viis_on is not None:
        return case.viis_on, case.viis_by
    return None


def _exams(session: Session, subjects: set[UUID]) -> ByUid:
    rows = session.execute(
        select(Exam.uid, Certificate.number)
        .join(Examinee, Examinee.exam_id == Exam.id)
        .join(Certificate, Certificate.case_id == Examinee.case_id)
        .where(Exam.uid.in_(subjects))
        .order_by(Certificate.id)
    )
    numbers: dict[UUID, tuple[str, ...]] = {}
    for uid, number in rows:
        numbers[uid] = (*numbers.get(uid, ()), number)
    found = {uid: Later(certificates=given) for uid, given in numbers.items()}
    appealed = session.execute(
        select(Exam.uid, func.count(Appeal.id))
        .join(Examinee, Examinee.exam_id == Exam.id)
        .join(Appeal, Appeal.examinee_id == Examinee.id)
        .where(Exam.uid.in_(subjects))
        .group_by(Exam.uid)
    )
    for uid in subjects:
        found[uid] = replace(found.get(uid, Later()), appeals=0)
    for uid, many in appealed:
        found[uid] = replace(found[uid], appeals=many)
    return found


def _appeals(session: Session, subjects: set[UUID]) -> ByUid:
    """The decision that replaced the contested one, and a certificate that fell with it."""
    rows = session.execute(
        select(Appeal.uid, Decision.number, Decision.decided_on)
        .join(Decision, Decision.replaces_id == Appeal.decision_id)
        .where(Appeal.uid.in_(subjects), Decision.state == DecisionState.REGISTERED)
    )
    found = {uid: Later(decided=Reference(number, day)) for uid, number, day in rows}
    fallen = session.execute(
        select(Appeal.uid, Appeal.outcome_on, Certificate.state_reason)
        .join(Certificate, Certificate.case_id == Appeal.case_id)
        .where(Appeal.uid.in_(subjects), Certificate.state == CertificateState.ANNULLED, Appeal.outcome_on.is_not(None))
    )
    for uid, day, reason in fallen:
        if day is not None:
            found[uid] = replace(found.get(uid, Later()), annulled=(day, reason))
    return found
