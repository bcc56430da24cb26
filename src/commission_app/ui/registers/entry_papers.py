"""Which paper belongs to an entry of a book, and which page of the window shows what the entry is about."""

from collections.abc import Mapping

from commission_app.services import papers
from commission_app.services.print_batch import PAPER_OF, Made
from commission_app.services.register_cards import EntryCard
from commission_app.ui.places import Place

_TABS: Mapping[str, str] = {"decision": "decision", "letter": "papers", "payment": "fees"}
_PLACES: Mapping[str, str] = {"consultation": "consultations"}
_PAGES = frozenset({"exam", "sitting"})


def has_paper(card: EntryCard) -> bool:
    """Whether something can be printed of the entry."""
    return card.noun_id is not None and card.noun in PAPER_OF


def print_of(card: EntryCard) -> tuple[Made, str]:
    """The question that makes the paper, and the name of its file."""
    return PAPER_OF[card.noun], papers.file_name(card.number)


def place_of(card: EntryCard) -> Place:
    """Where the entry's case, exam or sitting is looked at."""
    if card.case_id is not None:
        return Place("case", card.case_id, _TABS.get(card.noun))
    return Place(card.noun, card.noun_id) if card.noun in _PAGES else Place(_PLACES[card.noun])


def has_place(card: EntryCard) -> bool:
    """Whether a page shows what the entry is about."""
    leads = card.case_id is not None or card.noun in _PAGES or card.noun in _PLACES
    return card.noun_id is not None and leads
