"""The record of a certificate as its twins are made of it: nothing said is changed, and what was left out is added."""

from dataclasses import replace
from datetime import date

from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.rules.certificate_record import CertificateRecord, RecordIssuer, RecordUnit
from commission_app.rules.minutes_record import Said
from commission_app.services import certificate_grounds, certificate_records
from commission_app.services.institution import name_on, the
from commission_app.store.work import Reading


def completed(reading: Reading, row: Certificate) -> CertificateRecord:
    """The record as it was kept; what it left unsaid is said as it stands now, what it says is never changed.

    So a certificate issued before a title was translated can still get its twins.
    """
    record = certificate_records.record(reading, row.id)
    case = reading.get(RecognitionCase, row.case_id)
    standard = Said(case.edition.standard.title_lv, case.edition.standard.title_en)
    plain = record.elements is None
    found = replace(
        record,
        title=_filled(record.title, standard) if plain else record.title,
        programme=_filled(record.programme, standard),
        issuer=_issuer(reading, record.issuer, row.issued_on),
        units=_units(case, record),
    )
    if found.grounds:
        return found
    grounded, grounds = certificate_grounds.grounded(reading, case, found.units)
    return replace(found, units=grounded, grounds=grounds)


def _units(case: RecognitionCase, record: CertificateRecord) -> tuple[RecordUnit, ...]:
    """The units with the halves of their titles and outcomes that the standard has now."""
    names, units = {str(unit.uid): unit for unit in case.edition.units}, []
    for unit in record.units:
        now = names.get(unit.uid)
        if now is None:
            units.append(unit)
            continue
        texts = {one.code: Said(one.text_lv, one.text_en) for one in now.outcomes}
        outcomes = tuple(replace(one, text=_filled(one.text, texts.get(one.code, Said()))) for one in unit.outcomes)
        title = _filled(unit.title, Said(now.title_lv, now.title_en))
        units.append(replace(unit, title=title, outcomes=outcomes))
    return tuple(units)


def _issuer(reading: Reading, said: RecordIssuer, day: date) -> RecordIssuer:
    institution = the(reading.session)
    found = said
    # The name of the day first; then that of today, for what the former does not say.
    for name in (name_on(reading.session, day), name_on(reading.session, reading.today)):
        same = said.name.lv == name.name_lv
        found = replace(
            found,
            name=_filled(found.name, Said(name.name_lv, name.name_en)) if same else found.name,
            reg_no=found.reg_no or institution.registration_number,
            website=found.website or name.website,
            email=found.email or institution.email,
        )
    return found


def _filled(kept: Said, now: Said) -> Said:
    """A text with its missing half, where the other half still says the same."""
    if kept.lv and kept.lv == now.lv and not kept.en:
        return Said(kept.lv, now.en)
    if kept.en and kept.en == now.en and not kept.lv:
        return Said(now.lv, kept.en)
    return kept or now
