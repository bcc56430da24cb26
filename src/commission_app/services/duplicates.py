"""Lost certificates: the request, the announcement, and the duplicate that is issued from the entry of the register."""

import json
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError
from commission_app.i18n import LATVIAN, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.register import Entry
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.vocabulary.blank import LossReason
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.services import blank_use, certificate_records, certificates, registers, series
from commission_app.services.blank_use import FormNumber, TakenForm
from commission_app.services.certificate_cards import lost_ground, over_ground
from commission_app.store import acts
from commission_app.store.acts import new_uid
from commission_app.store.work import Reading, Work
from commission_app.wording.words import word

ANNOUNCED = (LossReason.LOST, LossReason.STOLEN)
"""Only what is out of the holder's hands is announced: what perished or is damaged cannot be misused."""


@dataclass(frozen=True)
class RequestForm:
    """The holder's request: when it came, what became of the certificate and when, and where that was announced."""

    asked_on: date
    reason: LossReason
    lost_on: date | None = None
    announced_in: str = ""
    announced_on: date | None = None


@dataclass(frozen=True)
class IssueForm:
    """The duplicate: its own day, the form it is written on, a number where the register's are typed."""

    issued_on: date
    form_series: str = ""
    form_number: str = ""
    typed_number: str | None = None
    languages: tuple[Language, ...] = (LATVIAN,)


@dataclass(frozen=True)
class LostCard:
    """A certificate with the request for its duplicate, and what stands against issuing one."""

    certificate_id: int
    version: int
    number: str
    issued_on: date
    request: RequestForm | None
    on_form: bool
    number_typed: bool
    next_form: FormNumber | None
    against: tuple[Refusal, ...]


def lost_card(reading: Reading, certificate_id: int) -> LostCard:
    """What is asked before a duplicate is issued."""
    row = reading.get(Certificate, certificate_id)
    on_form = row.kind in FORM_KINDS
    mode = series.mode_of(reading.session, Book.CERTIFICATES, reading.today.year)
    request = None
    if row.duplicate_asked_on is not None and row.duplicate_reason is not None:
        request = RequestForm(
            row.duplicate_asked_on, row.duplicate_reason, row.lost_on, row.announced_in, row.announced_on
        )
    return LostCard(
        row.id,
        row.version,
        row.number,
        row.issued_on,
        request,
        on_form,
        mode is NumberMode.TYPED,
        blank_use.next_in_stock(reading, row.kind) if on_form else None,
        against_duplicate(reading, row),
    )


def against_duplicate(reading: Reading, row: Certificate) -> tuple[Refusal, ...]:
    """Why no duplicate may be issued: the certificate is annulled or replaced, or its decision is repealed."""
    over = over_ground(row) or lost_ground(reading.session, row.case_id)
    return () if over is None else (over,)


def ask(work: Work, certificate_id: int, seen: int, form: RequestForm) -> None:
    """The holder asks for a duplicate; the announcement may follow later.

    Refused: for a certificate that holds no more, for days in the wrong order, and for an announcement without
    its day or its number.
    """
    _ask(work, _held(work, certificate_id, seen), form)


def issue(work: Work, certificate_id: int, seen: int, form: RequestForm, given: IssueForm) -> int:
    """The duplicate is issued from the entry of the register: the same facts and names, its own number, form and day.

    It has the same legal force; the register's line says for which number it is and why, and the original is replaced
    by it. Refused: as with the request; where a state form was lost or stolen and the loss is not announced; and for a
    day before the request or in the future.
    """
    case = work.lock(RecognitionCase, work.get(Certificate, certificate_id).case_id)
    original = _held(work, certificate_id, seen)
    _ask(work, original, form)
    if original.kind in FORM_KINDS and form.reason in ANNOUNCED and form.announced_on is None:
        raise RefusedError("duplicate.not_announced", at="announced_in", number=original.number)
    earliest = max(form.asked_on, form.announced_on or form.asked_on)
    if not earliest <= given.issued_on <= work.today:
        raise RefusedError("duplicate.issue_day", at="issued_on", earliest=earliest, day=given.issued_on)
    duplicate = _made_out(work, original, given)
    facts = _facts(work, original, duplicate)
    duplicate.facts = acts.canonical(registers.canonical_fact(facts))
    work.add(duplicate)
    work.session.flush()
    record = replace(
        certificate_records.record(work, original.id),
        uid=str(duplicate.uid),
        number=duplicate.number,
        form_series=duplicate.form_series,
        form_number=duplicate.form_number,
        duplicate_of=original.number,
        duplicate_on=duplicate.issued_on,
    )
    certificates.put_out(work, duplicate, case, record, facts, given.languages)
    _replace(work, original, duplicate)
    return duplicate.id


def _held(work: Work, certificate_id: int, seen: int) -> Certificate:
    work.lock(RecognitionCase, work.get(Certificate, certificate_id).case_id)
    row = work.lock(Certificate, certificate_id, seen)
    for against in against_duplicate(work, row):
        raise RefusedError.of(against)
    return row


def _ask(work: Work, row: Certificate, form: RequestForm) -> None:
    if not row.issued_on <= form.asked_on <= work.today:
        raise RefusedError("duplicate.asked_day", at="asked_on", issued=row.issued_on, day=form.asked_on)
    if form.lost_on is not None and not row.issued_on <= form.lost_on <= form.asked_on:
        raise RefusedError("duplicate.lost_day", at="lost_on", issued=row.issued_on, asked=form.asked_on)
    announced = form.announced_in.strip()
    if bool(announced) != (form.announced_on is not None):
        raise RefusedError("duplicate.announcement_half", at="announced_on" if announced else "announced_in")
    if form.announced_on is not None and not row.issued_on <= form.announced_on <= work.today:
        raise RefusedError("duplicate.announced_day", at="announced_on", day=form.announced_on)
    row.duplicate_asked_on, row.duplicate_reason, row.lost_on = form.asked_on, form.reason, form.lost_on
    row.announced_in, row.announced_on = announced, form.announced_on


def _made_out(work: Work, original: Certificate, given: IssueForm) -> Certificate:
    uid, form = new_uid(), (given.form_series.strip(), given.form_number.strip())
    taken = TakenForm(None, "", "")
    if original.kind in FORM_KINDS:
        blank_use.check_form(work, *form)
        taken = blank_use.take(work, original.kind, *form, uid, given.issued_on)
    return Certificate(
        uid=uid,
        case_id=original.case_id,
        kind=original.kind,
        state=CertificateState.ISSUED,
        number=registers.reserve(work, Book.CERTIFICATES, uid, given.issued_on.year, given.typed_number),
        form_series=taken.series,
        form_number=taken.number,
        blank_id=taken.blank_id,
        issued_on=given.issued_on,
        replaces_id=original.id,
    )


def _facts(work: Work, original: Certificate, duplicate: Certificate) -> dict[str, object]:
    """The line of the duplicate: what the original's line says, with its own form and day, and why it was issued."""
    facts = json.loads(_entry(work, original).text)["facts"]
    facts = {key: value for key, value in facts.items() if key != "correction"}
    return {
        **facts,
        "form_series": duplicate.form_series,
        "form_number": duplicate.form_number,
        "made_on": duplicate.issued_on,
        "duplicate": {
            "of": original.number,
            "reason": original.duplicate_reason,
            "announced_in": original.announced_in,
            "announced_on": original.announced_on,
        },
    }


def _replace(work: Work, original: Certificate, duplicate: Certificate) -> None:
    """The original holds no more; a line of the register says which duplicate stands for it."""
    original.state = CertificateState.SUPERSEDED
    entry = _entry(work, original)
    facts = json.loads(entry.text)["facts"]
    reason = original.duplicate_reason
    note = LATVIAN.say_of(
        "register",
        "duplicate No. {number} issued; the original is {reason}",
        number=duplicate.number,
        reason=word(LATVIAN, reason) if reason else "",
    )
    registers.correct(work, entry.id, {**facts, "superseded_by": duplicate.number}, note)


def _entry(work: Work, row: Certificate) -> Entry:
    newest = select(Entry).where(Entry.subject_uid == row.uid).order_by(Entry.position.desc()).limit(1)
    return work.session.scalars(newest).one()
