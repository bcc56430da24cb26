"""Words about the dated settings."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.provision import ProvisionKey

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    ProvisionKey: {
        ProvisionKey.LEGAL_BASIS: marked("legal basis"),
        ProvisionKey.DECISION_TERM_MONTHS: marked("months until the decision"),
        ProvisionKey.DECISION_TERM_DAYS: marked("working days until the decision (instead of months)"),
        ProvisionKey.CONTEST_TERM_MONTHS: marked("months for contesting"),
        ProvisionKey.APPEAL_ANSWER_MONTHS: marked("months for answering a contest"),
        ProvisionKey.EXAM_APPEAL_DAYS: marked("working days for appealing against a mark"),
        ProvisionKey.POST_NOTIFIED_DAYS: marked("days after posting when a letter counts as notified"),
        ProvisionKey.MAIL_NOTIFIED_DAYS: marked("working days after sending when an e-mail counts as notified"),
        ProvisionKey.PASS_MARK: marked("pass mark"),
        ProvisionKey.UNIT_RULE: marked("when a course or module is reached"),
        ProvisionKey.SHARE_PERCENT: marked("share of the learning outcomes, %"),
        ProvisionKey.ACCREDITED_ONLY: marked("accredited programmes only"),
        ProvisionKey.ALLOW_PARTIAL: marked("recognition in part allowed"),
        ProvisionKey.CEILING_PERCENT: marked("ceiling, % of the programme"),
        ProvisionKey.ROUNDING: marked("rounding of the sum"),
        ProvisionKey.EVIDENCE_YEARS: marked("years for which evidence is current"),
        ProvisionKey.QUORUM_RULE: marked("quorum"),
        ProvisionKey.QUORUM_BASE: marked("quorum is counted"),
        ProvisionKey.MAJORITY_BASE: marked("majority is counted"),
        ProvisionKey.MINIMUM_MEMBERS: marked("least number of members"),
        ProvisionKey.APPLICATIONS_PER_YEAR: marked("applications of one person for one standard in a year"),
        ProvisionKey.UNITS_PER_YEAR: marked("units one person may apply for in a year"),
        ProvisionKey.ADMISSION_MONTHS: marked("months for which an admission is valid"),
        ProvisionKey.FREE_CONSULTATIONS: marked("free consultations"),
        ProvisionKey.CONSULTATION_MINUTES: marked("minutes of a consultation"),
        ProvisionKey.BLIND_SCORING: marked("assessors score without seeing each other"),
        ProvisionKey.MINIMUM_ASSESSORS: marked("least number of assessors"),
        ProvisionKey.MARK_TRANSFER: marked("mark of what earlier studies cover"),
        ProvisionKey.MINIMUM_OWN_PERCENT: marked("least own study, % of the programme"),
        ProvisionKey.FEE_GATE: marked("what an unpaid fee does"),
        ProvisionKey.DELEGATION_GATE: marked("what a missing delegation does"),
        ProvisionKey.EXAM_REPEAT: marked("what is sat again after an exam not passed"),
        ProvisionKey.MICROCREDENTIALS: marked("microcredentials are issued"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a provision."""
    return language.say_of("provision", text)
