"""The list of gaps: what was missing, what would suffice, what is asked in addition, and by when."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.wording.sentences import sentence


@dataclass(frozen=True)
class GapItem:
    """One outcome that falls short; a reason that nobody wrote is what the rule says of its evidence."""

    code: str
    text: Text
    missing: str | Refusal
    suffices: Refusal


@dataclass(frozen=True)
class GapUnit:
    """A unit with its gaps, the additional requirement and the day it is to be met by."""

    code: str
    title: Text
    items: tuple[GapItem, ...]
    requirement: str = ""
    due: date | None = None


@dataclass(frozen=True)
class GapFacts:
    """Everything the list says."""

    letterhead: Letterhead
    case_number: str
    made_on: date
    applicant: str
    programme: Text
    units: tuple[GapUnit, ...]
    signatures: Signatures


def render(facts: GapFacts, language: Language) -> bytes:
    """The list as a PDF for the applicant."""
    title = language.say_of("paper", "List of gaps, case {number}", number=said_number(language, facts.case_number))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def missing_text(language: Language, item: GapItem) -> str:
    """What was missing, as the assessors wrote it or as the rule says it."""
    return sentence(language, item.missing) if isinstance(item.missing, Refusal) else item.missing


def _write(flow: Flow, facts: GapFacts, language: Language) -> None:
    draw_title(
        flow,
        language.say_of("paper", "LIST OF GAPS"),
        language.say_of("paper", "case {number}", number=said_number(language, facts.case_number)),
    )
    draw_dating(flow, facts.letterhead, facts.made_on, facts.case_number)
    flow.facts(
        [
            (language.say_of("paper", "Name, surname"), facts.applicant),
            (language.say_of("paper", "Programme or qualification"), shown(facts.programme, language)),
        ]
    )
    for unit in facts.units:
        _draw_unit(flow, unit, language)
    if not facts.units:
        flow.paragraph(language.say_of("paper", "Nothing is missing."))
    draw_end(flow, facts.signatures)


def _draw_unit(flow: Flow, unit: GapUnit, language: Language) -> None:
    flow.heading(f"{unit.code} {shown(unit.title, language)}".strip())
    headings = (
        Heading(language.say_of("paper", "Learning outcome"), 62),
        Heading(language.say_of("paper", "What was missing"), 58),
        Heading(language.say_of("paper", "What would suffice"), 46),
    )
    rows = [
        TableRow(
            (
                f"{item.code} {shown(item.text, language)}".strip(),
                missing_text(language, item),
                sentence(language, item.suffices),
            )
        )
        for item in unit.items
    ]
    Table(flow, headings, rows).draw()
    asked = [(language.say_of("paper", "Additional requirement"), unit.requirement)] if unit.requirement else []
    if unit.due is not None:
        asked.append((language.say_of("paper", "To be met by"), language.date(unit.due)))
    if asked:
        flow.facts(asked)
