"""Words about the parts of the qualification exam."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.exam import ExamPart

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    ExamPart: {
        ExamPart.THEORY: marked("theory"),
        ExamPart.PRACTICE: marked("practice"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an exam."""
    return language.say_of("exam", text)
