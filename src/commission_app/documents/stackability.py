"""What the applicant has acquired and what is missing for each part, qualification and programme, on one page."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, shown
from commission_app.documents.sheet import SMALL
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.accumulation import Stage
from commission_app.wording.quantities import credits_text
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


@dataclass(frozen=True)
class AcquiredLine:
    """A unit the applicant has: the case it came from, its day, and the certificate."""

    code: str
    title: Text
    case_number: str
    on: date
    certificate: str


@dataclass(frozen=True)
class LeadsTo:
    """A part, qualification or programme: how far, and what is missing."""

    name: Text
    stage: Stage
    held: int
    wanted: int
    missing: tuple[str, ...]
    against: tuple[Refusal, ...] = ()
    is_part: bool = False


@dataclass(frozen=True)
class StackFacts:
    """Everything the page says; the nearest qualification stands first."""

    letterhead: Letterhead
    made_on: date
    applicant: str
    acquired: tuple[AcquiredLine, ...]
    total: tuple[Credits, ...]
    leads_to: tuple[LeadsTo, ...]
    signatures: Signatures


def render(facts: StackFacts, language: Language) -> bytes:
    """The page as a PDF."""
    title = language.say_of("paper", "Acquired and missing")
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: StackFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "ACQUIRED AND MISSING"), facts.applicant)
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    flow.heading(language.say_of("paper", "What is acquired"))
    if facts.acquired:
        _draw_acquired(flow, facts, language)
    else:
        flow.paragraph(language.say_of("paper", "No unit has been recognised yet."))
    if facts.leads_to:
        flow.heading(language.say_of("paper", "What it leads to"))
        _draw_leads(flow, facts, language)
    note = language.say_of("paper", "A unit that stands in several standards counts in each of them, as credits once.")
    draw_end(flow, facts.signatures, lambda at: at.paragraph(note, SMALL))


def _draw_acquired(flow: Flow, facts: StackFacts, language: Language) -> None:
    headings = (
        Heading(language.say_of("paper", "Course, module or unit"), 84),
        Heading(language.say_of("paper", "Case No."), 26),
        Heading(language.say_of("paper", "Date"), 24),
        Heading(language.say_of("paper", "Certificate"), 32),
    )
    rows = [
        TableRow(
            (
                f"{line.code} {shown(line.title, language)}".strip(),
                line.case_number,
                language.date(line.on),
                line.certificate or "—",
            )
        )
        for line in facts.acquired
    ]
    Table(flow, headings, rows).draw()
    if facts.total:
        total = ", ".join(credits_text(language, one) for one in facts.total)
        flow.facts([(language.say_of("paper", "Credit points recognised"), total)])


def _draw_leads(flow: Flow, facts: StackFacts, language: Language) -> None:
    headings = (
        Heading(language.say_of("paper", "Part, qualification, programme"), 66),
        Heading(language.say_of("paper", "State"), 28),
        Heading(language.say_of("paper", "Acquired"), 18),
        Heading(language.say_of("paper", "What is missing"), 54),
    )
    rows = []
    for line in facts.leads_to:
        why = " ".join(sentence(language, one) for one in line.against) or ", ".join(line.missing)
        name = shown(line.name, language)
        count = language.say_of("paper", "{held} of {wanted}", held=line.held, wanted=line.wanted)
        rows.append(TableRow((f"– {name}" if line.is_part else name, word(language, line.stage), count, why or "—")))
    Table(flow, headings, rows).draw()
