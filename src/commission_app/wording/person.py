"""Words about the person whose learning is recognised."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.person import CodeKind

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    CodeKind: {
        CodeKind.OLD: marked("with the date of birth"),
        CodeKind.NEW: marked("without the date of birth"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a person."""
    return language.say_of("person", text)
