"""Whether two texts speak of the same person, employer or address, whatever their case, order, marks or ending."""

import re
from enum import IntEnum

from commission_app.rules.collation import fold

_WORDS = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:[aeiou]+[sm]?|s)$")
_PHRASES = re.compile(r"[,;:()/|\n·]|\s(?:un|and)\s")
_LEGAL_FORMS = frozenset(
    "sia as ik zs vsia psia biedriba nodibinajums sabiedriba ar ierobezotu atbildibu akciju valsts pasvaldibas".split()
)
_NOT_OF_AN_ADDRESS = frozenset("latvija latvia lv iela street dz dzivoklis".split())
_POSTAL_CODE = re.compile(r"\blv[-\s]?\d{4}\b")
_FEWEST_OF_AN_ADDRESS = 2


class Likeness(IntEnum):
    """How surely two texts speak of the same."""

    NONE = 0
    PERHAPS = 1
    SURE = 2


def alike_surnames(one: str, other: str) -> bool:
    """Whether two surnames are one in its feminine and masculine form (Bērziņa, Bērziņš; Zālīte, Zālītis).

    Of a double surname one half is enough: who married keeps a part of the old name.
    """
    return bool(_surname_stems(one) & _surname_stems(other))


def names(text: str, name: str) -> Likeness:
    """Whether a text names a person: in any order and grammatical case; an initial for the given name only perhaps."""
    wanted = [stem(word) for word in _WORDS.findall(fold(name))]
    if len(wanted) < 2:
        return Likeness.NONE
    words = _WORDS.findall(fold(text))
    runs = [words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1)]
    if any(sorted(map(stem, run)) == sorted(wanted) for run in runs):
        return Likeness.SURE
    for phrase in _PHRASES.split(fold(text)):
        if set(wanted) <= {stem(word) for word in _WORDS.findall(phrase)}:
            return Likeness.SURE
    return Likeness.PERHAPS if _names_by_initial(words, name) else Likeness.NONE


def same_organisation(one: str, other: str) -> Likeness:
    """Whether two texts name one employer: whatever its legal form and quotes; a part of the name only perhaps."""
    first, second = _organisation(one), _organisation(other)
    if not first or not second:
        return Likeness.NONE
    if first == second:
        return Likeness.SURE
    shorter = min(first, second, key=len)
    return Likeness.PERHAPS if len(shorter) > 1 and (first <= second or second <= first) else Likeness.NONE


def same_address(one: str, other: str) -> bool:
    """Whether two texts are one address, written with or without its postal code and the word for street."""
    first, second = _address(one), _address(other)
    if len(first) < _FEWEST_OF_AN_ADDRESS or not any(token[0].isdigit() for token in first):
        return False
    return first == second


def stem(word: str) -> str:
    """A folded word without its ending: Anna, Annas and Annai are one; so are Ozola and Ozols."""
    bare = _ENDING.sub("", word)
    return bare if len(bare) > 1 else word


def _surname_stems(name: str) -> frozenset[str]:
    words = fold(name).split()
    return frozenset(stem(part) for part in _WORDS.findall(words[-1])) if words else frozenset()


def _names_by_initial(words: list[str], name: str) -> bool:
    given, *_ = _WORDS.findall(fold(name))
    surname = [stem(part) for part in _WORDS.findall(fold(name).split()[-1])]
    wanted = sorted([given[0], *surname])
    runs = [words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1)]
    return any(sorted(word if len(word) == 1 else stem(word) for word in run) == wanted for run in runs)


def _organisation(text: str) -> frozenset[str]:
    return frozenset(stem(token) for token in _WORDS.findall(fold(text)) if token not in _LEGAL_FORMS)


def _address(text: str) -> frozenset[str]:
    plain = _POSTAL_CODE.sub(" ", fold(text))
    return frozenset(stem(token) for token in _WORDS.findall(plain) if token not in _NOT_OF_AN_ADDRESS)
