"""The contents list of an appeal file: its papers with pages, who decided, conflicts, and the chronology of terms."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class ListedPaper:
    """One paper of the file: its name in the file, what it is, its pages where they are known, its control sum."""

    position: int
    name: str
    title: Text
    pages: int | None
    sha256: str


@dataclass(frozen=True)
class Event:
    """One day of the chronology, and what happened on it."""

    day: date
    text: Text


@dataclass(frozen=True)
class ContentsFacts:
    """Everything the contents list says."""

    letterhead: Letterhead
    appeal_number: str
    case_number: str
    applicant: str
    against: Text
    grounds: str
    body: str
    made_on: date
    papers: tuple[ListedPaper, ...]
    commission: Text
    order: Text
    bylaw: Text
    conflicts: tuple[Text, ...]
    events: tuple[Event, ...]
    signatures: Signatures

    @property
    def pages(self) -> int:
        """The pages of all papers whose pages are known."""
        return sum(one.pages or 0 for one in self.papers)


def render(facts: ContentsFacts, language: Language) -> bytes:
    """The contents list as a PDF with the note that the copies are correct; the same facts give the same bytes."""
    number = said_number(language, facts.appeal_number)
    title = language.say_of("paper", "Contents of the file of appeal {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ContentsFacts, language: Language) -> None:
    draw_title(
        flow,
        language.say_of("paper", "CONTENTS OF THE FILE"),
        language.say_of("paper", "appeal {number}", number=said_number(language, facts.appeal_number)),
    )
    draw_dating(flow, facts.letterhead, facts.made_on, facts.case_number)
    flow.facts(
        [
            (language.say_of("paper", "Handed to"), facts.body),
            (language.say_of("paper", "Name, surname"), facts.applicant),
            (language.say_of("paper", "Contested"), shown(facts.against, language)),
            (language.say_of("paper", "Grounds"), facts.grounds),
            (language.say_of("paper", "Commission"), shown(facts.commission, language)),
            (language.say_of("paper", "Order"), shown(facts.order, language)),
            (language.say_of("paper", "By-law in force"), shown(facts.bylaw, language)),
        ]
    )
    flow.heading(language.say_of("paper", "Papers"))
    draw_papers(flow, facts.papers, language)
    flow.heading(language.say_of("paper", "Conflicts of interest"))
    for text in facts.conflicts:
        flow.paragraph(shown(text, language))
    if not facts.conflicts:
        flow.paragraph(language.say_of("paper", "Nobody declared a conflict of interest or stepped aside."))
    flow.heading(language.say_of("paper", "Chronology"))
    headings = (Heading(language.say_of("paper", "Date"), 24), Heading(language.say_of("paper", "What happened"), 140))
    Table(
        flow, headings, [TableRow((language.date(one.day), shown(one.text, language))) for one in facts.events]
    ).draw()
    closing = language.say_of(
        "paper",
        "COPIES CORRECT: {papers}, {pages}.",
        papers=language.count("{n} paper", "{n} papers", len(facts.papers)),
        pages=language.count("{n} page", "{n} pages", facts.pages),
    )
    draw_end(flow, facts.signatures, lambda at: at.paragraph(closing))


def draw_papers(flow: Flow, papers: tuple[ListedPaper, ...], language: Language) -> None:
    """The papers as a table, each with its file, pages and the beginning of its control sum."""
    headings = (
        Heading(language.say_of("paper", "No."), 9, Align.RIGHT),
        Heading(language.say_of("paper", "Document"), 52),
        Heading(language.say_of("paper", "File"), 64),
        Heading(language.say_of("paper", "Pages"), 13, Align.RIGHT),
        Heading(language.say_of("paper", "Control sum"), 26),
    )
    rows = [
        TableRow(
            (
                str(one.position),
                shown(one.title, language),
                one.name,
                str(one.pages) if one.pages else "—",
                one.sha256[:16],
            )
        )
        for one in papers
    ]
    Table(flow, headings, rows).draw()
