"""The search box: cases, people, standards and sittings by words, codes and numbers."""

from dataclasses import dataclass

from sqlalchemy import select

from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Edition
from commission_app.rules.collation import query_terms
from commission_app.services import standard_search
from commission_app.store import search
from commission_app.store.work import Reading

MOST_INSIDE = 8
"""So many units and outcomes are shown at most."""


@dataclass(frozen=True)
class Hit:
    """One thing found; `key` opens its page, `part` says where in it."""

    noun: str
    key: int
    title: str
    detail: str
    part: str = ""


def find(reading: Reading, words: str, limit: int = 30) -> tuple[Hit, ...]:
    """What the words find; a person is shown with the cases, because a case is what one wants to open mostly."""
    if not query_terms(words):
        return ()
    hits: dict[tuple[str, int, str], Hit] = {}
    # What stands inside standards is asked apart, so that thousands of outcomes never crowd out a person.
    for found in search.find(reading.session, words, but=standard_search.BELOW, limit=limit):
        for hit in _pages(reading, found):
            hits.setdefault((hit.noun, hit.key, hit.part), hit)
    for edition, node, met, standard in standard_search.nodes(reading.session, words, MOST_INSIDE):
        text = f"{met.code} {met.text_lv or met.text_en}"
        hit = Hit("standard", edition, text, standard, standard_search.place(node))
        hits.setdefault((hit.noun, hit.key, hit.part), hit)
    order = {"case": 0, "person": 1, "sitting": 2, "standard": 3}
    return tuple(sorted(hits.values(), key=lambda hit: order.get(hit.noun, 4)))[:limit]


def _pages(reading: Reading, found: search.Found) -> list[Hit]:
    if found.noun == "person":
        query = select(RecognitionCase).where(RecognitionCase.person_id == found.key)
        cases = [
            Hit("case", row.id, f"{row.number} {row.title}", row.edition.standard.title_lv)
            for row in reading.session.scalars(query)
        ]
        return [*cases, Hit("person", found.key, found.title, "")]
    if found.noun == "standard":
        query_edition = select(Edition.id).where(Edition.standard_id == found.key).order_by(Edition.valid_from.desc())
        edition = reading.session.scalars(query_edition).first()
        return [] if edition is None else [Hit("standard", edition, found.title, found.detail)]
    return [Hit(found.noun, found.key, found.title, found.detail)]
