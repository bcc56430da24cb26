"""The people who work in the office: who they are, in which post, and for whom they stand in."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.institution import User
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class UserRow:
    """One person of the office."""

    id: int
    uid: UUID
    version: int
    name: str
    post_lv: str
    post_en: str
    role: OfficeRole
    active: bool
    stands_in_for: str
    stands_in_order: str


@dataclass(frozen=True)
class UserForm:
    """What is asked about a person of the office."""

    name: str
    role: OfficeRole = OfficeRole.SECRETARY
    post_lv: str = ""
    post_en: str = ""
    active: bool = True
    stands_in_for: str = ""
    stands_in_order: str = ""


def hire(work: Work, form: UserForm) -> UUID:
    """A person begins to work in the office."""
    _check(form)
    user = User()
    _write(user, form)
    work.add(user)
    work.session.flush()
    return user.uid


def edit(work: Work, key: int, seen: int, form: UserForm) -> None:
    """The person's name, post, role or substitution changes."""
    _check(form)
    _write(work.lock(User, key, seen), form)


def users(reading: Reading, *, all_of_them: bool = False) -> tuple[UserRow, ...]:
    """Who works in the office."""
    query = select(User).order_by(User.name)
    if not all_of_them:
        query = query.where(User.active)
    return tuple(_row(user) for user in reading.session.scalars(query))


def _check(form: UserForm) -> None:
    if not form.name.strip():
        raise RefusedError("user.without_name", at="name")
    if form.stands_in_for.strip() and not form.stands_in_order.strip():
        raise RefusedError("user.without_order", at="stands_in_order", name=form.stands_in_for)


def _write(user: User, form: UserForm) -> None:
    user.name = form.name.strip()
    user.role = form.role
    user.post_lv, user.post_en = form.post_lv.strip(), form.post_en.strip()
    user.active = form.active
    user.stands_in_for, user.stands_in_order = form.stands_in_for.strip(), form.stands_in_order.strip()


def _row(user: User) -> UserRow:
    return UserRow(
        user.id,
        user.uid,
        user.version,
        user.name,
        user.post_lv,
        user.post_en,
        user.role,
        user.active,
        user.stands_in_for,
        user.stands_in_order,
    )
