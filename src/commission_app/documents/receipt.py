"""The receipt for an application: what was received, which originals were compared and returned, by whom."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import (
    draw_dating,
    draw_end,
    draw_title,
    paper,
    said_number,
    said_reference,
    shown,
)
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class ReceivedItem:
    """One received document; an original is compared by a named person, and given back at once or later."""

    title: Text
    kind: Text = ""
    pages: int | None = None
    compared_by: str | None = None
    compared_on: date | None = None
    original_returned: bool = True


@dataclass(frozen=True)
class ReceiptFacts:
    """Everything the receipt says."""

    letterhead: Letterhead
    case_number: str
    received_on: date
    applicant: str
    items: tuple[ReceivedItem, ...]
    signatures: Signatures
    application_number: str | None = None
    procedure: Text | None = None
    programme: Text | None = None
    decision_due: date | None = None
    represented: Text = ""  # who acts for the applicant, and on which document


def render(facts: ReceiptFacts, language: Language) -> bytes:
    """The receipt as a PDF, for the applicant to take home."""
    number = said_number(language, facts.case_number)
    title = language.say_of("paper", "Receipt, case {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ReceiptFacts, language: Language) -> None:
    draw_title(
        flow,
        language.say_of("paper", "RECEIPT"),
        language.say_of("paper", "for an application and its documents"),
    )
    draw_dating(flow, facts.letterhead, facts.received_on, facts.case_number)
    application = (
        said_reference(language, facts.application_number, facts.received_on) if facts.application_number else ""
    )
    flow.facts(
        [
            (language.say_of("paper", "Name, surname"), facts.applicant),
            (language.say_of("paper", "Represented by"), shown(facts.represented, language)),
            (language.say_of("paper", "Application"), application),
            (language.say_of("paper", "Case"), said_number(language, facts.case_number)),
            (language.say_of("paper", "Procedure"), shown(facts.procedure, language)),
            (language.say_of("paper", "Programme or qualification"), shown(facts.programme, language)),
            (
                language.say_of("paper", "Decision due by"),
                language.long_date(facts.decision_due) if facts.decision_due else "",
            ),
        ]
    )
    flow.heading(language.say_of("paper", "Documents received"))
    if facts.items:
        _draw_items(flow, facts, language)
        closing = _count(facts, language)
    else:
        closing = language.say_of("paper", "No documents were attached to the application.")
    draw_end(flow, facts.signatures, lambda at: at.paragraph(closing))


def _draw_items(flow: Flow, facts: ReceiptFacts, language: Language) -> None:
    headings = (
        Heading(language.say_of("paper", "No."), 7, Align.RIGHT),
        Heading(language.say_of("paper", "Document"), 46),
        Heading(language.say_of("paper", "Kind"), 30),
        Heading(language.say_of("paper", "Pages"), 10, Align.RIGHT),
        Heading(language.say_of("paper", "Original"), 40),
    )
    rows = [
        TableRow(
            (
                f"{number}.",
                shown(item.title, language),
                shown(item.kind, language),
                language.number(item.pages) if item.pages is not None else "",
                _original(item, language),
            )
        )
        for number, item in enumerate(facts.items, 1)
    ]
    Table(flow, headings, rows).draw()


def _count(facts: ReceiptFacts, language: Language) -> str:
    received = language.count("{n} document was received.", "{n} documents were received.", len(facts.items))
    compared = sum(item.compared_by is not None and item.original_returned for item in facts.items)
    if not compared:
        return received
    returned = language.count(
        "{n} original was compared with its copy and returned to the applicant.",
        "{n} originals were compared with their copies and returned to the applicant.",
        compared,
    )
    return f"{received} {returned}"


def _original(item: ReceivedItem, language: Language) -> str:
    if not item.compared_by:
        return "—"
    if item.original_returned:
        done = language.say_of("paper", "compared with the original, original returned")
    else:
        done = language.say_of("paper", "compared with the original, original kept")
    by = ", ".join(part for part in (item.compared_by, item.compared_on and language.date(item.compared_on)) if part)
    return f"{done} ({by})"
