"""The written procedure: a vote is closed when nothing that may still come could change its outcome."""

from dataclasses import replace
from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.rules.legality import Bylaw, Count, MemberFacts, SideMinimum
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
from commission_app.rules.written_vote import against_closing, against_counting, sealed_standing, standing

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


def stand_in(place: int, *, seated: bool = True) -> MemberFacts:
    """A substitute in the seat of a member, or in nobody's."""
    return replace(
        member(9), uid="s", name="Aizvietotāja", role=MemberRole.SUBSTITUTE, present=seated, instead_of=f"m{place}"
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
    st.sampled_from([None, 0, 2]),
)
def test_what_is_settled_no_vote_changes_and_what_is_not_some_vote_does(
    bylaw: Bylaw, given_votes: list[Choice | None], recused: set[int], replaced: int | None
) -> None:
    members = [member(place, recused=place in recused) for place in range(len(given_votes))]
    if replaced is not None:
        members.append(stand_in(replaced))
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


@given(BYLAWS, st.integers(3, 5), st.integers(0, 2), st.sampled_from([None, *Choice]), st.sampled_from(Choice))
def test_a_substitute_votes_as_the_replaced_would_and_never_beside(
    bylaw: Bylaw, many: int, place: int, own: Choice | None, choice: Choice
) -> None:
    everybody = [member(at) for at in range(many)]
    others = {f"m{at}": Choice.FOR for at in range(many) if at != place}
    late = {f"m{place}": own} if own is not None else {}
    stands = standing(bylaw, [*everybody, stand_in(place)], {**others, **late, "s": choice}, DAY)
    alone = standing(bylaw, everybody, {**others, f"m{place}": choice}, DAY)
    counts = [
        (one.tally.for_, one.tally.against, one.tally.abstained, one.legality.taking_part) for one in (stands, alone)
    ]
    assert counts[0] == counts[1]
    assert len(stands.may_vote) == many
    assert stands.barred[f"m{place}"].reason == "written.replaced"
    if place:  # in the chair's seat the by-law decides who presides
        assert stands.adopted == alone.adopted


def test_a_substitute_in_nobodys_seat_neither_votes_nor_is_waited_for() -> None:
    stands = standing(Bylaw(), [*(member(at) for at in range(3)), stand_in(0, seated=False)], {"s": Choice.FOR}, DAY)
    assert (stands.tally.for_, stands.remaining, stands.barred["s"].reason) == (
        0,
        ("m0", "m1", "m2"),
        "vote.substitute_idle",
    )


@settings(max_examples=60, deadline=None)
@given(BYLAWS, st.integers(2, 5), st.sets(st.integers(0, 4)), st.sets(st.integers(0, 4), max_size=1))
def test_of_a_sealed_vote_only_what_no_ballot_could_change_is_certain(
    bylaw: Bylaw, many: int, came: set[int], recused: set[int]
) -> None:
    members = [member(place, recused=place in recused) for place in range(many)]
    took = {f"m{place}" for place in came}
    stands = sealed_standing(bylaw, members, took, None, DAY)
    assert stands.sealed and not stands.adopted
    outcomes = set()
    for more in product([False, True], repeat=len(stands.remaining)):
        everybody = took | {uid for uid, comes in zip(stands.remaining, more, strict=True) if comes}
        papers = len(everybody & set(stands.may_vote))
        for in_favour, abstained in product(range(papers + 1), repeat=2):
            if in_favour + abstained <= papers:
                count = Count(in_favour, papers - in_favour - abstained, abstained)
                outcomes.add(sealed_standing(bylaw, members, everybody, count, DAY).adopted)
    assert stands.settled == (not stands.remaining or True not in outcomes)


@given(BYLAWS, st.integers(2, 5), st.sets(st.integers(0, 4)), st.booleans())
def test_ballots_are_not_opened_while_one_may_come_where_they_decide_nothing_or_betray_a_vote(
    bylaw: Bylaw, many: int, came: set[int], over: bool
) -> None:
    members, took = [member(place) for place in range(many)], {f"m{place}" for place in came}
    stands = sealed_standing(bylaw, members, took, None, DAY)
    opened = not against_counting(stands, "1", DAY, over=over)
    assert opened == (stands.taken_part > 1 and (over or not stands.remaining) and stands.legality.lawful)
    assert against_closing(stands, "1", DAY, over=over), "what is not counted is not closed"


def test_totals_of_other_ballots_than_came_are_no_count() -> None:
    members, took = [member(at) for at in range(5)], {"m0", "m1", "m2"}
    counted = sealed_standing(Bylaw(), members, took, Count(2, 1, 0), DAY)
    assert (counted.sealed, counted.settled, counted.adopted) == (False, True, True)
    assert not against_closing(counted, "1", DAY, over=True)
    assert sealed_standing(Bylaw(), members, took, Count(3, 1, 0), DAY).sealed
    strict = Bylaw(abstention_policy=AbstentionPolicy.FORBIDDEN)
    assert sealed_standing(strict, members, took, Count(2, 0, 1), DAY).sealed
    lost = sealed_standing(Bylaw(), members, took, Count(1, 1, 0, 1), DAY)
    assert [why.reason for why in against_closing(lost, "1", DAY, over=True)] == ["item.not_adopted"]
