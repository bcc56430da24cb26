"""The minutes of a sitting: who took part, what was considered, what was decided, and by which votes."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents import minutes_lines as lines
from commission_app.documents.house_style import Letterhead, Pair, Signatures, Signer
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import Prepared, draw_dating, draw_end, draw_title, said_number
from commission_app.documents.sheet import BODY, BODY_STRONG, SMALL, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.minutes_record import ItemRecord, MinutesRecord, Said


@dataclass(frozen=True)
class CorrectionNote:
    """What was found wrong after signature: the place, what is right, why, and who noted it."""

    noted_on: date
    place: str
    becomes: str
    reason: str
    author: str


@dataclass(frozen=True)
class MinutesFacts:
    """The letterhead, everything the minutes say, and whether they are signed; a draft names its version."""

    letterhead: Letterhead
    record: MinutesRecord
    draft: bool = False
    version: int = 0
    signed_on: date | None = None
    corrections: tuple[CorrectionNote, ...] = ()


def pair(said: Said) -> Pair | str:
    """A text of the record as papers take it."""
    return Pair(said.lv, said.en) if said else ""


def render(facts: MinutesFacts, language: Language) -> bytes:
    """The minutes as a PDF, ready to be signed by who presided and who kept them."""
    return prepared(facts, language).alone()


def prepared(facts: MinutesFacts, language: Language) -> Prepared:
    """The minutes ready to be set, by themselves or with the decisions of the sitting."""
    number = said_number(language, facts.record.number)
    title = language.say_of("paper", "Minutes of the sitting {number}", number=number)
    return Prepared(facts, language, lambda flow: _write(flow, facts, language), title, title)


def _write(flow: Flow, facts: MinutesFacts, language: Language) -> None:
    record = facts.record
    kind = language.say_of("paper", "MINUTES OF THE SITTING")
    draw_title(flow, kind, lines.shown(record.commission, language), facts.draft)
    draw_dating(flow, facts.letterhead, record.day, record.number)
    if facts.draft and facts.version:
        version = language.say_of("paper", "version {number}", number=facts.version)
        flow.line(version, SMALL, Align.RIGHT)
    flow.facts(lines.meeting(record, language))
    for part in record.opening.splitlines():
        flow.paragraph(part)
    flow.heading(language.say_of("paper", "AGENDA"))
    flow.numbered([lines.agenda_line(item, language) for item in record.items])
    for number, item in enumerate(record.items, 1):
        draw_item(flow, number, item, language)
    draw_end(flow, signatures(record), lambda at: _draw_closing(at, facts, language), facts.letterhead)
    draw_corrections(flow, facts, language)


def signatures(record: MinutesRecord) -> Signatures:
    """Who signs the minutes."""
    return Signatures(tuple(Signer(pair(one.post), one.name, pair(one.office)) for one in record.signers))


def draw_item(flow: Flow, number: int, item: ItemRecord, language: Language) -> None:
    """One item of the agenda with what was said, decided and voted."""
    flow.gap(8)
    flow.room(5 * BODY.leading)
    flow.paragraph(f"{number}. {lines.agenda_line(item, language)}", BODY_STRONG)
    flow.facts(lines.before_decision(item, language))
    flow.facts(lines.decision(item, language))
    _draw_units(flow, item, language)
    flow.facts(lines.after_decision(item, language))


def _draw_closing(flow: Flow, facts: MinutesFacts, language: Language) -> None:
    record = facts.record
    if record.incidents:
        flow.heading(language.say_of("paper", "INCIDENTS"))
        flow.numbered(lines.incidents(record.incidents, language))
    if record.annexes:
        flow.heading(language.say_of("paper", "ANNEXES"))
        flow.numbered([lines.shown(annex, language) for annex in record.annexes])
    if record.ended:
        flow.gap(6)
        hours = lines.hour(record.ended, language)
        flow.paragraph(language.say_of("paper", "The sitting was closed at {hours}.", hours=hours), after=0)
    if facts.signed_on:
        day = language.date(facts.signed_on)
        flow.paragraph(language.say_of("paper", "The minutes were signed on {day}.", day=day), after=0)


def draw_corrections(flow: Flow, facts: MinutesFacts, language: Language) -> None:
    """What was noted after the minutes were signed, each note with its reason."""
    say_of = language.say_of
    for note in facts.corrections:
        flow.heading(say_of("paper", "NOTE OF CORRECTION, {day}", day=language.date(note.noted_on)))
        flow.facts(
            [
                (say_of("paper", "Place"), note.place),
                (say_of("paper", "To be read"), note.becomes),
                (say_of("paper", "Reasons"), note.reason),
                (say_of("paper", "Noted by"), note.author),
            ]
        )


def _draw_units(flow: Flow, item: ItemRecord, language: Language) -> None:
    if not item.units:
        return
    headings = (
        Heading(language.say_of("paper", "Code"), 16),
        Heading(language.say_of("paper", "Unit"), 56),
        Heading(language.say_of("paper", "Decision"), 30),
        Heading(language.say_of("paper", "Awarded"), 34, Align.RIGHT),
    )
    rows = [TableRow(lines.unit_cells(unit, language)) for unit in item.units]
    total = lines.total(item, language)
    if total:
        rows.append(TableRow(("", language.say_of("paper", "Total"), "", total), strong=True))
    Table(flow, headings, rows).draw()
