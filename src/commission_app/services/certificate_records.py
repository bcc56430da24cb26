"""The record of a certificate: gathered once at issue, kept as text, and what paper, code and twins are made of."""

from sqlalchemy import select

from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.standard import Unit
from commission_app.rules import certificate_record
from commission_app.rules.certificate_record import (
    CertificateRecord,
    RecordBasis,
    RecordHolder,
    RecordIssuer,
    RecordOutcome,
    RecordUnit,
)
from commission_app.rules.credits import award_of
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import people
from commission_app.services.institution import name_on, the
from commission_app.services.paper_certificate import decision_behind, examinee_behind
from commission_app.services.paper_sources import legal_basis, text_pair
from commission_app.store.work import Reading

_PAID = (UnitVerdict.RECOGNISED, UnitVerdict.PARTLY)


def record(reading: Reading, certificate_id: int) -> CertificateRecord:
    """What a certificate says: as it was kept at issue; of one issued before records were kept, as its facts stand."""
    row = reading.get(Certificate, certificate_id)
    if row.record:
        return certificate_record.read(row.record, row.number)
    return gathered(reading, row)


def gathered(reading: Reading, row: Certificate) -> CertificateRecord:
    """The record of a certificate, gathered from the case it rests on."""
    case = reading.get(RecognitionCase, row.case_id)
    edition = case.edition
    standard = Said(edition.standard.title_lv, edition.standard.title_en)
    vocational = case.procedure is Procedure.VOCATIONAL
    award = None if vocational else award_of(decision_behind(reading, case.id).award_text)
    mark = examinee_behind(reading, case.id).mark if vocational else None
    return CertificateRecord(
        uid=str(row.uid),
        kind=row.kind,
        number=row.number,
        issued_on=row.issued_on,
        holder=_holder(case, row, with_code=vocational),
        issuer=_issuer(reading, row),
        title=standard,
        programme=standard,
        programme_code=edition.standard.code,
        basis=_basis(reading, case),
        units=_units(reading, case),
        credits=award.total.thousandths() if award else None,
        credit_unit=award.total.unit if award else None,
        level=edition.lki,
        pkl=edition.pkl,
        isced_f=edition.isced_f,
        mark=Said(LATVIAN.number(mark), ENGLISH.number(mark)) if mark else Said(),
        form_series=row.form_series,
        form_number=row.form_number,
        accreditation=edition.accreditation_number,
    )


def _holder(case: RecognitionCase, row: Certificate, *, with_code: bool) -> RecordHolder:
    name = people.name_on(case.person, row.issued_on)
    return RecordHolder(
        uid=str(case.person.uid),
        given=name.given_name,
        family=name.family_name,
        original=name.original_name,
        born=case.person.birth_date,
        code=people.code_of(case.person, row.issued_on) if with_code else "",
    )


def _issuer(reading: Reading, row: Certificate) -> RecordIssuer:
    institution, name = the(reading.session), name_on(reading.session, row.issued_on)
    return RecordIssuer(
        name=Said(name.name_lv, name.name_en),
        reg_no=institution.registration_number,
        address=Said(name.address_lv, name.address_en),
        email=institution.email,
        website=name.website,
        head=name.head_name,
        head_post=Said(name.head_post_lv, name.head_post_en),
    )


def _basis(reading: Reading, case: RecognitionCase) -> RecordBasis:
    if case.procedure is Procedure.VOCATIONAL:
        exam = examinee_behind(reading, case.id).exam
        number, day, commission = exam.protocol_number or "", exam.held_on, exam.commission
    else:
        decision = decision_behind(reading, case.id)
        number, day, commission = decision.number, decision.decided_on, decision.item.sitting.commission
    law = legal_basis(reading.session, case.procedure, case.law_date, commission, day)
    return RecordBasis(
        number=number,
        day=day,
        commission=Said(commission.name_lv, commission.name_en),
        law=Said(*text_pair(law[0])) if law else Said(),
        exam=case.procedure is Procedure.VOCATIONAL,
    )


def _units(reading: Reading, case: RecognitionCase) -> tuple[RecordUnit, ...]:
    """The units recognised by the decision, or those the passed exam was about."""
    if case.procedure is Procedure.VOCATIONAL:
        claimed = select(Unit).join(Claim, Claim.unit_id == Unit.id).where(Claim.case_id == case.id)
        rows = case.edition.units if case.whole_qualification else reading.session.scalars(claimed).all()
        return tuple(_unit(row, row.credits) for row in rows)
    decision = decision_behind(reading, case.id)
    units = {str(line.unit.uid): line.unit for line in decision.lines if line.unit}
    return tuple(
        _unit(units[line.unit_uid], line.credits.thousandths())
        for line in award_of(decision.award_text).unit_lines
        if line.verdict in _PAID and line.unit_uid in units
    )


def _unit(row: Unit, credits: int | None) -> RecordUnit:
    return RecordUnit(
        uid=str(row.uid),
        code=row.code,
        title=Said(row.title_lv, row.title_en),
        credits=credits,
        credit_unit=row.credit_unit,
        hours=row.hours,
        outcomes=tuple(
            RecordOutcome(one.code, Said(one.text_lv, one.text_en), one.kind, one.external_id) for one in row.outcomes
        ),
    )
