"""What the institution's microcredentials say, and how its programmes were reviewed; kept as canonical text."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Root
from commission_app.models.standard import Edition
from commission_app.models.types import KEY, coded
from commission_app.rules.vocabulary.microcredential import ProgrammeKind, ReviewKind


class MicrocredentialProfile(Root):
    """A microcredential that an edition, or some of its units, may come to: its elements by Annex I."""

    __tablename__ = "microcredential_profile"
    noun = "microcredential"

    edition_id: Mapped[int] = mapped_column(KEY, ForeignKey("edition.id"), index=True)
    title_lv: Mapped[str] = mapped_column(String(500))
    title_en: Mapped[str] = mapped_column(String(500), default="")
    text: Mapped[str] = mapped_column(Text)
    retired_on: Mapped[date | None]

    edition: Mapped[Edition] = relationship()


class ProgrammeReview(Root):
    """What was judged of an edition or of a kind of programmes: conformity, or the ten principles."""

    __tablename__ = "programme_review"
    __table_args__ = (UniqueConstraint("edition_id", "review"), UniqueConstraint("programme_kind", "review"))
    noun = "microcredential"

    review: Mapped[ReviewKind] = mapped_column(coded(ReviewKind))
    edition_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("edition.id"), index=True)
    programme_kind: Mapped[ProgrammeKind | None] = mapped_column(coded(ProgrammeKind))
    text: Mapped[str] = mapped_column(Text)
    reviewed_on: Mapped[date]
    reviewed_by: Mapped[str] = mapped_column(String(200), default="")

    edition: Mapped[Edition | None] = relationship()
