"""Words about what a person has acquired over several cases."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.accumulation import Stage, UnitStanding

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    UnitStanding: {
        UnitStanding.HELD: marked("acquired"),
        UnitStanding.ASKED: marked("asked for now"),
        UnitStanding.MISSING: marked("missing"),
        UnitStanding.IN_STUDY: marked("only in the programme"),
    },
    Stage: {
        Stage.COMPLETE: marked("everything is there"),
        Stage.BEGUN: marked("begun"),
        Stage.NOTHING: marked("nothing yet"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of what is acquired."""
    return language.say_of("acquired", text)
