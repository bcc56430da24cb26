"""The office: the only doors to the data. `do` runs an act in one transaction, `ask` a question on a still picture."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.i18n import OFFICE_ZONE
from commission_app.models.act import Act
from commission_app.models.institution import User
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.store import acts
from commission_app.store.blobs import Blobs, FileBlobs, RowBlobs
from commission_app.store.database import Database
from commission_app.store.key_ring import KeyRing
from commission_app.store.troubles import in_plain_terms
from commission_app.store.work import Actor, Progress, Reading, Work

__all__ = ["Actor", "Office", "Progress", "Reading", "Work"]

P = ParamSpec("P")
R = TypeVar("R")

NOBODY = Actor(None, "commission-app", OfficeRole.ADMINISTRATOR)


def _now() -> datetime:
    return datetime.now(UTC)


class Office:
    """One database and who works on it now; safe to use from several threads."""

    def __init__(self, database: Database, actor: Actor = NOBODY, clock: Callable[[], datetime] = _now) -> None:
        self.database = database
        self.actor = actor
        self.blobs: Blobs = FileBlobs(database.files) if database.is_sqlite else RowBlobs()
        self.ring = KeyRing()
        self._clock = clock
        self._heard: int | None = None
        self._opened: set[tuple[UUID | None, UUID, object]] = set()
        self._lock = Lock()
        event.listen(database.writer, "before_execute", acts.refuse_bulk)

    def now(self) -> datetime:
        """The moment it is, by the clock of the office."""
        return self._clock()

    def do(self, act: Callable[Concatenate[Work, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs an act: one transaction, one actor, one moment; everything happens, or nothing."""
        return self.do_with(Progress(), act, *args, **kwargs)

    def do_with(
        self, progress: Progress, act: Callable[Concatenate[Work, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Runs an act that reports how far it has come."""
        with in_plain_terms(), Session(self.database.writer, expire_on_commit=False) as session:
            changes = acts.Changes()
            acts.listen(session, changes)
            moment = self._clock()
            work = Work(
                session=session,
                actor=self.actor,
                today=moment.astimezone(OFFICE_ZONE).date(),
                blobs=self.blobs,
                progress=progress,
                moment=moment,
                act_uid=acts.new_uid(),
                changes=changes,
                ring=self.ring,
            )
            answer = act(work, *args, **kwargs)
            session.flush()
            if changes.rows or changes.subjects:
                name = f"{act.__module__.rpartition('.')[2]}.{act.__name__}"
                heading = acts.ActHeading(work.act_uid, moment, self.actor.uid, self.actor.name, name)
                acts.write(session, heading, changes)
            session.commit()
        return answer

    def ask(self, question: Callable[Concatenate[Reading, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Answers a question; what it returns are frozen rows."""
        return self.ask_with(Progress(), question, *args, **kwargs)

    def ask_with(
        self, progress: Progress, question: Callable[Concatenate[Reading, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Answers a question that reports how far it has come."""
        with in_plain_terms(), Session(self.database.reader, autoflush=False) as session:
            day = self._clock().astimezone(OFFICE_ZONE).date()
            reading = Reading(session, self.actor, day, self.blobs, progress, ring=self.ring)
            answer = question(reading, *args, **kwargs)
        self._record_opened(reading)
        return answer

    def sign_in(self, user_uid: UUID) -> Actor:
        """Says who works here from now on."""
        with in_plain_terms(), Session(self.database.reader) as session:
            user = session.scalars(select(User).where(User.uid == user_uid, User.active)).one_or_none()
            if user is None:
                raise RefusedError("user.absent")
            self.actor = Actor(
                user.uid, user.name, user.role, user.post_lv, user.post_en, user.stands_in_for, user.stands_in_order
            )
        # Whoever unlocked the key has left the desk.
        self.ring.lock()
        return self.actor

    def heard(self) -> frozenset[str]:
        """The nouns that anybody, in this or another process, has changed since this was last asked."""
        with in_plain_terms(), Session(self.database.reader) as session, self._lock:
            newest = session.scalar(select(func.max(Act.position))) or 0
            since, self._heard = self._heard, newest
            if since is None or since >= newest:
                return frozenset()
            rows = session.scalars(select(Act.nouns).where(Act.position > since).distinct())
            return frozenset(noun for nouns in rows for noun in nouns.split())

    def _record_opened(self, reading: Reading) -> None:
        """Opening a person's record is itself recorded, once a day for each reader."""
        fresh = {uid for uid in reading.opened if (reading.actor.uid, uid, reading.today) not in self._opened}
        if fresh:
            self._opened.update((reading.actor.uid, uid, reading.today) for uid in fresh)
            self.do(record_opened, frozenset(fresh))

    def close(self) -> None:
        """Lets go of the database and of the unlocked key."""
        self.ring.lock()
        self.database.close()


def record_opened(work: Work, people: frozenset[UUID]) -> None:
    """Records that somebody opened these people's records."""
    work.about(*people)
