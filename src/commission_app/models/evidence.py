"""The portfolio: evidence items with their files, linked to learning outcomes with a citation and judgements."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.blob import Blob
from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Outcome
from commission_app.models.types import KEY, PRIVATE, UtcMoment, coded
from commission_app.rules.vocabulary.evidence import (
    CheckSource,
    EvidenceKind,
    Judgement,
    SelfAssessmentLevel,
    SignatureVerdict,
    SubmissionState,
    Translation,
)


class EvidenceItem(Root):
    """One document or testimony of a portfolio."""

    __tablename__ = "evidence_item"
    noun = "evidence"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    position: Mapped[int]
    kind: Mapped[EvidenceKind] = mapped_column(coded(EvidenceKind))
    title: Mapped[str] = mapped_column(String(300), info=PRIVATE)
    issuer: Mapped[str] = mapped_column(String(300), default="")
    issued_on: Mapped[date | None]
    language: Mapped[str] = mapped_column(String(20), default="")
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    compared_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    compared_by: Mapped[str] = mapped_column(String(200), default="")
    original_returned: Mapped[bool] = mapped_column(default=False)
    copy_certified: Mapped[bool] = mapped_column(default=False)
    copy_certified_by: Mapped[str] = mapped_column(String(200), default="")
    translation: Mapped[Translation] = mapped_column(coded(Translation), default=Translation.NOT_NEEDED)
    translator: Mapped[str] = mapped_column(String(200), default="")
    details: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    subject: Mapped[str] = mapped_column(String(300), default="")
    subject_key: Mapped[str] = mapped_column(String(300), default="", index=True)
    replaces_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("evidence_item.id"), index=True)
    active: Mapped[bool] = mapped_column(default=True)
    from_case_number: Mapped[str] = mapped_column(String(60), default="")

    case: Mapped[RecognitionCase] = relationship()
    files: Mapped[list["EvidenceFile"]] = relationship(back_populates="item", order_by="EvidenceFile.id")
    links: Mapped[list["EvidenceLink"]] = relationship(back_populates="item", order_by="EvidenceLink.id")


class EvidenceFile(Noun):
    """A file of an evidence item with its original name."""

    __tablename__ = "evidence_file"
    noun = "evidence"

    item_id: Mapped[int] = mapped_column(KEY, ForeignKey("evidence_item.id"), index=True)
    blob_id: Mapped[int] = mapped_column(KEY, ForeignKey("blob.id"))
    name: Mapped[str] = mapped_column(String(255), info=PRIVATE)
    media_type: Mapped[str] = mapped_column(String(120))
    pages: Mapped[int | None]

    item: Mapped[EvidenceItem] = relationship(back_populates="files")
    blob: Mapped[Blob] = relationship()


class EvidenceLink(Root):
    """An evidence item held against a learning outcome; its own version, so that two assessors never collide."""

    __tablename__ = "evidence_link"
    __table_args__ = (UniqueConstraint("item_id", "outcome_id"),)
    noun = "evidence"

    item_id: Mapped[int] = mapped_column(KEY, ForeignKey("evidence_item.id"), index=True)
    outcome_id: Mapped[int] = mapped_column(KEY, ForeignKey("outcome.id"), index=True)
    citation: Mapped[str] = mapped_column(String(80), default="")
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    valid: Mapped[Judgement] = mapped_column(coded(Judgement), default=Judgement.NOT_JUDGED)
    authentic: Mapped[Judgement] = mapped_column(coded(Judgement), default=Judgement.NOT_JUDGED)
    current: Mapped[Judgement] = mapped_column(coded(Judgement), default=Judgement.NOT_JUDGED)
    sufficient: Mapped[Judgement] = mapped_column(coded(Judgement), default=Judgement.NOT_JUDGED)
    weight: Mapped[int] = mapped_column(default=1)

    item: Mapped[EvidenceItem] = relationship(back_populates="links")
    outcome: Mapped[Outcome] = relationship()


class SignatureCheck(Noun):
    """What one check of a file's signatures found; checks are added, never changed. Signers as canonical JSON text."""

    __tablename__ = "signature_check"
    noun = "evidence"

    file_id: Mapped[int] = mapped_column(KEY, ForeignKey("evidence_file.id"), index=True)
    source: Mapped[CheckSource] = mapped_column(coded(CheckSource))
    verdict: Mapped[SignatureVerdict] = mapped_column(coded(SignatureVerdict))
    checked_at: Mapped[datetime] = mapped_column(UtcMoment)
    checked_by: Mapped[str] = mapped_column(String(200), default="")
    program: Mapped[str] = mapped_column(String(120), default="")
    signers: Mapped[str] = mapped_column(Text, default="[]", info=PRIVATE)
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    report_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("blob.id"))


class SelfAssessment(Root):
    """What the applicant says of one learning outcome."""

    __tablename__ = "self_assessment"
    __table_args__ = (UniqueConstraint("case_id", "outcome_id"),)
    noun = "evidence"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    outcome_id: Mapped[int] = mapped_column(KEY, ForeignKey("outcome.id"))
    level: Mapped[SelfAssessmentLevel] = mapped_column(coded(SelfAssessmentLevel), info=PRIVATE)
    text: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)


class Submission(Root):
    """A portfolio as it was submitted: canonical JSON text and its hash, never changed; only its state moves on."""

    __tablename__ = "submission"
    __table_args__ = (UniqueConstraint("case_id", "number"),)
    noun = "submission"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    number: Mapped[int]
    state: Mapped[SubmissionState] = mapped_column(coded(SubmissionState))
    submitted_at: Mapped[datetime] = mapped_column(UtcMoment)
    submitted_by: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text, info=PRIVATE)
    sha256: Mapped[str] = mapped_column(String(64))
    settled_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    settled_by: Mapped[str] = mapped_column(String(200), default="")
    answer_by: Mapped[date | None]

    notes: Mapped[list["ReturnNote"]] = relationship(back_populates="submission", order_by="ReturnNote.id")


class ReturnNote(Noun):
    """A problem for which a portfolio was sent back: of the whole, of one item or of one outcome."""

    __tablename__ = "return_note"
    noun = "submission"

    submission_id: Mapped[int] = mapped_column(KEY, ForeignKey("submission.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("evidence_item.id"))
    outcome_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("outcome.id"))
    text: Mapped[str] = mapped_column(Text, info=PRIVATE)
    settled: Mapped[bool] = mapped_column(default=False)

    submission: Mapped[Submission] = relationship(back_populates="notes")
