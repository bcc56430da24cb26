"""The chain of acts: who did what when, as canonical text under a hash that covers the act before it."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from commission_app.models.base import Base, Row
from commission_app.models.types import KEY, UtcMoment


class Act(Row):
    """One act with all its changes, linked to the act before it."""

    __tablename__ = "act"
    __table_args__ = (Index("ix_act_name_id", "name", "id"),)

    uid: Mapped[UUID] = mapped_column(Uuid, unique=True, default=uuid4)
    position: Mapped[int] = mapped_column(KEY, unique=True)
    moment: Mapped[datetime] = mapped_column(UtcMoment)
    user_uid: Mapped[UUID | None] = mapped_column(Uuid)
    user_name: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(80))
    nouns: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class ActSubject(Base):
    """Which nouns an act touched, so that the history of one case or person is found at once."""

    __tablename__ = "act_subject"

    act_id: Mapped[int] = mapped_column(KEY, ForeignKey("act.id"), primary_key=True)
    subject_uid: Mapped[UUID] = mapped_column(Uuid, primary_key=True, index=True)


class PrivateValue(Row):
    """The salt and value behind a salted hash in the chain; erasing it breaks no chain."""

    __tablename__ = "private_value"

    act_id: Mapped[int] = mapped_column(KEY, ForeignKey("act.id"), index=True)
    subject_uid: Mapped[UUID] = mapped_column(Uuid, index=True)
    field: Mapped[str] = mapped_column(String(80))
    salt: Mapped[str] = mapped_column(String(32))
    value: Mapped[str] = mapped_column(Text)


class ChainHead(Base):
    """The one row that is locked last in every act: position and hash of the newest act."""

    __tablename__ = "chain_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(KEY)
    hash: Mapped[str] = mapped_column(String(64))
