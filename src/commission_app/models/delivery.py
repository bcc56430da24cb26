"""Letters of the office and their way: sent, notified, or come back."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Root
from commission_app.models.case import Case
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.delivery import DeliveryChannel, LetterKind, ReturnReason


class Letter(Root):
    """An outgoing letter of a case; its number is the institution's own or ours."""

    __tablename__ = "letter"
    noun = "letter"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    kind: Mapped[LetterKind] = mapped_column(coded(LetterKind))
    subject_uid: Mapped[UUID | None] = mapped_column(Uuid, index=True)
    number: Mapped[str | None] = mapped_column(String(60), unique=True)
    external_number: Mapped[str] = mapped_column(String(80), default="")
    written_on: Mapped[date]
    title: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    text: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    answer_until: Mapped[date | None]
    answered_on: Mapped[date | None]

    case: Mapped[Case] = relationship()


class Delivery(Root):
    """One sending of a paper: channel, item number, when it counts as notified, or why it came back."""

    __tablename__ = "delivery"
    noun = "delivery"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    letter_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("letter.id"), index=True)
    subject_uid: Mapped[UUID] = mapped_column(Uuid, index=True)
    channel: Mapped[DeliveryChannel] = mapped_column(coded(DeliveryChannel))
    recipient: Mapped[str] = mapped_column(String(300), info=PRIVATE)
    address: Mapped[str] = mapped_column(String(400), default="", info=PRIVATE)
    sent_on: Mapped[date]
    item_number: Mapped[str] = mapped_column(String(60), default="")
    notified_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    return_reason: Mapped[ReturnReason | None] = mapped_column(coded(ReturnReason))
    note: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    case: Mapped[Case] = relationship()
    letter: Mapped[Letter | None] = relationship()
