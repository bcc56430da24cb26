"""Numbered state forms: lots received, each form, every line of the ledger, destruction acts, layouts for printing."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.types import KEY, coded
from commission_app.rules.vocabulary.blank import BlankMove, BlankState
from commission_app.rules.vocabulary.certificate import CertificateKind


class BlankLot(Root):
    """A delivery of state forms of one kind and series with numbers in a row; the numbers are printed on them."""

    __tablename__ = "blank_lot"
    noun = "blank"

    kind: Mapped[CertificateKind] = mapped_column(coded(CertificateKind))
    series: Mapped[str] = mapped_column(String(20))
    number_from: Mapped[str] = mapped_column(String(12))
    number_to: Mapped[str] = mapped_column(String(12))
    received_on: Mapped[date]
    basis: Mapped[str] = mapped_column(String(200))
    responsible: Mapped[str] = mapped_column(String(200))
    note: Mapped[str] = mapped_column(Text, default="")


class Blank(Noun):
    """One state form; `value` is its number without leading zeros, so that no number is received twice."""

    __tablename__ = "blank"
    __table_args__ = (
        UniqueConstraint("series", "value"),
        Index("ix_blank_kind_state", "kind", "state"),
    )
    noun = "blank"

    lot_id: Mapped[int] = mapped_column(KEY, ForeignKey("blank_lot.id"), index=True)
    kind: Mapped[CertificateKind] = mapped_column(coded(CertificateKind))
    series: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(String(12))
    value: Mapped[int] = mapped_column(KEY)
    state: Mapped[BlankState] = mapped_column(coded(BlankState), default=BlankState.IN_STOCK)
    since: Mapped[date]
    certificate_uid: Mapped[UUID | None] = mapped_column(Uuid, index=True)
    reason: Mapped[str] = mapped_column(Text, default="")

    lot: Mapped[BlankLot] = relationship()


class BlankDestruction(Root):
    """An act on which forms were destroyed before a board; `board` is canonical JSON of names and posts."""

    __tablename__ = "blank_destruction"
    noun = "blank"

    number: Mapped[str] = mapped_column(String(60), unique=True)
    day: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    manner: Mapped[str] = mapped_column(String(300), default="")
    board: Mapped[str] = mapped_column(Text)


class BlankMovement(Noun):
    """A line of the ledger: forms with numbers in a row to which the same happened; never changed."""

    __tablename__ = "blank_movement"
    noun = "blank"

    lot_id: Mapped[int] = mapped_column(KEY, ForeignKey("blank_lot.id"), index=True)
    day: Mapped[date] = mapped_column(index=True)
    move: Mapped[BlankMove] = mapped_column(coded(BlankMove))
    was: Mapped[BlankState | None] = mapped_column(coded(BlankState))
    number_from: Mapped[str] = mapped_column(String(12))
    number_to: Mapped[str] = mapped_column(String(12))
    count: Mapped[int]
    basis: Mapped[str] = mapped_column(String(200), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    responsible: Mapped[str] = mapped_column(String(200))
    certificate_uid: Mapped[UUID | None] = mapped_column(Uuid)
    destruction_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("blank_destruction.id"))

    lot: Mapped[BlankLot] = relationship()


class BlankLayout(Root):
    """Where the data of a certificate kind are printed on its form, from a day; `text` is canonical JSON."""

    __tablename__ = "blank_layout"
    __table_args__ = (UniqueConstraint("kind", "valid_from"),)
    noun = "blank_layout"

    kind: Mapped[CertificateKind] = mapped_column(coded(CertificateKind))
    valid_from: Mapped[date]
    text: Mapped[str] = mapped_column(Text)
