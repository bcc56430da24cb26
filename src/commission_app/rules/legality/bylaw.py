"""The by-law as data: quorum, majority, composition, recusal, abstaining, and the days it gives to members."""

from dataclasses import dataclass

from commission_app.errors import RefusedError
from commission_app.rules import canonical
from commission_app.rules.vocabulary.commission import (
    AbstentionPolicy,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    RecusalPolicy,
    Side,
)


@dataclass(frozen=True, slots=True)
class SideMinimum:
    """How many who represent a side must take part."""

    side: Side
    least: int


@dataclass(frozen=True)
class SideMinimums:
    """Every side that must be represented, as the by-law keeps them."""

    sides: tuple[SideMinimum, ...] = ()


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
    practitioner_numerator: int = 0
    practitioner_denominator: int = 1
    side_minimums: tuple[SideMinimum, ...] = ()
    minimum_each_sex: int = 0
    field_required: bool = False
    majority_numerator: int = 1
    majority_denominator: int = 2
    majority_strict: bool = True
    recusal_policy: RecusalPolicy = RecusalPolicy.OUT_OF_QUORUM
    abstention_policy: AbstentionPolicy = AbstentionPolicy.ALLOWED
    substitute_presides: bool = False
    secret_ballot: bool = False
    written_allowed: bool = True
    written_days: int = 5
    convocation_days: int = 5
    freeze_days: int = 0

    @property
    def recused_count(self) -> bool:
        """Whether a recused member who is there counts towards the quorum: never one who is out of its base."""
        counts = self.recusal_policy is RecusalPolicy.COUNTS_AS_PRESENT
        return counts and self.quorum_base is QuorumBase.IN_OFFICE


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


def votes_needed(bylaw: Bylaw, base: int) -> int:
    """How many votes in favour adopt a draft: of 39 "more than half" needs 20, "at least two thirds" 26."""
    share, whole = base * bylaw.majority_numerator, bylaw.majority_denominator
    return share // whole + 1 if bylaw.majority_strict else max(-(-share // whole), 1)


def practitioners_needed(bylaw: Bylaw, in_office: int) -> int:
    """How many practitioners the commission must have: the greater of the number and of the share."""
    share = -(-in_office * bylaw.practitioner_numerator // bylaw.practitioner_denominator)
    return max(bylaw.min_practitioners, share)


def check_bylaw(bylaw: Bylaw) -> None:
    """Refuses a by-law that no commission could follow."""
    if bylaw.quorum_rule is QuorumRule.FRACTION and not 0 < bylaw.numerator <= bylaw.denominator:
        raise RefusedError("bylaw.fraction", at="numerator", numerator=bylaw.numerator, denominator=bylaw.denominator)
    if bylaw.quorum_rule is QuorumRule.FIXED and bylaw.fixed < 1:
        raise RefusedError("bylaw.fixed", at="fixed", fixed=bylaw.fixed)
    if bylaw.minimum_members < 1:
        raise RefusedError("bylaw.minimum", at="minimum_members", minimum=bylaw.minimum_members)
    _check_majority(bylaw)
    _check_composition(bylaw)
    _check_days(bylaw)


def sides_text(sides: tuple[SideMinimum, ...]) -> str:
    """The least number of each side as kept in the by-law; empty where no side is named."""
    named = sorted((one for one in sides if one.least), key=lambda one: list(Side).index(one.side))
    return canonical.written(SideMinimums(tuple(named))) if named else ""


def sides_of(text: str) -> tuple[SideMinimum, ...]:
    """The least number of each side as it was kept.

    Refused: a text that says something else.
    """
    if not text:
        return ()
    try:
        sides = canonical.made(SideMinimums, text).sides
    except ValueError as error:
        raise RefusedError("bylaw.sides_unreadable") from error
    if len({one.side for one in sides}) != len(sides) or any(one.least < 1 for one in sides):
        raise RefusedError("bylaw.sides_unreadable")
    return sides


def _check_majority(bylaw: Bylaw) -> None:
    num, den = bylaw.majority_numerator, bylaw.majority_denominator
    beyond = num == den and bylaw.majority_strict
    if not 0 < num <= den or beyond:
        raise RefusedError("bylaw.majority", at="majority_numerator", numerator=num, denominator=den)
    if 2 * num < den:
        raise RefusedError("bylaw.majority_low", at="majority_numerator", numerator=num, denominator=den)


def _check_composition(bylaw: Bylaw) -> None:
    num, den = bylaw.practitioner_numerator, bylaw.practitioner_denominator
    if not 0 <= num <= den or den < 1:
        raise RefusedError("bylaw.share", at="practitioner_numerator", numerator=num, denominator=den)
    if bylaw.min_practitioners < 0:
        raise RefusedError("bylaw.negative", at="min_practitioners", number=bylaw.min_practitioners)
    if bylaw.minimum_each_sex < 0:
        raise RefusedError("bylaw.negative", at="minimum_each_sex", number=bylaw.minimum_each_sex)
    for one in bylaw.side_minimums:
        if one.least < 1 or sum(other.side is one.side for other in bylaw.side_minimums) > 1:
            raise RefusedError("bylaw.side", at=f"side_{one.side.value}", side=one.side)


def _check_days(bylaw: Bylaw) -> None:
    if bylaw.written_allowed and bylaw.written_days < 1:
        raise RefusedError("bylaw.written_days", at="written_days", days=bylaw.written_days)
    for name in ("written_days", "convocation_days", "freeze_days"):
        if getattr(bylaw, name) < 0:
            raise RefusedError("bylaw.negative", at=name, number=getattr(bylaw, name))
