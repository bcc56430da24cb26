"""The act on state forms that were destroyed: which numbers, why, how, before whom."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Signer, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class DestroyedRun:
    """Forms with numbers in a row that were destroyed, and what they were before."""

    kind: Text
    series: str
    number_from: str
    number_to: str
    count: int
    was: Text


@dataclass(frozen=True)
class DestructionFacts:
    """What the act says."""

    letterhead: Letterhead
    number: str
    day: date
    reason: str
    manner: str
    runs: tuple[DestroyedRun, ...]
    board: tuple[Signer, ...]


def render(facts: DestructionFacts, language: Language) -> bytes:
    """The act as a PDF."""
    title = language.say_of(
        "paper", "Destruction act of state forms {number}", number=said_number(language, facts.number)
    )
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: DestructionFacts, language: Language) -> None:
    say_of = language.say_of
    draw_title(flow, say_of("paper", "ACT"), say_of("paper", "on the destruction of state forms"))
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    names = ", ".join(f"{text_of(one.post, language)} {one.name}" for one in facts.board)
    flow.paragraph(
        say_of("paper", "The board: {names}, destroyed the following strictly accounted forms.", names=names)
    )
    flow.facts(
        [
            (say_of("paper", "Reason"), facts.reason),
            (say_of("paper", "Manner of destruction"), facts.manner),
        ]
    )
    headings = [
        Heading(say_of("paper", "Kind of form"), 50),
        Heading(say_of("paper", "Series"), 16),
        Heading(say_of("paper", "No. from"), 20),
        Heading(say_of("paper", "No. to"), 20),
        Heading(say_of("paper", "Before"), 22),
        Heading(say_of("paper", "Quantity"), 14, Align.RIGHT),
    ]
    rows = [_row(run, language) for run in facts.runs]
    total = language.number(sum(run.count for run in facts.runs))
    rows.append(TableRow((say_of("paper", "Total"), "", "", "", "", total), strong=True))
    Table(flow, headings, rows).draw()
    draw_end(flow, Signatures(facts.board))


def _row(run: DestroyedRun, language: Language) -> TableRow:
    return TableRow(
        (
            text_of(run.kind, language),
            run.series,
            run.number_from,
            run.number_to,
            text_of(run.was, language),
            language.number(run.count),
        )
    )
