"""The words of the 10-point scale; the papers print a mark in digits and words: 7 (labi)."""

from collections.abc import Mapping

from commission_app.i18n import Language, marked
from commission_app.rules.quantities import check_mark

WORDS: Mapping[int, str] = {
    1: marked("very, very weak"),
    2: marked("very weak"),
    3: marked("weak"),
    4: marked("almost satisfactory"),
    5: marked("satisfactory"),
    6: marked("almost good"),
    7: marked("good"),
    8: marked("very good"),
    9: marked("excellent"),
    10: marked("with distinction"),
}


def mark_word(language: Language, mark: int) -> str:
    """The word of a mark: 7 is "labi"."""
    return language.say_of("mark", WORDS[check_mark(mark)])


def mark_text(language: Language, mark: int) -> str:
    """A mark as the papers write it: 7 (labi)."""
    return f"{mark}\u00a0({mark_word(language, mark)})"
