"""The numbers of the books: how a series writes them, and why two series can never write the same one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.register import Book

LONGEST_NUMBER = 60

_FIELD = re.compile(r"\{(?P<name>[^{}:]*)(?::(?P<width>[^{}]*))?\}")
_WIDTH = re.compile(r"0?[1-9]")
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a written number: the characters that may stand there, once or any number of times."""

    allowed: frozenset[str]
    repeats: bool = False


def check_pattern(pattern: str) -> str:
    """A pattern of a series has {year} and {n} (or {n:03}) once each; anything else is refused."""
    names = [match["name"] for match in _FIELD.finditer(pattern)]
    literal = _FIELD.sub("", pattern)
    for name in ("n", "year"):
        if names.count(name) != 1:
            raise RefusedError("number.pattern_field", at="pattern", field="{" + name + "}", pattern=pattern)
    if "{" in literal or "}" in literal or len(names) != 2:
        raise RefusedError("number.pattern_unreadable", at="pattern", pattern=pattern)
    for match in _FIELD.finditer(pattern):
        width = match["width"]
        if width is not None and (match["name"] == "year" or not _WIDTH.fullmatch(width)):
            raise RefusedError("number.pattern_unreadable", at="pattern", pattern=pattern)
    if len(pattern) > LONGEST_NUMBER or not literal.isprintable() or pattern != pattern.strip():
        raise RefusedError("number.pattern_unreadable", at="pattern", pattern=pattern[:LONGEST_NUMBER])
    return pattern


def format_number(pattern: str, year: int, value: int) -> str:
    """The number a series writes: "L-{year}/{n}" gives L-2026/14."""
    check_pattern(pattern)
    if not (1000 <= year <= 9999 and value >= 1):
        raise RefusedError("number.out_of_range", year=str(year), value=value)

    def written(match: re.Match[str]) -> str:
        return str(year) if match["name"] == "year" else str(value).zfill(_width(match))

    return _FIELD.sub(written, pattern)


def check_distinct(patterns: Mapping[Book, str]) -> None:
    """Refuses two series that could ever write numbers that look alike, whatever the year and the count."""
    for (book, pattern), (other, other_pattern) in combinations(sorted(patterns.items()), 2):
        if _may_meet(_places(check_pattern(pattern)), _places(check_pattern(other_pattern))):
            raise RefusedError(
                "number.series_alike",
                at="pattern",
                book=book,
                pattern=pattern,
                other=other,
                other_pattern=other_pattern,
            )


def next_value(last: int | None) -> int:
    """The number after the last one given, used or voided; a series begins with 1."""
    return 1 if last is None else last + 1


def gaps(values: Iterable[int]) -> tuple[int, ...]:
    """The numbers missing from a generated series between 1 and its last."""
    given = set(values)
    return tuple(value for value in range(1, max(given, default=0)) if value not in given)


def check_typed(text: str, *, at: str = "number") -> str:
    """A number typed from the institution's document system, as it is stored; an unprintable one is refused."""
    number = " ".join(text.split())
    if not number:
        raise RefusedError("number.empty", at=at)
    if len(number) > LONGEST_NUMBER:
        raise RefusedError("number.too_long", at=at, length=len(number), longest=LONGEST_NUMBER)
    if not number.isprintable():
        raise RefusedError("number.unprintable", at=at)
    return number


def _width(match: re.Match[str]) -> int:
    return int(match["width"] or 1)


def _places(pattern: str) -> tuple[_Place, ...]:
    places: list[_Place] = []
    end = 0
    for match in _FIELD.finditer(pattern):
        places += (_Place(frozenset(char)) for char in pattern[end : match.start()].casefold())
        places += [_Place(_DIGITS)] * (4 if match["name"] == "year" else _width(match))
        if match["name"] == "n":
            places.append(_Place(_DIGITS, repeats=True))
        end = match.end()
    return (*places, *(_Place(frozenset(char)) for char in pattern[end:].casefold()))


def _may_meet(one: tuple[_Place, ...], two: tuple[_Place, ...]) -> bool:
    """Whether some text fits both: walks both patterns at once over every pair of places."""
    waiting, seen = [(0, 0)], set[tuple[int, int]]()
    while waiting:
        i, j = here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        if (i, j) == (len(one), len(two)):
            return True
        first = one[i] if i < len(one) else None
        second = two[j] if j < len(two) else None
        if first and first.repeats:
            waiting.append((i + 1, j))
        if second and second.repeats:
            waiting.append((i, j + 1))
        if first and second and first.allowed & second.allowed:
            waiting.append((i if first.repeats else i + 1, j if second.repeats else j + 1))
    return False
