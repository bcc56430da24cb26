"""The written procedure: items are voted on by letter until a day, and each is closed when its outcome is certain."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from commission_app.errors import Refusal, RefusedError
from commission_app.i18n import OFFICE_ZONE
from commission_app.models.case import RecognitionCase
from commission_app.models.sitting import AgendaItem, BallotTaken, Sitting, Vote
from commission_app.rules import agenda, deadlines, legality
from commission_app.rules.agenda import SittingAct
from commission_app.rules.legality import Tally
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState, SittingState
from commission_app.rules.written_vote import Standing
from commission_app.services import agenda_freeze, ballots, decisions, people, written_seats
from commission_app.services.ballots import Totals
from commission_app.services.conflict_bars import bar
from commission_app.services.legality_text import kept, snapshot
from commission_app.services.sitting_facts import (
    UNDECIDED,
    bylaw,
    locked_item,
    member_facts,
    member_of,
    sitting_facts,
)
from commission_app.services.written_seats import WrittenMember
from commission_app.services.written_standing import (
    LAST_MINUTE,
    NOON,
    against_closing,
    against_counting,
    check_vote,
    last_day,
    moment,
    require_running,
    require_waiting,
    require_written,
    standing_of,
)
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class WrittenCell:
    """One member's vote on one item, or why the member has none; of a secret one only that it came."""

    member_id: int
    choice: Choice | None
    came_on: date | None
    channel: Channel | None
    barred: Refusal | None
    took: bool = False
    recused: bool = False


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
    ballot: BallotKind = BallotKind.NAMED
    papers: int = 0
    """How many ballots of a secret vote came."""
    totals: Totals | None = None
    against_counting: tuple[Refusal, ...] = ()
    against_choosing: tuple[Refusal, ...] = ()
    """What stands against voting on it the other way: by name, or in secret."""

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
    members: tuple[WrittenMember, ...]
    lines: tuple[WrittenLine, ...]


def begin(work: Work, sitting_id: int, until: date, seen: int | None = None) -> None:
    """The written procedure begins: votes are awaited up to and including a day.

    Refused: for another form of sitting, where the by-law knows no written procedure or asks for more working days,
    before its day, and without an agenda.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    require_written(sitting)
    agenda.require(sitting_facts(work, sitting), SittingAct.OPEN)
    _check_last_day(work, sitting, until)
    sitting.state = SittingState.OPEN
    sitting.started_at = work.moment
    sitting.vote_until = moment(until, LAST_MINUTE)
    for item in sitting.items:
        ballots.begin(work, item)


def prolong(work: Work, sitting_id: int, until: date, seen: int | None = None) -> None:
    """Votes are awaited longer; the last day is never drawn nearer.

    Refused: an earlier day than the one that was told to the members.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    last = require_running(sitting)
    if until < last:
        raise RefusedError("written.nearer", at="until", until=last)
    sitting.vote_until = moment(until, LAST_MINUTE)


def cast(
    work: Work, item_id: int, member_id: int, choice: Choice, came_on: date, channel: Channel = Channel.EMAIL
) -> None:
    """A vote that came is entered, or corrected while the item is not closed.

    Refused: one that came after the last day or before the first, and one of a member who may not take part.
    """
    sitting, item = locked_item(work, item_id)
    member = member_of(work, sitting, member_id)
    check_vote(work, item, member, came_on)
    if item.ballot is BallotKind.SECRET:
        raise RefusedError("ballot.secret", number=item.case.number)
    legality.check_choice(bylaw(work.session, sitting), choice)
    at = work.moment if came_on == work.today else moment(came_on, NOON)
    given = next((row for row in item.votes if row.member_id == member.id), None)
    if given is None:
        work.add(Vote(item_id=item.id, member_id=member.id, choice=choice, cast_at=at, channel=channel))
    else:
        given.choice, given.cast_at, given.channel = choice, at, channel


def take_back(work: Work, item_id: int, member_id: int) -> None:
    """A vote or a ballot entered by mistake is taken out while the item is not closed.

    Refused: once the ballots of a secret vote are counted.
    """
    sitting, item = locked_item(work, item_id)
    require_waiting(sitting, item)
    member = member_of(work, sitting, member_id)
    if item.ballot is BallotKind.SECRET:
        ballots.give_back(work, item_id, member_id)
    work.remove([row for row in item.votes if row.member_id == member.id])


def close_item(work: Work, item_id: int) -> None:
    """The item is closed: adopted by the votes that came, and what made it lawful is kept with it.

    Refused: while a vote to come could change the outcome before the last day is over, while the ballots of a secret
    vote are not counted, and when it is not adopted.
    """
    sitting, item = locked_item(work, item_id)
    last = require_waiting(sitting, item)
    stands = standing_of(work.session, item)
    against = against_closing(item, stands, last, work.today)
    if against:
        raise RefusedError.of(against[0])
    decisions.award_of(work.session, item).total.thousandths()
    given: list[Vote | BallotTaken] = [*item.votes, *item.papers_taken]
    counted = {one.member_id for one in given if str(one.member.uid) in stands.may_vote}
    work.remove([one for one in given if one.member_id not in counted])
    item.legality = snapshot(stands.legality, stands.tally, member_facts(work.session, item, frozenset(counted)))
    item.state, item.closed_at = ItemState.DECIDED, work.moment
    if sitting.chaired_by_id is None:
        head = stands.legality.presiding
        sitting.chaired_by_id = next((row.id for row in sitting.commission.members if str(row.uid) == head), None)


def card(reading: Reading, sitting_id: int) -> WrittenCard:
    """The votes of a written procedure, item by item and member by member; an own conflict hides the item."""
    sitting = reading.get(Sitting, sitting_id)
    rules = bylaw(reading.session, sitting)
    members = written_seats.members(sitting)
    free = agenda_freeze.holidays(reading.session)
    shown = (item for item in sitting.items if bar(reading, item.case_id) is None)
    return WrittenCard(
        sitting.id,
        last_day(sitting),
        deadlines.add_working_days(max(reading.today, sitting.held_on), rules.written_days, free),
        members,
        tuple(_line(reading, item, members) for item in shown),
    )


def _line(reading: Reading, item: AgendaItem, members: Iterable[WrittenMember]) -> WrittenLine:
    stands, last = standing_of(reading.session, item), last_day(item.sitting)
    person = reading.get(RecognitionCase, item.case_id).person
    reading.opened.add(person.uid)
    closed, running = kept(item.legality), item.state in UNDECIDED and last is not None
    against: tuple[Refusal, ...] = ()
    counting: tuple[Refusal, ...] = ()
    if running and last is not None:
        against = against_closing(item, stands, last, reading.today)
        counting = against_counting(item, stands, last, reading.today)
    return WrittenLine(
        item.id,
        item.position,
        item.state,
        item.case_id,
        item.case.number,
        people.full_name(person),
        _cells(item, members, stands),
        closed.tally if closed is not None else stands.tally,
        len(stands.remaining) if running else 0,
        stands.settled,
        against,
        item.ballot,
        len(item.papers_taken),
        ballots.totals_of(item),
        counting,
        ballots.against_choosing(reading.session, item),
    )


def _cells(item: AgendaItem, members: Iterable[WrittenMember], stands: Standing) -> tuple[WrittenCell, ...]:
    given = {vote.member_id: vote for vote in item.votes}
    took = {paper.member_id for paper in item.papers_taken}
    recused = {row.member_id for row in item.recusals}
    cells = (_cell(one, given.get(one.member_id), stands, took=one.member_id in took) for one in members)
    return tuple(replace(cell, recused=cell.member_id in recused) for cell in cells)


def _cell(member: WrittenMember, vote: Vote | None, stands: Standing, *, took: bool) -> WrittenCell:
    if vote is None:
        barred = None if took else stands.barred.get(str(member.uid))
        return WrittenCell(member.member_id, None, None, None, barred, took)
    came = vote.cast_at.astimezone(OFFICE_ZONE).date() if vote.cast_at is not None else None
    return WrittenCell(member.member_id, vote.choice, came, vote.channel, None)


def _check_last_day(work: Work, sitting: Sitting, until: date) -> None:
    rules = bylaw(work.session, sitting)
    if not rules.written_allowed:
        raise RefusedError("written.not_allowed")
    first = deadlines.add_working_days(work.today, rules.written_days, agenda_freeze.holidays(work.session))
    if until < first:
        raise RefusedError("written.too_soon", at="until", days=rules.written_days, first=first)
