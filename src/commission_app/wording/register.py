"""Words about the numbered books; a state's word agrees with the number (numurs)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.register import Book, ImportState, NumberMode, NumberState

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Book: {
        Book.APPLICATIONS: marked("Register of applications"),
        Book.DECISIONS: marked("Register of decisions"),
        Book.CERTIFICATES: marked("Register of certificates issued"),
        Book.EXAMS: marked("Register of exams"),
        Book.MINUTES: marked("Register of minutes"),
        Book.APPEALS: marked("Register of appeals"),
        Book.LETTERS: marked("Register of outgoing letters"),
        Book.CONSULTATIONS: marked("Register of consultations"),
        Book.PAYMENTS: marked("Register of payments"),
        Book.BLANKS: marked("Ledger of state forms"),
    },
    NumberMode: {
        NumberMode.GENERATED: marked("given by the program"),
        NumberMode.TYPED: marked("typed from the document system"),
    },
    ImportState: {
        ImportState.RUNNING: marked("not finished"),
        ImportState.DONE: marked("taken in"),
    },
    NumberState: {
        NumberState.RESERVED: marked("reserved"),
        NumberState.USED: marked("used"),
        NumberState.VOIDED: marked("voided"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a register."""
    return language.say_of("register", text)
