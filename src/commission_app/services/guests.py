"""Guests of a sitting: heard or present without a vote, at the whole sitting or for one item."""

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.i18n import OFFICE_ZONE
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.models.sitting_record import Guest
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class GuestForm:
    """What is asked about a guest; without an item the guest is there for the whole sitting."""

    name: str
    post: str = ""
    item_id: int | None = None
    arrived: time | None = None
    left: time | None = None


@dataclass(frozen=True)
class GuestLine:
    """A guest as lists show one."""

    id: int
    form: GuestForm
    case_number: str
    """The case the guest is heard in; none for the whole sitting."""


def invite(work: Work, sitting_id: int, form: GuestForm) -> int:
    """Somebody is invited to a sitting, or comes to it.

    Refused: without a name, out of time, for an item of another sitting, or once the sitting is closed.
    """
    sitting = _open(work, sitting_id)
    guest = Guest(sitting_id=sitting.id)
    _write(work, sitting, guest, form)
    work.add(guest)
    work.session.flush()
    return guest.id


def change(work: Work, guest_id: int, form: GuestForm) -> None:
    """What is known of a guest changes: when the guest came and left above all."""
    guest = work.get(Guest, guest_id)
    _write(work, _open(work, guest.sitting_id), guest, form)


def remove(work: Work, guest_id: int) -> None:
    """A guest who was entered by mistake, or did not come, is taken off the list."""
    guest = work.get(Guest, guest_id)
    _open(work, guest.sitting_id)
    work.remove([guest])


def of_sitting(reading: Reading, sitting_id: int) -> tuple[GuestLine, ...]:
    """The guests of a sitting in the order in which they were entered."""
    rows = reading.session.scalars(select(Guest).where(Guest.sitting_id == sitting_id).order_by(Guest.id))
    return tuple(
        GuestLine(
            row.id,
            GuestForm(row.name, row.post, row.item_id, _clock(row.arrived_at), _clock(row.left_at)),
            row.item.case.number if row.item is not None else "",
        )
        for row in rows
    )


def _open(work: Work, sitting_id: int) -> Sitting:
    sitting = work.lock(Sitting, sitting_id)
    if sitting.state is SittingState.CLOSED:
        raise RefusedError("guest.sitting_over")
    work.touch(sitting)
    return sitting


def _write(work: Work, sitting: Sitting, guest: Guest, form: GuestForm) -> None:
    if not form.name.strip():
        raise RefusedError("guest.without_name", at="name")
    if form.item_id is not None and work.get(AgendaItem, form.item_id).sitting_id != sitting.id:
        raise RefusedError("guest.foreign_item", at="item")
    if form.left is not None and (form.arrived is None or form.left < form.arrived):
        arrived = f"{form.arrived:%H.%M}" if form.arrived is not None else None
        raise RefusedError("guest.left_before", at="left", left=f"{form.left:%H.%M}", arrived=arrived)
    guest.name, guest.post, guest.item_id = form.name.strip(), form.post.strip(), form.item_id
    guest.arrived_at, guest.left_at = _moment(sitting, form.arrived), _moment(sitting, form.left)


def _moment(sitting: Sitting, clock: time | None) -> datetime | None:
    """An hour of the sitting's day, as the clock on the wall of the office shows it."""
    return datetime.combine(sitting.held_on, clock, OFFICE_ZONE) if clock is not None else None


def _clock(moment: datetime | None) -> time | None:
    return moment.astimezone(OFFICE_ZONE).time().replace(tzinfo=None) if moment is not None else None
