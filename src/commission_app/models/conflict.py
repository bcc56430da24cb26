"""Conflicts of interest: what members declared, which hints were looked at, and the statements they signed."""

from datetime import date

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import Case
from commission_app.models.commission import Member
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.conflict import ConflictKind, MemberStatementKind


class ConflictDeclaration(Root):
    """A member's own word that a case concerns the member; it stands until withdrawn."""

    __tablename__ = "conflict_declaration"
    noun = "conflict"

    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"), index=True)
    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    kind: Mapped[ConflictKind] = mapped_column(coded(ConflictKind))
    text: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    declared_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    withdrawn_reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    member: Mapped[Member] = relationship()
    case: Mapped[Case] = relationship()


class ConflictReview(Noun):
    """A hint of a conflict that was looked at and found to be none, and why."""

    __tablename__ = "conflict_review"
    __table_args__ = (UniqueConstraint("member_id", "case_id", "kind"),)
    noun = "conflict"

    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"), index=True)
    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    kind: Mapped[ConflictKind] = mapped_column(coded(ConflictKind))
    reason: Mapped[str] = mapped_column(Text, info=PRIVATE)
    looked_on: Mapped[date]


class MemberStatement(Noun):
    """A statement a member signed: no conflict in the cases of a sitting, or confidentiality for the term."""

    __tablename__ = "member_statement"
    noun = "conflict"

    member_id: Mapped[int] = mapped_column(KEY, ForeignKey("member.id"), index=True)
    sitting_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("sitting.id"))
    kind: Mapped[MemberStatementKind] = mapped_column(coded(MemberStatementKind))
    signed_on: Mapped[date]

    member: Mapped[Member] = relationship()
