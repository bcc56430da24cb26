"""How a check of a paper is said: a fact by its name, and what the paper shows beside it."""

from typing import Protocol

from commission_app.i18n import Language
from commission_app.rules.vocabulary.key import FactMatch, Outcome, SignedFact
from commission_app.wording.words import word

TONES = {Outcome.FINE: "good", Outcome.WRONG: "bad", Outcome.UNJUDGED: "warn"}


class Compared(Protocol):
    """A signed fact beside what a paper shows."""

    @property
    def match(self) -> FactMatch:
        """How they compare."""

    @property
    def printed(self) -> str:
        """What the paper shows, where it was read."""

    @property
    def sure(self) -> int:
        """How sure a difference is."""


def fact_name(language: Language, fact: SignedFact, of: str) -> str:
    """What a fact is called, with the code of its unit."""
    name = word(language, fact)
    return f"{name} {of}" if of and fact is not SignedFact.UNIT else name


def match_text(language: Language, line: Compared) -> str:
    """What the paper shows of a fact: that it agrees, what stands there instead, or that a person must look."""
    said = word(language, line.match)
    if line.match is FactMatch.DIFFERENT and line.printed:
        return f"{said}: {line.printed}"
    if line.match is FactMatch.DIFFERENT:
        return language.say("{said} (sureness {sure} %)", said=said, sure=line.sure)
    return said
