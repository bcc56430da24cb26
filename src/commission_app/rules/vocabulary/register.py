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
    CONSULTATIONS = "consultations"
    PAYMENTS = "payments"
    BLANKS = "blanks"


UNNUMBERED = frozenset({Book.CONSULTATIONS, Book.PAYMENTS, Book.BLANKS})
"""Books that give no numbers of their own: their lines are told by day, by case or by the numbers of state forms."""
NUMBERED = tuple(book for book in Book if book not in UNNUMBERED)
CHAINED = frozenset({Book.APPLICATIONS, Book.DECISIONS, Book.CERTIFICATES, Book.EXAMS, Book.APPEALS})
"""Books that are chains of entries; of the others every line is kept by the chain of acts."""


class NumberMode(StrEnum):
    """Whether the program makes the number or the person types it from the institution's document system."""

    GENERATED = "generated"
    TYPED = "typed"


class NumberState(StrEnum):
    """The life of a number: no number is ever given twice."""

    RESERVED = "reserved"
    USED = "used"
    VOIDED = "voided"


class ImportState(StrEnum):
    """How far the taking in of an old register has come."""

    RUNNING = "running"
    DONE = "done"
