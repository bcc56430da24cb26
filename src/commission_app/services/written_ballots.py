"""Secret votes in writing: that a ballot came is recorded, and later the totals; nobody's choice is ever known."""

from datetime import date

from commission_app.errors import RefusedError
from commission_app.models.sitting import BallotTaken
from commission_app.services import ballots
from commission_app.services.ballots import Totals
from commission_app.services.sitting_facts import locked_item, member_of
from commission_app.services.written_standing import against_counting, check_vote, require_waiting, standing_of
from commission_app.store.work import Work


def came(work: Work, item_id: int, member_id: int, came_on: date) -> None:
    """The closed ballot of a member came: the member took part; what is in it stays unread until the count.

    Refused: as a vote by name is, a second ballot, and one that comes when the others are counted.
    """
    sitting, item = locked_item(work, item_id)
    member = member_of(work, sitting, member_id)
    check_vote(work, item, member, came_on)
    ballots.require_secret(item)
    ballots.require_uncounted(item)
    if any(row.member_id == member.id for row in item.papers_taken):
        raise RefusedError("written.ballot_came", name=member.name)
    work.add(BallotTaken(item_id=item.id, member_id=member.id))


def count(work: Work, item_id: int, totals: Totals) -> None:
    """The ballots are opened together and counted; counted again, the last totals hold.

    Refused: while a ballot may still come, where they could decide nothing or one alone would betray its member, a
    ballot of somebody who no longer may take part, and totals that cannot be.
    """
    sitting, item = locked_item(work, item_id)
    last = require_waiting(sitting, item)
    ballots.require_secret(item)
    stands = standing_of(work.session, item)
    for paper in item.papers_taken:
        if why := stands.barred.get(str(paper.member.uid)):
            raise RefusedError.of(why)
    against = against_counting(item, stands, last, work.today)
    if against:
        raise RefusedError.of(against[0])
    ballots.put_totals(work, item, totals)
