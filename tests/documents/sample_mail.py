"""Papers for the post with names that are hard to print."""

from datetime import date

from commission_app.documents import envelope, mail_list
from commission_app.documents.envelope import Envelope, EnvelopesFacts
from commission_app.documents.mail_list import MailItem, MailListFacts
from commission_app.i18n import Language
from commission_app.rules.vocabulary.archive import EnvelopeSize
from tests.documents.sample_house import letterhead, signatures

LONGEST = "Žanete Aleksandroviča-Grīnberga-Šķeltiņa-Ļaudaka-Žvirgzdiņa-Ķēniņa"
ADDRESS = "Krišjāņa Valdemāra iela 112A – 47, Ķekava, Ķekavas novads, LV-2123"


def registered(language: Language, items: int = 1) -> bytes:
    """A list of so many registered items."""
    found = tuple(MailItem(LONGEST, ADDRESS, f"RR{at:09}LV", f"L-2026/{at}") for at in range(1, items + 1))
    facts = MailListFacts(letterhead(), date(2026, 11, 23), date(2026, 11, 24), found, signatures())
    return mail_list.render(facts, language)


def envelopes(size: EnvelopeSize, language: Language) -> bytes:
    """One registered envelope."""
    return envelope.render(EnvelopesFacts(letterhead(), size, (Envelope(LONGEST, ADDRESS, True),)), language)
