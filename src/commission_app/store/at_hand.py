"""What a transaction has read already: rows stay at hand, and what many papers ask alike is asked once."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.orm import Session

V = TypeVar("V")

_ANSWERS = "answers at hand"
_ROWS = "rows at hand"


def once(session: Session, key: Hashable, ask: Callable[[], V]) -> V:
    """The answer to a question that this transaction asks again and again; whatever is changed is asked anew."""
    answers: dict[Hashable, object] = session.info.setdefault(_ANSWERS, {})
    if key not in answers:
        answers[key] = ask()
    return cast(V, answers[key])


def forget(session: Session) -> None:
    """Something was changed: every answer is asked anew."""
    session.info.pop(_ANSWERS, None)


def keep(session: Session) -> None:
    """Every row that is read stays at hand until the transaction ends.

    Without this a row that nothing holds is read again: the sixty decisions of a sitting share their units.
    """
    if _ROWS in session.info:
        return
    rows: list[Any] = session.info.setdefault(_ROWS, [])
    event.listen(session, "loaded_as_persistent", lambda _, row: rows.append(row))
