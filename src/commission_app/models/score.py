"""Assessors of a case, their scores for each learning outcome, and the agreed result."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Outcome, Unit
from commission_app.models.types import KEY, PRIVATE, UtcMoment, coded
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.scoring import (
    CombinationKind,
    OutcomeResult,
    ReviewState,
    VerificationRoute,
)


class Assessor(Root):
    """A person who measures one case; seats count from 1."""

    __tablename__ = "assessor"
    __table_args__ = (UniqueConstraint("case_id", "seat"),)
    noun = "score"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    seat: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    side: Mapped[Side] = mapped_column(coded(Side), default=Side.SCHOOL)
    member_uid: Mapped[UUID | None] = mapped_column(Uuid)
    finished_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    user_uid: Mapped[UUID | None] = mapped_column(Uuid)

    case: Mapped[RecognitionCase] = relationship()
    scores: Mapped[list["Score"]] = relationship(back_populates="assessor")


class Score(Root):
    """One cell: what one assessor says of one learning outcome."""

    __tablename__ = "score"
    __table_args__ = (UniqueConstraint("assessor_id", "outcome_id"),)
    noun = "score"

    assessor_id: Mapped[int] = mapped_column(KEY, ForeignKey("assessor.id"), index=True)
    outcome_id: Mapped[int] = mapped_column(KEY, ForeignKey("outcome.id"), index=True)
    result: Mapped[OutcomeResult] = mapped_column(coded(OutcomeResult))
    value: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    assessor: Mapped[Assessor] = relationship(back_populates="scores")
    outcome: Mapped[Outcome] = relationship()


class Result(Root):
    """The agreed result of one learning outcome of a case."""

    __tablename__ = "result"
    __table_args__ = (UniqueConstraint("case_id", "outcome_id"),)
    noun = "score"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    outcome_id: Mapped[int] = mapped_column(KEY, ForeignKey("outcome.id"))
    result: Mapped[OutcomeResult] = mapped_column(coded(OutcomeResult))
    value: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    agreed_how: Mapped[CombinationKind | None] = mapped_column(coded(CombinationKind))

    outcome: Mapped[Outcome] = relationship()


class ScoreChange(Noun):
    """One line of the history of a cell: rows are added, never changed. No assessor: the agreed result."""

    __tablename__ = "score_change"
    __table_args__ = (Index("ix_score_change_case_id_outcome_id", "case_id", "outcome_id"),)
    noun = "score"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"))
    outcome_id: Mapped[int] = mapped_column(KEY, ForeignKey("outcome.id"))
    assessor_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("assessor.id"))
    moment: Mapped[datetime] = mapped_column(UtcMoment)
    user_name: Mapped[str] = mapped_column(String(200))
    old_result: Mapped[OutcomeResult | None] = mapped_column(coded(OutcomeResult))
    new_result: Mapped[OutcomeResult | None] = mapped_column(coded(OutcomeResult))
    old_value: Mapped[int | None]
    new_value: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)


class UnitReview(Root):
    """How a unit of a case is verified: route, reviewer, when and where, and the test's points (thousandths)."""

    __tablename__ = "unit_review"
    __table_args__ = (UniqueConstraint("case_id", "unit_id"),)
    noun = "score"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    unit_id: Mapped[int] = mapped_column(KEY, ForeignKey("unit.id"))
    route: Mapped[VerificationRoute] = mapped_column(coded(VerificationRoute))
    state: Mapped[ReviewState] = mapped_column(coded(ReviewState), default=ReviewState.WAITING)
    reviewer: Mapped[str] = mapped_column(String(200), default="")
    planned_on: Mapped[date | None]
    held_on: Mapped[date | None]
    place: Mapped[str] = mapped_column(String(200), default="")
    points: Mapped[int | None]
    maximum: Mapped[int | None]
    threshold: Mapped[int | None]
    passed: Mapped[bool | None]
    requirement: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    requirement_by: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    unit: Mapped[Unit] = relationship()


class IndividualCriterion(Root):
    """A learning outcome read otherwise for one person, with the reason."""

    __tablename__ = "individual_criterion"
    __table_args__ = (UniqueConstraint("case_id", "outcome_id"),)
    noun = "score"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    outcome_id: Mapped[int] = mapped_column(KEY, ForeignKey("outcome.id"))
    text: Mapped[str] = mapped_column(Text, info=PRIVATE)
    reason: Mapped[str] = mapped_column(Text, info=PRIVATE)
    settled_by: Mapped[str] = mapped_column(String(200))
