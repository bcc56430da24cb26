"""The certificates of issuers that the office trusts when a signature leads back to them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.exchange.certificate_file import CertificateFacts, certificates_in
from commission_app.models.trust import TrustAnchor
from commission_app.rules.collation import fold
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class AnchorLine:
    """A trusted certificate as the list shows it."""

    id: int
    version: int
    name: str
    fingerprint: str
    valid_until: date
    expired: bool
    added_on: date
    note: str
    removed_on: date | None
    removed_reason: str


def add(work: Work, file: str, data: bytes, note: str = "") -> tuple[str, ...]:
    """Every certificate of a .pem, .cer or .p7b file enters the list; gives their names.

    Refused: a file without a certificate, one that is in the list already, one that has run out.
    """
    found = certificates_in(file, data)
    for one in found:
        _check(work, one)
        work.add(
            TrustAnchor(
                name=one.name,
                pem=one.pem,
                fingerprint=one.fingerprint,
                valid_until=one.valid_until,
                added_on=work.today,
                note=note.strip(),
            )
        )
        work.session.flush()
    return tuple(one.name for one in found)


def remove(work: Work, anchor_id: int, seen: int, reason: str) -> None:
    """A certificate is trusted no longer; the list keeps it with the reason. Refused: without a reason."""
    row = work.lock(TrustAnchor, anchor_id, seen)
    if not reason.strip():
        raise RefusedError("trust.without_reason", at="reason")
    row.removed_on, row.removed_reason = work.today, reason.strip()


def anchors(reading: Reading) -> tuple[AnchorLine, ...]:
    """All certificates that are or were trusted, those in use first, then by name."""
    rows = reading.session.scalars(select(TrustAnchor)).all()
    lines = [
        AnchorLine(
            row.id,
            row.version,
            row.name,
            row.fingerprint,
            row.valid_until,
            row.valid_until < reading.today,
            row.added_on,
            row.note,
            row.removed_on,
            row.removed_reason,
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: (line.removed_on is not None, fold(line.name), line.id)))


def trusted(session: Session) -> tuple[str, ...]:
    """The certificates in use, as PEM texts."""
    rows = select(TrustAnchor.pem).where(TrustAnchor.removed_on.is_(None)).order_by(TrustAnchor.id)
    return tuple(session.scalars(rows))


def _check(work: Work, one: CertificateFacts) -> None:
    known = select(TrustAnchor.id).where(TrustAnchor.fingerprint == one.fingerprint, TrustAnchor.removed_on.is_(None))
    if work.session.scalar(known) is not None:
        raise RefusedError("trust.known", at="file", name=one.name)
    if one.valid_until < work.today:
        raise RefusedError("trust.expired", at="file", name=one.name, day=one.valid_until)
