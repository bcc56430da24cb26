"""The seats of a written procedure: who votes in each, and what stands against putting a substitute in."""

from dataclasses import dataclass
from uuid import UUID

from commission_app.errors import Refusal, refusal
from commission_app.models.commission import Member
from commission_app.models.sitting import Attendance, Sitting
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.services import attendance


@dataclass(frozen=True)
class StandIn:
    """A substitute who may vote instead of a member."""

    member_id: int
    name: str


@dataclass(frozen=True)
class WrittenMember:
    """Who votes in writing: a member with an own seat, or a substitute who took one."""

    member_id: int
    uid: UUID
    name: str
    instead_of: str = ""
    replaced_by: int | None = None
    """The key of the substitute who votes instead of this member now."""
    stand_ins: tuple[StandIn, ...] = ()
    against_replacing: tuple[Refusal, ...] = ()
    sits: bool = False
    """Whether this is a substitute who votes instead of another now."""
    against_leaving: tuple[Refusal, ...] = ()


def members(sitting: Sitting) -> tuple[WrittenMember, ...]:
    """Everybody who votes: substitutes behind the members instead of whom they do."""
    seats = [row for row in sitting.attendance if row.instead_of_id is not None]
    found: list[WrittenMember] = []
    for member in sitting.commission.members:
        if member.role is MemberRole.SUBSTITUTE:
            continue
        mine = [row for row in seats if row.instead_of_id == member.id]
        found += [_owner(sitting, member, mine), *_sitters(sitting, member, mine)]
    return tuple(found)


def _owner(sitting: Sitting, member: Member, seats: list[Attendance]) -> WrittenMember:
    sitter = next((row.member_id for row in seats if row.left_at is None), None)
    may = attendance.stand_ins(sitting, member)
    against = attendance.against_replacing(sitting, member)
    if against is None and not may:
        against = refusal("written.no_substitute", name=member.name)
    return WrittenMember(
        member.id,
        member.uid,
        member.name,
        replaced_by=sitter,
        stand_ins=tuple(StandIn(row.id, row.name) for row in may),
        against_replacing=() if against is None else (against,),
    )


def _sitters(sitting: Sitting, owner: Member, seats: list[Attendance]) -> list[WrittenMember]:
    """The substitutes who vote, or voted before, in a member's seat; each once."""
    now = {row.member_id for row in seats if row.left_at is None}
    everybody = {row.member_id: row.member for row in seats}
    found = []
    for key, member in everybody.items():
        against = attendance.against_leaving_in_writing(sitting, member) if key in now else None
        found.append(
            WrittenMember(
                member.id,
                member.uid,
                member.name,
                instead_of=owner.name,
                sits=key in now,
                against_leaving=() if against is None else (against,),
            )
        )
    return found
