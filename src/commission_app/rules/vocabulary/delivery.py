"""Words about letters and their way to the applicant."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What an outgoing letter is about."""

    DECISION = "decision"
    MORE_INFORMATION = "more_information"
    EXTENSION = "extension"
    LEFT_UNEXAMINED = "left_unexamined"
    CLOSED = "closed"
    SLIP_CORRECTED = "slip_corrected"
    REPEALED = "repealed"
    APPEAL_ANSWER = "appeal_answer"
    OTHER = "other"


class DeliveryChannel(StrEnum):
    """How a paper leaves the office."""

    REGISTERED_POST = "registered_post"
    POST = "post"
    E_ADDRESS = "e_address"
    EMAIL = "email"
    IN_PERSON = "in_person"


class DeliveryStand(StrEnum):
    """How far a sent paper has come."""

    UNDER_WAY = "under_way"
    NOTIFIED = "notified"
    RETURNED = "returned"


class ReturnReason(StrEnum):
    """Why a letter came back."""

    NOT_COLLECTED = "not_collected"
    UNKNOWN_ADDRESS = "unknown_address"
    REFUSED = "refused"
    MOVED = "moved"
    OTHER = "other"
