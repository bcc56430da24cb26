"""What the fields of an act are called, and how their values are said, where a history tells what was changed."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.case import CaseState, Channel, Ground, Procedure, Step
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict, RefusalGround
from commission_app.rules.vocabulary.evidence import (
    EvidenceKind,
    Judgement,
    SelfAssessmentLevel,
    SignatureVerdict,
    SubmissionState,
    Translation,
)
from commission_app.rules.vocabulary.fee import PaymentKind, WaiverKind
from commission_app.rules.vocabulary.scoring import (
    ExamStatus,
    OutcomeResult,
    ReviewState,
    UnitVerdict,
    VerificationRoute,
)
from commission_app.rules.vocabulary.sitting import ItemState, SittingState
from commission_app.wording.words import word

FIELDS: Mapping[str, str] = {
    "active": marked("in force"),
    "actual_address": marked("actual address"),
    "address": marked("address"),
    "answer_by": marked("answer by"),
    "authentic": marked("authentic"),
    "birth_date": marked("date of birth"),
    "cents": marked("sum in cents"),
    "channel": marked("channel"),
    "citation": marked("place cited"),
    "citizenship": marked("citizenship"),
    "closed_reason": marked("reason for closing"),
    "code": marked("personal code"),
    "compared_at": marked("compared at"),
    "compared_by": marked("compared by"),
    "copy_certified_by": marked("copy certified by"),
    "country": marked("country"),
    "current": marked("current"),
    "deadline": marked("deadline"),
    "decided_on": marked("decided on"),
    "document": marked("document"),
    "email": marked("e-mail"),
    "enrolled": marked("enrolled"),
    "external_date": marked("date in the document system"),
    "external_number": marked("number in the document system"),
    "family_name": marked("surname"),
    "fee_cents": marked("fee in cents"),
    "finished_at": marked("finished at"),
    "form_number": marked("number of the form"),
    "form_series": marked("series of the form"),
    "given_name": marked("given name"),
    "ground": marked("ground"),
    "handed_on": marked("handed over on"),
    "held_on": marked("held on"),
    "issued_on": marked("issued on"),
    "issuer": marked("issued by"),
    "kind": marked("kind"),
    "language": marked("language"),
    "level": marked("self-assessment"),
    "mark": marked("mark"),
    "maximum": marked("maximum points"),
    "minutes_number": marked("number of the minutes"),
    "motive": marked("motive"),
    "name": marked("name"),
    "narrative": marked("narrative"),
    "note": marked("note"),
    "notes": marked("notes"),
    "number": marked("number"),
    "original_name": marked("name in the original spelling"),
    "original_returned": marked("original returned"),
    "override_reason": marked("why the code is right"),
    "pages": marked("pages"),
    "paid_on": marked("paid on"),
    "passed": marked("passed"),
    "payer": marked("payer"),
    "payment_document": marked("payment document"),
    "percent": marked("per cent"),
    "phone": marked("telephone"),
    "place": marked("place"),
    "planned_on": marked("planned on"),
    "points": marked("points reached"),
    "practice": marked("practice, points"),
    "price_cents": marked("price in cents"),
    "procedure": marked("procedure"),
    "protocol_number": marked("number of the protocol"),
    "reason": marked("reason"),
    "reasons": marked("reasons"),
    "received_on": marked("received on"),
    "receives": marked("receives papers"),
    "refusal_ground": marked("ground of refusal"),
    "remarks": marked("remarks"),
    "requirement": marked("additional requirement"),
    "result": marked("result"),
    "reviewer": marked("reviewer"),
    "requirement_by": marked("requirement to be met by"),
    "route": marked("way of verification"),
    "scope": marked("scope"),
    "side": marked("side"),
    "signed_on": marked("signed on"),
    "signs": marked("signs"),
    "state": marked("state"),
    "state_reason": marked("reason for the state"),
    "status": marked("attendance"),
    "step": marked("step"),
    "subject": marked("subject"),
    "sufficient": marked("sufficient"),
    "theory": marked("theory, points"),
    "threshold": marked("points needed"),
    "title": marked("title"),
    "travel_cents": marked("travel costs in cents"),
    "translation": marked("translation"),
    "translator": marked("translator"),
    "uses_e_address": marked("uses the official e-address"),
    "valid": marked("valid"),
    "valid_until": marked("valid until"),
    "verdict": marked("verdict"),
    "weight": marked("weight"),
    "whole_qualification": marked("whole qualification"),
}
"""Fields a person understands; keys, hashes and stored computations are left out of the telling."""

_SILENT = frozenset(
    {"register_entry", "series", "series_number", "recognised_unit", "paper", "person_name", "blob", "score_change"}
)
_ENUMS: Mapping[str, type[StrEnum]] = {
    "agenda_item.state": ItemState,
    "assessor.side": Side,
    "certificate.kind": CertificateKind,
    "fee_waiver.kind": WaiverKind,
    "payment.kind": PaymentKind,
    "certificate.state": CertificateState,
    "decision.refusal_ground": RefusalGround,
    "decision.state": DecisionState,
    "decision.verdict": DecisionVerdict,
    "decision_line.verdict": UnitVerdict,
    "evidence_item.kind": EvidenceKind,
    "evidence_item.translation": Translation,
    "evidence_link.authentic": Judgement,
    "evidence_link.current": Judgement,
    "evidence_link.sufficient": Judgement,
    "evidence_link.valid": Judgement,
    "examinee.status": ExamStatus,
    "recognition_case.channel": Channel,
    "recognition_case.ground": Ground,
    "recognition_case.procedure": Procedure,
    "recognition_case.state": CaseState,
    "recognition_case.step": Step,
    "result.result": OutcomeResult,
    "score.result": OutcomeResult,
    "self_assessment.level": SelfAssessmentLevel,
    "signature_check.verdict": SignatureVerdict,
    "sitting.state": SittingState,
    "submission.state": SubmissionState,
    "unit_review.route": VerificationRoute,
    "unit_review.state": ReviewState,
}


def field_word(language: Language, table: str, field: str) -> str | None:
    """What a field is called; None where it tells a person nothing."""
    if table in _SILENT or field not in FIELDS or (table == "recognition_case" and field in ("kind", "title")):
        return None
    return language.say_of("field", FIELDS[field])


def value_text(language: Language, table: str, field: str, value: str) -> str:
    """A stored value as a person reads it: enums in words, dates and moments as printed."""
    enum = _ENUMS.get(f"{table}.{field}")
    if enum is not None and value in [member.value for member in enum]:
        return word(language, enum(value))
    if field.endswith(("_on", "_at", "_date", "deadline", "valid_until", "_from")):
        return _dated(language, value)
    return value


def _dated(language: Language, value: str) -> str:
    try:
        return language.date(date.fromisoformat(value))
    except ValueError:
        pass
    try:
        return language.moment(datetime.fromisoformat(value))
    except ValueError:
        return value
