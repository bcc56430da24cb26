"""The papers of a case in the order of its life: receipt, minutes or protocol, decision, certificate."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.delivery import Letter
from commission_app.models.exam import Exam, Examinee
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState, PaperKind
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.services import calculation_sheet, letters, papers
from commission_app.store.work import Reading


@dataclass(frozen=True)
class CasePaper:
    """One paper: what it is, its number and day, whether it is still a draft or no longer valid."""

    kind: PaperKind
    key: int
    number: str
    day: date
    draft: bool = False
    annulled: bool = False
    certificate: CertificateKind | None = None
    """Of a certificate: which kind it is."""
    both_in_one: bool = False
    """Whether one paper says everything in both languages."""


def of_case(reading: Reading, case_id: int) -> tuple[CasePaper, ...]:
    """Every paper that can be printed for a case now."""
    case = reading.get(RecognitionCase, case_id)
    found = [CasePaper(PaperKind.RECEIPT, case.id, case.number, case.received_on)]
    for exam in reading.session.scalars(select(Exam).join(Examinee).where(Examinee.case_id == case_id)):
        number = exam.protocol_number or ""
        found.append(CasePaper(PaperKind.EXAM_PROTOCOL, exam.id, number, exam.held_on, draft=not exam.closed))
    for decision in reading.session.scalars(
        select(Decision).where(Decision.case_id == case_id).order_by(Decision.decided_on)
    ):
        sitting = decision.item.sitting
        found.append(CasePaper(PaperKind.MINUTES, sitting.id, sitting.minutes_number or "", sitting.held_on))
        draft = decision.state is DecisionState.DRAFT
        found.append(CasePaper(PaperKind.CALCULATION, decision.id, decision.number, decision.decided_on, draft=draft))
        found.append(CasePaper(PaperKind.DECISION, decision.id, decision.number, decision.decided_on, draft=draft))
    for row in reading.session.scalars(
        select(Certificate).where(Certificate.case_id == case_id).order_by(Certificate.id)
    ):
        found.append(_certificate(row))
    for letter in reading.session.scalars(select(Letter).where(Letter.case_id == case_id).order_by(Letter.id)):
        found.append(CasePaper(PaperKind.LETTER, letter.id, letter.number or "", letter.written_on))
    return tuple(found)


def _certificate(row: Certificate) -> CasePaper:
    return CasePaper(
        PaperKind.CERTIFICATE,
        row.id,
        row.number,
        row.issued_on,
        annulled=row.state is CertificateState.ANNULLED,
        certificate=row.kind,
        both_in_one=row.kind is CertificateKind.MICROCREDENTIAL,
    )


def render(reading: Reading, paper: CasePaper, language: Language) -> bytes:
    """The bytes of a paper: those it was issued with, else rendered as it stands now."""
    match paper.kind:
        case PaperKind.RECEIPT:
            return papers.receipt(reading, paper.key, language)
        case PaperKind.EXAM_PROTOCOL:
            return papers.exam_protocol(reading, paper.key, language)
        case PaperKind.MINUTES:
            return papers.minutes(reading, paper.key, language)
        case PaperKind.DECISION:
            return papers.decision(reading, paper.key, language)
        case PaperKind.CALCULATION:
            return calculation_sheet.decided_paper(reading, paper.key, language)
        case PaperKind.LETTER:
            return letters.paper(reading, paper.key, language)
        case PaperKind.CERTIFICATE:
            return papers.certificate(reading, paper.key, language)
    raise KeyError(paper.kind)
