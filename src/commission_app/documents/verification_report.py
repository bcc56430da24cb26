"""The report of a verification: for each file what was found, and every signed fact beside what the paper shows."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commission_app.documents.house_style import Letterhead
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_title, paper
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class ReportedFact:
    """A fact as the report shows it: its name, what is signed, what the paper shows; struck where they differ."""

    name: str
    signed: str
    shown: str
    differs: bool = False


@dataclass(frozen=True)
class ReportedFile:
    """One file: its fingerprint, the outcome in a sentence, the findings, and the facts."""

    file: str
    sha256: str
    headline: str
    findings: tuple[str, ...]
    facts: tuple[ReportedFact, ...]


@dataclass(frozen=True)
class VerificationFacts:
    """Everything the report says."""

    letterhead: Letterhead
    made_at: datetime
    made_by: str
    files: tuple[ReportedFile, ...]


def render(facts: VerificationFacts, language: Language) -> bytes:
    """The report as a PDF."""
    title = language.say_of("paper", "Report of a verification")
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def plain(text: str) -> str:
    """A text of a foreign file with only letters that the typefaces have."""
    return "".join(letter if _known(letter) else "?" for letter in unicodedata.normalize("NFC", text))


def _known(letter: str) -> bool:
    return letter.isprintable() and (ord(letter) < 0x250 or letter in "–—„”“’‘…€≈−№›‹•" or "Ѐ" <= letter <= "ӿ")


def _write(flow: Flow, facts: VerificationFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "REPORT OF A VERIFICATION"))
    draw_dating(flow, facts.letterhead, facts.made_at.date(), "")
    made = [
        (language.say_of("paper", "Verified on"), language.moment(facts.made_at)),
        (language.say_of("paper", "Verified by"), facts.made_by),
        (language.say_of("paper", "Files"), language.number(len(facts.files))),
    ]
    flow.facts(made)
    for one in facts.files:
        _draw_file(flow, one, language)
    flow.paragraph(
        language.say_of(
            "paper",
            "The report says what the program found on this day with the keys, trusted certificates and registers it "
            "knew. What is left to the eye a person must compare; the date in a code is the signer's word.",
        )
    )


def _draw_file(flow: Flow, one: ReportedFile, language: Language) -> None:
    flow.heading(one.file)
    flow.paragraph(one.headline)
    for finding in one.findings:
        flow.paragraph(f"• {finding}", after=2)
    if one.sha256:
        flow.facts([("SHA-256", " ".join(one.sha256[at : at + 8] for at in range(0, 64, 8)))])
    if one.facts:
        Table(flow, _headings(language), _rows(one.facts)).draw()


def _headings(language: Language) -> Sequence[Heading]:
    return (
        Heading(language.say_of("paper", "Fact"), 46),
        Heading(language.say_of("paper", "Signed in the code"), 64),
        Heading(language.say_of("paper", "Read on the paper"), 54),
    )


def _rows(facts: Sequence[ReportedFact]) -> list[TableRow]:
    return [TableRow((one.name, one.signed, one.shown), strong=one.differs) for one in facts]
