"""Copies every row between PostgreSQL and SQLite; the shape PostgreSQL itself reports says the types of the values."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, DateTime, MetaData, Table, func, insert, select, text, update
from sqlalchemy.types import TypeEngine

from commission_app.models.types import UtcMoment
from commission_app.store.work import Progress

ROWS = 500
# The index of the search box is made anew, the revision is the migration's, bytes travel outside the database.
LEFT_OUT = frozenset(("alembic_version", "search_index", "blob_piece"))


def shape(postgres: Connection) -> list[Table]:
    """The tables of a PostgreSQL database in the order of their references, with types that both databases know."""
    metadata = MetaData()
    metadata.reflect(postgres, only=lambda name, _: name not in LEFT_OUT)
    for table in metadata.tables.values():
        for column in table.columns:
            column.type = _alike(column)
            column.identity = None
            column.server_default = None
    return metadata.sorted_tables


def copy(source: Connection, target: Connection, tables: list[Table], progress: Progress) -> None:
    """Copies all rows; a reference of a table to itself is filled in when all its rows are there."""
    total = sum(source.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)
    done = 0
    for table in tables:
        target.execute(table.delete())
    for table in tables:
        own = _own_references(table)
        for rows in _portions(source, table):
            target.execute(insert(table), [{key: None if key in own else row[key] for key in row} for row in rows])
            done += len(rows)
            progress.step(done, max(total, 1))
        for name in own:
            _fill(source, target, table, name)


def set_identities(postgres: Connection, tables: list[Table]) -> None:
    """Tells PostgreSQL the highest key in use, so that the next row gets a fresh one."""
    for table in tables:
        if "id" not in table.c:
            continue
        name = postgres.execute(text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table.name}).scalar()
        if name:
            highest = postgres.execute(select(func.max(table.c.id))).scalar()
            postgres.execute(
                text("SELECT setval(CAST(:name AS regclass), :value, :used)"),
                {"name": name, "value": highest or 1, "used": highest is not None},
            )


def _alike(column: Column[Any]) -> TypeEngine[Any]:
    if isinstance(column.type, DateTime):
        return UtcMoment()
    return column.type.as_generic()


def _own_references(table: Table) -> list[str]:
    return [column.name for column in table.columns for key in column.foreign_keys if key.column.table is table]


def _portions(source: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    order = list(table.primary_key.columns)
    with source.execution_options(yield_per=ROWS).execute(select(table).order_by(*order)) as found:
        for portion in found.mappings().partitions(ROWS):
            yield [dict(row) for row in portion]


def _fill(source: Connection, target: Connection, table: Table, name: str) -> None:
    column = table.c[name]
    for key, value in source.execute(select(table.c.id, column).where(column.is_not(None))).all():
        target.execute(update(table).where(table.c.id == key).values({name: value}))
