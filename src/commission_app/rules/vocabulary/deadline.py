"""Words about deadlines."""

from enum import StrEnum


class Urgency(StrEnum):
    """How near a deadline is."""

    FINE = "fine"
    SOON = "soon"
    LATE = "late"
