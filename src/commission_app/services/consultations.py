"""Consultations: with whom, when, how long, about what; how many free ones a person has left."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.application import Consultation
from commission_app.models.case import RecognitionCase
from commission_app.models.person import Person
from commission_app.rules.plausibility import check_not_future
from commission_app.rules.vocabulary.case import ConsultationForm as Form
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book
from commission_app.services import people, provisions
from commission_app.services.closed_years import require_open
from commission_app.store.work import Reading, Work

MOST_MINUTES = 24 * 60


@dataclass(frozen=True)
class ConsultationForm:
    """What is asked about a consultation; the attendee is named where there is no case yet."""

    held_on: date
    minutes: int
    consultant: str
    form: Form = Form.IN_PERSON
    free: bool = True
    began_at: str = ""
    place: str = ""
    attendee: str = ""
    topic: str = ""
    record: str = ""


@dataclass(frozen=True)
class ConsultationRow:
    """A consultation as the lists show it."""

    id: int
    version: int
    who: str
    case_id: int | None
    case_number: str
    form: ConsultationForm


@dataclass(frozen=True)
class ConsultationCard:
    """The consultations of a case's applicant, the minutes of all, and how many free ones are left."""

    rows: tuple[ConsultationRow, ...]
    minutes: int
    free_left: int
    free_allowed: int
    usual_minutes: int


def of_case(reading: Reading, case_id: int) -> ConsultationCard:
    """The consultations of a case, and those its applicant had without one."""
    case = reading.get(RecognitionCase, case_id)
    query = select(Consultation).where(
        or_(
            Consultation.case_id == case_id,
            (Consultation.person_id == case.person_id) & Consultation.case_id.is_(None),
        )
    )
    rows = tuple(
        _row(reading.session, row) for row in reading.session.scalars(query.order_by(Consultation.held_on.desc()))
    )
    allowed = _setting(reading.session, ProvisionKey.FREE_CONSULTATIONS, case.procedure, case.law_date, 2)
    usual = _setting(reading.session, ProvisionKey.CONSULTATION_MINUTES, case.procedure, case.law_date, 60)
    used = sum(row.form.free for row in rows)
    return ConsultationCard(rows, sum(row.form.minutes for row in rows), max(allowed - used, 0), allowed, usual)


def everything(reading: Reading, year: int) -> tuple[ConsultationRow, ...]:
    """The consultations of a year, the latest first."""
    query = (
        select(Consultation)
        .where(Consultation.held_on >= date(year, 1, 1), Consultation.held_on <= date(year, 12, 31))
        .order_by(Consultation.held_on.desc(), Consultation.id.desc())
    )
    return tuple(_row(reading.session, row) for row in reading.session.scalars(query))


def record(work: Work, case_id: int | None, form: ConsultationForm) -> int:
    """A consultation was held; gives its key.

    Refused: a day in the future or in a closed year, minutes that are none, nobody who gave or attended it.
    """
    require_open(work, Book.CONSULTATIONS, form.held_on)
    row = Consultation()
    if case_id is not None:
        case = work.get(RecognitionCase, case_id)
        row.case_id, row.person_id = case.id, case.person_id
        work.about(case.uid)
    _write(row, form, work.today)
    if case_id is None and not row.attendee:
        raise RefusedError("consultation.nobody", at="attendee")
    work.add(row)
    work.session.flush()
    return row.id


def change(work: Work, row_id: int, seen: int, form: ConsultationForm) -> None:
    """What is known of a consultation is corrected. Refused: as when it is recorded."""
    row = work.lock(Consultation, row_id, seen)
    _write(row, form, work.today)


def _write(row: Consultation, form: ConsultationForm, today: date) -> None:
    check_not_future(form.held_on, today, "held_on")
    if not 1 <= form.minutes <= MOST_MINUTES:
        raise RefusedError("consultation.minutes", at="minutes", most=MOST_MINUTES)
    if not form.consultant.strip():
        raise RefusedError("consultation.no_consultant", at="consultant")
    row.held_on, row.minutes, row.form, row.free = form.held_on, form.minutes, form.form, form.free
    row.began_at, row.place, row.attendee = form.began_at.strip(), form.place.strip(), form.attendee.strip()
    row.consultant, row.topic, row.record = form.consultant.strip(), form.topic.strip(), form.record.strip()


def row_of(reading: Reading, row: Consultation) -> ConsultationRow:
    """A consultation as the lists show it; that the record of a person was opened is itself recorded."""
    if row.person_id is not None:
        reading.opened.add(reading.get(Person, row.person_id).uid)
    return _row(reading.session, row)


def _row(session: Session, row: Consultation) -> ConsultationRow:
    person = session.get(Person, row.person_id) if row.person_id is not None else None
    case = session.get(RecognitionCase, row.case_id) if row.case_id is not None else None
    form = ConsultationForm(
        row.held_on,
        row.minutes,
        row.consultant,
        row.form,
        row.free,
        row.began_at,
        row.place,
        row.attendee,
        row.topic,
        row.record,
    )
    who = people.full_name(person) if person is not None else row.attendee
    return ConsultationRow(row.id, row.version, who, row.case_id, case.number if case is not None else "", form)


def _setting(session: Session, key: ProvisionKey, procedure: Procedure, day: date, otherwise: int) -> int:
    try:
        return provisions.number(session, key, procedure, day)
    except RefusedError:
        return otherwise
