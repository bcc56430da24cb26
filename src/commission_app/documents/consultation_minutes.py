"""The minutes of one consultation: with whom, when, about what, what was said, signed by both."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.i18n import Language


@dataclass(frozen=True)
class MinutesFacts:
    """Everything the minutes say; times stand as they were written down."""

    letterhead: Letterhead
    held_on: date
    times: str
    minutes: int
    form: Text
    place: str
    free: bool
    attendee: str
    consultant: str
    case_number: str
    topic: str
    record: str
    signatures: Signatures


def render(facts: MinutesFacts, language: Language) -> bytes:
    """The minutes as a PDF."""
    title = language.say_of("paper", "Minutes of a consultation, {day}", day=language.date(facts.held_on))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: MinutesFacts, language: Language) -> None:
    say_of = language.say_of
    draw_title(flow, say_of("paper", "MINUTES"), say_of("paper", "of a consultation"))
    draw_dating(flow, facts.letterhead, facts.held_on, "")
    lasted = language.count("{n} minute", "{n} minutes", facts.minutes)
    flow.facts(
        [
            (say_of("paper", "Consulted"), facts.attendee),
            (say_of("paper", "Case"), said_number(language, facts.case_number) if facts.case_number else ""),
            (say_of("paper", "Consultant"), facts.consultant),
            (say_of("paper", "Time"), ", ".join(part for part in (facts.times, lasted) if part)),
            (say_of("paper", "How it was held"), shown(facts.form, language)),
            (say_of("paper", "Place"), facts.place),
            (say_of("paper", "Payment"), paid(language, facts.free)),
        ]
    )
    for heading, text in ((say_of("paper", "Topic"), facts.topic), (say_of("paper", "What was said"), facts.record)):
        if text:
            flow.heading(heading)
            for part in text.splitlines():
                flow.paragraph(part)
    draw_end(flow, facts.signatures)


def paid(language: Language, free: bool) -> str:
    """Whether a consultation was free, in words."""
    return language.say_of("paper", "free of charge") if free else language.say_of("paper", "paid")
