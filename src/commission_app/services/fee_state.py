"""What is asked and what was paid for a case, gathered from the tables for the rules: the ledger, the gate."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.exam import Exam, Examinee
from commission_app.models.fee import CaseHours as HoursRow
from commission_app.models.fee import FeeCharge, FeeWaiver, Invoice, PaymentEntry, PriceList
from commission_app.models.standard import Unit
from commission_app.rules import fees
from commission_app.rules.fees import Charge, Fee, FeeFacts, Waived
from commission_app.rules.hour_prices import CaseHours, HourNorm
from commission_app.rules.price_lists import PriceFacts, check_amount
from commission_app.rules.price_lists import in_force as price_in_force
from commission_app.rules.vocabulary.case import CaseState, Procedure
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.fee import FeeGate, PaymentKind, PriceKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.workflow import is_open
from commission_app.services import provisions
from commission_app.store.at_hand import once

_OVER = frozenset({CaseState.WITHDRAWN, CaseState.CLOSED, CaseState.CERTIFIED})


@dataclass(frozen=True)
class Entry:
    """One payment or refund; one without a key is what was written down with the application."""

    id: int | None
    kind: PaymentKind
    cents: int
    paid_on: date
    payer: str
    document: str
    invoice_number: str = ""

    @property
    def back(self) -> bool:
        """Whether the money was given back."""
        return self.kind is PaymentKind.REFUND


@dataclass(frozen=True)
class FeeState:
    """What is asked of a case, and what came."""

    fee: Fee
    entries: tuple[Entry, ...]
    paid: int


def state_of(session: Session, case: RecognitionCase, lists: tuple[PriceFacts, ...] | None = None) -> FeeState:
    """The fee of a case with its reasons, the payments, and their sum."""
    fee = fees.fee(facts_of(session, case, price_lists(session) if lists is None else lists))
    entries = entries_of(session, case, fee.total)
    return FeeState(fee, entries, fees.paid_sum((entry.cents, entry.back) for entry in entries))


def facts_of(session: Session, case: RecognitionCase, lists: tuple[PriceFacts, ...]) -> FeeFacts:
    """What the fee of a case depends on; the price of an exam is that of its day, any other that of the application."""
    exam = session.scalars(
        select(Exam).join(Examinee).where(Examinee.case_id == case.id).order_by(Examinee.id.desc())
    ).first()
    waivers = session.scalars(select(FeeWaiver).where(FeeWaiver.case_id == case.id).order_by(FeeWaiver.id))
    claimed = select(func.coalesce(func.sum(Unit.credits), 0)).join(Claim, Claim.unit_id == Unit.id)
    standing = (Decision.case_id == case.id, Decision.state == DecisionState.REGISTERED)
    decided = select(Decision.credits_recognised).where(*standing)
    return FeeFacts(
        procedure=case.procedure,
        day=exam.held_on if exam is not None else case.received_on,
        standard_id=case.edition.standard_id,
        area=case.edition.thematic_area,
        lists=lists,
        group=len(exam.examinees) if exam is not None else 0,
        credits=int(session.scalar(claimed.where(Claim.case_id == case.id)) or 0),
        recognised=session.scalar(decided.order_by(Decision.id.desc()).limit(1)),
        units=len(case.claims),
        hours=counted_hours(session, case.id),
        typed_cents=case.fee_cents,
        charges=tuple(_charge(row) for row in _charges(session, case.id)),
        waivers=tuple(Waived(row.percent, row.cents, row.reason, row.document) for row in waivers),
    )


def counted_hours(session: Session, case_id: int) -> CaseHours | None:
    """The hours counted for a case; None where those of the price list hold."""
    row = session.scalars(select(HoursRow).where(HoursRow.case_id == case_id)).one_or_none()
    return None if row is None else CaseHours(row.consultation, row.assessment, row.commission, row.reason)


def entries_of(session: Session, case: RecognitionCase, asked: int | None) -> tuple[Entry, ...]:
    """The payments of a case; until the first is entered apart, the one written down with the application counts."""
    rows = session.execute(
        select(PaymentEntry, Invoice.number)
        .outerjoin(Invoice, Invoice.id == PaymentEntry.invoice_id)
        .where(PaymentEntry.case_id == case.id)
        .order_by(PaymentEntry.paid_on, PaymentEntry.id)
    ).all()
    if rows:
        return tuple(
            Entry(row.id, row.kind, row.cents, row.paid_on, row.payer, row.document, number or "")
            for row, number in rows
        )
    if case.paid_on is None:
        return ()
    # The form at the counter knows no sum paid: who paid on a day paid what was asked.
    cents = case.fee_cents if case.fee_cents is not None else (asked or 0)
    return (Entry(None, PaymentKind.PAYMENT, cents, case.paid_on, case.payer, case.payment_document),)


def has_entries(session: Session, case_id: int) -> bool:
    """Whether payments of a case are entered apart from the application."""
    return session.scalar(select(PaymentEntry.id).where(PaymentEntry.case_id == case_id).limit(1)) is not None


def check_form(session: Session, case: RecognitionCase, cents: int | None, paid_on: date | None) -> None:
    """Refuses a fee that cannot be, and a payment in the form of the application once payments are entered apart."""
    if cents:
        check_amount(cents, "fee_cents")
    if paid_on != case.paid_on and case.id is not None and has_entries(session, case.id):
        raise RefusedError("fee.entered_apart", at="paid_on")


def group_fixed(session: Session, exam_id: int) -> bool:
    """Whether the group of an exam is fixed, and with it the price of each."""
    return session.scalar(select(FeeCharge.id).where(FeeCharge.exam_id == exam_id).limit(1)) is not None


def priced_by_group(session: Session, exam: Exam) -> bool:
    """Whether the price of an exam depends on how many sit it."""
    edition = exam.edition
    lists = price_lists(session)
    found = price_in_force(lists, Procedure.VOCATIONAL, edition.standard_id, edition.thematic_area, exam.held_on)
    return found is not None and found.kind is PriceKind.BY_GROUP


def require_open_group(session: Session, exam_id: int) -> None:
    """Refuses to enter anybody once the group of an exam is fixed: the price of all would change."""
    if group_fixed(session, exam_id):
        raise RefusedError("fee.group_fixed")


def unpaid(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What an unpaid fee holds against admitting the case, referring it, entering an exam, issuing the certificate."""
    if case.state in _OVER or gate_of(session, case) is not FeeGate.STOP:
        return ()
    return _against(session, case, FeeGate.STOP)


def reminder(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What is worth asking for: the fee, where it only warns."""
    if gate_of(session, case) is not FeeGate.WARN or not is_open(case.state):
        return ()
    return _against(session, case, FeeGate.WARN)


def gate_of(session: Session, case: RecognitionCase) -> FeeGate:
    """What an unpaid fee does to a case of its time."""
    return FeeGate(str(provisions.provision(session, ProvisionKey.FEE_GATE, case.procedure, case.law_date).reading))


def price_lists(session: Session) -> tuple[PriceFacts, ...]:
    """Every edition of every price list."""
    return once(session, PriceList, lambda: tuple(price_facts(row) for row in session.scalars(select(PriceList))))


def price_facts(row: PriceList) -> PriceFacts:
    """A price list as the rules see it."""
    return PriceFacts(
        row.name,
        row.kind,
        row.procedure,
        row.valid_from,
        row.valid_until,
        row.standard_id,
        row.area,
        row.cents,
        row.percent,
        tuple((one.size, one.cents) for one in row.rows),
        row.credits_from,
        HourNorm(row.consultation_hours, row.unit_hours, row.commission_hours, row.least_cents, row.most_cents),
    )


def _against(session: Session, case: RecognitionCase, setting: FeeGate) -> tuple[Refusal, ...]:
    state = state_of(session, case)
    found = fees.gate(setting, state.fee, state.paid)
    return () if found is None else (found,)


def _charges(session: Session, case_id: int) -> list[FeeCharge]:
    return list(session.scalars(select(FeeCharge).where(FeeCharge.case_id == case_id).order_by(FeeCharge.id)))


def _charge(row: FeeCharge) -> Charge:
    return Charge(
        row.size, row.row_size, row.price_cents, row.travel_cents, row.travel_total, row.list_name, row.list_since
    )
