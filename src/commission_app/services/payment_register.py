"""The register of payments as a workbook: what each case was asked and why, what came and when, what is left."""

from io import BytesIO

from sqlalchemy import select

from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.workbook import write_table
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.fee import FeeCharge, FeeWaiver, InvoiceLine
from commission_app.services import fee_lists, fee_state
from commission_app.services.fee_lists import BalanceLine
from commission_app.store.work import Reading
from commission_app.wording.fee import line_text
from commission_app.wording.words import word


def workbook(reading: Reading, language: Language) -> bytes:
    """Every case in which something is asked or was paid, by number, under the twelve columns of the register."""
    lines, rows = fee_lists.balances(reading), []
    for at, line in enumerate(lines, 1):
        reading.progress.step(at, len(lines))
        rows.append(_row(reading, at, line, language))
    out = BytesIO()
    write_table(language.say("Register of payments"), _columns(language), rows, language, out)
    return out.getvalue()


def _columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    return (
        Column(say("No. in order"), ColumnKind.COUNT, 6),
        Column(say("Case No."), ColumnKind.CODE, 12),
        Column(say("Applicant"), ColumnKind.TEXT, 26),
        Column(say("Payer (reg. No.)"), ColumnKind.TEXT, 28),
        Column(say("Service, row of the price list"), ColumnKind.TEXT, 44),
        Column(say("Size of the group"), ColumnKind.COUNT, 9),
        Column(say("Calculated, EUR"), ColumnKind.MONEY, 12, total=True),
        Column(say("Invoice No., date"), ColumnKind.TEXT, 22),
        Column(say("Paid, EUR"), ColumnKind.MONEY, 12, total=True),
        Column(say("Paid, date"), ColumnKind.TEXT, 22),
        Column(say("Difference (top-up / refund), EUR"), ColumnKind.MONEY, 14, total=True),
        Column(say("Waiver, ground"), ColumnKind.TEXT, 30),
        Column(say("Remarks"), ColumnKind.TEXT, 24),
    )


def _row(reading: Reading, at: int, line: BalanceLine, language: Language) -> tuple[Cell, ...]:
    case = reading.get(RecognitionCase, line.case_id)
    state = fee_state.state_of(reading.session, case)
    payer = f"{line.payer} ({line.registration_number})" if line.registration_number else line.payer
    remark = "" if line.final or line.asked is None else language.say("an estimate until the group is fixed")
    return (
        at,
        line.number,
        line.applicant,
        payer,
        "; ".join(line_text(language, one) for one in state.fee.lines),
        _group(reading, case.id),
        line.asked,
        _invoices(reading, case.id, language),
        line.paid,
        ", ".join(language.date(entry.paid_on) for entry in state.entries),
        line.owing,
        _waivers(reading, case.id, language),
        remark,
    )


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
