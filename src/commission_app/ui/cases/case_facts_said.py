"""The facts of a case in words: name and text of each, as the application tab shows them."""

from commission_app.i18n import Language
from commission_app.services.cases import CaseCard
from commission_app.ui.two_languages import half
from commission_app.wording.person import document_word
from commission_app.wording.words import word

Fact = tuple[str, str]


def person(language: Language, card: CaseCard) -> list[Fact]:
    """Who applies."""
    say, form = language.say, card.person
    kind = document_word(language, form.document_kind)
    document = " ".join(part for part in (kind, form.document_number, form.document_country) if part)
    if form.document_valid_until is not None:
        until = say("valid until {day}", day=language.date(form.document_valid_until))
        late = say("expired on the day of the application") if form.document_valid_until < card.received_on else ""
        document = ", ".join(part for part in (document, until, late) if part)
    facts = [
        (say("Name and surname"), card.applicant),
        (say("Personal code"), card.masked_code),
        (say("Date of birth"), language.date(form.birth_date) if form.birth_date else ""),
        (say("Identity document"), document),
        (say("E-mail"), form.email),
        (say("Telephone"), form.phone),
        (say("Address"), form.address),
    ]
    if form.actual_address:
        facts.append((say("Actual address, if another"), form.actual_address))
    optional = ((say("Name in the original spelling"), form.original_name), (say("Citizenship"), form.citizenship))
    return facts + [fact for fact in optional if fact[1]]


def application(language: Language, card: CaseCard) -> list[Fact]:
    """What is asked for, and how it came."""
    say = language.say
    external = card.external_number
    if card.external_date is not None:
        external = say("{number} of {day}", number=external, day=language.date(card.external_date))
    return [
        (say("Procedure"), word(language, card.procedure)),
        (say("Programme"), f"{card.standard_code} · {half(language, card.standard_lv, card.standard_en)}"),
        (say("Edition"), card.edition_label),
        (say("Ground"), word(language, card.ground)),
        (say("Received"), f"{language.date(card.received_on)}, {word(language, card.channel)}"),
        (say("Number in the document system"), external),
        (say("Commission"), half(language, card.commission_lv, card.commission_en)),
        (say("Already enrolled"), say("yes") if card.enrolled else say("no")),
        *([(say("Motive"), card.motive)] if card.motive else []),
        *([(say("Why it was closed"), card.closed_reason)] if card.closed_reason else []),
    ]


def claims(language: Language, card: CaseCard) -> list[Fact]:
    """The units asked for, by code."""
    return [(row.code, half(language, row.title_lv, row.title_en)) for row in card.claims]


def payment(language: Language, card: CaseCard) -> list[Fact]:
    """What was paid."""
    say, paid = language.say, card.payment
    return [
        (say("Fee, euro"), language.money(paid.fee_cents) if paid.fee_cents is not None else ""),
        (say("Paid on"), language.date(paid.paid_on) if paid.paid_on else ""),
        (say("Payment document"), paid.document),
        (say("Payer"), paid.payer),
    ]


def notes(language: Language, card: CaseCard) -> list[Fact]:
    """What the office wrote for itself."""
    return [(language.say("For the office"), card.notes)]
