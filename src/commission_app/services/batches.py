"""Several alike cases in one vote: the same outcome proposed, the same people taking part, one roll call for all."""

from collections.abc import Sequence

from sqlalchemy import func, select

from commission_app.errors import RefusedError
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules import agenda, verdict
from commission_app.rules.agenda import SittingAct
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState
from commission_app.services import decisions, votes
from commission_app.services.sitting_facts import bylaw, item_legality, locked_item, sitting_facts
from commission_app.store.work import Work


def batch_of(item: AgendaItem) -> tuple[AgendaItem, ...]:
    """The items that are voted on together with this one, this one among them, in the order of the agenda."""
    if item.batch is None:
        return (item,)
    return tuple(other for other in item.sitting.items if other.batch == item.batch)


def bind(work: Work, sitting_id: int, item_ids: Sequence[int]) -> None:
    """Several waiting items are taken up together, to be voted on in one roll call.

    Refused, naming the case that does not fit: one that is not waiting, in which others take part, on which the
    commission departs from the proposal or votes in secret, or that has another outcome proposed.
    """
    sitting = work.lock(Sitting, sitting_id)
    work.touch(sitting)
    agenda.require(sitting_facts(work, sitting), SittingAct.ATTEND)
    known = {item.id: item for item in sitting.items}
    wanted = sorted((known[key] for key in dict.fromkeys(item_ids) if key in known), key=lambda item: item.position)
    if len(wanted) < 2:
        raise RefusedError("batch.one")
    for item in wanted:
        _require_alike(work, wanted[0], item)
    number = work.session.scalar(select(func.max(AgendaItem.batch)).where(AgendaItem.sitting_id == sitting.id)) or 0
    votes.take_up(work, wanted[0].id)
    for item in wanted:
        item.batch = number + 1
        item.state, item.taken_up_at = ItemState.ON_TABLE, work.moment
    work.session.flush()
    for item in wanted:
        _require_lawful(work, item)


def dissolve(work: Work, item_id: int) -> None:
    """The items of a vote on several go back to wait, each for a vote of its own; votes given on them are dropped.

    Refused: for an item that is voted on alone.
    """
    _, item = locked_item(work, item_id)
    _require_bound(item)
    for other in batch_of(item):
        if other.state is ItemState.ON_TABLE:
            votes.put_back(work, other.id)


def vote(work: Work, item_id: int, member_id: int, choice: Choice) -> None:
    """A member's vote counts for every item voted on together.

    Refused: as a vote on each of them.
    """
    for other in _together(work, item_id):
        votes.vote(work, other.id, member_id, choice)


def undo_vote(work: Work, item_id: int, member_id: int) -> None:
    """A vote on several items is taken back on all of them."""
    for other in _together(work, item_id):
        votes.undo_vote(work, other.id, member_id)


def decide(work: Work, item_id: int) -> None:
    """All the items voted on together are closed, each with its own count and with what made it lawful.

    Refused: as the closing of each; then none of them is.
    """
    for other in _together(work, item_id):
        votes.decide(work, other.id)


def _together(work: Work, item_id: int) -> tuple[AgendaItem, ...]:
    _, item = locked_item(work, item_id)
    return tuple(other for other in batch_of(item) if other.state is ItemState.ON_TABLE) or (item,)


def _require_bound(item: AgendaItem) -> None:
    if item.batch is None:
        raise RefusedError("batch.none", number=item.case.number)


def _require_alike(work: Work, first: AgendaItem, item: AgendaItem) -> None:
    number = item.case.number
    if item.state is not ItemState.WAITING:
        raise RefusedError("batch.state", number=number, state=item.state)
    if item.ballot is BallotKind.SECRET or bylaw(work.session, item.sitting).secret_ballot:
        raise RefusedError("batch.secret", number=number)
    if item.departures:
        raise RefusedError("batch.departure", number=number)
    if {row.member_id for row in item.recusals} != {row.member_id for row in first.recusals}:
        raise RefusedError("batch.recused", number=number, first=first.case.number)
    session = work.session
    if verdict.overall(decisions.award_of(session, item)) is not verdict.overall(decisions.award_of(session, first)):
        raise RefusedError("batch.verdict", number=number, first=first.case.number)


def _require_lawful(work: Work, item: AgendaItem) -> None:
    against = item_legality(work.session, item).refusals
    if against:
        raise RefusedError.of(against[0])
