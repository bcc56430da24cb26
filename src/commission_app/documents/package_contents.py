"""The contents list of a case's archive package: its papers with pages and control sums."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.appeal_contents import ListedPaper, draw_papers
from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.i18n import Language


@dataclass(frozen=True)
class PackageFacts:
    """Everything the contents list says."""

    letterhead: Letterhead
    case_number: str
    index_no: str
    applicant: str
    programme: Text
    made_on: date
    papers: tuple[ListedPaper, ...]
    signatures: Signatures

    @property
    def pages(self) -> int:
        """The pages of all papers whose pages are known."""
        return sum(one.pages or 0 for one in self.papers)


def render(facts: PackageFacts, language: Language) -> bytes:
    """The contents list as a PDF; the same facts give the same bytes."""
    number = said_number(language, facts.case_number)
    title = language.say_of("paper", "Contents of the package of case {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: PackageFacts, language: Language) -> None:
    about = language.say_of(
        "paper", "archive package of case {number}", number=said_number(language, facts.case_number)
    )
    draw_title(flow, language.say_of("paper", "CONTENTS OF THE FILE"), about)
    draw_dating(flow, facts.letterhead, facts.made_on, facts.case_number)
    flow.facts(
        [
            (language.say_of("paper", "Name, surname"), facts.applicant),
            (language.say_of("paper", "Programme"), shown(facts.programme, language)),
            (language.say_of("paper", "File index"), facts.index_no),
        ]
    )
    draw_papers(flow, facts.papers, language)
    closing = language.say_of(
        "paper",
        "The package holds {papers}, {pages}.",
        papers=language.count("{n} paper", "{n} papers", len(facts.papers)),
        pages=language.count("{n} page", "{n} pages", facts.pages),
    )
    draw_end(flow, facts.signatures, lambda at: at.paragraph(closing))
