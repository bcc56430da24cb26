"""What a commission decides upon: the case, and the recognition case with its application."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from commission_app.models.base import Noun, Root, Row
from commission_app.models.cohort import Cohort
from commission_app.models.commission import Commission
from commission_app.models.person import Person
from commission_app.models.standard import Edition, Unit
from commission_app.models.types import KEY, PRIVATE, SORT_KEY, coded
from commission_app.rules.vocabulary.case import (
    CaseState,
    Channel,
    Ground,
    LeavingReason,
    Motive,
    Procedure,
    Step,
)


class Case(Root):
    """What a commission decides upon; sittings, decisions, registers and acts know only this."""

    __tablename__ = "case_file"
    __table_args__ = (
        Index("ix_case_file_deadline_id", "deadline", "id"),
        Index("ix_case_file_title_key_id", "title_key", "id"),
        Index("ix_case_file_received_on_id", "received_on", "id"),
        Index("ix_case_file_step_title_key_id", "step", "title_key", "id"),
        Index("ix_case_file_state_title_key_id", "state", "title_key", "id"),
        Index("ix_case_file_number_key_id", "number_key", "id"),
    )
    noun = "case"

    kind: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(String(60), unique=True)
    number_key: Mapped[bytes] = mapped_column(SORT_KEY)
    year: Mapped[int]
    external_number: Mapped[str] = mapped_column(String(80), default="")
    external_date: Mapped[date | None]
    procedure: Mapped[Procedure] = mapped_column(coded(Procedure))
    step: Mapped[Step] = mapped_column(coded(Step))
    state: Mapped[CaseState] = mapped_column(coded(CaseState))
    received_on: Mapped[date]
    deadline: Mapped[date]
    law_date: Mapped[date]
    commission_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("commission.id"), index=True)
    title: Mapped[str] = mapped_column(String(300), info=PRIVATE)
    title_key: Mapped[bytes] = mapped_column(SORT_KEY, info=PRIVATE)
    nomenclature: Mapped[str] = mapped_column(String(40), default="")

    commission: Mapped[Commission | None] = relationship()

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, object]:  # noqa: N805 — SQLAlchemy hands the class
        if cls.__name__ != "Case":
            return {"polymorphic_identity": "recognition"}
        return {"polymorphic_on": "kind", "polymorphic_identity": "case", "version_id_col": cls.version}


class RecognitionCase(Case):
    """A person's application to have learning outcomes recognised."""

    __tablename__ = "recognition_case"
    noun = "case"

    id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(KEY, ForeignKey("person.id"), index=True)
    edition_id: Mapped[int] = mapped_column(KEY, ForeignKey("edition.id"), index=True)
    ground: Mapped[Ground] = mapped_column(coded(Ground), default=Ground.EXPERIENCE)
    channel: Mapped[Channel] = mapped_column(coded(Channel))
    whole_qualification: Mapped[bool] = mapped_column(default=True)
    enrolled: Mapped[bool] = mapped_column(default=False)
    motive: Mapped[str] = mapped_column(Text, default="")
    notes: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    fee_cents: Mapped[int | None]
    paid_on: Mapped[date | None]
    payment_document: Mapped[str] = mapped_column(String(200), default="")
    payer: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
    closed_reason: Mapped[str] = mapped_column(Text, default="")
    closed_code: Mapped[LeavingReason | None] = mapped_column(coded(LeavingReason))
    closed_on: Mapped[date | None]
    state_before: Mapped[CaseState | None] = mapped_column(coded(CaseState))
    step_before: Mapped[Step | None] = mapped_column(coded(Step))
    motive_kind: Mapped[Motive | None] = mapped_column(coded(Motive))
    trade_rule: Mapped[str] = mapped_column(String(300), default="")
    answer_channel: Mapped[Channel | None] = mapped_column(coded(Channel))
    preferred_period: Mapped[str] = mapped_column(String(120), default="")
    matriculation_number: Mapped[str] = mapped_column(String(60), default="", info=PRIVATE)
    study_place: Mapped[str] = mapped_column(String(300), default="")
    study_year: Mapped[int | None]
    admitted_on: Mapped[date | None]
    admitted_until: Mapped[date | None]
    no_document_reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    repeats_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("recognition_case.id"))
    cohort_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("cohort.id"), index=True)
    entry_semester: Mapped[int | None]
    viis_on: Mapped[date | None]
    viis_by: Mapped[str] = mapped_column(String(200), default="")

    cohort: Mapped[Cohort | None] = relationship()
    person: Mapped[Person] = relationship()
    edition: Mapped[Edition] = relationship()
    claims: Mapped[list["Claim"]] = relationship(back_populates="case", order_by="Claim.id")


class Claim(Noun):
    """A unit the applicant asks to have recognised."""

    __tablename__ = "claim"
    __table_args__ = (UniqueConstraint("case_id", "unit_id"),)
    noun = "case"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    unit_id: Mapped[int] = mapped_column(KEY, ForeignKey("unit.id"))
    narrative: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    case: Mapped[RecognitionCase] = relationship(back_populates="claims")
    unit: Mapped[Unit] = relationship()


class Draft(Row):
    """A form somebody has begun and not stored yet; it survives closing the program."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("user_id", "form", "subject_uid"),)

    user_id: Mapped[int] = mapped_column(KEY, ForeignKey("user_account.id"))
    form: Mapped[str] = mapped_column(String(60))
    subject_uid: Mapped[str] = mapped_column(String(40), default="")
    seen: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text, info=PRIVATE)
