"""Who acts for an applicant: by which document, until when, and whether this person signs and receives."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.application import Representative
from commission_app.models.case import RecognitionCase
from commission_app.rules.identity import check_personal_code
from commission_app.rules.plausibility import check_not_future, check_period
from commission_app.rules.vocabulary.person import RepresentativeKind
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class RepresentativeForm:
    """What is asked about whoever acts for the applicant."""

    kind: RepresentativeKind
    name: str
    personal_code: str = ""
    document: str = ""
    document_date: date | None = None
    valid_until: date | None = None
    scope: str = ""
    contact: str = ""
    signs: bool = True
    receives: bool = True


@dataclass(frozen=True)
class RepresentativeRow:
    """A representative of a case, and whether the document still holds today."""

    id: int
    version: int
    form: RepresentativeForm
    expired: bool
    expired_at_application: bool


def of_case(reading: Reading, case_id: int) -> tuple[RepresentativeRow, ...]:
    """Who acts or acted for the applicant of a case, in the order they were entered."""
    received = reading.get(RecognitionCase, case_id).received_on
    rows = reading.session.scalars(
        select(Representative).where(Representative.case_id == case_id).order_by(Representative.id)
    )
    return tuple(_row(row, received, reading.today) for row in rows)


def name(work: Work, case_id: int, form: RepresentativeForm) -> int:
    """Somebody is named to act for the applicant; gives the key.

    Refused: no name, no document, neither signing nor receiving, an impossible code or period.
    """
    case = work.lock(RecognitionCase, case_id)
    row = Representative(case_id=case.id)
    _write(row, form, work.today)
    work.add(row)
    work.touch(case)
    work.session.flush()
    return row.id


def change(work: Work, representative_id: int, seen: int, form: RepresentativeForm) -> None:
    """What is known of a representative is corrected. Refused: as when naming one."""
    row = _of(work, representative_id, seen)
    _write(row, form, work.today)


def end(work: Work, representative_id: int, seen: int, last_day: date) -> None:
    """The representation ends with a day. Refused: a day before the document, or one after it has ended."""
    row = _of(work, representative_id, seen)
    if row.document_date is not None:
        check_period(row.document_date, last_day, "last_day")
    if row.valid_until is not None and row.valid_until < last_day:
        raise RefusedError("representative.ended", at="last_day", day=row.valid_until)
    row.valid_until = last_day


def _of(work: Work, representative_id: int, seen: int) -> Representative:
    case = work.lock(RecognitionCase, work.get(Representative, representative_id).case_id)
    row = work.lock(Representative, representative_id, seen)
    work.touch(case)
    return row


def _write(row: Representative, form: RepresentativeForm, today: date) -> None:
    if not form.name.strip():
        raise RefusedError("representative.nameless", at="name")
    if form.kind is not RepresentativeKind.PARENT and not form.document.strip():
        raise RefusedError("representative.without_document", at="document", kind=form.kind)
    if not (form.signs or form.receives):
        raise RefusedError("representative.idle", at="receives")
    if form.document_date is not None:
        check_not_future(form.document_date, today, "document_date")
        check_period(form.document_date, form.valid_until, "valid_until")
    code = form.personal_code.strip()
    row.kind, row.name = form.kind, form.name.strip()
    row.personal_code = check_personal_code(code, today).normal if code else ""
    row.document, row.document_date, row.valid_until = form.document.strip(), form.document_date, form.valid_until
    row.scope, row.contact = form.scope.strip(), form.contact.strip()
    row.signs, row.receives = form.signs, form.receives


def _row(row: Representative, received: date, today: date) -> RepresentativeRow:
    form = RepresentativeForm(
        row.kind,
        row.name,
        row.personal_code,
        row.document,
        row.document_date,
        row.valid_until,
        row.scope,
        row.contact,
        row.signs,
        row.receives,
    )
    until = row.valid_until
    return RepresentativeRow(
        row.id, row.version, form, until is not None and until < today, until is not None and until < received
    )
