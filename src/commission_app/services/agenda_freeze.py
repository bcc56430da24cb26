"""The frozen agenda: from a day of the by-law, or by hand, what changes needs a reason that the minutes print."""

from collections.abc import Collection
from datetime import date

from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.commission import BylawEdition
from commission_app.models.sitting import Sitting
from commission_app.rules import agenda, convocation
from commission_app.rules.agenda import SittingAct
from commission_app.rules.deadlines import NO_HOLIDAYS
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services import commissions
from commission_app.services.sitting_facts import sitting_facts
from commission_app.store.work import Reading, Work


def freeze(work: Work, sitting_id: int, seen: int | None = None) -> None:
    """The agenda is frozen by hand: from now on it changes only with a reason.

    Refused: without items, twice, or once the sitting is closed.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    agenda.require(sitting_facts(work, sitting), SittingAct.PREPARE)
    if not sitting.items:
        raise RefusedError("sitting.no_agenda")
    if is_frozen(work, sitting):
        raise RefusedError("agenda.frozen_already")
    sitting.frozen_at = work.moment


def thaw(work: Work, sitting_id: int, seen: int | None = None) -> None:
    """An agenda frozen by mistake is opened again while the sitting is planned.

    Refused: once the day of the by-law has come.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    if sitting.state is not SittingState.PLANNED:
        raise RefusedError("sitting.not_planned", state=sitting.state)
    if sitting.frozen_at is None:
        raise RefusedError("agenda.not_frozen_by_hand")
    sitting.frozen_at = None


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
    return NO_HOLIDAYS
