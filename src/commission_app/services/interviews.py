"""The identification interview of a case: the sheet with its questions, and what the interview found."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.application import Interview
from commission_app.models.case import RecognitionCase
from commission_app.rules import canonical
from commission_app.rules.interview import Answer, InterviewFacts, asked, questions, read
from commission_app.rules.plausibility import check_not_future
from commission_app.rules.vocabulary.case import Procedure
from commission_app.services import provisions
from commission_app.store.work import Reading, Work
from commission_app.wording.interview import QUESTIONS, QUESTIONS_KEY


@dataclass(frozen=True)
class InterviewForm:
    """What is asked about the interview; the note is the career specialist's."""

    held_on: date
    interviewer: str
    place: str = ""
    post: str = ""
    facts: InterviewFacts = field(default_factory=InterviewFacts)
    specialist_note: str = ""


@dataclass(frozen=True)
class InterviewUnit:
    """A unit the interview speaks of."""

    code: str
    title_lv: str
    title_en: str


@dataclass(frozen=True)
class InterviewCard:
    """The sheet of a case with every question of today's template; no day while no interview was held."""

    number: str
    version: int | None
    form: InterviewForm | None
    answers: tuple[Answer, ...]
    units: tuple[InterviewUnit, ...]
    here: tuple[str, str, str]
    """Who is at the desk: name, post in Latvian, post in English."""


def of_case(reading: Reading, case_id: int) -> InterviewCard:
    """The sheet of a case. Refused: a kept sheet that cannot be read."""
    case = reading.get(RecognitionCase, case_id)
    row = _row(reading.session, case_id)
    form = None if row is None else _form(row)
    template = template_of(reading.session, case.procedure, reading.today)
    kept = form.facts.answers if form is not None else ()
    units = tuple(InterviewUnit(one.unit.code, one.unit.title_lv, one.unit.title_en) for one in case.claims)
    actor = reading.actor
    return InterviewCard(
        case.number,
        None if row is None else row.version,
        form,
        asked(template, kept),
        units,
        (actor.name, actor.post_lv, actor.post_en),
    )


def record(work: Work, case_id: int, seen: int | None, form: InterviewForm) -> int:
    """The interview was held, or its sheet is corrected; gives the key of the sheet.

    Refused: a day in the future, nobody who held it, a note of a specialist without the name.
    """
    case = work.lock(RecognitionCase, case_id)
    check_not_future(form.held_on, work.today, "held_on")
    if not form.interviewer.strip():
        raise RefusedError("interview.no_interviewer", at="interviewer")
    if form.specialist_note.strip() and not form.facts.specialist.strip():
        raise RefusedError("interview.no_specialist", at="specialist")
    row = _row(work.session, case_id)
    if row is None:
        row = Interview(case_id=case.id)
        _write(row, form)
        work.add(row)
    else:
        # Whoever saw no sheet yet was overtaken by whoever recorded this one.
        row = work.lock(Interview, row.id, seen or 0)
        _write(row, form)
    work.touch(case)
    work.session.flush()
    return row.id


def template_of(session: Session, procedure: Procedure, day: date) -> tuple[Answer, ...]:
    """The questions in force for a procedure on a day; the shipped ones where the office has none."""
    lv, en = provisions.phrase(session, QUESTIONS_KEY, procedure, day)
    return questions(lv, en) if lv else questions(*QUESTIONS)


def _row(session: Session, case_id: int) -> Interview | None:
    return session.scalars(select(Interview).where(Interview.case_id == case_id).order_by(Interview.id)).first()


def _form(row: Interview) -> InterviewForm:
    try:
        facts = read(row.answers)
    except ValueError as error:
        raise RefusedError("interview.unreadable") from error
    return InterviewForm(row.held_on, row.interviewer, row.place, row.post, facts, row.specialist_note)


def _write(row: Interview, form: InterviewForm) -> None:
    row.held_on, row.interviewer = form.held_on, form.interviewer.strip()
    row.place, row.post = form.place.strip(), form.post.strip()
    facts = form.facts
    said = InterviewFacts(
        tuple(one for one in facts.answers if one.answer.strip()),
        tuple(one for one in facts.units if one.does.strip() or one.claim),
        facts.evidence.strip(),
        facts.advice.strip(),
        facts.specialist.strip(),
    )
    row.answers, row.specialist_note = canonical.written(said), form.specialist_note.strip()
