"""The list of originals: what was compared with its original, which copies are certified, what was given back."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class ComparedItem:
    """One document: by whom it was compared and when, whether its original went back, who certified the copy."""

    position: int
    title: Text
    kind: Text = ""
    compared_by: str = ""
    compared_on: date | None = None
    returned: bool = False
    certified_by: str = ""
    translation: Text = ""


@dataclass(frozen=True)
class ComparedFacts:
    """Everything the list says."""

    letterhead: Letterhead
    case_number: str
    made_on: date
    applicant: str
    items: tuple[ComparedItem, ...]
    signatures: Signatures


def render(facts: ComparedFacts, language: Language) -> bytes:
    """The list as a PDF, to be signed by whoever compared and whoever got the originals back."""
    title = language.say_of(
        "paper", "List of compared originals, case {number}", number=said_number(language, facts.case_number)
    )
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ComparedFacts, language: Language) -> None:
    draw_title(
        flow,
        language.say_of("paper", "LIST OF COMPARED ORIGINALS"),
        language.say_of("paper", "case {number}", number=said_number(language, facts.case_number)),
    )
    draw_dating(flow, facts.letterhead, facts.made_on, facts.case_number)
    flow.facts([(language.say_of("paper", "Name, surname"), facts.applicant)])
    if facts.items:
        _draw_items(flow, facts, language)
        closing = language.say_of("paper", "Originals received back: ____________________ (signature of the applicant)")
    else:
        closing = language.say_of("paper", "No document was compared with its original.")
    draw_end(flow, facts.signatures, lambda at: at.paragraph(closing))


def _draw_items(flow: Flow, facts: ComparedFacts, language: Language) -> None:
    headings = (
        Heading(language.say_of("paper", "No."), 9, Align.RIGHT),
        Heading(language.say_of("paper", "Document"), 44),
        Heading(language.say_of("paper", "Kind"), 28),
        Heading(language.say_of("paper", "Compared"), 30),
        Heading(language.say_of("paper", "Original"), 22),
        Heading(language.say_of("paper", "Copy and translation"), 32),
    )
    Table(flow, headings, [_row(item, language) for item in facts.items]).draw()


def _row(item: ComparedItem, language: Language) -> TableRow:
    by = ", ".join(part for part in (item.compared_by, item.compared_on and language.date(item.compared_on)) if part)
    gone = language.say_of("paper", "returned") if item.returned else language.say_of("paper", "kept")
    copy = language.say_of("paper", "“COPY CORRECT”: {name}", name=item.certified_by) if item.certified_by else ""
    about = "; ".join(part for part in (copy, shown(item.translation, language)) if part)
    return TableRow(
        (f"P{item.position}", shown(item.title, language), shown(item.kind, language), by or "—", gone, about)
    )
