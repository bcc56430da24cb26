"""A reading and a work: one transaction, one actor, one moment."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar, cast
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from commission_app.errors import CancelledError, ConflictError, RefusedError
from commission_app.models.base import Noun, Root
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.store.acts import Changes
from commission_app.store.blobs import Blobs
from commission_app.store.key_ring import KeyRing

N = TypeVar("N", bound=Noun)
R = TypeVar("R", bound=Root)


@dataclass(frozen=True)
class Actor:
    """Who works here now."""

    uid: UUID | None
    name: str
    role: OfficeRole
    post_lv: str = ""
    post_en: str = ""
    stands_in_for: str = ""
    stands_in_order: str = ""


class Progress:
    """How far long work has come; the person may cancel it between two pieces."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self.cancelled = False

    def step(self, done: int, total: int) -> None:
        """Says how far the work has come; raises CancelledError when the person has cancelled."""
        if self.cancelled:
            raise CancelledError
        if self._report is not None:
            self._report(done, total)


@dataclass
class Reading:
    """What a question may use: a session that only reads, who asks, and the day."""

    session: Session
    actor: Actor
    today: date
    blobs: Blobs
    progress: Progress = field(default_factory=Progress)
    opened: set[UUID] = field(default_factory=set)
    ring: KeyRing = field(default_factory=KeyRing)

    def get(self, noun: type[N], key: int) -> N:
        """The row of a key; refused when it is not there."""
        row = self.session.get(noun, key)
        if row is None:
            raise RefusedError("noun.absent", noun=noun.noun, key=key)
        return row


@dataclass(kw_only=True)
class Work(Reading):
    """What an act may use: a session that writes, with the moment and the act's own identity."""

    moment: datetime
    act_uid: UUID
    changes: Changes
    locked: dict[tuple[type[Root], int], tuple[Root, int]] = field(default_factory=dict)

    def lock(self, root: type[R], key: int, seen: int | None = None) -> R:
        """Locks a row first of all; a conflict when somebody changed it since it was seen.

        What this act has locked already is not asked for again, for nobody else can have changed it, unless rows that
        may hang on it came or went meanwhile.
        """
        held, shape = self.locked.get((root, key), (None, 0))
        alone = not inspect(root).relationships
        row = cast(R | None, held if alone or shape == self.changes.shape else None)
        if row is None:
            row = self.session.scalars(
                select(root).where(root.id == key).with_for_update(of=root).execution_options(populate_existing=True)
            ).one_or_none()
        if row is None:
            raise RefusedError("noun.absent", noun=root.noun, key=key)
        self.locked[root, key] = row, self.changes.shape
        if seen is not None and row.version != seen:
            raise ConflictError("conflict.changed", noun=root.noun)
        self.about(row.uid)
        return row

    def lock_all(self, root: type[R], keys: Collection[int]) -> dict[int, R]:
        """Locks many rows at once, in the order of their keys as every act does; refused when one is not there."""
        rows = self.session.scalars(
            select(root)
            .where(root.id.in_(keys))
            .order_by(root.id)
            .with_for_update(of=root)
            .execution_options(populate_existing=True)
        ).all()
        for row in rows:
            self.locked[root, row.id] = row, self.changes.shape
            self.about(row.uid)
        for key in keys:
            self.lock(root, key)
        return {row.id: row for row in rows}

    def touch(self, row: Root) -> None:
        """Moves the version on: what a decision rests on changed, so whoever saw the old one must look again."""
        row.version = row.version + 1

    def about(self, *subjects: UUID) -> None:
        """Names the nouns whose history this act belongs to."""
        self.changes.subjects.update(subjects)

    def add(self, *rows: Noun) -> None:
        """Stores new rows."""
        self.session.add_all(rows)

    def remove(self, rows: Sequence[Noun]) -> None:
        """Takes rows away; the chain keeps what they said."""
        for row in rows:
            self.session.delete(row)
