"""Brings a database to the shape this program works with: backup first, a newer database refused."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from commission_app.errors import RefusedError, UnavailableError
from commission_app.store import guards, search
from commission_app.store.acts import unaudited
from commission_app.store.database import Database, broken_references, set_foreign_keys

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).parent / "migrations"


def newest() -> str:
    """The revision this program works with."""
    return sorted(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*.py"))[-1]


def current(connection: Connection) -> str | None:
    """The revision of the database; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def ensure_current(database: Database) -> None:
    """Refuses a database that is older or newer than the program, or empty."""
    with database.reader.connect() as connection:
        standing = current(connection)
    if standing is None:
        raise RefusedError("database.empty", path=str(database.url.database))
    if standing > newest():
        raise RefusedError("database.newer", standing=standing, known=newest())
    if standing < newest():
        raise RefusedError("database.older", standing=standing, known=newest())


def migrate(database: Database, back_up: Callable[[], object] | None = None) -> bool:
    """Brings the database to the newest revision; says whether anything was done.

    Refused: a database of a newer program. An empty database is filled without a backup.
    """
    with database.reader.connect() as connection:
        standing = current(connection)
    if standing == newest():
        return False
    if standing is not None and standing > newest():
        raise RefusedError("database.newer", standing=standing, known=newest())
    if standing is not None and back_up is not None:
        back_up()
    with database.writer.connect() as connection, unaudited():
        set_foreign_keys(connection, on=False)
        try:
            with connection.begin():
                shape(connection)
        finally:
            set_foreign_keys(connection, on=True)
    return True


def shape(connection: Connection, revision: str = "head") -> None:
    """Brings the tables to a revision within the caller's transaction, SQLite's foreign keys being off."""
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(SCRIPTS))
    if inspect(connection).has_table("act"):
        guards.remove(connection)
    with EnvironmentContext(_config(), script, fn=lambda rev, _: script._upgrade_revs(revision, rev)) as environment:
        environment.configure(connection=connection, transactional_ddl=False)
        environment.run_migrations()
    if broken := broken_references(connection):
        raise UnavailableError("database.broken_references", table=broken[0][0], row=broken[0][1])
    furnish(connection)


def furnish(connection: Connection) -> None:
    """Makes what stands beside the tables anew: the index of the search box and the guards of acts and entries."""
    search.build(connection)
    guards.build(connection)


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return config
