"""What a year of a book held on the day it was closed: kept as canonical text, read with checks, compared later."""

import hashlib
import json
from dataclasses import dataclass

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.register import Book

LEAST_LETTERS = 12
"""So many letters of a control sum are enough to compare it by: the chance that another begins alike is nil."""


@dataclass(frozen=True)
class BookYear:
    """A year of a book."""

    book: Book
    year: int


@dataclass(frozen=True)
class YearSum:
    """The lines of a year in figures: how many, first and last number, the end of the chain, the control sum."""

    entries: int
    first: str
    last: str
    head_hash: str
    control_sum: str


@dataclass(frozen=True)
class ClosedYear:
    """A year as it was closed: its figures, numbers not used, voided ones with reasons, what is carried over."""

    book: Book
    year: int
    sums: YearSum
    reserved: tuple[str, ...] = ()
    voided: tuple[tuple[str, str], ...] = ()
    carried: tuple[str, ...] = ()


def year_of_number(year: int, closed: frozenset[int], entered: int, *, comes_in: bool) -> int | None:
    """The year in whose series a paper is numbered: its own; once that is closed, the year of its entry.

    Only what others bring (applications, appeals) is numbered by the day of entry; a paper of our own dated in a closed
    year has no number: it is dated anew, or the year is reopened.
    """
    if year not in closed:
        return year
    return entered if comes_in and entered > year and entered not in closed else None


def closing_text(closed: ClosedYear) -> str:
    """The canonical text of a closing."""
    sums = closed.sums
    said = {
        "book": closed.book.value,
        "year": closed.year,
        "entries": sums.entries,
        "first": sums.first,
        "last": sums.last,
        "head_hash": sums.head_hash,
        "control_sum": sums.control_sum,
        "reserved": list(closed.reserved),
        "voided": [list(one) for one in closed.voided],
        "carried": list(closed.carried),
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def closing_hash(text: str) -> str:
    """The control sum of a closing's own text."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_closing(text: str) -> ClosedYear:
    """The closing that a text says. Refused: a text that is no closing."""
    try:
        said = json.loads(text)
        sums = YearSum(
            _whole(said["entries"]),
            _text(said["first"]),
            _text(said["last"]),
            _text(said["head_hash"]),
            _text(said["control_sum"]),
        )
        voided = tuple((_text(number), _text(reason)) for number, reason in said["voided"])
        reserved, carried = (tuple(_text(one) for one in said[name]) for name in ("reserved", "carried"))
        closed = ClosedYear(Book(said["book"]), _whole(said["year"]), sums, reserved, voided, carried)
    except (ValueError, LookupError, TypeError):
        raise RefusedError("closing.unreadable") from None
    if closing_text(closed) != text:
        raise RefusedError("closing.unreadable")
    return closed


def same_sum(typed: str, held: str) -> bool:
    """Whether a control sum read off a paper (whole, or its beginning, spaces and dashes aside) is this one."""
    found = "".join(letter for letter in typed.casefold() if letter.isalnum())
    return len(found) >= LEAST_LETTERS and bool(held) and held.startswith(found)


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
