"""What the rules need to know of a sitting and its items: members, presence, recusals, votes, order."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Member
from commission_app.models.score import Assessor
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules import agenda, legality
from commission_app.rules.legality import Bylaw, Legality, MemberFacts, Tally
from commission_app.rules.vocabulary.sitting import BallotKind, ItemState, SittingForm
from commission_app.services import commissions
from commission_app.store.work import Reading, Work

UNDECIDED = (ItemState.WAITING, ItemState.ON_TABLE)


def locked_item(work: Work, item_id: int) -> tuple[Sitting, AgendaItem]:
    """The sitting locked first and moved on, then its item: a vote and a departure never pass each other."""
    sitting_id = work.session.scalar(select(AgendaItem.sitting_id).where(AgendaItem.id == item_id))
    sitting = work.lock(Sitting, sitting_id or 0)
    work.touch(sitting)
    return sitting, work.get(AgendaItem, item_id)


def member_of(work: Work, sitting: Sitting, member_id: int) -> Member:
    """A member of the commission that sits.

    Refused: a member of another commission.
    """
    member = work.get(Member, member_id)
    if member.commission_id != sitting.commission_id:
        raise RefusedError("sitting.foreign_member", name=member.name)
    return member


def bylaw(session: Session, sitting: Sitting) -> Bylaw:
    """The by-law in force on the day of the sitting."""
    return commissions.bylaw_on(session, sitting.commission_id, sitting.held_on)


def in_writing(sitting: Sitting) -> bool:
    """Whether votes come in writing: the procedure is begun, and nobody meets."""
    return sitting.form is SittingForm.WRITTEN and sitting.vote_until is not None


def present_ids(sitting: Sitting) -> frozenset[int]:
    """The members who are in the room now."""
    return frozenset(row.member_id for row in sitting.attendance if row.left_at is None)


def member_facts(session: Session, item: AgendaItem, present: frozenset[int] | None = None) -> tuple[MemberFacts, ...]:
    """The members of the commission as they stand towards one item; `present` instead of who is in the room."""
    assessed = frozenset(session.scalars(select(Assessor.member_uid).where(Assessor.case_id == item.case_id)))
    recused = frozenset(row.member_id for row in item.recusals)
    return facts_of(item.sitting, present, recused, assessed)


def facts_of(
    sitting: Sitting,
    present: frozenset[int] | None = None,
    recused: frozenset[int] = frozenset(),
    assessed: frozenset[UUID | None] = frozenset(),
) -> tuple[MemberFacts, ...]:
    """The members of the commission that sits: who is in the room, and instead of whom."""
    there = present_ids(sitting) if present is None else present
    replaced = {row.member_id: row.instead_of for row in sitting.attendance if row.instead_of is not None}
    return tuple(
        MemberFacts(
            uid=str(member.uid),
            name=member.name,
            role=member.role,
            side=member.side,
            term_from=member.term_from,
            term_until=member.term_until,
            present=member.id in there,
            recused=member.id in recused,
            assessed_case=member.uid in assessed,
            fields=member.fields,
            sex=member.sex,
            instead_of=str(replaced[member.id].uid) if member.id in replaced else None,
            position=member.position,
        )
        for member in sitting.commission.members
    )


def area_of(session: Session, item: AgendaItem) -> str:
    """The fields of the case: those of its standard, or else of the commission."""
    case = session.get(RecognitionCase, item.case_id)
    area = case.edition.thematic_area if case is not None else ""
    return area.strip() or item.sitting.commission.thematic_area.strip()


def one_member(members: tuple[MemberFacts, ...], member: Member) -> MemberFacts:
    """The facts of one member."""
    return next(facts for facts in members if facts.uid == str(member.uid))


def item_legality(session: Session, item: AgendaItem) -> Legality:
    """The five lights for an item as they burn now."""
    rules, sitting = bylaw(session, item.sitting), item.sitting
    area = area_of(session, item) if rules.field_required else ""
    return legality.legality(rules, member_facts(session, item), sitting.held_on, area)


def item_tally(session: Session, item: AgendaItem) -> Tally:
    """The votes cast so far by those who may vote, counted by the by-law; a secret vote by its totals."""
    members, rules, day = member_facts(session, item), bylaw(session, item.sitting), item.sitting.held_on
    may_vote = item_legality(session, item).may_vote
    if item.ballot is BallotKind.SECRET:
        return legality.tally_totals(rules, _totals(item, len(may_vote)), members, day)
    choices = {
        str(vote.member.uid): vote.choice
        for vote in item.votes
        if str(vote.member.uid) in may_vote and legality.may_choose(rules, vote.choice)
    }
    return legality.tally(rules, choices, members, day)


def _totals(item: AgendaItem, may_vote: int) -> legality.Count:
    """The totals as the tellers counted them; nothing yet, or of more papers than may vote now, adopts nothing."""
    count = item.secret_count
    if count is None:
        return legality.Count(0, 0, 0)
    said = legality.Count(count.in_favour, count.against, count.abstained, count.invalid)
    return said if said.papers <= may_vote else legality.Count(0, 0, 0)


def sitting_facts(reading: Reading, sitting: Sitting) -> agenda.SittingFacts:
    """The sitting as the rules of order see it."""
    rows = reading.session.execute(
        select(AgendaItem.state, func.count()).where(AgendaItem.sitting_id == sitting.id).group_by(AgendaItem.state)
    ).all()
    counted: dict[ItemState, int] = dict(rows)
    return agenda.SittingFacts(
        state=sitting.state,
        day=sitting.held_on,
        today=reading.today,
        items=sum(counted.values()),
        undecided=sum(counted.get(state, 0) for state in UNDECIDED),
    )


def item_facts(session: Session, item: AgendaItem) -> agenda.ItemFacts:
    """The item as the rules of order see it."""
    on_table = item.state is ItemState.ON_TABLE
    status = item_legality(session, item) if on_table else None
    voted = {str(vote.member.uid) for vote in item.votes} | {str(paper.member.uid) for paper in item.papers_taken}
    names = {str(member.uid): member.name for member in item.sitting.commission.members}
    others = (other for other in item.sitting.items if other.id != item.id and other.state is ItemState.ON_TABLE)
    return agenda.ItemFacts(
        sitting=item.sitting.state,
        item=item.state,
        case_number=item.case.number,
        case=item.case.state,
        on_table=next((other.case.number for other in others), None),
        legality=status,
        waiting_for=tuple(name for uid, name in names.items() if uid in status.may_vote and uid not in voted)
        if status
        else (),
        votes=len(voted),
        tally=item_tally(session, item) if on_table else None,
        uncounted=item.ballot is BallotKind.SECRET and item.secret_count is None,
        in_writing=in_writing(item.sitting),
    )
