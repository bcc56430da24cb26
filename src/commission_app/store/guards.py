"""Triggers that keep acts and register entries from being changed by any tool; made again after every migration."""

from sqlalchemy import Connection, text

KEPT = ("act", "register_entry")


def build(connection: Connection) -> None:
    """Puts the triggers in place."""
    remove(connection)
    for table in KEPT:
        if connection.dialect.name == "sqlite":
            _build_sqlite(connection, table)
        else:
            _build_postgres(connection, table)


def remove(connection: Connection) -> None:
    """Takes the triggers away, for the time of a migration."""
    for table in KEPT:
        on = "" if connection.dialect.name == "sqlite" else f" ON {table}"
        for name in _names(table):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing(connection: Connection) -> list[str]:
    """Triggers that should stand and do not."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        # A restored-over database stays in a schema of its own, with its own triggers.
        query = (
            "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace"
        )
    standing = set(connection.execute(text(query)).scalars())
    return [name for table in KEPT for name in _names(table) if name not in standing]


def _names(table: str) -> tuple[str, str]:
    return f"{table}_no_update", f"{table}_no_delete"


def _build_sqlite(connection: Connection, table: str) -> None:
    for name, verb in zip(_names(table), ("UPDATE", "DELETE"), strict=True):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'entries of {table} are never changed'); END"
        )


def _build_postgres(connection: Connection, table: str) -> None:
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION keep_entries() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'entries of %% are never changed', TG_TABLE_NAME; END $$"
    )
    for name, verb in zip(_names(table), ("UPDATE", "DELETE"), strict=True):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION keep_entries()"
        )
