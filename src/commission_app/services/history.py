"""What was done to a case or a person: the acts about it, newest first, with what each changed."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.models.act import Act, ActSubject, PrivateValue
from commission_app.models.case import RecognitionCase
from commission_app.services.score_columns import is_veiled
from commission_app.store.work import Reading

_APART = frozenset({"adjustment", "adjustment_ground"})
"""Tables of health data: that something was granted is told by the act, what and why only in its own dialog."""
_SCORING = frozenset({"scoring.score", "scoring.score_many"})


@dataclass(frozen=True)
class ChangeLine:
    """One field that an act changed; a value that was erased is None on both sides."""

    table: str
    field: str
    old: str
    new: str


@dataclass(frozen=True)
class ActLine:
    """One act: who, when, what, and the fields it changed."""

    position: int
    moment: datetime
    user_name: str
    name: str
    changes: tuple[ChangeLine, ...]


def of_subject(reading: Reading, subject: UUID, limit: int = 500) -> tuple[ActLine, ...]:
    """The acts about one noun, newest first."""
    rows = reading.session.scalars(
        select(Act)
        .join(ActSubject, ActSubject.act_id == Act.id)
        .where(ActSubject.subject_uid == subject)
        .order_by(Act.position.desc())
        .limit(limit)
    )
    case = reading.session.scalars(select(RecognitionCase).where(RecognitionCase.uid == subject)).one_or_none()
    veiled = case is not None and is_veiled(reading.session, case)
    return tuple(_line(reading.session, row, veiled=veiled) for row in rows)


def _line(session: Session, act: Act, *, veiled: bool) -> ActLine:
    if veiled and act.name in _SCORING:  # what was scored is told once all have finished, not before
        return ActLine(act.position, act.moment, act.user_name, act.name, ())
    sealed = {
        (str(row.subject_uid), row.field, row.salt + row.value): row.value
        for row in session.scalars(select(PrivateValue).where(PrivateValue.act_id == act.id).order_by(PrivateValue.id))
    }
    opened = _opened(sealed)
    changes = tuple(
        ChangeLine(change["table"], field, _word(values[0], opened), _word(values[1], opened))
        for change in json.loads(act.text)["changes"]
        if change["table"] not in _APART
        for field, values in sorted(change["fields"].items())
        if values[0] not in (None, "") or values[1] not in (None, "")
    )
    return ActLine(act.position, act.moment, act.user_name, act.name, changes)


def _opened(sealed: dict[tuple[str, str, str], str]) -> dict[str, str]:
    """The values behind the seals of an act, by seal."""
    return {hashlib.sha256(salted.encode()).hexdigest(): value for (_, _, salted), value in sealed.items()}


def _word(value: object, opened: dict[str, str]) -> str:
    if isinstance(value, dict):
        text = opened.get(str(value.get("sealed")))
        return "" if text is None else _word(json.loads(text), opened)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else "–"
    return str(value)
