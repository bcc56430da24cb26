"""Whether a commission may decide, and how its vote counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.legality import (
    Bylaw,
    MemberFacts,
    check_bylaw,
    check_vote,
    legality,
    presiding,
    quorum_needed,
    tally,
)
from commission_app.rules.vocabulary.commission import MajorityBase, MemberRole, QuorumBase, QuorumRule, Side
from commission_app.rules.vocabulary.sitting import Choice, Light, LightKind

DAY = date(2026, 11, 26)
BYLAW = Bylaw()


def commission(size: int = 7, present: int = 5) -> list[MemberFacts]:
    """A chair, a deputy and members; the first ones are present."""
    roles = [MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR] + [MemberRole.MEMBER] * size
    return [
        MemberFacts(
            uid=f"m{place}",
            name=f"Loceklis {place}",
            role=roles[place],
            side=Side.EMPLOYERS if place % 2 else Side.SCHOOL,
            term_from=date(2025, 1, 1),
            term_until=date(2028, 12, 31),
            present=place < present,
        )
        for place in range(size)
    ]


def light(bylaw: Bylaw, members: list[MemberFacts], kind: LightKind) -> tuple[Light, str]:
    finding = next(one for one in legality(bylaw, members, DAY).lights if one.kind is kind)
    return finding.light, finding.why.reason


@pytest.mark.parametrize(
    ("bylaw", "in_office", "recused", "needed"),
    [
        (Bylaw(QuorumRule.MORE_THAN_HALF), 39, 0, 20),
        (Bylaw(QuorumRule.MORE_THAN_HALF), 38, 0, 20),
        (Bylaw(QuorumRule.AT_LEAST_HALF), 39, 0, 20),
        (Bylaw(QuorumRule.AT_LEAST_HALF), 38, 0, 19),
        (Bylaw(QuorumRule.MORE_THAN_HALF), 7, 2, 4),
        (Bylaw(QuorumRule.MORE_THAN_HALF, QuorumBase.NOT_RECUSED), 7, 2, 3),
        (Bylaw(QuorumRule.FRACTION, numerator=2, denominator=3), 7, 0, 5),
        (Bylaw(QuorumRule.FRACTION, numerator=2, denominator=3), 6, 0, 4),
        (Bylaw(QuorumRule.FIXED, fixed=4), 39, 0, 4),
        (Bylaw(QuorumRule.AT_LEAST_HALF), 0, 0, 1),
    ],
)
def test_how_many_must_take_part(bylaw: Bylaw, in_office: int, recused: int, needed: int) -> None:
    assert quorum_needed(bylaw, in_office, recused) == needed


@given(st.integers(0, 200), st.integers(0, 200), st.integers(1, 9), st.integers(1, 9))
def test_the_quorum_is_the_least_number_that_satisfies_its_rule(office: int, gone: int, one: int, two: int) -> None:
    gone, num, den = min(gone, office), min(one, two), max(one, two)
    base = office - gone

    def least(fits: object) -> int:
        return next(n for n in range(1, 202) if fits(n))  # type: ignore[operator]

    not_recused = {"quorum_base": QuorumBase.NOT_RECUSED, "numerator": num, "denominator": den}
    more, half, part = QuorumRule.MORE_THAN_HALF, QuorumRule.AT_LEAST_HALF, QuorumRule.FRACTION
    assert quorum_needed(Bylaw(more, **not_recused), office, gone) == least(lambda n: 2 * n > base)
    assert quorum_needed(Bylaw(half, **not_recused), office, gone) == least(lambda n: 2 * n >= base)
    assert quorum_needed(Bylaw(part, **not_recused), office, gone) == least(lambda n: den * n >= num * base)


@pytest.mark.parametrize(
    ("present", "colour", "reason"),
    [(2, Light.RED, "quorum.missing"), (4, Light.AMBER, "quorum.exact"), (5, Light.GREEN, "quorum.met")],
)
def test_the_quorum_light_carries_its_figures(present: int, colour: Light, reason: str) -> None:
    status = legality(BYLAW, commission(present=present), DAY)
    finding = next(one for one in status.lights if one.kind is LightKind.QUORUM)
    assert (finding.light, finding.why.reason) == (colour, reason)
    assert (finding.why.facts["present"], finding.why.facts["needed"]) == (present, 4)


def test_a_recused_member_takes_no_part_and_may_break_the_quorum() -> None:
    members = commission(present=4)
    members[2] = replace(members[2], recused=True)
    status = legality(BYLAW, members, DAY)
    assert [what.reason for what in status.refusals] == ["quorum.missing"]
    with pytest.raises(RefusedError, match=r"vote\.recused"):
        check_vote(members[2], status)
    assert legality(Bylaw(quorum_base=QuorumBase.NOT_RECUSED), commission(present=4), DAY).lawful


@pytest.mark.parametrize(
    ("change", "bylaw", "reason"),
    [
        ({"present": False}, BYLAW, "vote.absent"),
        ({"term_until": DAY - timedelta(days=1)}, BYLAW, "vote.term"),
        ({"term_from": DAY + timedelta(days=1)}, BYLAW, "vote.term"),
        ({"assessed_case": True}, Bylaw(assessors_may_vote=False), "vote.assessor"),
        ({"role": MemberRole.SECRETARY}, BYLAW, "vote.secretary"),
        ({"recused": True}, BYLAW, "vote.recused"),
    ],
)
def test_who_may_not_vote_hears_why(change: dict[str, object], bylaw: Bylaw, reason: str) -> None:
    members = commission()
    members[3] = replace(members[3], **change)  # type: ignore[arg-type]
    status = legality(bylaw, members, DAY)
    assert members[3].uid not in status.may_vote
    with pytest.raises(RefusedError) as refused:
        check_vote(members[3], status)
    assert refused.value.reason == reason


def test_a_term_holds_on_its_last_day() -> None:
    members = [replace(member, term_until=DAY) for member in commission()]
    assert light(BYLAW, members, LightKind.TERMS) == (Light.AMBER, "terms.ending")
    assert legality(BYLAW, members, DAY).lawful


def test_a_lapsed_term_at_the_table_prevents_a_decision() -> None:
    members = commission()
    members[4] = replace(members[4], term_until=DAY - timedelta(days=1))
    assert light(BYLAW, members, LightKind.TERMS) == (Light.RED, "terms.lapsed")
    members[4] = replace(members[4], present=False)
    assert light(BYLAW, members, LightKind.TERMS)[0] is Light.GREEN


def test_composition_asks_for_members_practitioners_and_a_chair() -> None:
    kind = LightKind.COMPOSITION
    assert light(BYLAW, commission(), kind) == (Light.GREEN, "composition.right")
    assert light(BYLAW, commission(size=2, present=2), kind) == (Light.RED, "composition.too_few")
    assert light(Bylaw(min_practitioners=4), commission(), kind) == (Light.RED, "composition.practitioners")
    headless = [replace(member, present=member.role is MemberRole.MEMBER) for member in commission()]
    assert light(BYLAW, headless, kind) == (Light.RED, "composition.no_chair")
    assert light(Bylaw(chair_must_attend=False), headless, kind)[0] is Light.GREEN


def test_an_assessor_at_the_table_is_shown() -> None:
    members = commission()
    members[2] = replace(members[2], assessed_case=True)
    kind = LightKind.INDEPENDENCE
    assert light(BYLAW, members, kind) == (Light.AMBER, "independence.assessor_votes")
    assert light(Bylaw(assessors_may_vote=False), members, kind) == (Light.AMBER, "independence.assessor_barred")
    assert light(BYLAW, commission(), kind)[0] is Light.GREEN


def votes(members: list[MemberFacts], text: str) -> dict[str, Choice]:
    choices = {"+": Choice.FOR, "-": Choice.AGAINST, "0": Choice.ABSTAIN}
    return {member.uid: choices[sign] for member, sign in zip(members, text, strict=False) if sign in choices}


@pytest.mark.parametrize(
    ("base", "cast", "adopted", "by_casting"),
    [
        (MajorityBase.VOTES_CAST, "++-00", True, False),
        (MajorityBase.PRESENT, "++-00", False, False),
        (MajorityBase.PRESENT, "+++--", True, False),
        (MajorityBase.IN_OFFICE, "+++00", False, False),
        (MajorityBase.IN_OFFICE, "++++0", True, False),
        (MajorityBase.VOTES_CAST, "++--0", True, True),
        (MajorityBase.VOTES_CAST, "--++0", False, False),
        (MajorityBase.VOTES_CAST, "00000", False, False),
    ],
)
def test_when_a_draft_is_adopted(base: MajorityBase, cast: str, adopted: bool, by_casting: bool) -> None:
    members = commission()
    counted = tally(Bylaw(majority_base=base), votes(members, cast), members, DAY)
    assert (counted.adopted, counted.by_casting_vote) == (adopted, by_casting)
    assert (counted.for_, counted.against, counted.abstained) == (cast.count("+"), cast.count("-"), cast.count("0"))


def test_a_tie_without_a_casting_vote_is_not_adopted() -> None:
    members = commission(present=4)
    assert not tally(Bylaw(casting_vote=False), votes(members, "++--"), members, DAY).adopted


def test_a_recused_chair_leaves_the_chair_to_the_deputy() -> None:
    members = commission()
    members[0] = replace(members[0], recused=True)
    status = legality(BYLAW, members, DAY)
    assert presiding(members, status) == members[1].uid
    counted = tally(BYLAW, votes(members, "x+--+"), members, DAY)
    assert (counted.adopted, counted.by_casting_vote, counted.recused) == (True, True, 1)


@pytest.mark.parametrize("sign", ["+", "-", "0"])
def test_the_vote_of_a_recused_member_is_refused_whatever_it_says(sign: str) -> None:
    members = commission()
    members[4] = replace(members[4], recused=True)
    with pytest.raises(RefusedError, match=r"vote\.recused"):
        tally(BYLAW, votes(members, "++++" + sign), members, DAY)


def test_a_strangers_vote_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"vote\.not_member"):
        tally(BYLAW, {"somebody": Choice.FOR}, commission(), DAY)


@given(st.text(alphabet="+-0", min_size=7, max_size=7), st.sampled_from(MajorityBase), st.integers(0, 6))
def test_one_more_vote_for_never_loses_the_draft(cast: str, base: MajorityBase, place: int) -> None:
    members, bylaw = commission(present=7), Bylaw(majority_base=base)
    better = f"{cast[:place]}+{cast[place + 1 :]}"
    if tally(bylaw, votes(members, cast), members, DAY).adopted:
        assert tally(bylaw, votes(members, better), members, DAY).adopted


@given(st.permutations(range(7)), st.integers(0, 7))
def test_the_order_of_the_list_of_members_decides_nothing(order: list[int], present: int) -> None:
    members = commission(present=present)
    assert legality(BYLAW, [members[place] for place in order], DAY) == legality(BYLAW, members, DAY)


@pytest.mark.parametrize(
    ("bylaw", "reason"),
    [
        (Bylaw(QuorumRule.FRACTION, numerator=3, denominator=2), "bylaw.fraction"),
        (Bylaw(QuorumRule.FRACTION, numerator=1, denominator=0), "bylaw.fraction"),
        (Bylaw(QuorumRule.FIXED, fixed=0), "bylaw.fixed"),
        (Bylaw(minimum_members=0), "bylaw.minimum"),
    ],
)
def test_a_bylaw_nobody_could_follow_is_refused(bylaw: Bylaw, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_bylaw(bylaw)
    assert refused.value.reason == reason
