"""Intake at the counter: an application opens a case with its number, deadline and line in the register."""

from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.exchange.case_row import CaseRow
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.commission import Commission
from commission_app.models.person import Person
from commission_app.models.standard import Edition, Standard, Unit
from commission_app.rules.collation import sort_key
from commission_app.rules.plausibility import check_not_future
from commission_app.rules.price_lists import check_amount
from commission_app.rules.vocabulary.case import CaseState, Channel, Ground, Motive, Procedure, Step
from commission_app.rules.vocabulary.commission import CommissionKind
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.standard import EditionState
from commission_app.services import (
    application_caps,
    archive_nomenclature,
    deadlines,
    people,
    register_facts,
    registers,
)
from commission_app.services.people import PersonForm
from commission_app.store import search
from commission_app.store.acts import new_uid
from commission_app.store.work import Work


@dataclass(frozen=True)
class ApplicationForm:
    """What an application says; no units named means all units of the edition."""

    procedure: Procedure
    edition_id: int
    received_on: date
    person: PersonForm = field(default_factory=PersonForm)
    person_id: int | None = None
    unit_ids: tuple[int, ...] = ()
    ground: Ground = Ground.EXPERIENCE
    channel: Channel = Channel.IN_PERSON
    whole_qualification: bool = True
    enrolled: bool = False
    commission_id: int | None = None
    motive: str = ""
    motive_kind: Motive | None = None
    trade_rule: str = ""
    answer_channel: Channel | None = None
    preferred_period: str = ""
    matriculation_number: str = ""
    study_place: str = ""
    study_year: int | None = None
    notes: str = ""
    external_number: str = ""
    external_date: date | None = None
    typed_number: str = ""
    nomenclature: str = ""
    fee_cents: int | None = None
    paid_on: date | None = None
    payment_document: str = ""
    payer: str = ""


@dataclass(frozen=True)
class ReceivedCase:
    """The case that an application opened."""

    id: int
    number: str


def receive(work: Work, form: ApplicationForm) -> ReceivedCase:
    """An application is received: the person, the case, its number and its line in the register of applications.

    Refused: an impossible date, an edition that is not approved, a unit of another edition, a doubtful code.
    """
    check_not_future(form.received_on, work.today, "received_on")
    if form.paid_on is not None:
        check_not_future(form.paid_on, work.today, "paid_on")
    if form.fee_cents:
        check_amount(form.fee_cents, "fee_cents")
    edition = _edition(work, form)
    person = people.enrol(work, form.person) if form.person_id is None else _known(work, form)
    units = _units(edition, form)
    application_caps.check(work.session, person, edition, form.procedure, form.received_on, len(units))
    case = _open(work, form, edition, person)
    work.add(case)
    work.session.flush()
    for unit in units:
        work.add(Claim(case_id=case.id, unit_id=unit.id))
    work.about(case.uid, person.uid)
    work.session.flush()
    registers.enter(work, Book.APPLICATIONS, case.number, case.uid, register_facts.application(case))
    make_findable(work, case)
    return ReceivedCase(case.id, case.number)


def receive_many(work: Work, rows: tuple[CaseRow, ...]) -> tuple[ReceivedCase, ...]:
    """Applications of a workbook are received together: all of them, or none when one row is refused."""
    received = []
    for row in rows:
        try:
            received.append(receive(work, form_of_row(work.session, row)))
        except RefusedError as error:
            raise RefusedError("import.row_refused", row=row.row, why=error.refusal) from error
    return tuple(received)


def form_of_row(session: Session, row: CaseRow) -> ApplicationForm:
    """The application that a row of a workbook stands for.

    Refused: a standard or unit code that is not in the library.
    """
    edition = _edition_by_code(session, row.standard_code, row.received)
    units = {unit.code.casefold(): unit.id for unit in edition.units}
    for code in row.unit_codes:
        if code.casefold() not in units:
            raise RefusedError("application.unit_unknown", at="unit_codes", code=code, standard=row.standard_code)
    person = PersonForm(
        given_name=row.given_name,
        family_name=row.surname,
        original_name=row.original_name,
        personal_code=row.personal_code,
        code_override_reason=row.code_mismatch_reason,
        birth_date=row.birth_date,
        document_number=row.document_number,
        document_country=row.document_country,
        email=row.email,
        phone=row.phone,
        address=row.address,
    )
    form = ApplicationForm(
        procedure=row.procedure,
        edition_id=edition.id,
        received_on=row.received,
        person=person,
        unit_ids=tuple(units[code.casefold()] for code in row.unit_codes),
        ground=row.ground or Ground.EXPERIENCE,
        channel=row.channel,
        external_number=row.external_number,
        notes=row.notes,
    )
    return _with_known_person(session, form)


def make_findable(work: Work, case: RecognitionCase) -> None:
    """The search box finds a case by its numbers, its applicant and what is applied for."""
    standard = case.edition.standard
    codes = [code.code for code in case.person.codes]
    words = (case.external_number, people.full_name(case.person), standard.title_lv, standard.title_en, standard.code)
    search.put(
        work.session, "case", case.id, case.uid, f"{case.number} {case.title}", standard.title_lv, *words, *codes
    )


def _with_known_person(session: Session, form: ApplicationForm) -> ApplicationForm:
    """A row of somebody who is known by code is taken up as that person."""
    digits = "".join(char for char in form.person.personal_code if char.isdigit())
    known = people.bearer_of(session, f"{digits[:6]}-{digits[6:]}") if digits else None
    return form if known is None else replace(form, person_id=known.id)


def _edition(work: Work, form: ApplicationForm) -> Edition:
    edition = work.get(Edition, form.edition_id)
    if edition.state is not EditionState.APPROVED:
        raise RefusedError("application.edition_not_approved", at="edition_id", label=edition.label)
    if edition.last_applications_on is not None and form.received_on > edition.last_applications_on:
        last = edition.last_applications_on
        raise RefusedError("edition.last_day_passed", at="edition_id", label=edition.label, last=last)
    return edition


def _edition_by_code(session: Session, code: str, day: date) -> Edition:
    rows = session.scalars(
        select(Edition)
        .join(Standard)
        .where(Standard.code == code, Edition.state == EditionState.APPROVED, Edition.valid_from <= day)
        .where(or_(Edition.last_applications_on.is_(None), Edition.last_applications_on >= day))
        .order_by(Edition.valid_from.desc())
    )
    edition = rows.first()
    if edition is None:
        raise RefusedError("application.standard_unknown", at="standard_code", code=code)
    return edition


def _known(work: Work, form: ApplicationForm) -> Person:
    person = work.lock(Person, form.person_id or 0)
    if form.person.family_name.strip():
        people.correct(work, person.id, person.version, form.person)
    return person


def _units(edition: Edition, form: ApplicationForm) -> list[Unit]:
    if not form.unit_ids:
        return list(edition.units)
    wanted = [unit for unit in edition.units if unit.id in set(form.unit_ids)]
    if len(wanted) != len(set(form.unit_ids)):
        raise RefusedError("application.unit_foreign", at="unit_ids", edition=edition.label)
    return wanted


def _open(work: Work, form: ApplicationForm, edition: Edition, person: Person) -> RecognitionCase:
    uid = new_uid()
    year = form.received_on.year
    number = registers.reserve(work, Book.APPLICATIONS, uid, year, form.typed_number.strip() or None)
    title = f"{person.family_name}, {person.given_name}"
    return RecognitionCase(
        uid=uid,
        number=number,
        number_key=sort_key(number),
        year=year,
        external_number=form.external_number.strip(),
        external_date=form.external_date,
        procedure=form.procedure,
        step=Step.IDENTIFICATION,
        state=CaseState.RECEIVED,
        received_on=form.received_on,
        deadline=deadlines.first_deadline(work.session, form.procedure, form.received_on),
        law_date=form.received_on,
        commission_id=form.commission_id or _usual_commission(work.session, form.procedure, edition),
        title=title,
        title_key=sort_key(title),
        nomenclature=form.nomenclature.strip() or _index(work.session, form),
        person=person,
        edition=edition,
        **_stated(form),
    )


def _index(session: Session, form: ApplicationForm) -> str:
    """The index of the nomenclature that files of this procedure lie under; nothing while there is none."""
    entry = archive_nomenclature.for_case(session, form.procedure, form.received_on)
    return entry.index_no if entry is not None else ""


def _stated(form: ApplicationForm) -> dict[str, object]:
    """What the applicant says of the application, and what was paid with it."""
    return {
        "ground": form.ground,
        "channel": form.channel,
        "whole_qualification": form.whole_qualification,
        "enrolled": form.enrolled,
        "motive": form.motive.strip(),
        "motive_kind": form.motive_kind,
        "trade_rule": form.trade_rule.strip(),
        "answer_channel": form.answer_channel,
        "preferred_period": form.preferred_period.strip(),
        "matriculation_number": form.matriculation_number.strip(),
        "study_place": form.study_place.strip(),
        "study_year": form.study_year,
        "notes": form.notes.strip(),
        "fee_cents": form.fee_cents,
        "paid_on": form.paid_on,
        "payment_document": form.payment_document.strip(),
        "payer": form.payer.strip(),
    }


def _usual_commission(session: Session, procedure: Procedure, edition: Edition) -> int | None:
    """The commission of the programme's field; the only one of its kind where there is just one."""
    kind = CommissionKind.EXAMINATION if procedure is Procedure.VOCATIONAL else CommissionKind.RECOGNITION
    rows = session.scalars(select(Commission).where(Commission.kind == kind)).all()
    fitting = [row for row in rows if row.thematic_area and row.thematic_area == edition.thematic_area]
    if len(fitting) == 1:
        return fitting[0].id
    return rows[0].id if len(rows) == 1 else None
