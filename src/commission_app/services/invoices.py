"""Invoices to one payer for the fees of many cases: issued, listed, printed, and paid in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from commission_app.documents import invoice as invoice_paper
from commission_app.documents.house_style import Signatures
from commission_app.documents.invoice import InvoicedLine, InvoiceFacts
from commission_app.errors import RefusedError
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.fee import Invoice, InvoiceLine, PaymentEntry
from commission_app.models.institution import Institution
from commission_app.rules.plausibility import check_not_future, check_period
from commission_app.rules.price_lists import check_amount
from commission_app.rules.vocabulary.fee import PaymentKind
from commission_app.services import fee_state, fees, people
from commission_app.services.fees import PaymentForm
from commission_app.services.paper_sources import clerk, letterhead, title
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class InvoiceForm:
    """What is asked about an invoice; an empty number takes the next one of its year."""

    payer: str
    issued_on: date
    due_on: date
    number: str = ""
    registration_number: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True)
class InvoiceRow:
    """An invoice as the list shows it."""

    id: int
    version: int
    number: str
    payer: str
    issued_on: date
    due_on: date
    cases: int
    total: int
    paid: int


def invoices(reading: Reading) -> tuple[InvoiceRow, ...]:
    """All invoices, the newest first."""
    rows = reading.session.scalars(select(Invoice).order_by(Invoice.issued_on.desc(), Invoice.id.desc()))
    return tuple(_row(reading, row) for row in rows)


def next_number(reading: Reading, year: int) -> str:
    """The number an invoice of this year gets where none is typed."""
    start = f"R-{year}/"
    taken = reading.session.scalars(select(Invoice.number).where(Invoice.number.startswith(start)))
    used = [int(number[len(start) :]) for number in taken if number[len(start) :].isdigit()]
    return f"{start}{max(used, default=0) + 1}"


def issue(work: Work, case_ids: Sequence[int], form: InvoiceForm) -> int:
    """An invoice is made out for what the chosen cases owe.

    Refused: no payer, no case, a case that owes nothing or stands in an unpaid invoice, a number that is taken.
    """
    institution = work.session.scalars(select(Institution.id)).one()
    # One invoice after the other: the next number is counted while nobody else counts.
    work.lock(Institution, institution)
    if not form.payer.strip():
        raise RefusedError("invoice.no_payer", at="payer")
    if not case_ids:
        raise RefusedError("invoice.no_cases")
    check_not_future(form.issued_on, work.today, "issued_on")
    check_period(form.issued_on, form.due_on, "due_on")
    number = form.number.strip() or next_number(work, form.issued_on.year)
    if work.session.scalar(select(Invoice.id).where(Invoice.number == number)) is not None:
        raise RefusedError("invoice.number_taken", at="number", number=number)
    invoice = Invoice(number=number, payer=form.payer.strip(), registration_number=form.registration_number.strip())
    invoice.address, invoice.note = form.address.strip(), form.note.strip()
    invoice.issued_on, invoice.due_on = form.issued_on, form.due_on
    work.add(invoice)
    work.session.flush()
    for key in sorted(set(case_ids)):
        case = work.lock(RecognitionCase, key)
        work.add(InvoiceLine(invoice_id=invoice.id, case_id=case.id, cents=_owed(work, case)))
        work.touch(case)
    work.about(invoice.uid)
    work.session.flush()
    return invoice.id


def settle(work: Work, invoice_id: int, seen: int, paid_on: date, document: str) -> int:
    """An invoice is paid: each of its cases has its payment. Gives how many.

    Refused: when it is paid already.
    """
    invoice = work.lock(Invoice, invoice_id, seen)
    if _paid(work, invoice):
        raise RefusedError("invoice.paid", number=invoice.number)
    lines = sorted(invoice.lines, key=lambda line: line.case_id)
    for line in lines:
        form = PaymentForm(PaymentKind.PAYMENT, line.cents, paid_on, invoice.payer, document.strip() or invoice.number)
        fees.pay(work, line.case_id, None, form, invoice.id)
    work.touch(invoice)
    return len(lines)


def withdraw(work: Work, invoice_id: int, seen: int) -> None:
    """An invoice made out by mistake is withdrawn; the chain keeps what it said.

    Refused: once it is paid.
    """
    invoice = work.lock(Invoice, invoice_id, seen)
    if _paid(work, invoice):
        raise RefusedError("invoice.paid", number=invoice.number)
    for key in sorted(line.case_id for line in invoice.lines):
        work.touch(work.lock(RecognitionCase, key))
    work.remove(invoice.lines)
    work.session.flush()
    work.remove([invoice])


def paper(reading: Reading, invoice_id: int, language: Language) -> bytes:
    """The invoice as a PDF, with a line for each case."""
    invoice = reading.get(Invoice, invoice_id)
    cases = [line.case for line in invoice.lines]
    reading.opened.update(case.person.uid for case in cases)
    facts = InvoiceFacts(
        letterhead=letterhead(reading.session, invoice.issued_on, language),
        number=invoice.number,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        payer=invoice.payer,
        registration_number=invoice.registration_number,
        address=invoice.address,
        note=invoice.note,
        lines=tuple(
            InvoicedLine(case.number, people.full_name(case.person), title(case.edition), line.cents)
            for case, line in zip(cases, invoice.lines, strict=True)
        ),
        signatures=Signatures((clerk(reading.actor),)),
    )
    return invoice_paper.render(facts, language)


def _owed(work: Work, case: RecognitionCase) -> int:
    state = fee_state.state_of(work.session, case)
    owing = (state.fee.total or 0) - state.paid
    if owing <= 0:
        raise RefusedError("invoice.owes_nothing", number=case.number)
    for line in work.session.scalars(select(InvoiceLine).where(InvoiceLine.case_id == case.id)):
        if not _paid(work, line.invoice):
            raise RefusedError("invoice.in_another", number=case.number, other=line.invoice.number)
    return check_amount(owing, "cents")


def _paid(reading: Reading, invoice: Invoice) -> int:
    query = select(func.coalesce(func.sum(PaymentEntry.cents), 0)).where(
        PaymentEntry.invoice_id == invoice.id, PaymentEntry.kind != PaymentKind.REFUND
    )
    return int(reading.session.scalar(query) or 0)


def _row(reading: Reading, row: Invoice) -> InvoiceRow:
    total = sum(line.cents for line in row.lines)
    dated = (row.issued_on, row.due_on)
    return InvoiceRow(row.id, row.version, row.number, row.payer, *dated, len(row.lines), total, _paid(reading, row))
