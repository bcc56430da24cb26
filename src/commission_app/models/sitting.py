"""The commission's meeting: agenda, attendance, recusals and votes."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import Case
from commission_app.models.commission import Commission, Member
from commission_app.models.standard import Unit
from commission_app.models.types import KEY, PRIVATE, UtcMoment, coded
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState, SittingForm, SittingState


class Sitting(Root):
    """A meeting of a commission."""

    __tablename__ = "sitting"
    noun = "sitting"

    commission_id: Mapped[int] = mapped_column(KEY, ForeignKey("commission.id"), index=True)
    held_on: Mapped[date]
    planned_at: Mapped[str] = mapped_column(String(5), default="")
    place: Mapped[str] = mapped_column(String(200), default="")
    form: Mapped[SittingForm] = mapped_column(coded(SittingForm))
    state: Mapped[SittingState] = mapped_column(coded(SittingState), default=SittingState.PLANNED)
    started_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    minutes_number: Mapped[str | None] = mapped_column(String(60), unique=True)
    minute_taker: Mapped[str] = mapped_column(String(200), default="")
    minute_taker_post_lv: Mapped[str] = mapped_column(String(200), default="")
    minute_taker_post_en: Mapped[str] = mapped_column(String(200), default="")
    remote_link: Mapped[str] = mapped_column(String(300), default="")
    convoked_on: Mapped[date | None]
    frozen_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    vote_until: Mapped[datetime | None] = mapped_column(UtcMoment)
    chaired_by_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("member.id"))
    chair_order: Mapped[str] = mapped_column(String(200), default="")
    signed_on: Mapped[date | None]

    commission: Mapped[Commission] = relationship()
    chaired_by: Mapped[Member | None] = relationship()
    items: Mapped[list["AgendaItem"]] = relationship(back_populates="sitting", order_by="AgendaItem.position")
    attendance: Mapped[list["Attendance"]] = relationship(back_populates="sitting", order_by="Attendance.id")


class AgendaItem(Noun):
    """One question of the agenda; a postponed item keeps its number."""

    __tablename__ = "agenda_item"
    __table_args__ = (UniqueConstraint("sitting_id", "case_id"),)
    noun = "sitting"

    sitting_id: Mapped[int] = mapped_column(KEY, ForeignKey("sitting.id"), index=True)
    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    position: Mapped[int]
    state: Mapped[ItemState] = mapped_column(coded(ItemState), default=ItemState.WAITING)
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    legality: Mapped[str] = mapped_column(Text, default="")
    closed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    taken_up_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    ballot: Mapped[BallotKind] = mapped_column(coded(BallotKind), default=BallotKind.NAMED)
    batch: Mapped[int | None]
    presenter: Mapped[str] = mapped_column(String(200), default="")
    late_reason: Mapped[str] = mapped_column(Text, default="")

    sitting: Mapped[Sitting] = relationship(back_populates="items")
    case: Mapped[Case] = relationship()
    recusals: Mapped[list["Recusal"]] = relationship(back_populates="item", order_by="Recusal.id")
    votes: Mapped[list["Vote"]] = relationship(back_populates="item", order_by="Vote.id")
    departures: Mapped[list["ProposalDeparture"]] = relationship(back_populates="item", order_by="ProposalDeparture.id")
    secret_count: Mapped["SecretCount | None"] = relationship(back_populates="item")
    papers_taken: Mapped[list["BallotTaken"]] = relationship(back_populates="item", order_by="BallotTaken.id")


class Attendance(Noun):
    """From when to when a member took part; several rows when somebody left and came back."""

    __tablename__ = "attendance"
    noun = "sitting"

    sitting_id: Mapped[int] = mapped_column(KEY, ForeignKey("sitting.id"), index=True)
    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"))
    arrived_at: Mapped[datetime] = mapped_column(UtcMoment)
    left_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    instead_of_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("member.id"))
    order_number: Mapped[str] = mapped_column(String(200), default="")
    remote: Mapped[bool] = mapped_column(default=False)

    sitting: Mapped[Sitting] = relationship(back_populates="attendance")
    member: Mapped[Member] = relationship(foreign_keys=[member_id])
    instead_of: Mapped[Member | None] = relationship(foreign_keys=[instead_of_id])


class Recusal(Noun):
    """A member who takes no part in one item, and why."""

    __tablename__ = "recusal"
    __table_args__ = (UniqueConstraint("item_id", "member_id"),)
    noun = "sitting"

    item_id: Mapped[int] = mapped_column(KEY, ForeignKey("agenda_item.id"), index=True)
    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"))
    reason: Mapped[str] = mapped_column(Text, info=PRIVATE)
    kind: Mapped[ConflictKind] = mapped_column(coded(ConflictKind), default=ConflictKind.OTHER)

    item: Mapped[AgendaItem] = relationship(back_populates="recusals")
    member: Mapped[Member] = relationship()


class ProposalDeparture(Noun):
    """A unit on which the commission puts another verdict to the vote than the rules propose, and why."""

    __tablename__ = "proposal_departure"
    __table_args__ = (UniqueConstraint("item_id", "unit_id"),)
    noun = "sitting"

    item_id: Mapped[int] = mapped_column(KEY, ForeignKey("agenda_item.id"), index=True)
    unit_id: Mapped[int] = mapped_column(KEY, ForeignKey("unit.id"))
    verdict: Mapped[UnitVerdict] = mapped_column(coded(UnitVerdict))
    reason: Mapped[str] = mapped_column(Text, info=PRIVATE)

    item: Mapped[AgendaItem] = relationship(back_populates="departures")
    unit: Mapped[Unit] = relationship()


class Vote(Noun):
    """What one member chose in a named vote."""

    __tablename__ = "vote"
    __table_args__ = (UniqueConstraint("item_id", "member_id"),)
    noun = "sitting"

    item_id: Mapped[int] = mapped_column(KEY, ForeignKey("agenda_item.id"), index=True)
    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"))
    choice: Mapped[Choice] = mapped_column(coded(Choice))
    cast_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    opinion: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    channel: Mapped[Channel | None] = mapped_column(coded(Channel))

    item: Mapped[AgendaItem] = relationship(back_populates="votes")
    member: Mapped[Member] = relationship()


class BallotTaken(Noun):
    """That a member took part in a secret vote; what the member chose is stored nowhere."""

    __tablename__ = "ballot_taken"
    __table_args__ = (UniqueConstraint("item_id", "member_id"),)
    noun = "sitting"

    item_id: Mapped[int] = mapped_column(KEY, ForeignKey("agenda_item.id"), index=True)
    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"))

    item: Mapped[AgendaItem] = relationship(back_populates="papers_taken")
    member: Mapped[Member] = relationship()


class SecretCount(Noun):
    """The totals of a secret vote as the tellers counted them."""

    __tablename__ = "secret_count"
    noun = "sitting"

    item_id: Mapped[int] = mapped_column(KEY, ForeignKey("agenda_item.id"), unique=True)
    in_favour: Mapped[int]
    against: Mapped[int]
    abstained: Mapped[int]
    invalid: Mapped[int] = mapped_column(default=0)
    tellers: Mapped[str] = mapped_column(String(400), default="")
    counted_at: Mapped[datetime] = mapped_column(UtcMoment)

    item: Mapped[AgendaItem] = relationship(back_populates="secret_count")
