"""Every combination of what a by-law may say: nobody counts twice, nothing is adopted without its majority."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.legality import (
    Bylaw,
    Count,
    Legality,
    MemberFacts,
    check_bylaw,
    check_vote,
    legality,
    quorum_needed,
    table,
    tally,
    tally_totals,
    votes_needed,
)
from commission_app.rules.vocabulary.commission import (
    AbstentionPolicy,
    MajorityBase,
    MemberRole,
    QuorumBase,
    QuorumRule,
    RecusalPolicy,
    Side,
)
from commission_app.rules.vocabulary.sitting import Choice, Light, LightKind

DAY = date(2026, 11, 26)
SINCE, ENDED = date(2025, 1, 1), date(2026, 11, 25)
COMBINATIONS = [
    Bylaw(
        quorum_rule=rule,
        quorum_base=base,
        numerator=2,
        denominator=3,
        fixed=3,
        majority_base=of,
        recusal_policy=recusal,
        abstention_policy=abstaining,
        chair_must_attend=False,
    )
    for rule, base, of, recusal, abstaining in product(
        QuorumRule, QuorumBase, MajorityBase, RecusalPolicy, AbstentionPolicy
    )
]
OWN = [MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR, MemberRole.MEMBER, MemberRole.SECRETARY]


def commission(own: list[int], stand_ins: list[tuple[int, int]]) -> list[MemberFacts]:
    """A commission in any state: absent, recused, lapsed; substitutes in seats that are free, taken or no seats.

    A member is drawn as one number, which is read digit by digit: that is quick, and the smallest is the plainest.
    """
    facts = [_member(place, drawn) for place, drawn in enumerate(own)]
    for place, (drawn, seat) in enumerate(stand_ins):
        instead = facts[seat % len(own)].uid if seat else None
        facts.append(replace(_member(100 + place, drawn, MemberRole.SUBSTITUTE), instead_of=instead))
    return facts


def _member(place: int, drawn: int, role: MemberRole | None = None) -> MemberFacts:
    drawn, office = divmod(drawn, len(OWN))
    drawn, away = divmod(drawn, 3)
    drawn, recused = divmod(drawn, 4)
    lapsed, assessed = divmod(drawn, 4)
    return MemberFacts(
        uid=f"m{place}",
        name=f"Loceklis {place}",
        role=role or OWN[office],
        side=Side.SCHOOL,
        term_from=SINCE,
        term_until=ENDED if lapsed == 3 else None,
        present=away != 1,
        recused=recused == 3,
        assessed_case=assessed == 3,
        position=place,
    )


def bylaw_of(combination: int, ticks: int, majority: tuple[int, int, bool]) -> Bylaw:
    """A combination with what is ticked beside it."""
    return replace(
        COMBINATIONS[combination],
        casting_vote=bool(ticks & 1),
        secretary_votes=bool(ticks & 2),
        assessors_may_vote=bool(ticks & 4),
        substitute_presides=bool(ticks & 8),
        majority_numerator=majority[0],
        majority_denominator=majority[1],
        majority_strict=majority[2],
    )


DRAWN = st.integers(0, len(OWN) * 3 * 4 * 4 * 4 - 1)
MAJORITIES = ((1, 2, True), (1, 2, False), (2, 3, True), (2, 3, False), (1, 1, False))
bylaws = st.builds(bylaw_of, st.integers(0, len(COMBINATIONS) - 1), st.integers(0, 15), st.sampled_from(MAJORITIES))
commissions = st.builds(
    commission, st.lists(DRAWN, min_size=1, max_size=7), st.lists(st.tuples(DRAWN, st.integers(0, 7)), max_size=3)
)


def red(status: Legality, kind: LightKind) -> bool:
    return any(one.kind is kind and one.light is Light.RED for one in status.lights)


def cast(members: list[MemberFacts], bylaw: Bylaw, signs: list[Choice]) -> dict[str, Choice]:
    """Everybody who may vote does, as the signs say; nobody abstains where that is forbidden."""
    forbidden = bylaw.abstention_policy is AbstentionPolicy.FORBIDDEN
    chosen = zip(legality(bylaw, members, DAY).may_vote, signs, strict=False)
    return {uid: Choice.AGAINST if forbidden and one is Choice.ABSTAIN else one for uid, one in chosen}


SIGNS = st.lists(st.sampled_from(Choice), min_size=7, max_size=7)


def test_all_combinations_are_by_laws_that_can_be_followed() -> None:
    assert len(COMBINATIONS) == 4 * 2 * 3 * 2 * 3
    for bylaw in COMBINATIONS:
        check_bylaw(bylaw)


def test_more_than_half_of_thirty_nine_is_twenty() -> None:
    for bylaw in COMBINATIONS:
        if bylaw.quorum_rule is QuorumRule.MORE_THAN_HALF:
            assert quorum_needed(bylaw, 39) == 20
    assert votes_needed(Bylaw(), 39) == 20
    assert votes_needed(Bylaw(majority_numerator=2, majority_denominator=3, majority_strict=False), 39) == 26


@given(bylaws, commissions)
def test_nobody_is_counted_twice(bylaw: Bylaw, members: list[MemberFacts]) -> None:
    at, status = table(bylaw, members, DAY), legality(bylaw, members, DAY)
    sitters = [seat.sitter.uid for seat in at.seats if seat.sitter is not None]
    assert len(set(sitters)) == len(sitters)
    assert len(status.may_vote) <= status.taking_part <= len(at.seats) == status.in_office
    assert set(status.may_vote) <= set(sitters)
    for seat in at.seats:
        if seat.sitter is not None and seat.sitter is not seat.owner:
            assert not seat.owner.present, "a substitute never sits beside the member who is replaced"
            assert seat.owner.uid not in status.may_vote
    if not bylaw.recused_count:
        assert status.taking_part == len(status.may_vote)


@given(bylaws, commissions, st.integers(0, 9))
def test_one_more_in_an_empty_seat_never_breaks_the_quorum(
    bylaw: Bylaw, members: list[MemberFacts], place: int
) -> None:
    before = legality(bylaw, members, DAY)
    empty = [seat.owner for seat in table(bylaw, members, DAY).seats if seat.sitter is None]
    if not empty:
        return
    comer = empty[place % len(empty)]
    after = [replace(one, present=True) if one is comer else one for one in members]
    assert legality(bylaw, after, DAY).taking_part >= before.taking_part
    assert red(legality(bylaw, after, DAY), LightKind.QUORUM) <= red(before, LightKind.QUORUM)


@given(bylaws, commissions, st.sampled_from(Choice))
def test_the_vote_of_whoever_is_barred_is_refused(bylaw: Bylaw, members: list[MemberFacts], choice: Choice) -> None:
    status = legality(bylaw, members, DAY)
    for member in members:
        absent_or_away = not member.present or member.recused or not member.in_term(DAY)
        assert not (absent_or_away and member.uid in status.may_vote)
        if member.uid in status.may_vote:
            continue
        with pytest.raises(RefusedError):
            check_vote(member, status)
        with pytest.raises(RefusedError):
            tally(bylaw, {member.uid: choice}, members, DAY)


@given(bylaws, commissions, SIGNS)
def test_a_draft_is_adopted_only_by_the_majority_of_its_base(
    bylaw: Bylaw, members: list[MemberFacts], signs: list[Choice]
) -> None:
    status, choices = legality(bylaw, members, DAY), cast(members, bylaw, signs)
    counted = tally(bylaw, choices, members, DAY)
    share, whole = counted.for_ * bylaw.majority_denominator, counted.base * bylaw.majority_numerator
    plain = counted.base > 0 and (share > whole if bylaw.majority_strict else share >= whole)
    assert counted.adopted == (plain or counted.by_casting_vote)
    assert (counted.for_ >= counted.needed and counted.base > 0) == plain
    assert 0 <= counted.for_ <= counted.base or bylaw.majority_base is MajorityBase.PRESENT
    if counted.by_casting_vote:
        assert bylaw.casting_vote and 2 * counted.for_ == counted.base
        assert (bylaw.majority_numerator, bylaw.majority_denominator, bylaw.majority_strict) == (1, 2, True)
        assert choices[status.presiding or ""] is Choice.FOR
    expected = {MajorityBase.PRESENT: len(status.may_vote), MajorityBase.IN_OFFICE: status.in_office}
    if bylaw.majority_base in expected:
        assert counted.base == expected[bylaw.majority_base]
    else:
        against_too = bylaw.abstention_policy is AbstentionPolicy.COUNTS_AS_AGAINST
        assert counted.base == counted.for_ + counted.against + (counted.abstained if against_too else 0)


@given(bylaws, commissions, SIGNS)
def test_secret_totals_count_as_the_same_votes_by_name(
    bylaw: Bylaw, members: list[MemberFacts], signs: list[Choice]
) -> None:
    named = tally(bylaw, cast(members, bylaw, signs), members, DAY)
    secret = tally_totals(bylaw, Count(named.for_, named.against, named.abstained), members, DAY)
    assert not secret.by_casting_vote, "nobody knows how the presiding member voted"
    if not named.by_casting_vote:
        assert secret == named
    assert secret.adopted <= named.adopted


@given(bylaws, commissions)
def test_totals_that_cannot_be_are_refused(bylaw: Bylaw, members: list[MemberFacts]) -> None:
    most = len(legality(bylaw, members, DAY).may_vote)
    for wrong in (Count(most + 1, 0, 0), Count(0, most, 0, 1), Count(-1, 0, 0), Count(0, 0, 0, -1)):
        with pytest.raises(RefusedError, match=r"vote\.(too_many_papers|negative_total)"):
            tally_totals(bylaw, wrong, members, DAY)
    if bylaw.abstention_policy is AbstentionPolicy.FORBIDDEN and most:
        with pytest.raises(RefusedError, match=r"vote\.no_abstaining"):
            tally_totals(bylaw, Count(0, 0, 1), members, DAY)


@given(bylaws, commissions)
def test_who_presides_may_vote_and_holds_or_fills_such_an_office(bylaw: Bylaw, members: list[MemberFacts]) -> None:
    status = legality(bylaw, members, DAY)
    if status.presiding is None:
        return
    head = next(member for member in members if member.uid == status.presiding)
    assert head.uid in status.may_vote
    assert head.role in (MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR) or (
        head.role is MemberRole.SUBSTITUTE and bylaw.substitute_presides
    )
