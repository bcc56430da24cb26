"""Words about decisions."""

from enum import StrEnum


class DecisionVerdict(StrEnum):
    """The outcome of a decision as a whole."""

    FULL = "full"
    PARTIAL = "partial"
    REFUSED = "refused"
    TEST = "test"
    MORE_INFORMATION = "more_information"


class DecisionState(StrEnum):
    """The life of a decision: an editable draft that carries its number, then registered for good."""

    DRAFT = "draft"
    REGISTERED = "registered"


class RefusalGround(StrEnum):
    """Coded grounds of a refusal, for the register and the statistics."""

    NO_EVIDENCE = "no_evidence"
    NOT_SUFFICIENT = "not_sufficient"
    NOT_CURRENT = "not_current"
    NOT_CORRESPONDING = "not_corresponding"
    NOT_RECOGNISABLE = "not_recognisable"
