"""Many papers for one press of the printer: those of a case, or of the chosen entries of a register."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from commission_app.documents.chosen_pages import chosen_pages
from commission_app.documents.joined import joined
from commission_app.errors import RefusedError
from commission_app.i18n import Language
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    case_papers,
    consultation_papers,
    letters,
    papers,
    procedural_decisions,
    register_shelf,
)
from commission_app.services.case_papers import CasePaper
from commission_app.store.work import Reading

Made = Callable[[Reading, int, Language], bytes]

PAPER_OF: Mapping[str, Made] = {
    "case": papers.receipt,
    "decision": papers.decision,
    "certificate": papers.certificate,
    "exam": papers.exam_protocol,
    "sitting": papers.minutes,
    "letter": letters.paper,
    "procedural_decision": procedural_decisions.paper,
    "consultation": consultation_papers.minutes,
}
"""Which paper belongs to an entry, by the noun the entry is about."""


@dataclass(frozen=True)
class PrintBatch:
    """The papers one by one, and all of them as one PDF to look through."""

    whole: bytes
    papers: tuple[bytes, ...]


def of_case(reading: Reading, wanted: tuple[CasePaper, ...], language: Language) -> PrintBatch:
    """Papers of a case in their order; it says how far it has come and can be cancelled between two."""
    return _batch(reading, [partial(case_papers.render, reading, paper, language) for paper in wanted])


def of_entries(reading: Reading, book: Book, keys: tuple[int, ...], language: Language) -> PrintBatch:
    """The papers of chosen entries of a book. Refused: where none of them has a paper."""
    cards = [register_shelf.line(reading, book, key, language) for key in keys]
    made: list[Callable[[], bytes]] = []
    for card in cards:
        if card.noun_id is not None and card.noun in PAPER_OF:
            made.append(partial(PAPER_OF[card.noun], reading, card.noun_id, language))
    return _batch(reading, made)


def as_file(whole: tuple[bytes, ...], wanted: tuple[int, ...], of: int) -> bytes:
    """Papers, or some of their pages counted over all of them from 1, as one PDF; a single whole paper as it is."""
    if len(wanted) < of:
        return chosen_pages(whole[0] if len(whole) == 1 else joined(whole), wanted)
    return whole[0] if len(whole) == 1 else joined(whole)


def _batch(reading: Reading, made: Iterable[Callable[[], bytes]]) -> PrintBatch:
    makers = list(made)
    if not makers:
        raise RefusedError("print.nothing")
    found = []
    for done, make in enumerate(makers):
        reading.progress.step(done, len(makers))
        found.append(make())
    reading.progress.step(len(makers), len(makers))
    return PrintBatch(joined(found), tuple(found))
