"""The certificates of issuers whose electronic signatures the office trusts."""

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from commission_app.models.base import Root


class TrustAnchor(Root):
    """A certificate that a signature may lead back to; one that was removed stays with its reason."""

    __tablename__ = "trust_anchor"
    noun = "trust"

    name: Mapped[str] = mapped_column(String(300))
    pem: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(String(64), index=True)
    valid_until: Mapped[date]
    added_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="")
    removed_on: Mapped[date | None]
    removed_reason: Mapped[str] = mapped_column(String(300), default="")
