"""The frozen agenda: from a day of the by-law, or by hand, what changes needs a reason that the minutes print."""

from collections.abc import Collection
from datetime import date

from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import today
from commission_app.models.commission import BylawEdition
from commission_app.models.sitting import Sitting
from commission_app.rules import convocation
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services import commissions, deadlines
from commission_app.store.work import Reading, Work


def freeze(work: Work, sitting_id: int, seen: int | None = None) -> None:
    """The agenda is frozen by hand: from now on it changes only with a reason.

    Refused: without items, twice, or once the sitting is closed.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    if against := against_freezing(work, sitting):
        raise RefusedError.of(against[0])
    sitting.frozen_at = work.moment


def thaw(work: Work, sitting_id: int, seen: int | None = None) -> None:
    """An agenda frozen by hand too early is opened again while the sitting is planned.

    Where the by-law's own day has come it stays frozen all the same.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    if against := against_thawing(sitting):
        raise RefusedError.of(against[0])
    sitting.frozen_at = None


def against_freezing(reading: Reading, sitting: Sitting) -> tuple[Refusal, ...]:
    """What stands against freezing the agenda by hand now."""
    if sitting.state is SittingState.CLOSED:
        return (refusal("sitting.closed"),)
    if not sitting.items:
        return (refusal("sitting.no_agenda"),)
    return (refusal("agenda.frozen_already"),) if is_frozen(reading, sitting) else ()


def against_thawing(sitting: Sitting) -> tuple[Refusal, ...]:
    """What stands against opening the agenda again now."""
    if sitting.state is not SittingState.PLANNED:
        return (refusal("sitting.not_planned", state=sitting.state),)
    return (refusal("agenda.not_frozen_by_hand"),) if sitting.frozen_at is None else ()


def is_frozen(reading: Reading, sitting: Sitting) -> bool:
    """Whether the agenda changes only with a reason now."""
    edition = bylaw_of(reading.session, sitting)
    days = edition.freeze_days if edition is not None else 0
    by_hand = sitting.frozen_at is not None
    return convocation.is_frozen(by_hand, sitting.held_on, days, reading.today, holidays(reading.session))


def last_open_day(reading: Reading, sitting: Sitting) -> date | None:
    """The last day on which the agenda changes freely, where the by-law names one."""
    edition = bylaw_of(reading.session, sitting)
    if edition is None:
        return None
    return convocation.last_open_day(sitting.held_on, edition.freeze_days, holidays(reading.session))


def late_reason(work: Work, sitting: Sitting, reason: str, number: str) -> str:
    """The reason to be kept with a change of the agenda; nothing while it is not frozen.

    Refused: a change of a frozen agenda without a reason.
    """
    if not is_frozen(work, sitting):
        return ""
    if not reason.strip():
        raise RefusedError("agenda.frozen", at="reason", number=number)
    return reason.strip()


def bylaw_of(session: Session, sitting: Sitting) -> BylawEdition | None:
    """The by-law of the day of the sitting; none where the commission has none yet."""
    try:
        return commissions.bylaw_edition_on(session, sitting.commission_id, sitting.held_on)
    except RefusedError:
        return None


def holidays(session: Session) -> Collection[date]:
    """The days on which the office does not work."""
    return deadlines.calendar(session, today())
