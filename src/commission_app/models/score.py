"""Assessors of a case, their scores for each learning outcome, and the agreed result."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Root
from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Outcome
from commission_app.models.types import KEY, PRIVATE, UtcMoment, coded
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.scoring import OutcomeResult


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
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    outcome: Mapped[Outcome] = relationship()
