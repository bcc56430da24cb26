"""What a certificate says in each field of its state form, from its frozen record; state forms are in Latvian."""

from collections.abc import Mapping

from commission_app.documents.exam_protocol import said_mark
from commission_app.i18n import LATVIAN, LOCATIVE
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.minutes_record import Said
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.blank import FormField
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.standard import CreditUnit

_OF_A_PROGRAMME = (
    CertificateKind.PROFESSIONAL_DEVELOPMENT,
    CertificateKind.INTEREST_EDUCATION,
    CertificateKind.TRANSCRIPT,
)


def form_values(record: CertificateRecord, place: str) -> Mapping[FormField, str]:
    """The text of every field, empty where the record says nothing; `place` in the locative, as on the dating line."""
    holder, basis = record.holder, record.basis
    day = record.duplicate_on or record.issued_on
    return {
        FormField.NUMBER: record.number,
        FormField.HOLDER: f"{holder.given} {holder.family}".strip(),
        FormField.IDENTITY: holder.code or (LATVIAN.date(holder.born) if holder.born else ""),
        FormField.INSTITUTION: record.issuer.name.lv,
        FormField.INSTITUTION_CODE: record.issuer.reg_no,
        FormField.ACCREDITATION: record.accreditation,
        FormField.PROGRAMME: record.programme.lv,
        FormField.PROGRAMME_CODE: record.programme_code,
        FormField.QUALIFICATION: record.title.lv,
        FormField.PART: record.part.lv or _units(record),
        FormField.LEVEL_PKL: str(record.pkl or ""),
        FormField.LEVEL_LKI: str(record.level or ""),
        FormField.BASIS: LATVIAN.say_of("paper", "assessment of competence acquired outside formal education"),
        FormField.HOURS: _hours(record),
        FormField.OUTCOMES: _outcomes(record),
        FormField.EXAM_DATE: LATVIAN.long_date(basis.day, LOCATIVE) if basis.exam else "",
        FormField.MARK: said_mark(record.mark_value, LATVIAN) if record.mark_value else record.mark.lv,
        FormField.PROTOCOL: f"Nr. {basis.number}, {LATVIAN.date(basis.day)}",
        FormField.CHAIR: basis.chair,
        FormField.HEAD: record.issuer.head,
        FormField.PLACE: place,
        FormField.ISSUED_ON: LATVIAN.long_date(day, LOCATIVE),
        FormField.DUPLICATE: LATVIAN.say_of("paper", "DUPLICATE") if record.duplicate_of else "",
    }


def _units(record: CertificateRecord) -> str:
    """The modules or units, where the certificate is about some of a programme."""
    if record.kind is CertificateKind.MODULE or record.kind in _OF_A_PROGRAMME:
        return "; ".join(_lv(unit.title) for unit in record.units)
    return ""


def _hours(record: CertificateRecord) -> str:
    """The hours of all units together; nothing while one of them has none."""
    hours = [unit.hours for unit in record.units]
    if not hours or not all(hours):
        return ""
    whole = Credits.from_thousandths(sum(one or 0 for one in hours), CreditUnit.HOURS)
    return LATVIAN.number(whole.decimal())


def _outcomes(record: CertificateRecord) -> str:
    told = [_lv(outcome.text) for unit in record.units for outcome in unit.outcomes]
    return "\n".join(f"{at}. {text}" for at, text in enumerate(told, 1))


def _lv(text: Said) -> str:
    return text.lv or text.en
