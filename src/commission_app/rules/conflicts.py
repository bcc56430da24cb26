"""Hints of a conflict of interest: nothing is decided by them, they only ask the member to look."""

from commission_app.rules.collation import fold

_ENDINGS = "aeiou"


def alike_surnames(one: str, other: str) -> bool:
    """Whether two surnames are one in its feminine and masculine form (Bērziņa, Bērziņš; Zālīte, Zālītis)."""
    return bool(_stem(one)) and _stem(one) == _stem(other)


def _stem(name: str) -> str:
    words = fold(name).replace("-", " ").split()
    if not words:
        return ""
    surname = words[-1].removesuffix("s")
    return surname[:-1] if len(surname) > 2 and surname[-1] in _ENDINGS else surname
