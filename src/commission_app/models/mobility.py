"""Mobility: partners and memoranda, the learning agreement of a case, the units learned abroad and their three acts."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.application import Experience
from commission_app.models.base import Noun, Root
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem
from commission_app.models.standard import Unit
from commission_app.models.types import KEY, PRIVATE


class MobilityPartner(Root):
    """An institution abroad that learners go to."""

    __tablename__ = "mobility_partner"
    noun = "mobility"

    name: Mapped[str] = mapped_column(String(300))
    country: Mapped[str] = mapped_column(String(80))
    city: Mapped[str] = mapped_column(String(120), default="")
    contact: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    note: Mapped[str] = mapped_column(Text, default="")

    memoranda: Mapped[list["Memorandum"]] = relationship(back_populates="partner", order_by="Memorandum.valid_from")


class Memorandum(Root):
    """A memorandum of understanding with a partner: what it covers and when it holds."""

    __tablename__ = "memorandum"
    noun = "mobility"

    partner_id: Mapped[int] = mapped_column(KEY, ForeignKey("mobility_partner.id"), index=True)
    number: Mapped[str] = mapped_column(String(120))
    signed_on: Mapped[date]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    scope: Mapped[str] = mapped_column(Text, default="")

    partner: Mapped[MobilityPartner] = relationship(back_populates="memoranda")


class Mobility(Root):
    """The mobility of a case: its agreement, the host's transcript, and when and by whom each act was done."""

    __tablename__ = "mobility"
    noun = "mobility"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), unique=True)
    partner_id: Mapped[int] = mapped_column(KEY, ForeignKey("mobility_partner.id"), index=True)
    number: Mapped[str] = mapped_column(String(120), default="")
    began_on: Mapped[date]
    ended_on: Mapped[date]
    assessment: Mapped[str] = mapped_column(Text, default="")
    home_person: Mapped[str] = mapped_column(String(240), default="", info=PRIVATE)
    host_person: Mapped[str] = mapped_column(String(240), default="", info=PRIVATE)
    learner_signed_on: Mapped[date | None]
    home_signed_on: Mapped[date | None]
    host_signed_on: Mapped[date | None]
    transcript_number: Mapped[str] = mapped_column(String(120), default="")
    transcript_on: Mapped[date | None]
    item_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("evidence_item.id"), index=True)
    assessed_on: Mapped[date | None]
    assessed_by: Mapped[str] = mapped_column(String(240), default="")
    validated_on: Mapped[date | None]
    validated_by: Mapped[str] = mapped_column(String(240), default="")
    recognised_on: Mapped[date | None]
    recognised_by: Mapped[str] = mapped_column(String(240), default="")
    experience_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("experience.id"), index=True)

    case: Mapped[RecognitionCase] = relationship()
    partner: Mapped[MobilityPartner] = relationship()
    item: Mapped[EvidenceItem | None] = relationship()
    experience: Mapped[Experience | None] = relationship()
    units: Mapped[list["MobilityUnit"]] = relationship(back_populates="mobility", order_by="MobilityUnit.position")


class MobilityUnit(Noun):
    """One unit of the agreement or the transcript; points and hours in thousandths."""

    __tablename__ = "mobility_unit"
    noun = "mobility"

    mobility_id: Mapped[int] = mapped_column(KEY, ForeignKey("mobility.id"), index=True)
    position: Mapped[int]
    unit_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("unit.id"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    agreed: Mapped[bool] = mapped_column(default=True)
    passed: Mapped[bool | None] = mapped_column(info=PRIVATE)
    mark: Mapped[str] = mapped_column(String(60), default="", info=PRIVATE)
    points: Mapped[int | None]
    hours: Mapped[int | None]

    mobility: Mapped[Mobility] = relationship(back_populates="units")
    unit: Mapped[Unit | None] = relationship()
