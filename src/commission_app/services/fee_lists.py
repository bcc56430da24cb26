"""Lists about fees: cases that owe or paid too much, and what each examinee owes by the size of the group."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from commission_app.errors import Refusal, refusal
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.exam import Exam
from commission_app.models.fee import FeeCharge, InvoiceLine, PaymentEntry
from commission_app.rules.fees import balance
from commission_app.rules.price_lists import PriceFacts
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.fee import BalanceState, PriceKind
from commission_app.services import fee_state, fees, people
from commission_app.store.work import Reading


@dataclass(frozen=True)
class BalanceLine:
    """One case: what is asked, what came, what is owed; money owed to the payer is negative."""

    case_id: int
    number: str
    applicant: str
    payer: str
    cohort: str
    registration_number: str
    asked: int | None
    final: bool
    paid: int
    owing: int
    state: BalanceState
    invoices: tuple[str, ...]


@dataclass(frozen=True)
class ExamFees:
    """What an exam costs each by the size of its group, and how what was paid stands to it."""

    exam_id: int
    version: int
    held_on: date
    size: int
    fixed_on: date | None
    travel_total: int
    list_name: str
    since: date | None
    table: tuple[tuple[int, int], ...]
    lines: tuple[BalanceLine, ...]
    against_fixing: tuple[Refusal, ...]
    against_opening: tuple[Refusal, ...]


def balances(reading: Reading, year: int | None = None) -> tuple[BalanceLine, ...]:
    """Cases in which something is asked or was paid, by number; those closed without a decision only if money came.

    With a year: only those received in it.
    """
    session = reading.session
    left = Case.state.in_((CaseState.WITHDRAWN, CaseState.CLOSED))
    came = or_(RecognitionCase.paid_on.is_not(None), Case.id.in_(select(PaymentEntry.case_id)))
    query = select(RecognitionCase).where(or_(~left, came)).order_by(Case.number_key, Case.id)
    if year is not None:
        query = query.where(Case.received_on >= date(year, 1, 1), Case.received_on <= date(year, 12, 31))
    cases = list(session.scalars(query))
    lists, found = fee_state.price_lists(session), []
    for at, case in enumerate(cases, 1):
        reading.progress.step(at, len(cases))
        line = _line(reading, case, lists)
        if line.state is not BalanceState.NOTHING_ASKED:
            found.append(line)
    return tuple(found)


def exam_fees(reading: Reading, exam_id: int) -> ExamFees:
    """The fees of an exam: the table of its price list, and each examinee's balance."""
    exam = reading.get(Exam, exam_id)
    session = reading.session
    lists = fee_state.price_lists(session)
    examined = sorted((row.case for row in exam.examinees), key=_by_number)
    charges = list(session.scalars(select(FeeCharge).where(FeeCharge.exam_id == exam.id).order_by(FeeCharge.id)))
    found = fees.list_of(reading, exam)
    by_group = found if found is not None and found.kind is PriceKind.BY_GROUP else None
    fixed = charges[0] if charges else None
    return ExamFees(
        exam_id=exam.id,
        version=exam.version,
        held_on=exam.held_on,
        size=len(examined),
        fixed_on=fixed.fixed_on if fixed else None,
        travel_total=fixed.travel_total if fixed else 0,
        list_name=fixed.list_name if fixed else (by_group.name if by_group else ""),
        since=fixed.list_since if fixed else (by_group.valid_from if by_group else None),
        table=by_group.rows if by_group else (),
        lines=tuple(_line(reading, case, lists) for case in examined),
        against_fixing=fees.against_fixing(reading, exam),
        against_opening=_against_opening(exam, charges),
    )


def _against_opening(exam: Exam, charges: list[FeeCharge]) -> tuple[Refusal, ...]:
    if not charges:
        return (refusal("fee.group_open"),)
    return (refusal("exam.closed"),) if exam.closed else ()


def _by_number(case: RecognitionCase) -> tuple[bytes, int]:
    return case.number_key, case.id


def _line(reading: Reading, case: RecognitionCase, lists: tuple[PriceFacts, ...]) -> BalanceLine:
    state = fee_state.state_of(reading.session, case, lists)
    asked = state.fee.total
    over = case.state in (CaseState.WITHDRAWN, CaseState.CLOSED)
    cohort = case.cohort
    return BalanceLine(
        case_id=case.id,
        number=case.number,
        applicant=people.full_name(case.person),
        payer=case.payer or fees.payer_of(case),
        cohort=cohort.name if cohort is not None else "",
        registration_number=cohort.registration_number if cohort is not None and cohort.pays else "",
        asked=asked,
        final=state.fee.final,
        paid=state.paid,
        # Whoever stepped back owes nothing more; what was paid too much is still theirs.
        owing=0 if asked is None else min(asked - state.paid, 0) if over else asked - state.paid,
        state=balance(asked, state.paid, state.fee.final),
        invoices=_invoices(reading, case.id),
    )


def _invoices(reading: Reading, case_id: int) -> tuple[str, ...]:
    rows = reading.session.scalars(select(InvoiceLine).where(InvoiceLine.case_id == case_id).order_by(InvoiceLine.id))
    return tuple(row.invoice.number for row in rows)
