"""Who has a conflict of interest in a case does not see its papers: asked before anything of a case is shown."""

from sqlalchemy import or_, select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import Case
from commission_app.models.commission import Member
from commission_app.models.conflict import ConflictDeclaration
from commission_app.models.sitting import AgendaItem, Recusal
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.store.at_hand import once
from commission_app.store.work import Actor, Reading


def bar(reading: Reading, case_id: int) -> Refusal | None:
    """What keeps who works here now from seeing a case: a declaration that stands, or a recusal on its item."""
    found = _conflict(reading, case_id)
    if found is None:
        return None
    number = reading.session.scalar(select(Case.number).where(Case.id == case_id))
    return refusal("conflict.barred", name=reading.actor.name, number=number or "", kind=found)


def require_unbarred(reading: Reading, case_id: int) -> None:
    """Refuses who has a conflict of interest in the case."""
    against = bar(reading, case_id)
    if against is not None:
        raise RefusedError.of(against)


def _conflict(reading: Reading, case_id: int) -> ConflictKind | None:
    """The conflict of who works here now, as a member of any commission: by the user bound, else by the very name."""
    actor = reading.actor
    if actor.uid is None:
        return None
    own = once(reading.session, ("own seats", actor.uid, actor.name), lambda: _seats(reading, actor))
    if not own:
        return None
    declared = select(ConflictDeclaration.kind).where(
        ConflictDeclaration.case_id == case_id,
        ConflictDeclaration.member_id.in_(own),
        ConflictDeclaration.withdrawn_on.is_(None),
    )
    recused = (
        select(Recusal.kind)
        .join(AgendaItem, AgendaItem.id == Recusal.item_id)
        .where(AgendaItem.case_id == case_id, Recusal.member_id.in_(own))
    )
    return next((kind for query in (declared, recused) for kind in reading.session.scalars(query)), None)


def _seats(reading: Reading, actor: Actor) -> tuple[int, ...]:
    by_name = Member.user_uid.is_(None) & (Member.name == actor.name)
    return tuple(reading.session.scalars(select(Member.id).where(or_(Member.user_uid == actor.uid, by_name))))
