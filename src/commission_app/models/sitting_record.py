"""What stands around a sitting: replies to the convocation, guests, notes, and the versions of the minutes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun
from commission_app.models.commission import Member
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.models.types import KEY, PRIVATE, UtcMoment, coded
from commission_app.rules.vocabulary.sitting import NoteKind, ReplyAnswer


class Reply(Noun):
    """Whether a member comes, as answered to the convocation."""

    __tablename__ = "sitting_reply"
    __table_args__ = (UniqueConstraint("sitting_id", "member_id"),)
    noun = "sitting"

    sitting_id: Mapped[int] = mapped_column(KEY, ForeignKey("sitting.id"), index=True)
    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"))
    answer: Mapped[ReplyAnswer] = mapped_column(coded(ReplyAnswer))
    reason: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)
    replied_on: Mapped[date]

    sitting: Mapped[Sitting] = relationship()
    member: Mapped[Member] = relationship()


class Guest(Noun):
    """Somebody who is heard or present without a vote: at the whole sitting, or for one item."""

    __tablename__ = "sitting_guest"
    noun = "sitting"

    sitting_id: Mapped[int] = mapped_column(KEY, ForeignKey("sitting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("agenda_item.id"))
    name: Mapped[str] = mapped_column(String(200), info=PRIVATE)
    post: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
    arrived_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    left_at: Mapped[datetime | None] = mapped_column(UtcMoment)

    sitting: Mapped[Sitting] = relationship()
    item: Mapped[AgendaItem | None] = relationship()


class SittingNote(Noun):
    """What was said, what happened, or what the minute taker noted for himself; a private one never reaches a paper."""

    __tablename__ = "sitting_note"
    noun = "sitting"

    sitting_id: Mapped[int] = mapped_column(KEY, ForeignKey("sitting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("agenda_item.id"))
    kind: Mapped[NoteKind] = mapped_column(coded(NoteKind))
    speaker: Mapped[str] = mapped_column(String(200), default="")
    text: Mapped[str] = mapped_column(Text, info=PRIVATE)
    noted_at: Mapped[datetime] = mapped_column(UtcMoment)
    author_uid: Mapped[UUID] = mapped_column(Uuid)

    sitting: Mapped[Sitting] = relationship()
    item: Mapped[AgendaItem | None] = relationship()


class MinutesVersion(Noun):
    """One version of the minutes as canonical text of what it says; the signed one is final."""

    __tablename__ = "minutes_version"
    __table_args__ = (UniqueConstraint("sitting_id", "number"),)
    noun = "sitting"

    sitting_id: Mapped[int] = mapped_column(KEY, ForeignKey("sitting.id"), index=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text, info=PRIVATE)
    sha256: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    made_by: Mapped[str] = mapped_column(String(200))
    remark: Mapped[str] = mapped_column(String(300), default="")
    final: Mapped[bool] = mapped_column(default=False)

    sitting: Mapped[Sitting] = relationship()


class MinutesCorrection(Noun):
    """What was found wrong in minutes already signed: they stay as they are, and the note goes with them."""

    __tablename__ = "minutes_correction"
    noun = "sitting"

    sitting_id: Mapped[int] = mapped_column(KEY, ForeignKey("sitting.id"), index=True)
    noted_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(200))
    becomes: Mapped[str] = mapped_column(Text, info=PRIVATE)
    reason: Mapped[str] = mapped_column(Text, info=PRIVATE)
    author: Mapped[str] = mapped_column(String(200))

    sitting: Mapped[Sitting] = relationship()
