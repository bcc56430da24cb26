"""A sheet that shows how the papers of the institution will look: its letterhead, a few lines, a signature."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.i18n import Language


@dataclass(frozen=True)
class SampleFacts:
    """A letterhead as it is on a day, and who heads the institution then."""

    letterhead: Letterhead
    day: date
    signatures: Signatures


def render(facts: SampleFacts, language: Language) -> bytes:
    """The sheet as a PDF."""
    title = language.say_of("paper", "Sample of the letterhead")
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: SampleFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "SAMPLE"), language.say_of("paper", "of a paper of the institution"))
    draw_dating(flow, facts.letterhead, facts.day, "1-1/1")
    flow.gap(6)
    flow.paragraph(
        language.say_of(
            "paper",
            "This sheet says nothing: it shows the letterhead, the letters and the signature as papers of this day "
            "have them. Every paper shows the name, the address, the pictures and the head of its own day.",
        )
    )
    flow.gap(12)
    if facts.signatures.signers:
        draw_end(flow, facts.signatures, head=facts.letterhead)
