"""Bytes by their sha256: files beside a SQLite database, rows of one MiB in PostgreSQL, one interface for both."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import UnavailableError
from commission_app.models.blob import Blob, BlobPiece

PIECE = 1024 * 1024


class Blobs(Protocol):
    """Where bytes are kept."""

    def put(self, session: Session, data: bytes) -> Blob:
        """Keeps bytes durably before the row that names them commits; the same bytes are kept once."""

    def pieces(self, session: Session, blob: Blob) -> Iterator[bytes]:
        """The bytes, piece by piece."""

    def read(self, session: Session, blob: Blob) -> bytes:
        """All the bytes."""


def _row(session: Session, data: bytes) -> tuple[Blob, bool]:
    digest = hashlib.sha256(data).hexdigest()
    known = session.scalars(select(Blob).where(Blob.sha256 == digest)).one_or_none()
    if known is not None:
        return known, False
    blob = Blob(sha256=digest, size=len(data), stored_at=datetime.now(UTC))
    session.add(blob)
    session.flush()
    return blob, True


class FileBlobs:
    """Content-addressed files in a folder beside the database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Where the bytes of a digest lie."""
        return self.folder / digest[:2] / digest

    def put(self, session: Session, data: bytes) -> Blob:
        """Keeps bytes: written aside, flushed to the disk, then moved into place."""
        target = self.path(hashlib.sha256(data).hexdigest())
        if not target.exists() or target.stat().st_size != len(data):
            try:
                _write_durably(target, data)
            except OSError as error:
                raise UnavailableError("blob.not_written", path=str(target.parent), why=str(error.strerror)) from error
        return _row(session, data)[0]

    def pieces(self, session: Session, blob: Blob) -> Iterator[bytes]:
        """The bytes, piece by piece."""
        try:
            with self.path(blob.sha256).open("rb") as source:
                while piece := source.read(PIECE):
                    yield piece
        except OSError as error:
            raise UnavailableError("blob.absent", digest=blob.sha256[:12]) from error

    def read(self, session: Session, blob: Blob) -> bytes:
        """All the bytes."""
        return b"".join(self.pieces(session, blob))


def _write_durably(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


class RowBlobs:
    """Rows of one MiB in the database itself."""

    def put(self, session: Session, data: bytes) -> Blob:
        """Keeps bytes in the same transaction as the row that names them."""
        blob, new = _row(session, data)
        if new:
            for position, start in enumerate(range(0, len(data), PIECE)):
                session.add(BlobPiece(blob_id=blob.id, position=position, piece=data[start : start + PIECE]))
        return blob

    def pieces(self, session: Session, blob: Blob) -> Iterator[bytes]:
        """The bytes, piece by piece."""
        rows = select(BlobPiece.piece).where(BlobPiece.blob_id == blob.id).order_by(BlobPiece.position)
        yield from session.scalars(rows)

    def read(self, session: Session, blob: Blob) -> bytes:
        """All the bytes."""
        return b"".join(self.pieces(session, blob))
