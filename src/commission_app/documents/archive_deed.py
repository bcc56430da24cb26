"""The deeds of the archive: volumes handed over, or destroyed with the approval of the National Archives."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, said_reference
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.vocabulary.archive import DeedKind
from commission_app.wording.number_words import in_words

BLANK = "____________________"


@dataclass(frozen=True)
class DeedVolume:
    """One volume in a deed."""

    index_no: str
    title: Text
    part: int
    first_day: date
    last_day: date
    sheets: int
    retention: Text
    keep_until: date | None


@dataclass(frozen=True)
class DeedFacts:
    """Everything a deed says; a destruction is a draft until the National Archives approved it."""

    letterhead: Letterhead
    kind: DeedKind
    number: str
    made_on: date
    volumes: tuple[DeedVolume, ...]
    signatures: Signatures
    draft: bool = False
    receiver: str = ""
    grounds: str = ""
    board: tuple[str, ...] = ()
    approval_number: str = ""
    approved_on: date | None = None
    done_on: date | None = None
    way: str = ""

    @property
    def sheets(self) -> int:
        """The sheets of all volumes."""
        return sum(one.sheets for one in self.volumes)


def render(facts: DeedFacts, language: Language) -> bytes:
    """The deed as a PDF, its volumes in a table that goes over pages."""
    title = language.say_of("paper", "Deed {number}", number=said_number(language, facts.number))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title, landscape=True)


def _write(flow: Flow, facts: DeedFacts, language: Language) -> None:
    say_of = language.say_of
    if facts.kind is DeedKind.HANDOVER:
        kind, about = say_of("paper", "DEED"), say_of("paper", "on handing files over to the archive")
    else:
        kind, about = say_of("paper", "DEED"), say_of("paper", "on the destruction of documents")
    draw_title(flow, kind, about, facts.draft)
    draw_dating(flow, facts.letterhead, facts.made_on, facts.number)
    flow.facts(
        [
            (say_of("paper", "Handed to"), facts.receiver),
            (say_of("paper", "Grounds"), facts.grounds),
            (say_of("paper", "Board"), "\n".join(facts.board)),
        ]
    )
    _draw_volumes(flow, facts, language)
    draw_end(flow, facts.signatures, lambda at: _draw_last(at, facts, language))


def _draw_volumes(flow: Flow, facts: DeedFacts, language: Language) -> None:
    say_of = language.say_of
    headings = (
        Heading(say_of("paper", "No."), 10, Align.RIGHT),
        Heading(say_of("paper", "Index"), 24),
        Heading(say_of("paper", "Title of the file"), 96),
        Heading(say_of("paper", "Volume"), 16, Align.RIGHT),
        Heading(say_of("paper", "From – until"), 44),
        Heading(say_of("paper", "Sheets"), 16, Align.RIGHT),
        Heading(say_of("paper", "Kept"), 34),
        Heading(say_of("paper", "Kept until"), 26),
    )
    rows = [
        TableRow(
            (
                language.number(place),
                one.index_no,
                text_of(one.title, language),
                language.number(one.part),
                f"{language.date(one.first_day)} – {language.date(one.last_day)}",
                language.number(one.sheets),
                text_of(one.retention, language),
                language.date(one.keep_until) if one.keep_until else "—",
            )
        )
        for place, one in enumerate(facts.volumes, 1)
    ]
    rows.append(
        TableRow(("", "", say_of("paper", "Total"), "", "", language.number(facts.sheets), "", ""), strong=True)
    )
    Table(flow, headings, rows).draw()


def _draw_last(flow: Flow, facts: DeedFacts, language: Language) -> None:
    say_of, many = language.say_of, len(facts.volumes)
    words = in_words(language, many)
    if facts.kind is DeedKind.HANDOVER:
        flow.paragraph(
            language.count(
                "{n} ({words}) file is handed over.", "{n} ({words}) files are handed over.", many, words=words
            )
        )
        return
    flow.paragraph(
        language.count(
            "{n} ({words}) file is chosen for destruction.",
            "{n} ({words}) files are chosen for destruction.",
            many,
            words=words,
        )
    )
    approval = said_reference(language, facts.approval_number, facts.approved_on) if facts.approval_number else BLANK
    done = ", ".join(part for part in (facts.done_on and language.date(facts.done_on), facts.way) if part)
    flow.facts(
        [
            (say_of("paper", "Approved by the National Archives"), approval),
            (say_of("paper", "Destroyed (date, way)"), done or BLANK),
        ]
    )
