"""What moves a term: suspensions, extensions, and the free or moved days of the calendar."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import Case
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.deadline import DayKind, TermChangeKind


class TermChange(Root):
    """The term of a case stands still from a day while something is awaited, or is extended until a day."""

    __tablename__ = "term_change"
    noun = "term"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    kind: Mapped[TermChangeKind] = mapped_column(coded(TermChangeKind))
    from_day: Mapped[date]
    until_day: Mapped[date | None]
    reason: Mapped[str] = mapped_column(Text, info=PRIVATE)
    legal: Mapped[str] = mapped_column(String(300), default="")

    case: Mapped[Case] = relationship()


class CalendarDay(Noun):
    """A day on which the institution does not work, or works although it is a day of rest (moved days)."""

    __tablename__ = "calendar_day"
    noun = "calendar"

    day: Mapped[date] = mapped_column(unique=True)
    kind: Mapped[DayKind] = mapped_column(coded(DayKind))
    name: Mapped[str] = mapped_column(String(200), default="")
