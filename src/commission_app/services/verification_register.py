"""What this office's register says of a certificate: issued, annulled, replaced by a duplicate, or never heard of."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, refusal
from commission_app.models.certificate import Certificate, Paper
from commission_app.rules import certificate_record, credential_payload
from commission_app.rules.credential_payload import Signed
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.key import PayloadDetail, Standing
from commission_app.services.register_import import legacy_certificate
from commission_app.store.work import Reading


@dataclass(frozen=True)
class Registered:
    """How a certificate stands, with the hash of its record and the papers that were issued."""

    standing: Standing
    number: str = ""
    on: date | None = None
    reason: str = ""
    other: str = ""
    record: str = field(default="", repr=False)
    issued: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Word:
    """One finding of the register, and whether it speaks against the paper."""

    what: Refusal
    grave: bool


NOT_ASKED = Registered(Standing.NOT_ASKED)


def look_up(reading: Reading, number: str) -> Registered:
    """How the certificate of a number stands in the register."""
    row = reading.session.scalars(select(Certificate).where(Certificate.number == number)).one_or_none()
    if row is None:
        old = legacy_certificate(reading, number)
        return Registered(Standing.LEGACY, number, reason=old.file) if old else Registered(Standing.UNKNOWN, number)
    duplicate = reading.session.scalars(
        select(Certificate).where(Certificate.replaces_id == row.id).order_by(Certificate.id.desc()).limit(1)
    ).first()
    if row.state is CertificateState.ANNULLED:
        standing, on, reason, other = Standing.ANNULLED, row.annulled_on, row.state_reason, ""
    elif duplicate is not None:
        standing, on, reason, other = Standing.SUPERSEDED, duplicate.issued_on, "", duplicate.number
    else:
        standing, on, reason, other = Standing.ISSUED, row.issued_on, "", ""
    papers = reading.session.scalars(select(Paper).where(Paper.subject_uid == row.uid).order_by(Paper.id)).all()
    issued = tuple(reading.blobs.read(reading.session, paper.blob) for paper in papers)
    pdfs = tuple(data for data in issued if data.startswith(b"%PDF-"))
    return Registered(standing, number, on, reason, other, row.record, pdfs)


def completed(signed: Signed, registered: Registered) -> Signed:
    """The facts of a code with all that its hash stands for, where the register holds that very record."""
    if not registered.record or not _same(registered, signed):
        return signed
    record = certificate_record.read(registered.record, registered.number)
    return replace(signed, record=record, detail=PayloadDetail.FULL)


def said(registered: Registered, signed: Signed, *, known: bool) -> Iterator[Word]:
    """The findings in sentences; a number that is missing is grave only where the key is our own."""
    number = signed.record.number
    match registered.standing:
        case Standing.ISSUED:
            yield Word(refusal("verify.register_issued", number=number), False)
        case Standing.ANNULLED:
            what = refusal("verify.register_annulled", number=number, day=registered.on, reason=registered.reason)
            yield Word(what, True)
        case Standing.SUPERSEDED:
            yield Word(refusal("verify.register_superseded", number=number, other=registered.other), True)
        case Standing.UNKNOWN if known:
            yield Word(refusal("verify.register_unknown", number=number), True)
        case Standing.LEGACY:
            yield Word(refusal("verify.register_legacy", number=number, source=registered.reason), False)
        case _:
            yield Word(refusal("verify.register_not_asked"), False)
    if registered.record and not _same(registered, signed):
        yield Word(refusal("verify.register_differs", number=number), True)


def _same(registered: Registered, signed: Signed) -> bool:
    return credential_payload.text_hash(registered.record) == signed.record_sha256
