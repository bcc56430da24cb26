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
    REPLACED = "replaced"
    REPEALED = "repealed"


class DecisionChange(StrEnum):
    """What a further line of the book says of a decision entered before."""

    EDITED = "edited"
    CONDITION = "condition"
    FINAL = "final"
    LAPSED = "lapsed"
    SLIP = "slip"
    REPLACED = "replaced"
    REPEALED = "repealed"


class Publication(StrEnum):
    """How far a decision is on its way to the applicant."""

    DRAFT = "draft"
    UNSIGNED = "unsigned"
    UNSENT = "unsent"
    SENT = "sent"
    NOTIFIED = "notified"
    OVER = "over"


class RefusalGround(StrEnum):
    """Coded grounds of a refusal, for the register and the statistics."""

    NO_EVIDENCE = "no_evidence"
    NOT_SUFFICIENT = "not_sufficient"
    NOT_CURRENT = "not_current"
    NOT_CORRESPONDING = "not_corresponding"
    NOT_RECOGNISABLE = "not_recognisable"


class ProceduralKind(StrEnum):
    """A decision about the course of a case, not about its substance."""

    EXTENSION = "extension"
    LEFT_UNEXAMINED = "left_unexamined"
    CLOSED = "closed"


class ReasonKind(StrEnum):
    """For what a standard wording of the reasons library is meant."""

    RECOGNISED = "recognised"
    PARTLY = "partly"
    REFUSED = "refused"
    TEST = "test"
    MORE_INFORMATION = "more_information"
    POSTPONED = "postponed"
    EXTENSION = "extension"
    LEFT_UNEXAMINED = "left_unexamined"
    CLOSED = "closed"
    CONDITION = "condition"
