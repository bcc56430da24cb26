"""The written procedure: how a vote by letter stands, and whether what is still to come could change its outcome."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from commission_app.errors import Refusal, refusal
from commission_app.rules.legality import (
    Bylaw,
    Count,
    Legality,
    MemberFacts,
    Tally,
    legality,
    may_choose,
    tally,
    tally_totals,
)
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.sitting import Choice


@dataclass(frozen=True, slots=True)
class Standing:
    """How a written vote stands: who takes part is who has voted, and nobody else counts towards the quorum."""

    legality: Legality
    tally: Tally
    may_vote: tuple[str, ...]
    barred: Mapping[str, Refusal]
    remaining: tuple[str, ...]
    """The uids of those who may vote and have not."""
    settled: bool
    """Whether no vote that may still come could change the outcome."""
    sealed: bool = False
    """Whether the vote is secret and its ballots are not counted: nobody knows how they would come out."""

    @property
    def adopted(self) -> bool:
        """Whether the draft is adopted as it stands now: lawfully, and by the votes that came."""
        return self.legality.lawful and self.tally.adopted

    @property
    def taken_part(self) -> int:
        """How many of those who may vote have."""
        return len(self.may_vote) - len(self.remaining)


def standing(
    bylaw: Bylaw, members: Iterable[MemberFacts], choices: Mapping[str, Choice], day: date, area: str = ""
) -> Standing:
    """How the vote on one item stands; a vote of somebody who may not take part does not count.

    Of the members a substitute who is present has taken the seat of another, and votes instead of the other.
    """
    everybody, all_there, barred = _entitled(bylaw, members, day, area)
    counted = {uid: choice for uid, choice in choices.items() if uid in all_there.may_vote}
    remaining = tuple(uid for uid in all_there.may_vote if uid not in counted)
    status, votes = _outcome(bylaw, everybody, counted, day, area)

    def adopts(choice: Choice) -> bool:
        # The outcome moves one way with every vote: all in favour is the best that can come, all against the worst.
        then, made = _outcome(bylaw, everybody, {**counted, **dict.fromkeys(remaining, choice)}, day, area)
        return then.lawful and made.adopted

    now = status.lawful and votes.adopted
    settled = adopts(Choice.AGAINST) if now else not adopts(Choice.FOR)
    return Standing(status, votes, all_there.may_vote, barred, remaining, settled)


def sealed_standing(
    bylaw: Bylaw, members: Iterable[MemberFacts], took: Collection[str], count: Count | None, day: date, area: str = ""
) -> Standing:
    """How a secret vote in writing stands: before the count nobody knows more of it than who took part.

    It is certain when everybody has voted, when it is counted, or when even all in favour would adopt nothing; totals
    of another number of ballots than came, or of abstentions that the by-law forbids, are no count.
    """
    everybody, all_there, barred = _entitled(bylaw, members, day, area)
    came = frozenset(took) & frozenset(all_there.may_vote)
    remaining = tuple(uid for uid in all_there.may_vote if uid not in came)
    known = count if count is not None and _fits(bylaw, count, len(came)) else None
    status, votes = _totals(bylaw, everybody, came, known or Count(0, 0, 0), day, area)
    best, made = _totals(bylaw, everybody, all_there.may_vote, Count(len(all_there.may_vote), 0, 0), day, area)
    hopeless = not (best.lawful and made.adopted)
    settled = known is not None or not remaining or hopeless
    return Standing(status, votes, all_there.may_vote, barred, remaining, settled, sealed=known is None)


def against_closing(stands: Standing, case_number: str, until: date, *, over: bool) -> tuple[Refusal, ...]:
    """What stands against closing the vote as adopted; `over` once the last day for votes has passed."""
    if stands.sealed and stands.remaining and not over:
        return (_unopened(stands, case_number, until),)
    if not stands.settled and not over:
        return (refusal("written.may_change", number=case_number, votes=len(stands.remaining), until=until),)
    if stands.legality.refusals:
        return stands.legality.refusals
    if stands.sealed:
        return (refusal("ballot.not_counted", number=case_number),)
    if not stands.tally.adopted:
        return (refusal("item.not_adopted", in_favour=stands.tally.for_, against=stands.tally.against),)
    return ()


def against_counting(stands: Standing, case_number: str, until: date, *, over: bool) -> tuple[Refusal, ...]:
    """What stands against opening the ballots of a secret vote: more may come, or opening them would betray a vote.

    Ballots that could decide nothing stay closed; one that lies alone would tell how its member voted.
    """
    if stands.remaining and not over:
        return (_unopened(stands, case_number, until),)
    if stands.legality.refusals:
        return stands.legality.refusals
    return (refusal("written.one_ballot", number=case_number),) if stands.taken_part == 1 else ()


def _unopened(stands: Standing, case_number: str, until: date) -> Refusal:
    return refusal("written.unopened", number=case_number, votes=len(stands.remaining), until=until)


def _entitled(
    bylaw: Bylaw, members: Iterable[MemberFacts], day: date, area: str
) -> tuple[list[MemberFacts], Legality, Mapping[str, Refusal]]:
    """Everybody with the seats as they are taken, as if all voted, and why some may not."""
    known = list(members)
    taken = {one.instead_of: one for one in known if _stands_in(one) and one.instead_of is not None}
    everybody = [
        replace(one, present=one.uid not in taken, instead_of=one.instead_of if _stands_in(one) else None)
        for one in known
    ]
    all_there, names = legality(bylaw, everybody, day, area), {one.uid: one.name for one in known}
    replaced = {
        uid: refusal("written.replaced", name=names[uid], substitute=one.name)
        for uid, one in taken.items()
        if uid in names
    }
    return everybody, all_there, {**all_there.barred, **replaced}


def _stands_in(member: MemberFacts) -> bool:
    return member.role is MemberRole.SUBSTITUTE and member.present


def _outcome(
    bylaw: Bylaw, everybody: Sequence[MemberFacts], choices: Mapping[str, Choice], day: date, area: str
) -> tuple[Legality, Tally]:
    there = _voting(everybody, choices)
    return legality(bylaw, there, day, area), tally(bylaw, choices, there, day)


def _totals(
    bylaw: Bylaw, everybody: Sequence[MemberFacts], took: Collection[str], count: Count, day: date, area: str
) -> tuple[Legality, Tally]:
    there = _voting(everybody, took)
    return legality(bylaw, there, day, area), tally_totals(bylaw, count, there, day)


def _fits(bylaw: Bylaw, count: Count, papers: int) -> bool:
    """Whether totals are a count of so many ballots under this by-law."""
    return count.papers == papers and (not count.abstained or may_choose(bylaw, Choice.ABSTAIN))


def _voting(everybody: Iterable[MemberFacts], took: Collection[str]) -> list[MemberFacts]:
    return [replace(one, present=one.uid in took) for one in everybody]
