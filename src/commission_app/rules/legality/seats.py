"""Whose seat it is and who sits in it: a substitute takes one seat, never beside the member who is replaced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from commission_app.errors import Refusal, refusal
from commission_app.rules.legality.bylaw import Bylaw
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.person import Sex


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A member as the sitting sees the person when one item is on the table.

    `fields` are the areas the member knows; `instead_of` is the uid of the member whose seat a substitute takes.
    """

    uid: str
    name: str
    role: MemberRole
    side: Side
    term_from: date
    term_until: date | None
    present: bool
    recused: bool = False
    assessed_case: bool = False
    fields: str = ""
    sex: Sex = Sex.NOT_SAID
    instead_of: str | None = None
    position: int = 0

    def in_term(self, day: date) -> bool:
        """Whether the member holds the office on a day."""
        return self.term_from <= day and (self.term_until is None or day <= self.term_until)


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of the commission: the member whose it is, and who sits in it, if anybody."""

    owner: MemberFacts
    sitter: MemberFacts | None

    @property
    def recused(self) -> bool:
        """Whether the seat takes no part: a substitute does not inherit a conflict of interest."""
        return (self.sitter or self.owner).recused


@dataclass(frozen=True, slots=True)
class Table:
    """The commission around the table for one item: its seats, and why the others may not vote."""

    everybody: tuple[MemberFacts, ...]
    seats: tuple[Seat, ...]
    barred: Mapping[str, Refusal]

    @property
    def voters(self) -> tuple[Seat, ...]:
        """The seats whose sitter may vote."""
        return tuple(seat for seat in self.seats if seat.sitter is not None and seat.sitter.uid not in self.barred)

    @property
    def office(self) -> tuple[MemberFacts, ...]:
        """The members in office who have a vote; substitutes are not among them."""
        return tuple(seat.owner for seat in self.seats)


def table(bylaw: Bylaw, members: Iterable[MemberFacts], day: date) -> Table:
    """Who sits where on the day of the sitting."""
    everybody = tuple(sorted(members, key=lambda member: (member.position, member.uid)))
    owners = [member for member in everybody if _has_seat(bylaw, member, day)]
    seats = tuple(Seat(owner, _sitter(owner, everybody, day)) for owner in owners)
    by_owner = {seat.owner.uid: seat for seat in seats}
    barred = {member.uid: why for member in everybody if (why := _bar(bylaw, member, by_owner, day))}
    return Table(everybody, seats, barred)


def _has_seat(bylaw: Bylaw, member: MemberFacts, day: date) -> bool:
    return member.role is not MemberRole.SUBSTITUTE and member.in_term(day) and _votes_by_office(bylaw, member)


def _votes_by_office(bylaw: Bylaw, member: MemberFacts) -> bool:
    return bylaw.secretary_votes or member.role is not MemberRole.SECRETARY


def _sitter(owner: MemberFacts, everybody: tuple[MemberFacts, ...], day: date) -> MemberFacts | None:
    if owner.present:
        return owner
    return next(
        (one for one in everybody if _stands_in(one) and one.instead_of == owner.uid and one.in_term(day)), None
    )


def _stands_in(member: MemberFacts) -> bool:
    return member.role is MemberRole.SUBSTITUTE and member.present


def _bar(bylaw: Bylaw, member: MemberFacts, seats: Mapping[str, Seat], day: date) -> Refusal | None:
    """Why a member may not vote on this item, if so."""
    if not _votes_by_office(bylaw, member):
        return refusal("vote.secretary", name=member.name)
    if not member.in_term(day):
        return refusal("vote.term", name=member.name, day=day)
    if not member.present:
        return refusal("vote.absent", name=member.name)
    if member.role is MemberRole.SUBSTITUTE and (why := _bar_substitute(member, seats)):
        return why
    if member.recused:
        return refusal("vote.recused", name=member.name)
    if member.assessed_case and not bylaw.assessors_may_vote:
        return refusal("vote.assessor", name=member.name)
    return None


def _bar_substitute(member: MemberFacts, seats: Mapping[str, Seat]) -> Refusal | None:
    if member.instead_of is None:
        return refusal("vote.substitute_idle", name=member.name)
    seat = seats.get(member.instead_of)
    if seat is None:
        return refusal("vote.seat_lapsed", name=member.name)
    if seat.sitter is not member:
        sitter = seat.sitter.name if seat.sitter is not None else seat.owner.name
        return refusal("vote.seat_taken", name=member.name, sitter=sitter)
    return None
