"""What an individual learning account pays, step by step, on one page."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.funding import Funding, FundingInput
from commission_app.wording.funding import legal_text, line_text
from commission_app.wording.words import word


@dataclass(frozen=True)
class AccountFacts:
    """Everything the page says; the case is named where the figure belongs to one."""

    letterhead: Letterhead
    made_on: date
    case_number: str
    applicant: str
    asked: FundingInput
    funding: Funding
    signatures: Signatures


def render(facts: AccountFacts, language: Language) -> bytes:
    """The page as a PDF."""
    title = language.say_of("paper", "Calculation of an individual learning account")
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: AccountFacts, language: Language) -> None:
    asked = facts.asked
    draw_title(
        flow,
        language.say_of("paper", "CALCULATION"),
        language.say_of("paper", "of what an individual learning account pays"),
    )
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    flow.facts(
        [
            (language.say_of("paper", "Case No."), facts.case_number),
            (language.say_of("paper", "Applicant"), facts.applicant),
            (language.say_of("paper", "What is learned"), word(language, asked.kind)),
            (language.say_of("paper", "Rates of the day"), language.date(asked.day)),
            (language.say_of("paper", "Unit cost of the programme, EUR"), _money(language, asked.unit_cost)),
        ]
    )
    headings = (
        Heading(language.say_of("paper", "Step"), 30),
        Heading(language.say_of("paper", "Calculation and why"), 92),
        Heading(language.say_of("paper", "Payable, EUR"), 26, Align.RIGHT),
    )
    rows = [
        TableRow((word(language, line.step), line_text(language, line), language.money(line.payable)))
        for line in facts.funding.lines
    ]
    total = TableRow((language.say_of("paper", "Payable"), "", language.money(facts.funding.payable)), strong=True)
    Table(flow, headings, [*rows, total]).draw()
    flow.gap(6)
    rules = dict.fromkeys(legal_text(language, line) for line in facts.funding.lines)
    draw_end(flow, facts.signatures, lambda at: at.paragraph("; ".join(rules)))


def _money(language: Language, cents: int | None) -> str:
    return "" if cents is None else language.money(cents)
