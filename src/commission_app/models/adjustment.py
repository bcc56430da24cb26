"""Adjustments of an exam to special needs: the measures for the examiner, and the health data apart from them."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from commission_app.models.base import Noun, Root
from commission_app.models.types import KEY, PRIVATE


class Adjustment(Root):
    """What is granted to an examinee: codes of measures, more time in per cent, and what the examiner must know."""

    __tablename__ = "adjustment"
    noun = "adjustment"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), unique=True)
    measures: Mapped[str] = mapped_column(String(300), info=PRIVATE)
    more_time: Mapped[int | None] = mapped_column(info=PRIVATE)
    instructions: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    granted_on: Mapped[date]
    granted_by: Mapped[str] = mapped_column(String(200))


class AdjustmentGround(Noun):
    """Why it is granted: health data, seen only in their own dialog, never printed, listed or exported."""

    __tablename__ = "adjustment_ground"
    noun = "adjustment"

    adjustment_id: Mapped[int] = mapped_column(KEY, ForeignKey("adjustment.id"), unique=True)
    ground: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    document: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    document_date: Mapped[date | None] = mapped_column(info=PRIVATE)
    seen_by: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
