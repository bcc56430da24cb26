"""Papers about microcredentials of programmes: the meter, the matrix of kinds, the ten principles."""

from commission_app.documents import conformity as sheets
from commission_app.documents.conformity import MatrixFacts, MeterFacts, PrinciplesFacts
from commission_app.documents.house_style import Pair, Text
from commission_app.i18n import Language
from commission_app.rules.conformity import Meter
from commission_app.rules.minutes_record import Said
from commission_app.services import programme_reviews
from commission_app.services.paper_sources import clerk, letterhead
from commission_app.store.work import Reading


def programme(reading: Reading, edition_id: int, language: Language) -> bytes:
    """The meter of a programme."""
    card = programme_reviews.of_edition(reading, edition_id)
    subject = language.say_of("paper", "Programme, edition {label}", label=card.label)
    return _meter(reading, card.title, subject, card.meter, language)


def issue(reading: Reading, certificate_id: int, language: Language) -> bytes:
    """The meter of one certificate."""
    card = programme_reviews.of_certificate(reading, certificate_id)
    subject = language.say_of("paper", "Certificate No. {number}", number=card.number)
    return _meter(reading, card.title, subject, card.meter, language)


def matrix(reading: Reading, language: Language) -> bytes:
    """The five kinds of programmes against the criteria."""
    kinds = programme_reviews.kinds(reading)
    facts = MatrixFacts(
        letterhead(reading.session, reading.today, language),
        reading.today,
        tuple(card.sheet for card in kinds),
        tuple(card.kind for card in kinds if card.version is not None),
        clerk(reading.actor),
    )
    return sheets.render_matrix(facts, language)


def principles(reading: Reading, edition_id: int, language: Language) -> bytes:
    """The check list of the ten principles of a programme."""
    card = programme_reviews.principles(reading, edition_id)
    facts = PrinciplesFacts(
        letterhead(reading.session, reading.today, language),
        reading.today,
        _text(card.title),
        language.say_of("paper", "Programme, edition {label}", label=card.label),
        card.sheet,
        clerk(reading.actor),
    )
    return sheets.render_principles(facts, language)


def _meter(reading: Reading, title: Said, subject: str, meter: Meter, language: Language) -> bytes:
    facts = MeterFacts(
        letterhead(reading.session, reading.today, language),
        reading.today,
        _text(title),
        subject,
        meter,
        clerk(reading.actor),
    )
    return sheets.render_meter(facts, language)


def _text(said: Said) -> Text:
    return Pair(said.lv or said.en, said.en or said.lv)
