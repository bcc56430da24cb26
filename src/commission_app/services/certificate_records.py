"""The record of a certificate: gathered once at issue, kept as text, and what paper, code and twins are made of."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.commission import Member
from commission_app.models.exam import Exam
from commission_app.models.standard import Part, Unit
from commission_app.rules import certificate_record, microcredential
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.certificate_record import (
    CertificateRecord,
    RecordBasis,
    RecordHolder,
    RecordIssuer,
    RecordOutcome,
    RecordUnit,
)
from commission_app.rules.credits import award_of
from commission_app.rules.microcredential import Profile
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import certificate_grounds, people, stackability
from commission_app.services.certificate_basis import decision_behind, examinee_behind
from commission_app.services.institution import name_on, the
from commission_app.services.paper_sources import legal_basis, post, text_pair
from commission_app.store.work import Reading

_PAID = (UnitVerdict.RECOGNISED, UnitVerdict.PARTLY)
_OF_PARTS = (CertificateKind.QUALIFICATION_PART, CertificateKind.MODULE)


def record(reading: Reading, certificate_id: int) -> CertificateRecord:
    """What a certificate says: as it was kept at issue; of one issued before records were kept, as its facts stand."""
    row = reading.get(Certificate, certificate_id)
    if row.record:
        return certificate_record.read(row.record, row.number)
    return gathered(reading, row)


def gathered(reading: Reading, row: Certificate, profile: Profile | None = None) -> CertificateRecord:
    """The record of a certificate, gathered from the case it rests on; a microcredential says what its profile says."""
    whole = _gathered(reading, row)
    return whole if profile is None else narrowed(whole, profile)


def _gathered(reading: Reading, row: Certificate) -> CertificateRecord:
    case = reading.get(RecognitionCase, row.case_id)
    edition = case.edition
    standard = Said(edition.standard.title_lv, edition.standard.title_en)
    vocational = case.procedure is Procedure.VOCATIONAL
    award = None if vocational else award_of(decision_behind(reading, case.id).award_text)
    mark = examinee_behind(reading, case.id).mark if vocational else None
    units, grounds = certificate_grounds.grounded(reading, case, _units(reading, case))
    return CertificateRecord(
        uid=str(row.uid),
        kind=row.kind,
        number=row.number,
        issued_on=row.issued_on,
        holder=_holder(case, row, with_code=row.kind in FORM_KINDS or case.person.birth_date is None),
        issuer=_issuer(reading, row),
        title=standard,
        programme=standard,
        programme_code=edition.standard.code,
        basis=_basis(reading, case),
        units=units,
        credits=award.total.thousandths() if award else None,
        credit_unit=award.total.unit if award else None,
        level=edition.lki,
        pkl=edition.pkl,
        isced_f=edition.isced_f,
        mark=Said(LATVIAN.number(mark), ENGLISH.number(mark)) if mark else Said(),
        form_series=row.form_series,
        form_number=row.form_number,
        accreditation=edition.accreditation_number,
        grounds=grounds,
        mark_value=mark,
        part=_part(case) if row.kind in _OF_PARTS else Said(),
        gathered=_origins(reading, case) if row.kind is CertificateKind.QUALIFICATION else (),
    )


def narrowed(record: CertificateRecord, profile: Profile) -> CertificateRecord:
    """The record of a microcredential: only its units, and what they come to together."""
    units = tuple(unit for unit in record.units if not profile.units or unit.uid in profile.units)
    size = profile.workload, profile.workload_unit
    if not profile.workload and not profile.units and record.credits:
        size = record.credits, record.credit_unit
    elif not profile.workload:
        size = _sum(units)
    return replace(
        record,
        title=profile.title,
        units=units,
        credits=size[0],
        credit_unit=size[1],
        level=record.level if profile.level_applies else None,
        elements=microcredential.elements(profile),
    )


def _sum(units: Sequence[RecordUnit]) -> tuple[int | None, CreditUnit | None]:
    """What units come to, where all of them are counted in one unit of credit."""
    kinds = {unit.credit_unit for unit in units if unit.credits}
    if len(kinds) != 1 or not all(unit.credits for unit in units):
        hours = [unit.hours for unit in units]
        if units and all(hours):
            return sum(one or 0 for one in hours), CreditUnit.HOURS
        return None, None
    return sum(unit.credits or 0 for unit in units), kinds.pop()


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
    chair = None
    if case.procedure is Procedure.VOCATIONAL:
        exam = examinee_behind(reading, case.id).exam
        chair = _presiding(exam)
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
        procedure=case.procedure,
        chair=chair.name if chair else "",
        chair_post=Said(*text_pair(post(chair))) if chair and chair.post_lv else Said(),
    )


def _presiding(exam: Exam) -> Member | None:
    """Who chaired the board of an exam: its chair, else a deputy."""
    roles = (MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR)
    return next((row.member for role in roles for row in exam.board if row.member.role is role), None)


def _part(case: RecognitionCase) -> Said:
    """The parts a case was about; the units themselves where the standard has no parts."""
    wanted = {claim.unit.part_id for claim in case.claims}
    parts: list[Part | Unit] = [part for part in case.edition.parts if part.id in wanted]
    rows = parts or [claim.unit for claim in case.claims]
    lv = "; ".join(f"{row.code} {row.title_lv or row.title_en}" for row in rows)
    return Said(lv, "; ".join(f"{row.code} {row.title_en or row.title_lv}" for row in rows))


def _origins(reading: Reading, case: RecognitionCase) -> tuple[Said, ...]:
    """The units of a whole that was acquired part by part, each with its case and day."""
    if case.whole_qualification:
        return ()
    origins, rows = stackability.origins(reading.session, case.person_id), []
    for unit in case.edition.units:
        origin = origins.get(unit.identity_id)
        if origin is not None:
            names = (unit.title_lv or unit.title_en, unit.title_en or unit.title_lv)
            said = (f"{origin.case_number}, {language.date(origin.on)}" for language in (LATVIAN, ENGLISH))
            rows.append(Said(*(f"{unit.code} {name}: {about}" for name, about in zip(names, said, strict=True))))
    return tuple(rows)


def _units(reading: Reading, case: RecognitionCase) -> tuple[RecordUnit, ...]:
    """The units recognised by the decision, or those the passed exam was about."""
    if case.procedure is Procedure.VOCATIONAL:
        claimed = select(Unit).join(Claim, Claim.unit_id == Unit.id).where(Claim.case_id == case.id)
        rows = case.edition.units if case.whole_qualification else reading.session.scalars(claimed).all()
        return tuple(unit_said(row, row.credits) for row in rows)
    decision = decision_behind(reading, case.id)
    units = {str(line.unit.uid): line.unit for line in decision.lines if line.unit}
    return tuple(
        unit_said(units[line.unit_uid], line.credits.thousandths())
        for line in award_of(decision.award_text).unit_lines
        if line.verdict in _PAID and line.unit_uid in units
    )


def unit_said(row: Unit, credits: int | None) -> RecordUnit:
    """A unit as a certificate says it, with the credits that were recognised."""
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
