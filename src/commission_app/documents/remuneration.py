"""The remuneration sheet: what each member, assessor and examiner did in a period, at which rate, and the sums."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.sheet import LABEL, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.remuneration import PayLine, Remuneration
from commission_app.wording.remuneration import amount_text, done_text, period_text, sheet_title
from commission_app.wording.words import word


@dataclass(frozen=True)
class RemunerationFacts:
    """Everything the sheet says; the first signer draws it up, the last approves it."""

    letterhead: Letterhead
    made_on: date
    start: date
    end: date
    pay: Remuneration
    signatures: Signatures


def render(facts: RemunerationFacts, language: Language) -> bytes:
    """The sheet as a PDF."""
    title = sheet_title(language, facts.start, facts.end)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: RemunerationFacts, language: Language) -> None:
    period = period_text(language, facts.start, facts.end)
    draw_title(flow, language.say_of("paper", "REMUNERATION SHEET"), period)
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    headings = (
        Heading(language.say_of("paper", "Day"), 20),
        Heading(language.say_of("paper", "What was done"), 66),
        Heading(language.say_of("paper", "How much"), 34),
        Heading(language.say_of("paper", "Rate, EUR"), 18, Align.RIGHT),
        Heading(language.say_of("paper", "Sum, EUR"), 18, Align.RIGHT),
    )
    for person in facts.pay.people:
        flow.heading(person.name, follows=60)
        rows = [_row(line, language) for line in person.lines]
        total = ("", language.say_of("paper", "Together"), "", "", language.money(person.cents))
        Table(flow, headings, [*rows, TableRow(total, strong=True)]).draw()
    _draw_sums(flow, facts, language)

    def last(at: Flow) -> None:
        at.gap(6)
        at.paragraph(language.say_of("paper", "The sums are before taxes; each line is rounded to whole cents."), LABEL)

    draw_end(flow, facts.signatures, last)


def _row(line: PayLine, language: Language) -> TableRow:
    cells = (
        language.date(line.deed.day),
        done_text(language, line),
        amount_text(language, line),
        language.money(line.rate_cents),
        language.money(line.cents),
    )
    since = language.say_of("paper", "rate for {measure}, in force from {since}", **_rate(line, language))
    return TableRow(cells, (since,))


def _rate(line: PayLine, language: Language) -> dict[str, str]:
    return {"measure": word(language, line.measure), "since": language.date(line.since)}


def _draw_sums(flow: Flow, facts: RemunerationFacts, language: Language) -> None:
    flow.heading(language.say_of("paper", "To be paid"), follows=60)
    headings = (
        Heading(language.say_of("paper", "Name, surname"), 110),
        Heading(language.say_of("paper", "Sum, EUR"), 30, Align.RIGHT),
    )
    rows = [TableRow((person.name, language.money(person.cents))) for person in facts.pay.people]
    total = TableRow((language.say_of("paper", "Total"), language.money(facts.pay.cents)), strong=True)
    Table(flow, headings, [*rows, total]).draw()
