"""Fees: dated price lists, what a fixed group costs each, waivers, payments, invoices, who pays back; pay rates."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam
from commission_app.models.standard import Standard
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.fee import CreditsFrom, Employment, PaymentKind, PriceKind, Reimburser, WaiverKind
from commission_app.rules.vocabulary.remuneration import PaidAct, PaidBy


class PriceList(Root):
    """One edition of a price list: what it holds for, from when, and its price; of a list by group its rows."""

    __tablename__ = "price_list"
    noun = "price"

    name: Mapped[str] = mapped_column(String(300))
    kind: Mapped[PriceKind] = mapped_column(coded(PriceKind))
    procedure: Mapped[Procedure] = mapped_column(coded(Procedure))
    standard_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("standard.id"))
    area: Mapped[str] = mapped_column(String(300), default="")
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    cents: Mapped[int] = mapped_column(default=0)
    percent: Mapped[int] = mapped_column(default=100)
    legal: Mapped[str] = mapped_column(String(300), default="")
    consultation_hours: Mapped[int] = mapped_column(default=0)
    unit_hours: Mapped[int] = mapped_column(default=0)
    commission_hours: Mapped[int] = mapped_column(default=0)
    least_cents: Mapped[int | None]
    most_cents: Mapped[int | None]
    credits_from: Mapped[CreditsFrom] = mapped_column(coded(CreditsFrom), default=CreditsFrom.CLAIMED)

    standard: Mapped[Standard | None] = relationship()
    rows: Mapped[list["PriceRow"]] = relationship(back_populates="price_list", order_by="PriceRow.size")


class PriceRow(Noun):
    """The price for one person when so many are examined together."""

    __tablename__ = "price_row"
    __table_args__ = (UniqueConstraint("price_list_id", "size"),)
    noun = "price"

    price_list_id: Mapped[int] = mapped_column(KEY, ForeignKey("price_list.id"), index=True)
    size: Mapped[int]
    cents: Mapped[int]

    price_list: Mapped[PriceList] = relationship(back_populates="rows")


class FeeCharge(Noun):
    """What one examinee owes since the group of the exam was fixed; later price lists do not change it."""

    __tablename__ = "fee_charge"
    __table_args__ = (UniqueConstraint("exam_id", "case_id"),)
    noun = "fee"

    exam_id: Mapped[int] = mapped_column(KEY, ForeignKey("exam.id"), index=True)
    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    size: Mapped[int]
    row_size: Mapped[int]
    price_cents: Mapped[int]
    travel_cents: Mapped[int]
    travel_total: Mapped[int]
    list_name: Mapped[str] = mapped_column(String(300))
    list_since: Mapped[date]
    fixed_on: Mapped[date]

    exam: Mapped[Exam] = relationship()
    case: Mapped[RecognitionCase] = relationship()


class CaseHours(Noun):
    """The hours (thousandths) that one case took, where they are counted and not taken from the price list."""

    __tablename__ = "case_hours"
    noun = "fee"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), unique=True)
    consultation: Mapped[int]
    assessment: Mapped[int]
    commission: Mapped[int]
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)


class RemunerationRate(Root):
    """What members, assessors or examiners are paid from a day on, for what and by which measure."""

    __tablename__ = "remuneration_rate"
    noun = "price"

    act: Mapped[PaidAct] = mapped_column(coded(PaidAct))
    measure: Mapped[PaidBy] = mapped_column(coded(PaidBy))
    role: Mapped[MemberRole | None] = mapped_column(coded(MemberRole))
    cents: Mapped[int]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    legal: Mapped[str] = mapped_column(String(300), default="")


class FeeWaiver(Noun):
    """Less is asked of this applicant: a share or a sum, with its reason and document."""

    __tablename__ = "fee_waiver"
    noun = "fee"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    kind: Mapped[WaiverKind] = mapped_column(coded(WaiverKind))
    percent: Mapped[int | None]
    cents: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, info=PRIVATE)
    document: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
    granted_on: Mapped[date]


class Invoice(Root):
    """An invoice to one payer for the fees of one or many cases."""

    __tablename__ = "invoice"
    noun = "fee"

    number: Mapped[str] = mapped_column(String(60), unique=True)
    payer: Mapped[str] = mapped_column(String(300), info=PRIVATE)
    registration_number: Mapped[str] = mapped_column(String(20), default="")
    address: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    issued_on: Mapped[date]
    due_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    lines: Mapped[list["InvoiceLine"]] = relationship(back_populates="invoice", order_by="InvoiceLine.id")


class InvoiceLine(Noun):
    """The fee of one case in an invoice."""

    __tablename__ = "invoice_line"
    __table_args__ = (UniqueConstraint("invoice_id", "case_id"),)
    noun = "fee"

    invoice_id: Mapped[int] = mapped_column(KEY, ForeignKey("invoice.id"), index=True)
    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    cents: Mapped[int]

    invoice: Mapped[Invoice] = relationship(back_populates="lines")
    case: Mapped[RecognitionCase] = relationship()


class PaymentEntry(Noun):
    """Money that came or was given back for a case, on which day, from whom, on what document."""

    __tablename__ = "payment"
    noun = "fee"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), index=True)
    kind: Mapped[PaymentKind] = mapped_column(coded(PaymentKind))
    cents: Mapped[int]
    paid_on: Mapped[date]
    payer: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    document: Mapped[str] = mapped_column(String(200), default="")
    invoice_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("invoice.id"), index=True)

    invoice: Mapped[Invoice | None] = relationship()


class Reimbursement(Noun):
    """Who may pay the fee back to the applicant, and what is proved to them on which day."""

    __tablename__ = "reimbursement"
    noun = "fee"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), unique=True)
    body: Mapped[Reimburser] = mapped_column(coded(Reimburser))
    project: Mapped[str] = mapped_column(String(300), default="")
    status_assessed: Mapped[Employment | None] = mapped_column(coded(Employment), info=PRIVATE)
    status_paid: Mapped[Employment | None] = mapped_column(coded(Employment), info=PRIVATE)
    proof_issued_on: Mapped[date | None]
    proof_document: Mapped[str] = mapped_column(String(200), default="")
    claimed_on: Mapped[date | None]


class LearningAccount(Noun):
    """What a learning account pays for the learning of this case: what was asked, and the sum, as they were counted."""

    __tablename__ = "learning_account"
    noun = "fee"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("recognition_case.id"), unique=True)
    asked: Mapped[str] = mapped_column(Text)
    payable_cents: Mapped[int]
    counted_on: Mapped[date]
