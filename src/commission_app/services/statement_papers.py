"""Statements of the office on a case: for a funder, the study department, Europass, and the acknowledgement."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents import office_paper
from commission_app.documents.house_style import Pair, Signatures, Signer, Text, said_credits
from commission_app.documents.letterhead import said_reference
from commission_app.documents.office_paper import BLANK, Fact, Listed, OfficePaperFacts, Part
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import ENGLISH, LATVIAN, Language, capital, marked
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.exam import Exam, Examinee
from commission_app.models.fee import PaymentEntry, Reimbursement
from commission_app.rules.credits import award_of
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.fee import PaymentKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import people, provisions, sendables
from commission_app.services.paper_sources import (
    both,
    clerk,
    head_of_institution,
    letterhead,
    level,
    pair,
    title,
    worded,
)
from commission_app.store.work import Reading

_RECOGNISED = (UnitVerdict.RECOGNISED, UnitVerdict.PARTLY)


def against_acknowledgement(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What stands against it: nothing was made that the applicant could have received."""
    good = [one for one in sendables.of_case(session, case.id) if not one.against]
    return () if good else (refusal("office_paper.nothing_to_receive", number=case.number),)


def acknowledgement(reading: Reading, case: RecognitionCase, language: Language) -> bytes:
    """The applicant confirms by hand having received the papers of the case, with the day and the signature."""
    rows: list[tuple[Text, ...]] = []
    for one in sendables.of_case(reading.session, case.id):
        if not one.against:
            day = Pair(LATVIAN.date(one.day), ENGLISH.date(one.day))
            rows.append((_capital(worded(one.what)), one.number, day, BLANK[:14]))
    headings = (both(marked("Document")), both(marked("No.")), both(marked("Date")), both(marked("Received on")))
    part = Part(
        words=(both(marked("I have received the following documents:")),),
        facts=(Fact(both(marked("Name, surname")), _name(case)), Fact(both(marked("Case")), case.number)),
        listed=Listed(headings, (76, 32, 28, 34), tuple(rows)),
    )
    return _paper(
        reading,
        case,
        language,
        marked("ACKNOWLEDGEMENT OF RECEIPT"),
        (part,),
        Signer(both(marked("Recipient")), _name(case)),
    )


def against_funder(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What stands against it: neither a result nor a payment can be stated yet."""
    stated = _examinee(session, case) or _decision(session, case) or _payments(session, case)
    return () if stated else (refusal("office_paper.nothing_to_state", number=case.number),)


def funder(reading: Reading, case: RecognitionCase, language: Language) -> bytes:
    """What who pays back asks for: the exam or the decision, the document issued, the payments with their days."""
    session = reading.session
    parts = [Part(facts=_who(case)), Part(both(marked("Result")), facts=_results(session, case))]
    payments = _payments(session, case)
    if payments:
        rows = tuple(_payment(one) for one in payments)
        total = sum(-one.cents if one.kind is PaymentKind.REFUND else one.cents for one in payments)
        listed = Listed(
            (both(marked("Date")), both(marked("Document")), both(marked("Payer")), both(marked("Sum, EUR"))),
            (28, 54, 56, 26),
            rows,
            right=(3,),
            total=("", both(marked("Total")), "", _money(total)),
        )
        parts.append(Part(both(marked("Payments")), listed=listed))
    owed = session.scalars(select(Reimbursement).where(Reimbursement.case_id == case.id)).first()
    to = _capital(worded(owed.body)).of(language) if owed is not None else ""
    signer = head_of_institution(session, reading.today)
    return _paper(reading, case, language, marked("STATEMENT"), tuple(parts), signer, (to,) if to else ())


def against_memo(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What stands against it: nothing was recognised by a registered decision."""
    decision = _decision(session, case)
    if decision is None or not decision.credits_recognised:
        return (refusal("office_paper.nothing_recognised", number=case.number),)
    return ()


def study_memo(reading: Reading, case: RecognitionCase, language: Language) -> bytes:
    """The memo by which the study department enters the recognised courses in the study file."""
    decision = _decision(reading.session, case)
    if decision is None:
        raise RefusedError.of(against_memo(reading.session, case)[0])
    asked = both(marked("Please enter the recognised courses in the study file and in the state system (VIIS)."))
    noted = (
        Fact(both(marked("Matriculation No.")), case.matriculation_number or BLANK),
        Fact(both(marked("Entry semester")), str(case.entry_semester) if case.entry_semester else BLANK),
        Fact(both(marked("Entered in VIIS (date, who)")), _viis(case)),
    )
    parts = (
        Part(words=(asked,), facts=(*_who(case), Fact(both(marked("Decision")), _reference(decision)))),
        Part(both(marked("Recognised courses")), listed=_courses(decision)),
        Part(both(marked("Study department")), facts=noted),
    )
    return _paper(
        reading,
        case,
        language,
        marked("MEMO"),
        parts,
        clerk(reading.actor),
        (both(marked("Study department")).of(language),),
    )


def against_europass(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What stands against it: no certificate was issued that it could go with."""
    return () if _certificate(session, case) else (refusal("office_paper.no_certificate", number=case.number),)


def europass(reading: Reading, case: RecognitionCase, language: Language) -> bytes:
    """The data of the Europass certificate supplement in its own order; what the office does not know is blank."""
    row = _certificate(reading.session, case)
    if row is None:
        raise RefusedError.of(against_europass(reading.session, case)[0])
    head = letterhead(reading.session, row.issued_on, language)
    standard = case.edition.standard
    named = (
        Fact(both(marked("In Latvian")), standard.title_lv),
        Fact(both(marked("In English")), standard.title_en or BLANK),
        Fact(both(marked("Certificate")), _numbered(row)),
    )
    way = both(marked("Assessment and recognition of competence acquired outside formal education (validation)."))
    parts = (
        Part(both(marked("1. Title of the certificate")), facts=named),
        Part(both(marked("2. Profile of skills and competences")), listed=_skills(reading.session, case)),
        Part(both(marked("3. Range of occupations")), facts=(Fact(both(marked("Occupations")), BLANK),)),
        Part(
            both(marked("4. Official basis of the certificate")), facts=_basis(reading.session, case, head.institution)
        ),
        Part(both(marked("5. Ways of acquiring the certificate")), words=(way,)),
    )
    signer = head_of_institution(reading.session, row.issued_on)
    return _paper(reading, case, language, marked("EUROPASS CERTIFICATE SUPPLEMENT: DATA"), parts, signer)


def _courses(decision: Decision) -> Listed:
    award = award_of(decision.award_text)
    units = {str(line.unit.uid): line.unit for line in decision.lines if line.unit}
    rows: list[tuple[Text, ...]] = []
    for line in award.unit_lines:
        if line.verdict in _RECOGNISED:
            unit = units.get(line.unit_uid)
            named: Text = pair(unit.title_lv, unit.title_en) if unit else line.unit_title
            semester = str(unit.semester) if unit is not None and unit.semester else "—"
            rows.append((line.unit_code, named, semester, _credits(line.credits)))
    return Listed(
        (both(marked("Code")), both(marked("Unit")), both(marked("Semester")), both(marked("Awarded"))),
        (24, 84, 20, 42),
        tuple(rows),
        right=(2, 3),
        total=("", both(marked("Total")), "", _credits(award.total)),
    )


def _skills(session: Session, case: RecognitionCase) -> Listed:
    """The outcomes of the units that were recognised; of an exam those of every unit applied for."""
    decision = _decision(session, case)
    if decision is None:
        units = [claim.unit for claim in case.claims]
    else:
        award = award_of(decision.award_text)
        recognised = {line.unit_uid for line in award.unit_lines if line.verdict in _RECOGNISED}
        units = [line.unit for line in decision.lines if line.unit and str(line.unit.uid) in recognised]
    outcomes = [pair(outcome.text_lv, outcome.text_en) for unit in units for outcome in unit.outcomes]
    rows = tuple((str(at), text) for at, text in enumerate(outcomes, 1))
    return Listed((both(marked("No.")), both(marked("The holder is able to"))), (12, 152), rows)


def _basis(session: Session, case: RecognitionCase, institution: Pair) -> tuple[Fact, ...]:
    return (
        Fact(both(marked("Awarding body")), institution),
        Fact(both(marked("Accreditation")), case.edition.accreditation_number or BLANK),
        Fact(both(marked("Level")), level(case.edition) or BLANK),
        Fact(both(marked("Grading scale")), _scale(session, case)),
        Fact(both(marked("Access to the next level")), BLANK),
        Fact(both(marked("Legal basis")), BLANK),
    )


def _paper(
    reading: Reading,
    case: RecognitionCase,
    language: Language,
    kind: str,
    parts: tuple[Part, ...],
    signer: Signer,
    recipient: tuple[str, ...] = (),
) -> bytes:
    facts = OfficePaperFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        kind=both(kind),
        about="",
        day=reading.today,
        number=case.number,
        parts=parts,
        signatures=Signatures((signer,)),
        recipient=recipient,
    )
    return office_paper.render(facts, language)


def _who(case: RecognitionCase) -> tuple[Fact, ...]:
    return (
        Fact(both(marked("Name, surname")), _name(case)),
        Fact(both(marked("Programme or qualification")), title(case.edition)),
        Fact(both(marked("Case")), case.number),
    )


def _results(session: Session, case: RecognitionCase) -> tuple[Fact, ...]:
    found: list[Fact] = []
    examinee = _examinee(session, case)
    if examinee is not None:
        exam = examinee.exam
        day = Pair(LATVIAN.date(exam.held_on), ENGLISH.date(exam.held_on))
        said = marked("passed with mark {mark}") if examinee.passed else marked("not passed, mark {mark}")
        found.append(Fact(both(marked("Exam held on")), day))
        found.append(Fact(both(marked("Exam")), both(said, mark=examinee.mark if examinee.mark is not None else "—")))
        found.append(Fact(both(marked("Protocol")), exam.protocol_number or BLANK))
    decision = _decision(session, case)
    if decision is not None:
        found.append(Fact(both(marked("Decision")), _reference(decision)))
        found.append(Fact(both(marked("Verdict")), worded(decision.verdict)))
    row = _certificate(session, case)
    if row is not None:
        found.append(Fact(both(marked("Document issued")), _numbered(row)))
    return tuple(found)


def _payment(row: PaymentEntry) -> tuple[Text, ...]:
    day = Pair(LATVIAN.date(row.paid_on), ENGLISH.date(row.paid_on))
    cents = -row.cents if row.kind is PaymentKind.REFUND else row.cents
    return (day, row.document, row.payer, _money(cents))


def _examinee(session: Session, case: RecognitionCase) -> Examinee | None:
    """The newest attempt whose protocol is closed."""
    query = select(Examinee).join(Exam).where(Examinee.case_id == case.id, Exam.closed, Examinee.passed.is_not(None))
    return session.scalars(query.order_by(Exam.held_on.desc(), Examinee.id.desc()).limit(1)).first()


def _decision(session: Session, case: RecognitionCase) -> Decision | None:
    query = select(Decision).where(Decision.case_id == case.id, Decision.state == DecisionState.REGISTERED)
    return session.scalars(query.order_by(Decision.id.desc()).limit(1)).first()


def _certificate(session: Session, case: RecognitionCase) -> Certificate | None:
    query = select(Certificate).where(Certificate.case_id == case.id, Certificate.state == CertificateState.ISSUED)
    return session.scalars(query.order_by(Certificate.id.desc()).limit(1)).first()


def _payments(session: Session, case: RecognitionCase) -> tuple[PaymentEntry, ...]:
    query = select(PaymentEntry).where(PaymentEntry.case_id == case.id)
    return tuple(session.scalars(query.order_by(PaymentEntry.paid_on, PaymentEntry.id)))


def _name(case: RecognitionCase) -> str:
    return people.full_name(people.name_on(case.person, case.received_on))


def _reference(decision: Decision) -> Pair:
    day = decision.decided_on
    return Pair(said_reference(LATVIAN, decision.number, day), said_reference(ENGLISH, decision.number, day))


def _numbered(row: Certificate) -> Pair:
    series = f" ({row.form_series} {row.form_number})" if row.form_number else ""
    day, number = row.issued_on, f"{row.number}{series}"
    return Pair(said_reference(LATVIAN, number, day), said_reference(ENGLISH, number, day))


def _money(cents: int) -> Pair:
    return Pair(LATVIAN.money(cents), ENGLISH.money(cents))


def _scale(session: Session, case: RecognitionCase) -> Text:
    """The scale of marks with the mark that passes, where exams are held; else it is written in by hand."""
    if case.procedure is not Procedure.VOCATIONAL:
        return BLANK
    mark = provisions.number(session, ProvisionKey.PASS_MARK, case.procedure, case.law_date)
    return both(marked("10-point scale; the lowest mark that passes is {mark}"), mark=mark)


def _credits(credits: Credits) -> Text:
    if not credits.value:
        return "—"
    return Pair(said_credits(credits, LATVIAN), said_credits(credits, ENGLISH))


def _viis(case: RecognitionCase) -> Text:
    if case.viis_on is None:
        return BLANK
    return Pair(f"{LATVIAN.date(case.viis_on)} {case.viis_by}", f"{ENGLISH.date(case.viis_on)} {case.viis_by}")


def _capital(text: Pair) -> Pair:
    return Pair(capital(text.lv), capital(text.en))
