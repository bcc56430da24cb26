"""State forms and certificates: issuing takes a form from stock, annulling annuls it, spoiling asks for the next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.blank import Blank, BlankLot
from commission_app.models.certificate import Certificate
from commission_app.rules import blank_ledger
from commission_app.rules.vocabulary.blank import BlankMove, BlankState
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services.blanks import record, require, said
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class FormNumber:
    """A form by the series and the number printed on it."""

    series: str
    number: str


@dataclass(frozen=True)
class TakenForm:
    """The form a certificate stands on; no key where the office keeps no ledger of its kind."""

    blank_id: int | None
    series: str
    number: str


def next_in_stock(reading: Reading, kind: CertificateKind) -> FormNumber | None:
    """The form on top of the stack: the lowest number of the oldest delivery; none where there is none in stock."""
    query = (
        select(Blank.series, Blank.number)
        .join(BlankLot, BlankLot.id == Blank.lot_id)
        .where(Blank.kind == kind, Blank.state == BlankState.IN_STOCK)
        .order_by(BlankLot.received_on, BlankLot.id, Blank.value)
        .limit(1)
    )
    row = reading.session.execute(query).first()
    return None if row is None else FormNumber(row.series, row.number)


def is_kept(session: Session, kind: CertificateKind) -> bool:
    """Whether the office keeps the ledger of forms of this kind: from the first delivery on."""
    return session.scalar(select(Blank.id).where(Blank.kind == kind).limit(1)) is not None


def check_form(work: Work, series: str, number: str) -> None:
    """A state form has its own series and number, and no other certificate stands on it; refused otherwise."""
    if not series:
        raise RefusedError("certificate.form_missing", at="form_series")
    if not number:
        raise RefusedError("certificate.form_missing", at="form_number")
    used = select(Certificate.number).where(Certificate.form_series == series, Certificate.form_number == number)
    standing = work.session.scalar(used.limit(1))
    if standing is not None:
        raise RefusedError("certificate.form_used", at="form_number", series=series, number=number, by=standing)


def take(work: Work, kind: CertificateKind, series: str, number: str, certificate_uid: UUID, day: date) -> TakenForm:
    """Takes a form for a certificate; the ledger knows from now on which one stands on it.

    Refused, once the office keeps the ledger of this kind: a number that is not in it, is of another kind, or is not
    in stock.
    """
    found = _find(work.session, series, number)
    if found is None:
        if is_kept(work.session, kind):
            raise RefusedError("blank.not_in_ledger", at="form_number", series=series, number=number)
        return TakenForm(None, series, number)
    if found.kind is not kind:
        raise RefusedError(
            "blank.other_kind", at="form_number", series=found.series, number=found.number, kind=found.kind
        )
    lot = work.lock(BlankLot, found.lot_id)
    work.touch(lot)
    blank = work.session.get_one(Blank, found.id, populate_existing=True)
    against = blank_ledger.against(BlankMove.USED, blank.state, blank.series, blank.number)
    if against is not None:
        raise RefusedError(
            "blank.not_in_stock", at="form_number", series=blank.series, number=blank.number, state=blank.state
        )
    when = max(day, blank.since)
    record(work, lot, BlankMove.USED, blank.state, [blank.value], when, certificate_uid=certificate_uid)
    blank.state, blank.since, blank.certificate_uid = BlankState.USED, when, certificate_uid
    return TakenForm(blank.id, blank.series, blank.number)


def leave(work: Work, certificate: Certificate, move: BlankMove, reason: str) -> None:
    """The form of a certificate is spoiled or annulled; nothing where it stands on no form of the ledger.

    Refused: without a reason.
    """
    if certificate.blank_id is None:
        return
    blank = work.get(Blank, certificate.blank_id)
    lot = work.lock(BlankLot, blank.lot_id)
    work.touch(lot)
    blank = work.session.get_one(Blank, blank.id, populate_existing=True)
    require(blank_ledger.against(move, blank.state, blank.series, blank.number))
    why, was = said(reason), blank.state
    day = max(work.today, blank.since)
    record(work, lot, move, was, [blank.value], day, reason=why, certificate_uid=certificate.uid)
    blank.state, blank.since, blank.reason = blank_ledger.after(move), day, why


def _find(session: Session, series: str, number: str) -> Blank | None:
    """The form of a series and number; 98 and 0098 are the same form."""
    if not number.isascii() or not number.isdigit() or len(number) > blank_ledger.LONGEST:
        return None
    wanted = " ".join(series.split()).upper()
    return session.scalars(select(Blank).where(Blank.series == wanted, Blank.value == int(number))).one_or_none()
