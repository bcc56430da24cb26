"""Offices on real databases: SQLite in a file and PostgreSQL on a real server, migrated once and copied."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commission_app.services.office import Office
from commission_app.store.database import Database, open_database
from commission_app.store.migrate import migrate
from tests import empty
from tests.shared import built_once


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database to copy from."""
    return built_once(tmp_path_factory, "empty-office", lambda folder: empty.lay(folder / "empty.db"))


@pytest.fixture(scope="session")
def empty_postgres(postgres_databases: Callable[..., str]) -> str:
    """A migrated, empty PostgreSQL database to copy from."""
    address = postgres_databases()
    database = open_database(address)
    migrate(database)
    database.close()
    return address


@pytest.fixture
def sqlite_database(empty_sqlite: Path, tmp_path: Path) -> Iterator[Database]:
    """A fresh SQLite database."""
    path = tmp_path / "office.db"
    shutil.copyfile(empty_sqlite, path)
    database = open_database(path)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A fresh database of either kind: the same tests run on both."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_database")
        return
    make: Callable[..., str] = request.getfixturevalue("postgres_database")
    database = open_database(make(template=request.getfixturevalue("empty_postgres")))
    yield database
    database.close()


@pytest.fixture
def office(database: Database) -> Office:
    """An office on either kind of database, with nobody in it yet."""
    return Office(database)


@pytest.fixture
def sqlite_office(sqlite_database: Database) -> Office:
    """An office on SQLite, for what does not depend on the kind of database (windows, papers)."""
    return Office(sqlite_database)
