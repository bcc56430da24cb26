"""The institution, the people who work in its office, and its dated provisions and phrases."""

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.types import KEY, coded
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.institution import InstitutionKind, OfficeRole, Origin


class Institution(Root):
    """The one institution of this database."""

    __tablename__ = "institution"
    noun = "institution"

    kind: Mapped[InstitutionKind] = mapped_column(coded(InstitutionKind))
    registration_number: Mapped[str] = mapped_column(String(20), default="")
    place_locative_lv: Mapped[str] = mapped_column(String(80), default="")
    place_en: Mapped[str] = mapped_column(String(80), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    backup_folder: Mapped[str] = mapped_column(String(500), default="")
    backup_on_exit: Mapped[bool] = mapped_column(default=True)
    twins_at_issue: Mapped[bool] = mapped_column(default=False)
    """Whether a certificate carries its complete digital twins inside from the moment it is issued."""

    names: Mapped[list["InstitutionName"]] = relationship(
        back_populates="institution", order_by="InstitutionName.valid_from"
    )


class InstitutionName(Noun):
    """The institution's name, address, head and letterhead, from a date: papers show those of their day.

    `electronic` says that it signs its papers electronically, so that they carry the line on it.
    """

    __tablename__ = "institution_name"
    noun = "institution"

    institution_id: Mapped[int] = mapped_column(KEY, ForeignKey("institution.id"), index=True)
    valid_from: Mapped[date]
    name_lv: Mapped[str] = mapped_column(String(300))
    name_en: Mapped[str] = mapped_column(String(300), default="")
    address_lv: Mapped[str] = mapped_column(String(300), default="")
    address_en: Mapped[str] = mapped_column(String(300), default="")
    head_name: Mapped[str] = mapped_column(String(200), default="")
    head_post_lv: Mapped[str] = mapped_column(String(200), default="")
    head_post_en: Mapped[str] = mapped_column(String(200), default="")
    website: Mapped[str] = mapped_column(String(200), default="")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    arms: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    electronic: Mapped[bool] = mapped_column(default=False)

    institution: Mapped[Institution] = relationship(back_populates="names")


class User(Root):
    """A person who works in the program; every act knows who did it."""

    __tablename__ = "user_account"
    noun = "user"

    name: Mapped[str] = mapped_column(String(200))
    post_lv: Mapped[str] = mapped_column(String(200), default="")
    post_en: Mapped[str] = mapped_column(String(200), default="")
    role: Mapped[OfficeRole] = mapped_column(coded(OfficeRole))
    active: Mapped[bool] = mapped_column(default=True)
    stands_in_for: Mapped[str] = mapped_column(String(200), default="")
    stands_in_order: Mapped[str] = mapped_column(String(200), default="")


class ProvisionRow(Noun):
    """A rule of law or by-law in force from a date: value as canonical JSON text, legal reference, origin."""

    __tablename__ = "provision"
    __table_args__ = (UniqueConstraint("key", "procedure", "in_force_from", "origin"),)
    noun = "provision"

    key: Mapped[str] = mapped_column(String(80))
    procedure: Mapped[Procedure | None] = mapped_column(coded(Procedure))
    in_force_from: Mapped[date]
    value: Mapped[str] = mapped_column(Text)
    legal_lv: Mapped[str] = mapped_column(Text, default="")
    legal_en: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[Origin] = mapped_column(coded(Origin))


class Phrase(Noun):
    """A printed text in both languages, in force from a date (legal basis, appeal, data notice)."""

    __tablename__ = "phrase"
    __table_args__ = (UniqueConstraint("key", "procedure", "in_force_from", "origin"),)
    noun = "phrase"

    key: Mapped[str] = mapped_column(String(80))
    procedure: Mapped[Procedure | None] = mapped_column(coded(Procedure))
    in_force_from: Mapped[date]
    text_lv: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[Origin] = mapped_column(coded(Origin))
