"""The professional qualification exam: its own scale, its examinees, its protocol."""

from datetime import date, time

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Commission, Member
from commission_app.models.standard import Edition
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.exam import ExamPart
from commission_app.rules.vocabulary.scoring import ExamStatus


class Exam(Root):
    """One exam of one qualification: theory, practice, and the table from points to marks."""

    __tablename__ = "exam"
    noun = "exam"

    edition_id: Mapped[int] = mapped_column(KEY, ForeignKey("edition.id"), index=True)
    commission_id: Mapped[int] = mapped_column(KEY, ForeignKey("commission.id"))
    held_on: Mapped[date]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    room: Mapped[str] = mapped_column(String(120), default="")
    group_number: Mapped[str] = mapped_column(String(40), default="")
    theory_max: Mapped[int]
    practice_max: Mapped[int]
    pass_mark: Mapped[int]
    theory_least: Mapped[int | None]
    practice_least: Mapped[int | None]
    incidents: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    protocol_number: Mapped[str | None] = mapped_column(String(60), unique=True)
    closed: Mapped[bool] = mapped_column(default=False)
    computation: Mapped[str] = mapped_column(Text, default="")

    edition: Mapped[Edition] = relationship()
    commission: Mapped[Commission] = relationship()
    scale: Mapped[list["ExamScaleRow"]] = relationship(back_populates="exam", order_by="ExamScaleRow.mark")
    examinees: Mapped[list["Examinee"]] = relationship(back_populates="exam", order_by="Examinee.id")
    board: Mapped[list["ExamBoard"]] = relationship(back_populates="exam", order_by="ExamBoard.id")


class ExamScaleRow(Noun):
    """The lowest total of points for a mark, from the exam's own programme."""

    __tablename__ = "exam_scale_row"
    __table_args__ = (UniqueConstraint("exam_id", "mark"),)
    noun = "exam"

    exam_id: Mapped[int] = mapped_column(KEY, ForeignKey("exam.id"), index=True)
    mark: Mapped[int]
    minimum_points: Mapped[int]

    exam: Mapped[Exam] = relationship(back_populates="scale")


class Examinee(Root):
    """A case entered for an exam, and what became of it."""

    __tablename__ = "examinee"
    __table_args__ = (UniqueConstraint("exam_id", "case_id"),)
    noun = "exam"

    exam_id: Mapped[int] = mapped_column(KEY, ForeignKey("exam.id"), index=True)
    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    status: Mapped[ExamStatus] = mapped_column(coded(ExamStatus), default=ExamStatus.ENTERED)
    theory: Mapped[int | None]
    practice: Mapped[int | None]
    mark: Mapped[int | None]
    passed: Mapped[bool | None]
    remarks: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    repeats_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("examinee.id"))
    carried: Mapped[ExamPart | None] = mapped_column(coded(ExamPart))

    exam: Mapped[Exam] = relationship(back_populates="examinees")
    case: Mapped[RecognitionCase] = relationship()


class ExamBoard(Noun):
    """A member of the commission who took part in the exam."""

    __tablename__ = "exam_board"
    __table_args__ = (UniqueConstraint("exam_id", "member_id"),)
    noun = "exam"

    exam_id: Mapped[int] = mapped_column(KEY, ForeignKey("exam.id"), index=True)
    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"))

    exam: Mapped[Exam] = relationship(back_populates="board")
    member: Mapped[Member] = relationship()
