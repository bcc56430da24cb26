"""What is asked about evidence of each kind beyond its title, and how that is written down and read again."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from commission_app.errors import RefusedError
from commission_app.rules import canonical
from commission_app.rules.vocabulary.evidence import CourseAssessment, EvidenceKind, IdentityCheck, SelfAssessmentLevel
from commission_app.rules.vocabulary.standard import CreditUnit


@dataclass(frozen=True, slots=True)
class Opinion:
    """What an employer says of one learning outcome, by the outcome's uid."""

    outcome_uid: str
    level: SelfAssessmentLevel


@dataclass(frozen=True, slots=True)
class EmployerReport:
    """An employer's report: who speaks, of which time and tasks, and what was seen of each outcome."""

    person: str = ""
    post: str = ""
    relation: str = ""
    contact: str = ""
    period_from: date | None = None
    period_until: date | None = None
    tasks: str = ""
    opinions: tuple[Opinion, ...] = ()
    conclusion: str = ""
    signed_on: date | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Observer:
    """Somebody who watched a demonstration: name, post or institution, and what was seen."""

    name: str = ""
    post: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """A record of skills shown at work: where, when, which tasks, who watched, with what, how it ended."""

    place: str = ""
    held_from: date | None = None
    held_until: date | None = None
    observers: tuple[Observer, ...] = ()
    tasks: str = ""
    equipment: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class OutsideCourse:
    """A course elsewhere: its size, how it assessed, and whether it knew who the learner was."""

    provider: str = ""
    hours: Decimal | None = None
    credits: Decimal | None = None
    credit_unit: CreditUnit = CreditUnit.ECTS
    held_from: date | None = None
    held_until: date | None = None
    assessment: CourseAssessment = CourseAssessment.NOT_KNOWN
    identity_check: IdentityCheck = IdentityCheck.NOT_KNOWN
    result: str = ""


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task of the individual plan: what was done from when until when, and what the supervisor says of it."""

    task: str = ""
    done_from: date | None = None
    done_until: date | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class WorkBasedLearning:
    """Learning at a workplace: both contracts, the company, its supervisor, the individual plan, the hours."""

    training_contract: str = ""
    training_contract_on: date | None = None
    employment_contract: str = ""
    employment_contract_on: date | None = None
    company: str = ""
    registration_number: str = ""
    supervisor: str = ""
    period_from: date | None = None
    period_until: date | None = None
    plan: str = ""
    tasks: tuple[PlannedTask, ...] = ()
    practice_hours: Decimal | None = None
    supervisor_statement: str = ""


@dataclass(frozen=True, slots=True)
class ForeignStatement:
    """A statement of the Academic Information Centre about a foreign diploma."""

    number: str = ""
    country: str = ""
    diploma: str = ""
    comparable_to: str = ""


@dataclass(frozen=True, slots=True)
class TranslatedPaper:
    """A translation: of which paper, from which language."""

    original: str = ""
    from_language: str = ""
    translated_on: date | None = None


@dataclass(frozen=True, slots=True)
class WorkSample:
    """A piece of work: the applicant's own part in it, when it was made, who can confirm it."""

    own_part: str = ""
    made_on: date | None = None
    confirmed_by: str = ""


Details = (
    EmployerReport | Demonstration | OutsideCourse | WorkBasedLearning | ForeignStatement | TranslatedPaper | WorkSample
)
DETAILS: dict[EvidenceKind, type[Details]] = {
    EvidenceKind.EMPLOYER_REPORT: EmployerReport,
    EvidenceKind.DEMONSTRATION: Demonstration,
    EvidenceKind.OUTSIDE_COURSE: OutsideCourse,
    EvidenceKind.DIGITAL_CREDENTIAL: OutsideCourse,
    EvidenceKind.WORK_BASED_LEARNING: WorkBasedLearning,
    EvidenceKind.PRACTICE_REPORT: WorkBasedLearning,
    EvidenceKind.FOREIGN_STATEMENT: ForeignStatement,
    EvidenceKind.TRANSLATION: TranslatedPaper,
    EvidenceKind.WORK_SAMPLE: WorkSample,
    EvidenceKind.PROJECT_RESULT: WorkSample,
    EvidenceKind.PHOTO_OR_VIDEO: WorkSample,
}
"""Which form each kind has; a kind that is not here is told by its title, issuer and date."""
_ENDS = (("period_from", "period_until"), ("held_from", "held_until"))
_UNPROVED = {
    # A credential vouches for what it names, unless it says itself that nothing was assessed.
    EvidenceKind.DIGITAL_CREDENTIAL: frozenset({CourseAssessment.ATTENDANCE}),
    EvidenceKind.OUTSIDE_COURSE: frozenset({CourseAssessment.ATTENDANCE, CourseAssessment.NOT_KNOWN}),
}
"""The ways of assessing that prove only that somebody was there."""
HIGHEST = Decimal(100_000)
"""More hours or credits than any life holds."""


def is_attendance_only(kind: EvidenceKind, details: Details | None) -> bool:
    """Whether a course proves only that somebody was there: nothing was assessed."""
    if kind not in _UNPROVED:
        return False
    said = details.assessment if isinstance(details, OutsideCourse) else CourseAssessment.NOT_KNOWN
    return said in _UNPROVED[kind]


def shows_attendance_only(kind: EvidenceKind, text: str) -> bool:
    """The same of an item as it is stored."""
    return kind in _UNPROVED and is_attendance_only(kind, read(kind, text))


def check(kind: EvidenceKind, details: Details | None, today: date) -> None:
    """Refuses details of another kind, a period that ends before it begins, and a signature of the future."""
    if details is None:
        return
    if not isinstance(details, DETAILS.get(kind, type(None))):
        raise RefusedError("details.foreign", at="kind", kind=kind)
    for begin, end in _ENDS:
        first, last = getattr(details, begin, None), getattr(details, end, None)
        if first is not None and last is not None and last < first:
            raise RefusedError("details.ends_before", at=end, begin=first, end=last)
    if isinstance(details, EmployerReport) and details.signed_on is not None and details.signed_on > today:
        raise RefusedError("details.signed_later", at="signed_on", day=details.signed_on)
    if isinstance(details, WorkBasedLearning):
        _check_tasks(details.tasks)
    if isinstance(details, Demonstration):
        nameless = next((row for row, one in enumerate(details.observers, 1) if not one.name), None)
        if nameless is not None:
            raise RefusedError("details.row_without_name", at="observers", row=nameless)
    for field in fields(details):
        value = getattr(details, field.name)
        if isinstance(value, Decimal) and not 0 <= value <= HIGHEST:
            raise RefusedError("details.amount", at=field.name, highest=HIGHEST)


def _check_tasks(tasks: tuple[PlannedTask, ...]) -> None:
    for row, one in enumerate(tasks, 1):
        if not one.task:
            raise RefusedError("details.row_without_name", at="tasks", row=row)
        if one.done_from is not None and one.done_until is not None and one.done_until < one.done_from:
            facts = {"row": row, "begin": one.done_from, "end": one.done_until}
            raise RefusedError("details.row_ends_before", at="tasks", **facts)


def written(details: Details | None) -> str:
    """The details as canonical JSON text; nothing where there are none."""
    if details is None:
        return ""
    return canonical.written(details)


def read(kind: EvidenceKind, text: str) -> Details | None:
    """The details of an item of this kind as they were written.

    Refused: text that is no JSON, a field this kind does not have, or a value that is none of its kind.
    """
    form = DETAILS.get(kind)
    if form is None or not text:
        return None
    try:
        return canonical.made(form, text)
    except ValueError as error:
        raise RefusedError("details.unreadable", kind=kind) from error
