"""Latvian names and titles in the genitive and the dative, proposed by their endings; a person confirms or types."""

import re
from enum import StrEnum

from commission_app.rules.vocabulary.person import Sex


class GrammaticalCase(StrEnum):
    """The two cases that letters and minutes need: whose, and to whom."""

    GENITIVE = "genitive"
    DATIVE = "dative"


# Before -is the last consonants of the stem soften in the genitive: Briedis – Brieža, Kalnietis – Kalnieša.
_SOFTENED = {
    "ll": "ļļ",
    "ln": "ļņ",
    "nn": "ņņ",
    "sn": "šņ",
    "zn": "žņ",
    "sl": "šļ",
    "zl": "žļ",
    "dz": "dž",
    "b": "bj",
    "p": "pj",
    "m": "mj",
    "v": "vj",
    "f": "fj",
    "t": "š",
    "d": "ž",
    "s": "š",
    "z": "ž",
    "n": "ņ",
    "l": "ļ",
    "c": "č",
}
_KEPT_ENDINGS = ("o", "u", "ū", "ī", "i", "y")
_VOWELS = re.compile("[aāeēiīouū]+")
_PROPER = re.compile('[0-9"„“”«»]')
_FORMS = frozenset(
    {"SIA", "AS", "VAS", "VSIA", "PSIA", "IK", "KS", "PS", "SE", "ZS", "Ltd", "LLC", "OÜ", "UAB", "GmbH"}
)
_PARTICLES = frozenset({"de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn"})
_AFTER_HEAD = re.compile(r"\s*[,(;]")


def said_name(name: str, case: GrammaticalCase, sex: Sex = Sex.NOT_SAID) -> str:
    """A person's name in a case: every part by its ending; a part that is not declined stays as it is.

    Where the sex is not known it is read from the first given name.
    """
    words = name.split()
    if not words:
        return name
    masculine = _masculine(words, sex)
    declined = [
        "-".join(_part(part, case, masculine, given=at < len(words) - 1) for part in word.split("-"))
        for at, word in enumerate(words)
    ]
    return " ".join(declined)


def said_title(title: str, case: GrammaticalCase) -> str:
    """A post in a case: the last word of its head is declined, and what agrees with it; the genitives before it stay.

    "komisijas priekšsēdētāja" gives "komisijas priekšsēdētājai"; what stands after a comma is left as it was.
    """
    cut = _AFTER_HEAD.search(title)
    head, rest = (title[: cut.start()], title[cut.start() :]) if cut else (title, "")
    words = head.split()
    if not words:
        return title
    masculine = not words[-1].endswith(("a", "e", "ā"))
    agreeing = ("ais",) if masculine else ("ā",)
    declined = [_part(word, case, masculine) if word.endswith(agreeing) else word for word in words[:-1]]
    return " ".join((*declined, _part(words[-1], case, masculine))) + rest


def said_receiver(name: str, case: GrammaticalCase, sex: Sex = Sex.NOT_SAID) -> str:
    """Somebody a letter goes to: a person by every part of the name, a body by the last word of what it is called.

    "Rīgas bāriņtiesa" gives "Rīgas bāriņtiesai"; a firm, and what bears a proper name in quotation marks, stays.
    """
    words = name.split()
    if _PROPER.search(name) or any(word in _FORMS for word in words):
        return name
    if any(word[0].islower() and word not in _PARTICLES for word in words):
        return said_title(name, case)
    return said_name(name, case, sex)


def _masculine(words: list[str], sex: Sex) -> bool:
    if sex is not Sex.NOT_SAID:
        return sex is Sex.MALE
    for word in (words[0], words[-1]):
        low = word.lower()
        if low.endswith(("s", "š", "o")):
            return True
        if low.endswith(("a", "e", "ā")):
            return False
    return True


def _part(word: str, case: GrammaticalCase, masculine: bool, *, given: bool = False) -> str:
    low = word.lower()
    if not _latvian(low) or len(word) < 3 or low.endswith(_KEPT_ENDINGS):
        return word
    if word.isupper():
        return _part(word.capitalize(), case, masculine, given=given).upper()
    if low.endswith("ā"):  # of the definite ending: Mazā – Mazās – Mazajai
        return f"{word}s" if case is GrammaticalCase.GENITIVE else f"{word[:-1]}ajai"
    if low.endswith(("a", "e")):
        return _vowel(word, case, masculine)
    # A woman whose name ends in a consonant keeps it: Anna Lindgren, Aija Smits.
    return _consonant(word, low, case, given=given) if masculine else word


def _vowel(word: str, case: GrammaticalCase, masculine: bool) -> str:
    """Fourth and fifth declension: Anna – Annas – Annai, Ilze – Ilzes – Ilzei; a man's dative: Kļava – Kļavam."""
    if case is GrammaticalCase.GENITIVE:
        return f"{word}s"
    return f"{word}m" if masculine else f"{word}i"


def _consonant(word: str, low: str, case: GrammaticalCase, *, given: bool) -> str:
    dative = case is GrammaticalCase.DATIVE
    if low.endswith("ais"):  # of the definite ending: Mazais – Mazā – Mazajam
        return f"{word[:-2]}jam" if dative else f"{word[:-3]}ā"
    if low.endswith("is"):
        return f"{word[:-1]}m" if dative else f"{_soft(word[:-2], given=given)}a"
    if low.endswith("us"):
        return f"{word[:-1]}m" if dative else word
    if low.endswith("mens"):  # Akmens keeps its old declension
        return f"{word[:-1]}im" if dative else word
    if low.endswith(("s", "š")):
        return f"{word[:-1]}{'am' if dative else 'a'}"
    return word


def _soft(stem: str, *, given: bool) -> str:
    """The stem of a genitive of -is; given names of two syllables in -tis and -dis keep theirs: Atis – Ata."""
    low = stem.lower()
    if given and low.endswith(("t", "d")) and len(_VOWELS.findall(low)) == 1:
        return stem
    if low.endswith("st"):
        return stem
    hard = next((ending for ending in _SOFTENED if low.endswith(ending)), "")
    return stem[: len(stem) - len(hard)] + _SOFTENED[hard] if hard else stem


def _latvian(low: str) -> bool:
    """Whether every letter is of the Latvian alphabet: a name written otherwise is not declined."""
    return all(letter in "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž" for letter in low)
