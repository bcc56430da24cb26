"""Commissions, their members with terms, and the by-law in force from a date."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.types import KEY, coded
from commission_app.rules.vocabulary.commission import (
    CommissionKind,
    MajorityBase,
    MemberRole,
    QuorumBase,
    QuorumRule,
    Side,
)


class Commission(Root):
    """The body that examines or recognises (MK 505/2018 p. 2–4)."""

    __tablename__ = "commission"
    noun = "commission"

    kind: Mapped[CommissionKind] = mapped_column(coded(CommissionKind))
    name_lv: Mapped[str] = mapped_column(String(300))
    name_en: Mapped[str] = mapped_column(String(300), default="")
    thematic_area: Mapped[str] = mapped_column(String(300), default="")
    order_number: Mapped[str] = mapped_column(String(80), default="")
    order_date: Mapped[date | None]

    members: Mapped[list["Member"]] = relationship(back_populates="commission", order_by="Member.position")
    bylaws: Mapped[list["BylawEdition"]] = relationship(
        back_populates="commission", order_by="BylawEdition.in_force_from"
    )


class Member(Noun):
    """A member of a commission for a term."""

    __tablename__ = "member"
    noun = "commission"

    commission_id: Mapped[int] = mapped_column(KEY, ForeignKey("commission.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(String(200))
    post_lv: Mapped[str] = mapped_column(String(200), default="")
    post_en: Mapped[str] = mapped_column(String(200), default="")
    organisation: Mapped[str] = mapped_column(String(200), default="")
    role: Mapped[MemberRole] = mapped_column(coded(MemberRole))
    side: Mapped[Side] = mapped_column(coded(Side))
    term_from: Mapped[date]
    term_until: Mapped[date | None]
    user_uid: Mapped[UUID | None] = mapped_column(Uuid)

    commission: Mapped[Commission] = relationship(back_populates="members")


class BylawEdition(Noun):
    """The commission's by-law (nolikums) as far as it can be computed, in force from a date."""

    __tablename__ = "bylaw_edition"
    noun = "commission"

    commission_id: Mapped[int] = mapped_column(KEY, ForeignKey("commission.id"), index=True)
    in_force_from: Mapped[date]
    reference_lv: Mapped[str] = mapped_column(String(300), default="")
    reference_en: Mapped[str] = mapped_column(String(300), default="")
    quorum_rule: Mapped[QuorumRule] = mapped_column(coded(QuorumRule), default=QuorumRule.MORE_THAN_HALF)
    quorum_base: Mapped[QuorumBase] = mapped_column(coded(QuorumBase), default=QuorumBase.IN_OFFICE)
    quorum_numerator: Mapped[int] = mapped_column(default=1)
    quorum_denominator: Mapped[int] = mapped_column(default=2)
    quorum_fixed: Mapped[int] = mapped_column(default=0)
    majority_base: Mapped[MajorityBase] = mapped_column(coded(MajorityBase), default=MajorityBase.PRESENT)
    minimum_members: Mapped[int] = mapped_column(default=3)
    minimum_practitioners: Mapped[int] = mapped_column(default=0)
    chair_must_attend: Mapped[bool] = mapped_column(default=True)
    casting_vote: Mapped[bool] = mapped_column(default=True)
    assessors_may_vote: Mapped[bool] = mapped_column(default=True)
    secretary_votes: Mapped[bool] = mapped_column(default=False)

    commission: Mapped[Commission] = relationship(back_populates="bylaws")
