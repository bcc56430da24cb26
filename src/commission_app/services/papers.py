"""Papers of the office: rendered from frozen facts, their bytes kept when issued; a reprint is a copy of them."""

import re
from functools import cache
from uuid import UUID

from sqlalchemy import Select, func, select

from commission_app.documents import annulled
from commission_app.documents import certificate as certificate_paper
from commission_app.documents import certificate_annex as annex_paper
from commission_app.documents import decision as decision_paper
from commission_app.documents import exam_protocol as exam_paper
from commission_app.documents import minutes as minutes_paper
from commission_app.documents import receipt as receipt_paper
from commission_app.documents.house_style import Signatures
from commission_app.documents.letterhead import Prepared
from commission_app.documents.receipt import ReceiptFacts, ReceivedItem
from commission_app.i18n import LATVIAN, OFFICE_ZONE, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate, Paper
from commission_app.models.decision import Decision
from commission_app.models.evidence import EvidenceItem
from commission_app.models.exam import Exam
from commission_app.models.sitting import Sitting
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState, PaperKind
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.services import people
from commission_app.services.paper_certificate import annex_facts, certificate_facts
from commission_app.services.paper_decision import decision_facts
from commission_app.services.paper_exam import exam_facts
from commission_app.services.paper_minutes import minutes_facts, newest_version
from commission_app.services.paper_representative import signed_by
from commission_app.services.paper_sources import clerk, letterhead, title, worded
from commission_app.store import at_hand
from commission_app.store.work import Reading, Work

SUFFIX = ".pdf"


def receipt(reading: Reading, case_id: int, language: Language) -> bytes:
    """The receipt for an application and its documents."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    items = reading.session.scalars(
        select(EvidenceItem).where(EvidenceItem.case_id == case.id, EvidenceItem.active).order_by(EvidenceItem.position)
    )
    facts = ReceiptFacts(
        letterhead=letterhead(reading.session, case.received_on, language),
        case_number=case.number,
        received_on=case.received_on,
        applicant=people.full_name(people.name_on(case.person, case.received_on)),
        items=tuple(_received(item) for item in items),
        signatures=Signatures((clerk(reading.actor),)),
        application_number=case.external_number or None,
        procedure=worded(case.procedure),
        programme=title(case.edition),
        decision_due=case.deadline,
        represented=signed_by(reading.session, case.id, case.received_on),
    )
    return receipt_paper.render(facts, language)


def minutes(reading: Reading, sitting_id: int, language: Language) -> bytes:
    """The minutes of a sitting: a copy of what was issued unless changed since; a draft until the sitting is closed."""
    return _alone(minutes_to_set(reading, sitting_id, language))


def minutes_to_set(reading: Reading, sitting_id: int, language: Language) -> bytes | Prepared:
    """The minutes, their setting left for later where no copy of what was issued is to be had."""
    sitting = reading.get(Sitting, sitting_id)
    kept = stored(reading, sitting.uid, PaperKind.MINUTES, language)
    if kept is not None and not _changed_since(reading, sitting):
        return kept
    return minutes_paper.prepared(minutes_facts(reading, sitting_id, language), language)


def _changed_since(reading: Reading, sitting: Sitting) -> bool:
    """Whether a version of the minutes was made after the paper was issued; signed minutes change no more."""
    newest = newest_version(reading, sitting)
    if newest is None or newest.final:
        return False
    issued_at = reading.session.scalar(
        select(func.max(Paper.issued_at)).where(Paper.subject_uid == sitting.uid, Paper.kind == PaperKind.MINUTES)
    )
    return issued_at is not None and newest.made_at > issued_at


def decision(reading: Reading, decision_id: int, language: Language) -> bytes:
    """A decision; marked as a draft until it is registered.

    A copy of what was issued, unless it was corrected or lost its force since: then the paper with its note.
    """
    return _alone(decision_to_set(reading, decision_id, language))


def decision_to_set(reading: Reading, decision_id: int, language: Language) -> bytes | Prepared:
    """A decision, its setting left for later where no copy of what was issued is to be had."""
    row = reading.get(Decision, decision_id)
    noted = bool(row.slips) or row.state in (DecisionState.REPLACED, DecisionState.REPEALED)
    kept = None if noted else stored(reading, row.uid, PaperKind.DECISION, language)
    return kept or decision_paper.prepared(decision_facts(reading, decision_id, language), language)


def _alone(made: bytes | Prepared) -> bytes:
    return made if isinstance(made, bytes) else made.alone()


def exam_protocol(reading: Reading, exam_id: int, language: Language) -> bytes:
    """The protocol of an exam; marked as a draft until it is closed."""
    kept = stored(reading, reading.get(Exam, exam_id).uid, PaperKind.EXAM_PROTOCOL, language)
    return kept or exam_paper.render(exam_facts(reading, exam_id, language), language)


def certificate(reading: Reading, certificate_id: int, language: Language) -> bytes:
    """A certificate: the bytes it was issued with; in the other language it is rendered from the same facts.

    A copy of one that was annulled says so across its pages.
    """
    row = reading.get(Certificate, certificate_id)
    if row.kind is CertificateKind.MICROCREDENTIAL:
        language = LATVIAN
    kept = stored(reading, row.uid, PaperKind.CERTIFICATE, language)
    data = kept or certificate_paper.render(certificate_facts(reading, row, language), language)
    return annulled.stamped(data, language) if row.state is CertificateState.ANNULLED else data


def certificate_annex(reading: Reading, certificate_id: int, language: Language) -> bytes:
    """The annex to a certificate: its units and learning outcomes in both languages."""
    row = reading.get(Certificate, certificate_id)
    data = annex_paper.render(annex_facts(reading, row, language), language)
    return annulled.stamped(data, language) if row.state is CertificateState.ANNULLED else data


def stored(reading: Reading, subject_uid: UUID, kind: PaperKind, language: Language) -> bytes | None:
    """The bytes of the newest issued paper of a kind; none while it was not issued in this language."""
    newest = at_hand.first_of(reading.session, _issues(kind, language.code), Paper.subject_uid, subject_uid)
    return reading.blobs.read(reading.session, newest.blob) if newest else None


@cache
def _issues(kind: PaperKind, language: str) -> Select[Paper]:
    return select(Paper).where(Paper.kind == kind, Paper.language == language).order_by(Paper.edition.desc())


def issued(reading: Reading, paper_id: int) -> bytes:
    """The bytes of an issued paper, as they were issued."""
    return reading.blobs.read(reading.session, reading.get(Paper, paper_id).blob)


def issue_paper(work: Work, subject_uid: UUID, kind: PaperKind, language: Language, name: str, data: bytes) -> int:
    """Keeps the bytes of an issued paper; a paper issued again is a new edition beside the old."""
    newest = select(func.max(Paper.edition)).where(
        Paper.subject_uid == subject_uid, Paper.kind == kind, Paper.language == language.code
    )
    paper = Paper(
        subject_uid=subject_uid,
        kind=kind,
        language=language.code,
        edition=(work.session.scalar(newest) or 0) + 1,
        name=name,
        blob_id=work.blobs.put(work.session, data).id,
        issued_at=work.moment,
    )
    work.add(paper)
    work.about(subject_uid)
    work.session.flush()
    return paper.id


def issue_minutes(work: Work, sitting_id: int, language: Language) -> int:
    """The minutes of a closed sitting are issued as they stand now."""
    sitting = work.lock(Sitting, sitting_id)
    data = minutes_paper.render(minutes_facts(work, sitting_id, language), language)
    return issue_paper(work, sitting.uid, PaperKind.MINUTES, language, file_name(sitting.minutes_number or ""), data)


def file_name(number: str) -> str:
    """The name of a paper's file by its number: "L-2026/14" is L-2026-14.pdf."""
    return re.sub(r"[^\w.]+", "-", number) + SUFFIX


def _received(item: EvidenceItem) -> ReceivedItem:
    pages = [file.pages for file in item.files if file.pages]
    return ReceivedItem(
        title=item.title,
        kind=worded(item.kind),
        pages=sum(pages) or None,
        compared_by=item.compared_by or None,
        compared_on=item.compared_at.astimezone(OFFICE_ZONE).date() if item.compared_at else None,
        original_returned=item.original_returned,
    )
