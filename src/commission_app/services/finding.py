"""The one search: whatever the office knows by name, code or number, grouped by noun."""

from dataclasses import dataclass

from commission_app.store import search
from commission_app.store.work import Reading

ORDER = ("case", "person", "decision", "certificate", "entry", "sitting", "standard", "commission")
MANY = 40


@dataclass(frozen=True)
class FoundRow:
    """One answer of the search: its noun and key, and how it reads."""

    noun: str
    key: int
    title: str
    detail: str


def find(reading: Reading, words: str) -> tuple[FoundRow, ...]:
    """What the words find, cases and people first; within a noun the newest first."""
    found = search.find(reading.session, words, limit=MANY)
    ranks = {noun: rank for rank, noun in enumerate(ORDER)}
    rows = (FoundRow(hit.noun, hit.key, hit.title, hit.detail) for hit in found)
    return tuple(sorted(rows, key=lambda row: ranks.get(row.noun, len(ORDER))))
