"""Words about paying the commission: for what, and by which measure."""

from enum import StrEnum


class PaidAct(StrEnum):
    """What members, assessors and examiners are paid for."""

    SITTING = "sitting"
    SCORING = "scoring"
    EXAM = "exam"


class PaidBy(StrEnum):
    """What a rate is paid for: each time, an hour of 60 or of 45 minutes, a case, a unit scored."""

    OCCASION = "occasion"
    HOUR = "hour"
    ACADEMIC_HOUR = "academic_hour"
    CASE = "case"
    UNIT = "unit"
