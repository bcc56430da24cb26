"""The check of the whole office: references, guards, both kinds of chains, numbers, votes, bytes and computations."""

from collections.abc import Callable, Iterator

from sqlalchemy import func, select

from commission_app.errors import Refusal, refusal
from commission_app.models.act import Act
from commission_app.models.blob import Blob
from commission_app.models.evidence import Submission
from commission_app.models.register import Entry
from commission_app.models.sitting_record import MinutesVersion
from commission_app.services import (
    check_blanks,
    check_chain,
    check_computations,
    check_deadlines,
    check_files,
    check_minutes,
    check_registers,
    check_sittings,
    check_submissions,
)
from commission_app.services.check_progress import Tally
from commission_app.store import guards
from commission_app.store.database import broken_references
from commission_app.store.work import Reading

Part = Callable[[Reading, Tally], Iterator[Refusal]]


def findings(reading: Reading) -> tuple[Refusal, ...]:
    """Everything that is not as it should be; empty when all is right."""
    tally = Tally(reading.progress, _size(reading))
    parts: tuple[Part, ...] = (
        _references,
        _guards,
        check_chain.findings,
        check_registers.findings,
        check_computations.findings,
        check_sittings.findings,
        check_deadlines.findings,
        check_files.findings,
        check_minutes.findings,
        check_submissions.findings,
        check_blanks.findings,
    )
    return tuple(found for part in parts for found in part(reading, tally))


def _size(reading: Reading) -> int:
    counted = (select(func.count()).select_from(table) for table in (Act, Entry, Blob, Submission, MinutesVersion))
    return sum(reading.session.scalar(count) or 0 for count in counted)


def _references(reading: Reading, _: Tally) -> Iterator[Refusal]:
    for table, row in broken_references(reading.session.connection()):
        yield refusal("check.reference", table=table, row=row)


def _guards(reading: Reading, _: Tally) -> Iterator[Refusal]:
    for name in guards.missing(reading.session.connection()):
        yield refusal("check.guard", name=name)
