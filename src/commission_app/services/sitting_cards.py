"""What is asked about sittings: the list, and everything the page of the sitting in session shows."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, func, select, tuple_

from commission_app.errors import Refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Commission
from commission_app.models.decision import Decision
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules import agenda
from commission_app.rules.agenda import SittingStanding
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.vocabulary.sitting import ItemState, SittingForm, SittingState
from commission_app.services import agenda_freeze, attendance, people
from commission_app.services.attendance import Presiding
from commission_app.services.conflict_bars import bar
from commission_app.services.item_cards import ItemCard, item_card
from commission_app.services.paging import Cursor, Page
from commission_app.services.sitting_facts import UNDECIDED, present_ids, sitting_facts
from commission_app.store.work import Reading


@dataclass(frozen=True)
class SittingRow:
    """A sitting as lists show it."""

    id: int
    held_on: date
    planned_at: str
    place: str
    form: SittingForm
    state: SittingState
    commission_id: int
    commission_lv: str
    commission_en: str
    items: int
    undecided: int
    minutes_number: str


@dataclass(frozen=True)
class SeatCard:
    """A member of the commission on the day of the sitting."""

    member_id: int
    uid: UUID
    name: str
    post_lv: str
    post_en: str
    role: MemberRole
    side: Side
    in_term: bool
    present: bool


@dataclass(frozen=True)
class AttendanceLine:
    """From when to when a member took part."""

    member_id: int
    name: str
    arrived_at: datetime
    left_at: datetime | None


@dataclass(frozen=True)
class AgendaLine:
    """One item of the agenda, with the decision drafted on it once the sitting is closed."""

    item_id: int
    position: int
    state: ItemState
    reason: str
    case_id: int
    case_number: str
    case_state: CaseState
    applicant: str
    title_lv: str
    title_en: str
    decision_id: int | None = None
    decision_number: str = ""
    verdict: DecisionVerdict | None = None
    recognised: Credits | None = None
    claimed: Credits | None = None
    taken_up_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True)
class SittingCard:
    """A sitting with its agenda, its members, and the item that is looked at."""

    id: int
    uid: UUID
    version: int
    state: SittingState
    held_on: date
    planned_at: str
    place: str
    form: SittingForm
    started_at: datetime | None
    ended_at: datetime | None
    minutes_number: str
    minute_taker: str
    commission_id: int
    commission_lv: str
    commission_en: str
    members: tuple[SeatCard, ...]
    attendance: tuple[AttendanceLine, ...]
    agenda: tuple[AgendaLine, ...]
    item: ItemCard | None
    acts: tuple[SittingStanding, ...]
    barred: Refusal | None = None
    """What keeps who asks from seeing the item: an own conflict of interest."""
    remote_link: str = ""
    presiding: Presiding | None = None
    frozen: bool = False
    """Whether the agenda changes only with a reason."""
    in_writing: bool = False
    """Whether it is held in writing: begun with a last day for votes, or planned to be."""


def sitting_list(
    reading: Reading,
    *,
    commission_id: int | None = None,
    state: SittingState | None = None,
    after: Cursor | None = None,
    limit: int = 100,
) -> Page[SittingRow]:
    """Sittings, the latest day first, page by page."""
    query = select(Sitting, Commission).join(Commission, Commission.id == Sitting.commission_id)
    if commission_id is not None:
        query = query.where(Sitting.commission_id == commission_id)
    if state is not None:
        query = query.where(Sitting.state == state)
    if after is not None:
        query = query.where(tuple_(Sitting.held_on, Sitting.id) < (after.value, after.key))
    found = reading.session.execute(query.order_by(Sitting.held_on.desc(), Sitting.id.desc()).limit(limit)).all()
    rows = sitting_rows(reading, [(sitting, commission) for sitting, commission in found])
    return Page(rows, Cursor(rows[-1].held_on, rows[-1].id) if len(rows) == limit else None)


def sitting_rows(reading: Reading, found: list[tuple[Sitting, Commission]]) -> tuple[SittingRow, ...]:
    """Sittings with their commissions as lists show them, each with its items counted."""
    counted = _counted(reading, [sitting.id for sitting, _ in found])
    return tuple(_row(sitting, commission, counted.get(sitting.id, {})) for sitting, commission in found)


def sitting_card(reading: Reading, sitting_id: int, item_id: int | None = None) -> SittingCard:
    """The page of a sitting: with the item asked for, or the one on the table, or the next that waits."""
    sitting = reading.get(Sitting, sitting_id)
    commission = sitting.commission
    drafted = {
        decision.item_id: decision
        for decision in reading.session.scalars(
            select(Decision).join(AgendaItem).where(AgendaItem.sitting_id == sitting.id)
        )
    }
    shown = _shown(sitting, item_id)
    barred = bar(reading, shown.case_id) if shown is not None else None
    return SittingCard(
        id=sitting.id,
        uid=sitting.uid,
        version=sitting.version,
        state=sitting.state,
        held_on=sitting.held_on,
        planned_at=sitting.planned_at,
        place=sitting.place,
        form=sitting.form,
        started_at=sitting.started_at,
        ended_at=sitting.ended_at,
        minutes_number=sitting.minutes_number or "",
        minute_taker=sitting.minute_taker,
        commission_id=commission.id,
        commission_lv=commission.name_lv,
        commission_en=commission.name_en,
        members=_seats(sitting),
        attendance=_times(sitting),
        agenda=tuple(_agenda_line(reading, item, drafted.get(item.id)) for item in sitting.items),
        item=item_card(reading, shown) if shown is not None and barred is None else None,
        acts=agenda.sitting_standings(sitting_facts(reading, sitting)),
        barred=barred,
        remote_link=sitting.remote_link,
        presiding=attendance.presiding(reading, sitting.id),
        frozen=agenda_freeze.is_frozen(reading, sitting),
        in_writing=sitting.form is SittingForm.WRITTEN
        and (sitting.vote_until is not None or sitting.state is SittingState.PLANNED),
    )


def _times(sitting: Sitting) -> tuple[AttendanceLine, ...]:
    rows = sitting.attendance
    return tuple(AttendanceLine(row.member_id, row.member.name, row.arrived_at, row.left_at) for row in rows)


def cases_to_hear(reading: Reading, commission_id: int, sitting_id: int | None = None) -> tuple[AgendaLine, ...]:
    """Cases of a commission that wait for a sitting and stand on no agenda, the nearest deadline first.

    For a sitting those that it has dealt with already are left out.
    """
    dealt_with = select(AgendaItem.case_id).where(AgendaItem.sitting_id == sitting_id)
    # An item whose decision was entered does not keep a case that is taken up again from the agenda.
    entered = exists().where(Decision.item_id == AgendaItem.id, Decision.state != DecisionState.DRAFT)
    undecided = AgendaItem.state.in_((*UNDECIDED, ItemState.DECIDED))
    waiting = select(AgendaItem.case_id).where(undecided, ~entered)
    rows = reading.session.scalars(
        select(RecognitionCase)
        .where(
            RecognitionCase.commission_id == commission_id,
            RecognitionCase.state.in_((CaseState.REFERRED, CaseState.POSTPONED)),
            RecognitionCase.id.not_in(waiting),
            RecognitionCase.id.not_in(dealt_with),
        )
        .order_by(RecognitionCase.deadline, RecognitionCase.id)
    )
    return tuple(
        AgendaLine(
            0,
            place,
            ItemState.WAITING,
            "",
            case.id,
            case.number,
            case.state,
            people.full_name(case.person),
            case.edition.standard.title_lv,
            case.edition.standard.title_en,
        )
        for place, case in enumerate(rows, 1)
    )


def _shown(sitting: Sitting, item_id: int | None) -> AgendaItem | None:
    if item_id is not None:
        return next((item for item in sitting.items if item.id == item_id), None)
    for wanted in (ItemState.ON_TABLE, ItemState.WAITING):
        for item in sitting.items:
            if item.state is wanted:
                return item
    return sitting.items[0] if sitting.items else None


def _seats(sitting: Sitting) -> tuple[SeatCard, ...]:
    present = present_ids(sitting)
    return tuple(
        SeatCard(
            member.id,
            member.uid,
            member.name,
            member.post_lv,
            member.post_en,
            member.role,
            member.side,
            member.term_from <= sitting.held_on <= (member.term_until or date.max),
            member.id in present,
        )
        for member in sitting.commission.members
    )


def _agenda_line(reading: Reading, item: AgendaItem, decision: Decision | None) -> AgendaLine:
    case = reading.get(RecognitionCase, item.case_id)
    line = AgendaLine(
        item.id,
        item.position,
        item.state,
        item.reason,
        case.id,
        case.number,
        case.state,
        people.full_name(case.person),
        case.edition.standard.title_lv,
        case.edition.standard.title_en,
        taken_up_at=item.taken_up_at,
        closed_at=item.closed_at,
    )
    if decision is None:
        return line
    return replace(
        line,
        decision_id=decision.id,
        decision_number=decision.number,
        verdict=decision.verdict,
        recognised=Credits.from_thousandths(decision.credits_recognised, decision.credit_unit),
        claimed=Credits.from_thousandths(decision.credits_claimed, decision.credit_unit),
    )


def _counted(reading: Reading, keys: list[int]) -> dict[int, dict[ItemState, int]]:
    query = (
        select(AgendaItem.sitting_id, AgendaItem.state, func.count())
        .where(AgendaItem.sitting_id.in_(keys))
        .group_by(AgendaItem.sitting_id, AgendaItem.state)
    )
    counted: dict[int, dict[ItemState, int]] = {}
    for key, state, count in reading.session.execute(query):
        counted.setdefault(key, {})[state] = count
    return counted


def _row(sitting: Sitting, commission: Commission, counted: dict[ItemState, int]) -> SittingRow:
    return SittingRow(
        sitting.id,
        sitting.held_on,
        sitting.planned_at,
        sitting.place,
        sitting.form,
        sitting.state,
        commission.id,
        commission.name_lv,
        commission.name_en,
        sum(counted.values()),
        sum(counted.get(state, 0) for state in UNDECIDED),
        sitting.minutes_number or "",
    )
