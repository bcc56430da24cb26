"""Checks that every open case is due on the day that its application, its term and what moved it make."""

from collections.abc import Iterator

from commission_app.errors import Refusal, refusal
from commission_app.services import deadlines
from commission_app.services.check_progress import Tally
from commission_app.store.work import Reading


def findings(reading: Reading, _: Tally) -> Iterator[Refusal]:
    """Every open case whose kept deadline is another than the one reckoned again."""
    for _key, number, kept, found in deadlines.differing_deadlines(reading.session):
        yield refusal("check.deadline", number=number, kept=kept, found=found)
