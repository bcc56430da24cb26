"""What a line of a book says at the moment of its entry, in words of no language: codes, dates, thousandths, pairs."""

from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.commission import Commission
from commission_app.models.decision import Decision, ProceduralDecision
from commission_app.models.delegation import Delegation
from commission_app.models.exam import Exam
from commission_app.models.standard import Edition
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.scoring import ExamStatus, UnitVerdict
from commission_app.services import people
from commission_app.services.legality_text import kept

Facts = dict[str, object]


def application(case: RecognitionCase) -> Facts:
    """The line of the register of applications for a case just received (glossary D1)."""
    office = {"number": case.external_number, "day": case.external_date} if case.external_number else None
    return {
        "registered_on": case.received_on,
        "office_reference": office,
        "channel": case.channel,
        "applicant": people.full_name(people.name_on(case.person, case.received_on)),
        "enrolled": case.enrolled,
        "procedure": case.procedure,
        "programme": programme(case.edition),
        "fee_cents": case.fee_cents,
        "paid_on": case.paid_on,
        "payment_document": case.payment_document,
        "payer": case.payer,
        "due_on": case.deadline,
        "file_index": case.nomenclature,
    }


def appeal(row: Appeal, case: RecognitionCase) -> Facts:
    """The line of the register of appeals, at receipt and again whenever something came of it (glossary D6)."""
    decided = row.decision
    against: Facts = {"number": "", "day": None}
    if decided is not None:
        against = {"number": decided.number, "day": decided.decided_on}
    elif row.examinee is not None:
        against = {"number": row.examinee.exam.protocol_number, "day": row.examinee.exam.held_on}
    return {
        "received_on": row.received_on,
        "channel": row.channel,
        "kind": row.kind,
        "external_number": row.external_number,
        "applicant": people.full_name(people.name_on(case.person, row.received_on)),
        "case_number": case.number,
        "against": against,
        "term_until": row.term_until,
        "late_reason": row.late_reason,
        "body": row.body,
        "sent_on": row.sent_on,
        "file_pages": row.file_pages,
        "state": row.state,
        "outcome": row.outcome,
        "outcome_on": row.outcome_on,
        "outcome_number": row.outcome_number,
        "court_on": row.court_on,
        "court_reference": row.court_reference,
    }


def programme(edition: Edition) -> Facts:
    """What one is measured against, as a book names it: title, code and level."""
    standard = edition.standard
    return {"lv": standard.title_lv, "en": standard.title_en, "code": standard.code, "lki": edition.lki}


def commission_of(row: Commission) -> Facts:
    """A commission with the order that set it up."""
    return {
        "lv": row.name_lv,
        "en": row.name_en,
        "order_number": row.order_number,
        "order_date": row.order_date,
    }


def decision(row: Decision, case: RecognitionCase) -> Facts:
    """The line of the register of decisions at registration (glossary D2)."""
    sitting = row.item.sitting
    closed = kept(row.item.legality)
    votes = None
    if closed is not None:
        tally = closed.tally
        votes = {
            "for": tally.for_,
            "against": tally.against,
            "abstained": tally.abstained,
            "not_taking_part": tally.recused,
        }
    units = [line for line in row.lines if line.verdict is not None]
    return {
        "day": row.decided_on,
        "minutes": {"number": sitting.minutes_number, "day": sitting.held_on, "item": row.item.position},
        "commission": commission_of(sitting.commission),
        "case_number": case.number,
        "application": {
            "number": case.external_number or case.number,
            "day": case.external_date or case.received_on,
        },
        "applicant": people.full_name(people.name_on(case.person, row.decided_on)),
        "programme": programme(case.edition),
        "thematic_area": case.edition.thematic_area or sitting.commission.thematic_area,
        "procedure": case.procedure,
        "units_claimed": len(units),
        "units_recognised": sum(line.verdict is UnitVerdict.RECOGNISED for line in units),
        "credits_claimed": row.credits_claimed,
        "credits_recognised": row.credits_recognised,
        "credit_unit": row.credit_unit,
        "verdict": row.verdict,
        "refusal_ground": row.refusal_ground,
        "votes": votes,
        "deadline": case.deadline,
        "file_index": case.nomenclature,
        "award_hash": row.award_hash,
        **_life(row),
    }


def _life(row: Decision) -> Facts:
    """What became of a decision: only where something did, so that an ordinary line says what it always said."""
    found: Facts = {}
    if row.condition:
        found["condition"] = {"until": row.condition_until, "final_on": row.made_final_on}
    if row.replaces is not None:
        found["replaces"] = {"number": row.replaces.number, "day": row.replaces.decided_on}
    if row.state in (DecisionState.REPLACED, DecisionState.REPEALED):
        found["state"], found["repealed_on"] = row.state, row.repealed_on
    return found


def procedural(row: ProceduralDecision, case: RecognitionCase) -> Facts:
    """The line of the register of decisions for a decision on the course of a case; no sitting stands behind it."""
    return {
        "day": row.decided_on,
        "procedural": row.kind,
        "until": row.until,
        "case_number": case.number,
        "application": {
            "number": case.external_number or case.number,
            "day": case.external_date or case.received_on,
        },
        "applicant": people.full_name(people.name_on(case.person, row.decided_on)),
        "programme": programme(case.edition),
        "procedure": case.procedure,
        "signed_by": row.signed_by,
        "file_index": case.nomenclature,
    }


def certificate(
    row: Certificate, case: RecognitionCase, basis: Facts, mark: int | None, record: CertificateRecord
) -> Facts:
    """The line of the register of certificates at issue; the only book that shows the personal code (glossary D3)."""
    born = case.person.birth_date
    # A part, a module or a microcredential is named itself, before what it belongs to.
    what = record.part if record.part.lv else record.title
    named = {"what": {"lv": what.lv, "en": what.en}} if what != record.programme else {}
    return {
        **named,
        "kind": row.kind,
        "form_series": row.form_series,
        "form_number": row.form_number,
        "holder": people.full_name(people.name_on(case.person, row.issued_on)),
        "code": people.code_of(case.person, row.issued_on),
        "born": born,
        "programme": {**programme(case.edition), "pkl": case.edition.pkl},
        "basis": basis,
        "mark": mark,
        "made_on": row.issued_on,
    }


def exam(row: Exam, delegated: Delegation | None = None) -> Facts:
    """The line of the register of exams when the protocol is closed (glossary D5)."""
    # Only where there is one: a line of an office that keeps no delegations says what it always said.
    resting = {"delegation": {"number": delegated.number, "until": delegated.valid_until}} if delegated else {}
    states = [examinee.status for examinee in row.examinees]
    sat = [examinee for examinee in row.examinees if examinee.status is ExamStatus.SAT]
    return {
        "day": row.held_on,
        "qualification": programme(row.edition),
        "commission": commission_of(row.commission),
        "entered": len(states),
        "sat": len(sat),
        "passed": sum(examinee.passed is True for examinee in sat),
        "failed": sum(examinee.passed is False for examinee in sat),
        "absent": states.count(ExamStatus.ABSENT) + states.count(ExamStatus.EXCUSED),
        "expelled": states.count(ExamStatus.EXPELLED),
        **resting,
    }
