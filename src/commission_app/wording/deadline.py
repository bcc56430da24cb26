"""Words about terms; the word agrees with the deadline (termiņš)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.deadline import Urgency

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Urgency: {
        Urgency.FINE: marked("in time"),
        Urgency.SOON: marked("soon"),
        Urgency.LATE: marked("late"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a deadline."""
    return language.say_of("deadline", text)
