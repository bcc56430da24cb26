"""Words about fees: how a price is set, what was paid or given back, why less is asked, who pays it back."""

from enum import StrEnum


class PriceKind(StrEnum):
    """What the price of a list depends on."""

    BY_GROUP = "by_group"
    PER_APPLICATION = "per_application"
    PER_CREDIT = "per_credit"
    PERCENT_OF_CREDITS = "percent_of_credits"
    BY_HOURS = "by_hours"


class CreditsFrom(StrEnum):
    """Which credit points a price by credits counts."""

    CLAIMED = "claimed"
    RECOGNISED = "recognised"


class PaymentKind(StrEnum):
    """Which way the money went, and why."""

    PAYMENT = "payment"
    TOP_UP = "top_up"
    REFUND = "refund"


class WaiverKind(StrEnum):
    """Why the applicant is asked for less."""

    OWN_STUDENT = "own_student"
    ORDER = "order"
    PROJECT = "project"
    AGREEMENT = "agreement"
    OTHER = "other"


class FeeGate(StrEnum):
    """What an unpaid fee does to the case."""

    NONE = "none"
    WARN = "warn"
    STOP = "stop"


class FeeRule(StrEnum):
    """What a line of the fee rests on."""

    BY_GROUP = "by_group"
    PER_APPLICATION = "per_application"
    PER_CREDIT = "per_credit"
    PERCENT_OF_CREDITS = "percent_of_credits"
    CONSULTATION = "consultation"
    ASSESSMENT = "assessment"
    COMMISSION = "commission"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    TYPED = "typed"
    TRAVEL = "travel"
    WAIVER = "waiver"


class BalanceState(StrEnum):
    """How what was paid stands to what is asked."""

    NOTHING_ASKED = "nothing_asked"
    UNPAID = "unpaid"
    SHORT = "short"
    SETTLED = "settled"
    OVERPAID = "overpaid"


class Reimburser(StrEnum):
    """Who may pay the fee back to the applicant."""

    NVA = "nva"
    VIAA = "viaa"
    EMPLOYER = "employer"
    OTHER = "other"


class Employment(StrEnum):
    """What the applicant was when assessed and when paying; who pays back asks for it."""

    EMPLOYED = "employed"
    UNEMPLOYED = "unemployed"
    JOB_SEEKER = "job_seeker"
    SELF_EMPLOYED = "self_employed"
    NOT_WORKING = "not_working"
