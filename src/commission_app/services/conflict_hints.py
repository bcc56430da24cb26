"""What a case says of people, employers and addresses, gathered for the radar of conflicts of interest."""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from commission_app.errors import refusal
from commission_app.models.application import Consultation, Experience, Interview, Representative
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Member
from commission_app.models.evidence import EvidenceFile, EvidenceItem, SignatureCheck
from commission_app.models.score import Assessor, UnitReview
from commission_app.rules import authenticity, evidence_details
from commission_app.rules.conflicts import CaseTraces, MemberTraits, Trace
from commission_app.rules.evidence_details import Demonstration, EmployerReport, WorkBasedLearning, WorkSample
from commission_app.rules.vocabulary.case import ExperienceKind
from commission_app.rules.vocabulary.conflict import ConflictKind, TraceField
from commission_app.rules.vocabulary.evidence import EvidenceKind

_AT_WORK = (ExperienceKind.WORK, ExperienceKind.VOLUNTEERING, ExperienceKind.PRACTICE)
_OF_EMPLOYERS = (
    EvidenceKind.EMPLOYMENT_CONTRACT,
    EvidenceKind.JOB_DESCRIPTION,
    EvidenceKind.EMPLOYER_REFERENCE,
    EvidenceKind.EMPLOYER_STATEMENT,
    EvidenceKind.EMPLOYER_REPORT,
)


def traits_of(member: Member) -> MemberTraits:
    """What a member is looked for by."""
    user = str(member.user_uid) if member.user_uid is not None else ""
    return MemberTraits(str(member.uid), member.name, member.organisation, member.address, user)


def traces_of(session: Session, case: RecognitionCase, *, assessors_may_vote: bool) -> CaseTraces:
    """The surname, the addresses, the employers, and everybody named in a case."""
    life = session.scalars(select(Experience).where(Experience.case_id == case.id).order_by(Experience.position)).all()
    items = session.scalars(
        select(EvidenceItem).where(EvidenceItem.case_id == case.id, EvidenceItem.active).order_by(EvidenceItem.position)
    ).all()
    homes = dict.fromkeys(text for text in (case.person.address, case.person.actual_address) if text)
    return CaseTraces(
        case.person.family_name,
        tuple(Trace(ConflictKind.RELATIVE, TraceField.ADDRESS, "", home) for home in homes),
        (*_employers(life), *(trace for item in items for trace in _employers_in(item))),
        (
            *_named_in_life(life),
            *(trace for item in items for trace in _named_in(item)),
            *_signers(session, case),
            *_measurers(session, case, assessors_may_vote),
            *_counsel(session, case),
        ),
    )


def _employers(life: Sequence[Experience]) -> Iterator[Trace]:
    for row in life:
        if row.kind in _AT_WORK and row.organisation:
            where = refusal("conflict_place.experience", row=row.position)
            yield Trace(ConflictKind.EMPLOYER, TraceField.EMPLOYER, where, row.organisation)


def _employers_in(item: EvidenceItem) -> Iterator[Trace]:
    where = refusal("conflict_place.evidence", position=item.position, title=item.title)
    if item.kind in _OF_EMPLOYERS and item.issuer:
        yield Trace(ConflictKind.EMPLOYER, TraceField.ISSUER, where, item.issuer)
    details = evidence_details.read(item.kind, item.details)
    if isinstance(details, WorkBasedLearning) and details.company:
        yield Trace(ConflictKind.EMPLOYER, TraceField.EMPLOYER, where, details.company)


def _named_in_life(life: Sequence[Experience]) -> Iterator[Trace]:
    for row in life:
        if row.referee:
            kind = ConflictKind.REFEREE if row.kind in _AT_WORK else ConflictKind.TEACHER
            where = refusal("conflict_place.experience", row=row.position)
            yield Trace(kind, TraceField.REFEREE, where, row.referee)


def _named_in(item: EvidenceItem) -> Iterator[Trace]:
    where = refusal("conflict_place.evidence", position=item.position, title=item.title)
    if item.issuer:
        yield Trace(ConflictKind.SIGNER, TraceField.ISSUER, where, item.issuer)
    match evidence_details.read(item.kind, item.details):
        case EmployerReport(person=person) if person:
            yield Trace(ConflictKind.REFEREE, TraceField.AUTHOR, where, person)
        case Demonstration(observers=observers):
            for observer in observers:
                yield Trace(ConflictKind.SIGNER, TraceField.OBSERVER, where, observer.name)
        case WorkBasedLearning(supervisor=supervisor) if supervisor:
            yield Trace(ConflictKind.TEACHER, TraceField.SUPERVISOR, where, supervisor)
        case WorkSample(confirmed_by=somebody) if somebody:
            yield Trace(ConflictKind.REFEREE, TraceField.CONFIRMED_BY, where, somebody)


def _signers(session: Session, case: RecognitionCase) -> Iterator[Trace]:
    """Who signed the files of the evidence, by the latest check of each."""
    latest = select(func.max(SignatureCheck.id)).group_by(SignatureCheck.file_id)
    rows = session.execute(
        select(EvidenceItem, SignatureCheck.signers)
        .join(EvidenceFile, EvidenceFile.item_id == EvidenceItem.id)
        .join(SignatureCheck, SignatureCheck.file_id == EvidenceFile.id)
        .where(EvidenceItem.case_id == case.id, EvidenceItem.active, SignatureCheck.id.in_(latest))
        .order_by(EvidenceItem.position, SignatureCheck.id)
    )
    for item, signers in rows:
        where = refusal("conflict_place.evidence", position=item.position, title=item.title)
        for fact in authenticity.read(signers):
            if fact.signer:
                yield Trace(ConflictKind.SIGNER, TraceField.SIGNATURE, where, fact.signer)


def _measurers(session: Session, case: RecognitionCase, may_vote: bool) -> Iterator[Trace]:
    kind = ConflictKind.ASSESSOR
    for seat in session.scalars(select(Assessor).where(Assessor.case_id == case.id).order_by(Assessor.seat)):
        uids = tuple(str(uid) for uid in (seat.member_uid, seat.user_uid) if uid is not None)
        where = refusal("conflict_place.scores", seat=seat.seat)
        yield Trace(kind, TraceField.ASSESSOR, where, seat.name, uids, allowed=may_vote)
    for review in session.scalars(select(UnitReview).where(UnitReview.case_id == case.id).order_by(UnitReview.id)):
        if review.reviewer:
            where = refusal("conflict_place.review", unit=review.unit.code)
            yield Trace(kind, TraceField.REVIEWER, where, review.reviewer, allowed=may_vote)


def _counsel(session: Session, case: RecognitionCase) -> Iterator[Trace]:
    """Who advised, interviewed or represents the applicant; advice is a weak bond."""
    kind = ConflictKind.OTHER
    own = or_(Consultation.case_id == case.id, Consultation.person_id == case.person_id)
    for talk in session.scalars(select(Consultation).where(own).order_by(Consultation.held_on, Consultation.id)):
        where = refusal("conflict_place.consultation", day=talk.held_on)
        yield Trace(kind, TraceField.CONSULTANT, where, talk.consultant, weak=True)
    for held in session.scalars(select(Interview).where(Interview.case_id == case.id).order_by(Interview.id)):
        where = refusal("conflict_place.interview", day=held.held_on)
        yield Trace(kind, TraceField.INTERVIEWER, where, held.interviewer, weak=True)
    for acts in session.scalars(select(Representative).where(Representative.case_id == case.id)):
        where = refusal("conflict_place.application")
        yield Trace(ConflictKind.RELATIVE, TraceField.REPRESENTATIVE, where, acts.name)
