"""The fee of a case: what is asked and why, what was paid and given back, waivers, the group of an exam fixed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam
from commission_app.models.fee import FeeCharge, FeeWaiver, PaymentEntry, Reimbursement
from commission_app.rules.fees import Fee, balance, euros, paid_sum, shares
from commission_app.rules.plausibility import check_not_future
from commission_app.rules.price_lists import PriceFacts, check_amount, check_percent, in_force, price_of_size
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.fee import (
    BalanceState,
    Employment,
    FeeGate,
    PaymentKind,
    PriceKind,
    Reimburser,
    WaiverKind,
)
from commission_app.services import case_hours, fee_state, learning_accounts, people
from commission_app.services.case_hours import HoursCard
from commission_app.services.fee_state import Entry
from commission_app.services.learning_accounts import AccountCard
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class PaymentForm:
    """What is asked about money that came or went."""

    kind: PaymentKind
    cents: int
    paid_on: date
    payer: str = ""
    document: str = ""


@dataclass(frozen=True)
class WaiverForm:
    """Why less is asked, and how much: a share in percent or a sum in cents."""

    kind: WaiverKind
    reason: str
    percent: int | None = None
    cents: int | None = None
    document: str = ""


@dataclass(frozen=True)
class ReimbursementForm:
    """Who may pay the fee back, and what is proved to them."""

    body: Reimburser
    project: str = ""
    status_assessed: Employment | None = None
    status_paid: Employment | None = None
    proof_issued_on: date | None = None
    proof_document: str = ""
    claimed_on: date | None = None


@dataclass(frozen=True)
class WaiverLine:
    """One waiver as the case shows it."""

    id: int
    granted_on: date
    form: WaiverForm


@dataclass(frozen=True)
class FeeCard:
    """The fee of a case as its tab shows it; `against` stands against changing the waivers."""

    case_id: int
    version: int
    number: str
    payer: str
    fee: Fee
    entries: tuple[Entry, ...]
    paid: int
    owing: int
    state: BalanceState
    gate: FeeGate
    waivers: tuple[WaiverLine, ...]
    reimbursement: ReimbursementForm | None
    against_refund: tuple[Refusal, ...]
    account: AccountCard | None = None
    hours: HoursCard | None = None
    """The hours it is charged for, where its price is by the hour."""


def card(reading: Reading, case_id: int) -> FeeCard:
    """What is asked of a case and why, what came, and what is still owed."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    state = fee_state.state_of(reading.session, case)
    back = reading.session.scalars(select(Reimbursement).where(Reimbursement.case_id == case.id)).one_or_none()
    return FeeCard(
        case_id=case.id,
        version=case.version,
        number=case.number,
        payer=case.payer or payer_of(case),
        fee=state.fee,
        entries=state.entries,
        paid=state.paid,
        owing=(state.fee.total or 0) - state.paid if state.fee.total is not None else 0,
        state=balance(state.fee.total, state.paid, state.fee.final),
        gate=fee_state.gate_of(reading.session, case),
        waivers=tuple(_waiver(row) for row in _waivers(reading, case.id)),
        reimbursement=_reimbursement(back) if back is not None else None,
        against_refund=() if state.paid > 0 else (refusal("fee.nothing_to_refund"),),
        account=learning_accounts.of_case(reading, case.id),
        hours=_hours(reading, case.id),
    )


def pay(work: Work, case_id: int, seen: int | None, form: PaymentForm, invoice_id: int | None = None) -> int:
    """A payment, a top-up or a refund is entered.

    Refused: a sum that cannot be, a day still to come, or more given back than was paid.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    check_amount(form.cents, "cents")
    check_not_future(form.paid_on, work.today, "paid_on")
    adopt(work, case)
    state = fee_state.state_of(work.session, case)
    if form.kind is PaymentKind.REFUND and form.cents > state.paid:
        raise RefusedError("fee.refund_above_paid", at="cents", paid=euros(max(state.paid, 0)))
    entry = PaymentEntry(
        case_id=case.id,
        kind=form.kind,
        cents=form.cents,
        paid_on=form.paid_on,
        payer=form.payer.strip(),
        document=form.document.strip(),
        invoice_id=invoice_id,
    )
    work.add(entry)
    work.session.flush()
    _mirror(work, case)
    return entry.id


def take_out(work: Work, case_id: int, seen: int, entry_id: int) -> None:
    """A payment entered by mistake is taken out; the chain keeps what it said.

    Refused: when more would stay given back than was paid.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    entry = work.get(PaymentEntry, entry_id)
    if entry.case_id != case.id:
        raise RefusedError("fee.foreign_entry")
    left = [one for one in fee_state.entries_of(work.session, case, None) if one.id != entry.id]
    paid = paid_sum((one.cents, one.back) for one in left)
    if paid < 0:
        raise RefusedError(
            "fee.refund_above_paid", paid=euros(paid_sum((one.cents, False) for one in left if not one.back))
        )
    work.remove([entry])
    work.session.flush()
    _mirror(work, case)


def waive(work: Work, case_id: int, seen: int, form: WaiverForm) -> None:
    """The applicant is asked for less, by a share or a sum.

    Refused: without a reason, without either or with both, or a share or sum that cannot be.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    if not form.reason.strip():
        raise RefusedError("fee.waiver_without_reason", at="reason")
    if (form.percent is None) == (form.cents is None):
        raise RefusedError("fee.waiver_either", at="percent")
    if form.percent is not None:
        check_percent(form.percent, "percent")
    if form.cents is not None:
        check_amount(form.cents, "cents")
    work.add(
        FeeWaiver(
            case_id=case.id,
            kind=form.kind,
            percent=form.percent,
            cents=form.cents,
            reason=form.reason.strip(),
            document=form.document.strip(),
            granted_on=work.today,
        )
    )
    work.touch(case)


def take_back_waiver(work: Work, case_id: int, seen: int, waiver_id: int) -> None:
    """A waiver does not hold any more; the chain keeps what it said."""
    case = work.lock(RecognitionCase, case_id, seen)
    waiver = work.get(FeeWaiver, waiver_id)
    if waiver.case_id != case.id:
        raise RefusedError("fee.foreign_entry")
    work.remove([waiver])
    work.touch(case)


def reimburse(work: Work, case_id: int, seen: int, form: ReimbursementForm) -> None:
    """Who may pay the fee back to the applicant, and what is proved to them.

    Refused: a day of the proof or of the claim still to come.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    for at, day in (("proof_issued_on", form.proof_issued_on), ("claimed_on", form.claimed_on)):
        if day is not None:
            check_not_future(day, work.today, at)
    row = work.session.scalars(select(Reimbursement).where(Reimbursement.case_id == case.id)).one_or_none()
    if row is None:
        row = Reimbursement(case_id=case.id)
        work.add(row)
    row.body, row.project, row.proof_document = form.body, form.project.strip(), form.proof_document.strip()
    row.status_assessed, row.status_paid = form.status_assessed, form.status_paid
    row.proof_issued_on, row.claimed_on = form.proof_issued_on, form.claimed_on
    work.touch(case)


def fix_group(work: Work, exam_id: int, seen: int | None = None, travel_cents: int = 0) -> int:
    """The group of an exam is fixed: each owes the price of its size and a share of the travel costs. Gives its size.

    Refused: nobody is entered, the protocol is closed, it is fixed already, or no price by group is in force that day.
    """
    exam = work.lock(Exam, exam_id, seen)
    against = against_fixing(work, exam)
    if against:
        raise RefusedError.of(against[0])
    if travel_cents:
        check_amount(travel_cents, "travel")
    cases = [work.lock(RecognitionCase, key) for key in sorted(row.case_id for row in exam.examinees)]
    found = list_of(work, exam)
    assert found is not None, "fixing without a price list is refused above"
    size = len(cases)
    row_size, price = price_of_size(found, size)
    for case, travel in zip(cases, shares(travel_cents, size), strict=True):
        adopt(work, case)
        charge = FeeCharge(exam_id=exam.id, case_id=case.id, size=size, row_size=row_size)
        charge.price_cents, charge.travel_cents, charge.travel_total = price, travel, travel_cents
        charge.list_name, charge.list_since, charge.fixed_on = found.name, found.valid_from, work.today
        work.add(charge)
        work.touch(case)
    work.touch(exam)
    return size


def open_group(work: Work, exam_id: int, seen: int | None = None) -> None:
    """The group of an exam is open again: somebody fell ill or the costs were mistaken; prices are estimates anew.

    Refused: once the protocol is closed, or when it is not fixed.
    """
    exam = work.lock(Exam, exam_id, seen)
    if exam.closed:
        raise RefusedError("exam.closed")
    charges = list(work.session.scalars(select(FeeCharge).where(FeeCharge.exam_id == exam.id)))
    if not charges:
        raise RefusedError("fee.group_open")
    for key in sorted(charge.case_id for charge in charges):
        work.touch(work.lock(RecognitionCase, key))
    work.remove(charges)
    work.touch(exam)


def against_fixing(reading: Reading, exam: Exam) -> tuple[Refusal, ...]:
    """What stands against fixing the group of an exam now."""
    if reading.session.scalar(select(FeeCharge.id).where(FeeCharge.exam_id == exam.id).limit(1)) is not None:
        return (refusal("fee.group_fixed"),)
    if exam.closed:
        return (refusal("exam.closed"),)
    if not exam.examinees:
        return (refusal("fee.nobody_entered"),)
    found = list_of(reading, exam)
    if found is None or found.kind is not PriceKind.BY_GROUP:
        return (refusal("fee.no_group_price", day=exam.held_on),)
    return ()


def adopt(work: Work, case: RecognitionCase) -> None:
    """What was written down with the application becomes the first payment, before anything is added to it."""
    if case.paid_on is None or fee_state.has_entries(work.session, case.id):
        return
    (entry,) = fee_state.state_of(work.session, case).entries
    if entry.cents > 0:
        row = PaymentEntry(case_id=case.id, kind=entry.kind, cents=entry.cents, paid_on=entry.paid_on)
        row.payer, row.document = entry.payer, entry.document
        work.add(row)
        work.session.flush()


def _mirror(work: Work, case: RecognitionCase) -> None:
    """The application keeps saying when, on what and by whom was paid last, as its register has a column for it."""
    entries = fee_state.entries_of(work.session, case, None) if fee_state.has_entries(work.session, case.id) else ()
    came = [entry for entry in entries if not entry.back]
    standing = came[-1] if came and paid_sum((one.cents, one.back) for one in entries) > 0 else None
    case.paid_on = standing.paid_on if standing else None
    case.payment_document = standing.document[:200] if standing else ""
    case.payer = standing.payer[:200] if standing else ""
    work.touch(case)


def list_of(reading: Reading, exam: Exam) -> PriceFacts | None:
    """The price list that holds for an exam: of its procedure, standard or area, in force on its day."""
    lists = fee_state.price_lists(reading.session)
    edition = exam.edition
    return in_force(lists, Procedure.VOCATIONAL, edition.standard_id, edition.thematic_area, exam.held_on)


def payer_of(case: RecognitionCase) -> str:
    """Who is expected to pay: the organisation behind the group, else the applicant."""
    if case.cohort is not None and case.cohort.pays:
        return case.cohort.organisation or case.cohort.name
    return people.full_name(case.person)


def _hours(reading: Reading, case_id: int) -> HoursCard | None:
    card = case_hours.of_case(reading, case_id)
    return None if card.against else card


def _waivers(reading: Reading, case_id: int) -> list[FeeWaiver]:
    return list(reading.session.scalars(select(FeeWaiver).where(FeeWaiver.case_id == case_id).order_by(FeeWaiver.id)))


def _waiver(row: FeeWaiver) -> WaiverLine:
    form = WaiverForm(row.kind, row.reason, row.percent, row.cents, row.document)
    return WaiverLine(row.id, row.granted_on, form)


def _reimbursement(row: Reimbursement) -> ReimbursementForm:
    return ReimbursementForm(
        row.body,
        row.project,
        row.status_assessed,
        row.status_paid,
        row.proof_issued_on,
        row.proof_document,
        row.claimed_on,
    )
