"""Decisions of the commission: a draft that carries its number, signed, and registered with its computation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision, DecisionLine, RecognisedUnit
from commission_app.models.sitting import AgendaItem
from commission_app.models.standard import Unit
from commission_app.rules import registration, verdict
from commission_app.rules.credits import ENGINE, Award, AwardInput, award_seal, award_text, compute, input_text
from commission_app.rules.quantities import Credits
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.case import CaseAct
from commission_app.rules.vocabulary.decision import DecisionChange, DecisionState, RefusalGround
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import (
    cases,
    credits,
    decision_changes,
    decision_signers,
    people,
    register_facts,
    registers,
)
from commission_app.services.decision_cards import card, decision_list, draft_facts, of_case
from commission_app.services.decision_signers import SignedAs
from commission_app.store import at_hand, search
from commission_app.store.acts import new_uid
from commission_app.store.work import Work

__all__ = ["card", "decision_list", "of_case"]
_ENTERED = select(Decision.id).where(Decision.state != DecisionState.DRAFT).order_by(Decision.id.desc())


def proposal_input(session: Session, item: AgendaItem) -> AwardInput:
    """What the award of an item is computed from: the agreed results, and where the commission departs."""
    given = credits.award_input(session, recognition_case(session, item.case_id))
    departures = {str(row.unit.uid): row.verdict for row in item.departures}
    return replace(given, departures=MappingProxyType(departures))


def award_of(session: Session, item: AgendaItem) -> Award:
    """The award as it is put to the vote.

    Refused: a departure past a rule that bars the unit.
    """
    return compute(proposal_input(session, item))


def recognition_case(session: Session, case_id: int) -> RecognitionCase:
    """The application behind an item; other kinds of cases have no award."""
    case = session.get(RecognitionCase, case_id)
    if case is None:
        raise RefusedError("noun.absent", noun="case", key=case_id)
    return case


def draft_all(work: Work, items: Sequence[AgendaItem], typed: Mapping[int, str] = MappingProxyType({})) -> None:
    """Drafts the decisions on items the commission has decided, each with its number and its whole computation.

    `typed` are the numbers of the document system by item, where the office types them.
    """
    drafts = []
    # Nothing is written between the questions: all drafts are stored together.
    with work.session.no_autoflush:
        for item in items:
            decision, award = _draft(work, item)
            decision.number = registers.reserve(
                work, Book.DECISIONS, decision.uid, decision.decided_on.year, typed.get(item.id)
            )
            decision.lines = _lines(recognition_case(work.session, item.case_id), award, item)
            drafts.append(decision)
            work.about(item.case.uid)
    work.add(*drafts)
    work.session.flush()
    make_findable(work, *drafts)


def _draft(work: Work, item: AgendaItem) -> tuple[Decision, Award]:
    case = recognition_case(work.session, item.case_id)
    given = proposal_input(work.session, item)
    award = compute(given)
    asked, text = input_text(given), award_text(award)
    day = item.sitting.held_on
    decision = Decision(
        case_id=case.id,
        item_id=item.id,
        number="",
        decided_on=day,
        state=DecisionState.DRAFT,
        verdict=verdict.overall(award),
        credits_claimed=_claimed(given, award).thousandths(),
        credits_recognised=award.total.thousandths(),
        credit_unit=award.total.unit,
        engine=ENGINE,
        award_input=asked,
        award_text=text,
        award_hash=award_seal(ENGINE, asked, text),
        replaces_id=_before(work.session, case.id),
        uid=new_uid(),
    )
    return decision, award


def edit_draft(
    work: Work,
    decision_id: int,
    seen: int,
    reasons: str,
    refusal_ground: RefusalGround | None = None,
    line_reasons: Mapping[int, str] | None = None,
) -> None:
    """The reasons of a draft are worded: of the whole, the coded ground of a refusal, and unit by unit.

    Refused: once the decision is signed or registered.
    """
    case, decision = _locked(work, decision_id, seen, DecisionAct.EDIT)
    ground = decision.refusal_ground
    decision.reasons, decision.refusal_ground = reasons.strip(), refusal_ground
    for line in decision.lines:
        if line_reasons and line.id in line_reasons:
            line.reason = line_reasons[line.id].strip()
    work.touch(decision)
    if decision.state is DecisionState.REGISTERED:
        registration.check_reasons(draft_facts(work.session, decision))
        if ground is not refusal_ground:
            decision_changes.correct_entry(work, decision, case, DecisionChange.EDITED, decision.reasons)


def set_condition(work: Work, decision_id: int, seen: int, condition: str, until: date | None) -> None:
    """The decision rests on a condition to be met by a day, or on none any more; until it is met it is provisional.

    Refused: once the decision is signed, and a condition without a day or with one before the decision.
    """
    case, decision = _locked(work, decision_id, seen, DecisionAct.CONDITION)
    registration.check_condition(draft_facts(work.session, decision), condition.strip(), until)
    decision.condition, decision.condition_until = condition.strip(), until if condition.strip() else None
    work.touch(decision)
    if decision.state is DecisionState.REGISTERED:
        decision_changes.correct_entry(
            work, decision, case, DecisionChange.CONDITION, decision.condition or decision.number
        )


def sign(work: Work, decision_id: int, seen: int, signed_on: date, signed: SignedAs | None = None) -> None:
    """The decision is signed on paper, on a day, by who presided unless somebody else is named.

    Refused: before the day of the decision or in the future, twice, or while its reasons are missing.
    """
    put_signature(work, work.lock(Decision, decision_id, seen), signed_on, signed)


def put_signature(work: Work, decision: Decision, signed_on: date, signed: SignedAs | None = None) -> None:
    """A locked decision is signed; refused as `sign` is."""
    facts = draft_facts(work.session, decision)
    registration.require(facts, DecisionAct.SIGN)
    registration.check_signing(facts, signed_on, work.today)
    decision_signers.enter(decision, signed_on, signed or decision_signers.of_item(work, decision.item))


def register(work: Work, decision_id: int, seen: int) -> None:
    """The decision is entered in the register: its number is used, the case is decided, the units are the person's.

    Refused: twice, without reasons where not everything is recognised, or for a unit recognised meanwhile.
    """
    case = work.lock(RecognitionCase, work.get(Decision, decision_id).case_id)
    enter_all(work, [(case, work.lock(Decision, decision_id, seen))])


def enter_all(work: Work, locked: Sequence[tuple[RecognitionCase, Decision]]) -> None:
    """Locked decisions on locked cases, each of another person, are entered in the register; refused as `register` is.

    What one decision writes stands against none of the others: all are asked first, and stored together.
    """
    with work.session.no_autoflush:
        for _, decision in locked:
            registration.require(draft_facts(work.session, decision), DecisionAct.REGISTER)
    cases.step_all_forward(work, [case for case, _ in locked], CaseAct.REGISTER_DECISION)
    for case, decision in locked:
        decision_changes.replace(work, case, decision)
        decision.state = DecisionState.REGISTERED
    work.session.flush()
    for case, decision in locked:
        for line in decision.lines:
            if line.unit is not None and line.verdict is UnitVerdict.RECOGNISED:
                work.add(_recognised(case, decision, line, line.unit))
    work.session.flush()
    lines = [(one.number, one.uid, register_facts.decision(one, case)) for case, one in locked]
    registers.enter_all(work, Book.DECISIONS, lines)


def make_findable(work: Work, *decisions: Decision) -> None:
    """The search box finds decisions by their numbers, their cases and applicants."""
    rows = []
    for decision in decisions:
        case = recognition_case(work.session, decision.case_id)
        name = people.full_name(case.person)
        row = search.Findable(decision.id, decision.number, f"{case.number} {name}", (case.number, name))
        rows.append((decision.uid, row))
    search.put_many(work.session, "decision", rows)


def _locked(work: Work, decision_id: int, seen: int, act: DecisionAct) -> tuple[RecognitionCase, Decision]:
    case = work.lock(RecognitionCase, work.get(Decision, decision_id).case_id)
    decision = work.lock(Decision, decision_id, seen)
    registration.require(draft_facts(work.session, decision), act)
    return case, decision


def _before(session: Session, case_id: int) -> int | None:
    """The decision that a new one on the same case takes the place of."""
    return at_hand.first_of(session, _ENTERED, Decision.case_id, case_id)


def _claimed(given: AwardInput, award: Award) -> Credits:
    unit = award.total.unit
    worths = (one.credits.convert(unit) for one in given.units if one.credits is not None)
    return sum(worths, Credits.zero(unit))


def _lines(case: RecognitionCase, award: Award, item: AgendaItem) -> list[DecisionLine]:
    units = {str(claim.unit.uid): claim.unit_id for claim in case.claims}
    reasons = {str(row.unit.uid): row.reason for row in item.departures}
    return [
        DecisionLine(
            unit_id=units.get(line.unit_uid),
            position=position,
            verdict=line.verdict,
            credits=line.credits.thousandths(),
            credit_unit=line.credits.unit,
            rule=line.rule,
            reason=reasons.get(line.unit_uid, ""),
        )
        for position, line in enumerate(award.lines, 1)
    ]


def _recognised(case: RecognitionCase, decision: Decision, line: DecisionLine, unit: Unit) -> RecognisedUnit:
    return RecognisedUnit(
        person_id=case.person_id,
        identity_id=unit.identity_id,
        case_id=case.id,
        credits=line.credits,
        credit_unit=line.credit_unit,
        recognised_on=decision.decided_on,
    )
