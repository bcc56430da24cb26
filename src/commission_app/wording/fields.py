"""What the fields of an act are called, and how their values are said, where a history tells what was changed."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.archive import DeedState, Retention, VolumeState
from commission_app.rules.vocabulary.blank import LossReason
from commission_app.rules.vocabulary.case import CaseState, Channel, Ground, Procedure, Step
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState, PaperKind
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.decision import (
    DecisionState,
    DecisionVerdict,
    ProceduralKind,
    ReasonKind,
    RefusalGround,
)
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
    CombinationKind,
    ExamStatus,
    OutcomeResult,
    ReviewState,
    ScaleKind,
    UnitVerdict,
    VerificationRoute,
)
from commission_app.rules.vocabulary.signing import RouteState, SignatureLevel, SigningWay, StepState
from commission_app.rules.vocabulary.sitting import ItemState, SittingState
from commission_app.rules.vocabulary.standard import (
    CreditUnit,
    EditionState,
    OutcomeKind,
    PklScale,
    StandardKind,
    UnitKind,
)
from commission_app.wording.words import word

FIELDS: Mapping[str, str] = {
    "responsible": marked("who answers for the forms"),
    "lost_on": marked("lost on"),
    "duplicate_reason": marked("reason of the duplicate"),
    "duplicate_asked_on": marked("duplicate asked for on"),
    "basis": marked("ground"),
    "announced_on": marked("announced on"),
    "announced_in": marked("announced in"),
    "accreditation_number": marked("number of the accreditation"),
    "accreditation_until": marked("accredited until"),
    "accredited": marked("accredited"),
    "active": marked("in force"),
    "actual_address": marked("actual address"),
    "address": marked("address"),
    "aggregation": marked("rule of aggregation"),
    "annulled_on": marked("annulled on"),
    "answer_by": marked("answer by"),
    "authentic": marked("authentic"),
    "birth_date": marked("date of birth"),
    "cents": marked("sum in cents"),
    "chair_order": marked("order on presiding"),
    "commission": marked("hours of the commission"),
    "consultation": marked("hours of consultation"),
    "assessment": marked("hours of assessment"),
    "channel": marked("channel"),
    "citation": marked("place cited"),
    "citizenship": marked("citizenship"),
    "closed_reason": marked("reason for closing"),
    "code": marked("personal code"),
    "combination": marked("scores of several assessors"),
    "compared_at": marked("compared at"),
    "compared_by": marked("compared by"),
    "copy_certified_by": marked("copy certified by"),
    "counted_on": marked("counted on"),
    "country": marked("country"),
    "credit_unit": marked("unit of the credit points"),
    "credits": marked("credit points"),
    "currency_years": marked("currency of evidence in years"),
    "current": marked("current"),
    "deadline": marked("deadline"),
    "decided_on": marked("decided on"),
    "description_en": marked("description in English"),
    "description_lv": marked("description in Latvian"),
    "document": marked("document"),
    "email": marked("e-mail"),
    "enrolled": marked("enrolled"),
    "entry_requirements": marked("entry requirements"),
    "external_date": marked("date in the document system"),
    "external_number": marked("number in the document system"),
    "family_name": marked("surname"),
    "fee_cents": marked("fee in cents"),
    "fields": marked("fields the member knows"),
    "final_examination": marked("final examination"),
    "finished_at": marked("finished at"),
    "form_number": marked("number of the form"),
    "form_series": marked("series of the form"),
    "given_name": marked("given name"),
    "ground": marked("ground"),
    "handed_on": marked("handed over on"),
    "held_on": marked("held on"),
    "hours": marked("hours"),
    "isced_f": marked("ISCED-F field"),
    "issued_on": marked("issued on"),
    "issuer": marked("issued by"),
    "kind": marked("kind"),
    "label": marked("edition"),
    "language": marked("language"),
    "last_applications_on": marked("applications accepted until"),
    "level": marked("self-assessment"),
    "lki": marked("LKI level"),
    "local": marked("local unit"),
    "mandatory": marked("mandatory"),
    "mark": marked("mark"),
    "maximum": marked("maximum points"),
    "minutes_number": marked("number of the minutes"),
    "motive": marked("motive"),
    "name": marked("name"),
    "narrative": marked("narrative"),
    "note": marked("note"),
    "notes": marked("notes"),
    "number": marked("number"),
    "order_number": marked("number of the order"),
    "order_text": marked("order of the substitute"),
    "original_name": marked("name in the original spelling"),
    "original_returned": marked("original returned"),
    "override_reason": marked("why the code is right"),
    "pages": marked("pages"),
    "paid_on": marked("paid on"),
    "passed": marked("passed"),
    "payable_cents": marked("payable in cents"),
    "payer": marked("payer"),
    "payment_document": marked("payment document"),
    "percent": marked("per cent"),
    "phone": marked("telephone"),
    "pkl": marked("professional qualification level"),
    "pkl_scale": marked("scale of the level"),
    "place": marked("place"),
    "planned_on": marked("planned on"),
    "points": marked("points reached"),
    "position": marked("place in the order"),
    "practice": marked("practice, points"),
    "prerequisites": marked("what must come before"),
    "price_cents": marked("price in cents"),
    "procedure": marked("procedure"),
    "protocol_number": marked("number of the protocol"),
    "put_forward_on": marked("put forward on"),
    "reason": marked("reason"),
    "reasons": marked("reasons"),
    "received_on": marked("received on"),
    "receives": marked("receives papers"),
    "recognisable": marked("can be recognised"),
    "refusal_ground": marked("ground of refusal"),
    "remark": marked("remark"),
    "remarks": marked("remarks"),
    "remote": marked("takes part remotely"),
    "requirement": marked("additional requirement"),
    "requirement_by": marked("requirement to be met by"),
    "result": marked("result"),
    "retired_on": marked("no longer issued since"),
    "reviewed_by": marked("reviewed by"),
    "reviewed_on": marked("reviewed on"),
    "reviewer": marked("reviewer"),
    "route": marked("way of verification"),
    "scale": marked("scale of scores"),
    "scope": marked("scope"),
    "section": marked("section"),
    "semester": marked("semester"),
    "entry_semester": marked("entry semester"),
    "signed_at": marked("signed at"),
    "signer_name": marked("signer"),
    "stands_for": marked("signs for"),
    "viis_on": marked("entered in VIIS on"),
    "viis_by": marked("entered in VIIS by"),
    "settled_by": marked("settled by"),
    "side": marked("side"),
    "signed_on": marked("signed on"),
    "signed_by": marked("signed by"),
    "signed_order": marked("order of the signature"),
    "condition": marked("condition"),
    "condition_until": marked("condition to be met by"),
    "made_final_on": marked("final since"),
    "repealed_on": marked("repealed on"),
    "repeal_reason": marked("reason of the repeal"),
    "was": marked("was written"),
    "becomes": marked("was meant"),
    "signs": marked("signs"),
    "source": marked("source"),
    "state": marked("state"),
    "state_reason": marked("reason for the state"),
    "status": marked("attendance"),
    "step": marked("step"),
    "subject": marked("subject"),
    "sufficient": marked("sufficient"),
    "text": marked("text"),
    "text_en": marked("text in English"),
    "text_lv": marked("text in Latvian"),
    "thematic_area": marked("thematic area"),
    "theory": marked("theory, points"),
    "threshold": marked("points needed"),
    "title": marked("title"),
    "title_en": marked("title in English"),
    "title_lv": marked("title in Latvian"),
    "translation": marked("translation"),
    "translator": marked("translator"),
    "twins_at_issue": marked("digital twins inside certificates"),
    "travel_cents": marked("travel costs in cents"),
    "uses_e_address": marked("uses the official e-address"),
    "valid": marked("valid"),
    "valid_from": marked("in force from"),
    "valid_until": marked("valid until"),
    "verdict": marked("verdict"),
    "way": marked("way"),
    "weight": marked("weight"),
    "index_no": marked("index of the nomenclature"),
    "retention": marked("class of keeping"),
    "years": marked("years of keeping"),
    "sheets": marked("sheets"),
    "certified_on": marked("certified on"),
    "certified_by": marked("certified by"),
    "keep_until": marked("kept until"),
    "made_on": marked("made on"),
    "receiver": marked("handed to"),
    "approval_number": marked("number of the approval"),
    "approved_on": marked("approved on"),
    "done_on": marked("carried out on"),
    "first_day": marked("first day"),
    "last_day": marked("last day"),
    "whole_qualification": marked("whole qualification"),
}
"""Fields a person understands; keys, hashes and stored computations are left out of the telling."""

_SILENT = frozenset(
    {
        "adjustment",
        "adjustment_ground",
        "register_entry",
        "book_closing",
        "book_template",
        "register_import",
        "series",
        "series_number",
        "recognised_unit",
        "paper",
        "person_name",
        "blank",
        "blank_movement",
        "blob",
        "score_change",
        "microcredential_profile",
        "programme_review",
    }
)
_ENUMS: Mapping[str, type[StrEnum]] = {
    "agenda_item.state": ItemState,
    "archive_deed.state": DeedState,
    "archive_volume.state": VolumeState,
    "assessor.side": Side,
    "certificate.kind": CertificateKind,
    "fee_waiver.kind": WaiverKind,
    "payment.kind": PaymentKind,
    "certificate.state": CertificateState,
    "certificate.duplicate_reason": LossReason,
    "decision.refusal_ground": RefusalGround,
    "decision.state": DecisionState,
    "decision.verdict": DecisionVerdict,
    "decision_line.verdict": UnitVerdict,
    "reason_text.kind": ReasonKind,
    "reason_text.ground": RefusalGround,
    "procedural_decision.kind": ProceduralKind,
    "procedural_decision.state": DecisionState,
    "edition.combination": CombinationKind,
    "edition.credit_unit": CreditUnit,
    "edition.pkl_scale": PklScale,
    "edition.scale": ScaleKind,
    "edition.state": EditionState,
    "evidence_item.kind": EvidenceKind,
    "evidence_item.translation": Translation,
    "evidence_link.authentic": Judgement,
    "evidence_link.current": Judgement,
    "evidence_link.sufficient": Judgement,
    "evidence_link.valid": Judgement,
    "examinee.status": ExamStatus,
    "nomenclature_entry.retention": Retention,
    "outcome.kind": OutcomeKind,
    "recognition_case.channel": Channel,
    "recognition_case.ground": Ground,
    "recognition_case.procedure": Procedure,
    "recognition_case.state": CaseState,
    "recognition_case.step": Step,
    "result.result": OutcomeResult,
    "score.result": OutcomeResult,
    "self_assessment.level": SelfAssessmentLevel,
    "signature_check.verdict": SignatureVerdict,
    "signing_route.kind": PaperKind,
    "signing_route.state": RouteState,
    "signing_step.level": SignatureLevel,
    "signing_step.state": StepState,
    "signing_step.way": SigningWay,
    "sitting.state": SittingState,
    "standard.kind": StandardKind,
    "submission.state": SubmissionState,
    "unit.credit_unit": CreditUnit,
    "unit.kind": UnitKind,
    "unit.route": VerificationRoute,
    "unit_review.route": VerificationRoute,
    "unit_review.state": ReviewState,
    "vote.channel": Channel,
}

_CODED = frozenset({"standard", "part", "unit", "outcome"})
"""Tables whose code is the code of a thing and not of a person."""
_CODE = marked("code")
_THOUSANDTHS = frozenset(
    {"edition.credits", "unit.credits", "unit.hours", "outcome.maximum"}
    | {"case_hours.consultation", "case_hours.assessment", "case_hours.commission"}
)


def field_word(language: Language, table: str, field: str) -> str | None:
    """What a field is called; None where it tells a person nothing."""
    if table in _SILENT or field not in FIELDS or (table == "recognition_case" and field in ("kind", "title")):
        return None
    return language.say_of("field", _CODE if field == "code" and table in _CODED else FIELDS[field])


def value_text(language: Language, table: str, field: str, value: str) -> str:
    """A stored value as a person reads it: enums in words, dates and moments as printed."""
    enum = _ENUMS.get(f"{table}.{field}")
    if enum is not None and value in [member.value for member in enum]:
        return word(language, enum(value))
    if f"{table}.{field}" in _THOUSANDTHS and value.isdecimal():
        return language.number(Decimal(value) / 1000)
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
