"""The end of a sitting: what is asked when it is closed, and the decisions it leaves to be signed and registered."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules import registration
from commission_app.rules.quantities import Credits
from commission_app.rules.registration import DecisionStanding
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.rules.vocabulary.sitting import ItemState
from commission_app.services import decision_signers, decisions, people, series, sitting_rows
from commission_app.services.decision_cards import draft_facts
from commission_app.services.decision_signers import SignedAs
from commission_app.services.sittings import MinuteTaker
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class Closing:
    """What must be known to close a sitting: who may take the minutes, and which numbers are typed by hand."""

    taker: MinuteTaker
    minutes_typed: bool
    decisions_typed: bool
    decided: tuple[tuple[int, str], ...]
    """The decided items with their cases' numbers."""


@dataclass(frozen=True)
class SittingDecision:
    """A decision drafted by a sitting, with the acts upon it and what stands against each."""

    id: int
    version: int
    position: int
    number: str
    state: DecisionState
    verdict: DecisionVerdict
    signed_on: date | None
    case_id: int
    case_number: str
    applicant: str
    recognised: Credits
    claimed: Credits
    acts: tuple[DecisionStanding, ...]


@dataclass(frozen=True)
class Signed:
    """A decision as it was seen, the day on which it was signed, and by whom where that had to be asked."""

    decision_id: int
    seen: int
    day: date
    by: SignedAs | None = None


def closing(reading: Reading, sitting_id: int) -> Closing:
    """Proposes who took the minutes: the person who works now, in the own post."""
    sitting = reading.get(Sitting, sitting_id)
    actor, year = reading.actor, sitting.held_on.year

    def typed(book: Book) -> bool:
        return series.mode_of(reading.session, book, year) is NumberMode.TYPED

    decided = tuple((item.id, item.case.number) for item in sitting.items if item.state is ItemState.DECIDED)
    taker = MinuteTaker(actor.name if actor.uid else "", actor.post_lv, actor.post_en)
    return Closing(taker, typed(Book.MINUTES), typed(Book.DECISIONS), decided)


def decisions_of(reading: Reading, sitting_id: int) -> tuple[SittingDecision, ...]:
    """The decisions of a closed sitting in the order of its agenda."""
    rows = reading.session.execute(
        select(Decision, AgendaItem.position)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .where(AgendaItem.sitting_id == sitting_id)
        .order_by(AgendaItem.position)
    )
    return tuple(_decision(reading, decision, position) for decision, position in rows)


def signer_unknown(reading: Reading, decision_ids: tuple[int, ...]) -> bool:
    """Whether it must be asked who signed: some decision bears no signature and nobody presided or is in office."""
    rows = (reading.get(Decision, key) for key in decision_ids)
    return any(row.signed_on is None and not decision_signers.of_item(reading, row.item).name for row in rows)


def enter_signed(work: Work, signed: Signed) -> None:
    """A decision that was signed on paper is entered in the register; the day of its signature is kept.

    Refused: as signing and registering are.
    """
    enter_signed_together(work, (signed,))


def enter_signed_together(work: Work, several: Sequence[Signed]) -> tuple[None, ...]:
    """Several decisions that were signed on paper are entered in the register, all of them or none.

    Refused: as signing and registering are.
    """
    keys = [one.decision_id for one in several]
    asked = work.session.execute(select(Decision.case_id).where(Decision.id.in_(keys)))
    # Cases are locked before decisions, and in the order of their keys, as in every act that takes both.
    cases = work.lock_all(RecognitionCase, [case_id for (case_id,) in asked])
    work.lock_all(Decision, keys)
    locked = [(one, work.lock(Decision, one.decision_id, one.seen)) for one in several]
    sitting_rows.lay_out_cases(work.session, tuple(cases))
    for few in _one_of_each_person(locked, cases):
        with work.session.no_autoflush:
            for signed, decision in few:
                if decision.signed_on is None:
                    decisions.put_signature(work, decision, signed.day, signed.by)
        decisions.enter_all(work, [(cases[decision.case_id], decision) for _, decision in few])
    return tuple(None for _ in several)


def _one_of_each_person(
    locked: Sequence[tuple[Signed, Decision]], cases: Mapping[int, RecognitionCase]
) -> list[list[tuple[Signed, Decision]]]:
    """The decisions in rounds: what one recognises may stand against another on the same person."""
    rounds: list[list[tuple[Signed, Decision]]] = []
    before: Counter[int] = Counter()
    for one in locked:
        person = cases[one[1].case_id].person_id
        if before[person] == len(rounds):
            rounds.append([])
        rounds[before[person]].append(one)
        before[person] += 1
    return rounds


def _decision(reading: Reading, decision: Decision, position: int) -> SittingDecision:
    case = reading.get(RecognitionCase, decision.case_id)
    reading.opened.add(case.person.uid)
    return SittingDecision(
        decision.id,
        decision.version,
        position,
        decision.number,
        decision.state,
        decision.verdict,
        decision.signed_on,
        case.id,
        case.number,
        people.full_name(case.person),
        Credits.from_thousandths(decision.credits_recognised, decision.credit_unit),
        Credits.from_thousandths(decision.credits_claimed, decision.credit_unit),
        registration.standings(draft_facts(reading.session, decision)),
    )
