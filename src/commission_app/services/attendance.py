"""Who is in the room: arrivals and departures, substitutes in the seats of members who are away, and who presides."""

from dataclasses import dataclass

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.commission import Member
from commission_app.models.sitting import AgendaItem, Attendance, Sitting
from commission_app.rules import agenda, legality
from commission_app.rules.agenda import SittingAct
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.sitting import ItemState, SittingState
from commission_app.services import commissions
from commission_app.services.sitting_facts import (
    UNDECIDED,
    facts_of,
    in_writing,
    member_of,
    present_ids,
    sitting_facts,
)
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class SeatFree:
    """A member who is away, instead of whom a substitute may sit now."""

    member_id: int
    name: str


@dataclass(frozen=True)
class Presiding:
    """Who presides over the sitting, and the order by which a deputy or a substitute does."""

    member_id: int
    name: str
    role: MemberRole
    order_number: str

    @property
    def stands_in(self) -> bool:
        """Whether somebody else than the chair presides."""
        return self.role is not MemberRole.CHAIR


def arrive(
    work: Work,
    sitting_id: int,
    member_id: int,
    instead_of_id: int | None = None,
    order_number: str = "",
    remote: bool = False,
) -> None:
    """A member takes the own seat, or a substitute the seat of a member in office who is away.

    Refused: a member of another commission, one who is there already, one in whose seat somebody sits; a substitute
    who replaces nobody, the wrong one, or a member who is there or has no seat. In writing nobody comes to the own
    seat, and a member who has voted on an open item is replaced no more.
    """
    sitting = work.lock(Sitting, sitting_id)
    agenda.require(sitting_facts(work, sitting), SittingAct.ATTEND)
    member = member_of(work, sitting, member_id)
    if member.id in present_ids(sitting):
        raise RefusedError("sitting.there_already", name=member.name)
    replaced = _replaced(work, sitting, member, instead_of_id)
    seat = Attendance(sitting_id=sitting.id, member_id=member.id, arrived_at=work.moment, remote=remote)
    if replaced is not None:
        seat.instead_of_id, seat.order_number = replaced.id, order_number.strip()
        work.about(replaced.uid)
    elif in_writing(sitting):
        raise RefusedError("written.own_seat", name=member.name)
    work.add(seat)
    _seated(work, sitting)


def leave(work: Work, sitting_id: int, member_id: int) -> None:
    """A member leaves; a vote given on the item that is still on the table goes with the member.

    Refused: a member who is not there, or whose secret ballot is counted already while its item is on the table; in
    writing a substitute whose vote on an open item stands.
    """
    sitting = work.lock(Sitting, sitting_id)
    agenda.require(sitting_facts(work, sitting), SittingAct.ATTEND)
    member = member_of(work, sitting, member_id)
    seat = next((row for row in sitting.attendance if row.member_id == member.id and row.left_at is None), None)
    if seat is None:
        raise RefusedError("sitting.not_there", name=member.name)
    if in_writing(sitting) and (against := against_leaving_in_writing(sitting, member)) is not None:
        raise RefusedError.of(against)
    for item in sitting.items:
        if item.state is ItemState.ON_TABLE:
            _take_back_vote(work, item, member)
    if in_writing(sitting) and not any(_voted(item, member) for item in sitting.items):
        work.remove([seat])  # who never voted has replaced nobody
    else:
        seat.left_at = work.moment
    _seated(work, sitting)


def chair_order(work: Work, sitting_id: int, seen: int | None, order_number: str) -> None:
    """The order by which somebody presides instead of the chair; it is printed beside the name.

    Refused: once the minutes are signed, or while nobody presides.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    if sitting.signed_on is not None:
        raise RefusedError("sitting.minutes_signed", day=sitting.signed_on)
    if sitting.chaired_by_id is None:
        raise RefusedError("sitting.nobody_presides")
    sitting.chair_order = order_number.strip()


def free_seats(reading: Reading, sitting_id: int, member_id: int) -> tuple[SeatFree, ...]:
    """The members instead of whom this substitute may sit now: away, in office, replaced by nobody yet."""
    sitting = reading.get(Sitting, sitting_id)
    substitute = reading.get(Member, member_id)
    if substitute.role is not MemberRole.SUBSTITUTE:
        return ()
    return tuple(
        SeatFree(member.id, member.name)
        for member in sitting.commission.members
        if substitute.substitute_for_id in (None, member.id) and against_replacing(sitting, member) is None
    )


def stand_ins(sitting: Sitting, member: Member) -> tuple[Member, ...]:
    """The substitutes who may sit now instead of a member: in office, in nobody's seat yet."""
    there = present_ids(sitting)
    return tuple(
        row
        for row in sitting.commission.members
        if row.role is MemberRole.SUBSTITUTE
        and row.substitute_for_id in (None, member.id)
        and row.id not in there
        and commissions.in_term(row, sitting.held_on)
    )


def presiding(reading: Reading, sitting_id: int) -> Presiding | None:
    """Who presides over the sitting; nobody before somebody who may has come."""
    sitting = reading.get(Sitting, sitting_id)
    member = sitting.chaired_by
    return None if member is None else Presiding(member.id, member.name, member.role, sitting.chair_order)


def _replaced(work: Work, sitting: Sitting, member: Member, instead_of_id: int | None) -> Member | None:
    """The member in whose seat the substitute sits; none for a member with an own seat."""
    if member.role is not MemberRole.SUBSTITUTE:
        if instead_of_id is not None:
            raise RefusedError("substitution.own_seat", at="instead_of", name=member.name)
        _check_free(sitting, member)
        return None
    key = instead_of_id or member.substitute_for_id
    if key is None:
        raise RefusedError("substitution.nobody_named", at="instead_of", name=member.name)
    replaced = member_of(work, sitting, key)
    named = member.substitute_for
    if named is not None and named.id != replaced.id:
        raise RefusedError("substitution.another_named", at="instead_of", name=member.name, named=named.name)
    against = against_replacing(sitting, replaced)
    if against is not None:
        raise RefusedError.of(against)
    return replaced


def _check_free(sitting: Sitting, member: Member) -> None:
    """Refuses a member in whose seat a substitute sits: the two are never there together."""
    substitute = _substitute_of(sitting, member)
    if substitute is not None:
        raise RefusedError("substitution.seat_taken", name=member.name, substitute=substitute.name)


def against_replacing(sitting: Sitting, member: Member) -> Refusal | None:
    """What stands against sitting instead of a member."""
    at, name = "instead_of", member.name
    if member.role is MemberRole.SUBSTITUTE:
        return refusal("substitution.of_substitute", at=at, name=name)
    if not commissions.in_term(member, sitting.held_on):
        return refusal("substitution.not_in_office", at=at, name=name, day=sitting.held_on)
    if member.id in present_ids(sitting):
        return refusal("substitution.replaced_present", at=at, name=name)
    substitute = _substitute_of(sitting, member)
    if substitute is not None:
        return refusal("substitution.replaced_already", at=at, name=name, other=substitute.name)
    if (voted := _open_vote(sitting, member)) is not None and in_writing(sitting):
        return refusal("written.replaced_voted", at=at, name=name, number=voted.case.number)
    return None


def against_leaving_in_writing(sitting: Sitting, member: Member) -> Refusal | None:
    """What stands against ending a substitution: a vote of the substitute on an item that is not closed."""
    voted = _open_vote(sitting, member)
    return None if voted is None else refusal("written.sitter_voted", name=member.name, number=voted.case.number)


def _substitute_of(sitting: Sitting, member: Member) -> Member | None:
    """Who sits in a member's seat now."""
    rows = (row for row in sitting.attendance if row.left_at is None and row.instead_of_id == member.id)
    return next((row.member for row in rows), None)


def _open_vote(sitting: Sitting, member: Member) -> AgendaItem | None:
    """The first item not closed on which a member has voted."""
    return next((item for item in sitting.items if item.state in UNDECIDED and _voted(item, member)), None)


def _voted(item: AgendaItem, member: Member) -> bool:
    voters = [vote.member_id for vote in item.votes] + [paper.member_id for paper in item.papers_taken]
    return member.id in voters


def _take_back_vote(work: Work, item: AgendaItem, member: Member) -> None:
    work.remove([vote for vote in item.votes if vote.member_id == member.id])
    papers = [row for row in item.papers_taken if row.member_id == member.id]
    if papers and item.secret_count is not None:
        raise RefusedError("sitting.ballot_counted", name=member.name, number=item.case.number)
    work.remove(papers)


def _seated(work: Work, sitting: Sitting) -> None:
    """Says who presides: until the first item is over whoever may by presence, afterwards that stays."""
    work.touch(sitting)
    work.session.flush()
    work.session.expire(sitting, ["attendance"])
    begun = any(item.state in (ItemState.DECIDED, ItemState.POSTPONED) for item in sitting.items)
    if sitting.state is not SittingState.OPEN or (begun and sitting.chaired_by_id is not None):
        return
    if in_writing(sitting):
        return  # who presides over a vote in writing is known when its first item is closed
    rules = commissions.bylaw_on(work.session, sitting.commission_id, sitting.held_on)
    head = legality.presiding_on(rules, facts_of(sitting), sitting.held_on)
    before = sitting.chaired_by_id
    sitting.chaired_by_id = next((row.id for row in sitting.commission.members if str(row.uid) == head), None)
    if sitting.chaired_by_id != before:
        sitting.chair_order = ""
