"""What stands in a field that an import would change, said so that old and new can be compared."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from commission_app.i18n import Language
from commission_app.rules import aggregation
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


def value_said(language: Language, field: str, value: object) -> str:
    """The value in words; nothing is an empty text."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return language.say("yes") if value else language.say("no")
    if isinstance(value, StrEnum):
        return word(language, value)
    if isinstance(value, date):
        return language.date(value)
    if isinstance(value, Decimal):
        return language.number(value)
    if field == "aggregation":
        return " ".join(sentence(language, one) for one in aggregation.described(aggregation.read(str(value))))
    return "; ".join(value) if isinstance(value, tuple) else str(value)
