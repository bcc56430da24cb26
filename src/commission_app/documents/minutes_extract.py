"""An extract of the minutes: one item as it stands in them, with who certifies that it is correct."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents import minutes_lines as lines
from commission_app.documents.house_style import Letterhead, Signatures, Signer
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number
from commission_app.documents.minutes import draw_item
from commission_app.documents.sheet import BODY_STRONG
from commission_app.i18n import LOCATIVE, Language
from commission_app.rules.minutes_record import MinutesRecord


@dataclass(frozen=True)
class ExtractFacts:
    """What the extract says: the minutes, the item (counted from 1), for whom, who certifies it, and when."""

    letterhead: Letterhead
    record: MinutesRecord
    position: int
    certifier: Signer
    certified_on: date
    addressee: str = ""
    draft: bool = False


def render(facts: ExtractFacts, language: Language) -> bytes:
    """The extract as a PDF."""
    number = said_number(language, facts.record.number)
    title = language.say_of("paper", "Extract of the minutes {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ExtractFacts, language: Language) -> None:
    say_of, record = language.say_of, facts.record
    kind = say_of("paper", "EXTRACT OF THE MINUTES")
    draw_title(flow, kind, lines.shown(record.commission, language), facts.draft)
    draw_dating(flow, facts.letterhead, record.day, record.number)
    flow.facts([(say_of("paper", "For"), facts.addressee), *lines.meeting(record, language)])
    draw_item(flow, facts.position, record.items[facts.position - 1], language)
    signed = "\n".join(f"{lines.shown(one.post, language)} {one.name}" for one in record.signers)
    label = say_of("paper", "To be signed by") if facts.draft else say_of("paper", "Minutes signed by")
    flow.facts([(label, signed)])
    certifier = Signatures((facts.certifier,))
    draw_end(flow, certifier, lambda at: _draw_certified(at, facts, language), facts.letterhead)


def _draw_certified(flow: Flow, facts: ExtractFacts, language: Language) -> None:
    flow.gap(14)
    flow.paragraph(language.say_of("paper", "EXTRACT CORRECT"), BODY_STRONG)
    place = facts.letterhead.place.of(language)
    join = " " if language.code == "lv" else ", "
    flow.paragraph(f"{place}{join}{language.long_date(facts.certified_on, LOCATIVE)}", after=0)
