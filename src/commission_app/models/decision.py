"""The act of the commission: draft with its number, then registered with the computation that can be made again."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import Case
from commission_app.models.sitting import AgendaItem
from commission_app.models.standard import Unit
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.decision import (
    DecisionState,
    DecisionVerdict,
    ProceduralKind,
    ReasonKind,
    RefusalGround,
)
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit


class Decision(Root):
    """A decision on one case; credits in thousandths of its unit."""

    __tablename__ = "decision"
    noun = "decision"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    item_id: Mapped[int] = mapped_column(KEY, ForeignKey("agenda_item.id"), unique=True)
    number: Mapped[str] = mapped_column(String(60), unique=True)
    decided_on: Mapped[date]
    state: Mapped[DecisionState] = mapped_column(coded(DecisionState), default=DecisionState.DRAFT)
    verdict: Mapped[DecisionVerdict] = mapped_column(coded(DecisionVerdict))
    refusal_ground: Mapped[RefusalGround | None] = mapped_column(coded(RefusalGround))
    reasons: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    credits_claimed: Mapped[int] = mapped_column(default=0)
    credits_recognised: Mapped[int] = mapped_column(default=0)
    credit_unit: Mapped[CreditUnit] = mapped_column(coded(CreditUnit))
    signed_on: Mapped[date | None]
    signed_by: Mapped[str] = mapped_column(String(200), default="")
    signed_post_lv: Mapped[str] = mapped_column(String(200), default="")
    signed_post_en: Mapped[str] = mapped_column(String(200), default="")
    signed_order: Mapped[str] = mapped_column(String(200), default="")
    condition: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    condition_until: Mapped[date | None]
    made_final_on: Mapped[date | None]
    replaces_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("decision.id"))
    repealed_on: Mapped[date | None]
    repeal_reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    engine: Mapped[int]
    award_input: Mapped[str] = mapped_column(Text)
    award_text: Mapped[str] = mapped_column(Text)
    award_hash: Mapped[str] = mapped_column(String(64))

    case: Mapped[Case] = relationship()
    item: Mapped[AgendaItem] = relationship()
    lines: Mapped[list["DecisionLine"]] = relationship(back_populates="decision", order_by="DecisionLine.position")
    slips: Mapped[list["SlipCorrection"]] = relationship(back_populates="decision", order_by="SlipCorrection.id")
    replaces: Mapped["Decision | None"] = relationship(remote_side="Decision.id")


class DecisionLine(Noun):
    """One unit of a decision: verdict, credits with unit, and the commission's own reason where it departs."""

    __tablename__ = "decision_line"
    __table_args__ = (UniqueConstraint("decision_id", "position"),)
    noun = "decision"

    decision_id: Mapped[int] = mapped_column(KEY, ForeignKey("decision.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("unit.id"))
    position: Mapped[int]
    verdict: Mapped[UnitVerdict | None] = mapped_column(coded(UnitVerdict))
    credits: Mapped[int]
    credit_unit: Mapped[CreditUnit] = mapped_column(coded(CreditUnit))
    rule: Mapped[str] = mapped_column(String(80))
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)

    decision: Mapped[Decision] = relationship(back_populates="lines")
    unit: Mapped[Unit | None] = relationship()


class RecognisedUnit(Noun):
    """What a person has been recognised, attached to the lasting identity of the unit: nothing is paid twice."""

    __tablename__ = "recognised_unit"
    __table_args__ = (UniqueConstraint("person_id", "identity_id"),)
    noun = "decision"

    person_id: Mapped[int] = mapped_column(KEY, ForeignKey("person.id"), index=True)
    identity_id: Mapped[int] = mapped_column(KEY, ForeignKey("unit_identity.id"))
    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"))
    credits: Mapped[int | None]
    credit_unit: Mapped[CreditUnit | None] = mapped_column(coded(CreditUnit))
    recognised_on: Mapped[date]


class SlipCorrection(Noun):
    """A slip of the pen corrected after signature (pārrakstīšanās kļūdas labojums): same number, a note, a letter."""

    __tablename__ = "slip_correction"
    noun = "decision"

    decision_id: Mapped[int] = mapped_column(KEY, ForeignKey("decision.id"), index=True)
    place: Mapped[str] = mapped_column(String(200))
    was: Mapped[str] = mapped_column(Text, info=PRIVATE)
    becomes: Mapped[str] = mapped_column(Text, info=PRIVATE)
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    corrected_on: Mapped[date]

    decision: Mapped[Decision] = relationship(back_populates="slips")


class ProceduralDecision(Root):
    """A decision about the course of a case: the term extended, the application left unexamined, the case closed."""

    __tablename__ = "procedural_decision"
    noun = "decision"

    case_id: Mapped[int] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    kind: Mapped[ProceduralKind] = mapped_column(coded(ProceduralKind))
    number: Mapped[str] = mapped_column(String(60), unique=True)
    decided_on: Mapped[date]
    reasons: Mapped[str] = mapped_column(Text, info=PRIVATE)
    until: Mapped[date | None]
    state: Mapped[DecisionState] = mapped_column(coded(DecisionState), default=DecisionState.DRAFT)
    signed_on: Mapped[date | None]
    signed_by: Mapped[str] = mapped_column(String(200), default="")
    signed_post_lv: Mapped[str] = mapped_column(String(200), default="")
    signed_post_en: Mapped[str] = mapped_column(String(200), default="")
    signed_order: Mapped[str] = mapped_column(String(200), default="")

    case: Mapped[Case] = relationship()


class ReasonText(Root):
    """A standard wording of the reasons library, in force from a day."""

    __tablename__ = "reason_text"
    noun = "reason"

    kind: Mapped[ReasonKind] = mapped_column(coded(ReasonKind))
    ground: Mapped[RefusalGround | None] = mapped_column(coded(RefusalGround))
    title: Mapped[str] = mapped_column(String(200))
    text_lv: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text, default="")
    in_force_from: Mapped[date]
    retired_on: Mapped[date | None]
