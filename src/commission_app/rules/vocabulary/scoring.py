"""Words about measuring outcomes and counting what is recognised."""

from enum import StrEnum


class OutcomeResult(StrEnum):
    """What an assessor, or the agreed sheet, says of one learning outcome."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    TO_TEST = "to_test"


class UnitVerdict(StrEnum):
    """What the rules propose, and the commission decides, for one unit."""

    RECOGNISED = "recognised"
    PARTLY = "partly"
    REFUSED = "refused"
    TEST = "test"


class UnitRule(StrEnum):
    """When a unit counts as reached."""

    ALL = "all"
    MANDATORY = "mandatory"
    SHARE = "share"


class Rounding(StrEnum):
    """What a rule set does to the final credit value."""

    NONE = "none"
    NEAREST_HALF = "nearest_half"
    UP = "up"
    DOWN = "down"


class ExamStatus(StrEnum):
    """What became of one examinee."""

    ENTERED = "entered"
    SAT = "sat"
    ABSENT = "absent"
    EXPELLED = "expelled"
