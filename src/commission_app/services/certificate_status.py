"""What may be told of a certificate by its number, and the list of those that no longer hold; no names in either."""

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from commission_app.documents import certificate_list
from commission_app.documents.certificate_list import LostFacts, LostLine
from commission_app.i18n import Language
from commission_app.models.certificate import Certificate
from commission_app.models.register import Entry
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.services.institution import name_on, the
from commission_app.services.paper_sources import clerk, letterhead
from commission_app.store.work import Reading

FORMAT = "commission-app-certificate-status/1"


@dataclass(frozen=True)
class CertificateStatus:
    """Whether a certificate holds; without a state the register does not know the number.

    `day` is when it was annulled or replaced, or issued where it holds; `replaced_by` the number of its duplicate.
    """

    number: str
    state: CertificateState | None = None
    issued_on: date | None = None
    day: date | None = None
    reason: str = ""
    replaced_by: str = ""


def status(reading: Reading, number: str) -> CertificateStatus:
    """What became of the certificate of a number."""
    wanted = " ".join(number.split())
    row = reading.session.scalars(select(Certificate).where(Certificate.number == wanted)).one_or_none()
    return CertificateStatus(wanted) if row is None else _status(reading, row)


def lost(reading: Reading) -> tuple[CertificateStatus, ...]:
    """The certificates that no longer hold: annulled ones, and those a duplicate replaced; by number."""
    newer = select(Certificate.replaces_id).where(Certificate.replaces_id.is_not(None))
    rows = reading.session.scalars(
        select(Certificate)
        .where(or_(Certificate.state != CertificateState.ISSUED, Certificate.id.in_(newer)))
        .order_by(Certificate.id)
    )
    return tuple(_status(reading, row) for row in rows)


def exported(reading: Reading) -> bytes:
    """The public list as a file that programs read: numbers, states and days, and no names or reasons."""
    name = name_on(reading.session, reading.today)
    told = {
        "format": FORMAT,
        "institution": {"lv": name.name_lv, "en": name.name_en, "reg_no": the(reading.session).registration_number},
        "made_on": reading.today.isoformat(),
        "certificates": [
            {
                "number": one.number,
                "state": one.state,
                "issued_on": _said(one.issued_on),
                "since": _said(one.day),
                "replaced_by": one.replaced_by,
            }
            for one in lost(reading)
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def paper(reading: Reading, language: Language) -> bytes:
    """The public list on paper."""
    lines = tuple(
        LostLine(one.number, one.issued_on, one.state, one.day, one.replaced_by)
        for one in lost(reading)
        if one.state is not None
    )
    facts = LostFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        made_on=reading.today,
        lines=lines,
        signer=clerk(reading.actor),
    )
    return certificate_list.render(facts, language)


def _status(reading: Reading, row: Certificate) -> CertificateStatus:
    newer = reading.session.scalars(
        select(Certificate).where(Certificate.replaces_id == row.id).order_by(Certificate.id.desc()).limit(1)
    ).first()
    state, day, reason = row.state, row.issued_on, ""
    if state is CertificateState.ANNULLED:
        day, reason = row.annulled_on or _entered(reading, row) or row.issued_on, row.state_reason
    elif newer is not None:
        state, day = CertificateState.SUPERSEDED, newer.issued_on
    return CertificateStatus(row.number, state, row.issued_on, day, reason, newer.number if newer else "")


def _entered(reading: Reading, row: Certificate) -> date | None:
    """The day a further line of the register says it was annulled; of one annulled before the day itself was kept."""
    later = select(func.max(Entry.entered_on)).where(Entry.subject_uid == row.uid, Entry.cites_id.is_not(None))
    return reading.session.scalar(later)


def _said(day: date | None) -> str:
    return day.isoformat() if day else ""
