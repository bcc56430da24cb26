"""Appeals: received and numbered, the file handed over, the outcome and what it does to decision, mark and register."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Commission
from commission_app.models.decision import Decision
from commission_app.models.register import Entry
from commission_app.rules import appeals
from commission_app.rules.appeals import REOPENS, AppealAct
from commission_app.rules.deadlines import add_months
from commission_app.rules.vocabulary.appeal import AppealOutcome, AppealState
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book
from commission_app.services import appeal_facts, appeal_marks, decision_changes, provisions, register_facts, registers
from commission_app.services.appeal_facts import Contested, contestable
from commission_app.store.acts import new_uid
from commission_app.store.work import Work


@dataclass(frozen=True)
class AppealForm:
    """What is written down when an appeal comes."""

    received_on: date
    channel: Channel
    grounds: str
    body: str = ""
    commission_id: int | None = None
    late_reason: str = ""
    external_number: str = ""


@dataclass(frozen=True)
class OutcomeForm:
    """What came of an appeal; new points only where a mark is changed."""

    outcome: AppealOutcome
    on: date
    reasons: str
    number: str = ""
    theory: int | None = None
    practice: int | None = None


def receive(work: Work, case_id: int, form: AppealForm, typed_number: str | None = None) -> int:
    """An appeal is received: it gets its number and its line in the register, and the term is held against its day.

    Refused: where nothing is decided yet, while another appeal runs, without grounds, or on an impossible day.
    """
    case = work.lock(RecognitionCase, case_id)
    against = contestable(work, case)
    if against is None:
        raise RefusedError("appeal.nothing_to_contest", number=case.number)
    running = appeal_facts.running(work.session, case.id)
    if running is not None:
        raise RefusedError("appeal.running", number=running.number)
    _check_form(against, form, work.today)
    appeal = Appeal(
        case_id=case.id,
        decision_id=against.decision_id,
        examinee_id=against.examinee_id,
        kind=against.kind,
        term_until=against.until,
        number="",
        uid=new_uid(),
    )
    _write(work, appeal, form)
    months = provisions.number(work.session, ProvisionKey.APPEAL_ANSWER_MONTHS, case.procedure, form.received_on)
    appeal.answer_due = add_months(form.received_on, months)
    appeal.number = registers.reserve(work, Book.APPEALS, appeal.uid, form.received_on.year, typed_number)
    work.add(appeal)
    work.about(case.uid)
    work.session.flush()
    registers.enter(work, Book.APPEALS, appeal.number, appeal.uid, register_facts.appeal(appeal, case))
    appeal_facts.make_findable(work, appeal, case)
    return appeal.id


def change(work: Work, appeal_id: int, seen: int, form: AppealForm) -> None:
    """What was written down of an appeal is corrected; its line in the register by a new one.

    Refused: once it is over, or as when it is received.
    """
    case, appeal = _locked(work, appeal_id, seen)
    appeals.require(appeal_facts.facts(work.session, appeal), AppealAct.CHANGE)
    _check_form(appeal_facts.contested(work, appeal), form, work.today)
    _write(work, appeal, form)
    work.session.flush()
    _correct(work, appeal, case, "changed")


def send(work: Work, appeal_id: int, seen: int, on: date, pages: int | None = None) -> None:
    """The file is handed to who examines the appeal.

    Refused: without an examining body, while one of its examiners made the decision, or on an impossible day.
    """
    _, appeal = _locked(work, appeal_id, seen)
    appeals.require(appeal_facts.facts(work.session, appeal), AppealAct.SEND)
    if not appeal.received_on <= on <= work.today:
        raise RefusedError("appeal.sent_day", at="on", day=on, received=appeal.received_on)
    appeal.state, appeal.sent_on, appeal.file_pages = AppealState.SENT, on, pages


def decide(work: Work, appeal_id: int, seen: int, form: OutcomeForm) -> None:
    """The outcome is entered, and does what it says to the decision, the mark, the register and the case.

    Refused: an outcome of another kind, one on the merits of a late appeal, without reasons, or a lower mark.
    """
    case, appeal = _locked(work, appeal_id, seen)
    facts = appeal_facts.facts(work.session, appeal)
    appeals.require(facts, AppealAct.DECIDE)
    appeals.check_outcome(facts, form.outcome, form.reasons, form.on, work.today)
    appeal.state, appeal.outcome, appeal.outcome_on = AppealState.DECIDED, form.outcome, form.on
    appeal.outcome_reasons, appeal.outcome_number = form.reasons.strip(), form.number.strip()
    work.session.flush()
    _apply(work, appeal, form)
    _correct(work, appeal, case, form.outcome.value)


def withdraw(work: Work, appeal_id: int, seen: int, on: date) -> None:
    """The applicant takes the appeal back. Refused: once it is over, or on an impossible day."""
    case, appeal = _locked(work, appeal_id, seen)
    appeals.require(appeal_facts.facts(work.session, appeal), AppealAct.WITHDRAW)
    if not appeal.received_on <= on <= work.today:
        raise RefusedError("appeal.outcome_day", at="on", day=on, received=appeal.received_on)
    appeal.state, appeal.outcome_on = AppealState.WITHDRAWN, on
    _correct(work, appeal, case, AppealState.WITHDRAWN.value)


def go_to_court(work: Work, appeal_id: int, seen: int, on: date, reference: str) -> None:
    """The outcome is contested in court; the register says since when.

    Refused: without an outcome, or on an impossible day.
    """
    case, appeal = _locked(work, appeal_id, seen)
    appeals.require(appeal_facts.facts(work.session, appeal), AppealAct.GO_TO_COURT)
    if appeal.outcome_on is not None and not appeal.outcome_on <= on <= work.today:
        raise RefusedError("appeal.court_day", at="on", day=on, decided=appeal.outcome_on)
    appeal.court_on, appeal.court_reference = on, reference.strip()
    _correct(work, appeal, case, "court")


def _locked(work: Work, appeal_id: int, seen: int) -> tuple[RecognitionCase, Appeal]:
    case = work.lock(RecognitionCase, work.get(Appeal, appeal_id).case_id)
    appeal = work.lock(Appeal, appeal_id, seen)
    work.touch(case)
    work.about(case.uid)
    return case, appeal


def _check_form(against: Contested, form: AppealForm, today: date) -> None:
    if not against.made_on <= form.received_on <= today:
        raise RefusedError("appeal.received_day", at="received_on", day=form.received_on, decided=against.made_on)
    if not form.grounds.strip():
        raise RefusedError("appeal.no_grounds", at="grounds")


def _write(work: Work, appeal: Appeal, form: AppealForm) -> None:
    commission = work.get(Commission, form.commission_id) if form.commission_id is not None else None
    appeal.received_on, appeal.channel, appeal.grounds = form.received_on, form.channel, form.grounds.strip()
    appeal.commission_id = commission.id if commission is not None else None
    appeal.body = form.body.strip() or (commission.name_lv if commission is not None else "")
    appeal.late_reason, appeal.external_number = form.late_reason.strip(), form.external_number.strip()


def _apply(work: Work, appeal: Appeal, form: OutcomeForm) -> None:
    """What the outcome does to what was contested."""
    if form.outcome is AppealOutcome.MARK_CHANGED:
        appeal_marks.change_mark(work, appeal, form.theory, form.practice)
    if form.outcome is not AppealOutcome.REPEALED and form.outcome not in REOPENS:
        return
    reason = f"{appeal.number}: {appeal.outcome_reasons}"
    decision = work.get(Decision, appeal.decision_id or 0)
    if form.outcome is AppealOutcome.REPEALED:
        decision_changes.repeal(work, decision.id, decision.version, reason, form.on)
    else:
        decision_changes.reopen(work, decision.id, decision.version, reason)


def _correct(work: Work, appeal: Appeal, case: RecognitionCase, note: str) -> None:
    """What became of the appeal enters the register as a line that cites the one before."""
    newest = select(Entry).where(Entry.subject_uid == appeal.uid).order_by(Entry.position.desc()).limit(1)
    entry = work.session.scalars(newest).one()
    work.session.flush()
    registers.correct(work, entry.id, register_facts.appeal(appeal, case), note)
