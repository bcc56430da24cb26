"""Words of a study plan: why a unit stands in its semester, and what is left to choose."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.study_plan import PlacedBy
from commission_app.wording.quantities import amount, credits_text

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    PlacedBy: {
        PlacedBy.OFFERED: marked("offered in this semester"),
        PlacedBy.NEXT_OFFER: marked("offered again in this semester"),
        PlacedBy.PREREQUISITE: marked("after what must come before it"),
        PlacedBy.FULL: marked("there is no room earlier"),
        PlacedBy.FREE: marked("in any semester"),
        PlacedBy.LAST: marked("after all other units"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a study plan."""
    return language.say_of("study plan", text)


def size_text(language: Language, credits: Credits | None) -> str:
    """The credits of a unit under a heading that gives their unit; nothing where the unit has none."""
    return "" if credits is None else amount(language, credits)


def open_text(language: Language, open_credits: Credits | None) -> str:
    """What the programme asks beyond the units placed."""
    if open_credits is None or not open_credits.value:
        return ""
    told = credits_text(language, open_credits)
    return language.say_of("study plan", "Beyond this the programme asks for {credits} of choice.", credits=told)
