"""Brings a backup back: all of it is proved first and unpacked aside, then it takes the place of what was there."""

import shutil
import sqlite3
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from commission_app.config import network_share
from commission_app.errors import RefusedError, UnavailableError
from commission_app.i18n import OFFICE_ZONE
from commission_app.models.blob import Blob, BlobPiece
from commission_app.store import copying, guards, migrate
from commission_app.store.acts import unaudited
from commission_app.store.archive import DATABASE, Archive, Manifest, Meter, blob_member, opened
from commission_app.store.backup import check_database, disk_in_plain_terms
from commission_app.store.database import Database, open_database
from commission_app.store.troubles import in_plain_terms
from commission_app.store.work import Progress


@dataclass(frozen=True)
class Restored:
    """What was brought back, and where the former data are kept (a file, or a schema of the PostgreSQL database)."""

    manifest: Manifest
    former: str | None


def look(source: Path) -> Manifest:
    """What a backup says of itself, before anybody decides to bring it back."""
    with opened(source) as archive:
        return archive.manifest


def restore(
    source: Path, target: URL, *, moment: datetime, replace: bool = False, progress: Progress | None = None
) -> Restored:
    """Brings a backup back in place of the target; what stood there is kept aside under a name that says when.

    Refused: a file that is no whole backup, or of a newer program; a PostgreSQL database that has data, unless
    `replace`. Unavailable: while somebody else works on the target. Nothing is changed then.
    """
    progress = progress or Progress()
    with opened(source) as archive:
        if archive.manifest.revision > migrate.newest():
            raise RefusedError("backup.newer", file=source.name, program=archive.manifest.program[:20])
        if target.get_backend_name() == "sqlite":
            former = _into_file(archive, Path(target.database or ""), moment, progress)
            return Restored(archive.manifest, str(former) if former else None)
        with tempfile.TemporaryDirectory(prefix="commission-app-") as room:
            staged = _unpack(archive, Path(room), Meter(progress, archive.manifest.size))
            return Restored(archive.manifest, _into_server(archive, staged, target, moment, replace, progress))


def _into_file(archive: Archive, target: Path, moment: datetime, progress: Progress) -> Path | None:
    if network_share(target):
        raise RefusedError("database.network_share", path=str(target))
    with disk_in_plain_terms(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=".restore-", dir=target.parent))
        try:
            need = archive.manifest.size
            if shutil.disk_usage(room).free < need:
                raise UnavailableError("backup.disk_full", folder=str(target.parent))
            meter = Meter(progress, need)
            staged = _unpack(archive, room, meter)
            files = _unpack_blobs(archive, room / "files", meter)
            return _swap(staged, files, target, moment)
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _unpack(archive: Archive, room: Path, meter: Meter) -> Path:
    """The database of the backup as a file, proved, and brought to the shape this program works with."""
    staged = room / DATABASE
    with staged.open("wb") as out:
        archive.copy(DATABASE, out, meter)
    check_database(staged, archive.path, archive.manifest)
    database = open_database(staged)
    try:
        migrate.migrate(database)
    finally:
        database.close()
    _one_file(staged)
    return staged


def _unpack_blobs(archive: Archive, folder: Path, meter: Meter) -> Path:
    folder.mkdir()
    for name in archive.manifest.members:
        if name == DATABASE:
            continue
        digest = name.rpartition("/")[2]
        place = folder / digest[:2] / digest
        place.parent.mkdir(exist_ok=True)
        with place.open("wb") as out:
            archive.copy(name, out, meter)
        if archive.manifest.members[name].sha256 != digest:
            raise RefusedError("backup.member_changed", file=archive.path.name, member=name)
    return folder


def _one_file(path: Path) -> None:
    """Takes the write-ahead log into the file, which works only while nobody else has it open."""
    connection = sqlite3.connect(path, timeout=1, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    finally:
        connection.close()


def _swap(staged: Path, files: Path, target: Path, moment: datetime) -> Path | None:
    """Puts the unpacked database in place; every step is undone when a later one fails."""
    former = _former(target, moment) if target.exists() else None
    if former is not None:
        _let_go(target)
    beside = target.with_name(target.name + ".files")
    moves: list[tuple[Path, Path]] = []
    if former is not None:
        moves += [(target.with_name(target.name + tail), former.with_name(former.name + tail)) for tail in ("", "-wal")]
    if beside.exists():
        kept = former or _former(target, moment)
        moves.append((beside, kept.with_name(kept.name + ".files")))
    moves += [(files, beside), (staged, target)]
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in moves:
            if old.exists():
                old.rename(new)
                done.append((old, new))
    except OSError:
        for old, new in reversed(done):
            with suppress(OSError):
                new.rename(old)
        raise
    target.with_name(target.name + "-shm").unlink(missing_ok=True)
    return former


def _former(target: Path, moment: datetime) -> Path:
    stamp = f"{moment.astimezone(OFFICE_ZONE):%Y-%m-%d-%H%M%S}"
    names = (
        f"{target.stem}-before-restore-{stamp}{more}{target.suffix}" for more in ("", *(f"-{n}" for n in range(2, 100)))
    )
    return next(path for path in map(target.with_name, names) if not path.exists())


def _let_go(target: Path) -> None:
    try:
        _one_file(target)
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise UnavailableError("restore.in_use", path=str(target)) from error
    except sqlite3.DatabaseError:
        # A damaged database is the very reason to restore: it is moved aside as it is.
        return


def _into_server(
    archive: Archive, staged: Path, target: URL, moment: datetime, replace: bool, progress: Progress
) -> str | None:
    database = open_database(target)
    source = create_engine(URL.create("sqlite", database=str(staged)))
    try:
        with in_plain_terms(), database.writer.connect() as connection, source.connect() as rows, unaudited():
            with connection.begin():
                former = _clear(connection, database, moment, replace)
                migrate.shape(connection)
                guards.remove(connection)
                tables = copying.shape(connection)
                copying.copy(rows, connection, tables, progress)
                _store_blobs(connection, archive, progress)
                copying.set_identities(connection, tables)
                migrate.furnish(connection)
            return former
    finally:
        source.dispose()
        database.close()


def _clear(connection: Connection, database: Database, moment: datetime, replace: bool) -> str | None:
    """Moves the tables that stand there into a schema of their own."""
    standing = inspect(connection).get_table_names()
    if not standing:
        return None
    if not replace:
        raise RefusedError("restore.not_empty", database=str(database.url.database))
    # Whoever is in the middle of an act finishes first; nobody begins another before the restored one stands.
    connection.execute(text("SET LOCAL lock_timeout = '10s'"))
    former = f"before_restore_{moment.astimezone(OFFICE_ZONE):%Y%m%d_%H%M%S}"
    connection.execute(text(f'CREATE SCHEMA "{former}"'))
    quoted = connection.dialect.identifier_preparer.quote
    for name in standing:
        connection.execute(text(f'ALTER TABLE {quoted(name)} SET SCHEMA "{former}"'))
    return former


def _store_blobs(connection: Connection, archive: Archive, progress: Progress) -> None:
    meter = Meter(progress, archive.manifest.size)
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        for blob in session.scalars(select(Blob)).all():
            for position, piece in enumerate(archive.pieces(blob_member(blob.sha256))):
                session.add(BlobPiece(blob_id=blob.id, position=position, piece=piece))
                session.flush()
                session.expunge_all()
                meter.add(len(piece))
        session.commit()
