"""The register of payments (glossary D7): what each case was asked and why, what came and when, what is left."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select

from commission_app.documents.registers.payments import COLUMNS, PaymentRow, cells
from commission_app.i18n import Language
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.fee import FeeCharge, FeeWaiver, InvoiceLine
from commission_app.rules.vocabulary.register import Book
from commission_app.services import fee_lists, fee_state
from commission_app.services.fee_lists import BalanceLine
from commission_app.services.plain_books import PlainBook, PlainLine
from commission_app.store.work import Reading
from commission_app.wording.fee import line_text
from commission_app.wording.words import word


def _days(reading: Reading) -> Iterable[date]:
    return reading.session.scalars(select(Case.received_on).distinct())


def _year_of(reading: Reading, key: int) -> int:
    return reading.get(RecognitionCase, key).received_on.year


def _lines(reading: Reading, year: int, language: Language) -> Iterator[PlainLine]:
    """The cases received in a year in which something is asked or was paid, by number."""
    for place, line in enumerate(fee_lists.balances(reading, year), 1):
        case = reading.get(RecognitionCase, line.case_id)
        row = cells(_row(reading, place, line, case, language), language)
        yield PlainLine(case.id, case.number, case.received_on, case.uid, row, case.id)


def _row(reading: Reading, at: int, line: BalanceLine, case: RecognitionCase, language: Language) -> PaymentRow:
    state = fee_state.state_of(reading.session, case)
    payer = f"{line.payer} ({line.registration_number})" if line.registration_number else line.payer
    estimate = language.say_of("register", "an estimate until the group is fixed")
    return PaymentRow(
        position=at,
        case_number=line.number,
        applicant=line.applicant,
        payer=payer,
        service="; ".join(line_text(language, one) for one in state.fee.lines),
        group=_group(reading, case.id),
        asked=line.asked,
        invoices=_invoices(reading, case.id, language) or None,
        paid=_paid(state, language) or None,
        difference=line.owing,
        waiver=_waivers(reading, case.id, language) or None,
        remarks=None if line.final or line.asked is None else estimate,
    )


def _paid(state: fee_state.FeeState, language: Language) -> str:
    """What came, each time with its day; a refund stands with its minus."""
    if not state.paid and not state.entries:
        return ""
    days = [language.date(entry.paid_on) for entry in state.entries]
    return ", ".join((language.money(state.paid), *dict.fromkeys(days)))


def _group(reading: Reading, case_id: int) -> int | None:
    query = select(FeeCharge.size).where(FeeCharge.case_id == case_id).order_by(FeeCharge.id.desc())
    return reading.session.scalar(query.limit(1))


def _invoices(reading: Reading, case_id: int, language: Language) -> str:
    rows = reading.session.scalars(select(InvoiceLine).where(InvoiceLine.case_id == case_id).order_by(InvoiceLine.id))
    return "; ".join(f"{row.invoice.number}, {language.date(row.invoice.issued_on)}" for row in rows)


def _waivers(reading: Reading, case_id: int, language: Language) -> str:
    rows = reading.session.scalars(select(FeeWaiver).where(FeeWaiver.case_id == case_id).order_by(FeeWaiver.id))
    told = (", ".join(part for part in (word(language, row.kind), row.reason, row.document) if part) for row in rows)
    return "; ".join(told)


# What a case is asked for has to be reckoned case by case: the shelf shows the years without counting their lines.
BOOK = PlainBook(Book.PAYMENTS, COLUMNS, "payment", _days, _lines, _year_of, counted=False)
