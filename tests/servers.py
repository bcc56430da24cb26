"""A real PostgreSQL for the tests: the one `dev.py test` started, or one begun for this run alone."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from tooling import postgres

VARIABLE = "COMMISSION_TEST_POSTGRES"
Databases = Callable[..., str]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str | None]:
    """The address of the server's own database; None where this computer has no PostgreSQL."""
    given = os.environ.get(VARIABLE)
    if given == "none":
        yield None
    elif given:
        yield given
    else:
        with postgres.server() as address:
            yield address


@contextmanager
def _administrator(address: str) -> Iterator[Callable[[str], None]]:
    import psycopg
    from sqlalchemy import make_url

    plain = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:

        def execute(statement: str) -> None:
            connection.execute(statement.encode())

        yield execute


@pytest.fixture(scope="session")
def postgres_databases(postgres_server: str | None) -> Iterator[Databases]:
    """Makes databases for the whole run: `make()` an empty one, `make(template=address)` a copy; gives the address.

    The template must not be in use while it is copied.
    """
    if postgres_server is None:
        pytest.skip("no PostgreSQL on this computer")
    with _maker(postgres_server) as make:
        yield make


@pytest.fixture
def postgres_database(postgres_server: str | None) -> Iterator[Databases]:
    """The same for one test: its databases are dropped when it ends."""
    if postgres_server is None:
        pytest.skip("no PostgreSQL on this computer")
    with _maker(postgres_server) as make:
        yield make


@contextmanager
def _maker(server: str) -> Iterator[Databases]:
    from sqlalchemy import make_url

    made: list[str] = []

    def make(template: str | None = None) -> str:
        name = f"test_{uuid4().hex}"
        source = make_url(template).database if template else "template0"
        with _administrator(server) as execute:
            execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}" STRATEGY file_copy')
        made.append(name)
        return make_url(server).set(database=name).render_as_string(hide_password=False)

    yield make
    with _administrator(server) as execute:
        for name in made:
            execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
