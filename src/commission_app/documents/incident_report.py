"""The report on incidents of a sitting: what happened when, at which item, signed by who presided and who wrote."""

from dataclasses import dataclass

from commission_app.documents import minutes_lines as lines
from commission_app.documents.house_style import Letterhead
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.minutes import signatures
from commission_app.i18n import Language
from commission_app.rules.minutes_record import MinutesRecord


@dataclass(frozen=True)
class IncidentFacts:
    """What the report says."""

    letterhead: Letterhead
    record: MinutesRecord


def render(facts: IncidentFacts, language: Language) -> bytes:
    """The report as a PDF; a sitting without incidents says that there were none."""
    title = language.say_of("paper", "Incident report, {day}", day=language.date(facts.record.day))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: IncidentFacts, language: Language) -> None:
    say_of, record = language.say_of, facts.record
    draw_title(flow, say_of("paper", "INCIDENT REPORT"), lines.shown(record.commission, language))
    draw_dating(flow, facts.letterhead, record.day, record.number)
    flow.facts(lines.meeting(record, language)[1:5])
    told = lines.incidents(record.incidents, language)
    if told:
        flow.heading(say_of("paper", "INCIDENTS"))
        flow.numbered(told)
    else:
        flow.paragraph(say_of("paper", "There were no incidents at the sitting."))
    draw_end(flow, signatures(record))
