"""Every test opens a database of its own; the statements compiled for one serve the others of its kind too.

SQLAlchemy keeps compiled statements by engine and by the dialect's very object. The dialects of one kind are alike here
(one server, one version), so that compiling everything anew for every test would only be waiting.
"""

from typing import Any

import pytest

SIZE = 20_000


@pytest.fixture(autouse=True, scope="session")
def shared_statements() -> None:
    """All engines share one store of compiled statements; alike dialects count as one."""
    from sqlalchemy import Engine, util
    from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
    from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

    store: Any = util.LRUCache(SIZE)
    Engine._compiled_cache = property(lambda _: store, lambda _, own: None)  # type: ignore[assignment]
    for kind in (PGDialect_psycopg, SQLiteDialect_pysqlite):
        kind.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign,assignment]
        kind.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign,assignment]
