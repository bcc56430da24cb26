"""What is asked about decisions: the card with its lines and lawful acts, the list, the decision of a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from commission_app.models.case import Case, RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.delivery import Delivery
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules import registration
from commission_app.rules.credits import Award, AwardLine, award_of
from commission_app.rules.quantities import Credits
from commission_app.rules.registration import DecisionStanding, DraftFacts
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict, Publication, RefusalGround
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.workflow import is_open
from commission_app.services import people, unit_offers
from commission_app.services.earlier_studies import recognised_elsewhere
from commission_app.services.legality_text import KeptLegality, kept
from commission_app.services.paging import Cursor, Page
from commission_app.services.unit_offers import UnitOffer
from commission_app.store import at_hand
from commission_app.store.at_hand import once
from commission_app.store.work import Reading


@dataclass(frozen=True)
class LineCard:
    """One line of a decision: the computed line, and the commission's own words about it."""

    id: int
    position: int
    award: AwardLine
    reason: str
    offer: UnitOffer | None = None
    """What stands open for a unit that was not recognised."""


@dataclass(frozen=True)
class SlipCard:
    """A slip of the pen corrected after the signature."""

    place: str
    was: str
    becomes: str
    reason: str
    corrected_on: date


@dataclass(frozen=True)
class DecisionLife:
    """What became of a decision: who signed, on which condition it rests, what replaced or repealed it."""

    publication: Publication
    signed_by: str
    signed_post_lv: str
    signed_post_en: str
    signed_order: str
    condition: str
    condition_until: date | None
    final_on: date | None
    provisional: bool
    replaces: str
    newer: str
    repealed_on: date | None
    later_reason: str
    reopened: bool
    sent_on: date | None
    notified_on: date | None
    slips: tuple[SlipCard, ...]


@dataclass(frozen=True)
class DecisionCard:
    """A decision as its page shows it, with the acts upon it and what stands against each."""

    id: int
    uid: UUID
    version: int
    number: str
    state: DecisionState
    verdict: DecisionVerdict
    decided_on: date
    signed_on: date | None
    reasons: str
    refusal_ground: RefusalGround | None
    case_id: int
    case_number: str
    applicant: str
    title_lv: str
    title_en: str
    sitting_id: int
    minutes_number: str
    item_position: int
    claimed: Credits
    award: Award
    lines: tuple[LineCard, ...]
    legality: KeptLegality | None
    life: DecisionLife
    acts: tuple[DecisionStanding, ...]


@dataclass(frozen=True)
class DecisionRow:
    """A decision as lists show it."""

    id: int
    number: str
    state: DecisionState
    verdict: DecisionVerdict
    decided_on: date
    signed_on: date | None
    case_id: int
    case_number: str
    title: str
    recognised: Credits


def card(reading: Reading, decision_id: int) -> DecisionCard:
    """One decision; that the person's record was opened is itself recorded."""
    decision = reading.get(Decision, decision_id)
    case = reading.get(RecognitionCase, decision.case_id)
    reading.opened.add(case.person.uid)
    award = award_of(decision.award_text)
    standard = case.edition.standard
    return DecisionCard(
        id=decision.id,
        uid=decision.uid,
        version=decision.version,
        number=decision.number,
        state=decision.state,
        verdict=decision.verdict,
        decided_on=decision.decided_on,
        signed_on=decision.signed_on,
        reasons=decision.reasons,
        refusal_ground=decision.refusal_ground,
        case_id=case.id,
        case_number=case.number,
        applicant=people.full_name(people.name_on(case.person, decision.decided_on)),
        title_lv=standard.title_lv,
        title_en=standard.title_en,
        sitting_id=decision.item.sitting_id,
        minutes_number=decision.item.sitting.minutes_number or "",
        item_position=decision.item.position,
        claimed=Credits.from_thousandths(decision.credits_claimed, decision.credit_unit),
        award=award,
        lines=_lines(reading.session, decision, award),
        legality=kept(decision.item.legality),
        life=_life(reading.session, decision),
        acts=registration.standings(draft_facts(reading.session, decision)),
    )


def of_case(reading: Reading, case_id: int) -> DecisionCard | None:
    """The newest decision on a case; none while the commission has not decided."""
    newest = select(Decision.id).where(Decision.case_id == case_id).order_by(Decision.id.desc()).limit(1)
    key = reading.session.scalar(newest)
    return None if key is None else card(reading, key)


def decision_list(
    reading: Reading,
    *,
    words: str = "",
    state: DecisionState | None = None,
    unsigned: bool = False,
    sitting_id: int | None = None,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[DecisionRow]:
    """Decisions, newest first, page by page."""
    query = select(Decision, Case).join(Case, Case.id == Decision.case_id)
    query = _narrowed(query, words, state, unsigned, sitting_id)
    if after is not None:
        query = query.where(Decision.id < after.key)
    found = reading.session.execute(query.order_by(Decision.id.desc()).limit(limit)).all()
    rows = tuple(_row(decision, case) for decision, case in found)
    return Page(rows, Cursor(rows[-1].id, rows[-1].id) if len(rows) == limit else None)


def count(
    reading: Reading,
    *,
    words: str = "",
    state: DecisionState | None = None,
    unsigned: bool = False,
    sitting_id: int | None = None,
) -> int:
    """How many decisions the list holds."""
    query = select(Decision, Case).join(Case, Case.id == Decision.case_id)
    inner = _narrowed(query, words, state, unsigned, sitting_id).with_only_columns(Decision.id).subquery()
    return reading.session.scalar(select(func.count()).select_from(inner)) or 0


def draft_facts(session: Session, decision: Decision) -> DraftFacts:
    """The decision as the rules see it."""
    return DraftFacts(
        state=decision.state,
        verdict=decision.verdict,
        reasons=decision.reasons,
        ground=decision.refusal_ground,
        decided_on=decision.decided_on,
        signed_on=decision.signed_on,
        paid_elsewhere=once(session, ("paid elsewhere", decision.id), lambda: _paid_elsewhere(session, decision)),
        number=decision.number,
        case=decision.case.state,
        case_number=decision.case.number,
        newer=once(session, ("newer", decision.id), lambda: _newer(session, decision)),
        condition=decision.condition,
        condition_until=decision.condition_until,
        final_on=decision.made_final_on,
    )


def _life(session: Session, decision: Decision) -> DecisionLife:
    facts = draft_facts(session, decision)
    sent = session.scalars(
        select(Delivery).where(Delivery.subject_uid == decision.uid).order_by(Delivery.sent_on)
    ).all()
    notified = min((row.notified_on for row in sent if row.notified_on is not None), default=None)
    return DecisionLife(
        publication=registration.publication(facts, sent=bool(sent), notified=notified is not None),
        signed_by=decision.signed_by,
        signed_post_lv=decision.signed_post_lv,
        signed_post_en=decision.signed_post_en,
        signed_order=decision.signed_order,
        condition=decision.condition,
        condition_until=decision.condition_until,
        final_on=decision.made_final_on,
        provisional=facts.provisional,
        replaces=decision.replaces.number if decision.replaces is not None else "",
        newer=facts.newer,
        repealed_on=decision.repealed_on,
        later_reason=decision.repeal_reason,
        reopened=decision.state is DecisionState.REGISTERED and not facts.newer and is_open(decision.case.state),
        sent_on=sent[-1].sent_on if sent else None,
        notified_on=notified,
        slips=tuple(SlipCard(row.place, row.was, row.becomes, row.reason, row.corrected_on) for row in decision.slips),
    )


def _newer(session: Session, decision: Decision) -> str:
    """The number of a later decision on the same case."""
    rows = at_hand.of(session, _NEWEST_FIRST, Decision.case_id, decision.case_id)
    return next((row.number for row in rows if row.id > decision.id), "")


def _paid_elsewhere(session: Session, decision: Decision) -> tuple[str, ...]:
    """Units of a draft that another decision has recognised to the same person meanwhile."""
    if decision.state is not DecisionState.DRAFT:
        return ()
    case = session.get_one(RecognitionCase, decision.case_id)
    theirs = {row.identity_id for row in recognised_elsewhere(session, case)}
    return tuple(
        line.unit.code
        for line in decision.lines
        if line.unit is not None and line.verdict is UnitVerdict.RECOGNISED and line.unit.identity_id in theirs
    )


_NEWEST_FIRST = select(Decision.id, Decision.number).order_by(Decision.id.desc())
Found = Select[Decision, Case]


def _narrowed(query: Found, words: str, state: DecisionState | None, unsigned: bool, sitting_id: int | None) -> Found:
    if state is not None:
        query = query.where(Decision.state == state)
    if unsigned:
        query = query.where(Decision.signed_on.is_(None))
    if sitting_id is not None:
        item = select(AgendaItem.id).join(Sitting).where(Sitting.id == sitting_id)
        query = query.where(Decision.item_id.in_(item))
    for word in words.split():
        like = f"%{word}%"
        query = query.where(or_(Decision.number.ilike(like), Case.number.ilike(like), Case.title.ilike(like)))
    return query


def _row(decision: Decision, case: Case) -> DecisionRow:
    return DecisionRow(
        decision.id,
        decision.number,
        decision.state,
        decision.verdict,
        decision.decided_on,
        decision.signed_on,
        case.id,
        case.number,
        case.title,
        Credits.from_thousandths(decision.credits_recognised, decision.credit_unit),
    )


def _lines(session: Session, decision: Decision, award: Award) -> tuple[LineCard, ...]:
    offers = unit_offers.of_decision(session, decision, award)
    lines = ((row, award.lines[row.position - 1]) for row in decision.lines)
    return tuple(LineCard(row.id, row.position, line, row.reason, offers.get(line.unit_uid)) for row, line in lines)
