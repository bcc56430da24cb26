"""The papers of a case that go to the applicant: decisions, letters, certificates; what is not signed is not sent."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import mail_draft as mail
from commission_app.i18n import OFFICE_ZONE, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate, Paper
from commission_app.models.decision import Decision, ProceduralDecision
from commission_app.models.delivery import Letter
from commission_app.rules.vocabulary.certificate import CertificateState, PaperKind
from commission_app.services import papers
from commission_app.store.work import Reading

_NOT_SENT = (
    PaperKind.CALCULATION,
    PaperKind.MINUTES,
    PaperKind.CREDENTIAL_ELM,
    PaperKind.CREDENTIAL_BADGE,
    PaperKind.CREDENTIAL_ELMO,
    PaperKind.CERTIFICATE_TWINNED,
)
_SENT_KINDS = tuple(kind for kind in PaperKind if kind not in _NOT_SENT)


@dataclass(frozen=True)
class Sendable:
    """One paper that can be sent: what it is, its number and day, and what stands against sending it."""

    uid: UUID
    what: StrEnum
    key: int
    number: str
    day: date
    letter_id: int | None = None
    against: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class MailDraft:
    """An e-mail draft as a file for the user's own mail program."""

    name: str
    data: bytes


def of_case(session: Session, case_id: int) -> tuple[Sendable, ...]:
    """Every paper of a case that goes to the applicant, the newest last."""
    found = [_decision(row) for row in session.scalars(select(Decision).where(Decision.case_id == case_id))]
    procedural = session.scalars(select(ProceduralDecision).where(ProceduralDecision.case_id == case_id))
    for row in procedural:
        day = row.signed_on or row.decided_on
        found.append(Sendable(row.uid, row.kind, row.id, row.number, day, against=_unsigned(row)))
    for paper in session.scalars(select(Certificate).where(Certificate.case_id == case_id)):
        annulled = paper.state is CertificateState.ANNULLED
        against = (refusal("delivery.annulled", number=paper.number),) if annulled else ()
        found.append(Sendable(paper.uid, PaperKind.CERTIFICATE, paper.id, paper.number, paper.issued_on, None, against))
    for letter in session.scalars(select(Letter).where(Letter.case_id == case_id)):
        number = letter.number or ""
        found.append(Sendable(letter.uid, PaperKind.LETTER, letter.id, number, letter.written_on, letter.id))
    return tuple(sorted(found, key=lambda one: (one.day, one.number)))


def latest_decision(session: Session, case_id: int) -> Decision | None:
    """The newest decision on a case."""
    return session.scalars(
        select(Decision).where(Decision.case_id == case_id).order_by(Decision.id.desc()).limit(1)
    ).first()


def mail_draft(
    reading: Reading, case_id: int, subject_uid: UUID, to: tuple[str, str], words: tuple[str, str], language: Language
) -> MailDraft:
    """A draft to a name and an address, saying a subject and a text, with the paper attached; nobody sends it here.

    Refused: a paper that is not signed, is none of this case or has no bytes, and an address that is none.
    """
    case = reading.get(RecognitionCase, case_id)
    paper = next((one for one in of_case(reading.session, case_id) if one.uid == subject_uid), None)
    if paper is None:
        raise RefusedError("delivery.subject", number=case.number)
    if paper.against:
        raise RefusedError.of(paper.against[0])
    if not to[1].strip():
        raise RefusedError("delivery.no_email", at="address", name=to[0])
    attached = papers.file_name(paper.number), bytes_of(reading, paper, language)
    facts = mail.DraftFacts(datetime.now(OFFICE_ZONE), *to, *words, attached)
    return MailDraft(papers.file_name(paper.number).removesuffix(papers.SUFFIX) + ".eml", mail.write(facts))


def bytes_of(reading: Reading, paper: Sendable, language: Language) -> bytes:
    """The bytes of a paper as it was issued, in the language where there is such a one, else in the other."""
    query = select(Paper).where(Paper.subject_uid == paper.uid, Paper.kind.in_(_SENT_KINDS)).order_by(Paper.id.desc())
    rows = reading.session.scalars(query).all()
    best = next((row for row in rows if row.language == language.code), rows[0] if rows else None)
    if best is not None:
        return reading.blobs.read(reading.session, best.blob)
    if paper.what is PaperKind.DECISION:
        return papers.decision(reading, paper.key, language)
    raise RefusedError("delivery.no_paper", number=paper.number)


def _decision(row: Decision) -> Sendable:
    day = row.signed_on or row.decided_on
    return Sendable(row.uid, PaperKind.DECISION, row.id, row.number, day, against=_unsigned(row))


def _unsigned(row: Decision | ProceduralDecision) -> tuple[Refusal, ...]:
    return () if row.signed_on is not None else (refusal("delivery.unsigned", number=row.number),)
