"""Samples of scored cases drawn for a second look, and what the moderator noted of each."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Root
from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Standard
from commission_app.models.types import KEY, PRIVATE


class ModerationDrawing(Root):
    """One drawing: the cases of a standard scored in a period; its uid is the seed, so it can be drawn again."""

    __tablename__ = "moderation_drawing"
    noun = "moderation"

    standard_id: Mapped[int] = mapped_column(KEY, ForeignKey("standard.id"), index=True)
    since: Mapped[date]
    until: Mapped[date]
    size: Mapped[int]
    population: Mapped[int]
    drawn_on: Mapped[date]
    drawn_by: Mapped[str] = mapped_column(String(200))

    standard: Mapped[Standard] = relationship()
    items: Mapped[list["ModerationItem"]] = relationship(back_populates="drawing", order_by="ModerationItem.position")


class ModerationItem(Root):
    """One drawn case with the note of its moderator."""

    __tablename__ = "moderation_item"
    __table_args__ = (UniqueConstraint("drawing_id", "case_id"),)
    noun = "moderation"

    drawing_id: Mapped[int] = mapped_column(KEY, ForeignKey("moderation_drawing.id"), index=True)
    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    position: Mapped[int]
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    noted_by: Mapped[str] = mapped_column(String(200), default="")
    noted_on: Mapped[date | None]

    drawing: Mapped[ModerationDrawing] = relationship(back_populates="items")
    case: Mapped[RecognitionCase] = relationship()
