"""Whether two records may be of one person: by code, document, name, birth date and contacts; nothing is decided."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.person import Likeness

CERTAIN = frozenset({Likeness.SAME_CODE, Likeness.SAME_DOCUMENT})
LONGEST_BUCKET = 60
"""So many records share a key (the e-mail of an employer, say) that the key says nothing of persons any more."""

_PHONE_DIGITS = 8


@dataclass(frozen=True)
class Traits:
    """What persons are told apart by; all names and codes they ever bore."""

    key: int
    names: tuple[tuple[str, str], ...] = ()
    """Given name and surname, the present one last."""
    birth_date: date | None = None
    codes: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Pair:
    """Two records that may be of one person, the older key first, and why."""

    first: int
    second: int
    why: tuple[Likeness, ...]


def likeness(one: Traits, other: Traits) -> tuple[Likeness, ...]:
    """Every reason why two records may be of one person, the surest first; empty where there is none."""
    mine, theirs = _folded(one), _folded(other)
    same = bool(mine & theirs)
    born = one.birth_date is not None and one.birth_date == other.birth_date
    found = {
        Likeness.SAME_CODE: bool(one.codes & other.codes),
        Likeness.SAME_DOCUMENT: bool(_numbers(one) & _numbers(other)),
        Likeness.SAME_NAME_AND_BIRTH: same and born,
        Likeness.SAME_NAME_AND_CONTACT: same and _same_contact(one, other),
        Likeness.SWAPPED_NAMES: not same and any((family, given) in theirs for given, family in mine),
        Likeness.ONE_LETTER_APART: not same
        and born
        and any(one_letter_apart(" ".join(a), " ".join(b)) for a in mine for b in theirs),
        Likeness.SAME_NAME: same,
    }
    return tuple(why for why in Likeness if found[why])


def pairs(people: Iterable[Traits]) -> tuple[Pair, ...]:
    """All pairs that may be of one person, the surest first; a bare namesake is no reason to merge."""
    buckets: defaultdict[Hashable, list[Traits]] = defaultdict(list)
    for person in people:
        for key in _keys(person):
            buckets[key].append(person)
    found: dict[tuple[int, int], Pair] = {}
    for held in buckets.values():
        if not 1 < len(held) <= LONGEST_BUCKET:
            continue
        for one, other in combinations(sorted(held, key=lambda person: person.key), 2):
            if one.key == other.key or (one.key, other.key) in found:
                continue
            why = likeness(one, other)
            if why and why != (Likeness.SAME_NAME,):
                found[one.key, other.key] = Pair(one.key, other.key, why)
    order = list(Likeness)
    return tuple(sorted(found.values(), key=lambda pair: (order.index(pair.why[0]), pair.first, pair.second)))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter put in, left out or mistaken, or two neighbours swapped, makes one text the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((n for n, letter in enumerate(one) if letter != other[n]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1]
    return one[at + 1 :] == other[at + 1 :] or (swapped and one[at + 2 :] == other[at + 2 :])


def plain_number(number: str) -> str:
    """A document's number as compared: capitals and figures only."""
    return "".join(char for char in number.upper() if char.isalnum())


def plain_phone(phone: str) -> str:
    """A telephone number as compared: its last eight figures, empty where there are fewer."""
    digits = "".join(char for char in phone if char.isdigit())
    return digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else ""


def folded_name(given: str, family: str) -> tuple[str, str]:
    """A name as compared: without marks, capitals, hyphens and spaces."""
    return _letters(given), _letters(family)


def _letters(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())


def _folded(person: Traits) -> set[tuple[str, str]]:
    names = {folded_name(given, family) for given, family in person.names}
    return {name for name in names if all(name)}


def _numbers(person: Traits) -> set[str]:
    return {number for number in map(plain_number, person.documents) if number}


def _same_contact(one: Traits, other: Traits) -> bool:
    mail = one.email.strip().casefold()
    phone = plain_phone(one.phone)
    return bool(mail and mail == other.email.strip().casefold()) or bool(phone and phone == plain_phone(other.phone))


def _keys(person: Traits) -> Iterator[Hashable]:
    """What two records must share to be looked at together; all pairs of ten thousand would be too many."""
    yield from (("code", code) for code in person.codes)
    yield from (("document", number) for number in _numbers(person))
    if person.birth_date is not None:
        yield "born", person.birth_date
    yield from (("name", frozenset(name)) for name in _folded(person))
