"""Quantities of credit as screens and papers say them, always with their unit: 4,5 kredītpunkti (ECTS)."""

from decimal import Decimal
from fractions import Fraction

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
