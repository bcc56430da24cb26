"""Commissions, their members with terms, and the by-law in force from a date."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.commission import (
    AbstentionPolicy,
    CommissionKind,
    MajorityBase,
    MemberRole,
    QuorumBase,
    QuorumRule,
    RecusalPolicy,
    Side,
)
from commission_app.rules.vocabulary.person import Sex


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
    """A member of a commission for a term; a substitute sits instead of one member, or of any when none is named."""

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
    substitute_for_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("member.id"))
    fields: Mapped[str] = mapped_column(String(500), default="")
    sex: Mapped[Sex] = mapped_column(coded(Sex), default=Sex.NOT_SAID, info=PRIVATE)
    email: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
    address: Mapped[str] = mapped_column(String(300), default="", info=PRIVATE)

    commission: Mapped[Commission] = relationship(back_populates="members")
    substitute_for: Mapped["Member | None"] = relationship(remote_side="Member.id")


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
    practitioner_numerator: Mapped[int] = mapped_column(default=0)
    practitioner_denominator: Mapped[int] = mapped_column(default=1)
    side_minimums: Mapped[str] = mapped_column(Text, default="")
    minimum_each_sex: Mapped[int] = mapped_column(default=0)
    field_required: Mapped[bool] = mapped_column(default=False)
    majority_numerator: Mapped[int] = mapped_column(default=1)
    majority_denominator: Mapped[int] = mapped_column(default=2)
    majority_strict: Mapped[bool] = mapped_column(default=True)
    recusal_policy: Mapped[RecusalPolicy] = mapped_column(coded(RecusalPolicy), default=RecusalPolicy.OUT_OF_QUORUM)
    abstention_policy: Mapped[AbstentionPolicy] = mapped_column(
        coded(AbstentionPolicy), default=AbstentionPolicy.ALLOWED
    )
    substitute_presides: Mapped[bool] = mapped_column(default=False)
    secret_ballot: Mapped[bool] = mapped_column(default=False)
    written_allowed: Mapped[bool] = mapped_column(default=True)
    written_days: Mapped[int] = mapped_column(default=5)
    convocation_days: Mapped[int] = mapped_column(default=5)
    freeze_days: Mapped[int] = mapped_column(default=0)

    commission: Mapped[Commission] = relationship(back_populates="bylaws")
