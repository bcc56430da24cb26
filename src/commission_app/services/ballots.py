"""The secret vote: who took a ballot is recorded, and the tellers' totals; who chose what is known to nobody."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.sitting import AgendaItem, BallotTaken, SecretCount
from commission_app.rules import agenda, legality
from commission_app.rules.agenda import ItemAct
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState, SittingForm
from commission_app.services.sitting_facts import (
    UNDECIDED,
    bylaw,
    in_writing,
    item_facts,
    item_legality,
    locked_item,
    member_facts,
    member_of,
    one_member,
)
from commission_app.store.work import Work


@dataclass(frozen=True)
class Totals:
    """What the tellers counted, and who they were."""

    in_favour: int
    against: int
    abstained: int
    invalid: int = 0
    tellers: str = ""

    @property
    def papers(self) -> int:
        """How many ballots that makes."""
        return self.in_favour + self.against + self.abstained + self.invalid


def choose(work: Work, item_id: int, ballot: BallotKind) -> None:
    """The commission votes on an item by name, or in secret.

    Refused: once votes are given or ballots taken, when the item is over, and in writing a secret vote that the by-law
    does not know: nobody meets who could resolve upon it.
    """
    _, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.DEPART)
    if ballot is BallotKind.SECRET and (why := _against_secret(work.session, item)) is not None:
        raise RefusedError.of(why)
    item.ballot = ballot


def against_choosing(session: Session, item: AgendaItem) -> tuple[Refusal, ...]:
    """What stands against voting on an item the other way: in secret one that is by name, by name a secret one."""
    facts = agenda.item_standings(item_facts(session, item))
    against = next(one.refusals for one in facts if one.act is ItemAct.DEPART)
    why = _against_secret(session, item) if item.ballot is BallotKind.NAMED else None
    return against if why is None else (*against, why)


def begin(work: Work, item: AgendaItem) -> None:
    """An item comes to the vote: in secret where the by-law says so, unless it was decided otherwise already."""
    if bylaw(work.session, item.sitting).secret_ballot and not item.votes:
        item.ballot = BallotKind.SECRET


def take(work: Work, item_id: int, member_id: int) -> None:
    """A member takes a ballot of the secret vote.

    Refused: in a vote by name, twice, while the commission may not decide, and for a member who may not vote.
    """
    sitting, item = locked_item(work, item_id)
    member = member_of(work, sitting, member_id)
    require_secret(item)
    if item.state is ItemState.ON_TABLE:
        facts = one_member(member_facts(work.session, item), member)
        legality.check_vote(facts, item_legality(work.session, item))
    agenda.require(item_facts(work.session, item), ItemAct.VOTE)
    require_uncounted(item)
    if any(row.member_id == member.id for row in item.papers_taken):
        raise RefusedError("ballot.taken", name=member.name)
    work.add(BallotTaken(item_id=item.id, member_id=member.id))


def give_back(work: Work, item_id: int, member_id: int) -> None:
    """A ballot entered by mistake is taken back before they are counted."""
    sitting, item = locked_item(work, item_id)
    _require_voted_on(item)
    member = member_of(work, sitting, member_id)
    require_uncounted(item)
    work.remove([row for row in item.papers_taken if row.member_id == member.id])


def count(work: Work, item_id: int, totals: Totals) -> None:
    """The tellers' totals are entered; counted again, the last totals hold.

    Refused: totals that are not as many as the ballots taken, or below zero, abstentions where the by-law forbids
    them, and without the tellers' names.
    """
    _, item = locked_item(work, item_id)
    require_secret(item)
    agenda.require(item_facts(work.session, item), ItemAct.VOTE)
    put_totals(work, item, totals)


def put_totals(work: Work, item: AgendaItem, totals: Totals) -> None:
    """Keeps what was counted on an item whose sitting is locked; refused as a count is."""
    if min(totals.in_favour, totals.against, totals.abstained, totals.invalid) < 0:
        raise RefusedError("ballot.below_zero", at="in_favour")
    if not item.papers_taken:
        raise RefusedError("ballot.none_taken", at="in_favour")
    if totals.papers != len(item.papers_taken):
        raise RefusedError("ballot.sum", at="in_favour", papers=totals.papers, taken=len(item.papers_taken))
    if totals.abstained and not legality.may_choose(bylaw(work.session, item.sitting), Choice.ABSTAIN):
        raise RefusedError("vote.no_abstaining", at="abstained")
    if not totals.tellers.strip():
        raise RefusedError("ballot.tellers", at="tellers")
    row = item.secret_count
    if row is None:
        row = SecretCount(item_id=item.id)
        work.add(row)
    row.in_favour, row.against, row.abstained = totals.in_favour, totals.against, totals.abstained
    row.invalid, row.tellers, row.counted_at = totals.invalid, totals.tellers.strip(), work.moment
    work.session.flush()
    work.session.expire(item, ["secret_count"])


def recount(work: Work, item_id: int) -> None:
    """The totals are taken back while the item is on the table, or voted on in writing: they are counted anew."""
    _, item = locked_item(work, item_id)
    _require_voted_on(item)
    if item.secret_count is not None:
        work.remove([item.secret_count])


def totals_of(item: AgendaItem) -> Totals | None:
    """What was counted on an item, and by whom."""
    row = item.secret_count
    if row is None:
        return None
    return Totals(row.in_favour, row.against, row.abstained, row.invalid, row.tellers)


def drop(work: Work, item: AgendaItem) -> None:
    """Ballots and totals of an item that goes back or is postponed count no more."""
    work.remove([*item.papers_taken, *([item.secret_count] if item.secret_count is not None else [])])


def require_secret(item: AgendaItem) -> None:
    """Refuses an item that is voted upon by name."""
    if item.ballot is not BallotKind.SECRET:
        raise RefusedError("ballot.by_name", number=item.case.number)


def require_uncounted(item: AgendaItem) -> None:
    """Refuses an item whose ballots are counted."""
    if item.secret_count is not None:
        raise RefusedError("ballot.counted", number=item.case.number)


def _require_voted_on(item: AgendaItem) -> None:
    """Refuses an item that is neither on the table nor open to votes in writing."""
    if item.state is not ItemState.ON_TABLE and not (in_writing(item.sitting) and item.state in UNDECIDED):
        raise RefusedError("item.not_on_table", number=item.case.number)


def _against_secret(session: Session, item: AgendaItem) -> Refusal | None:
    written = item.sitting.form is SittingForm.WRITTEN
    if written and not bylaw(session, item.sitting).secret_ballot:
        return refusal("written.secret_unknown", number=item.case.number)
    return None
