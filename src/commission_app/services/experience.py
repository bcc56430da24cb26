"""The dated rows of an application: work, volunteering, learning, education with its courses, practice."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.application import CourseCountsFor, Experience, PreviousCourse
from commission_app.models.case import RecognitionCase
from commission_app.rules.credits.studies import number_of
from commission_app.rules.experience import Length, Period, overlapping, together
from commission_app.rules.plausibility import check_not_future, check_period
from commission_app.rules.vocabulary.case import ExperienceKind
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import earlier_studies
from commission_app.services.evidence import open_case
from commission_app.store.work import Reading, Work

MOST = Decimal(100_000)
MOST_CREDITS, MOST_HOURS = Decimal(1_000), Decimal(50_000)


@dataclass(frozen=True)
class CourseForm:
    """A course of earlier studies, as its document states it, and the units it is held to count for."""

    title: str
    code: str = ""
    credits: Decimal | None = None
    credit_unit: CreditUnit | None = None
    mark: str = ""
    passed_on: date | None = None
    unit_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class ExperienceForm:
    """What is asked about one row."""

    kind: ExperienceKind
    organisation: str
    title: str = ""
    began_on: date | None = None
    ended_on: date | None = None
    registration_number: str = ""
    country: str = ""
    load: str = ""
    hours: Decimal | None = None
    duties: str = ""
    referee: str = ""
    assessed: bool = False
    level: str = ""
    document: str = ""
    document_date: date | None = None
    courses: tuple[CourseForm, ...] = ()


@dataclass(frozen=True)
class ExperienceRow:
    """A row of the application."""

    id: int
    version: int
    form: ExperienceForm


@dataclass(frozen=True)
class ExperienceCard:
    """The rows, how long each kind lasted together, and what is odd about them."""

    rows: tuple[ExperienceRow, ...]
    lengths: tuple[tuple[ExperienceKind, Length], ...]
    remarks: tuple[Refusal, ...]


def of_case(reading: Reading, case_id: int) -> ExperienceCard:
    """The dated rows of an application, the latest first."""
    found = list(reading.session.scalars(select(Experience).where(Experience.case_id == case_id)))
    found.sort(key=lambda row: (row.kind.value, row.began_on or date.min, row.position), reverse=True)
    rows = tuple(ExperienceRow(row.id, row.version, _form(row)) for row in found)
    dated = [row for row in rows if row.form.began_on is not None]
    periods = [Period(row.form.kind, row.form.began_on or date.min, row.form.ended_on) for row in dated]
    lengths = tuple((kind, together(periods, kind, reading.today)) for kind in ExperienceKind)
    remarks = tuple(
        refusal("experience.overlap", first=dated[one].form.organisation, second=dated[other].form.organisation)
        for one, other in overlapping(periods, reading.today)
    )
    return ExperienceCard(rows, tuple((kind, length) for kind, length in lengths if not length.none), remarks)


def add(work: Work, case_id: int, form: ExperienceForm) -> int:
    """A row enters the application; gives its key.

    Refused: no organisation, a period that ends before it begins or lies in the future, a course nobody could read or
    one that stands in the application already.
    """
    case = open_case(work, case_id)
    last = work.session.scalar(select(func.max(Experience.position)).where(Experience.case_id == case.id)) or 0
    row = Experience(case_id=case.id, position=last + 1)
    _check(form, work.today)
    _fill(row, form)
    work.add(row)
    work.session.flush()
    _add_courses(work, case, row, form)
    work.touch(case)
    return row.id


def change(work: Work, row_id: int, seen: int, form: ExperienceForm) -> None:
    """A row is corrected. Refused: as when it is entered."""
    case = open_case(work, work.get(Experience, row_id).case_id)
    row = work.lock(Experience, row_id, seen)
    _check(form, work.today)
    _fill(row, form)
    _remove_courses(work, row)
    _add_courses(work, case, row, form)
    work.touch(case)


def remove(work: Work, row_id: int, seen: int) -> None:
    """A row is taken out of the application; the history keeps it."""
    case = open_case(work, work.get(Experience, row_id).case_id)
    row = work.lock(Experience, row_id, seen)
    _remove_courses(work, row)
    work.remove([row])
    work.touch(case)


def _fill(row: Experience, form: ExperienceForm) -> None:
    row.kind, row.organisation, row.title = form.kind, form.organisation.strip(), form.title.strip()
    row.began_on, row.ended_on = form.began_on, form.ended_on
    row.registration_number, row.country = form.registration_number.strip(), form.country.strip()
    row.load, row.duties, row.referee = form.load.strip(), form.duties.strip(), form.referee.strip()
    row.hours = None if form.hours is None else int(form.hours * 1000)
    row.assessed, row.level = form.assessed, form.level.strip()
    row.document, row.document_date = form.document.strip(), form.document_date


def _add_courses(work: Work, case: RecognitionCase, row: Experience, form: ExperienceForm) -> None:
    asked = {claim.unit_id for claim in case.claims}
    for position, course in enumerate(form.courses, 1):
        _add_course(work, row, position, course, asked)
    _check_courses_once(work, case)


def _check_courses_once(work: Work, case: RecognitionCase) -> None:
    """A course that stood twice would look as if it could be spent twice."""
    seen = set[str]()
    for course in earlier_studies.courses_of(work.session, case):
        key = earlier_studies.key_of(course)
        if key in seen:
            where = course.experience.organisation
            raise RefusedError("experience.course_twice", at="courses", title=course.title, organisation=where)
        seen.add(key)


def _add_course(work: Work, row: Experience, position: int, course: CourseForm, asked: set[int]) -> None:
    if not set(course.unit_ids) <= asked:
        raise RefusedError("experience.course_foreign", at="courses", title=course.title)
    made = PreviousCourse(
        experience_id=row.id,
        position=position,
        code=course.code.strip(),
        title=course.title.strip(),
        credits=None if course.credits is None else int(course.credits * 1000),
        credit_unit=course.credit_unit,
        mark=course.mark.strip(),
        passed_on=course.passed_on,
    )
    work.add(made)
    work.session.flush()
    work.add(*(CourseCountsFor(course_id=made.id, unit_id=unit) for unit in course.unit_ids))


def _remove_courses(work: Work, row: Experience) -> None:
    for course in list(row.courses):
        work.remove(list(course.counts_for))
        work.session.flush()
        work.remove([course])
    work.session.flush()
    work.session.expire(row, ["courses"])


def _check(form: ExperienceForm, today: date) -> None:
    if not form.organisation.strip():
        raise RefusedError("experience.no_organisation", at="organisation")
    for name in ("began_on", "ended_on", "document_date"):
        day: date | None = getattr(form, name)
        if day is not None:
            check_not_future(day, today, name)
    if form.began_on is not None:
        check_period(form.began_on, form.ended_on, "ended_on")
    if form.hours is not None and not (0 <= form.hours <= MOST and form.hours * 1000 == int(form.hours * 1000)):
        raise RefusedError("experience.hours", at="hours", most=MOST)
    for course in form.courses:
        _check_course(course, today)


def _check_course(course: CourseForm, today: date) -> None:
    if not course.title.strip():
        raise RefusedError("experience.course_without_title", at="courses")
    if course.credits is not None:
        if course.credit_unit is None:
            raise RefusedError("experience.course_without_unit", at="courses", title=course.title)
        most = MOST_HOURS if course.credit_unit is CreditUnit.HOURS else MOST_CREDITS
        if not 0 <= course.credits <= most or course.credits * 1000 != int(course.credits * 1000):
            raise RefusedError("experience.course_credits", at="courses", title=course.title, most=most)
    if course.passed_on is not None:
        check_not_future(course.passed_on, today, "courses")
    number_of(course.mark)


def _form(row: Experience) -> ExperienceForm:
    return ExperienceForm(
        row.kind,
        row.organisation,
        row.title,
        row.began_on,
        row.ended_on,
        row.registration_number,
        row.country,
        row.load,
        None if row.hours is None else Decimal(row.hours) / 1000,
        row.duties,
        row.referee,
        bool(row.assessed),
        row.level,
        row.document,
        row.document_date,
        tuple(
            CourseForm(
                course.title,
                course.code,
                None if course.credits is None else Decimal(course.credits) / 1000,
                course.credit_unit,
                course.mark,
                course.passed_on,
                tuple(sorted(one.unit_id for one in course.counts_for)),
            )
            for course in row.courses
        ),
    )
