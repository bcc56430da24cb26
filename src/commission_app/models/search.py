"""Where the search box looks: one row a noun with its folded tokens."""

from uuid import UUID

from sqlalchemy import Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from commission_app.models.base import Row
from commission_app.models.types import KEY, PRIVATE


class SearchRow(Row):
    """What is found by words: the tokens are folded in Python, alike on both databases."""

    __tablename__ = "search_row"
    __table_args__ = (UniqueConstraint("noun", "noun_id"), Index("ix_search_row_subject_uid", "subject_uid"))

    noun: Mapped[str] = mapped_column(String(20))
    noun_id: Mapped[int] = mapped_column(KEY)
    subject_uid: Mapped[UUID] = mapped_column(Uuid)
    title: Mapped[str] = mapped_column(String(400), info=PRIVATE)
    detail: Mapped[str] = mapped_column(String(400), default="", info=PRIVATE)
    tokens: Mapped[str] = mapped_column(Text, info=PRIVATE)
