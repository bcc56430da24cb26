"""What the data of a programme say about a microcredential of it, before anybody holds one."""

from datetime import date

from commission_app.models.microcredential import MicrocredentialProfile
from commission_app.models.standard import Edition
from commission_app.rules.certificate_record import CertificateRecord, RecordBasis, RecordHolder, RecordIssuer
from commission_app.rules.conformity_measures import ProgrammeFacts
from commission_app.rules.microcredential import Profile
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services import certificate_records

_SOMEBODY = Said("—", "—")


def imagined(edition: Edition, profile: Profile) -> CertificateRecord:
    """What a microcredential of an edition would say with all its units recognised, whoever held it."""
    whole = CertificateRecord(
        uid="",
        kind=CertificateKind.MICROCREDENTIAL,
        number="",
        issued_on=edition.valid_from,
        holder=RecordHolder("", "", ""),
        issuer=RecordIssuer(_SOMEBODY, ""),
        title=profile.title,
        programme=Said(edition.standard.title_lv, edition.standard.title_en),
        programme_code=edition.standard.code,
        basis=RecordBasis("", edition.valid_from),
        units=tuple(certificate_records.unit_said(unit, unit.credits) for unit in edition.units),
        level=edition.lki,
    )
    return certificate_records.narrowed(whole, profile)


def measured(edition: Edition, profile: Profile | None, day: date) -> ProgrammeFacts:
    """What the meter computes a programme from: its units, or those of its microcredential."""
    record = imagined(edition, profile or Profile())
    lasting = edition.accreditation_until is None or edition.accreditation_until >= day
    return ProgrammeFacts(
        kind=edition.standard.kind,
        units=record.units,
        whole=len(record.units) == len(edition.units),
        level=edition.lki,
        accredited=edition.accredited and lasting,
        profile=profile,
    )


def is_issued(row: MicrocredentialProfile, day: date) -> bool:
    """Whether a microcredential is still issued on a day."""
    return row.retired_on is None or row.retired_on > day
