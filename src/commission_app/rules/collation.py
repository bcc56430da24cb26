"""Latvian order and Latvian search: a stored sort key that needs no platform, and words folded for searching.

Every Latvian letter is a letter of its own (a ā b c č …), y stands between i and ī; the platform's ICU changed
its mind about this between versions, a printed register must not.
"""

import re
import unicodedata

_ALPHABET = "aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž"
_LETTER = {letter: bytes((0x30 + place,)) for place, letter in enumerate(_ALPHABET)}
_DIGIT = {str(digit): bytes((0x20 + digit,)) for digit in range(10)}
_OWN_LETTERS = frozenset("йўїѓќ")
_IGNORED = frozenset("-' ’‘ʼ`´‐‑–\u00a0\u202f\t")
_PLAIN = {
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ı": "i", "ĸ": "k", "ə": "e",
}  # fmt: skip
_NO_MARK, _MARK, _END = b"\x01", b"\x02", b"\x00"
_PUNCTUATION, _FOREIGN = b"\x10", b"\x80"


def sort_key(text: str) -> bytes:
    """The Latvian sort key: letters first (case, hyphen, space, apostrophe ignored), marks, the text."""
    primary, secondary = bytearray(), bytearray()
    for char in unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold()):
        if char in _IGNORED:
            continue
        letters, marks = _base(char)
        primary += b"".join(_weight(letter) for letter in letters)
        secondary += marks
    whole = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return bytes(primary) + _END + bytes(secondary) + _END + whole


def _base(char: str) -> tuple[str, bytes]:
    """The letters a character is sorted under, and the weight of what was taken off it."""
    if char in _LETTER or char in _DIGIT or char in _OWN_LETTERS:
        return char, _NO_MARK
    if char in _PLAIN:
        return _PLAIN[char], _MARK + _code_point(char)
    bare = unicodedata.normalize("NFD", char)
    letters = "".join(part for part in bare if not unicodedata.combining(part))
    marks = b"".join(_MARK + _code_point(part) for part in bare if unicodedata.combining(part))
    return letters, marks or _NO_MARK


def _weight(letter: str) -> bytes:
    known = _LETTER.get(letter) or _DIGIT.get(letter)
    if known:
        return known
    return (_FOREIGN if unicodedata.category(letter)[0] in "LN" else _PUNCTUATION) + _code_point(letter)


def _code_point(char: str) -> bytes:
    return ord(char).to_bytes(3, "big")


def fold(text: str) -> str:
    """The text as searched: lower case, without marks ("Ķekava" is found by "kekava")."""
    folded = text
    while (further := _fold_once(folded)) != folded:
        folded = further
    return folded


def _fold_once(text: str) -> str:
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(char for char in parts if unicodedata.category(char) != "Mn")
    return "".join(_PLAIN.get(char, char) for char in bare)


_WORD = r"[^\W_]+"
_COMPOUND = re.compile(rf"{_WORD}(?:[/.\-:]{_WORD})*")
_PART = re.compile(_WORD)
_JOINERS = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
_HYPHENS = str.maketrans("‐‑–—−", "-----")


def tokens(text: str) -> tuple[str, ...]:
    """Every word and number a text is found by: "2026/031" by "2026/31", "2026", "031" and "31"."""
    folded = fold(text).translate(_HYPHENS)
    found: dict[str, None] = {}
    for compound in _COMPOUND.findall(_JOINERS.sub("", folded)) + _COMPOUND.findall(folded):
        for token in _spellings(compound):
            found.setdefault(token)
    return tuple(found)


def query_terms(text: str) -> tuple[str, ...]:
    """The terms of a question, all of which must begin a token of what is found."""
    folded = _JOINERS.sub("", fold(text).translate(_HYPHENS))
    found: dict[str, None] = {}
    for compound in _COMPOUND.findall(folded):
        if any(char.isdigit() for char in compound):
            found.setdefault(_without_zeros(compound))
        else:
            found.update(dict.fromkeys(_PART.findall(compound)))
    return tuple(found)


def _spellings(compound: str) -> list[str]:
    parts = _PART.findall(compound)
    spelled: list[str] = []
    if any(char.isdigit() for char in compound):
        spelled += _tails(compound)
        digits = compound.replace("-", "")
        if len(digits) == 11 and digits.isdecimal():
            spelled += [digits, f"{digits[:6]}-{digits[6:]}", _without_zeros(digits)]
            spelled.append(_without_zeros(f"{digits[:6]}-{digits[6:]}"))
    for part in parts:
        spelled += [part, _without_zeros(part)]
    return spelled


def _tails(compound: str) -> list[str]:
    """A compound and what is left of it when its first parts are left off: L-2026/14 is found by 2026/14."""
    starts = [match.start() for match in _PART.finditer(compound)][:-1]
    return [tail for start in starts for tail in (compound[start:], _without_zeros(compound[start:]))]


def _without_zeros(compound: str) -> str:
    return re.sub(r"(?<![^\W_])0+(?=\d)", "", compound)
