"""Cases: the list, the card with its lawful acts, and the acts that lead a case through the four steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.commission import Commission
from commission_app.models.standard import Unit
from commission_app.rules import workflow
from commission_app.rules.deadlines import DeadlineFinding, decision_deadline, urgency
from commission_app.rules.identity import mask_personal_code
from commission_app.rules.plausibility import check_not_future
from commission_app.rules.vocabulary.case import (
    CaseAct,
    CaseState,
    Channel,
    Ground,
    LeavingReason,
    Motive,
    Procedure,
    Step,
)
from commission_app.rules.vocabulary.commission import CommissionKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.workflow import ActStanding
from commission_app.services import (
    case_facts,
    deadlines,
    fee_state,
    hand_over,
    people,
    procedural_decisions,
    provisions,
    submissions,
)
from commission_app.services.applicants import make_findable
from commission_app.services.deadlines import TermCard
from commission_app.services.hand_over import HandOverCard
from commission_app.services.people import EarlierCase, PersonForm
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class ClaimLine:
    """A unit the applicant asks for."""

    unit_id: int
    code: str
    title_lv: str
    title_en: str


@dataclass(frozen=True)
class Payment:
    """What was paid for the case, by whom, on which document."""

    fee_cents: int | None = None
    paid_on: date | None = None
    document: str = ""
    payer: str = ""


@dataclass(frozen=True)
class CaseCard:
    """A case as its page shows it."""

    id: int
    uid: UUID
    version: int
    number: str
    external_number: str
    external_date: date | None
    title: str
    applicant: str
    masked_code: str
    person_id: int
    person_version: int
    person: PersonForm
    procedure: Procedure
    ground: Ground
    channel: Channel
    step: Step
    state: CaseState
    received_on: date
    deadline: date
    due: DeadlineFinding
    term: TermCard
    is_open: bool
    commission_id: int | None
    commission_lv: str
    commission_en: str
    commission_kind: CommissionKind
    edition_id: int
    standard_code: str
    standard_lv: str
    standard_en: str
    edition_label: str
    lki: int | None
    enrolled: bool
    whole_qualification: bool
    motive: str
    notes: str
    closed_reason: str
    closed_code: LeavingReason | None
    closed_on: date | None
    admitted_until: date | None
    motive_kind: Motive | None
    trade_rule: str
    answer_channel: Channel | None
    preferred_period: str
    matriculation_number: str
    study_place: str
    study_year: int | None
    cohort: str
    payment: Payment
    claims: tuple[ClaimLine, ...]
    acts: tuple[ActStanding, ...]
    next_act: CaseAct | None
    shortcomings: tuple[Refusal, ...]
    earlier: tuple[EarlierCase, ...]
    course: procedural_decisions.Against
    handed_over: HandOverCard


_COPIED = (
    "id",
    "uid",
    "version",
    "number",
    "external_number",
    "external_date",
    "title",
    "person_id",
    "procedure",
    "ground",
    "channel",
    "step",
    "state",
    "received_on",
    "deadline",
    "commission_id",
    "edition_id",
    "enrolled",
    "whole_qualification",
    "motive",
    "notes",
    "closed_reason",
    "closed_code",
    "closed_on",
    "admitted_until",
    "motive_kind",
    "trade_rule",
    "answer_channel",
    "preferred_period",
    "matriculation_number",
    "study_place",
    "study_year",
)
"""What the card says exactly as the row does."""


def card(reading: Reading, case_id: int) -> CaseCard:
    """A case with everything its page shows; that the person's record was opened is itself recorded."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    facts = case_facts.facts_of(reading.session, case)
    code = people.code_of(case.person)
    commission = case.commission
    standard = case.edition.standard
    copied: dict[str, Any] = {name: getattr(case, name) for name in _COPIED}
    return CaseCard(
        **copied,
        cohort=case.cohort.name if case.cohort is not None else "",
        applicant=people.full_name(case.person),
        masked_code=mask_personal_code(code) if code else "",
        person_version=case.person.version,
        person=people.form_of(reading.session, case.person),
        due=urgency(case.deadline, reading.today, deadlines.calendar(reading.session, reading.today)),
        term=deadlines.card(reading, case),
        is_open=workflow.is_open(case.state),
        commission_lv=commission.name_lv if commission else "",
        commission_en=commission.name_en if commission else "",
        commission_kind=kind_of_commission(case.procedure),
        standard_code=standard.code,
        standard_lv=standard.title_lv,
        standard_en=standard.title_en,
        edition_label=case.edition.label,
        lki=case.edition.lki,
        payment=Payment(case.fee_cents, case.paid_on, case.payment_document, case.payer),
        claims=tuple(_claim(claim) for claim in case.claims),
        acts=workflow.standings(facts),
        next_act=workflow.next_act(facts),
        shortcomings=case_facts.shortcomings(reading.session, case),
        earlier=_earlier(reading, case),
        course=procedural_decisions.against(reading.session, case),
        handed_over=hand_over.of_case(case),
    )


def admit(work: Work, case_id: int, seen: int) -> None:
    """The application is complete and is admitted; its portfolio is gathered from now on.

    Where the institution settled for how long an admission is valid, it lapses with that day.
    """
    case = _move(work, case_id, seen, CaseAct.ADMIT)
    case.admitted_on = work.today
    months = _admission_months(work, case)
    case.admitted_until = decision_deadline(work.today, months) if months else None


def close_portfolio(work: Work, case_id: int, seen: int) -> None:
    """The portfolio is complete: it is frozen as submitted, and assessed from now on."""
    submissions.freeze(work, _move(work, case_id, seen, CaseAct.CLOSE_PORTFOLIO))


def close_scoring(work: Work, case_id: int, seen: int) -> None:
    """The outcomes are scored and agreed upon."""
    submissions.accept(work, _move(work, case_id, seen, CaseAct.CLOSE_SCORING))


def refer(work: Work, case_id: int, seen: int) -> None:
    """The case is referred to the commission for a sitting."""
    _move(work, case_id, seen, CaseAct.REFER)


def withdraw(work: Work, case_id: int, seen: int, reason: str, code: LeavingReason = LeavingReason.OWN_WISH) -> None:
    """The applicant steps back or drops out; the case is closed with its coded reason and its number stays.

    Refused: without a reason in words, or after the decision.
    """
    if not reason.strip():
        raise RefusedError("case.withdrawn_without_reason", at="reason")
    case = work.lock(RecognitionCase, case_id, seen)
    case.state_before, case.step_before = case.state, case.step
    step_forward(work, case, CaseAct.WITHDRAW)
    case.closed_reason, case.closed_code, case.closed_on = reason.strip(), code, work.today


def take_up_again(work: Work, case_id: int, seen: int) -> None:
    """A case that was closed on withdrawal is taken up again where it stood; the history keeps both.

    Refused: a case that was not closed so.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    if case.state is not CaseState.WITHDRAWN or case.state_before is None or case.step_before is None:
        raise RefusedError("case.not_withdrawn", number=case.number)
    case.state, case.step = case.state_before, case.step_before
    case.state_before = case.step_before = None
    case.closed_reason, case.closed_code, case.closed_on = "", None, None


def repeat_exam(work: Work, case_id: int, seen: int) -> None:
    """The applicant sits the exam again: the case stands ready to be entered once more, the first sitting stays.

    Refused: an exam that is not closed, or that was passed.
    """
    _move(work, case_id, seen, CaseAct.REPEAT_EXAM)


def _admission_months(work: Work, case: RecognitionCase) -> int | None:
    try:
        rule = provisions.provision(work.session, ProvisionKey.ADMISSION_MONTHS, case.procedure, case.law_date)
    except RefusedError:
        return None
    return rule.reading if isinstance(rule.reading, int) else None


def assign(work: Work, case_id: int, seen: int, commission_id: int) -> None:
    """The case is given to a commission.

    Refused: a commission of another kind than the procedure asks for.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    commission = work.get(Commission, commission_id)
    if commission.kind is not kind_of_commission(case.procedure):
        raise RefusedError("case.wrong_commission", at="commission_id", name=commission.name_lv)
    case.commission_id = commission.id


def claim(work: Work, case_id: int, seen: int, unit_ids: tuple[int, ...]) -> None:
    """The units asked for are settled anew, as long as the portfolio is open.

    Refused: after the portfolio was closed, without any unit, or a unit of another edition.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    if case.state not in (CaseState.RECEIVED, CaseState.ADMITTED):
        raise RefusedError("case.portfolio_closed", number=case.number)
    if not unit_ids:
        raise RefusedError("case.no_units", at="unit_ids")
    wanted = set(unit_ids)
    allowed = set(work.session.scalars(select(Unit.id).where(Unit.edition_id == case.edition_id)))
    if not wanted <= allowed:
        raise RefusedError("application.unit_foreign", at="unit_ids", edition=case.edition.label)
    work.remove([row for row in case.claims if row.unit_id not in wanted])
    standing = {row.unit_id for row in case.claims}
    work.add(*(Claim(case_id=case.id, unit_id=unit_id) for unit_id in sorted(wanted - standing)))
    work.touch(case)


@dataclass(frozen=True)
class RequestForm:
    """Why and how somebody applies, beside person, programme and units."""

    motive_kind: Motive | None = None
    trade_rule: str = ""
    motive: str = ""
    answer_channel: Channel | None = None
    preferred_period: str = ""
    whole_qualification: bool = True
    enrolled: bool = False
    matriculation_number: str = ""
    study_place: str = ""
    study_year: int | None = None


def settle_request(work: Work, case_id: int, seen: int, form: RequestForm) -> None:
    """What the application says of motive, answer and studies is corrected.

    Refused: a rule of the trade that is not named, a year of study that cannot be.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    if form.motive_kind is Motive.TRADE_RULE and not form.trade_rule.strip():
        raise RefusedError("application.trade_rule_unnamed", at="trade_rule")
    if form.study_year is not None and not 1 <= form.study_year <= 10:
        raise RefusedError("application.study_year", at="study_year")
    case.motive_kind, case.motive = form.motive_kind, form.motive.strip()
    case.trade_rule = form.trade_rule.strip() if form.motive_kind is Motive.TRADE_RULE else ""
    case.answer_channel, case.preferred_period = form.answer_channel, form.preferred_period.strip()
    case.whole_qualification, case.enrolled = form.whole_qualification, form.enrolled
    case.matriculation_number, case.study_place = form.matriculation_number.strip(), form.study_place.strip()
    case.study_year = form.study_year


def pay(work: Work, case_id: int, seen: int, payment: Payment) -> None:
    """A payment is recorded with its document and payer.

    Refused: a sum that cannot be, or a day other than that of the payments entered apart.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    if payment.paid_on is not None:
        check_not_future(payment.paid_on, work.today, "paid_on")
    fee_state.check_form(work.session, case, payment.fee_cents, payment.paid_on)
    case.fee_cents, case.paid_on = payment.fee_cents, payment.paid_on
    case.payment_document, case.payer = payment.document.strip(), payment.payer.strip()


def annotate(work: Work, case_id: int, seen: int, notes: str, external: tuple[str, date | None] = ("", None)) -> None:
    """Notes of the office and the number in the institution's own document system."""
    case = work.lock(RecognitionCase, case_id, seen)
    case.notes = notes.strip()
    case.external_number, case.external_date = external[0].strip(), external[1]
    make_findable(work, case)


def kind_of_commission(procedure: Procedure) -> CommissionKind:
    """Which kind of commission a procedure asks for."""
    return CommissionKind.EXAMINATION if procedure is Procedure.VOCATIONAL else CommissionKind.RECOGNITION


def step_forward(work: Work, case: RecognitionCase, act: CaseAct) -> None:
    """Leads a locked case on by an act that the rules allow now.

    Refused: with the first thing that stands against the act.
    """
    step_all_forward(work, (case,), act)


def step_all_forward(work: Work, locked: Iterable[RecognitionCase], act: CaseAct) -> None:
    """The same for many cases: all of them, or none."""
    work.session.flush()
    rows = tuple(locked)
    for case in rows:
        workflow.require(case_facts.facts_of(work.session, case), act)
    for case in rows:
        case.step, case.state = workflow.moved(act, case.procedure)


def _move(work: Work, case_id: int, seen: int, act: CaseAct) -> RecognitionCase:
    case = work.lock(RecognitionCase, case_id, seen)
    step_forward(work, case, act)
    return case


def _claim(row: Claim) -> ClaimLine:
    return ClaimLine(row.unit_id, row.unit.code, row.unit.title_lv, row.unit.title_en)


def _earlier(reading: Reading, case: RecognitionCase) -> tuple[EarlierCase, ...]:
    return tuple(row for row in people.cases_of(reading.session, case.person_id) if row.id != case.id)
