"""The page that makes a key known."""

from commission_app.documents import key_sheet as document
from commission_app.documents.key_sheet import KeySheetFacts
from commission_app.i18n import Language
from commission_app.models.key import SigningKey
from commission_app.services.paper_sources import letterhead
from commission_app.services.printed_facts import in_fours
from commission_app.store.work import Reading


def key_sheet(reading: Reading, key_id: int, language: Language) -> bytes:
    """The page with the fingerprint of a key, as a PDF."""
    row = reading.get(SigningKey, key_id)
    fours = in_fours(row.fingerprint).split()
    facts = KeySheetFacts(
        letterhead(reading.session, reading.today, language),
        row.name,
        tuple(" ".join(fours[at : at + 4]) for at in range(0, len(fours), 4)),
        row.valid_from,
        row.valid_until,
        row.compromised_from,
        reading.today,
        row.public_pem,
    )
    return document.render(facts, language)
