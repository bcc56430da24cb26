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
    EXCUSED = "excused"
    EXPELLED = "expelled"


class ScaleKind(StrEnum):
    """In what a standard's outcomes are scored."""

    RESULT = "result"
    MARK = "mark"
    POINTS = "points"
    DIGCOMP = "digcomp"


class VerificationRoute(StrEnum):
    """How a unit is verified."""

    DOCUMENTS = "documents"
    INTERVIEW = "interview"
    TEST = "test"
    DEMONSTRATION = "demonstration"
    EXAM = "exam"


class AggregationKind(StrEnum):
    """How the results of a unit's outcomes become the unit's verdict, where the edition settles it itself."""

    BY_RULE = "by_rule"
    ALL = "all"
    MANDATORY = "mandatory"
    SHARE = "share"
    POINTS = "points"
    PART_MINIMUM = "part_minimum"


class CombinationKind(StrEnum):
    """How the scores of several assessors become one proposal for the agreed result."""

    CONSENSUS = "consensus"
    LOWER = "lower"
    MEDIAN = "median"


class ReviewState(StrEnum):
    """Where a unit stands in the queue of reviewers."""

    WAITING = "waiting"
    IN_REVIEW = "in_review"
    DONE = "done"
