"""Reads one value of a case's JSON as what it must be, or says in which place of which file it is not."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from commission_app.errors import RefusedError
from commission_app.exchange.json_reader import Fields
from commission_app.rules.quantities import Credits, credit_point_unit
from commission_app.rules.vocabulary.standard import CreditUnit

MOST_CREDITS, MOST_HOURS, LONGEST = Decimal(1_000), Decimal(50_000), 500
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_BARE = frozenset({"kredītpunkts", "kredītpunkti", "kredītpunktu", "credit points"})
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file: $.edition.units[2]."""

    file: str
    path: str

    def at(self, step: str) -> "Place":
        """A place within this one."""
        return Place(self.file, self.path + (step if step.startswith("[") else f".{step}"))


def fields(value: object, place: Place) -> Fields:
    """An object."""
    if not isinstance(value, dict):
        raise RefusedError("award_file.wants_object", file=place.file, place=place.path)
    return value


def known(owner: Fields, keys: Collection[str], place: Place) -> None:
    """Refuses a key nobody knows: a slip of the pen must not count as something left out."""
    for key in owner:
        if key not in keys:
            raise RefusedError("award_file.unknown_key", file=place.file, place=place.path, key=key[:60])


def items(owner: Fields, key: str, place: Place) -> list[object]:
    """A list; empty where there is none."""
    value = owner.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise RefusedError("award_file.wants_list", file=place.file, place=place.at(key).path)
    return value


def text(owner: Fields, key: str, place: Place, *, required: bool = True) -> str:
    """A text."""
    value = owner.get(key)
    if value is None and not required:
        return ""
    found = plain(value, place.at(key))
    if required and not found:
        raise RefusedError("award_file.wants_text", file=place.file, place=place.at(key).path)
    return found


def plain(value: object, place: Place) -> str:
    """A text, or a whole number as its digits."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise RefusedError("award_file.wants_text", file=place.file, place=place.path)
    found = str(value).strip()
    if len(found) > LONGEST:
        raise RefusedError("award_file.too_long", file=place.file, place=place.path, most=LONGEST)
    return found


def yes_or_no(owner: Fields, key: str, place: Place, *, otherwise: bool) -> bool:
    """true or false."""
    value = owner.get(key)
    if value is None:
        return otherwise
    if not isinstance(value, bool):
        raise RefusedError("award_file.wants_yes_or_no", file=place.file, place=place.at(key).path)
    return value


def whole(owner: Fields, key: str, place: Place, least: int, most: int, *, otherwise: int) -> int:
    """A whole number within bounds."""
    found = whole_or_none(owner, key, place, least, most)
    return otherwise if found is None else found


def whole_or_none(owner: Fields, key: str, place: Place, least: int, most: int) -> int | None:
    """A whole number within bounds; none where it says null."""
    value = owner.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise RefusedError("award_file.wants_whole", file=place.file, place=place.at(key).path, least=least, most=most)
    return value


def word(owner: Fields, key: str, place: Place, words: Sequence[Word]) -> Word:
    """One of our words."""
    value = owner.get(key)
    for member in words:
        if value == member.value:
            return member
    if value is None:
        choices = [member.value for member in words]
        raise RefusedError("award_file.missing", file=place.file, place=place.at(key).path, choices=choices)
    raise RefusedError(
        "award_file.wants_word",
        file=place.file,
        place=place.at(key).path,
        value=str(value)[:40],
        choices=[member.value for member in words],
    )


def day(owner: Fields, key: str, place: Place, *, required: bool = True) -> date:
    """A date like 2026-03-01; without one, the end of time where none is required."""
    value = owner.get(key)
    if value is None and not required:
        return date.max
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise RefusedError(
            "award_file.wants_day", file=place.file, place=place.at(key).path, value=str(value)[:40]
        ) from None


def credits(owner: Fields, place: Place, on: date | None = None) -> Credits | None:
    """Credits with their unit; the bare word "kredītpunkti" means what it meant on the day of the paper."""
    value = owner.get("credits")
    if value is None:
        return None
    here = place.at("credits")
    if isinstance(value, bool) or not isinstance(value, str | int) or not _NUMBER.fullmatch(str(value).strip()):
        raise RefusedError("award_file.wants_number", file=place.file, place=here.path, value=str(value)[:40])
    amount, unit = Decimal(str(value).strip()), _unit(owner, place, on)
    most = MOST_HOURS if unit is CreditUnit.HOURS else MOST_CREDITS
    if not 0 <= amount <= most:
        raise RefusedError("award_file.absurd_credits", file=place.file, place=here.path, value=str(value), most=most)
    return Credits.of(amount, unit)


def same_measure(credits: Credits, unit: CreditUnit, place: Place) -> None:
    """Refuses credits that no law turns into the unit of the programme."""
    if not credits.converts(unit):
        where = place.at("unit").path
        raise RefusedError("award_file.mixed_units", file=place.file, place=where, unit=credits.unit, to=unit)


def _unit(owner: Fields, place: Place, on: date | None) -> CreditUnit:
    value = owner.get("unit")
    if isinstance(value, str) and value.casefold() in _BARE:
        if on is None:
            raise RefusedError("award_file.bare_credits", file=place.file, place=place.at("unit").path)
        return credit_point_unit(on)
    return word(owner, "unit", place, tuple(CreditUnit))
