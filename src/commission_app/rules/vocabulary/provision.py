"""Words about the dated settings of the law and of the institution."""

from enum import StrEnum


class ProvisionKey(StrEnum):
    """What a dated provision settles."""

    LEGAL_BASIS = "legal_basis"
    DECISION_TERM_MONTHS = "decision_term_months"
    CONTEST_TERM_MONTHS = "contest_term_months"
    PASS_MARK = "pass_mark"
    UNIT_RULE = "unit_rule"
    SHARE_PERCENT = "share_percent"
    ACCREDITED_ONLY = "accredited_only"
    ALLOW_PARTIAL = "allow_partial"
    CEILING_PERCENT = "ceiling_percent"
    ROUNDING = "rounding"
    EVIDENCE_YEARS = "evidence_years"
    QUORUM_RULE = "quorum_rule"
    QUORUM_BASE = "quorum_base"
    MAJORITY_BASE = "majority_base"
    MINIMUM_MEMBERS = "minimum_members"
    APPLICATIONS_PER_YEAR = "applications_per_year"
    UNITS_PER_YEAR = "units_per_year"
    ADMISSION_MONTHS = "admission_months"
    FREE_CONSULTATIONS = "free_consultations"
    CONSULTATION_MINUTES = "consultation_minutes"
    BLIND_SCORING = "blind_scoring"
    MINIMUM_ASSESSORS = "minimum_assessors"
    MARK_TRANSFER = "mark_transfer"
    MINIMUM_OWN_PERCENT = "minimum_own_percent"
    FEE_GATE = "fee_gate"
