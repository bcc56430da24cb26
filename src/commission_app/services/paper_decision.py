"""The facts of a decision as printed: what was considered, found and decided unit by unit, and how to contest it."""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents.decision import ConsideredDocument, DecidedUnit, DecisionFacts, SlipNote
from commission_app.documents.house_style import Pair, Signatures, Signer, Text, Votes
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision, DecisionLine
from commission_app.models.evidence import EvidenceItem
from commission_app.models.score import Result
from commission_app.models.standard import Outcome, Unit
from commission_app.rules.credits import Award, AwardInput, AwardLine, award_of, input_of
from commission_app.rules.halves import half
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitVerdict
from commission_app.services import decision_signers, people, study_plan, unit_offers
from commission_app.services.legality_text import kept
from commission_app.services.paper_minutes import presided
from commission_app.services.paper_representative import signed_by
from commission_app.services.paper_sources import (
    about,
    appeal,
    both,
    halved,
    legal_basis,
    letterhead,
    level,
    office_in_commission,
    pair,
    title,
    worded,
)
from commission_app.services.unit_offers import HOPELESS, UnitOffer
from commission_app.store import at_hand
from commission_app.store.work import Reading
from commission_app.wording.awards import change_text, rule_text
from commission_app.wording.decision import price_said

DEPARTURE = "commission.departure"
_REASONS = select(Result.outcome_id, Result.reason)
_CONSIDERED = (
    select(EvidenceItem.title, EvidenceItem.kind, EvidenceItem.issued_on)
    .where(EvidenceItem.active)
    .order_by(EvidenceItem.position)
)


def decision_facts(reading: Reading, decision_id: int, language: Language) -> DecisionFacts:
    """Everything the decision says."""
    decision = reading.get(Decision, decision_id)
    case = reading.get(RecognitionCase, decision.case_id)
    reading.opened.add(case.person.uid)
    session, sitting, day = reading.session, decision.item.sitting, decision.decided_on
    commission = sitting.commission
    award, given = award_of(decision.award_text), input_of(decision.award_input)
    return DecisionFacts(
        letterhead=letterhead(session, day, language),
        number=decision.number,
        day=day,
        commission=pair(commission.name_lv, commission.name_en),
        order_number=commission.order_number,
        order_date=commission.order_date or commission.members[0].term_from,
        legal_basis=tuple(legal_basis(session, case.procedure, case.law_date, commission, day)),
        case_number=case.number,
        application_number=case.external_number or case.number,
        application_date=case.external_date or case.received_on,
        applicant=people.full_name(people.name_on(case.person, day)),
        programme=title(case.edition),
        programme_code=case.edition.standard.code,
        level=level(case.edition),
        verdict=decision.verdict,
        documents=_documents(session, case),
        units=_units(session, decision, award, given),
        total=award.total,
        remaining=award.remaining,
        reasons=_reasons(decision, award),
        appeal=appeal(session, case.procedure, day),
        signatures=Signatures(_signers(session, decision)),
        minutes_number=sitting.minutes_number,
        sitting_date=sitting.held_on,
        about=about(case.procedure),
        votes=_votes(decision),
        annexes=(both(marked("Calculation of credits (result SHA-256 {sum})"), sum=_sum_of(decision)),),
        draft=decision.state is DecisionState.DRAFT,
        represented=signed_by(session, case.id, day),
        **_life(reading, decision),
    )


def _entry_semester(reading: Reading, decision: Decision) -> int | None:
    """From which semester one may study on what is recognised; nothing where the programme does not say."""
    if decision.verdict not in (DecisionVerdict.FULL, DecisionVerdict.PARTIAL):
        return None
    try:
        return study_plan.of_case(reading, decision.case_id).wish.entry
    except RefusedError:
        return None


def _life(reading: Reading, decision: Decision) -> dict[str, Any]:
    """What the paper says of a decision beside what was decided: its condition, what became of it, slips."""
    return {
        "entry_semester": _entry_semester(reading, decision),
        "condition": decision.condition,
        "condition_until": decision.condition_until,
        "final_on": decision.made_final_on,
        "replaces": _replaces(decision),
        "standing": _standing(reading.session, decision),
        "slips": tuple(SlipNote(row.place, row.was, row.becomes, row.corrected_on) for row in decision.slips),
    }


def _signers(session: Session, decision: Decision) -> tuple[Signer, ...]:
    """Who signed; before the signature, who presided when it was decided."""
    signed = decision_signers.signer(decision)
    if signed is not None:
        return (signed,)
    chair = presided(session, decision.item.sitting, decision.item)
    return (office_in_commission(chair, both(marked("Sitting chaired by"))),) if chair else ()


def _replaces(decision: Decision) -> Text:
    old = decision.replaces
    if old is None:
        return ""
    lv, en = (one.date(old.decided_on) for one in (LATVIAN, ENGLISH))
    said = marked("replaces decision {number} of {day}")
    return Pair(
        LATVIAN.say_of("paper", said, number=old.number, day=lv),
        ENGLISH.say_of("paper", said, number=old.number, day=en),
    )


def _standing(session: Session, decision: Decision) -> Text:
    """What is printed over a decision that is no longer in force."""
    if decision.state is DecisionState.REPEALED and decision.repealed_on is not None:
        lv, en = (one.date(decision.repealed_on) for one in (LATVIAN, ENGLISH))
        said = marked("Repealed on {day}.")
        return Pair(LATVIAN.say_of("paper", said, day=lv), ENGLISH.say_of("paper", said, day=en))
    if decision.state is DecisionState.REPLACED:
        newer = select(Decision.number).where(Decision.replaces_id == decision.id).order_by(Decision.id.desc())
        return both(marked("Replaced by decision {number}."), number=session.scalar(newer.limit(1)) or "")
    return ""


def _sum_of(decision: Decision) -> str:
    """The control sum of the result, as the calculation sheet prints it."""
    return hashlib.sha256(decision.award_text.encode()).hexdigest()


def _documents(session: Session, case: RecognitionCase) -> tuple[ConsideredDocument, ...]:
    rows = at_hand.of(session, _CONSIDERED, EvidenceItem.case_id, case.id)
    return tuple(ConsideredDocument(row.title, worded(row.kind), row.issued_on) for row in rows)


def _votes(decision: Decision) -> Votes | None:
    closed = kept(decision.item.legality)
    if closed is None:
        return None
    names = tuple(row.member.name for row in decision.item.recusals)
    return Votes(closed.tally.for_, closed.tally.against, closed.tally.abstained, names)


def _reasons(decision: Decision, award: Award) -> Text:
    """The commission's words; then the lines on the sum, which stand on no unit, in the words of their rule."""
    return pair(*(_reasons_in(language, decision, award) for language in (LATVIAN, ENGLISH)))


def _reasons_in(language: Language, decision: Decision, award: Award) -> str:
    extra = (
        f"{row.unit.code}: {half(row.reason, language.code)}"
        for row in decision.lines
        if row.unit and row.reason and row.rule != DEPARTURE
    )
    sums = (rule_text(language, line) for line in award.lines if line.kind is not LineKind.UNIT)
    return "\n".join(part for part in (half(decision.reasons, language.code), *extra, *sums) if part)


def _units(session: Session, decision: Decision, award: Award, given: AwardInput) -> tuple[DecidedUnit, ...]:
    rows = {str(row.unit.uid): row for row in decision.lines if row.unit is not None}
    worths = {one.uid: one.credits for one in given.units}
    zero = Credits.zero(award.total.unit)
    reasons = _reasons_of(session, decision.case_id)
    offers = unit_offers.of_decision(session, decision, award)
    return tuple(
        _unit(
            line,
            rows.get(line.unit_uid),
            worths.get(line.unit_uid) or zero,
            given,
            reasons,
            offers.get(line.unit_uid),
        )
        for line in award.unit_lines
    )


def _reasons_of(session: Session, case_id: int) -> Mapping[int, str]:
    """What the assessors wrote of each outcome."""
    rows = at_hand.of(session, _REASONS, Result.case_id, case_id)
    return {row.outcome_id: row.reason for row in rows}


def _unit(
    line: AwardLine,
    row: DecisionLine | None,
    claimed: Credits,
    given: AwardInput,
    reasons: Mapping[int, str],
    offer: UnitOffer | None,
) -> DecidedUnit:
    unit = row.unit if row else None
    outcomes = next((one.outcomes for one in given.units if one.uid == line.unit_uid), ())
    met = sum(given.results.get(outcome.uid) is OutcomeResult.MET for outcome in outcomes)
    refused = line.verdict is not UnitVerdict.RECOGNISED
    legal = pair(line.legal.text_lv, line.legal.text_en) if line.legal else ""
    suffices = None
    if refused and line.would_change not in HOPELESS:
        suffices = Pair(change_text(LATVIAN, line), change_text(ENGLISH, line))
    return DecidedUnit(
        code=line.unit_code,
        title=pair(unit.title_lv, unit.title_en) if unit else line.unit_title,
        outcomes_met=met,
        outcomes_total=len(outcomes),
        verdict=line.verdict or UnitVerdict.REFUSED,
        claimed=claimed,
        awarded=line.credits,
        rule=Pair(rule_text(LATVIAN, line), rule_text(ENGLISH, line)),
        legal_reference=legal,
        missing=_missing(unit, given, reasons) if unit and refused and _by_outcomes(line) else (),
        would_suffice=suffices,
        requirement=offer.requirement if offer else "",
        requirement_by=offer.requirement_by if offer else None,
        price=_price(offer) if offer else "",
        departure=halved(row.reason) if row and line.rule == DEPARTURE and row.reason else None,
    )


def _price(offer: UnitOffer) -> Text:
    return Pair(
        price_said(LATVIAN, offer.cents, offer.priced_on),
        price_said(ENGLISH, offer.cents, offer.priced_on),
    )


def _by_outcomes(line: AwardLine) -> bool:
    """Whether outcomes decided; a final examination is taken, whatever was shown."""
    return line.rule.startswith("unit.") and line.would_change != "change.sit_examination"


def _missing(unit: Unit, given: AwardInput, reasons: Mapping[int, str]) -> tuple[Text, ...]:
    """The outcomes that were not shown, by code and words, with what the assessors wrote of each."""

    def said(row: Outcome, text: str) -> str:
        reason = reasons.get(row.id, "").rstrip(". ")
        return f"{row.code} {text.rstrip('.')} ({reason})" if reason else f"{row.code} {text}"

    return tuple(
        pair(said(row, row.text_lv), said(row, row.text_en) if row.text_en else "")
        for row in unit.outcomes
        if given.results.get(str(row.uid)) is not OutcomeResult.MET
    )
