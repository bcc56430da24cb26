"""Quantities of credit as screens and papers say them, always with their unit: 4,5 kredītpunkti (ECTS)."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from commission_app.i18n import Language
from commission_app.rules.quantities import Credits, hours_to_ects
from commission_app.rules.vocabulary.standard import CreditUnit

PLACES = 2
MINUS, ALMOST = "\u2212", "≈\u00a0"


def credits_text(language: Language, credits: Credits, places: int = PLACES) -> str:
    """A quantity with its unit; one that the places cannot hold is marked as approximate."""
    value = credits.decimal(places)
    return _signs(credits, value) + _counted(language, credits.unit, abs(value))


def hours_text(language: Language, hours: Decimal) -> str:
    """Hours with the interval of credit they can be worth: 1 credit point (ECTS) is 25 to 30 hours."""
    said = language.count_decimal("{n} hour", "{n} hours", hours)
    least, most = (Credits(one, CreditUnit.ECTS) for one in hours_to_ects(hours))
    if least == most:
        return said
    worth = {"least": amount(language, least), "most": amount(language, most)}
    return language.say("{hours} ({least}–{most} ECTS)", hours=said, **worth)


def amount(language: Language, credits: Credits, places: int = PLACES) -> str:
    """The bare number, for a column whose heading gives the unit."""
    value = credits.decimal(places)
    return _signs(credits, value) + language.number(abs(value))


def exact(language: Language, credits: Credits) -> str:
    """The bare number without any rounding; where its decimals do not end, the fraction beside it: 3,33… (10/3)."""
    value = abs(credits.value)
    sign = MINUS if credits.value < 0 else ""
    thousandths = value * 1000
    if thousandths.denominator == 1:
        return sign + language.number(Decimal(thousandths.numerator) / 1000)
    cut = Decimal(floor(value * 10**PLACES)) / 10**PLACES
    return f"{sign}{language.number(cut)}… ({sign}{value.numerator}/{value.denominator})"


def unit_text(language: Language, unit: CreditUnit) -> str:
    """The short name of a unit of credit, as it stands behind a figure: ECTS, KP, ECVET, hours."""
    return language.say_of("paper", "hours") if unit is CreditUnit.HOURS else unit.name


def _signs(credits: Credits, value: Decimal) -> str:
    almost = ALMOST if Fraction(value) != credits.value else ""
    return almost + (MINUS if value < 0 else "")


def _counted(language: Language, unit: CreditUnit, value: Decimal) -> str:
    match unit:
        case CreditUnit.ECTS:
            return language.count_decimal("{n} credit point (ECTS)", "{n} credit points (ECTS)", value)
        case CreditUnit.KP:
            return language.count_decimal("{n} credit point (KP)", "{n} credit points (KP)", value)
        case CreditUnit.ECVET:
            return language.count_decimal("{n} ECVET point", "{n} ECVET points", value)
        case CreditUnit.HOURS:
            return language.count_decimal("{n} hour", "{n} hours", value)
