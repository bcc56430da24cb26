"""The five lights of the legality bar: composition, quorum, terms, independence, conflicts; each with its figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.collation import fold
from commission_app.rules.legality.bylaw import Bylaw, practitioners_needed, quorum_needed
from commission_app.rules.legality.seats import MemberFacts, Seat, Table, table
from commission_app.rules.vocabulary.commission import AbstentionPolicy, MemberRole, Side
from commission_app.rules.vocabulary.person import Sex
from commission_app.rules.vocabulary.sitting import Choice, Light, LightKind

TERM_ENDS_SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class LightFinding:
    """One light of the legality bar with the rule and the figures behind it."""

    kind: LightKind
    light: Light
    why: Refusal


@dataclass(frozen=True, slots=True)
class Legality:
    """Whether the commission may decide this item now, who may vote, who presides, and why the others may not."""

    lights: tuple[LightFinding, ...]
    needed: int
    taking_part: int
    may_vote: tuple[str, ...]
    barred: Mapping[str, Refusal]
    presiding: str | None = None
    in_office: int = 0

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """What stands against deciding: the reason of every red light."""
        return tuple(finding.why for finding in self.lights if finding.light is Light.RED)

    @property
    def lawful(self) -> bool:
        """Whether no light is red."""
        return not self.refusals


def legality(bylaw: Bylaw, members: Iterable[MemberFacts], day: date, area: str = "") -> Legality:
    """The five lights for one item on the day of the sitting; `area` names the fields of the case."""
    at = table(bylaw, members, day)
    needed = quorum_needed(bylaw, len(at.seats), sum(seat.recused for seat in at.seats))
    taking_part = sum(_counts(bylaw, seat, at) for seat in at.seats)
    head = presides(bylaw, at)
    lights = (
        _composition(bylaw, at, head, area),
        _quorum(taking_part, needed),
        _terms(at, day),
        _independence(bylaw, at),
        _conflicts(at),
    )
    may_vote = tuple(sorted(seat.sitter.uid for seat in at.voters if seat.sitter is not None))
    return Legality(lights, needed, taking_part, may_vote, at.barred, head, len(at.seats))


def check_vote(member: MemberFacts, status: Legality) -> None:
    """Refuses the vote of a member who may not take part in this item."""
    why = status.barred.get(member.uid)
    if why is not None:
        raise RefusedError.of(why)
    if member.uid not in status.may_vote:
        raise RefusedError("vote.not_member", name=member.name)


def check_choice(bylaw: Bylaw, choice: Choice) -> None:
    """Refuses to abstain where the by-law forbids it."""
    if not may_choose(bylaw, choice):
        raise RefusedError("vote.no_abstaining", at="choice")


def may_choose(bylaw: Bylaw, choice: Choice) -> bool:
    """Whether the by-law knows such a vote."""
    return choice is not Choice.ABSTAIN or bylaw.abstention_policy is not AbstentionPolicy.FORBIDDEN


def presides(bylaw: Bylaw, at: Table) -> str | None:
    """The uid of who presides: the chair, else a deputy; then who sits for them, where the by-law lets a substitute."""
    chairs = [seat for seat in at.voters if seat.owner.role is MemberRole.CHAIR]
    deputies = [seat for seat in at.voters if seat.owner.role is MemberRole.DEPUTY_CHAIR]
    own = [seat for seat in (*chairs, *deputies) if seat.sitter is seat.owner]
    heads = own or ([*chairs, *deputies] if bylaw.substitute_presides else [])
    return heads[0].sitter.uid if heads and heads[0].sitter is not None else None


def areas(text: str) -> tuple[str, ...]:
    """The single areas of a text that names several."""
    return tuple(part for raw in text.replace(";", ",").split(",") if (part := raw.strip()))


def _counts(bylaw: Bylaw, seat: Seat, at: Table) -> bool:
    """Whether a seat counts towards the quorum of the item."""
    if seat.sitter is None:
        return False
    why = at.barred.get(seat.sitter.uid)
    return why is None or (why.reason == "vote.recused" and bylaw.recused_count)


def _composition(bylaw: Bylaw, at: Table, head: str | None, area: str) -> LightFinding:
    kind, members, needed = LightKind.COMPOSITION, len(at.office), bylaw.minimum_members
    wrong = next(_wrong_composition(bylaw, at, head, area), None)
    if wrong is not None:
        return LightFinding(kind, Light.RED, wrong)
    if bylaw.field_required and not areas(area):
        return LightFinding(kind, Light.AMBER, refusal("composition.area_unknown"))
    return LightFinding(kind, Light.GREEN, refusal("composition.right", members=members, needed=needed))


def wrong_office(bylaw: Bylaw, office: Sequence[MemberFacts]) -> Iterator[Refusal]:
    """What the commission as it is in office lacks by its by-law, whoever comes."""
    members, least = len(office), bylaw.minimum_members
    if members < least:
        yield refusal("composition.too_few", members=members, needed=least)
    practitioners, needed = _of_side(office, Side.EMPLOYERS), practitioners_needed(bylaw, members)
    if practitioners < needed:
        yield refusal("composition.practitioners", practitioners=practitioners, needed=needed)
    for sex in (Sex.FEMALE, Sex.MALE):
        said = sum(member.sex is sex for member in office)
        if said < bylaw.minimum_each_sex:
            yield refusal("composition.sex", sex=sex, members=said, needed=bylaw.minimum_each_sex)


def _wrong_composition(bylaw: Bylaw, at: Table, head: str | None, area: str) -> Iterator[Refusal]:
    """What the composition lacks: first of the commission as it is in office, then of those who take part."""
    yield from wrong_office(bylaw, at.office)
    voting = [seat.owner for seat in at.voters]
    for one in bylaw.side_minimums:
        present = _of_side(voting, one.side)
        if present < one.least:
            yield refusal("composition.side", side=one.side, taking_part=present, needed=one.least)
    if bylaw.field_required and areas(area) and not _knows(at.voters, area):
        yield refusal("composition.field", area=area)
    if bylaw.chair_must_attend and head is None:
        yield refusal("composition.no_chair")


def _of_side(members: Iterable[MemberFacts], side: Side) -> int:
    return sum(member.side is side for member in members)


def _knows(voters: tuple[Seat, ...], area: str) -> bool:
    """Whether somebody taking part knows one of the areas of the case."""
    asked = {fold(part) for part in areas(area)}
    return any(asked & {fold(part) for part in areas(seat.sitter.fields)} for seat in voters if seat.sitter is not None)


def _quorum(taking_part: int, needed: int) -> LightFinding:
    kind = LightKind.QUORUM
    if taking_part < needed:
        return LightFinding(kind, Light.RED, refusal("quorum.missing", present=taking_part, needed=needed))
    if taking_part == needed:
        return LightFinding(kind, Light.AMBER, refusal("quorum.exact", present=taking_part, needed=needed))
    return LightFinding(kind, Light.GREEN, refusal("quorum.met", present=taking_part, needed=needed))


def _terms(at: Table, day: date) -> LightFinding:
    """A lapsed term at the table prevents a decision; one that ends soon is seen before anybody has come."""
    kind = LightKind.TERMS
    lapsed = tuple(member.name for member in at.everybody if member.present and _lapsed(member, at, day))
    if lapsed:
        return LightFinding(kind, Light.RED, refusal("terms.lapsed", names=lapsed, day=day))
    known = {member.uid for member in at.office} | {member.uid for member in at.everybody if member.present}
    soon = day + TERM_ENDS_SOON
    ending = tuple(member.name for member in at.everybody if member.uid in known and not member.in_term(soon))
    if ending:
        return LightFinding(kind, Light.AMBER, refusal("terms.ending", names=ending))
    return LightFinding(kind, Light.GREEN, refusal("terms.valid", day=day))


def _lapsed(member: MemberFacts, at: Table, day: date) -> bool:
    why = at.barred.get(member.uid)
    return not member.in_term(day) or (why is not None and why.reason == "vote.seat_lapsed")


def _independence(bylaw: Bylaw, at: Table) -> LightFinding:
    """Assessors of the case who vote on it, or would; whoever takes no part in the decision anyway is no matter."""
    kind = LightKind.INDEPENDENCE
    there = [member for member in at.everybody if member.present and member.assessed_case]
    if bylaw.assessors_may_vote:
        judges = tuple(member.name for member in there if member.uid not in at.barred)
    else:
        judges = tuple(member.name for member in there if _barred_as_assessor(member, at))
    if not judges:
        return LightFinding(kind, Light.GREEN, refusal("independence.kept"))
    if bylaw.assessors_may_vote:
        return LightFinding(kind, Light.AMBER, refusal("independence.assessor_votes", names=judges))
    return LightFinding(kind, Light.AMBER, refusal("independence.assessor_barred", names=judges))


def _barred_as_assessor(member: MemberFacts, at: Table) -> bool:
    why = at.barred.get(member.uid)
    return why is not None and why.reason == "vote.assessor"


def _conflicts(at: Table) -> LightFinding:
    kind = LightKind.CONFLICTS
    recused = tuple(member.name for member in at.everybody if member.present and member.recused)
    if recused:
        return LightFinding(kind, Light.AMBER, refusal("conflicts.recused", names=recused))
    return LightFinding(kind, Light.GREEN, refusal("conflicts.none"))
