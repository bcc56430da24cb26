"""Checks every version of minutes: its text is what was hashed, and it can still be read."""

from collections.abc import Iterator

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.sitting import Sitting
from commission_app.models.sitting_record import MinutesVersion
from commission_app.rules import minutes_record
from commission_app.services.check_progress import Tally
from commission_app.store.work import Reading


def findings(reading: Reading, tally: Tally) -> Iterator[Refusal]:
    """Version by version."""
    rows = select(MinutesVersion, Sitting).join(Sitting, Sitting.id == MinutesVersion.sitting_id)
    for row, sitting in reading.session.execute(rows.order_by(MinutesVersion.id)):
        tally.one()
        if minutes_record.hashed(row.text) != row.sha256:
            yield refusal("check.minutes_changed", day=sitting.held_on, number=row.number)
            continue
        try:
            minutes_record.read(row.text)
        except RefusedError:
            yield refusal("check.minutes_unreadable", day=sitting.held_on, number=row.number)
