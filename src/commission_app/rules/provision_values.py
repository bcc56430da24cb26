"""What a dated setting may say: a whole number within bounds, yes or no, one of a few words, or only a reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from commission_app.errors import RefusedError
from commission_app.rules.provisions import Value
from commission_app.rules.vocabulary.award import MarkTransfer
from commission_app.rules.vocabulary.commission import MajorityBase, QuorumBase, QuorumRule
from commission_app.rules.vocabulary.exam import DelegationGate, RepeatRule
from commission_app.rules.vocabulary.fee import FeeGate
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import Rounding, UnitRule


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from the lowest to the highest; it may be left out where no limit is a setting too."""

    lowest: int
    highest: int
    may_be_none: bool = False


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a vocabulary."""

    words: type[StrEnum]


@dataclass(frozen=True, slots=True)
class ReferenceOnly:
    """Nothing but the legal reference itself."""


Kind = Whole | YesNo | OneOf | ReferenceOnly

_KEY = ProvisionKey
KINDS: Mapping[ProvisionKey, Kind] = {
    _KEY.LEGAL_BASIS: ReferenceOnly(),
    _KEY.DECISION_TERM_MONTHS: Whole(1, 24),
    _KEY.DECISION_TERM_DAYS: Whole(1, 500, may_be_none=True),
    _KEY.CONTEST_TERM_MONTHS: Whole(1, 24),
    _KEY.APPEAL_ANSWER_MONTHS: Whole(1, 24),
    _KEY.EXAM_APPEAL_DAYS: Whole(1, 60),
    _KEY.POST_NOTIFIED_DAYS: Whole(0, 60),
    _KEY.MAIL_NOTIFIED_DAYS: Whole(0, 60),
    _KEY.PASS_MARK: Whole(1, 10),
    _KEY.UNIT_RULE: OneOf(UnitRule),
    _KEY.SHARE_PERCENT: Whole(1, 100),
    _KEY.ACCREDITED_ONLY: YesNo(),
    _KEY.ALLOW_PARTIAL: YesNo(),
    _KEY.CEILING_PERCENT: Whole(1, 100, may_be_none=True),
    _KEY.ROUNDING: OneOf(Rounding),
    _KEY.EVIDENCE_YEARS: Whole(1, 100),
    _KEY.QUORUM_RULE: OneOf(QuorumRule),
    _KEY.QUORUM_BASE: OneOf(QuorumBase),
    _KEY.MAJORITY_BASE: OneOf(MajorityBase),
    _KEY.MINIMUM_MEMBERS: Whole(1, 99),
    _KEY.APPLICATIONS_PER_YEAR: Whole(1, 99, may_be_none=True),
    _KEY.UNITS_PER_YEAR: Whole(1, 999, may_be_none=True),
    _KEY.ADMISSION_MONTHS: Whole(1, 120, may_be_none=True),
    _KEY.FREE_CONSULTATIONS: Whole(0, 99),
    _KEY.CONSULTATION_MINUTES: Whole(1, 480),
    _KEY.BLIND_SCORING: YesNo(),
    _KEY.MINIMUM_ASSESSORS: Whole(1, 9),
    _KEY.MARK_TRANSFER: OneOf(MarkTransfer),
    _KEY.MINIMUM_OWN_PERCENT: Whole(1, 100, may_be_none=True),
    _KEY.FEE_GATE: OneOf(FeeGate),
    _KEY.DELEGATION_GATE: OneOf(DelegationGate),
    _KEY.EXAM_REPEAT: OneOf(RepeatRule),
    _KEY.MICROCREDENTIALS: YesNo(),
}


def check_value(key: str, value: Value) -> None:
    """Refuses a value that the setting cannot have; a setting this program does not know is left alone."""
    kind = KINDS.get(ProvisionKey(key)) if key in set(ProvisionKey) else None
    match kind:
        case Whole(lowest, highest, may_be_none):
            if value is None and may_be_none:
                return
            if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
                raise RefusedError("provision.out_of_range", at="value", lowest=lowest, highest=highest)
        case YesNo():
            if not isinstance(value, bool):
                raise RefusedError("provision.not_offered", at="value")
        case OneOf(words):
            if value not in set(words):
                raise RefusedError("provision.not_offered", at="value")


def spoken(key: str, value: Value) -> "Value | StrEnum":
    """The value as a member of its vocabulary, where it is one."""
    kind = KINDS.get(ProvisionKey(key)) if key in set(ProvisionKey) else None
    if isinstance(kind, OneOf) and isinstance(value, str) and value in set(kind.words):
        return kind.words(value)
    return value
