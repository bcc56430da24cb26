"""The written procedure: a vote is closed when nothing that may still come could change its outcome."""

from dataclasses import replace
from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.rules.legality import Bylaw, MemberFacts, SideMinimum
from commission_app.rules.vocabulary.commission import (
    AbstentionPolicy,
    MajorityBase,
    MemberRole,
    QuorumBase,
    QuorumRule,
    RecusalPolicy,
    Side,
)
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.rules.written_vote import against_closing, standing

DAY = date(2026, 11, 26)
ROLES = (MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR, MemberRole.MEMBER)


def member(place: int, *, recused: bool = False) -> MemberFacts:
    return MemberFacts(
        uid=f"m{place}",
        name=f"Loceklis {place}",
        role=ROLES[min(place, 2)],
        side=Side.EMPLOYERS if place % 2 else Side.SCHOOL,
        term_from=date(2025, 1, 1),
        term_until=date(2028, 12, 31),
        present=False,
        recused=recused,
        position=place,
    )


BYLAWS = st.builds(
    Bylaw,
    quorum_rule=st.sampled_from([QuorumRule.MORE_THAN_HALF, QuorumRule.AT_LEAST_HALF]),
    quorum_base=st.sampled_from(QuorumBase),
    majority_base=st.sampled_from(MajorityBase),
    chair_must_attend=st.booleans(),
    casting_vote=st.booleans(),
    side_minimums=st.sampled_from([(), (SideMinimum(Side.EMPLOYERS, 1),)]),
    majority_numerator=st.just(2),
    majority_denominator=st.sampled_from([3, 4]),
    majority_strict=st.booleans(),
    recusal_policy=st.sampled_from(RecusalPolicy),
    abstention_policy=st.sampled_from([AbstentionPolicy.ALLOWED, AbstentionPolicy.COUNTS_AS_AGAINST]),
)


@settings(max_examples=60, deadline=None)
@given(
    BYLAWS,
    st.lists(st.sampled_from([None, *Choice]), min_size=3, max_size=6),
    st.sets(st.integers(0, 5), max_size=2),
)
def test_what_is_settled_no_vote_changes_and_what_is_not_some_vote_does(
    bylaw: Bylaw, given_votes: list[Choice | None], recused: set[int]
) -> None:
    members = [member(place, recused=place in recused) for place in range(len(given_votes))]
    cast = {f"m{place}": choice for place, choice in enumerate(given_votes) if choice and place not in recused}
    stands = standing(bylaw, members, cast, DAY)
    if len(stands.remaining) > 3:
        return
    outcomes = set()
    for more in product([None, *Choice], repeat=len(stands.remaining)):
        later = {uid: choice for uid, choice in zip(stands.remaining, more, strict=True) if choice}
        outcomes.add(standing(bylaw, members, cast | later, DAY).adopted)
    assert stands.settled == (len(outcomes) == 1)


def test_four_of_seven_in_favour_settle_the_vote_and_the_last_day_ends_it() -> None:
    members = [member(place) for place in range(7)]
    three = dict.fromkeys(("m0", "m1", "m2"), Choice.FOR)
    stands = standing(Bylaw(), members, three, DAY)
    assert (stands.settled, stands.adopted, len(stands.remaining)) == (False, False, 4)
    assert [why.reason for why in against_closing(stands, "1", DAY, over=False)] == ["written.may_change"]
    assert [why.reason for why in against_closing(stands, "1", DAY, over=True)] == ["quorum.missing"]
    in_office = Bylaw(majority_base=MajorityBase.IN_OFFICE)
    stands = standing(in_office, members, three | {"m3": Choice.FOR}, DAY)
    assert stands.settled
    assert not against_closing(stands, "1", DAY, over=False)
    lost = standing(in_office, members, dict.fromkeys(("m0", "m1", "m2", "m3"), Choice.AGAINST), DAY)
    assert [why.reason for why in against_closing(lost, "1", DAY, over=False)] == ["item.not_adopted"]


def test_who_is_recused_neither_counts_nor_is_waited_for() -> None:
    members = [member(place) for place in range(3)]
    members[2] = replace(members[2], recused=True)
    stands = standing(Bylaw(), members, dict.fromkeys(("m0", "m1", "m2"), Choice.FOR), DAY)
    assert (stands.tally.for_, stands.remaining, stands.settled) == (2, (), True)
