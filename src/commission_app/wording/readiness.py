"""Words about where a case is made ready."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.readiness import Mend

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Mend: {
        Mend.APPLICATION: marked("Application"),
        Mend.BACKGROUND: marked("Background"),
        Mend.PORTFOLIO: marked("Portfolio"),
        Mend.MATRIX: marked("Matrix"),
        Mend.CREDITS: marked("Credit points"),
        Mend.CASE: marked("Case"),
        Mend.SITTING: marked("Sitting"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of mending."""
    return language.say_of("readiness", text)
