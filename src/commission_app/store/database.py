"""The one door to a database: SQLite in a file, or the office's PostgreSQL, with a writing and a reading engine."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from commission_app.config import network_share
from commission_app.errors import RefusedError

BUSY_SECONDS = 10


@dataclass(frozen=True)
class Database:
    """Two engines on one database: acts write through one, questions read through the other."""

    url: URL
    writer: Engine
    reader: Engine

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file of this machine."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def path(self) -> Path:
        """The file of a SQLite database."""
        return Path(self.url.database or "")

    @property
    def files(self) -> Path:
        """The folder of the blobs, beside a SQLite database."""
        return self.path.with_name(self.path.name + ".files")

    def close(self) -> None:
        """Lets go of every connection."""
        self.reader.dispose()
        self.writer.dispose()


def address(text_or_path: str | Path) -> URL:
    """The URL of a path, or of a URL text.

    Refused: an address of a kind of database the program does not work with.
    """
    words = str(text_or_path)
    if "://" not in words:
        return URL.create("sqlite", database=str(Path(words).expanduser().absolute()))
    try:
        url = make_url(words)
    except ArgumentError as error:
        raise RefusedError("database.address", address=words) from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database:
        return url.set(drivername="sqlite")
    raise RefusedError("database.address", address=words.partition("://")[0])


def open_database(where: str | Path | URL, *, create: bool = False) -> Database:
    """Opens the database; with `create`, a SQLite file may be new.

    Refused: a file that is not there, is no database, or lies on a network share.
    """
    url = where if isinstance(where, URL) else address(where)
    if url.get_backend_name() == "sqlite":
        return _open_sqlite(url, create=create)
    writer = create_engine(url, isolation_level="READ COMMITTED", pool_pre_ping=True)
    reader = create_engine(
        url,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
        pool_pre_ping=True,
    )
    return Database(url, writer, reader)


def _open_sqlite(url: URL, *, create: bool) -> Database:
    path = Path(url.database or "")
    if network_share(path):
        raise RefusedError("database.network_share", path=str(path))
    if not path.exists():
        if not create:
            raise RefusedError("database.absent", path=str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not _looks_like_sqlite(path):
        raise RefusedError("database.not_a_database", path=str(path))
    arguments = {"isolation_level": None, "timeout": BUSY_SECONDS, "check_same_thread": False}
    writer = create_engine(url, connect_args=arguments)
    reader = create_engine(url, connect_args=arguments)
    event.listen(writer, "connect", _prepare_writer)
    event.listen(writer, "begin", _begin_immediate)
    event.listen(reader, "connect", _prepare_reader)
    event.listen(reader, "begin", _begin)
    return Database(url, writer, reader)


def _looks_like_sqlite(path: Path) -> bool:
    with path.open("rb") as source:
        head = source.read(16)
    return head in (b"", b"SQLite format 3\x00")


def _prepare_writer(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_reader(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA cache_size=-16000")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def set_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switches SQLite's foreign keys, which works only outside a transaction."""
    raw = connection.connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        raw.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


def broken_references(connection: Connection) -> list[tuple[str, int]]:
    """Table and row of every reference that points nowhere (SQLite; PostgreSQL proves its own)."""
    if connection.dialect.name != "sqlite":
        return []
    found = connection.execute(text("PRAGMA foreign_key_check")).all()
    return [(str(row[0]), int(row[1] or 0)) for row in found]
