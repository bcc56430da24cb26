"""The list of registered items for the post office: to whom, where, item number; it bears no personal code."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class MailItem:
    """One item: to whom, the postal address, its number, and the number of the paper in it."""

    recipient: str
    address: str
    item_number: str
    paper_number: str
    note: str = ""


@dataclass(frozen=True)
class MailListFacts:
    """Everything the list says."""

    letterhead: Letterhead
    first_day: date
    last_day: date
    items: tuple[MailItem, ...]
    signatures: Signatures


def render(facts: MailListFacts, language: Language) -> bytes:
    """The list as a PDF, to be signed by who hands over and stamped by the post office."""
    title = language.say_of("paper", "List of registered items, {day}", day=language.date(facts.last_day))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title, landscape=True)


def _write(flow: Flow, facts: MailListFacts, language: Language) -> None:
    say_of = language.say_of
    days = language.date(facts.last_day)
    if facts.first_day != facts.last_day:
        days = f"{language.date(facts.first_day)} – {days}"
    draw_title(flow, say_of("paper", "LIST OF REGISTERED ITEMS"), days)
    draw_dating(flow, facts.letterhead, facts.last_day, "")
    headings = (
        Heading(say_of("paper", "No."), 9, Align.RIGHT),
        Heading(say_of("paper", "Addressee"), 60),
        Heading(say_of("paper", "Address"), 84),
        Heading(say_of("paper", "Item No."), 36),
        Heading(say_of("paper", "Document No."), 32),
        Heading(say_of("paper", "Remarks"), 32),
    )
    rows = [
        TableRow((language.number(at), one.recipient, one.address, one.item_number, one.paper_number, one.note))
        for at, one in enumerate(facts.items, 1)
    ]
    Table(flow, headings, rows).draw()
    counted = language.count("{n} item is handed over.", "{n} items are handed over.", len(facts.items))
    received = say_of("paper", "Received by the post office: ____________________ (signature, stamp with the date)")

    def last(at: Flow) -> None:
        at.paragraph(counted)
        at.paragraph(received)

    draw_end(flow, facts.signatures, last)
