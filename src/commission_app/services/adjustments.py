"""Adjustments of an exam to special needs: granted with the document seen; health data stay in their own dialog."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.adjustment import Adjustment, AdjustmentGround
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam, Examinee
from commission_app.rules.plausibility import check_not_future
from commission_app.rules.vocabulary.exam import AdjustmentKind
from commission_app.services import people
from commission_app.store.work import Reading, Work

MOST_TIME = 200
"""Longer time is given as so many per cent more at most; beyond it the exam is another exam."""


@dataclass(frozen=True)
class AdjustmentForm:
    """What is granted, and on what ground; `ground` and `document` are health data and kept apart."""

    measures: tuple[AdjustmentKind, ...]
    more_time: int | None = None
    instructions: str = ""
    granted_on: date | None = None
    granted_by: str = ""
    ground: str = ""
    document: str = ""
    document_date: date | None = None


@dataclass(frozen=True)
class Measures:
    """What the examiner needs of an examinee's adjustments, and nothing else."""

    case_id: int
    case_number: str
    name: str
    kinds: tuple[AdjustmentKind, ...]
    more_time: int | None
    instructions: str


@dataclass(frozen=True)
class AdjustmentCard:
    """The whole of it for the dialog, the health data with it."""

    form: AdjustmentForm
    version: int | None
    seen_by: str


def card(reading: Reading, case_id: int) -> AdjustmentCard:
    """What is granted to an applicant and why; that the record was opened is itself recorded."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    row = _of(reading.session, case_id)
    if row is None:
        return AdjustmentCard(AdjustmentForm(()), None, "")
    ground = _ground(reading.session, row.id)
    form = AdjustmentForm(
        _kinds(row),
        row.more_time,
        row.instructions,
        row.granted_on,
        row.granted_by,
        ground.ground if ground is not None else "",
        ground.document if ground is not None else "",
        ground.document_date if ground is not None else None,
    )
    return AdjustmentCard(form, row.version, ground.seen_by if ground is not None else "")


def granted(reading: Reading, case_id: int) -> bool:
    """Whether anything is granted to an applicant: all that a page may say of it."""
    return _of(reading.session, case_id) is not None


def of_exam(reading: Reading, exam_id: int) -> tuple[Measures, ...]:
    """What the examiner needs of every examinee of an exam who has adjustments."""
    exam = reading.get(Exam, exam_id)
    found = []
    for row in exam.examinees:
        held = _of(reading.session, row.case_id)
        if held is not None:
            name = people.full_name(people.name_on(row.case.person, exam.held_on))
            found.append(Measures(row.case_id, row.case.number, name, _kinds(held), held.more_time, held.instructions))
    return tuple(found)


def grant(work: Work, case_id: int, seen: int | None, form: AdjustmentForm) -> int:
    """Adjustments are granted to an applicant, or those granted are put right.

    Refused: no measure, an absurd share of time, another measure that is not named, without the document seen, a day
    still to come, or once the exam of the case is closed.
    """
    case = work.lock(RecognitionCase, case_id)
    _check_open(work.session, case_id)
    _check(work, form)
    row = _of(work.session, case_id)
    if row is None:
        row = Adjustment(case_id=case.id)
        work.add(row)
    elif seen is not None:
        row = work.lock(Adjustment, row.id, seen)
    row.measures = " ".join(form.measures)
    row.more_time = form.more_time if AdjustmentKind.MORE_TIME in form.measures else None
    row.instructions = form.instructions.strip()
    row.granted_on, row.granted_by = form.granted_on or work.today, form.granted_by.strip() or work.actor.name
    work.session.flush()
    ground = _ground(work.session, row.id)
    if ground is None:
        ground = AdjustmentGround(adjustment_id=row.id)
        work.add(ground)
    ground.ground, ground.document = form.ground.strip(), form.document.strip()
    ground.document_date, ground.seen_by = form.document_date, work.actor.name
    work.session.flush()
    work.about(case.uid)
    return row.id


def withdraw(work: Work, case_id: int, seen: int) -> None:
    """Adjustments are taken back, and the health data with them. Refused: once the exam of the case is closed."""
    case = work.lock(RecognitionCase, case_id)
    _check_open(work.session, case_id)
    row = _of(work.session, case_id)
    if row is None:
        return
    row = work.lock(Adjustment, row.id, seen)
    ground = _ground(work.session, row.id)
    if ground is not None:
        work.remove([ground])
        work.session.flush()
    work.remove([row])
    work.about(case.uid)


def _check(work: Work, form: AdjustmentForm) -> None:
    if not form.measures:
        raise RefusedError("adjustment.nothing", at="measures")
    if form.more_time is not None and not 1 <= form.more_time <= MOST_TIME:
        raise RefusedError("adjustment.more_time", at="more_time", percent=form.more_time)
    if AdjustmentKind.OTHER in form.measures and not form.instructions.strip():
        raise RefusedError("adjustment.other", at="instructions")
    if not form.document.strip():
        raise RefusedError("adjustment.no_document", at="document")
    for at, day in (("granted_on", form.granted_on), ("document_date", form.document_date)):
        if day is not None:
            check_not_future(day, work.today, at)


def _check_open(session: Session, case_id: int) -> None:
    newest = select(Exam.closed).join(Examinee).where(Examinee.case_id == case_id).order_by(Examinee.id.desc())
    if session.scalar(newest.limit(1)):
        raise RefusedError("adjustment.closed")


def _of(session: Session, case_id: int) -> Adjustment | None:
    return session.scalars(select(Adjustment).where(Adjustment.case_id == case_id)).one_or_none()


def _ground(session: Session, adjustment_id: int) -> AdjustmentGround | None:
    query = select(AdjustmentGround).where(AdjustmentGround.adjustment_id == adjustment_id)
    return session.scalars(query).one_or_none()


def _kinds(row: Adjustment) -> tuple[AdjustmentKind, ...]:
    return tuple(AdjustmentKind(word) for word in row.measures.split())
