"""What a person is measured against: standard → edition → part → unit → learning outcome."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.types import KEY, SORT_KEY, coded
from commission_app.rules.vocabulary.scoring import CombinationKind, ScaleKind, VerificationRoute
from commission_app.rules.vocabulary.standard import (
    CreditUnit,
    EditionState,
    OutcomeKind,
    PklScale,
    StandardKind,
    UnitKind,
)


class Standard(Root):
    """A profession standard, study programme, module set or free framework, through all its editions."""

    __tablename__ = "standard"
    noun = "standard"

    kind: Mapped[StandardKind] = mapped_column(coded(StandardKind))
    code: Mapped[str] = mapped_column(String(60), unique=True)
    title_lv: Mapped[str] = mapped_column(String(500))
    title_en: Mapped[str] = mapped_column(String(500), default="")
    sort_key: Mapped[bytes] = mapped_column(SORT_KEY, index=True)

    editions: Mapped[list["Edition"]] = relationship(back_populates="standard", order_by="Edition.valid_from")


class Edition(Root):
    """One edition of a standard; a case stays on its edition, a used edition is locked."""

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("standard_id", "label"),)
    noun = "standard"

    standard_id: Mapped[int] = mapped_column(KEY, ForeignKey("standard.id"), index=True)
    predecessor_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("edition.id"))
    label: Mapped[str] = mapped_column(String(80))
    state: Mapped[EditionState] = mapped_column(coded(EditionState), default=EditionState.DRAFT)
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    lki: Mapped[int | None]
    pkl: Mapped[int | None]
    pkl_scale: Mapped[PklScale | None] = mapped_column(coded(PklScale))
    isced_f: Mapped[str] = mapped_column(String(10), default="")
    thematic_area: Mapped[str] = mapped_column(String(300), default="")
    accredited: Mapped[bool] = mapped_column(default=False)
    accreditation_number: Mapped[str] = mapped_column(String(80), default="")
    accreditation_until: Mapped[date | None]
    credits: Mapped[int | None]
    credit_unit: Mapped[CreditUnit | None] = mapped_column(coded(CreditUnit))
    currency_years: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(300), default="")
    external_id: Mapped[str] = mapped_column(String(200), default="")
    description_lv: Mapped[str] = mapped_column(Text, default="")
    description_en: Mapped[str] = mapped_column(Text, default="")
    entry_requirements: Mapped[str] = mapped_column(Text, default="")
    last_applications_on: Mapped[date | None]
    scale: Mapped[ScaleKind] = mapped_column(coded(ScaleKind), default=ScaleKind.RESULT)
    aggregation: Mapped[str] = mapped_column(Text, default="")
    combination: Mapped[CombinationKind] = mapped_column(coded(CombinationKind), default=CombinationKind.CONSENSUS)
    state_reason: Mapped[str] = mapped_column(Text, default="")

    standard: Mapped[Standard] = relationship(back_populates="editions")
    parts: Mapped[list["Part"]] = relationship(back_populates="edition", order_by="Part.position")
    units: Mapped[list["Unit"]] = relationship(back_populates="edition", order_by="Unit.position")


class Part(Noun):
    """A part of a qualification: a level between the qualification and its units."""

    __tablename__ = "part"
    noun = "standard"

    edition_id: Mapped[int] = mapped_column(KEY, ForeignKey("edition.id"), index=True)
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(60))
    title_lv: Mapped[str] = mapped_column(String(500))
    title_en: Mapped[str] = mapped_column(String(500), default="")
    external_id: Mapped[str] = mapped_column(String(200), default="")

    edition: Mapped[Edition] = relationship(back_populates="parts")


class UnitIdentity(Noun):
    """What stays of a unit across editions and standards; recognition attaches to it."""

    __tablename__ = "unit_identity"
    noun = "standard"

    code: Mapped[str] = mapped_column(String(60), index=True)


class Unit(Noun):
    """A study course, module or unit of learning outcomes in one edition; credits and hours in thousandths."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("edition_id", "code"),)
    noun = "standard"

    edition_id: Mapped[int] = mapped_column(KEY, ForeignKey("edition.id"), index=True)
    part_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("part.id"))
    identity_id: Mapped[int] = mapped_column(KEY, ForeignKey("unit_identity.id"), index=True)
    position: Mapped[int]
    kind: Mapped[UnitKind] = mapped_column(coded(UnitKind))
    code: Mapped[str] = mapped_column(String(60))
    title_lv: Mapped[str] = mapped_column(String(500))
    title_en: Mapped[str] = mapped_column(String(500), default="")
    credits: Mapped[int | None]
    credit_unit: Mapped[CreditUnit | None] = mapped_column(coded(CreditUnit))
    hours: Mapped[int | None]
    mandatory: Mapped[bool] = mapped_column(default=True)
    final_examination: Mapped[bool] = mapped_column(default=False)
    recognisable: Mapped[bool] = mapped_column(default=True)
    prerequisites: Mapped[str] = mapped_column(Text, default="")
    local: Mapped[bool] = mapped_column(default=False)
    route: Mapped[VerificationRoute | None] = mapped_column(coded(VerificationRoute))
    aggregation: Mapped[str] = mapped_column(Text, default="")
    external_id: Mapped[str] = mapped_column(String(200), default="")
    semester: Mapped[int | None]

    edition: Mapped[Edition] = relationship(back_populates="units")
    identity: Mapped[UnitIdentity] = relationship()
    outcomes: Mapped[list["Outcome"]] = relationship(back_populates="unit", order_by="Outcome.position")


class Outcome(Noun):
    """A learning outcome of a unit."""

    __tablename__ = "outcome"
    __table_args__ = (UniqueConstraint("unit_id", "code"),)
    noun = "standard"

    unit_id: Mapped[int] = mapped_column(KEY, ForeignKey("unit.id"), index=True)
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(80))
    text_lv: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[OutcomeKind | None] = mapped_column(coded(OutcomeKind))
    mandatory: Mapped[bool] = mapped_column(default=True)
    weight: Mapped[int] = mapped_column(default=1)
    section: Mapped[str] = mapped_column(String(200), default="")
    maximum: Mapped[int | None]
    external_id: Mapped[str] = mapped_column(String(200), default="")

    unit: Mapped[Unit] = relationship(back_populates="outcomes")
