"""What a by-law asks of a commission: practitioners, sides, both sexes, the field of the case, a chair; and by whom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.legality import (
    Bylaw,
    MemberFacts,
    SideMinimum,
    areas,
    check_bylaw,
    check_choice,
    legality,
    practitioners_needed,
    sides_of,
    sides_text,
    tally,
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
from commission_app.rules.vocabulary.person import Sex
from commission_app.rules.vocabulary.sitting import Choice, Light, LightKind

DAY = date(2026, 11, 26)
ROLES = (MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR, MemberRole.MEMBER, MemberRole.MEMBER, MemberRole.MEMBER)
SIDES = (Side.SCHOOL, Side.EMPLOYERS, Side.SCHOOL, Side.EMPLOYERS, Side.STUDENTS)


def five(**of_all: object) -> list[MemberFacts]:
    """A chair, a deputy and three members of three sides; everybody is there."""
    return [
        replace(
            MemberFacts(f"m{place}", f"Loceklis {place}", role, side, date(2025, 1, 1), None, True, position=place),
            **of_all,  # type: ignore[arg-type]
        )
        for place, (role, side) in enumerate(zip(ROLES, SIDES, strict=True))
    ]


def stand_in(instead_of: str, **more: object) -> MemberFacts:
    """A substitute of the school who sits in a member's seat."""
    own = MemberFacts("s", "Ilze", MemberRole.SUBSTITUTE, Side.SCHOOL, date(2025, 1, 1), None, True, position=9)
    return replace(own, instead_of=instead_of, **more)  # type: ignore[arg-type]


def composition(bylaw: Bylaw, members: list[MemberFacts], area: str = "") -> tuple[Light, str]:
    finding = next(one for one in legality(bylaw, members, DAY, area).lights if one.kind is LightKind.COMPOSITION)
    return finding.light, finding.why.reason


RIGHT = (Light.GREEN, "composition.right")


@pytest.mark.parametrize(
    ("bylaw", "needed"),
    [
        (Bylaw(practitioner_numerator=1, practitioner_denominator=4), 2),
        (Bylaw(practitioner_numerator=1, practitioner_denominator=2), 3),
        (Bylaw(min_practitioners=4, practitioner_numerator=1, practitioner_denominator=2), 4),
        (Bylaw(), 0),
    ],
)
def test_practitioners_are_asked_for_as_a_number_and_as_a_share(bylaw: Bylaw, needed: int) -> None:
    assert practitioners_needed(bylaw, 5) == needed
    expected = RIGHT if needed <= 2 else (Light.RED, "composition.practitioners")
    assert composition(bylaw, five()) == expected


def test_a_side_must_take_part_and_a_substitute_keeps_the_side_of_the_seat() -> None:
    bylaw = Bylaw(side_minimums=(SideMinimum(Side.STUDENTS, 1),))
    members = five()
    assert composition(bylaw, members) == RIGHT
    members[4] = replace(members[4], present=False)
    assert composition(bylaw, members) == (Light.RED, "composition.side")
    assert composition(bylaw, [*members, stand_in("m4")]) == RIGHT
    assert composition(bylaw, [*members, stand_in("m4", recused=True)]) == (Light.RED, "composition.side")


def test_only_members_who_said_their_sex_count() -> None:
    bylaw = Bylaw(minimum_each_sex=2)
    assert composition(bylaw, five()) == (Light.RED, "composition.sex")
    sexes = (Sex.FEMALE, Sex.MALE, Sex.FEMALE, Sex.MALE, Sex.NOT_SAID)
    mixed = [replace(member, sex=sex) for member, sex in zip(five(), sexes, strict=True)]
    assert composition(bylaw, mixed) == RIGHT


@pytest.mark.parametrize(
    ("fields", "area", "expected"),
    [
        ("Datorika, Tīkli", "datorika", RIGHT),
        ("Grāmatvedība", "Datorika; Tīkli", (Light.RED, "composition.field")),
        ("", "Datorika", (Light.RED, "composition.field")),
        ("Datorika", "", (Light.AMBER, "composition.area_unknown")),
        ("Datorika", " ; ,", (Light.AMBER, "composition.area_unknown")),
    ],
)
def test_the_field_of_the_case_is_represented(fields: str, area: str, expected: tuple[Light, str]) -> None:
    members = five()
    members[2] = replace(members[2], fields=fields)
    assert composition(Bylaw(field_required=True), members, area) == expected
    members[2] = replace(members[2], present=False)
    assert composition(Bylaw(field_required=True), members, area)[1] != "composition.right"
    assert composition(Bylaw(), members, area) == RIGHT


def test_the_deputy_presides_before_a_substitute_of_the_chair() -> None:
    members = five()
    members[0] = replace(members[0], present=False)
    lets = Bylaw(substitute_presides=True)
    assert legality(lets, [*members, stand_in("m0")], DAY).presiding == "m1"
    members[1] = replace(members[1], present=False)
    assert legality(lets, [*members, stand_in("m0")], DAY).presiding == "s"
    assert legality(Bylaw(), [*members, stand_in("m0")], DAY).presiding is None
    assert composition(Bylaw(), [*members, stand_in("m0")]) == (Light.RED, "composition.no_chair")
    assert composition(Bylaw(chair_must_attend=False), [*members, stand_in("m0")]) == RIGHT


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"instead_of": None}, "vote.substitute_idle"),
        ({"instead_of": "nobody"}, "vote.seat_lapsed"),
        ({"instead_of": "m3"}, "vote.seat_taken"),
        ({"present": False}, "vote.absent"),
        ({"term_until": DAY - timedelta(days=1)}, "vote.term"),
        ({"recused": True}, "vote.recused"),
    ],
)
def test_a_substitute_who_may_not_vote_hears_why(change: dict[str, object], reason: str) -> None:
    members = five()
    members[4] = replace(members[4], present=False)
    status = legality(Bylaw(), [*members, replace(stand_in("m4"), **change)], DAY)  # type: ignore[arg-type]
    assert status.barred["s"].reason == reason
    assert status.taking_part == 4


def test_of_two_substitutes_in_one_seat_one_counts() -> None:
    members = five()
    members[4] = replace(members[4], present=False)
    second = replace(stand_in("m4"), uid="t", position=10)
    status = legality(Bylaw(), [*members, stand_in("m4"), second], DAY)
    assert (status.taking_part, status.barred["t"].reason) == (5, "vote.seat_taken")


def test_a_seat_that_lapsed_prevents_a_decision() -> None:
    members = five()
    members[4] = replace(members[4], present=False, term_until=DAY - timedelta(days=1))
    status = legality(Bylaw(), [*members, stand_in("m4")], DAY)
    assert [why.reason for why in status.refusals] == ["terms.lapsed"]


def test_a_term_that_ends_soon_is_seen_before_anybody_has_come() -> None:
    away = five(present=False)
    away[3] = replace(away[3], term_until=DAY + timedelta(days=9))
    terms = next(one for one in legality(Bylaw(), away, DAY).lights if one.kind is LightKind.TERMS)
    assert (terms.light, terms.why.facts["names"]) == (Light.AMBER, ("Loceklis 3",))


@pytest.mark.parametrize(
    ("policy", "base", "taking_part", "needed"),
    [
        (RecusalPolicy.OUT_OF_QUORUM, QuorumBase.IN_OFFICE, 2, 3),
        (RecusalPolicy.COUNTS_AS_PRESENT, QuorumBase.IN_OFFICE, 3, 3),
        (RecusalPolicy.OUT_OF_QUORUM, QuorumBase.NOT_RECUSED, 2, 3),
        (RecusalPolicy.COUNTS_AS_PRESENT, QuorumBase.NOT_RECUSED, 2, 3),
    ],
)
def test_what_a_recusal_does_to_the_quorum(
    policy: RecusalPolicy, base: QuorumBase, taking_part: int, needed: int
) -> None:
    members = [replace(member, present=place < 3, recused=place == 2) for place, member in enumerate(five())]
    status = legality(Bylaw(quorum_base=base, recusal_policy=policy), members, DAY)
    assert (status.taking_part, status.needed, len(status.may_vote)) == (taking_part, needed, 2)


def test_a_substitute_does_not_inherit_a_conflict_of_interest() -> None:
    bylaw = Bylaw(quorum_base=QuorumBase.NOT_RECUSED)
    members = five()
    members[4] = replace(members[4], present=False, recused=True)
    assert legality(bylaw, members, DAY).needed == 3 == legality(bylaw, members[:4], DAY).needed
    members[3] = replace(members[3], recused=True)
    assert legality(bylaw, members, DAY).needed == 2, "two of five are out of the base"
    status = legality(bylaw, [*members, stand_in("m4")], DAY)
    assert (status.needed, "s" in status.may_vote) == (3, True), "the seat of the substitute counts again"


def test_whoever_is_recused_is_in_no_majority_of_those_taking_part() -> None:
    bylaw = Bylaw(recusal_policy=RecusalPolicy.COUNTS_AS_PRESENT)
    members = five()
    members[4] = replace(members[4], recused=True)
    counted = tally(bylaw, {f"m{place}": Choice.FOR for place in range(4)}, members, DAY)
    assert (legality(bylaw, members, DAY).taking_part, counted.base, counted.recused) == (5, 4, 1)


def test_the_casting_vote_decides_nothing_but_a_tie_of_a_simple_majority() -> None:
    members = five()[:4]
    votes = {"m0": Choice.FOR, "m1": Choice.FOR, "m2": Choice.AGAINST, "m3": Choice.AGAINST}
    assert tally(Bylaw(), votes, members, DAY).by_casting_vote
    two_thirds = Bylaw(majority_numerator=2, majority_denominator=3)
    assert not tally(two_thirds, votes, members, DAY).adopted


@pytest.mark.parametrize(
    ("policy", "adopted"),
    [(AbstentionPolicy.ALLOWED, True), (AbstentionPolicy.COUNTS_AS_AGAINST, False)],
)
def test_what_abstaining_counts_for(policy: AbstentionPolicy, adopted: bool) -> None:
    bylaw = Bylaw(majority_base=MajorityBase.VOTES_CAST, abstention_policy=policy, casting_vote=False)
    signs = (Choice.FOR, Choice.FOR, Choice.AGAINST, Choice.ABSTAIN, Choice.ABSTAIN)
    counted = tally(bylaw, {f"m{place}": sign for place, sign in enumerate(signs)}, five(), DAY)
    assert (counted.adopted, counted.abstained, counted.against) == (adopted, 2, 1)


def test_abstaining_may_be_forbidden() -> None:
    bylaw = Bylaw(abstention_policy=AbstentionPolicy.FORBIDDEN)
    with pytest.raises(RefusedError, match=r"vote\.no_abstaining"):
        check_choice(bylaw, Choice.ABSTAIN)
    check_choice(bylaw, Choice.AGAINST)


@pytest.mark.parametrize(("in_favour", "adopted"), [(3, False), (4, True)])
def test_two_thirds_of_five_are_four(in_favour: int, adopted: bool) -> None:
    bylaw = Bylaw(majority_numerator=2, majority_denominator=3, majority_strict=False)
    signs = [Choice.FOR] * in_favour + [Choice.AGAINST] * (5 - in_favour)
    counted = tally(bylaw, {f"m{place}": sign for place, sign in enumerate(signs)}, five(), DAY)
    assert (counted.adopted, counted.needed, counted.base) == (adopted, 4, 5)


@pytest.mark.parametrize(
    ("change", "reason", "field"),
    [
        ({"majority_numerator": 1, "majority_denominator": 1}, "bylaw.majority", "majority_numerator"),
        ({"majority_numerator": 3, "majority_denominator": 2}, "bylaw.majority", "majority_numerator"),
        ({"majority_denominator": 0}, "bylaw.majority", "majority_numerator"),
        ({"majority_denominator": 3}, "bylaw.majority_low", "majority_numerator"),
        ({"practitioner_numerator": 2}, "bylaw.share", "practitioner_numerator"),
        ({"practitioner_denominator": 0}, "bylaw.share", "practitioner_numerator"),
        ({"min_practitioners": -1}, "bylaw.negative", "min_practitioners"),
        ({"minimum_each_sex": -1}, "bylaw.negative", "minimum_each_sex"),
        ({"side_minimums": (SideMinimum(Side.OTHER, 0),)}, "bylaw.side", "side_other"),
        ({"side_minimums": (SideMinimum(Side.OTHER, 1),) * 2}, "bylaw.side", "side_other"),
        ({"written_days": 0}, "bylaw.written_days", "written_days"),
        ({"freeze_days": -1}, "bylaw.negative", "freeze_days"),
        ({"quorum_rule": QuorumRule.FIXED}, "bylaw.fixed", "fixed"),
    ],
)
def test_a_by_law_nobody_could_follow_names_its_field(change: dict[str, object], reason: str, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_bylaw(replace(Bylaw(), **change))  # type: ignore[arg-type]
    assert (refused.value.reason, refused.value.refusal.field) == (reason, field)


@given(st.dictionaries(st.sampled_from(Side), st.integers(1, 9)))
def test_the_sides_of_a_by_law_are_read_as_they_were_written(least: dict[Side, int]) -> None:
    written = sides_text(tuple(SideMinimum(side, number) for side, number in least.items()))
    assert {one.side: one.least for one in sides_of(written)} == least


@given(st.text(max_size=40) | st.sampled_from(('{"sides":[{"side":"school","least":0}]}', '{"sides":1}', "[]", "1")))
def test_nonsense_for_sides_is_refused(text: str) -> None:
    if text:
        with pytest.raises(RefusedError, match=r"bylaw\.sides_unreadable"):
            sides_of(text)


def test_the_areas_of_a_text() -> None:
    assert areas(" Datorika ;Tīkli,, ") == ("Datorika", "Tīkli")
