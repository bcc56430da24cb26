"""Forms somebody has begun: kept in the database so that they survive closing the program."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.models.case import Draft
from commission_app.models.institution import User
from commission_app.store.work import Actor, Reading, Work


@dataclass(frozen=True)
class DraftLine:
    """A form that was begun: the text of its fields, and the version it was begun on."""

    form: str
    subject_uid: str
    seen: int
    text: str


def keep(work: Work, form: str, subject_uid: str, seen: int, text: str) -> None:
    """Keeps what stands in a form; nothing of it enters the chain of acts but that it was kept."""
    user = _user(work.session, work.actor)
    if user is None:
        return
    row = _find(work.session, user, form, subject_uid)
    if row is None:
        row = Draft(user_id=user.id, form=form, subject_uid=subject_uid)
        work.session.add(row)
    row.seen, row.text = seen, text


def drop(work: Work, form: str, subject_uid: str = "") -> None:
    """The form was stored or given up."""
    user = _user(work.session, work.actor)
    row = _find(work.session, user, form, subject_uid) if user else None
    if row is not None:
        work.session.delete(row)


def begun(reading: Reading, form: str, subject_uid: str = "") -> DraftLine | None:
    """What the person had begun in this form, if anything."""
    user = _user(reading.session, reading.actor)
    row = _find(reading.session, user, form, subject_uid) if user else None
    return None if row is None else DraftLine(row.form, row.subject_uid, row.seen, row.text)


def mine(reading: Reading) -> tuple[DraftLine, ...]:
    """Every form the person has begun and not stored."""
    user = _user(reading.session, reading.actor)
    if user is None:
        return ()
    rows = reading.session.scalars(select(Draft).where(Draft.user_id == user.id).order_by(Draft.id))
    return tuple(DraftLine(row.form, row.subject_uid, row.seen, row.text) for row in rows)


def _user(session: Session, actor: Actor) -> User | None:
    return session.scalars(select(User).where(User.uid == actor.uid)).one_or_none()


def _find(session: Session, user: User, form: str, subject_uid: str) -> Draft | None:
    return session.scalars(
        select(Draft).where(Draft.user_id == user.id, Draft.form == form, Draft.subject_uid == subject_uid)
    ).one_or_none()
