"""A group that applies together: people of one employer, project or sponsor."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from commission_app.models.base import Root
from commission_app.models.types import SORT_KEY


class Cohort(Root):
    """People who apply together, and who stands behind them."""

    __tablename__ = "cohort"
    noun = "cohort"

    name: Mapped[str] = mapped_column(String(300))
    sort_key: Mapped[bytes] = mapped_column(SORT_KEY, index=True)
    organisation: Mapped[str] = mapped_column(String(300), default="")
    registration_number: Mapped[str] = mapped_column(String(20), default="")
    project: Mapped[str] = mapped_column(String(300), default="")
    contact: Mapped[str] = mapped_column(String(300), default="")
    pays: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")
