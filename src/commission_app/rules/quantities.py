"""Credits with their unit, hours, euro and levels: exact numbers, and the numbers people type."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.standard import CreditUnit

CREDIT_POINT_IS_ECTS_FROM = date(2022, 10, 11)
PKL_EQUALS_LKI_FROM = date(2022, 8, 1)
HOURS_PER_ECTS = (25, 30)
MARKS = range(1, 11)

_NOTHING = Fraction(0)
_FACTORS = {
    (CreditUnit.KP, CreditUnit.ECTS): Fraction(3, 2),
    (CreditUnit.ECTS, CreditUnit.KP): Fraction(2, 3),
}
_OLD_PKL: dict[int, tuple[int, ...]] = {1: (2,), 2: (3,), 3: (4,), 4: (5,), 5: (6, 7)}
_NEW_PKL: dict[int, tuple[int, ...]] = {level: (level,) for level in range(1, 9)}
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]{1,9})?")
_PLAIN = re.compile(r"[+-]?[0-9]{1,12}(?:[.,][0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Credits:
    """An exact quantity of credit that never travels without its unit."""

    value: Fraction
    unit: CreditUnit

    @classmethod
    def of(cls, amount: str | int | Decimal | Fraction, unit: CreditUnit) -> "Credits":
        """The quantity a person or a file gives; below zero it is refused."""
        value = Fraction(parse_decimal(amount) if isinstance(amount, str) else amount)
        if value < 0:
            raise RefusedError("credits.negative", at="credits", unit=unit)
        return cls(value, unit)

    @classmethod
    def zero(cls, unit: CreditUnit) -> "Credits":
        """No credit, in a unit."""
        return _NO_CREDITS[unit]

    @classmethod
    def from_thousandths(cls, amount: int, unit: CreditUnit) -> "Credits":
        """The quantity as the database keeps it."""
        return cls(Fraction(amount, 1000), unit)

    @classmethod
    def from_text(cls, text: str, unit: CreditUnit) -> "Credits":
        """The quantity from its exact text n/d."""
        return cls(Fraction(text), unit)

    @classmethod
    def total(cls, several: Iterable["Credits"], unit: CreditUnit) -> "Credits":
        """The sum of quantities in one unit; one in another unit is refused."""
        # Added up over each denominator first: the credits of a programme are whole numbers or halves.
        over: dict[int, int] = {}
        for one in several:
            if one.unit is not unit:
                raise RefusedError("credits.mixed_units", unit=unit, other=one.unit)
            above, below = one.value.as_integer_ratio()
            over[below] = over.get(below, 0) + above
        return cls(sum((Fraction(above, below) for below, above in over.items()), _NOTHING), unit)

    def thousandths(self) -> int:
        """The quantity for the database; one that thousandths cannot hold is refused, never rounded."""
        scaled = self.value * 1000
        if scaled.denominator != 1:
            raise RefusedError("credits.inexact", value=self.text(), unit=self.unit)
        return scaled.numerator

    def text(self) -> str:
        """The exact value as text n/d."""
        return f"{self.value.numerator}/{self.value.denominator}"

    def decimal(self, places: int = 3) -> Decimal:
        """The value for printing, half up."""
        step = Decimal(1).scaleb(-places)
        exact = Decimal(self.value.numerator) / Decimal(self.value.denominator)
        return exact.quantize(step, rounding=ROUND_HALF_UP)

    def part(self, above: int, below: int) -> "Credits":
        """The exact part above/below of it; of nothing there is no part."""
        value = self.value
        return Credits(Fraction(value.numerator * above, value.denominator * below) if below else _NOTHING, self.unit)

    def converts(self, to: CreditUnit) -> bool:
        """Whether there is a lawful way to state it in another unit."""
        return to is self.unit or (self.unit, to) in _FACTORS

    def convert(self, to: CreditUnit) -> "Credits":
        """The same credit in another unit: 1 KP is exactly 3/2 ECTS; no other pair has a lawful factor."""
        if to is self.unit:
            return self
        factor = _FACTORS.get((self.unit, to))
        if factor is None:
            raise RefusedError("credits.no_conversion", unit=self.unit, to=to)
        return Credits(self.value * factor, to)

    def __add__(self, other: "Credits") -> "Credits":
        self._same_unit(other)
        return Credits(self.value + other.value, self.unit)

    def __sub__(self, other: "Credits") -> "Credits":
        self._same_unit(other)
        return Credits(self.value - other.value, self.unit)

    def _same_unit(self, other: "Credits") -> None:
        if self.unit is not other.unit:
            raise RefusedError("credits.mixed_units", unit=self.unit, other=other.unit)


_NO_CREDITS = {unit: Credits(_NOTHING, unit) for unit in CreditUnit}


def hours_to_ects(hours: int | Decimal | Fraction) -> tuple[Fraction, Fraction]:
    """The least and the most ECTS that hours can be worth: 1 credit point is 25 to 30 hours."""
    least, most = HOURS_PER_ECTS
    return Fraction(hours) / most, Fraction(hours) / least


def parse_decimal(text: str, *, at: str | None = None) -> Decimal:
    """The number a person typed, with a comma or a point: 12,5 and 12.5 are the same."""
    typed = text.strip().replace("\u2212", "-")
    if not (_PLAIN.fullmatch(typed) or _GROUPED.fullmatch(typed)):
        raise RefusedError("number.unreadable", at=at, text=text.strip()[:40])
    return Decimal("".join(typed.split()).replace(",", "."))


def parse_cents(text: str, *, at: str | None = None) -> int:
    """The sum of euro a person typed, in whole cents."""
    amount = parse_decimal(re.sub(r"(?i)\s*(€|eur)$", "", text.strip()), at=at)
    if amount < 0:
        raise RefusedError("money.negative", at=at)
    cents = amount * 100
    if cents != int(cents):
        raise RefusedError("money.too_fine", at=at, text=text.strip()[:40])
    return int(cents)


def credit_point_unit(day: date) -> CreditUnit:
    """What the bare word "kredītpunkts" meant on a day: KP until 10.10.2022, ECTS since."""
    return CreditUnit.ECTS if day >= CREDIT_POINT_IS_ECTS_FROM else CreditUnit.KP


def lki_of_pkl(level: int, issued: date) -> tuple[int, ...]:
    """The LKI levels a PKL level on a paper means; the numbering changed on 01.08.2022 (old 5: LKI 6 or 7)."""
    levels = (_NEW_PKL if issued >= PKL_EQUALS_LKI_FROM else _OLD_PKL).get(level)
    if levels is None:
        raise RefusedError("level.unknown_pkl", at="level", level=level, issued=issued)
    return levels


def check_mark(mark: int, *, at: str | None = "mark") -> int:
    """A mark of the 10-point scale; anything else is refused."""
    if mark not in MARKS:
        raise RefusedError("mark.out_of_scale", at=at, mark=mark)
    return mark
