"""The nomenclature of files as a paper: indexes, titles, and how long each is kept."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class NomenclatureRow:
    """One index."""

    index_no: str
    title: Text
    retention: Text
    since: Text
    legal: str


@dataclass(frozen=True)
class NomenclatureFacts:
    """Everything the list says."""

    letterhead: Letterhead
    day: date
    rows: tuple[NomenclatureRow, ...]
    signatures: Signatures


def render(facts: NomenclatureFacts, language: Language) -> bytes:
    """The nomenclature in force on a day as a PDF."""
    title = language.say_of("paper", "Nomenclature of files, {day}", day=language.date(facts.day))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: NomenclatureFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "NOMENCLATURE OF FILES"))
    draw_dating(flow, facts.letterhead, facts.day, "")
    headings = (
        Heading(language.say_of("paper", "Index"), 26),
        Heading(language.say_of("paper", "Title of the file"), 60),
        Heading(language.say_of("paper", "Kept"), 30),
        Heading(language.say_of("paper", "Counted from"), 34),
        Heading(language.say_of("paper", "Basis, remarks"), 30),
    )
    rows = [
        TableRow(
            (
                one.index_no,
                text_of(one.title, language),
                text_of(one.retention, language),
                text_of(one.since, language),
                one.legal,
            )
        )
        for one in facts.rows
    ]
    Table(flow, headings, rows).draw()
    draw_end(flow, facts.signatures)
