"""The cover of an archive volume: whose file it is, its index, volume, title, days, sheets and how long it is kept."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.fonts import SERIF, SERIF_STRONG
from commission_app.documents.house_style import Letterhead, Text, text_of
from commission_app.documents.layout import Flow, wrapped
from commission_app.documents.letterhead import paper, shown
from commission_app.documents.sheet import MM, SUBTITLE, Align, Style
from commission_app.i18n import NBSP, Language

_TITLE = Style(SERIF_STRONG, 20, 26)
_INDEX = Style(SERIF_STRONG, 15, 22)
_PLAIN = Style(SERIF, 13, 19)


@dataclass(frozen=True)
class CoverFacts:
    """Everything the cover says."""

    letterhead: Letterhead
    unit: Text
    index_no: str
    heading: Text
    title: Text
    part: int
    parts: int
    first_day: date
    last_day: date
    sheets: int
    retention: Text
    keep_until: date | None
    place: str = ""


def render(facts: CoverFacts, language: Language) -> bytes:
    """The cover as a PDF of one page; it bears no personal code."""
    title = language.say_of("paper", "Cover of file {index}", index=facts.index_no)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: CoverFacts, language: Language) -> None:
    unit = shown(facts.unit, language)
    flow.lines(wrapped(unit, SUBTITLE, flow.width), SUBTITLE, align=Align.CENTRE)
    flow.gap(42 * MM)
    number = language.say_of("paper", "FILE No. {index}", index=facts.index_no).replace(" ", NBSP)
    flow.line(number, _INDEX, Align.CENTRE)
    flow.line(_said_part(facts, language), _PLAIN, Align.CENTRE)
    flow.gap(10 * MM)
    for text, style in ((facts.heading, SUBTITLE), (facts.title, _TITLE)):
        flow.lines(wrapped(text_of(text, language), style, flow.width * 0.9), style, align=Align.CENTRE)
        flow.gap(5)
    flow.gap(10 * MM)
    flow.line(f"{language.date(facts.first_day)} – {language.date(facts.last_day)}", _PLAIN, Align.CENTRE)
    flow.line(language.count("{n} sheet", "{n} sheets", facts.sheets), _PLAIN, Align.CENTRE)
    flow.y = max(flow.bottom + 42 * MM, min(flow.y - 20 * MM, flow.bottom + 60 * MM))
    until = language.date(facts.keep_until) if facts.keep_until else ""
    flow.facts(
        [
            (language.say_of("paper", "Kept"), text_of(facts.retention, language)),
            (language.say_of("paper", "Kept until"), until),
            (language.say_of("paper", "Place"), facts.place),
        ]
    )


def _said_part(facts: CoverFacts, language: Language) -> str:
    if facts.parts > 1:
        return language.say_of("paper", "Volume {part} of {parts}", part=facts.part, parts=facts.parts)
    return language.say_of("paper", "Volume {part}", part=facts.part)
