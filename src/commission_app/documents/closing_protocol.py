"""The protocol of closing a year of a book: how many entries, numbers not used, voided ones, what is carried over."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Pair, Signatures, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.sheet import SMALL
from commission_app.i18n import Language
from commission_app.rules.book_closing import ClosedYear


@dataclass(frozen=True)
class ClosingFacts:
    """Everything the protocol says; a closing that was reopened says so."""

    letterhead: Letterhead
    title: Pair
    period: Pair
    closed_on: date
    closed_by: str
    held: ClosedYear
    hash: str
    signatures: Signatures
    reopened: tuple[date, str, str] | None = None


def render(facts: ClosingFacts, language: Language) -> bytes:
    """The protocol as a PDF, to be signed and kept with the book."""
    title = language.say_of(
        "paper", "Closing of {book}, {year}", book=text_of(facts.title, language), year=facts.held.year
    )
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ClosingFacts, language: Language) -> None:
    say_of, held, sums = language.say_of, facts.held, facts.held.sums
    about = f"{text_of(facts.title, language)}, {text_of(facts.period, language)}"
    draw_title(flow, say_of("paper", "PROTOCOL OF THE CLOSING OF A REGISTER"), about)
    draw_dating(flow, facts.letterhead, facts.closed_on, "")
    rows = [
        (say_of("paper", "Number of entries"), language.number(sums.entries)),
        (say_of("paper", "First number"), sums.first),
        (say_of("paper", "Last number"), sums.last),
        (say_of("paper", "Closed by"), facts.closed_by),
    ]
    flow.facts([(name, text or say_of("paper", "none")) for name, text in rows])
    _listed(flow, language, say_of("paper", "Numbers reserved and not used"), held.reserved)
    voided = [f"{number} ({reason})" for number, reason in held.voided]
    _listed(flow, language, say_of("paper", "Voided numbers"), voided)
    _listed(flow, language, say_of("paper", "Not finished, carried over to the next year"), held.carried)
    flow.heading(say_of("paper", "By which the register is known again"))
    if sums.head_hash:
        flow.facts([(say_of("paper", "Hash of the last entry"), spaced(sums.head_hash))])
    flow.facts([(say_of("paper", "Control sum of the entries"), spaced(sums.control_sum))])
    flow.facts([(say_of("paper", "Control sum of this closing"), spaced(facts.hash))])
    flow.paragraph(say_of("paper", "New entries of this year are made no more; a correction is a new entry."), SMALL)
    if facts.reopened is not None:
        day, name, reason = facts.reopened
        text = say_of(
            "paper", "Reopened on {day} by {name}: {reason}", day=language.date(day), name=name, reason=reason
        )
        flow.paragraph(text)
    draw_end(flow, facts.signatures)


def _listed(flow: Flow, language: Language, name: str, found: "tuple[str, ...] | list[str]") -> None:
    flow.heading(f"{name} ({language.number(len(found))})")
    flow.paragraph(", ".join(found) or language.say_of("paper", "none"))


def spaced(text: str) -> str:
    """A hash in groups of eight, so that it can be read aloud and typed."""
    return " ".join(text[at : at + 8] for at in range(0, len(text), 8))
