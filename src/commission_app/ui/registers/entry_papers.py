"""Which paper belongs to an entry of a book, and which page of the window shows what the entry is about."""

from collections.abc import Callable, Mapping

from commission_app.i18n import Language
from commission_app.services import consultation_papers, letters, papers, procedural_decisions
from commission_app.services.office import Reading
from commission_app.services.register_cards import EntryCard
from commission_app.ui.places import Place

Paper = Callable[[Reading, int, Language], bytes]

_PAPERS: Mapping[str, Paper] = {
    "case": papers.receipt,
    "decision": papers.decision,
    "certificate": papers.certificate,
    "exam": papers.exam_protocol,
    "sitting": papers.minutes,
    "letter": letters.paper,
    "procedural_decision": procedural_decisions.paper,
    "consultation": consultation_papers.minutes,
}
_TABS: Mapping[str, str] = {"decision": "decision", "letter": "papers", "payment": "fees"}
_PLACES: Mapping[str, str] = {"consultation": "consultations"}
_PAGES = frozenset({"exam", "sitting"})


def has_paper(card: EntryCard) -> bool:
    """Whether something can be printed of the entry."""
    return card.noun_id is not None and card.noun in _PAPERS


def print_of(card: EntryCard) -> tuple[Paper, str]:
    """The question that makes the paper, and the name of its file."""
    return _PAPERS[card.noun], papers.file_name(card.number)


def place_of(card: EntryCard) -> Place:
    """Where the entry's case, exam or sitting is looked at."""
    if card.case_id is not None:
        return Place("case", card.case_id, _TABS.get(card.noun))
    return Place(card.noun, card.noun_id) if card.noun in _PAGES else Place(_PLACES[card.noun])


def has_place(card: EntryCard) -> bool:
    """Whether a page shows what the entry is about."""
    leads = card.case_id is not None or card.noun in _PAGES or card.noun in _PLACES
    return card.noun_id is not None and leads
