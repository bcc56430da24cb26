"""Makes a backup: one zip of the database and its blobs, written aside, proved by reading it again, then named."""

import errno
import os
import re
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine, func, select
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from commission_app import __version__
from commission_app.errors import RefusedError, UnavailableError
from commission_app.i18n import OFFICE_ZONE
from commission_app.models.blob import Blob
from commission_app.rules.collation import fold
from commission_app.store import copying, migrate
from commission_app.store.acts import unaudited
from commission_app.store.archive import (
    DATABASE,
    Manifest,
    Meter,
    blob_member,
    opened,
    pieces_of,
    write_manifest,
    write_member,
)
from commission_app.store.blobs import Blobs
from commission_app.store.work import Progress

PAGES = 2048
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE}


@dataclass(frozen=True)
class Made:
    """A backup that stands on the disk and was read again from there."""

    path: Path
    size: int
    manifest: Manifest


def destination(wanted: Path, institution: str, moment: datetime, *, mark: str = "backup") -> Path:
    """The file a backup goes to: a folder gets a file named by institution and moment, a file must be new.

    Refused: a file that is there already.
    """
    if wanted.is_dir() or not wanted.suffix:
        stem = f"{slug(institution)}-{mark}-{moment.astimezone(OFFICE_ZONE):%Y%m%d-%H%M%S}"
        free = (wanted / f"{stem}{more}.zip" for more in ("", *(f"-{n}" for n in range(2, 100))))
        return next(path for path in free if not path.exists())
    if wanted.exists():
        raise RefusedError("backup.exists", at="destination", file=str(wanted))
    return wanted


def slug(words: str) -> str:
    """A name as a file may bear it on every system."""
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:40].strip("-") or "commission-app"


def make(
    session: Session,
    blobs: Blobs,
    target: Path,
    *,
    institution: str,
    made_at: datetime,
    made_by: str,
    progress: Progress | None = None,
) -> Made:
    """Makes a backup of one still picture of the database and reads it again before it gets its name.

    Refused: a target that is there already. Unavailable: a disk that is full, read-only or gone.
    """
    progress = progress or Progress()
    with disk_in_plain_terms(target):
        if target.exists():
            raise RefusedError("backup.exists", at="destination", file=str(target))
        # Only the last folder is made: a whole path would be made anew where a drive is no longer plugged in.
        target.parent.mkdir(exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=".backup-", dir=target.parent))
        try:
            aside = _packed(session, blobs, room, institution, made_at, made_by, progress)
            manifest = verify(aside, room, progress)
            if target.exists():
                raise RefusedError("backup.exists", at="destination", file=str(target))
            aside.rename(target)
            return Made(target, target.stat().st_size, manifest)
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _packed(
    session: Session, blobs: Blobs, room: Path, institution: str, made_at: datetime, made_by: str, progress: Progress
) -> Path:
    connection, copy, aside = session.connection(), room / DATABASE, room / "backup.zip"
    _copy_database(connection, copy, progress)
    revision = migrate.current(connection) or ""
    facts = Manifest(__version__, revision, connection.dialect.name, institution, made_at, made_by)
    _write(session, blobs, copy, aside, facts, progress)
    copy.unlink()
    return aside


def verify(path: Path, room: Path, progress: Progress | None = None) -> Manifest:
    """Proves a backup by reading all of it: every hash, the database's own check, every reference, every blob there."""
    with opened(path) as archive:
        meter = Meter(progress or Progress(), archive.manifest.size)
        staged = room / "verify.sqlite"
        try:
            with staged.open("wb") as out:
                archive.copy(DATABASE, out, meter)
            check_database(staged, path, archive.manifest)
        finally:
            staged.unlink(missing_ok=True)
        for name in archive.manifest.members:
            if name != DATABASE:
                archive.copy(name, None, meter)
        return archive.manifest


def check_database(staged: Path, source: Path, manifest: Manifest) -> None:
    """Refuses a copied database that SQLite finds damaged, that breaks references, or whose blobs are not all there."""
    connection = sqlite3.connect(staged)
    try:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise RefusedError("backup.damaged", file=source.name)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise RefusedError("backup.broken_reference", file=source.name, table=str(broken[0]))
        for (digest,) in connection.execute("SELECT sha256 FROM blob"):
            if blob_member(str(digest)) not in manifest.members:
                raise RefusedError("backup.member_missing", file=source.name, member=blob_member(str(digest)))
        standing = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if standing is None or str(standing[0]) != manifest.revision:
            raise RefusedError("backup.damaged", file=source.name)
    except sqlite3.DatabaseError as error:
        raise RefusedError("backup.damaged", file=source.name) from error
    finally:
        connection.close()


def _copy_database(connection: Connection, copy: Path, progress: Progress) -> None:
    raw = connection.connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        _copy_sqlite(raw, copy, progress)
    else:
        _copy_postgres(connection, copy, progress)


def _copy_sqlite(source: sqlite3.Connection, copy: Path, progress: Progress) -> None:
    # The session holds its read transaction open: whatever others write meanwhile stays out of the picture.
    target = sqlite3.connect(copy)
    try:
        source.backup(target, pages=PAGES, progress=lambda _, left, total: progress.step(total - left, total or 1))
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()


def _copy_postgres(connection: Connection, copy: Path, progress: Progress) -> None:
    engine = create_engine(URL.create("sqlite", database=str(copy)))
    try:
        with engine.connect() as target, unaudited(), target.begin():
            migrate.shape(target, migrate.current(connection) or "head")
            copying.copy(connection, target, copying.shape(connection), progress)
            migrate.furnish(target)
    finally:
        engine.dispose()


def _write(session: Session, blobs: Blobs, copy: Path, aside: Path, facts: Manifest, progress: Progress) -> None:
    kept = session.scalars(select(Blob).order_by(Blob.id).execution_options(yield_per=200))
    sizes = session.scalar(select(func.sum(Blob.size))) or 0
    meter = Meter(progress, copy.stat().st_size + int(sizes))
    with zipfile.ZipFile(aside, "x", allowZip64=True) as archive:
        facts.members[DATABASE] = write_member(archive, DATABASE, pieces_of(copy), packed=True, meter=meter)
        for blob in kept:
            name = blob_member(blob.sha256)
            member = write_member(archive, name, blobs.pieces(session, blob), packed=False, meter=meter)
            if (member.size, member.sha256) != (blob.size, blob.sha256):
                raise UnavailableError("backup.blob_changed", digest=blob.sha256[:12])
            facts.members[name] = member
        write_manifest(archive, facts)
    with aside.open("rb+") as written:
        os.fsync(written.fileno())


@contextmanager
def disk_in_plain_terms(target: Path) -> Iterator[None]:
    """Says of a full, read-only or vanished disk what it is."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise UnavailableError("backup.disk_full", folder=str(target.parent)) from error
        if error.errno in _FORBIDDEN:
            raise UnavailableError("backup.not_writable", folder=str(target.parent)) from error
        if error.errno in _GONE:
            raise UnavailableError("backup.folder_gone", folder=str(target.parent)) from error
        raise UnavailableError("backup.not_written", folder=str(target.parent), why=error.strerror or "") from error
    except sqlite3.OperationalError as error:
        if "disk is full" in str(error):
            raise UnavailableError("backup.disk_full", folder=str(target.parent)) from error
        raise UnavailableError("backup.not_written", folder=str(target.parent), why=str(error)) from error
