"""A letter of the office: to whom, about what, the text as it was written, and who signs."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.fonts import SANS_STRONG
from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow, wrapped
from commission_app.documents.letterhead import draw_dating, draw_end, paper, said_number, said_reference
from commission_app.documents.sheet import BODY, MM, Style
from commission_app.i18n import Language

_ADDRESS_WIDTH = 85 * MM
_SUBJECT = Style(SANS_STRONG, BODY.size, BODY.leading)


@dataclass(frozen=True)
class LetterFacts:
    """Everything a letter says."""

    letterhead: Letterhead
    number: str
    written_on: date
    recipient: str
    address: str
    case_number: str
    title: Text
    text: str
    signatures: Signatures
    in_reply_to: tuple[str, date | None] | None = None


def render(facts: LetterFacts, language: Language) -> bytes:
    """The letter as a PDF."""
    title = language.say_of("paper", "Letter {number}", number=said_number(language, facts.number))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: LetterFacts, language: Language) -> None:
    draw_dating(flow, facts.letterhead, facts.written_on, facts.number)
    if facts.in_reply_to is not None:
        reference = said_reference(language, *facts.in_reply_to)
        flow.paragraph(language.say_of("paper", "To your {reference}", reference=reference))
    flow.gap(8)
    for line in (facts.recipient, *facts.address.splitlines()):
        for part in wrapped(line, BODY, _ADDRESS_WIDTH):
            flow.line(part, BODY)
    flow.gap(16)
    flow.paragraph(text_of(facts.title, language), _SUBJECT, after=10)
    for part in facts.text.split("\n"):
        if part.strip():
            flow.paragraph(part.strip(), after=5)
        else:
            flow.gap(5)
    draw_end(flow, facts.signatures, head=facts.letterhead)
