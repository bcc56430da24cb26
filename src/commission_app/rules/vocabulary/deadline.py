"""Words about deadlines."""

from enum import StrEnum


class Urgency(StrEnum):
    """How near a deadline is."""

    FINE = "fine"
    SOON = "soon"
    LATE = "late"


class TermChangeKind(StrEnum):
    """What moves the term of a case: it stands still while something is awaited, is extended, or begins anew."""

    SUSPENSION = "suspension"
    EXTENSION = "extension"
    RESTART = "restart"


class DayKind(StrEnum):
    """How a day of the calendar differs from an ordinary one."""

    FREE = "free"
    WORKING = "working"


class DeadlineStep(StrEnum):
    """One reason why a decision is due on its day."""

    RECEIVED = "received"
    TAKEN_UP = "taken_up"
    TERM = "term"
    SUSPENDED = "suspended"
    EXTENDED = "extended"
