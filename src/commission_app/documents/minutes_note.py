"""The note that goes with signed minutes: what was found wrong in them since, what is right, and why."""

from commission_app.documents import minutes_lines as lines
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number
from commission_app.documents.minutes import MinutesFacts, draw_corrections, signatures
from commission_app.i18n import Language


def render(facts: MinutesFacts, language: Language) -> bytes:
    """The note as a PDF, signed as the minutes were."""
    number = said_number(language, facts.record.number)
    title = language.say_of("paper", "Note to the minutes {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: MinutesFacts, language: Language) -> None:
    record = facts.record
    kind = language.say_of("paper", "NOTE TO THE MINUTES")
    draw_title(flow, kind, lines.shown(record.commission, language))
    draw_dating(flow, facts.letterhead, record.day, record.number)
    draw_corrections(flow, facts, language)
    draw_end(flow, signatures(record))
