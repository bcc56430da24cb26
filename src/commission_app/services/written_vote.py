"""The written procedure: items are voted on by letter until a day, and each is closed when its outcome is certain."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import OFFICE_ZONE
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Member
from commission_app.models.sitting import AgendaItem, Sitting, Vote
from commission_app.rules import agenda, deadlines, legality, written_vote
from commission_app.rules.agenda import SittingAct
from commission_app.rules.legality import Tally
from commission_app.rules.vocabulary.case import CaseState, Channel
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState, SittingForm, SittingState
from commission_app.rules.written_vote import Standing
from commission_app.services import agenda_freeze, decisions, people
from commission_app.services.conflict_bars import bar
from commission_app.services.legality_text import kept, snapshot
from commission_app.services.sitting_facts import (
    UNDECIDED,
    area_of,
    bylaw,
    locked_item,
    member_facts,
    member_of,
    sitting_facts,
)
from commission_app.store.work import Reading, Work

LAST_MINUTE, NOON = time(23, 59), time(12)


@dataclass(frozen=True)
class WrittenCell:
    """One member's vote on one item, or why the member has none."""

    member_id: int
    choice: Choice | None
    came_on: date | None
    channel: Channel | None
    barred: Refusal | None


@dataclass(frozen=True)
class WrittenLine:
    """One item with its votes, how they stand, and what stands against closing it."""

    item_id: int
    position: int
    state: ItemState
    case_id: int
    case_number: str
    applicant: str
    cells: tuple[WrittenCell, ...]
    tally: Tally
    remaining: int
    settled: bool
    against_closing: tuple[Refusal, ...]

    @property
    def open(self) -> bool:
        """Whether votes may still be entered."""
        return self.state in UNDECIDED


@dataclass(frozen=True)
class WrittenCard:
    """The written procedure of a sitting: its last day, its members, and the votes on every item."""

    sitting_id: int
    until: date | None
    earliest: date
    """The first last day the by-law allows, counted from today."""
    members: tuple[tuple[int, str], ...]
    lines: tuple[WrittenLine, ...]


def begin(work: Work, sitting_id: int, until: date, seen: int | None = None) -> None:
    """The written procedure begins: votes are awaited up to and including a day.

    Refused: for another form of sitting, where the by-law knows no written procedure or asks for more working days,
    before its day, and without an agenda.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    _require_written(sitting)
    agenda.require(sitting_facts(work, sitting), SittingAct.OPEN)
    _check_last_day(work, sitting, until)
    sitting.state = SittingState.OPEN
    sitting.started_at = work.moment
    sitting.vote_until = _moment(until, LAST_MINUTE)


def prolong(work: Work, sitting_id: int, until: date, seen: int | None = None) -> None:
    """Votes are awaited longer; the last day is never drawn nearer.

    Refused: an earlier day than the one that was told to the members.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    last = _require_running(sitting)
    if until < last:
        raise RefusedError("written.nearer", at="until", until=last)
    sitting.vote_until = _moment(until, LAST_MINUTE)


def cast(
    work: Work, item_id: int, member_id: int, choice: Choice, came_on: date, channel: Channel = Channel.EMAIL
) -> None:
    """A vote that came is entered, or corrected while the item is not closed.

    Refused: one that came after the last day or before the first, and one of a member who may not take part.
    """
    sitting, item = locked_item(work, item_id)
    member = member_of(work, sitting, member_id)
    last = _require_waiting(sitting, item)
    _check_day(work, sitting, came_on, last)
    stands = _standing(work.session, item)
    if why := stands.barred.get(str(member.uid)):
        raise RefusedError.of(why)
    if str(member.uid) not in stands.may_vote:
        raise RefusedError("vote.not_member", name=member.name)
    legality.check_choice(bylaw(work.session, sitting), choice)
    moment = work.moment if came_on == work.today else _moment(came_on, NOON)
    given = next((row for row in item.votes if row.member_id == member.id), None)
    if given is None:
        work.add(Vote(item_id=item.id, member_id=member.id, choice=choice, cast_at=moment, channel=channel))
    else:
        given.choice, given.cast_at, given.channel = choice, moment, channel


def take_back(work: Work, item_id: int, member_id: int) -> None:
    """A vote entered by mistake is taken out while the item is not closed."""
    sitting, item = locked_item(work, item_id)
    _require_waiting(sitting, item)
    member = member_of(work, sitting, member_id)
    work.remove([row for row in item.votes if row.member_id == member.id])


def close_item(work: Work, item_id: int) -> None:
    """The item is closed: adopted by the votes that came, and what made it lawful is kept with it.

    Refused: while a vote to come could change the outcome before the last day is over, and when it is not adopted.
    """
    sitting, item = locked_item(work, item_id)
    last = _require_waiting(sitting, item)
    stands = _standing(work.session, item)
    against = _against(item, stands, last, work.today)
    if against:
        raise RefusedError.of(against[0])
    decisions.award_of(work.session, item).total.thousandths()
    counted = {vote.member_id for vote in item.votes if str(vote.member.uid) in stands.may_vote}
    work.remove([vote for vote in item.votes if vote.member_id not in counted])
    item.legality = snapshot(stands.legality, stands.tally, member_facts(work.session, item, frozenset(counted)))
    item.state, item.closed_at = ItemState.DECIDED, work.moment
    if sitting.chaired_by_id is None:
        head = stands.legality.presiding
        sitting.chaired_by_id = next((row.id for row in sitting.commission.members if str(row.uid) == head), None)


def card(reading: Reading, sitting_id: int) -> WrittenCard:
    """The votes of a written procedure, item by item and member by member; an own conflict hides the item."""
    sitting = reading.get(Sitting, sitting_id)
    rules = bylaw(reading.session, sitting)
    members = [row for row in sitting.commission.members if row.role is not MemberRole.SUBSTITUTE]
    free = agenda_freeze.holidays(reading.session)
    shown = (item for item in sitting.items if bar(reading, item.case_id) is None)
    return WrittenCard(
        sitting.id,
        _last_day(sitting),
        deadlines.add_working_days(max(reading.today, sitting.held_on), rules.written_days, free),
        tuple((member.id, member.name) for member in members),
        tuple(_line(reading, item, members) for item in shown),
    )


def _line(reading: Reading, item: AgendaItem, members: Iterable[Member]) -> WrittenLine:
    stands, last = _standing(reading.session, item), _last_day(item.sitting)
    person = reading.get(RecognitionCase, item.case_id).person
    reading.opened.add(person.uid)
    given, closed = {vote.member_id: vote for vote in item.votes}, kept(item.legality)
    running = item.state in UNDECIDED and last is not None
    against = _against(item, stands, last, reading.today) if running and last is not None else ()
    return WrittenLine(
        item.id,
        item.position,
        item.state,
        item.case_id,
        item.case.number,
        people.full_name(person),
        tuple(_cell(member, given.get(member.id), stands) for member in members),
        closed.tally if closed is not None else stands.tally,
        len(stands.remaining) if running else 0,
        stands.settled,
        against,
    )


def _cell(member: Member, vote: Vote | None, stands: Standing) -> WrittenCell:
    if vote is None:
        return WrittenCell(member.id, None, None, None, stands.barred.get(str(member.uid)))
    came = vote.cast_at.astimezone(OFFICE_ZONE).date() if vote.cast_at is not None else None
    return WrittenCell(member.id, vote.choice, came, vote.channel, None)


def _standing(session: Session, item: AgendaItem) -> Standing:
    rules, day = bylaw(session, item.sitting), item.sitting.held_on
    area = area_of(session, item) if rules.field_required else ""
    choices = {str(vote.member.uid): vote.choice for vote in item.votes if legality.may_choose(rules, vote.choice)}
    return written_vote.standing(rules, member_facts(session, item), choices, day, area)


def _against(item: AgendaItem, stands: Standing, last: date, today: date) -> tuple[Refusal, ...]:
    if item.case.state is not CaseState.REFERRED:
        return (refusal("item.case_moved", number=item.case.number, state=item.case.state),)
    return written_vote.against_closing(stands, item.case.number, last, over=today > last)


def _require_written(sitting: Sitting) -> None:
    if sitting.form is not SittingForm.WRITTEN:
        raise RefusedError("written.other_form", form=sitting.form)


def _require_running(sitting: Sitting) -> date:
    """The last day for votes of a procedure that runs."""
    _require_written(sitting)
    last = _last_day(sitting)
    if sitting.state is not SittingState.OPEN or last is None:
        raise RefusedError("sitting.not_open", state=sitting.state)
    return last


def _require_waiting(sitting: Sitting, item: AgendaItem) -> date:
    last = _require_running(sitting)
    if item.state not in UNDECIDED:
        raise RefusedError("item.over", number=item.case.number, state=item.state)
    if item.ballot is BallotKind.SECRET:
        raise RefusedError("written.secret", number=item.case.number)
    return last


def _check_last_day(work: Work, sitting: Sitting, until: date) -> None:
    rules = bylaw(work.session, sitting)
    if not rules.written_allowed:
        raise RefusedError("written.not_allowed")
    first = deadlines.add_working_days(work.today, rules.written_days, agenda_freeze.holidays(work.session))
    if until < first:
        raise RefusedError("written.too_soon", at="until", days=rules.written_days, first=first)


def _check_day(work: Work, sitting: Sitting, came_on: date, last: date) -> None:
    begun = sitting.started_at.astimezone(OFFICE_ZONE).date() if sitting.started_at is not None else came_on
    if came_on > work.today:
        raise RefusedError("written.future_day", at="came_on", day=came_on)
    if came_on < begun:
        raise RefusedError("written.before", at="came_on", day=came_on, begun=begun)
    if came_on > last:
        raise RefusedError("written.late", at="came_on", day=came_on, until=last)


def _last_day(sitting: Sitting) -> date | None:
    return sitting.vote_until.astimezone(OFFICE_ZONE).date() if sitting.vote_until is not None else None


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, OFFICE_ZONE).astimezone(UTC)
