"""The price of a case by the hour: consultation, assessment of each unit, commission; never below or above its caps."""

from dataclasses import dataclass
from fractions import Fraction

from commission_app.errors import RefusedError

QUARTER, HOUR = 250, 1000
"""Thousandths of an hour: hours are counted in quarters."""
MOST_HOURS = 200 * HOUR
"""Nobody works longer on one case; a comma was forgotten."""


@dataclass(frozen=True, slots=True)
class HourNorm:
    """The hours (thousandths) a price list reckons with, those of assessment for each unit, and the caps in cents."""

    consultation: int = 0
    unit: int = 0
    commission: int = 0
    least: int | None = None
    most: int | None = None


NO_HOURS = HourNorm()
"""Of a list that does not charge by the hour."""


@dataclass(frozen=True, slots=True)
class CaseHours:
    """The hours (thousandths) that one case takes: consultation, assessment of all its units, commission."""

    consultation: int
    assessment: int
    commission: int
    reason: str = ""
    """Why they were counted for this case; empty where they are those of the price list."""

    @property
    def all(self) -> int:
        """All hours together."""
        return self.consultation + self.assessment + self.commission


def check_norm(norm: HourNorm) -> None:
    """Refuses hours that are no quarters, a norm without any hour, and a least price above the most."""
    check_hours(("consultation_hours", norm.consultation), ("unit_hours", norm.unit))
    check_hours(("commission_hours", norm.commission))
    if not norm.consultation + norm.unit + norm.commission:
        raise RefusedError("price.no_hours", at="consultation_hours")
    if norm.least is not None and norm.most is not None and norm.least > norm.most:
        raise RefusedError("price.caps_turned", at="most_cents")


def check_hours(*hours: tuple[str, int]) -> None:
    """Refuses hours below nothing, beyond what anybody works, or finer than a quarter, at their field."""
    for name, amount in hours:
        if not 0 <= amount <= MOST_HOURS:
            raise RefusedError("price.hours", at=name, most=MOST_HOURS // HOUR)
        if amount % QUARTER:
            raise RefusedError("price.quarter_hours", at=name)


def reckoned(norm: HourNorm, units: int) -> CaseHours:
    """The hours of a case with so many units, as the price list reckons them."""
    return CaseHours(norm.consultation, norm.unit * units, norm.commission)


def hour_cents(rate: int, hours: int) -> int:
    """What so many hours (thousandths) cost at a rate, in whole cents, half a cent up."""
    exact = Fraction(rate * hours, HOUR)
    return (exact.numerator * 2 + exact.denominator) // (exact.denominator * 2)


def capped(cents: int, norm: HourNorm) -> int:
    """The price kept between the least and the most."""
    cents = cents if norm.most is None else min(cents, norm.most)
    return cents if norm.least is None else max(cents, norm.least)
