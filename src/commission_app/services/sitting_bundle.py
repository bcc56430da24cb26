"""Every paper of a closed sitting in one press: the minutes, then the decisions in the order of the agenda."""

from collections.abc import Iterator

from commission_app.documents.joined import set_and_joined
from commission_app.documents.letterhead import Prepared
from commission_app.i18n import Language
from commission_app.services import papers, sitting_end, sitting_rows
from commission_app.store.work import Reading


def all_papers(reading: Reading, sitting_id: int, language: Language) -> bytes:
    """The minutes and all decisions as one PDF; it says how far it has come and can be cancelled between papers."""
    return set_and_joined(_papers(reading, sitting_id, language))


def _papers(reading: Reading, sitting_id: int, language: Language) -> Iterator[bytes | Prepared]:
    sitting_rows.lay_out(reading.session, sitting_id)
    decided = sitting_end.decisions_of(reading, sitting_id)
    yield papers.minutes_to_set(reading, sitting_id, language)
    for done, one in enumerate(decided, 1):
        reading.progress.step(done, len(decided))
        yield papers.decision_to_set(reading, one.id, language)
