"""Bytes of evidence and issued papers, addressed by their sha256."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from commission_app.models.base import Base, Row
from commission_app.models.types import KEY, UtcMoment


class Blob(Row):
    """One sequence of bytes, stored once however often it is used."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int] = mapped_column(BigInteger)
    stored_at: Mapped[datetime] = mapped_column(UtcMoment)


class BlobPiece(Base):
    """One MiB of a blob, where the database itself holds the bytes (PostgreSQL)."""

    __tablename__ = "blob_piece"

    blob_id: Mapped[int] = mapped_column(KEY, ForeignKey("blob.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    piece: Mapped[bytes] = mapped_column(LargeBinary)
