"""The paper of a certificate, made of its record alone: the same record always gives the same paper."""

from commission_app.documents.certificate import CertificateFacts, CertifiedUnit, FormSheetFacts, StatementFacts
from commission_app.documents.house_style import Letterhead, Pair, Signatures, Signer, Text
from commission_app.documents.microcredential import MicrocredentialFacts
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.certificate_record import CertificateRecord, RecordUnit
from commission_app.rules.minutes_record import Said
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.paper_phrases import ABOUT


def paper_facts(
    record: CertificateRecord, letterhead: Letterhead, language: Language, code: bytes | None = None
) -> CertificateFacts:
    """What the paper of a certificate says, by its kind.

    Refused: when nobody is entered as head of the institution on its day.
    """
    if not record.issuer.head:
        raise RefusedError("paper.no_head", day=record.issued_on)
    if record.kind is CertificateKind.MICROCREDENTIAL:
        return MicrocredentialFacts(letterhead, record, code)
    if record.kind in FORM_KINDS:
        return _form_sheet(record, letterhead, language)
    return _statement(record, letterhead, code)


def text(said: Said) -> Text:
    """A text of the record as papers take it; nothing where there is neither half."""
    return Pair(said.lv, said.en) if said else ""


def level(record: CertificateRecord) -> Text:
    """The level: LKI always, the level of professional qualification beside it where one is named."""
    if record.level is None:
        return ""
    if record.pkl is None:
        return _both(marked("LKI level {lki}"), lki=record.level)
    return _both(marked("LKI level {lki}, professional qualification level {pkl}"), lki=record.level, pkl=record.pkl)


def _both(said: str, **facts: object) -> Pair:
    return Pair(LATVIAN.say_of("paper", said, **facts), ENGLISH.say_of("paper", said, **facts))


def _holder(record: CertificateRecord) -> str:
    return f"{record.holder.given} {record.holder.family}".strip()


def _head(record: CertificateRecord) -> Signer:
    return Signer(text(record.issuer.head_post), record.issuer.head)


def _statement(record: CertificateRecord, letterhead: Letterhead, code: bytes | None) -> StatementFacts:
    basis = record.basis
    unit = record.credit_unit or next((one.credit_unit for one in record.units if one.credit_unit), CreditUnit.ECTS)
    return StatementFacts(
        letterhead=letterhead,
        number=record.number,
        issued_on=record.duplicate_on or record.issued_on,
        holder=_holder(record),
        programme=text(record.title),
        programme_code=record.programme_code,
        level=level(record),
        decision_number=basis.number,
        decision_date=basis.day,
        commission=text(basis.commission),
        legal_basis=text(basis.law),
        units=tuple(_certified(one, unit) for one in record.units),
        total=Credits.from_thousandths(record.credits or 0, unit),
        signatures=Signatures((_head(record),)),
        holder_born=record.holder.born,
        duplicate_of=record.duplicate_of or None,
        about=_both(ABOUT[basis.procedure]) if basis.procedure else None,
        code=code,
        kind=record.kind,
    )


def _certified(unit: RecordUnit, usual: CreditUnit) -> CertifiedUnit:
    size = Credits.from_thousandths(unit.credits or 0, unit.credit_unit or usual)
    return CertifiedUnit(unit.code, text(unit.title), size, text(unit.mark))


def _form_sheet(record: CertificateRecord, letterhead: Letterhead, language: Language) -> FormSheetFacts:
    basis, holder = record.basis, record.holder
    chair = text(basis.chair_post) or _both(marked("Chair of the commission"))
    office = _both(marked("Chair of the commission")) if basis.chair_post else ""
    return FormSheetFacts(
        letterhead=letterhead,
        kind=record.kind,
        number=record.number,
        issued_on=record.duplicate_on or record.issued_on,
        form_series=record.form_series,
        form_number=record.form_number,
        holder=_holder(record),
        identity=holder.code or (language.date(holder.born) if holder.born else "—"),
        qualification=text(record.title),
        code=record.programme_code,
        level=level(record),
        basis=text(basis.law) or "—",
        exam_date=basis.day,
        mark=record.mark_value or 0,
        protocol_number=basis.number,
        protocol_date=basis.day,
        chair=Signer(chair, basis.chair, office),
        head=_head(record),
        accreditation=record.accreditation,
        gathered=tuple(text(one) for one in record.gathered),
        part=text(record.part),
        outcomes=_outcomes(record),
        duplicate_of=record.duplicate_of or None,
        hours=_hours(record),
        exam=basis.exam,
        mark_text=text(record.mark),
    )


def _hours(record: CertificateRecord) -> str:
    """The hours of all units together, where the kind's sample asks for them and each unit has them."""
    hours = [unit.hours for unit in record.units]
    if record.kind in (CertificateKind.QUALIFICATION, CertificateKind.QUALIFICATION_PART) or not all(hours):
        return ""
    whole = Credits.from_thousandths(sum(one or 0 for one in hours), CreditUnit.HOURS).decimal()
    return f"{whole.normalize():f}" if hours else ""


def _outcomes(record: CertificateRecord) -> tuple[Text, ...]:
    """The learning outcomes of what is certified; a qualification is said by its name."""
    if record.kind in (CertificateKind.QUALIFICATION, CertificateKind.QUALIFICATION_PART):
        return ()
    return tuple(text(outcome.text) for unit in record.units for outcome in unit.outcomes)
