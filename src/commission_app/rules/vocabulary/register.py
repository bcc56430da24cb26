"""Words about the numbered books."""

from enum import StrEnum


class Book(StrEnum):
    """The registers of the office."""

    APPLICATIONS = "applications"
    DECISIONS = "decisions"
    CERTIFICATES = "certificates"
    EXAMS = "exams"
    MINUTES = "minutes"
    APPEALS = "appeals"
    LETTERS = "letters"


class NumberMode(StrEnum):
    """Whether the program makes the number or the person types it from the institution's document system."""

    GENERATED = "generated"
    TYPED = "typed"


class NumberState(StrEnum):
    """The life of a number: no number is ever given twice."""

    RESERVED = "reserved"
    USED = "used"
    VOIDED = "voided"
