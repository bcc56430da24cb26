"""Individual learning accounts: each module or course is capped, then summed, then the set is capped.

Legal source: Cabinet Regulation No. 506 of 23.07.2024 and methodology 1-2e/24/254 of 04.09.2024, points 11 and 13.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from commission_app.errors import RefusedError
from commission_app.rules.provisions import LegalReference
from commission_app.rules.vocabulary.funding import FundingKind, FundingStep

MOST_HOURS = 20_000
MOST_PIECES = 200
MOST_CENTS = 10_000_000_00
_METHOD = "metodika 1-2e/24/254 (2024. gada 4. septembris)"
_METHOD_EN = "methodology 1-2e/24/254 (4 September 2024)"


@dataclass(frozen=True, slots=True)
class FundingRates:
    """Rates of an hour and caps of a piece, in cents, from a day; the caps are never counted from the rates."""

    in_force_from: date
    module_hour: int
    module_cap: int
    course_hour: int
    course_cap: int
    module_legal: LegalReference
    course_legal: LegalReference


SHIPPED_RATES: tuple[FundingRates, ...] = (
    FundingRates(
        date(2024, 9, 4),
        module_hour=534,
        module_cap=427_43,
        course_hour=515,
        course_cap=412_13,
        module_legal=LegalReference(f"{_METHOD}, 13. punkts", f"{_METHOD_EN}, point 13", date(2024, 9, 4)),
        course_legal=LegalReference(f"{_METHOD}, 11. punkts", f"{_METHOD_EN}, point 11", date(2024, 9, 4)),
    ),
)


@dataclass(frozen=True, slots=True)
class FundingInput:
    """What is to be learned: the hours of each piece, and for a set of modules the unit cost of its programme."""

    kind: FundingKind
    hours: tuple[Decimal, ...]
    day: date
    unit_cost: int | None = None


@dataclass(frozen=True, slots=True)
class FundingLine:
    """One step of the calculation, in cents: what was counted, the cap over it, and what is payable after it."""

    step: FundingStep
    number: int
    hours: Decimal
    rate: int
    counted: int
    cap: int | None
    payable: int
    legal: LegalReference

    @property
    def capped(self) -> bool:
        """Whether the cap, not the count, is what is paid."""
        return self.cap is not None and self.counted > self.cap


@dataclass(frozen=True, slots=True)
class Funding:
    """What is payable for one person, in cents, with every step."""

    payable: int
    lines: tuple[FundingLine, ...]


def fund(given: FundingInput, rates: Iterable[FundingRates] = SHIPPED_RATES) -> Funding:
    """What a learning account pays for one person, step by step.

    Refused: no hours or absurd ones, several pieces where there can be one, a day before the first rates.
    """
    _check(given)
    standing = rates_on(given.day, rates)
    pieces = [_piece(given.kind, standing, number, hours) for number, hours in enumerate(given.hours, 1)]
    lines, payable = list(pieces), sum(line.payable for line in pieces)
    if given.kind in (FundingKind.MODULE_SET, FundingKind.STUDY_MODULE):
        lines.append(_sum(given, standing, pieces, payable))
    if given.kind is FundingKind.MODULE_SET:
        lines.append(_set_cap(given, standing, payable))
        payable = lines[-1].payable
    return Funding(payable, tuple(lines))


def rates_on(day: date, rates: Iterable[FundingRates] = SHIPPED_RATES) -> FundingRates:
    """The rates in force on a day; a day before the first of them is refused."""
    lawful = [rate for rate in rates if rate.in_force_from <= day]
    if not lawful:
        first = min(rate.in_force_from for rate in rates)
        raise RefusedError("funding.no_rates", at="date", day=day, first=first)
    return max(lawful, key=lambda rate: rate.in_force_from)


def _check(given: FundingInput) -> None:
    if not given.hours:
        raise RefusedError("funding.no_hours", at="hours")
    if len(given.hours) > MOST_PIECES:
        raise RefusedError("funding.too_many", at="hours", n=len(given.hours), most=MOST_PIECES)
    if given.kind in (FundingKind.MODULE, FundingKind.COURSE) and len(given.hours) > 1:
        raise RefusedError("funding.one_only", at="hours", kind=given.kind, n=len(given.hours))
    for number, hours in enumerate(given.hours, 1):
        if not hours.is_finite() or not 0 < hours <= MOST_HOURS:
            raise RefusedError("funding.hours", at="hours", number=number, hours=str(hours), most=MOST_HOURS)
    if given.unit_cost is not None:
        if given.kind is not FundingKind.MODULE_SET:
            raise RefusedError("funding.unit_cost_foreign", at="unit_cost", kind=given.kind)
        if not 0 < given.unit_cost <= MOST_CENTS:
            raise RefusedError("funding.unit_cost", at="unit_cost")


def _piece(kind: FundingKind, rates: FundingRates, number: int, hours: Decimal) -> FundingLine:
    of_modules = kind in (FundingKind.MODULE, FundingKind.MODULE_SET)
    rate, cap = (rates.module_hour, rates.module_cap) if of_modules else (rates.course_hour, rates.course_cap)
    counted = _half_up(Fraction(hours) * rate)
    legal = rates.module_legal if of_modules else rates.course_legal
    return FundingLine(FundingStep.PIECE, number, hours, rate, counted, cap, min(counted, cap), legal)


def _sum(given: FundingInput, rates: FundingRates, pieces: Sequence[FundingLine], payable: int) -> FundingLine:
    hours = sum(given.hours, Decimal(0))
    legal = pieces[0].legal
    return FundingLine(FundingStep.SUM, len(pieces), hours, 0, payable, None, payable, legal)


def _set_cap(given: FundingInput, rates: FundingRates, payable: int) -> FundingLine:
    hours, number, cap = sum(given.hours, Decimal(0)), len(given.hours), given.unit_cost
    step = FundingStep.NO_SET_CAP if cap is None else FundingStep.SET_CAP
    paid = payable if cap is None else min(payable, cap)
    return FundingLine(step, number, hours, 0, payable, cap, paid, rates.module_legal)


def _half_up(cents: Fraction) -> int:
    """Whole cents, half up; whole hours never need it."""
    return floor(cents + Fraction(1, 2))
