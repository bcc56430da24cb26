"""Words about mobility."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.mobility import MobilityAct

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    MobilityAct: {
        MobilityAct.ASSESS: marked("assessment"),
        MobilityAct.VALIDATE: marked("validation"),
        MobilityAct.RECOGNISE: marked("recognition"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of mobility."""
    return language.say_of("mobility", text)
