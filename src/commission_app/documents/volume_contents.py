"""The contents list of an archive volume with its certification: each paper, its sheets, and how many are sewn in."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.wording.number_words import in_words

NONE = "—"


@dataclass(frozen=True)
class BoundPaper:
    """One paper of the volume and the sheets it lies on."""

    number: str
    title: Text
    day: date | None
    first: int
    last: int


@dataclass(frozen=True)
class VolumeFacts:
    """Everything the contents list says; without a day of certification the entry is a draft to be signed."""

    letterhead: Letterhead
    index_no: str
    title: Text
    part: int
    parts: int
    made_on: date
    papers: tuple[BoundPaper, ...]
    sheets: int
    lettered: str
    missing: str
    certified: bool
    signatures: Signatures


def render(facts: VolumeFacts, language: Language) -> bytes:
    """The contents list and the certification as a PDF."""
    title = language.say_of(
        "paper", "Contents of file {index}, volume {part}", index=facts.index_no, part=language.number(facts.part)
    )
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: VolumeFacts, language: Language) -> None:
    say_of = language.say_of
    draw_title(flow, say_of("paper", "CONTENTS OF THE VOLUME"), text_of(facts.title, language), not facts.certified)
    draw_dating(flow, facts.letterhead, facts.made_on, facts.index_no)
    part = say_of("paper", "{part} of {parts}", part=facts.part, parts=facts.parts)
    flow.facts([(say_of("paper", "Volume"), part)])
    _draw_papers(flow, facts, language)
    draw_end(flow, facts.signatures, lambda at: _draw_certification(at, facts, language))


def _draw_papers(flow: Flow, facts: VolumeFacts, language: Language) -> None:
    headings = (
        Heading(language.say_of("paper", "No."), 10, Align.RIGHT),
        Heading(language.say_of("paper", "Document No."), 30),
        Heading(language.say_of("paper", "Date"), 24),
        Heading(language.say_of("paper", "Document"), 84),
        Heading(language.say_of("paper", "Sheets"), 18, Align.RIGHT),
    )
    rows = [
        TableRow(
            (
                language.number(place),
                one.number or NONE,
                language.date(one.day) if one.day else NONE,
                text_of(one.title, language),
                str(one.first) if one.first == one.last else f"{one.first}–{one.last}",
            )
        )
        for place, one in enumerate(facts.papers, 1)
    ]
    Table(flow, headings, rows).draw()


def _draw_certification(flow: Flow, facts: VolumeFacts, language: Language) -> None:
    flow.heading(language.say_of("paper", "CERTIFICATION"))
    words = in_words(language, facts.sheets)
    flow.paragraph(
        language.count(
            "In this volume {n} ({words}) sheet is sewn and numbered.",
            "In this volume {n} ({words}) sheets are sewn and numbered.",
            facts.sheets,
            words=words,
        )
    )
    flow.facts(
        [
            (language.say_of("paper", "Lettered sheets"), facts.lettered or language.say_of("paper", "there are none")),
            (language.say_of("paper", "Numbers left out"), facts.missing or language.say_of("paper", "there are none")),
        ]
    )
