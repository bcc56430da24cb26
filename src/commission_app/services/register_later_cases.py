"""What became of applications since they were entered: annexes, money, shortcomings, terms, and how the case ended."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commission_app.documents.registers.column import Reference
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.decision import Decision, ProceduralDecision
from commission_app.models.delivery import Letter
from commission_app.models.evidence import EvidenceFile, EvidenceItem
from commission_app.models.exam import Exam, Examinee
from commission_app.models.fee import PaymentEntry
from commission_app.models.term import TermChange
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.deadline import TermChangeKind
from commission_app.rules.vocabulary.decision import DecisionState, ProceduralKind
from commission_app.rules.vocabulary.delivery import LetterKind
from commission_app.rules.vocabulary.fee import PaymentKind
from commission_app.services import paper_representative
from commission_app.services.register_rows import Later

ByUid = dict[UUID, Later]
_LEFT = frozenset({CaseState.WITHDRAWN, CaseState.CLOSED})


def of_applications(session: Session, subjects: Iterable[UUID]) -> ByUid:
    """What became of each case, by its uid."""
    uids = set(subjects)
    rows = session.scalars(select(RecognitionCase).where(RecognitionCase.uid.in_(uids))).all()
    keys = {row.id: row.uid for row in rows}
    found = {row.uid: _as_it_stands(row) for row in rows}
    for add in (_annexes, _payments, _asked, _extended, _decided, _examined, _left):
        add(session, keys, found)
    for uid, said in paper_representative.at_application(session, uids).items():
        found[uid] = replace(found.get(uid, Later()), representative=said)
    return found


def _as_it_stands(row: RecognitionCase) -> Later:
    """What the case says of itself today; how it was left by its applicant or the office, where it was."""
    money = (row.paid_on, row.payment_document, row.payer) if row.paid_on is not None else None
    left = row.state if row.state in _LEFT else None
    return Later(paid=money, file_index=row.nomenclature, left=left, decided_on=row.closed_on if left else None)


def _annexes(session: Session, keys: dict[int, UUID], found: ByUid) -> None:
    rows = session.execute(
        select(EvidenceItem.case_id, func.count(EvidenceItem.id.distinct()), func.sum(EvidenceFile.pages))
        .outerjoin(EvidenceFile, EvidenceFile.item_id == EvidenceItem.id)
        .where(EvidenceItem.case_id.in_(keys), EvidenceItem.active)
        .group_by(EvidenceItem.case_id)
    )
    for key, items, pages in rows:
        found[keys[key]] = replace(found[keys[key]], annexes=(items, int(pages) if pages else None))


def _payments(session: Session, keys: dict[int, UUID], found: ByUid) -> None:
    """The last payment stands for what came; that of the application where no other was entered."""
    came = PaymentEntry.kind == PaymentKind.PAYMENT
    rows = session.scalars(select(PaymentEntry).where(PaymentEntry.case_id.in_(keys), came).order_by(PaymentEntry.id))
    for row in rows:
        uid = keys[row.case_id]
        found[uid] = replace(found[uid], paid=(row.paid_on, row.document, row.payer))


def _asked(session: Session, keys: dict[int, UUID], found: ByUid) -> None:
    letters = select(Letter).where(Letter.case_id.in_(keys), Letter.kind == LetterKind.MORE_INFORMATION)
    for row in session.scalars(letters.order_by(Letter.id)):
        uid = keys[row.case_id]
        found[uid] = replace(found[uid], asked=(row.written_on, row.answered_on))


def _extended(session: Session, keys: dict[int, UUID], found: ByUid) -> None:
    longer = TermChange.kind == TermChangeKind.EXTENSION, TermChange.until_day.is_not(None)
    rows = select(TermChange.case_id, func.max(TermChange.until_day)).where(TermChange.case_id.in_(keys), *longer)
    for key, until in session.execute(rows.group_by(TermChange.case_id)):
        found[keys[key]] = replace(found[keys[key]], extended_to=until)


def _decided(session: Session, keys: dict[int, UUID], found: ByUid) -> None:
    rows = session.execute(
        select(Decision.case_id, Decision.number, Decision.decided_on, Decision.verdict)
        .where(Decision.case_id.in_(keys), Decision.state == DecisionState.REGISTERED)
        .order_by(Decision.id)
    )
    for key, number, day, verdict in rows:
        said = Reference(number, day)
        found[keys[key]] = replace(found[keys[key]], decided=said, outcome=verdict, decided_on=day)


def _examined(session: Session, keys: dict[int, UUID], found: ByUid) -> None:
    rows = session.execute(
        select(Case.id, Exam.protocol_number, Exam.held_on, Examinee.passed)
        .join(Examinee, Examinee.case_id == Case.id)
        .join(Exam, Exam.id == Examinee.exam_id)
        .where(Case.id.in_(keys), Exam.closed)
        .order_by(Examinee.id)
    )
    for key, number, day, passed in rows:
        said = Reference(number or "", day)
        found[keys[key]] = replace(found[keys[key]], decided=said, passed=passed, decided_on=day)


def _left(session: Session, keys: dict[int, UUID], found: ByUid) -> None:
    """Left unexamined or closed by a decision of its own number."""
    kinds = ProceduralDecision.kind != ProceduralKind.EXTENSION
    rows = select(ProceduralDecision).where(
        ProceduralDecision.case_id.in_(keys), ProceduralDecision.state == DecisionState.REGISTERED, kinds
    )
    for row in session.scalars(rows.order_by(ProceduralDecision.id)):
        uid, day = keys[row.case_id], row.decided_on
        found[uid] = replace(found[uid], decided=Reference(row.number, day), course=row.kind, decided_on=day)
