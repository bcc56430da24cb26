"""Checks every submission: its text is what was hashed, and the bytes of every file that was submitted are kept."""

from collections.abc import Iterator

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.blob import Blob
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import Submission
from commission_app.rules.submission import hashed, read
from commission_app.services.check_progress import Tally
from commission_app.store.work import Reading


def findings(reading: Reading, tally: Tally) -> Iterator[Refusal]:
    """Submission by submission."""
    kept = set(reading.session.scalars(select(Blob.sha256)))
    rows = select(Submission, RecognitionCase.number).join(RecognitionCase, RecognitionCase.id == Submission.case_id)
    for row, case in reading.session.execute(rows.order_by(Submission.id)):
        tally.one()
        yield from _submission(row, case, kept)


def _submission(row: Submission, case: str, kept: set[str]) -> Iterator[Refusal]:
    if hashed(row.text) != row.sha256:
        yield refusal("check.submission_changed", case=case, number=row.number)
        return
    try:
        snapshot = read(row.text)
    except RefusedError:
        yield refusal("check.submission_unreadable", case=case, number=row.number)
        return
    for item in snapshot.items:
        for file in item.files:
            if file.sha256 not in kept:
                yield refusal("check.submission_file", case=case, number=row.number, name=file.name)
