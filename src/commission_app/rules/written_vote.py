"""The written procedure: how a vote by letter stands, and whether what is still to come could change its outcome."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from commission_app.errors import Refusal, refusal
from commission_app.rules.legality import Bylaw, Legality, MemberFacts, Tally, legality, tally
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

    @property
    def adopted(self) -> bool:
        """Whether the draft is adopted as it stands now: lawfully, and by the votes that came."""
        return self.legality.lawful and self.tally.adopted


def standing(
    bylaw: Bylaw, members: Iterable[MemberFacts], choices: Mapping[str, Choice], day: date, area: str = ""
) -> Standing:
    """How the vote on one item stands; a vote of somebody who may not take part does not count."""
    everybody = [replace(member, present=True, instead_of=None) for member in members]
    all_there = legality(bylaw, everybody, day, area)
    counted = {uid: choice for uid, choice in choices.items() if uid in all_there.may_vote}
    remaining = tuple(uid for uid in all_there.may_vote if uid not in counted)
    status, votes = _outcome(bylaw, everybody, counted, day, area)

    def adopts(choice: Choice) -> bool:
        # The outcome moves one way with every vote: all in favour is the best that can come, all against the worst.
        then, made = _outcome(bylaw, everybody, {**counted, **dict.fromkeys(remaining, choice)}, day, area)
        return then.lawful and made.adopted

    now = status.lawful and votes.adopted
    settled = adopts(Choice.AGAINST) if now else not adopts(Choice.FOR)
    return Standing(status, votes, all_there.may_vote, all_there.barred, remaining, settled)


def against_closing(stands: Standing, case_number: str, until: date, *, over: bool) -> tuple[Refusal, ...]:
    """What stands against closing the vote as adopted; `over` once the last day for votes has passed."""
    if not stands.settled and not over:
        return (refusal("written.may_change", number=case_number, votes=len(stands.remaining), until=until),)
    if stands.legality.refusals:
        return stands.legality.refusals
    if not stands.tally.adopted:
        return (refusal("item.not_adopted", in_favour=stands.tally.for_, against=stands.tally.against),)
    return ()


def _outcome(
    bylaw: Bylaw, everybody: Sequence[MemberFacts], choices: Mapping[str, Choice], day: date, area: str
) -> tuple[Legality, Tally]:
    there = [replace(member, present=member.uid in choices) for member in everybody]
    return legality(bylaw, there, day, area), tally(bylaw, choices, there, day)
