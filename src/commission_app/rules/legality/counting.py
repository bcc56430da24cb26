"""How a vote counts: by name or by the totals of a secret one, the same rule adopts or does not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from commission_app.errors import RefusedError
from commission_app.rules.legality.bylaw import Bylaw, votes_needed
from commission_app.rules.legality.lights import Legality, check_choice, check_vote, legality, presides
from commission_app.rules.legality.seats import MemberFacts, table
from commission_app.rules.vocabulary.commission import AbstentionPolicy, MajorityBase
from commission_app.rules.vocabulary.sitting import Choice


@dataclass(frozen=True, slots=True)
class Count:
    """The totals of a vote; an invalid paper takes part and says nothing."""

    in_favour: int
    against: int
    abstained: int
    invalid: int = 0

    @property
    def papers(self) -> int:
        """How many took part in the vote."""
        return self.in_favour + self.against + self.abstained + self.invalid


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes counted, whether the draft is adopted, and how many of which base would adopt it."""

    for_: int
    against: int
    abstained: int
    recused: int
    adopted: bool
    by_casting_vote: bool = False
    invalid: int = 0
    base: int = 0
    needed: int = 0


def tally(bylaw: Bylaw, choices: Mapping[str, Choice], members: Iterable[MemberFacts], day: date) -> Tally:
    """Counts a vote by name: adopted by the majority of its base, a tie by the presiding member's vote."""
    everybody = list(members)
    status = legality(bylaw, everybody, day)
    known = {member.uid: member for member in everybody}
    for uid, choice in choices.items():
        if uid not in known:
            raise RefusedError("vote.not_member", name=uid)
        check_vote(known[uid], status)
        check_choice(bylaw, choice)
    cast = [sum(made is choice for made in choices.values()) for choice in (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)]
    return _counted(bylaw, Count(*cast), everybody, status, choices.get(status.presiding or "") is Choice.FOR)


def tally_totals(bylaw: Bylaw, count: Count, members: Iterable[MemberFacts], day: date) -> Tally:
    """Counts a secret vote by its totals; nobody knows how the presiding member voted, so a tie adopts nothing.

    Refused: more papers than members who may vote, less than none, or abstaining where the by-law forbids it.
    """
    everybody = list(members)
    status = legality(bylaw, everybody, day)
    if min(count.in_favour, count.against, count.abstained, count.invalid) < 0:
        raise RefusedError("vote.negative_total")
    if count.papers > len(status.may_vote):
        raise RefusedError("vote.too_many_papers", papers=count.papers, members=len(status.may_vote))
    if count.abstained and bylaw.abstention_policy is AbstentionPolicy.FORBIDDEN:
        raise RefusedError("vote.no_abstaining", at="abstained")
    return _counted(bylaw, count, everybody, status, casting=False)


def presiding(members: Iterable[MemberFacts], status: Legality) -> str | None:
    """The uid of who presides over the item, if somebody there may."""
    return status.presiding if any(member.uid == status.presiding for member in members) else None


def presiding_on(bylaw: Bylaw, members: Iterable[MemberFacts], day: date) -> str | None:
    """The uid of who presides over the sitting by presence alone."""
    return presides(bylaw, table(bylaw, members, day))


def _counted(bylaw: Bylaw, count: Count, everybody: list[MemberFacts], status: Legality, casting: bool) -> Tally:
    base = _base(bylaw, count, status)
    needed = votes_needed(bylaw, base)
    plain = Fraction(bylaw.majority_numerator, bylaw.majority_denominator) == Fraction(1, 2) and bylaw.majority_strict
    tie = plain and base > 0 and 2 * count.in_favour == base
    cast = tie and bylaw.casting_vote and casting
    return Tally(
        for_=count.in_favour,
        against=count.against,
        abstained=count.abstained,
        recused=sum(member.recused and member.present for member in everybody),
        adopted=cast or count.in_favour >= needed,
        by_casting_vote=cast,
        invalid=count.invalid,
        base=base,
        needed=needed,
    )


def _base(bylaw: Bylaw, count: Count, status: Legality) -> int:
    """Of how many the majority is counted; whoever takes no part in the decision is in no base but the whole office."""
    match bylaw.majority_base:
        case MajorityBase.VOTES_CAST:
            against_too = bylaw.abstention_policy is AbstentionPolicy.COUNTS_AS_AGAINST
            return count.in_favour + count.against + (count.abstained if against_too else 0)
        case MajorityBase.PRESENT:
            return len(status.may_vote)
        case MajorityBase.IN_OFFICE:
            return status.in_office
