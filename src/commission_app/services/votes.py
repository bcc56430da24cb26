"""One item on the table: recusals, the proposal as put to the vote, the roll call, and the decision or postponement."""

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.sitting import AgendaItem, ProposalDeparture, Recusal, Vote
from commission_app.models.standard import Unit
from commission_app.rules import agenda, legality
from commission_app.rules.agenda import ItemAct
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState
from commission_app.services import ballots, conflicts, credits, decisions
from commission_app.services.legality_text import snapshot
from commission_app.services.sitting_facts import (
    bylaw,
    item_facts,
    item_legality,
    item_tally,
    locked_item,
    member_facts,
    member_of,
    one_member,
)
from commission_app.store.work import Work


def take_up(work: Work, item_id: int) -> None:
    """An item is put on the table.

    Refused: while another is there, or when its case no longer waits for the commission.
    """
    _, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.TAKE_UP)
    item.state = ItemState.ON_TABLE
    item.taken_up_at = item.taken_up_at or work.moment
    ballots.begin(work, item)


def put_back(work: Work, item_id: int) -> None:
    """The item on the table goes back to wait its turn; votes given on it are dropped."""
    _, item = locked_item(work, item_id)
    if item.state is not ItemState.ON_TABLE:
        raise RefusedError("item.not_on_table", number=item.case.number)
    work.remove(item.votes)
    ballots.drop(work, item)
    item.state = ItemState.WAITING
    _unbind(item)


def recuse(work: Work, item_id: int, member_id: int, reason: str, kind: ConflictKind = ConflictKind.OTHER) -> None:
    """A member takes no part in an item; a vote given on it is dropped.

    Refused: without a reason, for a member of another commission, or once the item is over.
    """
    sitting, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.RECUSE)
    member = member_of(work, sitting, member_id)
    if not reason.strip():
        raise RefusedError("recusal.no_reason", at="reason", name=member.name)
    if any(row.member_id == member.id for row in item.recusals):
        raise RefusedError("recusal.stands", name=member.name)
    work.add(Recusal(item_id=item.id, member_id=member.id, reason=reason.strip(), kind=kind))
    if item.batch is not None and item.state is ItemState.ON_TABLE:
        put_back(work, item_id)  # others take part in it than in the rest: it gets a vote of its own
        return
    work.remove([vote for vote in item.votes if vote.member_id == member.id])
    if any(row.member_id == member.id for row in item.papers_taken):
        ballots.give_back(work, item_id, member_id)


def unrecuse(work: Work, item_id: int, member_id: int) -> None:
    """A recusal entered by mistake is taken back before the item is closed.

    Refused: while the member's own declaration of the conflict stands.
    """
    sitting, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.RECUSE)
    member = member_of(work, sitting, member_id)
    conflicts.require_undeclared(work, item, member)
    work.remove([row for row in item.recusals if row.member_id == member.id])


def set_verdict(work: Work, item_id: int, unit_id: int, verdict: UnitVerdict, reason: str) -> None:
    """The commission puts another verdict on a unit to the vote than the rules propose, and says why.

    Refused: once votes are cast, without a reason, the verdict that the rules propose themselves, or past a rule that
    bars the unit.
    """
    _, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.DEPART)
    unit = work.get(Unit, unit_id)
    if not reason.strip():
        raise RefusedError("departure.no_reason", at="reason", unit=unit.code)
    proposal = credits.proposal_of(work.session, decisions.recognition_case(work.session, item.case_id))
    if verdict in [line.verdict for line in proposal.award.unit_lines if line.unit_uid == str(unit.uid)]:
        raise RefusedError("departure.same", at="verdict", unit=unit.code, verdict=verdict)
    standing = next((row for row in item.departures if row.unit_id == unit.id), None)
    if standing is None:
        work.add(ProposalDeparture(item_id=item.id, unit_id=unit.id, verdict=verdict, reason=reason.strip()))
    else:
        standing.verdict, standing.reason = verdict, reason.strip()
    work.session.flush()
    work.session.expire(item, ["departures"])
    decisions.award_of(work.session, item)


def keep_proposal(work: Work, item_id: int, unit_id: int) -> None:
    """The commission returns to the verdict that the rules propose for a unit."""
    _, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.DEPART)
    work.remove([row for row in item.departures if row.unit_id == unit_id])


def vote(work: Work, item_id: int, member_id: int, choice: Choice) -> None:
    """A member votes, or votes anew while the item is on the table.

    Refused: while the commission may not decide, and for a member who is absent, recused or out of term.
    """
    sitting, item = locked_item(work, item_id)
    member = member_of(work, sitting, member_id)
    members = member_facts(work.session, item)
    if item.state is ItemState.ON_TABLE:
        legality.check_vote(one_member(members, member), item_legality(work.session, item))
        legality.check_choice(bylaw(work.session, sitting), choice)
    agenda.require(item_facts(work.session, item), ItemAct.VOTE)
    if item.ballot is BallotKind.SECRET:
        raise RefusedError("ballot.secret", number=item.case.number)
    given = next((row for row in item.votes if row.member_id == member.id), None)
    if given is None:
        work.add(Vote(item_id=item.id, member_id=member.id, choice=choice, cast_at=work.moment))
    else:
        given.choice, given.cast_at = choice, work.moment


def undo_vote(work: Work, item_id: int, member_id: int) -> None:
    """A vote is taken back while the item is on the table."""
    sitting, item = locked_item(work, item_id)
    if item.state is not ItemState.ON_TABLE:
        raise RefusedError("item.not_on_table", number=item.case.number)
    member = member_of(work, sitting, member_id)
    work.remove([row for row in item.votes if row.member_id == member.id])


def opine(work: Work, item_id: int, member_id: int, text: str) -> None:
    """A member's dissenting opinion on an item enters the minutes; an empty one takes it out of them.

    Refused: from who gave no vote of their own on the item, and once the minutes are signed.
    """
    sitting, item = locked_item(work, item_id)
    if sitting.signed_on is not None:
        raise RefusedError("opinion.signed", at="text")
    member = member_of(work, sitting, member_id)
    given = next((row for row in item.votes if row.member_id == member.id), None)
    if given is None:
        raise RefusedError("opinion.no_vote", at="text", name=member.name, number=item.case.number)
    given.opinion = text.strip()


def decide(work: Work, item_id: int) -> None:
    """The item is closed: the proposal is adopted by the votes cast, and what made it lawful is kept with it.

    Refused: while a vote is missing, the proposal is not adopted, or a light of the legality bar is red.
    """
    _, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.DECIDE)
    decisions.award_of(work.session, item).total.thousandths()
    status, counted = item_legality(work.session, item), item_tally(work.session, item)
    item.legality = snapshot(status, counted, member_facts(work.session, item))
    item.state = ItemState.DECIDED
    item.closed_at = work.moment


def postpone(work: Work, item_id: int, reason: str) -> None:
    """The item is postponed: it keeps its number in the agenda, and the case may go to a later sitting.

    Refused: without a reason.
    """
    _, item = locked_item(work, item_id)
    agenda.require(item_facts(work.session, item), ItemAct.POSTPONE)
    if not reason.strip():
        raise RefusedError("item.postpone_reason", at="reason", number=item.case.number)
    put_off(work, item, reason.strip())


def put_off(work: Work, item: AgendaItem, reason: str) -> None:
    """Postpones an item of a sitting that is locked: votes given on it are dropped, and its case may go elsewhere."""
    case = work.lock(RecognitionCase, item.case_id)
    work.remove(item.votes)
    ballots.drop(work, item)
    _unbind(item)
    item.state, item.reason, item.closed_at = ItemState.POSTPONED, reason, work.moment
    if case.state is CaseState.REFERRED:
        case.state = CaseState.POSTPONED


def _unbind(item: AgendaItem) -> None:
    """The item leaves those it was voted on with; one that is left behind alone is no longer voted on with any."""
    number, item.batch = item.batch, None
    rest = [other for other in item.sitting.items if number is not None and other.batch == number]
    if len(rest) == 1:
        rest[0].batch = None
