"""The chain of acts: collects what a flush changes and writes it as one canonical text under a running hash."""

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Connection, CursorResult, Table, event, inspect, select, update
from sqlalchemy.orm import Mapper, Session, UOWTransaction
from sqlalchemy.orm.attributes import get_history

from commission_app.models.act import Act, ActSubject, ChainHead, PrivateValue
from commission_app.models.base import Base, Noun
from commission_app.store import at_hand

_flushing: ContextVar[bool] = ContextVar("flushing", default=False)


@dataclass
class Changes:
    """What one act has changed so far."""

    rows: list[dict[str, object]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    subjects: set[UUID] = field(default_factory=set)
    private: list[tuple[UUID, str, str, str]] = field(default_factory=list)
    uids: dict[tuple[str, object], str | None] = field(default_factory=dict)
    shape: int = 0
    """Moves on whenever rows come or go: what hangs on a row that was read before may be more or less."""


def listen(session: Session, changes: Changes) -> None:
    """Collects every change the session flushes."""

    def before(session: Session, context: UOWTransaction, instances: object) -> None:
        _flushing.set(True)

    def after(session: Session, context: UOWTransaction) -> None:
        # The session holds new rows by their keys only after the flush; others of the same flush may point to them.
        for row in session.new:
            if isinstance(row, Noun):
                changes.uids |= {(table.description, row.id): str(row.uid) for table in inspect(type(row)).tables}
        for row in session.new:
            _collect(session, changes, row, "insert")
        for row in session.dirty:
            if session.is_modified(row):
                _collect(session, changes, row, "update")
        for row in session.deleted:
            _collect(session, changes, row, "delete")
        changes.shape += bool(session.new or session.deleted)
        at_hand.forget(session)

    def ended(session: Session, context: UOWTransaction) -> None:
        _flushing.set(False)

    event.listen(session, "before_flush", before)
    event.listen(session, "after_flush", after)
    event.listen(session, "after_flush_postexec", ended)


@contextmanager
def unaudited() -> Iterator[None]:
    """For migrations and the rebuilding of search tables only: the guard below lets statements through."""
    token = _flushing.set(True)
    try:
        yield
    finally:
        _flushing.reset(token)


def refuse_bulk(connection: Connection, statement: object, *_: object) -> None:
    """The engine's guard: a statement that changes an audited table outside a flush is a mistake of ours."""
    table = getattr(statement, "table", None)
    if not getattr(statement, "is_dml", False) or not isinstance(table, Table):
        return
    if table.name in _audited_tables() and not _flushing.get():
        raise RuntimeError(f"a change of {table.name} went around the audit")


@cache
def _audited_tables() -> frozenset[str]:
    return frozenset(
        table.name
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Noun)
        for table in mapper.tables
        if isinstance(table, Table)
    )


def _collect(session: Session, changes: Changes, row: object, change: str) -> None:
    if not isinstance(row, Noun):
        return
    mapper: Mapper[object] = inspect(type(row))
    fields: dict[str, object] = {}
    for prop in mapper.column_attrs:
        column = prop.columns[0]
        if prop.key in ("id", "uid", "version"):
            continue
        if change == "update" and not get_history(row, prop.key).has_changes():
            continue
        fields[prop.key] = _field(session, changes, row, prop.key, column, change)
    if not fields and change == "update":
        return
    changes.rows.append(
        {"table": mapper.local_table.description, "uid": str(row.uid), "change": change, "fields": fields}
    )
    changes.nouns.add(row.noun)
    changes.subjects.add(row.uid)


def _field(
    session: Session, changes: Changes, row: Noun, key: str, column: ColumnElement[object], change: str
) -> list[object]:
    history = get_history(row, key)
    new = None if change == "delete" else getattr(row, key)
    old = history.deleted[0] if history.deleted else (getattr(row, key) if change == "delete" else None)
    pair = [_plain(session, changes, column, old), _plain(session, changes, column, new)]
    if column.info.get("private"):
        return [_seal(changes, row.uid, key, value) for value in pair]
    return pair


def _seal(changes: Changes, subject: UUID, key: str, value: object) -> object:
    if value is None:
        return None
    text, salt = canonical(value), secrets.token_hex(16)
    changes.private.append((subject, key, salt, text))
    return {"sealed": hashlib.sha256((salt + text).encode()).hexdigest(), "salt_of": key}


def _plain(session: Session, changes: Changes, column: ColumnElement[object], value: object) -> object:
    foreign = next(iter(getattr(column, "foreign_keys", ())), None)
    if foreign is not None and value is not None:
        return _uid_of(session, changes, foreign.column.table, value)
    return plain(value)


def _uid_of(session: Session, changes: Changes, table: Table, key: object) -> str | None:
    """The lasting name of the row that a foreign key points to: integer keys never enter the chain."""
    known = changes.uids.get((table.name, key))
    if known is not None:
        return known
    lasting = next((table.c[name] for name in ("uid", "sha256") if name in table.c), None)
    if lasting is None:
        parent = next(iter(table.c.id.foreign_keys)).column.table
        return _uid_of(session, changes, parent, key)
    value = _at_hand(session, table, lasting.key, key)
    if value is None:
        value = session.connection().execute(select(lasting).where(table.c.id == key)).scalar()
    changes.uids[(table.name, key)] = None if value is None else str(value)
    return changes.uids[(table.name, key)]


def _at_hand(session: Session, table: Table, name: str, key: object) -> object:
    """The same of a row that the session holds: it never changes, and needs not be asked for."""
    row = session.identity_map.get(_mapper(table).identity_key_from_primary_key((key,)))
    return None if row is None else inspect(row).dict.get(name)


@cache
def _mapper(table: Table) -> Mapper[object]:
    return next(one.base_mapper for one in Base.registry.mappers if one.local_table is table)


def plain(value: object) -> object:
    """A value as it stands in canonical text: NFC, UTC with microseconds, coded words, never a float."""
    match value:
        case None | bool() | int():
            return value
        case Enum():
            return str(value.value)
        case str():
            return unicodedata.normalize("NFC", value)
        case bytes():
            return "sha256:" + hashlib.sha256(value).hexdigest()
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date() | time():
            return value.isoformat()
        case UUID():
            return str(value)
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical text")


def canonical(value: object) -> str:
    """Canonical JSON text: sorted keys, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chain_hash(previous: str, text: str) -> str:
    """The hash of a link: over the link before it and its own text."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


@dataclass(frozen=True)
class ActHeading:
    """Who does what when."""

    uid: UUID
    moment: datetime
    user_uid: UUID | None
    user_name: str
    name: str


def write(session: Session, heading: ActHeading, changes: Changes) -> None:
    """Writes the act and links it to the chain, as the last statements of the transaction."""
    text = canonical(
        {
            "act": str(heading.uid),
            "at": plain(heading.moment),
            "by": plain(heading.user_uid),
            "as": plain(heading.user_name),
            "name": heading.name,
            "changes": changes.rows,
            "about": sorted(str(uid) for uid in changes.subjects),
        }
    )
    connection = session.connection()
    head = connection.execute(select(ChainHead.position, ChainHead.hash).with_for_update()).one()
    position = head.position + 1
    link = chain_hash(head.hash, text)
    act = connection.execute(
        Act.__table__.insert().values(  # type: ignore[attr-defined]
            uid=heading.uid,
            position=position,
            moment=heading.moment,
            user_uid=heading.user_uid,
            user_name=heading.user_name,
            name=heading.name,
            nouns=" ".join(sorted(changes.nouns)),
            text=text,
            previous_hash=head.hash,
            hash=link,
        )
    )
    key = _key_of(act)
    _write_beside(connection, key, changes)
    connection.execute(update(ChainHead).values(position=position, hash=link))


def _key_of(stored: CursorResult[Any]) -> int:
    if stored.inserted_primary_key is None:
        raise RuntimeError("the act was not stored")
    return int(stored.inserted_primary_key[0])


def _write_beside(connection: Connection, key: int, changes: Changes) -> None:
    if changes.subjects:
        rows = [{"act_id": key, "subject_uid": uid} for uid in sorted(changes.subjects, key=str)]
        connection.execute(ActSubject.__table__.insert(), rows)  # type: ignore[attr-defined]
    if changes.private:
        connection.execute(
            PrivateValue.__table__.insert(),  # type: ignore[attr-defined]
            [
                {"act_id": key, "subject_uid": uid, "field": name, "salt": salt, "value": value}
                for uid, name, salt, value in changes.private
            ],
        )


def new_uid() -> UUID:
    """A fresh identity."""
    return uuid4()
