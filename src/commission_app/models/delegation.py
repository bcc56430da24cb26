"""The task delegated to the institution: which body, on which contract, for which qualification, from when to when."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Root
from commission_app.models.standard import Standard
from commission_app.models.types import KEY


class Delegation(Root):
    """One qualification delegated to the institution; no parts named means the whole qualification and every part."""

    __tablename__ = "delegation"
    noun = "delegation"

    standard_id: Mapped[int] = mapped_column(KEY, ForeignKey("standard.id"), index=True)
    body: Mapped[str] = mapped_column(String(300))
    number: Mapped[str] = mapped_column(String(120))
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    parts: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(Text, default="")

    standard: Mapped[Standard] = relationship()
