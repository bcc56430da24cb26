"""Words about the commission and its members."""

from enum import StrEnum


class CommissionKind(StrEnum):
    """What the commission decides upon."""

    RECOGNITION = "recognition"
    EXAMINATION = "examination"
    OFFERS = "offers"


class MemberRole(StrEnum):
    """The office a member holds in the commission."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    MEMBER = "member"
    SECRETARY = "secretary"
    SUBSTITUTE = "substitute"


class Side(StrEnum):
    """Whom a member represents."""

    SCHOOL = "school"
    EMPLOYERS = "employers"
    TRADE_UNION = "trade_union"
    STUDENTS = "students"
    OTHER = "other"


class QuorumRule(StrEnum):
    """How many must take part."""

    MORE_THAN_HALF = "more_than_half"
    AT_LEAST_HALF = "at_least_half"
    FRACTION = "fraction"
    FIXED = "fixed"


class QuorumBase(StrEnum):
    """Of whom the quorum is counted."""

    IN_OFFICE = "in_office"
    NOT_RECUSED = "not_recused"


class MajorityBase(StrEnum):
    """Of whom the majority is counted."""

    VOTES_CAST = "votes_cast"
    PRESENT = "present"
    IN_OFFICE = "in_office"


class RecusalPolicy(StrEnum):
    """Whether a recused member still counts towards the quorum of the item."""

    OUT_OF_QUORUM = "out_of_quorum"
    COUNTS_AS_PRESENT = "counts_as_present"


class AbstentionPolicy(StrEnum):
    """What the by-law says of abstaining."""

    ALLOWED = "allowed"
    COUNTS_AS_AGAINST = "counts_as_against"
    FORBIDDEN = "forbidden"
