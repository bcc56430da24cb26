"""Decisions on the course of a case: the term extended, the application left unexamined, the case closed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents import procedural_decision as sheet
from commission_app.documents.house_style import Signatures
from commission_app.documents.procedural_decision import ProceduralFacts
from commission_app.errors import Refusal, RefusedError
from commission_app.i18n import LATVIAN, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import ProceduralDecision
from commission_app.models.register import SeriesNumber
from commission_app.models.term import TermChange
from commission_app.rules import procedural
from commission_app.rules.halves import half
from commission_app.rules.procedural import CourseFacts, ProceduralAct, ProceduralStanding, ProceduralState
from commission_app.rules.vocabulary.case import CaseState, LeavingReason, Step
from commission_app.rules.vocabulary.deadline import TermChangeKind
from commission_app.rules.vocabulary.decision import DecisionState, ProceduralKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book, NumberMode, NumberState
from commission_app.services import deadlines, decision_signers, people, provisions, register_facts, registers, series
from commission_app.services.decision_signers import SignedAs
from commission_app.services.paper_sources import appeal, clerk, letterhead, pair, title
from commission_app.store import search
from commission_app.store.acts import new_uid
from commission_app.store.work import Reading, Work

Against = tuple[tuple[ProceduralKind, tuple[Refusal, ...]], ...]
"""Each kind of such a decision with what stands against drafting one now."""


@dataclass(frozen=True)
class ProceduralForm:
    """What is asked about such a decision; `until` only where a term is extended."""

    kind: ProceduralKind
    decided_on: date
    reasons: str
    until: date | None = None


@dataclass(frozen=True)
class ProceduralCard:
    """Such a decision as its window shows it, with the acts upon it and what stands against each."""

    id: int
    version: int
    number: str
    form: ProceduralForm
    state: DecisionState
    signed_on: date | None
    signed_by: str
    acts: tuple[ProceduralStanding, ...]


@dataclass(frozen=True)
class CourseCard:
    """The decisions on the course of a case, and what stands against another."""

    case_id: int
    version: int
    number: str
    deadline: date
    typed_number: bool
    against: Against
    signer: SignedAs
    decisions: tuple[ProceduralCard, ...]


def of_case(reading: Reading, case_id: int) -> CourseCard:
    """Everything about the course of a case; who works now is proposed to sign."""
    case = reading.get(RecognitionCase, case_id)
    rows = _rows(reading.session, case_id)
    actor = reading.actor
    return CourseCard(
        case_id=case.id,
        version=case.version,
        number=case.number,
        deadline=case.deadline,
        typed_number=series.mode_of(reading.session, Book.DECISIONS, reading.today.year) is NumberMode.TYPED,
        against=against(reading.session, case),
        signer=SignedAs(actor.name if actor.uid else "", actor.post_lv, actor.post_en),
        decisions=tuple(_card(row) for row in rows),
    )


def against(session: Session, case: RecognitionCase) -> Against:
    """What stands against each kind of such a decision upon a case now."""
    facts = _course(session, case)
    return tuple((kind, procedural.against_drafting(facts, kind)) for kind in ProceduralKind)


def draft(work: Work, case_id: int, seen: int, form: ProceduralForm, typed_number: str | None = None) -> int:
    """Such a decision is drafted with its number; it does nothing yet.

    Refused: for a case that is decided or over, while another draft waits, without reasons, or on an impossible day.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    facts = _course(work.session, case)
    if stands := procedural.against_drafting(facts, form.kind):
        raise RefusedError.of(stands[0])
    procedural.check_form(facts, form.kind, form.decided_on, form.until, form.reasons, work.today)
    row = ProceduralDecision(case_id=case.id, number="", state=DecisionState.DRAFT, uid=new_uid())
    _write(row, form)
    row.number = registers.reserve(work, Book.DECISIONS, row.uid, form.decided_on.year, typed_number)
    work.add(row)
    work.touch(case)
    work.session.flush()
    name = people.full_name(case.person)
    search.put(work.session, "case", case.id, case.uid, case.number, name, case.number, name, row.number)
    return row.id


def edit(work: Work, key: int, seen: int, form: ProceduralForm) -> None:
    """A draft is worded anew. Refused: once it is signed, and as when it is drafted."""
    case, row = _locked(work, key, seen, ProceduralAct.EDIT)
    procedural.check_form(_course(work.session, case), form.kind, form.decided_on, form.until, form.reasons, work.today)
    _write(row, form)


def drop(work: Work, key: int, seen: int, reason: str) -> None:
    """A draft is given up: its number is voided with the reason and never given again.

    Refused: once it is signed, and without a reason.
    """
    case, row = _locked(work, key, seen, ProceduralAct.DROP)
    number = work.session.scalars(
        select(SeriesNumber).where(SeriesNumber.subject_uid == row.uid, SeriesNumber.state == NumberState.RESERVED)
    ).one()
    registers.void(work, number.id, reason)
    work.remove([row])
    work.touch(case)


def sign(work: Work, key: int, seen: int, on: date, signed: SignedAs) -> None:
    """The decision is signed and entered in the register, and does to the case what it says.

    Refused: without a signer, on an impossible day, or for a case that was decided meanwhile.
    """
    case, row = _locked(work, key, seen, ProceduralAct.SIGN)
    if not row.decided_on <= on <= work.today:
        raise RefusedError("decision.signing_day", at="signed_on", decided=row.decided_on, signed=on)
    procedural.check_form(_course(work.session, case), row.kind, row.decided_on, row.until, row.reasons, work.today)
    decision_signers.enter(row, on, signed)
    row.state = DecisionState.REGISTERED
    if row.kind is ProceduralKind.EXTENSION:
        _extend(work, case, row)
    else:
        case.step, case.state = Step.CERTIFICATION, CaseState.CLOSED
        case.closed_reason, case.closed_on = half(row.reasons, LATVIAN.code), on
        case.closed_code = LeavingReason.OWN_WISH if row.kind is ProceduralKind.CLOSED else None
    work.session.flush()
    registers.enter(work, Book.DECISIONS, row.number, row.uid, register_facts.procedural(row, case))
    work.touch(case)


def paper(reading: Reading, key: int, language: Language) -> bytes:
    """The decision as a paper; marked as a draft until it is signed."""
    row = reading.get(ProceduralDecision, key)
    case = reading.get(RecognitionCase, row.case_id)
    reading.opened.add(case.person.uid)
    legal = provisions.legal(reading.session, ProvisionKey.DECISION_TERM_MONTHS, case.procedure, case.law_date)
    signer = decision_signers.signer(row) or clerk(reading.actor)
    facts = ProceduralFacts(
        letterhead=letterhead(reading.session, row.decided_on, language),
        kind=row.kind,
        number=row.number,
        day=row.decided_on,
        case_number=case.number,
        application_number=case.external_number or case.number,
        application_date=case.external_date or case.received_on,
        applicant=people.full_name(people.name_on(case.person, row.decided_on)),
        programme=title(case.edition),
        legal=pair(legal.text_lv, legal.text_en) if legal else "",
        reasons=row.reasons,
        until=row.until,
        appeal=appeal(reading.session, case.procedure, row.decided_on),
        signatures=Signatures((signer,)),
        draft=row.state is DecisionState.DRAFT,
    )
    return sheet.render(facts, language)


def _extend(work: Work, case: RecognitionCase, row: ProceduralDecision) -> None:
    change = TermChange(
        case_id=case.id,
        kind=TermChangeKind.EXTENSION,
        from_day=row.decided_on,
        until_day=row.until,
        reason=half(row.reasons, LATVIAN.code),
        legal=row.number,
    )
    work.add(change)
    deadlines.refresh(work, case)


def _locked(work: Work, key: int, seen: int, act: ProceduralAct) -> tuple[RecognitionCase, ProceduralDecision]:
    case = work.lock(RecognitionCase, work.get(ProceduralDecision, key).case_id)
    row = work.lock(ProceduralDecision, key, seen)
    procedural.require(_state(row), act)
    return case, row


def _write(row: ProceduralDecision, form: ProceduralForm) -> None:
    row.kind, row.decided_on, row.reasons = form.kind, form.decided_on, form.reasons.strip()
    row.until = form.until if form.kind is ProceduralKind.EXTENSION else None


def _rows(session: Session, case_id: int) -> list[ProceduralDecision]:
    query = select(ProceduralDecision).where(ProceduralDecision.case_id == case_id).order_by(ProceduralDecision.id)
    return list(session.scalars(query))


def _course(session: Session, case: RecognitionCase) -> CourseFacts:
    waiting = (row.number for row in _rows(session, case.id) if row.state is DecisionState.DRAFT)
    return CourseFacts(case.state, case.number, case.received_on, case.deadline, next(waiting, ""))


def _card(row: ProceduralDecision) -> ProceduralCard:
    return ProceduralCard(
        row.id,
        row.version,
        row.number,
        ProceduralForm(row.kind, row.decided_on, row.reasons, row.until),
        row.state,
        row.signed_on,
        row.signed_by,
        procedural.standings(_state(row)),
    )


def _state(row: ProceduralDecision) -> ProceduralState:
    return ProceduralState(row.kind, row.number, row.state, row.case.state, row.case.number)
