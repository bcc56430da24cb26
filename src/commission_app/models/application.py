"""What belongs to an application beside its head: experience, earlier courses, statements, consultations, figures."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Unit
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.case import (
    ConsultationForm,
    ExperienceKind,
    PrerequisiteState,
    StatementKind,
)
from commission_app.rules.vocabulary.person import (
    EducationLevel,
    EmploymentStatus,
    RepresentativeKind,
    Sex,
)
from commission_app.rules.vocabulary.standard import CreditUnit


class Experience(Root):
    """A dated row of work, volunteering, learning, education or practice; hours in thousandths."""

    __tablename__ = "experience"
    noun = "application"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    position: Mapped[int]
    kind: Mapped[ExperienceKind] = mapped_column(coded(ExperienceKind))
    organisation: Mapped[str] = mapped_column(String(300), info=PRIVATE)
    registration_number: Mapped[str] = mapped_column(String(20), default="")
    country: Mapped[str] = mapped_column(String(80), default="")
    title: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    began_on: Mapped[date | None] = mapped_column(info=PRIVATE)
    ended_on: Mapped[date | None] = mapped_column(info=PRIVATE)
    load: Mapped[str] = mapped_column(String(80), default="")
    hours: Mapped[int | None]
    duties: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    referee: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    assessed: Mapped[bool | None]
    level: Mapped[str] = mapped_column(String(120), default="")
    document: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
    document_date: Mapped[date | None]

    case: Mapped[RecognitionCase] = relationship()
    courses: Mapped[list["PreviousCourse"]] = relationship(
        back_populates="experience", order_by="PreviousCourse.position"
    )


class PreviousCourse(Noun):
    """A course of earlier studies with its credits (thousandths) and mark, as the document states them."""

    __tablename__ = "previous_course"
    noun = "application"

    experience_id: Mapped[int] = mapped_column(KEY, ForeignKey("experience.id"), index=True)
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(60), default="")
    title: Mapped[str] = mapped_column(String(300), info=PRIVATE)
    credits: Mapped[int | None]
    credit_unit: Mapped[CreditUnit | None] = mapped_column(coded(CreditUnit))
    mark: Mapped[str] = mapped_column(String(60), default="", info=PRIVATE)
    scale: Mapped[str] = mapped_column(String(80), default="")
    passed_on: Mapped[date | None]

    experience: Mapped[Experience] = relationship(back_populates="courses")
    counts_for: Mapped[list["CourseCountsFor"]] = relationship(back_populates="course")


class CourseCountsFor(Noun):
    """A unit that an earlier course is held to count for."""

    __tablename__ = "course_counts_for"
    __table_args__ = (UniqueConstraint("course_id", "unit_id"),)
    noun = "application"

    course_id: Mapped[int] = mapped_column(KEY, ForeignKey("previous_course.id"), index=True)
    unit_id: Mapped[int] = mapped_column(KEY, ForeignKey("unit.id"))

    course: Mapped[PreviousCourse] = relationship(back_populates="counts_for")
    unit: Mapped[Unit] = relationship()


class CaseFigures(Root):
    """What the yearly figures ask of a person on the day of the application; kept apart, assessors never see it."""

    __tablename__ = "case_figures"
    noun = "figures"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), unique=True)
    sex: Mapped[Sex] = mapped_column(coded(Sex), default=Sex.NOT_SAID, info=PRIVATE)
    employment: Mapped[EmploymentStatus] = mapped_column(
        coded(EmploymentStatus), default=EmploymentStatus.NOT_SAID, info=PRIVATE
    )
    education: Mapped[EducationLevel] = mapped_column(
        coded(EducationLevel), default=EducationLevel.NOT_SAID, info=PRIVATE
    )
    groups: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)


class Representative(Root):
    """Who acts for the applicant, by which document, and whether this person signs and receives."""

    __tablename__ = "representative"
    noun = "application"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    kind: Mapped[RepresentativeKind] = mapped_column(coded(RepresentativeKind))
    name: Mapped[str] = mapped_column(String(240), info=PRIVATE)
    personal_code: Mapped[str] = mapped_column(String(12), default="", info=PRIVATE)
    document: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    document_date: Mapped[date | None]
    valid_until: Mapped[date | None]
    scope: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    contact: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    signs: Mapped[bool] = mapped_column(default=True)
    receives: Mapped[bool] = mapped_column(default=True)


class Consultation(Root):
    """A consultation: with whom, about what, how many minutes, free or paid; it may come before any case."""

    __tablename__ = "consultation"
    noun = "consultation"

    case_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("person.id"), index=True)
    attendee: Mapped[str] = mapped_column(String(240), default="", info=PRIVATE)
    held_on: Mapped[date]
    began_at: Mapped[str] = mapped_column(String(5), default="")
    place: Mapped[str] = mapped_column(String(200), default="")
    minutes: Mapped[int]
    form: Mapped[ConsultationForm] = mapped_column(coded(ConsultationForm))
    free: Mapped[bool] = mapped_column(default=True)
    consultant: Mapped[str] = mapped_column(String(200))
    topic: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    record: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)


class Statement(Noun):
    """What the applicant stated, in the words it was stated in, and when."""

    __tablename__ = "statement"
    __table_args__ = (UniqueConstraint("case_id", "kind"),)
    noun = "application"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    kind: Mapped[StatementKind] = mapped_column(coded(StatementKind))
    text: Mapped[str] = mapped_column(Text, default="")
    given_on: Mapped[date]
    given_by: Mapped[str] = mapped_column(String(240), default="", info=PRIVATE)


class Prerequisite(Root):
    """An entry requirement of the application and how far it is fulfilled."""

    __tablename__ = "prerequisite"
    noun = "application"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(String(500))
    state: Mapped[PrerequisiteState] = mapped_column(coded(PrerequisiteState))
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)


class Interview(Root):
    """The identification interview: its answers as canonical JSON text by question."""

    __tablename__ = "interview"
    noun = "application"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    held_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(200), default="")
    interviewer: Mapped[str] = mapped_column(String(200))
    post: Mapped[str] = mapped_column(String(200), default="")
    answers: Mapped[str] = mapped_column(Text, default="{}", info=PRIVATE)
    specialist_note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
