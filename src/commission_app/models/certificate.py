"""Papers that leave the house: certificates, and the stored bytes of every issued paper."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.blob import Blob
from commission_app.models.case import Case
from commission_app.models.types import KEY, PRIVATE, UtcMoment, coded
from commission_app.rules.vocabulary.blank import LossReason
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState, PaperKind


class Certificate(Root):
    """A certificate issued on a decision or an exam protocol; the number of a state form is typed, never made."""

    __tablename__ = "certificate"
    noun = "certificate"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    kind: Mapped[CertificateKind] = mapped_column(coded(CertificateKind))
    state: Mapped[CertificateState] = mapped_column(coded(CertificateState), default=CertificateState.ISSUED)
    number: Mapped[str] = mapped_column(String(60), unique=True)
    form_series: Mapped[str] = mapped_column(String(20), default="")
    form_number: Mapped[str] = mapped_column(String(20), default="")
    issued_on: Mapped[date]
    handed_on: Mapped[date | None]
    state_reason: Mapped[str] = mapped_column(Text, default="")
    facts: Mapped[str] = mapped_column(Text, info=PRIVATE)
    record: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    """What it says, as canonical text: paper, code and twins are made of it. Empty where it was issued before."""
    sealed: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    """The signed letters of the code on its paper; empty where the office had no key."""
    annulled_on: Mapped[date | None]
    blank_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("blank.id"))
    replaces_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("certificate.id"))
    lost_on: Mapped[date | None]
    duplicate_asked_on: Mapped[date | None]
    duplicate_reason: Mapped[LossReason | None] = mapped_column(coded(LossReason))
    announced_in: Mapped[str] = mapped_column(String(200), default="")
    announced_on: Mapped[date | None]
    received_how: Mapped[str] = mapped_column(String(40), default="")
    received_by: Mapped[str] = mapped_column(String(240), default="", info=PRIVATE)
    viis_on: Mapped[date | None]
    viis_by: Mapped[str] = mapped_column(String(200), default="")

    case: Mapped[Case] = relationship()
    replaces: Mapped["Certificate | None"] = relationship(remote_side="Certificate.id")


class Paper(Noun):
    """An issued paper: its bytes are kept by sha256 and a reprint is a copy of them."""

    __tablename__ = "paper"
    __table_args__ = (UniqueConstraint("subject_uid", "kind", "language", "edition"),)
    noun = "paper"

    subject_uid: Mapped[UUID] = mapped_column(Uuid, index=True)
    kind: Mapped[PaperKind] = mapped_column(coded(PaperKind))
    language: Mapped[str] = mapped_column(String(5))
    edition: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(String(200), info=PRIVATE)
    blob_id: Mapped[int] = mapped_column(KEY, ForeignKey("blob.id"))
    issued_at: Mapped[datetime] = mapped_column(UtcMoment)
    made_with: Mapped[str] = mapped_column(Text, default="")
    """Of a digital twin: the formats and choices it was made with, as canonical text."""

    blob: Mapped[Blob] = relationship()
