"""The applicant's leaflet: what is recognised, the steps, terms, fees and how a decision is contested."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Pair, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_title, paper
from commission_app.documents.sheet import BODY, SMALL
from commission_app.i18n import Language
from commission_app.rules.interview import Block

_BULLET = "- "


@dataclass(frozen=True)
class Price:
    """A price in cents by its name, and what it depends on; the least and the most where there are several."""

    name: str
    kind: Text
    least: int
    most: int


@dataclass(frozen=True)
class LeafletFacts:
    """Everything the leaflet says: the institution's own text, then what its rules and price lists settle."""

    letterhead: Letterhead
    made_on: date
    about: Pair
    blocks: tuple[Block, ...]
    term_months: int | None
    free_consultations: int | None
    prices: tuple[Price, ...]
    contest: str
    data_notice: str


def render(facts: LeafletFacts, language: Language) -> bytes:
    """The leaflet as a PDF."""
    title = language.say_of("paper", "Leaflet for the applicant")
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: LeafletFacts, language: Language) -> None:
    say_of = language.say_of
    draw_title(flow, say_of("paper", "FOR THE APPLICANT"), facts.about.of(language))
    for block in facts.blocks:
        _draw(flow, block.heading, block.lines)
    _draw(flow, say_of("paper", "Terms"), _terms(facts, language))
    _draw(flow, say_of("paper", "Fee"), [_BULLET + _priced(price, language) for price in facts.prices])
    _draw(flow, say_of("paper", "How a decision may be contested"), [facts.contest])
    _draw(flow, say_of("paper", "Personal data"), [facts.data_notice])
    flow.gap(6)
    flow.paragraph(say_of("paper", "As in force on {day}.", day=language.date(facts.made_on)), SMALL)


def _terms(facts: LeafletFacts, language: Language) -> list[str]:
    found = []
    if facts.term_months is not None:
        found.append(
            language.count(
                "The decision is made within {n} month of the day on which a complete application is received.",
                "The decision is made within {n} months of the day on which a complete application is received.",
                facts.term_months,
            )
        )
    if facts.free_consultations:
        found.append(
            language.count(
                "{n} consultation is free of charge.",
                "{n} consultations are free of charge.",
                facts.free_consultations,
            )
        )
    return found


def _priced(price: Price, language: Language) -> str:
    sums = [price.least, price.most] if price.least != price.most else [price.least]
    said = "–".join(language.money(cents) for cents in sums)
    return f"{price.name} ({text_of(price.kind, language)}): {said} EUR"


def _draw(flow: Flow, heading: str, lines: list[str] | tuple[str, ...]) -> None:
    told = [line for line in lines if line]
    if not told:
        return
    flow.heading(heading)
    for line in told:
        if line.startswith(_BULLET):
            _draw_bullet(flow, line.removeprefix(_BULLET))
        else:
            flow.paragraph(line, after=2)


def _draw_bullet(flow: Flow, text: str) -> None:
    flow.room(BODY.leading)
    flow.sheet.write(flow.left + 4, flow.y - BODY.size, "–", BODY)
    flow.paragraph(text, indent=16, after=1)
