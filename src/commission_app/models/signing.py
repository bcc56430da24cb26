"""Who signs a paper, in which order, and the file as it stands after each signature."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.blob import Blob
from commission_app.models.types import KEY, PRIVATE, UtcMoment, coded
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.signing import RouteState, SignatureLevel, SigningWay, StepState


class SigningRoute(Root):
    """A paper on its way through its signers; the file that counts is the one after the latest signature."""

    __tablename__ = "signing_route"
    noun = "signing"

    subject_uid: Mapped[UUID] = mapped_column(Uuid, index=True)
    subject_id: Mapped[int] = mapped_column(KEY)
    kind: Mapped[PaperKind] = mapped_column(coded(PaperKind))
    language: Mapped[str] = mapped_column(String(5))
    number: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(300), info=PRIVATE)
    state: Mapped[RouteState] = mapped_column(coded(RouteState), default=RouteState.OPEN, index=True)
    put_forward_on: Mapped[date]
    closed_on: Mapped[date | None]
    facts_sha256: Mapped[str] = mapped_column(String(64), default="")
    first_blob_id: Mapped[int] = mapped_column(KEY, ForeignKey("blob.id"))
    current_blob_id: Mapped[int] = mapped_column(KEY, ForeignKey("blob.id"))
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    first_blob: Mapped[Blob] = relationship(foreign_keys=first_blob_id)
    current_blob: Mapped[Blob] = relationship(foreign_keys=current_blob_id)
    steps: Mapped[list["SigningStep"]] = relationship(back_populates="route", order_by="SigningStep.position")


class SigningStep(Noun):
    """One signer of a paper in the order of signing: what one did, when, how, and the file that came of it."""

    __tablename__ = "signing_step"
    __table_args__ = (UniqueConstraint("route_id", "position"),)
    noun = "signing_step"

    route_id: Mapped[int] = mapped_column(KEY, ForeignKey("signing_route.id"), index=True)
    position: Mapped[int]
    signer_name: Mapped[str] = mapped_column(String(200), info=PRIVATE)
    post_lv: Mapped[str] = mapped_column(String(300), default="")
    post_en: Mapped[str] = mapped_column(String(300), default="")
    stands_for: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
    order_text: Mapped[str] = mapped_column(String(200), default="")
    way: Mapped[SigningWay] = mapped_column(coded(SigningWay))
    state: Mapped[StepState] = mapped_column(coded(StepState), default=StepState.WAITING)
    signed_on: Mapped[date | None]
    signed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    remark: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    certificate: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    level: Mapped[SignatureLevel] = mapped_column(coded(SignatureLevel), default=SignatureLevel.NONE)
    blob_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("blob.id"))

    route: Mapped[SigningRoute] = relationship(back_populates="steps")
    blob: Mapped[Blob | None] = relationship()
