"""The public list of certificates that no longer hold: numbers, states and days, and no names."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Signer
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.wording.words import word


@dataclass(frozen=True)
class LostLine:
    """A certificate that no longer holds, and since when."""

    number: str
    issued_on: date | None
    state: CertificateState
    since: date | None
    replaced_by: str = ""


@dataclass(frozen=True)
class LostFacts:
    """All certificates of the institution that no longer hold on a day."""

    letterhead: Letterhead
    made_on: date
    lines: tuple[LostLine, ...]
    signer: Signer


def render(facts: LostFacts, language: Language) -> bytes:
    """The list as a PDF."""
    title = language.say_of("paper", "Certificates that no longer hold")
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: LostFacts, language: Language) -> None:
    about = language.say_of("paper", "annulled, or replaced by a duplicate")
    draw_title(flow, language.say_of("paper", "CERTIFICATES THAT NO LONGER HOLD"), about)
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    headings = [
        Heading(language.say_of("paper", "Number"), 26),
        Heading(language.say_of("paper", "Issued on"), 20),
        Heading(language.say_of("paper", "State"), 24),
        Heading(language.say_of("paper", "Since"), 20),
        Heading(language.say_of("paper", "Duplicate"), 26),
    ]
    rows = [
        TableRow(
            (
                line.number,
                language.date(line.issued_on) if line.issued_on else "—",
                word(language, line.state),
                language.date(line.since) if line.since else "—",
                line.replaced_by or "—",
            )
        )
        for line in facts.lines
    ]
    if rows:
        Table(flow, headings, rows).draw()
    else:
        flow.paragraph(language.say_of("paper", "Every certificate that was issued holds."))
    draw_end(flow, Signatures((facts.signer,)))
