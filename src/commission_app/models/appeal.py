"""Contested decisions and appealed marks."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Root
from commission_app.models.case import Case
from commission_app.models.commission import Commission
from commission_app.models.decision import Decision
from commission_app.models.exam import Examinee
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.appeal import AppealKind, AppealOutcome, AppealState
from commission_app.rules.vocabulary.case import Channel


class Appeal(Root):
    """What the applicant contests, who examines it, and what came of it."""

    __tablename__ = "appeal"
    noun = "appeal"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    decision_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("decision.id"), index=True)
    examinee_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("examinee.id"), index=True)
    kind: Mapped[AppealKind] = mapped_column(coded(AppealKind))
    state: Mapped[AppealState] = mapped_column(coded(AppealState), default=AppealState.RECEIVED)
    number: Mapped[str] = mapped_column(String(60), unique=True)
    external_number: Mapped[str] = mapped_column(String(80), default="")
    received_on: Mapped[date]
    channel: Mapped[Channel] = mapped_column(coded(Channel))
    term_until: Mapped[date | None]
    late_reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    grounds: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    body: Mapped[str] = mapped_column(String(300), default="")
    commission_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("commission.id"))
    answer_due: Mapped[date | None]
    sent_on: Mapped[date | None]
    outcome: Mapped[AppealOutcome | None] = mapped_column(coded(AppealOutcome))
    outcome_on: Mapped[date | None]
    outcome_number: Mapped[str] = mapped_column(String(80), default="")
    outcome_reasons: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    file_pages: Mapped[int | None]
    court_on: Mapped[date | None]
    court_reference: Mapped[str] = mapped_column(String(120), default="")

    case: Mapped[Case] = relationship()
    decision: Mapped[Decision | None] = relationship()
    examinee: Mapped[Examinee | None] = relationship()
    commission: Mapped[Commission | None] = relationship()
