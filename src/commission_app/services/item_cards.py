"""One item of the agenda as the sitting sees it: the proposal unit by unit, the lights, the roll call, the count."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from commission_app.errors import Refusal
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.sitting import AgendaItem, Attendance
from commission_app.models.standard import Unit
from commission_app.rules import agenda
from commission_app.rules.agenda import SittingStanding
from commission_app.rules.conflicts import alike_surnames
from commission_app.rules.credits import Award, AwardLine, compute
from commission_app.rules.legality import LightFinding, Tally
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitVerdict
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState
from commission_app.services import credits, decisions, people
from commission_app.services.attendance import Presiding
from commission_app.services.ballots import Totals, totals_of
from commission_app.services.batches import batch_of
from commission_app.services.credits import Proposal
from commission_app.services.legality_text import kept
from commission_app.services.precedents import departures
from commission_app.services.sitting_facts import item_facts, item_legality, item_tally, present_ids
from commission_app.store.work import Reading


@dataclass(frozen=True)
class UnitProposal:
    """One unit as it is put to the vote, beside what the rules propose; the reason where the two differ.

    `met` of `outcomes` say how far the agreed results cover the unit.
    """

    unit_id: int
    title_lv: str
    title_en: str
    line: AwardLine
    proposed: UnitVerdict | None
    reason: str
    met: int
    outcomes: int


@dataclass(frozen=True)
class RollLine:
    """One member in the roll call: the choice made, or what bars the member from this item."""

    member_id: int
    name: str
    role: MemberRole
    present: bool
    recused: str | None
    barred: Refusal | None
    choice: Choice | None
    namesake: bool
    asks_whom: bool = False
    """Whether the member takes part only instead of another."""
    instead_of: str = ""
    order_number: str = ""
    replaced_by: str = ""
    took_ballot: bool = False
    opinion: str = ""
    opines: bool = False
    """Whether a dissenting opinion on the vote may be entered or changed now."""


@dataclass(frozen=True)
class ItemCard:
    """An item with everything that is needed to decide it."""

    id: int
    position: int
    state: ItemState
    reason: str
    case_id: int
    case_number: str
    applicant: str
    title_lv: str
    title_en: str
    edition_label: str
    lki: int | None
    claimed: Credits
    award: Award
    units: tuple[UnitProposal, ...]
    lights: tuple[LightFinding, ...]
    needed: int
    taking_part: int
    roll: tuple[RollLine, ...]
    tally: Tally
    acts: tuple[SittingStanding, ...]
    presiding: Presiding | None = None
    """Who presides over this item: whoever may and has not left or stepped aside; nobody where nobody may."""
    in_office: int = 0
    """How many seats with a vote the commission has."""
    ballot: BallotKind = BallotKind.NAMED
    papers: int = 0
    """How many ballots of a secret vote are taken."""
    totals: Totals | None = None
    batch: tuple[str, ...] = ()
    """The numbers of the cases voted on together with this one, this one among them."""
    taken_up_at: datetime | None = None
    departs: tuple[Refusal, ...] = ()
    """Where the draft departs from what was decided before on the same evidence."""


def item_card(reading: Reading, item: AgendaItem) -> ItemCard:
    """The item as it stands now; one that is closed as it stood when it was closed."""
    case = reading.get(RecognitionCase, item.case_id)
    reading.opened.add(case.person.uid)
    proposal = credits.proposal_of(reading.session, case)
    award = compute(decisions.proposal_input(reading.session, item)) if item.departures else proposal.award
    status, closed = item_legality(reading.session, item), kept(item.legality)
    stood = closed or status
    return ItemCard(
        id=item.id,
        position=item.position,
        state=item.state,
        reason=item.reason,
        case_id=case.id,
        case_number=case.number,
        applicant=people.full_name(case.person),
        title_lv=case.edition.standard.title_lv,
        title_en=case.edition.standard.title_en,
        edition_label=case.edition.label,
        lki=case.edition.lki,
        claimed=proposal.claimed,
        award=award,
        units=_units(reading, item, award, proposal),
        lights=stood.lights,
        needed=stood.needed,
        taking_part=stood.taking_part,
        roll=_roll(item, case, {} if closed else dict(status.barred)),
        tally=closed.tally if closed else item_tally(reading.session, item),
        acts=agenda.item_standings(item_facts(reading.session, item)),
        presiding=_presiding(item, stood.presiding),
        in_office=status.in_office,
        ballot=item.ballot,
        papers=len(item.papers_taken),
        totals=totals_of(item),
        batch=tuple(other.case.number for other in batch_of(item)) if item.batch is not None else (),
        taken_up_at=item.taken_up_at,
        departs=departures(reading.session, case, ((line.unit_uid, line.verdict) for line in award.unit_lines)),
    )


def _presiding(item: AgendaItem, uid: str | None) -> Presiding | None:
    member = next((one for one in item.sitting.commission.members if str(one.uid) == uid), None)
    return None if member is None else Presiding(member.id, member.name, member.role, "")


def _units(reading: Reading, item: AgendaItem, award: Award, proposal: Proposal) -> tuple[UnitProposal, ...]:
    rows = reading.session.scalars(
        select(Unit).join(Claim, Claim.unit_id == Unit.id).where(Claim.case_id == item.case_id)
    )
    units = {str(unit.uid): unit for unit in rows}
    asked = {one.uid: [outcome.uid for outcome in one.outcomes] for one in proposal.input.units}
    before = {line.unit_uid: line.verdict for line in proposal.award.unit_lines}
    reasons = {str(row.unit.uid): row.reason for row in item.departures}
    results = proposal.input.results
    return tuple(
        UnitProposal(
            units[line.unit_uid].id,
            units[line.unit_uid].title_lv,
            units[line.unit_uid].title_en,
            line,
            before.get(line.unit_uid),
            reasons.get(line.unit_uid, ""),
            sum(results.get(uid) is OutcomeResult.MET for uid in asked.get(line.unit_uid, ())),
            len(asked.get(line.unit_uid, ())),
        )
        for line in award.unit_lines
    )


def _roll(item: AgendaItem, case: RecognitionCase, barred: dict[str, Refusal]) -> tuple[RollLine, ...]:
    closed = kept(item.legality)
    there = present_ids(item.sitting)
    given = {vote.member_id: vote for vote in item.votes}
    recused = {row.member_id: row.reason for row in item.recusals}
    took = {row.member_id for row in item.papers_taken}
    here = there
    if closed:
        here = frozenset(row.id for row in item.sitting.commission.members if str(row.uid) in closed.present)
    seats = {row.member_id: row for row in item.sitting.attendance if row.instead_of_id and row.member_id in here}
    replaced = {row.instead_of_id: row.member.name for row in seats.values()}
    return tuple(
        RollLine(
            member_id=member.id,
            name=member.name,
            role=member.role,
            present=member.id in here,
            recused=recused.get(member.id),
            barred=barred.get(str(member.uid)),
            choice=given[member.id].choice if member.id in given else None,
            namesake=alike_surnames(member.name, case.person.family_name),
            asks_whom=member.role is MemberRole.SUBSTITUTE,
            instead_of=_replaced(seats.get(member.id)),
            order_number=seats[member.id].order_number if member.id in seats else "",
            replaced_by=replaced.get(member.id, ""),
            took_ballot=member.id in took,
            opinion=given[member.id].opinion if member.id in given else "",
            opines=member.id in given and item.sitting.signed_on is None,
        )
        for member in item.sitting.commission.members
    )


def _replaced(seat: Attendance | None) -> str:
    return seat.instead_of.name if seat is not None and seat.instead_of is not None else ""
