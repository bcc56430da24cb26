"""Statements that members sign: no conflict of interest in the cases of a sitting, confidentiality for the term."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from commission_app.errors import RefusedError
from commission_app.models.commission import Member
from commission_app.models.conflict import MemberStatement
from commission_app.models.sitting import Sitting
from commission_app.rules.vocabulary.conflict import MemberStatementKind
from commission_app.services.convocations import called
from commission_app.services.sitting_facts import member_of
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class StatementLine:
    """What a member called to a sitting has signed, and on which day; none where it is missing."""

    member_id: int
    name: str
    no_conflict: date | None
    confidentiality: date | None

    def signed(self, kind: MemberStatementKind) -> date | None:
        """The day on which a statement was signed."""
        return self.no_conflict if kind is MemberStatementKind.NO_CONFLICT else self.confidentiality


def enter(work: Work, sitting_id: int, member_ids: tuple[int, ...], kind: MemberStatementKind, signed_on: date) -> None:
    """Statements that members signed on a day are entered; confidentiality holds for the whole term.

    Refused: a day to come, a statement entered already, a member of another commission; then none is entered.
    """
    sitting = work.lock(Sitting, sitting_id)
    if signed_on > work.today:
        raise RefusedError("statement.future_day", at="signed_on", day=signed_on)
    for member_id in member_ids:
        member = member_of(work, sitting, member_id)
        standing = _standing(work, sitting, member, kind)
        if standing is not None:
            raise RefusedError("statement.stands", name=member.name, day=standing.signed_on)
        own = sitting.id if kind is MemberStatementKind.NO_CONFLICT else None
        work.add(MemberStatement(member_id=member.id, sitting_id=own, kind=kind, signed_on=signed_on))
        work.about(member.uid)
    work.touch(sitting)


def take_back(work: Work, sitting_id: int, member_id: int, kind: MemberStatementKind) -> None:
    """A statement entered by mistake is taken back."""
    sitting = work.lock(Sitting, sitting_id)
    member = member_of(work, sitting, member_id)
    row = _standing(work, sitting, member, kind)
    work.about(member.uid)
    work.remove([row] if row is not None else [])
    work.touch(sitting)


def of_sitting(reading: Reading, sitting_id: int) -> tuple[StatementLine, ...]:
    """What each member called to the sitting has signed."""
    sitting = reading.get(Sitting, sitting_id)
    lines = []
    for member in called(sitting):
        rows = {kind: _standing(reading, sitting, member, kind) for kind in MemberStatementKind}
        days = {kind: row.signed_on if row is not None else None for kind, row in rows.items()}
        no_conflict, silence = days[MemberStatementKind.NO_CONFLICT], days[MemberStatementKind.CONFIDENTIALITY]
        lines.append(StatementLine(member.id, member.name, no_conflict, silence))
    return tuple(lines)


def _standing(reading: Reading, sitting: Sitting, member: Member, kind: MemberStatementKind) -> MemberStatement | None:
    """The statement that counts for a sitting; one on confidentiality counts when signed within the term."""
    own = MemberStatement.sitting_id == sitting.id
    in_term = MemberStatement.sitting_id.is_(None) & (MemberStatement.signed_on >= member.term_from)
    counts = own if kind is MemberStatementKind.NO_CONFLICT else or_(own, in_term)
    query = select(MemberStatement).where(MemberStatement.member_id == member.id, MemberStatement.kind == kind, counts)
    return reading.session.scalars(query.order_by(MemberStatement.signed_on.desc(), MemberStatement.id.desc())).first()
