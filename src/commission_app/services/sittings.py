"""Sittings of a commission: planned with an agenda, opened, attended, and closed with minutes and draft decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Commission
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules import agenda
from commission_app.rules.agenda import ItemAct, SittingAct
from commission_app.rules.vocabulary.case import CaseAct, CaseState
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.sitting import ItemState, SittingForm, SittingState
from commission_app.services import (
    agenda_freeze,
    ballots,
    cases,
    conflicts,
    decisions,
    minutes_versions,
    registers,
    sitting_rows,
)
from commission_app.services.attendance import arrive, leave
from commission_app.services.sitting_cards import cases_to_hear, sitting_card, sitting_list
from commission_app.services.sitting_facts import UNDECIDED, in_writing, item_facts, locked_item, sitting_facts
from commission_app.services.votes import put_off
from commission_app.store import search
from commission_app.store.work import Work

__all__ = ["MinuteTaker", "arrive", "cases_to_hear", "leave", "sitting_card", "sitting_list"]


@dataclass(frozen=True)
class MinuteTaker:
    """Who takes the minutes, with the post in both languages."""

    name: str
    post_lv: str = ""
    post_en: str = ""


def plan(
    work: Work,
    commission_id: int,
    held_on: date,
    planned_at: str = "",
    place: str = "",
    form: SittingForm = SittingForm.ON_SITE,
    link: str = "",
) -> int:
    """A sitting of a commission is planned for a day."""
    commission = work.lock(Commission, commission_id)
    sitting = Sitting(
        commission_id=commission.id, held_on=held_on, planned_at=planned_at.strip(), place=place.strip(), form=form
    )
    sitting.remote_link = link.strip()
    work.add(sitting)
    work.session.flush()
    return sitting.id


def change_plan(
    work: Work,
    sitting_id: int,
    seen: int,
    held_on: date,
    planned_at: str,
    place: str,
    form: SittingForm,
    link: str | None = None,
) -> None:
    """A planned sitting is moved to another day, hour, place or form; without a link its link stays.

    Refused: once it is open.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    if sitting.state is not SittingState.PLANNED:
        raise RefusedError("sitting.not_planned", state=sitting.state)
    sitting.held_on, sitting.planned_at = held_on, planned_at.strip()
    sitting.place, sitting.form = place.strip(), form
    if link is not None:
        sitting.remote_link = link.strip()


def put_on_agenda(work: Work, sitting_id: int, case_id: int, reason: str = "") -> int:
    """A case is put on the agenda; one that is scored or was postponed is referred to the commission by this.

    Refused: a case of another commission, one that waits on another agenda or was dealt with in this sitting
    already, and without a reason once the agenda is frozen.
    """
    sitting = work.lock(Sitting, sitting_id)
    agenda.require(sitting_facts(work, sitting), SittingAct.PREPARE)
    case = work.lock(RecognitionCase, case_id)
    if case.commission_id not in (None, sitting.commission_id):
        raise RefusedError("agenda.foreign_commission", number=case.number)
    waiting = work.session.scalars(
        select(AgendaItem).where(AgendaItem.case_id == case.id, AgendaItem.state.in_(UNDECIDED))
    ).first()
    if waiting is not None:
        raise RefusedError("agenda.waiting_already", number=case.number, day=waiting.sitting.held_on)
    if any(item.case_id == case.id for item in sitting.items):
        raise RefusedError("agenda.dealt_with", number=case.number)
    late = agenda_freeze.late_reason(work, sitting, reason, case.number)
    if case.state is not CaseState.REFERRED:
        cases.step_forward(work, case, CaseAct.REFER)
    place = _last_position(work, sitting) + 1
    item = AgendaItem(sitting_id=sitting.id, case_id=case.id, position=place, late_reason=late)
    work.add(item)
    work.touch(sitting)
    work.session.flush()
    if in_writing(sitting):
        ballots.begin(work, item)
    conflicts.preset(work, item)
    return item.id


def put_all_on_agenda(work: Work, sitting_id: int, case_ids: tuple[int, ...], reason: str = "") -> tuple[int, ...]:
    """Several cases are put on the agenda together, in this order.

    Refused: as for one case; then none of them is.
    """
    return tuple(put_on_agenda(work, sitting_id, case_id, reason) for case_id in case_ids)


def take_off(work: Work, item_id: int, reason: str = "") -> None:
    """An item that nobody has taken up is taken off the agenda; the others move up.

    Of a frozen agenda it is taken off by postponing it: it keeps its number, and the reason stands in the minutes.
    """
    sitting, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.TAKE_OFF)
    if sitting.state is SittingState.OPEN:
        raise RefusedError("agenda.open", number=item.case.number)
    if late := agenda_freeze.late_reason(work, sitting, reason, item.case.number):
        put_off(work, item, late)
        return
    work.remove([*item.recusals, *item.departures])
    work.session.flush()
    work.remove([item])
    for place, other in enumerate((row for row in sitting.items if row.id != item.id), 1):
        other.position = place
    work.touch(sitting)


def reorder(work: Work, sitting_id: int, item_ids: tuple[int, ...]) -> None:
    """The agenda gets another order; an open sitting keeps the numbers of its items.

    Refused: an order that leaves an item out or names one of another sitting.
    """
    sitting = work.lock(Sitting, sitting_id)
    if sitting.state is not SittingState.PLANNED:
        raise RefusedError("sitting.not_planned", state=sitting.state)
    known = {item.id: item for item in sitting.items}
    if sorted(item_ids) != sorted(known):
        raise RefusedError("agenda.order", items=len(known), given=len(item_ids))
    for place, key in enumerate(item_ids, 1):
        known[key].position = place
    work.touch(sitting)


def open_sitting(work: Work, sitting_id: int, seen: int | None = None) -> None:
    """The sitting begins.

    Refused: before its day, or without an agenda.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    agenda.require(sitting_facts(work, sitting), SittingAct.OPEN)
    sitting.state = SittingState.OPEN
    sitting.started_at = work.moment


def close(
    work: Work,
    sitting_id: int,
    minute_taker: MinuteTaker,
    seen: int | None = None,
    typed_number: str | None = None,
    typed_decisions: Mapping[int, str] | None = None,
) -> None:
    """The sitting ends: the minutes get their number, and every decided item a draft decision with its own.

    Refused: while an item is neither decided nor postponed, or without a minute taker.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    agenda.require(sitting_facts(work, sitting), SittingAct.CLOSE)
    if not minute_taker.name.strip():
        raise RefusedError("sitting.no_minute_taker", at="minute_taker")
    decided = [item for item in sitting.items if item.state is ItemState.DECIDED]
    work.lock_all(RecognitionCase, [item.case_id for item in decided])
    sitting_rows.lay_out(work.session, sitting_id)
    registers.lock_series(work, (Book.MINUTES, Book.DECISIONS), sitting.held_on.year)
    number = registers.reserve(work, Book.MINUTES, sitting.uid, sitting.held_on.year, typed_number)
    registers.use(work, Book.MINUTES, number)
    _end(work, sitting, minute_taker, number)
    # Whose applicant stepped back after the vote gets no decision.
    standing = [item for item in decided if item.case.state is CaseState.REFERRED]
    decisions.draft_all(work, standing, typed_decisions or {})
    work.session.flush()  # minutes_versions reads what was drafted
    minutes_versions.begin(work, sitting)
    search.put(
        work.session,
        "sitting",
        sitting.id,
        sitting.uid,
        number,
        sitting.commission.name_lv,
        sitting.held_on.isoformat(),
    )


def _end(work: Work, sitting: Sitting, minute_taker: MinuteTaker, number: str) -> None:
    sitting.state = SittingState.CLOSED
    sitting.ended_at = work.moment
    sitting.minutes_number = number
    sitting.minute_taker = minute_taker.name.strip()
    sitting.minute_taker_post_lv, sitting.minute_taker_post_en = minute_taker.post_lv, minute_taker.post_en
    for seat in sitting.attendance:
        if seat.left_at is None:
            seat.left_at = work.moment
    work.session.flush()


def _last_position(work: Work, sitting: Sitting) -> int:
    return work.session.scalar(select(func.max(AgendaItem.position)).where(AgendaItem.sitting_id == sitting.id)) or 0
