"""What a transaction has read already: rows stay at hand, and what many papers ask alike is asked once."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar, cast

from sqlalchemy import Row, Select, event
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import InstrumentedAttribute
from sqlalchemy.sql.elements import ColumnElement

V = TypeVar("V")
AnySelect: TypeAlias = Select[*tuple[Any, ...]]
Column: TypeAlias = ColumnElement[Any] | InstrumentedAttribute[Any]

_ANSWERS = "answers at hand"
_ROWS = "rows at hand"
_TOGETHER = "keys asked together"


def once(session: Session, key: Hashable, ask: Callable[[], V]) -> V:
    """The answer to a question that this transaction asks again and again; whatever is changed is asked anew."""
    answers: dict[Hashable, object] = session.info.setdefault(_ANSWERS, {})
    if key not in answers:
        answers[key] = ask()
    return cast(V, answers[key])


def together(session: Session, keys: Mapping[str, Collection[Hashable]]) -> None:
    """Says which rows the work is about, by the column that names them: what is asked of one is asked of all."""
    known: dict[str, set[Hashable]] = session.info.setdefault(_TOGETHER, {})
    for name, values in keys.items():
        known.setdefault(name, set()).update(values)


def of(session: Session, query: AnySelect, column: Column, value: Hashable) -> Sequence[Row[Any]]:
    """The rows of a query that belong to a case, an item or a person, in the query's order; that key is added last.

    Where the work is about many of them, all are asked together and kept until something is changed. The query must
    be the same object each time: by it the answers are known.
    """
    asked, keys = query.add_columns(column), session.info.get(_TOGETHER, {}).get(column.key, ())
    if value not in keys:
        return session.execute(asked.where(column == value)).all()

    def all_of_them() -> Mapping[Hashable, Sequence[Row[Any]]]:
        found: dict[Hashable, list[Row[Any]]] = {}
        for row in session.execute(asked.where(column.in_(keys))):
            found.setdefault(row[-1], []).append(row)
        return found

    return once(session, (query, column.key), all_of_them).get(value, ())


def all_of(session: Session, query: Select[V], column: Column, value: Hashable) -> list[V]:
    """The same of a query that asks for one thing."""
    return [row[0] for row in of(session, query, column, value)]


def first_of(session: Session, query: Select[V], column: Column, value: Hashable) -> V | None:
    """The first of them, in the query's order."""
    return next(iter(all_of(session, query, column, value)), None)


def forget(session: Session) -> None:
    """Something was changed: every answer is asked anew."""
    session.info.pop(_ANSWERS, None)


def keep(session: Session) -> None:
    """Every row that is read or stored stays at hand until the transaction ends.

    Without this a row that nothing holds is read again: the sixty decisions of a sitting share their units.
    """
    if _ROWS in session.info:
        return
    rows: list[Any] = session.info.setdefault(_ROWS, [])
    for name in ("loaded_as_persistent", "pending_to_persistent"):
        event.listen(session, name, lambda _, row: rows.append(row))
