"""The facts of a certificate: the statement on a registered decision, or the data sheet after a passed exam."""

from sqlalchemy import select

from commission_app.documents.certificate import CertificateFacts, CertifiedUnit, FormSheetFacts, StatementFacts
from commission_app.documents.house_style import Signatures, Text
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.exam import Exam, Examinee
from commission_app.models.standard import Part, Unit
from commission_app.rules.credits import award_of
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import people, stackability
from commission_app.services.paper_sources import (
    about,
    both,
    head_of_institution,
    legal_basis,
    letterhead,
    level,
    office_in_commission,
    pair,
    title,
)
from commission_app.store.work import Reading

_PAID = (UnitVerdict.RECOGNISED, UnitVerdict.PARTLY)


def certificate_facts(reading: Reading, certificate: Certificate, language: Language) -> CertificateFacts:
    """Everything the certificate says."""
    case = reading.get(RecognitionCase, certificate.case_id)
    if certificate.kind is CertificateKind.RECOGNITION_STATEMENT:
        return _statement(reading, certificate, case, language)
    return _form_sheet(reading, certificate, case, language)


def decision_behind(reading: Reading, case_id: int) -> Decision:
    """The registered decision a statement rests on: the newest that was not replaced."""
    query = select(Decision).where(Decision.case_id == case_id, Decision.state == DecisionState.REGISTERED)
    return reading.session.scalars(query.order_by(Decision.id.desc()).limit(1)).one()


def examinee_behind(reading: Reading, case_id: int) -> Examinee:
    """The passed exam a certificate of qualification rests on."""
    query = select(Examinee).join(Exam).where(Examinee.case_id == case_id, Examinee.passed.is_(True), Exam.closed)
    return reading.session.scalars(query.order_by(Examinee.id.desc())).one()


def _statement(reading: Reading, certificate: Certificate, case: RecognitionCase, language: Language) -> StatementFacts:
    decision = decision_behind(reading, case.id)
    award = award_of(decision.award_text)
    sitting, day = decision.item.sitting, certificate.issued_on
    titles = {str(row.unit.uid): pair(row.unit.title_lv, row.unit.title_en) for row in decision.lines if row.unit}
    basis = legal_basis(reading.session, case.procedure, case.law_date, sitting.commission, decision.decided_on)
    return StatementFacts(
        letterhead=letterhead(reading.session, day, language),
        number=certificate.number,
        issued_on=day,
        holder=people.full_name(people.name_on(case.person, day)),
        programme=title(case.edition),
        programme_code=case.edition.standard.code,
        level=level(case.edition),
        decision_number=decision.number,
        decision_date=decision.decided_on,
        commission=pair(sitting.commission.name_lv, sitting.commission.name_en),
        legal_basis=basis[0] if basis else "",
        units=tuple(
            CertifiedUnit(line.unit_code, titles.get(line.unit_uid, line.unit_title), line.credits)
            for line in award.unit_lines
            if line.verdict in _PAID
        ),
        total=award.total,
        signatures=Signatures((head_of_institution(reading.session, day),)),
        holder_born=case.person.birth_date,
        about=about(case.procedure),
    )


def _form_sheet(
    reading: Reading, certificate: Certificate, case: RecognitionCase, language: Language
) -> FormSheetFacts:
    examinee = examinee_behind(reading, case.id)
    exam, day = examinee.exam, certificate.issued_on
    born = case.person.birth_date
    chair = next(
        row.member
        for role in (MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR)
        for row in exam.board
        if row.member.role is role
    )
    basis = legal_basis(reading.session, case.procedure, case.law_date, exam.commission, exam.held_on)
    edition = case.edition
    return FormSheetFacts(
        letterhead=letterhead(reading.session, day, language),
        kind=certificate.kind,
        number=certificate.number,
        issued_on=day,
        form_series=certificate.form_series,
        form_number=certificate.form_number,
        holder=people.full_name(people.name_on(case.person, day)),
        identity=people.code_of(case.person, day) or (language.date(born) if born else "—"),
        qualification=title(edition),
        code=edition.standard.code,
        level=level(edition),
        basis=basis[0] if basis else "—",
        exam_date=exam.held_on,
        mark=examinee.mark or 0,
        protocol_number=exam.protocol_number or "",
        protocol_date=exam.held_on,
        chair=office_in_commission(chair, both(marked("Chair of the commission"))),
        head=head_of_institution(reading.session, day),
        accreditation=edition.accreditation_number,
        gathered=_gathered(reading, case) if certificate.kind is CertificateKind.QUALIFICATION else (),
        part=_part(case) if certificate.kind is CertificateKind.QUALIFICATION_PART else "",
    )


def _gathered(reading: Reading, case: RecognitionCase) -> tuple[Text, ...]:
    """The units of a whole that was acquired part by part, each with its case and day."""
    if case.whole_qualification:
        return ()
    origins = stackability.origins(reading.session, case.person_id)
    rows = []
    for unit in case.edition.units:
        origin = origins.get(unit.identity_id)
        if origin is not None:
            said = (f"{origin.case_number}, {one.date(origin.on)}" for one in (LATVIAN, ENGLISH))
            names = (unit.title_lv or unit.title_en, unit.title_en or unit.title_lv)
            lv, en = (f"{unit.code} {name}: {about}" for name, about in zip(names, said, strict=True))
            rows.append(pair(lv, en))
    return tuple(rows)


def _part(case: RecognitionCase) -> Text:
    """The parts a case was about; the units themselves where the standard has no parts."""
    wanted = {claim.unit.part_id for claim in case.claims}
    parts: list[Part | Unit] = [part for part in case.edition.parts if part.id in wanted]
    rows = parts or [claim.unit for claim in case.claims]
    lv = "; ".join(f"{row.code} {row.title_lv or row.title_en}" for row in rows)
    return pair(lv, "; ".join(f"{row.code} {row.title_en or row.title_lv}" for row in rows))
