"""The page that makes a key known: whose it is, its fingerprint in fours, and the key itself as a code to scan."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.fonts import SANS_STRONG
from commission_app.documents.house_style import Letterhead
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_title, paper
from commission_app.documents.sheet import SMALL, Style
from commission_app.i18n import Language

_FINGERPRINT = Style(SANS_STRONG, 15, 22)


@dataclass(frozen=True)
class KeySheetFacts:
    """Everything the page says; the fingerprint in lines of four groups of four."""

    letterhead: Letterhead
    name: str
    fingerprint: tuple[str, ...]
    used_from: date
    used_until: date | None
    compromised_from: date | None
    made_on: date
    pem: str


def render(facts: KeySheetFacts, language: Language) -> bytes:
    """The page as a PDF."""
    title = language.say_of("paper", "Public key of the codes")
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: KeySheetFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "PUBLIC KEY OF THE CODES"))
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    until = language.date(facts.used_until) if facts.used_until else ""
    given_up = language.date(facts.compromised_from) if facts.compromised_from else ""
    flow.facts(
        [
            (language.say_of("paper", "Institution"), facts.name),
            (language.say_of("paper", "Used from"), language.date(facts.used_from)),
            (language.say_of("paper", "Until"), until),
            (language.say_of("paper", "Not to be believed from"), given_up),
        ]
    )
    flow.heading(language.say_of("paper", "Fingerprint (SHA-256)"))
    for line in facts.fingerprint:
        flow.line(line, _FINGERPRINT)
    flow.gap(8)
    flow.paragraph(
        language.say_of(
            "paper",
            "The certificates of this institution bear a code that is signed with this key. Whoever checks them "
            "compares this fingerprint with the one their program shows, on paper or by telephone, before trusting it.",
        )
    )
    flow.heading(language.say_of("paper", "The key itself"))
    for line in facts.pem.strip().splitlines():
        flow.line(line, SMALL)
