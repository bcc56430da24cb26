"""The invoice for the fees of one or many cases: who pays, for whom, how much, by when."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class InvoicedLine:
    """One case of the invoice."""

    case_number: str
    applicant: str
    programme: Text
    cents: int


@dataclass(frozen=True)
class InvoiceFacts:
    """Everything the invoice says."""

    letterhead: Letterhead
    number: str
    issued_on: date
    due_on: date
    payer: str
    registration_number: str
    address: str
    note: str
    lines: tuple[InvoicedLine, ...]
    signatures: Signatures


def render(facts: InvoiceFacts, language: Language) -> bytes:
    """The invoice as a PDF."""
    number = said_number(language, facts.number)
    title = language.say_of("paper", "Invoice {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: InvoiceFacts, language: Language) -> None:
    draw_title(
        flow, language.say_of("paper", "INVOICE"), language.say_of("paper", "for the assessment of learning outcomes")
    )
    draw_dating(flow, facts.letterhead, facts.issued_on, facts.number)
    flow.facts(
        [
            (language.say_of("paper", "Payer"), facts.payer),
            (language.say_of("paper", "Registration No."), facts.registration_number),
            (language.say_of("paper", "Address"), facts.address),
            (language.say_of("paper", "To be paid by"), language.long_date(facts.due_on)),
        ]
    )
    _draw_lines(flow, facts, language)
    flow.paragraph(language.say_of("paper", "Value added tax is not charged (EUR 0.00)."))
    draw_end(flow, facts.signatures, lambda at: at.paragraph(facts.note) if facts.note else None)


def _draw_lines(flow: Flow, facts: InvoiceFacts, language: Language) -> None:
    headings = (
        Heading(language.say_of("paper", "No."), 7, Align.RIGHT),
        Heading(language.say_of("paper", "Case"), 16),
        Heading(language.say_of("paper", "Applicant"), 38),
        Heading(language.say_of("paper", "Programme or qualification"), 46),
        Heading(language.say_of("paper", "Sum, EUR"), 16, Align.RIGHT),
    )
    rows = [
        TableRow(
            (f"{at}.", line.case_number, line.applicant, shown(line.programme, language), language.money(line.cents))
        )
        for at, line in enumerate(facts.lines, 1)
    ]
    total = language.money(sum(line.cents for line in facts.lines))
    Table(flow, headings, [*rows, TableRow(("", "", "", language.say_of("paper", "Total"), total), strong=True)]).draw()
