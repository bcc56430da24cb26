"""What the acts of a written procedure rest on: its last day, how each item stands, and who may still vote."""

from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import OFFICE_ZONE
from commission_app.models.commission import Member
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules import legality, written_vote
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.sitting import BallotKind, SittingForm, SittingState
from commission_app.rules.written_vote import Standing
from commission_app.services.sitting_facts import UNDECIDED, area_of, bylaw, member_facts
from commission_app.store.work import Work

LAST_MINUTE, NOON = time(23, 59), time(12)


def standing_of(session: Session, item: AgendaItem) -> Standing:
    """How the vote on an item stands: by the names of an open one, by who took part in a secret one and its count."""
    rules, day = bylaw(session, item.sitting), item.sitting.held_on
    area, members = area_of(session, item) if rules.field_required else "", member_facts(session, item)
    if item.ballot is BallotKind.SECRET:
        took = {str(paper.member.uid) for paper in item.papers_taken}
        return written_vote.sealed_standing(rules, members, took, _count(item), day, area)
    choices = {str(vote.member.uid): vote.choice for vote in item.votes if legality.may_choose(rules, vote.choice)}
    return written_vote.standing(rules, members, choices, day, area)


def against_closing(item: AgendaItem, stands: Standing, last: date, today: date) -> tuple[Refusal, ...]:
    """What stands against closing an item as adopted."""
    if moved := _moved(item):
        return moved
    return written_vote.against_closing(stands, item.case.number, last, over=today > last)


def against_counting(item: AgendaItem, stands: Standing, last: date, today: date) -> tuple[Refusal, ...]:
    """What stands against counting the ballots on an item."""
    if item.ballot is not BallotKind.SECRET:
        return (refusal("ballot.by_name", number=item.case.number),)
    if moved := _moved(item):
        return moved
    return written_vote.against_counting(stands, item.case.number, last, over=today > last)


def require_written(sitting: Sitting) -> None:
    """Refuses a sitting that is held in another form."""
    if sitting.form is not SittingForm.WRITTEN:
        raise RefusedError("written.other_form", form=sitting.form)


def require_running(sitting: Sitting) -> date:
    """The last day for votes of a procedure that runs.

    Refused: another form of sitting, and a procedure that is not begun or is over.
    """
    require_written(sitting)
    last = last_day(sitting)
    if sitting.state is not SittingState.OPEN or last is None:
        raise RefusedError("sitting.not_open", state=sitting.state)
    return last


def require_waiting(sitting: Sitting, item: AgendaItem) -> date:
    """The last day for votes on an item that is not closed.

    Refused: once it is.
    """
    last = require_running(sitting)
    if item.state not in UNDECIDED:
        raise RefusedError("item.over", number=item.case.number, state=item.state)
    return last


def check_vote(work: Work, item: AgendaItem, member: Member, came_on: date) -> None:
    """Refuses a vote that came before the first day or after the last, and one of a member who may not take part."""
    sitting = item.sitting
    last = require_waiting(sitting, item)
    begun = sitting.started_at.astimezone(OFFICE_ZONE).date() if sitting.started_at is not None else came_on
    if came_on > work.today:
        raise RefusedError("written.future_day", at="came_on", day=came_on)
    if came_on < begun:
        raise RefusedError("written.before", at="came_on", day=came_on, begun=begun)
    if came_on > last:
        raise RefusedError("written.late", at="came_on", day=came_on, until=last)
    stands = standing_of(work.session, item)
    if why := stands.barred.get(str(member.uid)):
        raise RefusedError.of(why)
    if str(member.uid) not in stands.may_vote:
        raise RefusedError("vote.not_member", name=member.name)


def last_day(sitting: Sitting) -> date | None:
    """The last day for votes; none before the procedure has begun."""
    return sitting.vote_until.astimezone(OFFICE_ZONE).date() if sitting.vote_until is not None else None


def moment(day: date, hour: time) -> datetime:
    """An hour of a day as the office reads its clock."""
    return datetime.combine(day, hour, OFFICE_ZONE).astimezone(UTC)


def _moved(item: AgendaItem) -> tuple[Refusal, ...]:
    if item.case.state is CaseState.REFERRED:
        return ()
    return (refusal("item.case_moved", number=item.case.number, state=item.case.state),)


def _count(item: AgendaItem) -> legality.Count | None:
    row = item.secret_count
    return None if row is None else legality.Count(row.in_favour, row.against, row.abstained, row.invalid)
