"""The protocol of a secret count: ballots given out, votes counted, and whether the decision is adopted."""

from dataclasses import dataclass
from datetime import date, datetime

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.minutes_record import BallotLine


@dataclass(frozen=True)
class CountFacts:
    """Everything the protocol says; adopted is unknown until the item is closed."""

    letterhead: Letterhead
    number: str
    day: date
    commission: Text
    position: int
    title: Text
    case_number: str
    voters: tuple[str, ...]
    ballot: BallotLine
    counted_at: datetime
    adopted: bool | None
    signatures: Signatures


def render(facts: CountFacts, language: Language) -> bytes:
    """The protocol as a PDF, to be signed by those who counted."""
    title = language.say_of("paper", "Protocol of the count of votes, item {number}", number=facts.position)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: CountFacts, language: Language) -> None:
    say_of, ballot = language.say_of, facts.ballot
    draw_title(flow, say_of("paper", "PROTOCOL OF THE COUNT OF VOTES"), text_of(facts.commission, language))
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    case = say_of("paper", "case {number}", number=said_number(language, facts.case_number))
    flow.facts(
        [
            (say_of("paper", "Item of the agenda"), f"{facts.position}. {text_of(facts.title, language)} ({case})"),
            (say_of("paper", "Ballot came from" if ballot.in_writing else "Took a ballot"), "\n".join(facts.voters)),
            (say_of("paper", "Counted"), say_of("clock", "{hours}", hours=language.time(facts.counted_at))),
            (say_of("paper", "Tellers"), ballot.tellers),
        ]
    )
    given = ballot.in_favour + ballot.against + ballot.abstained + ballot.invalid
    posted = ballot.in_writing
    rows = (
        (say_of("paper", "Ballots received in closed envelopes" if posted else "Ballots given out"), ballot.taken),
        (say_of("paper", "Envelopes opened" if posted else "Ballots in the box"), given),
        (say_of("paper", "Votes for"), ballot.in_favour),
        (say_of("paper", "Votes against"), ballot.against),
        (say_of("paper", "Abstained"), ballot.abstained),
        (say_of("paper", "Invalid ballots"), ballot.invalid),
    )
    headings = (Heading(say_of("paper", "Count"), 70), Heading(say_of("paper", "Quantity"), 20, Align.RIGHT))
    Table(flow, headings, [TableRow((label, str(many))) for label, many in rows]).draw()
    if facts.adopted is not None:
        told = say_of("paper", "adopted") if facts.adopted else say_of("paper", "not adopted")
        flow.facts([(say_of("paper", "Draft decision"), told)])
    if ballot.casting:
        flow.paragraph(say_of("paper", "the votes were equal; the vote of who presided decided"))
    draw_end(flow, facts.signatures)
