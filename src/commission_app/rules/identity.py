"""Personal codes: both Latvian formats, what is impossible and what is only doubtful."""

import re
from dataclasses import dataclass
from datetime import date

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.person import CodeKind

_WEIGHTS = (10, 5, 8, 4, 2, 1, 6, 3, 7, 9)
_CENTURIES = {"0": 1800, "1": 1900, "2": 2000}
_CODE = re.compile(r"([0-9]{6})-?([0-9]{5})")
_IN_TEXT = re.compile(r"[\s,;(]*(?:p\.\s?k\.\s?|personas kods:?\s?)?(?<!\d)[0-9]{6}-?[0-9]{5}(?!\d)\)?")
_TIDY = re.compile(r"^[\s,;]+|[\s,;]+$")
_HYPHENS = str.maketrans("‐‑–—−", "-----")
_AT = "personal_code"


@dataclass(frozen=True, slots=True)
class CodeFinding:
    """What a personal code says: its format, normal writing and birth date, and what is doubtful."""

    kind: CodeKind
    normal: str
    birth_date: date | None
    warnings: tuple[Refusal, ...] = ()


def check_personal_code(text: str, today: date) -> CodeFinding:
    """Reads a personal code; an impossible one is refused, a wrong check digit only doubted."""
    compact = "".join(text.split()).translate(_HYPHENS)
    match = _CODE.fullmatch(compact)
    if match is None:
        raise RefusedError("identity.code_unreadable", at=_AT, digits=sum(char.isdigit() for char in compact))
    head, tail = match.groups()
    normal, prefix = f"{head}-{tail}", int(head[:2])
    if 32 <= prefix <= 39:
        return CodeFinding(CodeKind.NEW, normal, None)
    if not 1 <= prefix <= 31:
        raise RefusedError("identity.code_prefix", at=_AT, prefix=head[:2])
    born = _birth_date(head, tail[0], today)
    expected, found = check_digit(head + tail[:4]), int(tail[4])
    doubts = () if expected == found else (refusal("identity.check_digit", at=_AT, expected=expected, found=found),)
    return CodeFinding(CodeKind.OLD, normal, born, doubts)


def check_digit(ten_digits: str) -> int:
    """The check digit of an old code's first ten digits; a remainder of ten is written 0."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, ten_digits, strict=True))
    return (1 + total) % 11 % 10


def mask_personal_code(code: str) -> str:
    """The code as lists and envelopes show it: 010190-*****."""
    return f"{code[:6]}-*****" if len(code) >= 11 else "*" * len(code)


def without_codes(text: str) -> str:
    """A text for an envelope or a list that needs no code: whatever looks like a personal code is taken out of it."""
    plain = text.translate(_HYPHENS)
    return _TIDY.sub("", _IN_TEXT.sub("", plain)) if _IN_TEXT.search(plain) else text


def _birth_date(head: str, century: str, today: date) -> date:
    if century not in _CENTURIES:
        raise RefusedError("identity.code_century", at=_AT, digit=century)
    day, month, year = int(head[:2]), int(head[2:4]), _CENTURIES[century] + int(head[4:])
    try:
        born = date(year, month, day)
    except ValueError:
        raise RefusedError("identity.code_date", at=_AT, day=head[:2], month=head[2:4], year=str(year)) from None
    if born > today:
        raise RefusedError("identity.code_future", at=_AT, birth_date=born)
    return born
