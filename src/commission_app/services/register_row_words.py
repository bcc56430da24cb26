"""What the facts of an entry are in words: days, references, programmes, commissions, credits."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from commission_app.documents.house_style import Votes
from commission_app.documents.registers.column import Reference
from commission_app.i18n import Language
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.words import word

Said = Mapping[str, Any]
E = TypeVar("E", bound=StrEnum)


def word_or_none(language: Language, words: type[E], value: str | None) -> str | None:
    """The word of a coded fact; nothing where there is none."""
    return word(language, words(value)) if value else None


def day_of(text: str | None) -> date | None:
    """A day of the facts; nothing where there is none."""
    return date.fromisoformat(text) if text else None


def sure_day(text: str) -> date:
    """A day that every line of the book has."""
    return date.fromisoformat(text)


def reference(said: Said | None) -> Reference | None:
    """A number with its day."""
    return Reference(said["number"], day_of(said["day"])) if said else None


def credit_amount(thousandths: int, unit: CreditUnit) -> Decimal:
    """Credits as an exact number."""
    return Credits.from_thousandths(thousandths, unit).decimal()


def votes_of(said: Said | None) -> Votes | None:
    """The votes of an item; only how many took no part is told."""
    if said is None:
        return None
    return Votes(said["for"], said["against"], said["abstained"], ("",) * said["not_taking_part"])


def in_language(language: Language, said: Said) -> str:
    """A text in the language of the book; the other half where there is only one."""
    return str((said["en"] if language.code == "en" else said["lv"]) or said["lv"])


def programme(said: Said, language: Language) -> str:
    """What one is measured against: title, code and level."""
    parts = [in_language(language, said), said["code"]]
    if said["lki"] is not None and said.get("pkl") is not None:
        text = "LKI level {lki}, professional qualification level {pkl}"
        parts.append(language.say_of("paper", text, lki=said["lki"], pkl=said["pkl"]))
    elif said["lki"] is not None:
        parts.append(language.say_of("paper", "LKI level {lki}", lki=said["lki"]))
    return ", ".join(part for part in parts if part)


def certified(said: Said, language: Language) -> str:
    """What a certificate is about: the part, the module or the microcredential before what it belongs to."""
    whole = programme(said["programme"], language)
    return f"{in_language(language, said['what'])}; {whole}" if said.get("what") else whole


def commission(said: Said, language: Language) -> str:
    """A commission with the order that set it up."""
    day = day_of(said["order_date"])
    if not said["order_number"] or day is None:
        return in_language(language, said)
    order = language.say_of("paper", "order No. {number}, {day}", number=said["order_number"], day=language.date(day))
    return f"{in_language(language, said)}, {order}"


def paid(said: Said, later: tuple[date, str, str] | None, language: Language) -> str | None:
    """When, by which document and by whom a fee was paid; what came after the entry is what counts."""
    first = day_of(said["paid_on"])
    entered = (first, said["payment_document"], said["payer"])
    day, document, payer = later if later is not None else entered
    return ", ".join(part for part in (language.date(day) if day else "", document, payer) if part) or None


def days_late(day: date | None, due: date | None) -> int | None:
    """How many days after the term; nothing where it was kept."""
    late = (day - due).days if day and due else 0
    return late if late > 0 else None
