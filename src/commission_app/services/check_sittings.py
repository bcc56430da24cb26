"""Checks what a court would ask of every decided item: was it lawful, who voted, were they there, how many votes."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select

from commission_app.errors import Refusal, refusal
from commission_app.models.commission import Member
from commission_app.models.sitting import AgendaItem, Attendance
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState, Light, SittingForm
from commission_app.services.check_progress import Tally
from commission_app.services.legality_text import kept
from commission_app.store.work import Reading


def findings(reading: Reading, _: Tally) -> Iterator[Refusal]:
    """Every item that was decided, in the order it was put on an agenda."""
    query = select(AgendaItem).where(AgendaItem.state == ItemState.DECIDED).order_by(AgendaItem.id)
    for item in reading.session.scalars(query.execution_options(yield_per=200)):
        reading.progress.step(0, 1)
        yield from _item(item)


def _item(item: AgendaItem) -> Iterator[Refusal]:
    number = item.case.number
    held = kept(item.legality)
    if held is None:
        yield refusal("check.item_without_legality", number=number, day=item.sitting.held_on)
        return
    if any(light.light is Light.RED for light in held.lights) or not held.tally.adopted:
        yield refusal("check.item_unlawful", number=number, day=item.sitting.held_on)
    voters = [vote.member for vote in item.votes] + [paper.member for paper in item.papers_taken]
    recused = {row.member_id for row in item.recusals}
    for member in voters:
        if member.id in recused:
            yield refusal("check.vote_recused", number=number, name=member.name)
        if not _sat(item, member):
            yield refusal("check.vote_absent", number=number, name=member.name)
    for owner, substitute in _beside(item, {member.id for member in voters}):
        yield refusal("check.vote_beside", number=number, name=substitute, owner=owner)
    if _counted(item) != (held.tally.for_, held.tally.against, held.tally.abstained):
        yield refusal("check.votes_differ", number=number, day=item.sitting.held_on)


def _sat(item: AgendaItem, member: Member) -> bool:
    """Whether a voter had a seat: was in the room, or in writing an own one or that of a member replaced."""
    if item.sitting.form is not SittingForm.WRITTEN:
        return _there(item, member.id)
    return member.role is not MemberRole.SUBSTITUTE or any(
        seat.member_id == member.id and seat.instead_of_id is not None for seat in item.sitting.attendance
    )


def _beside(item: AgendaItem, voters: set[int]) -> Iterator[tuple[str, str]]:
    """Members replaced and their substitutes where both voted on one item, though they have one seat."""
    for seat in item.sitting.attendance:
        owner = seat.instead_of
        if owner is None or not {owner.id, seat.member_id} <= voters or not _at(seat, item):
            continue
        yield owner.name, seat.member.name


def _at(seat: Attendance, item: AgendaItem) -> bool:
    """Whether a seat was taken when the item was closed."""
    moment = item.closed_at
    return moment is not None and seat.arrived_at <= moment and (seat.left_at is None or seat.left_at >= moment)


def _there(item: AgendaItem, member_id: int) -> bool:
    """Whether a member was in the room when the item was closed."""
    return any(_at(seat, item) for seat in item.sitting.attendance if seat.member_id == member_id)


def _counted(item: AgendaItem) -> tuple[int, int, int]:
    """The votes as they stand in the tables: by name, or the totals of a secret one that its papers add up to."""
    if item.ballot is BallotKind.SECRET:
        count = item.secret_count
        if count is None:
            return (-1, -1, -1)
        papers = count.in_favour + count.against + count.abstained + count.invalid
        if papers != len(item.papers_taken):
            return (-1, -1, -1)
        return count.in_favour, count.against, count.abstained
    chosen = Counter(vote.choice for vote in item.votes)
    return chosen[Choice.FOR], chosen[Choice.AGAINST], chosen[Choice.ABSTAIN]
