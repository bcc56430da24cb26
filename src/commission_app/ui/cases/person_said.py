"""A person in words: names, codes, documents, contacts and looks, as the page of the person shows them."""

from collections.abc import Iterable
from datetime import date

from commission_app.i18n import Language
from commission_app.services.person_cards import DocumentRow, PersonCard
from commission_app.wording.person import document_word

Fact = tuple[str, str]


def names(language: Language, card: PersonCard) -> list[Fact]:
    """Each name by the day since which it is known."""
    return _dated(
        language,
        (
            (row.since, f"{row.given_name} {row.family_name}", f"({row.original_name})" if row.original_name else "")
            for row in card.names
        ),
    )


def codes(language: Language, rows: Iterable[tuple[date, str, str]]) -> list[Fact]:
    """Each code by the day since which it is known, with the reason kept."""
    return _dated(language, rows) or [(language.say("Personal code"), "")]


def contacts(language: Language, card: PersonCard) -> list[Fact]:
    """Where the person lives and is reached."""
    say, known = language.say, card.contacts
    return [
        (say("Date of birth"), language.date(known.birth_date) if known.birth_date else ""),
        (say("Citizenship"), known.citizenship),
        (say("Declared address"), known.address),
        (say("Actual address, if another"), known.actual_address),
        (say("E-mail"), known.email),
        (say("Telephone"), known.phone),
        (say("Uses the official e-address"), say("yes") if known.uses_e_address else say("no")),
    ]


def document(language: Language, row: DocumentRow) -> str:
    """A document in one line."""
    parts = [document_word(language, row.kind), row.number, row.country]
    if row.valid_until is not None:
        parts.append(language.say("valid until {day}", day=language.date(row.valid_until)))
    return " · ".join(part for part in parts if part)


def expiry(language: Language, row: DocumentRow) -> str:
    """That a document has expired, and for which applications it had when they came."""
    if row.expired_for:
        numbers = ", ".join(row.expired_for)
        return language.say("Had expired on the day of the application: {numbers}.", numbers=numbers)
    return language.say("Has expired.") if row.expired else ""


def looks(language: Language, card: PersonCard) -> list[Fact]:
    """Who opened the record and when, the latest first."""
    found: dict[str, list[str]] = {}
    for look in card.looks:
        found.setdefault(language.moment(look.moment), []).append(look.user_name)
    rows = [(moment, ", ".join(dict.fromkeys(users))) for moment, users in found.items()]
    return rows or [(language.say("Until now"), language.say("nobody"))]


def _dated(language: Language, rows: Iterable[tuple[date, str, str]]) -> list[Fact]:
    """Facts by their day; two of one day stand below each other."""
    found: dict[str, str] = {}
    for since, text, more in rows:
        name = language.say("since {day}", day=language.date(since))
        line = f"{text} {more}".strip()
        found[name] = f"{found[name]}\n{line}" if name in found else line
    return list(found.items())
