"""Units gather to a part and to the whole; nothing of it counts twice."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.accumulation import UnitNeed, progress, standing, total
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.accumulation import Stage, UnitStanding
from commission_app.rules.vocabulary.standard import CreditUnit

NEEDS = (
    UnitNeed(1, "U1", "A"),
    UnitNeed(2, "U2", "A"),
    UnitNeed(3, "U3", "B"),
    UnitNeed(4, "U4", "B", mandatory=False),
)
PARTS = ("A", "B")


@pytest.mark.parametrize(
    ("held", "stage", "parts", "missing", "reasons"),
    [
        ((), Stage.NOTHING, (Stage.NOTHING, Stage.NOTHING), ("U1", "U2", "U3"), ["accumulation.missing"]),
        ((1,), Stage.BEGUN, (Stage.BEGUN, Stage.NOTHING), ("U2", "U3"), ["accumulation.missing"]),
        ((1, 2), Stage.BEGUN, (Stage.COMPLETE, Stage.NOTHING), ("U3",), ["accumulation.missing"]),
        ((1, 2, 4), Stage.BEGUN, (Stage.COMPLETE, Stage.BEGUN), ("U3",), ["accumulation.missing"]),
        ((1, 2, 3), Stage.COMPLETE, (Stage.COMPLETE, Stage.COMPLETE), (), []),
        ((1, 2, 3, 99), Stage.COMPLETE, (Stage.COMPLETE, Stage.COMPLETE), (), []),
    ],
)
def test_units_gather_to_parts_and_parts_to_the_whole(
    held: tuple[int, ...], stage: Stage, parts: tuple[Stage, ...], missing: tuple[str, ...], reasons: list[str]
) -> None:
    found = progress(NEEDS, frozenset(held), PARTS)
    assert (found.stage, tuple(part.stage for part in found.parts)) == (stage, parts)
    assert (found.missing, [one.reason for one in found.against]) == (missing, reasons)


def test_a_final_examination_is_never_missing_but_stays_to_be_taken() -> None:
    needs = (UnitNeed(1, "K1"), UnitNeed(2, "BD", recognisable=False))
    found = progress(needs, frozenset({1}))
    assert (found.stage, found.missing, found.in_study) == (Stage.BEGUN, (), ("BD",))
    assert [one.reason for one in found.against] == ["accumulation.in_study"]
    assert standing(needs[1], frozenset()) is UnitStanding.IN_STUDY
    assert standing(needs[0], frozenset(), frozenset({1})) is UnitStanding.ASKED


def test_a_qualification_without_units_or_with_electives_only_is_not_whole_by_itself() -> None:
    assert [one.reason for one in progress((), frozenset({1})).against] == ["accumulation.no_units"]
    electives = (UnitNeed(1, "E1", "A", mandatory=False), UnitNeed(2, "E2", "A", mandatory=False))
    assert [one.reason for one in progress(electives, frozenset()).against] == ["accumulation.nothing_held"]
    assert progress(electives, frozenset({1}), ("A",)).parts[0].stage is Stage.BEGUN
    assert progress(electives, frozenset({1, 2}), ("A",)).parts[0].stage is Stage.COMPLETE


def test_a_unit_that_serves_several_standards_counts_once_and_old_points_become_ects() -> None:
    six, four = Credits.of("6", CreditUnit.ECTS), Credits.of("4", CreditUnit.KP)
    points = Credits.of("20", CreditUnit.ECVET)
    assert total([(1, six), (1, six), (2, four), (3, points), (4, None)]) == (Credits.of("12", CreditUnit.ECTS), points)


IDENTITIES = st.frozensets(st.integers(1, 6))


@given(
    st.lists(st.builds(UnitNeed, st.integers(1, 6), st.sampled_from("abcdef"), st.sampled_from("AB"), st.booleans())),
    IDENTITIES,
    st.integers(1, 6),
)
def test_another_unit_never_takes_a_person_further_away(needs: list[UnitNeed], held: frozenset[int], more: int) -> None:
    before, after = progress(needs, held, PARTS), progress(needs, held | {more}, PARTS)
    assert len(after.missing) <= len(before.missing)
    assert Fraction(0) <= after.far <= 1
    if before.stage is Stage.COMPLETE:
        assert after.stage is Stage.COMPLETE
    for old, new in zip(before.parts, after.parts, strict=True):
        assert set(old.held) <= set(new.held)
        assert old.stage is not Stage.COMPLETE or new.stage is Stage.COMPLETE
