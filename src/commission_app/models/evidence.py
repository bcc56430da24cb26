"""The portfolio: evidence items with their files, linked to learning outcomes with a citation and judgements."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.blob import Blob
from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Outcome
from commission_app.models.types import KEY, PRIVATE, UtcMoment, coded
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement


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
