"""Whether a commission may decide: composition, quorum, terms, independence, conflicts; and how a vote counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.commission import MajorityBase, MemberRole, QuorumBase, QuorumRule, Side
from commission_app.rules.vocabulary.sitting import Choice, Light, LightKind

TERM_ENDS_SOON = timedelta(days=30)
_MAY_PRESIDE = (MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR)


@dataclass(frozen=True, slots=True)
class Bylaw:
    """What the by-law in force on the day of the sitting says of deciding."""

    quorum_rule: QuorumRule = QuorumRule.MORE_THAN_HALF
    quorum_base: QuorumBase = QuorumBase.IN_OFFICE
    numerator: int = 1
    denominator: int = 2
    fixed: int = 0
    majority_base: MajorityBase = MajorityBase.PRESENT
    chair_must_attend: bool = True
    minimum_members: int = 3
    min_practitioners: int = 0
    assessors_may_vote: bool = True
    casting_vote: bool = True
    secretary_votes: bool = False


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A member as the sitting sees the person when one item is on the table."""

    uid: str
    name: str
    role: MemberRole
    side: Side
    term_from: date
    term_until: date | None
    present: bool
    recused: bool = False
    assessed_case: bool = False

    def in_term(self, day: date) -> bool:
        """Whether the member holds the office on a day."""
        return self.term_from <= day and (self.term_until is None or day <= self.term_until)


@dataclass(frozen=True, slots=True)
class LightFinding:
    """One light of the legality bar with the rule and the figures behind it."""

    kind: LightKind
    light: Light
    why: Refusal


@dataclass(frozen=True, slots=True)
class Legality:
    """Whether the commission may decide this item now, who may vote, and why the others may not."""

    lights: tuple[LightFinding, ...]
    needed: int
    taking_part: int
    may_vote: tuple[str, ...]
    barred: Mapping[str, Refusal]

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """What stands against deciding: the reason of every red light."""
        return tuple(finding.why for finding in self.lights if finding.light is Light.RED)

    @property
    def lawful(self) -> bool:
        """Whether no light is red."""
        return not self.refusals


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes counted, and whether the draft is adopted."""

    for_: int
    against: int
    abstained: int
    recused: int
    adopted: bool
    by_casting_vote: bool = False


def quorum_needed(bylaw: Bylaw, in_office: int, recused: int = 0) -> int:
    """How many must take part: of 39 members "more than half" needs 20."""
    base = in_office - recused if bylaw.quorum_base is QuorumBase.NOT_RECUSED else in_office
    match bylaw.quorum_rule:
        case QuorumRule.MORE_THAN_HALF:
            needed = base // 2 + 1
        case QuorumRule.AT_LEAST_HALF:
            needed = -(-base // 2)
        case QuorumRule.FRACTION:
            needed = -(-base * bylaw.numerator // bylaw.denominator)
        case QuorumRule.FIXED:
            needed = bylaw.fixed
    return max(needed, 1)


def check_bylaw(bylaw: Bylaw) -> None:
    """Refuses a by-law that no commission could follow."""
    if bylaw.quorum_rule is QuorumRule.FRACTION and not 0 < bylaw.numerator <= bylaw.denominator:
        raise RefusedError("bylaw.fraction", at="numerator", numerator=bylaw.numerator, denominator=bylaw.denominator)
    if bylaw.quorum_rule is QuorumRule.FIXED and bylaw.fixed < 1:
        raise RefusedError("bylaw.fixed", at="fixed", fixed=bylaw.fixed)
    if bylaw.minimum_members < 1:
        raise RefusedError("bylaw.minimum", at="minimum_members", minimum=bylaw.minimum_members)


def legality(bylaw: Bylaw, members: Iterable[MemberFacts], day: date) -> Legality:
    """The five lights for one item on the day of the sitting."""
    everybody = sorted(members, key=lambda member: member.uid)
    barred = {member.uid: why for member in everybody if (why := _bar(bylaw, member, day))}
    voters = [member for member in everybody if member.uid not in barred]
    office = [member for member in everybody if member.in_term(day) and _votes_by_office(bylaw, member)]
    needed = quorum_needed(bylaw, len(office), sum(member.recused for member in office))
    lights = (
        _composition(bylaw, office, voters),
        _quorum(len(voters), needed),
        _terms(everybody, day),
        _independence(bylaw, everybody),
        _conflicts(everybody),
    )
    return Legality(lights, needed, len(voters), tuple(member.uid for member in voters), barred)


def check_vote(member: MemberFacts, status: Legality) -> None:
    """Refuses the vote of a member who may not take part in this item."""
    why = status.barred.get(member.uid)
    if why is not None:
        raise RefusedError.of(why)
    if member.uid not in status.may_vote:
        raise RefusedError("vote.not_member", name=member.name)


def tally(bylaw: Bylaw, choices: Mapping[str, Choice], members: Iterable[MemberFacts], day: date) -> Tally:
    """Counts the votes: adopted by more than half of the majority's base, a tie by the presiding member's vote."""
    everybody = list(members)
    status = legality(bylaw, everybody, day)
    known = {member.uid: member for member in everybody}
    for uid in choices:
        if uid not in known:
            raise RefusedError("vote.not_member", name=uid)
        check_vote(known[uid], status)
    counted = {choice: sum(cast is choice for cast in choices.values()) for choice in Choice}
    in_favour = counted[Choice.FOR]
    base = {
        MajorityBase.VOTES_CAST: in_favour + counted[Choice.AGAINST],
        MajorityBase.PRESENT: status.taking_part,
        MajorityBase.IN_OFFICE: sum(member.in_term(day) and _votes_by_office(bylaw, member) for member in everybody),
    }[bylaw.majority_base]
    tie = base > 0 and 2 * in_favour == base
    cast = tie and bylaw.casting_vote and choices.get(presiding(everybody, status) or "") is Choice.FOR
    recused = sum(member.recused and member.present for member in everybody)
    return Tally(
        in_favour, counted[Choice.AGAINST], counted[Choice.ABSTAIN], recused, 2 * in_favour > base or cast, cast
    )


def presiding(members: Iterable[MemberFacts], status: Legality) -> str | None:
    """The uid of who presides over the item: the chair, or else a deputy, among those who may vote."""
    at_table = [member for member in members if member.uid in status.may_vote]
    for role in _MAY_PRESIDE:
        for member in sorted(at_table, key=lambda member: member.uid):
            if member.role is role:
                return member.uid
    return None


def _votes_by_office(bylaw: Bylaw, member: MemberFacts) -> bool:
    return bylaw.secretary_votes or member.role is not MemberRole.SECRETARY


def _bar(bylaw: Bylaw, member: MemberFacts, day: date) -> Refusal | None:
    """Why a member may not vote on this item, if so."""
    if not _votes_by_office(bylaw, member):
        return refusal("vote.secretary", name=member.name)
    if not member.in_term(day):
        return refusal("vote.term", name=member.name, day=day)
    if not member.present:
        return refusal("vote.absent", name=member.name)
    if member.recused:
        return refusal("vote.recused", name=member.name)
    if member.assessed_case and not bylaw.assessors_may_vote:
        return refusal("vote.assessor", name=member.name)
    return None


def _composition(bylaw: Bylaw, office: list[MemberFacts], voters: list[MemberFacts]) -> LightFinding:
    kind = LightKind.COMPOSITION
    practitioners = sum(member.side is Side.EMPLOYERS for member in office)
    members, needed = len(office), bylaw.minimum_members
    if members < needed:
        return LightFinding(kind, Light.RED, refusal("composition.too_few", members=members, needed=needed))
    if practitioners < bylaw.min_practitioners:
        why = refusal("composition.practitioners", practitioners=practitioners, needed=bylaw.min_practitioners)
        return LightFinding(kind, Light.RED, why)
    if bylaw.chair_must_attend and not any(member.role in _MAY_PRESIDE for member in voters):
        return LightFinding(kind, Light.RED, refusal("composition.no_chair"))
    return LightFinding(kind, Light.GREEN, refusal("composition.right", members=members, needed=needed))


def _quorum(taking_part: int, needed: int) -> LightFinding:
    kind = LightKind.QUORUM
    if taking_part < needed:
        return LightFinding(kind, Light.RED, refusal("quorum.missing", present=taking_part, needed=needed))
    if taking_part == needed:
        return LightFinding(kind, Light.AMBER, refusal("quorum.exact", present=taking_part, needed=needed))
    return LightFinding(kind, Light.GREEN, refusal("quorum.met", present=taking_part, needed=needed))


def _terms(members: list[MemberFacts], day: date) -> LightFinding:
    kind = LightKind.TERMS
    present = [member for member in members if member.present]
    lapsed = tuple(member.name for member in present if not member.in_term(day))
    if lapsed:
        return LightFinding(kind, Light.RED, refusal("terms.lapsed", names=lapsed, day=day))
    ending = tuple(member.name for member in present if not member.in_term(day + TERM_ENDS_SOON))
    if ending:
        return LightFinding(kind, Light.AMBER, refusal("terms.ending", names=ending))
    return LightFinding(kind, Light.GREEN, refusal("terms.valid", day=day))


def _independence(bylaw: Bylaw, members: list[MemberFacts]) -> LightFinding:
    kind = LightKind.INDEPENDENCE
    judges = tuple(member.name for member in members if member.present and member.assessed_case)
    if not judges:
        return LightFinding(kind, Light.GREEN, refusal("independence.kept"))
    if bylaw.assessors_may_vote:
        return LightFinding(kind, Light.AMBER, refusal("independence.assessor_votes", names=judges))
    return LightFinding(kind, Light.AMBER, refusal("independence.assessor_barred", names=judges))


def _conflicts(members: list[MemberFacts]) -> LightFinding:
    kind = LightKind.CONFLICTS
    recused = tuple(member.name for member in members if member.present and member.recused)
    if recused:
        return LightFinding(kind, Light.AMBER, refusal("conflicts.recused", names=recused))
    return LightFinding(kind, Light.GREEN, refusal("conflicts.none"))
