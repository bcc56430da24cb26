"""What remains to be studied: offers of each year, prerequisites, the cap, the final examination, credits exact."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.quantities import Credits
from commission_app.rules.study_plan import PlanUnit, PlanWish, StudyPlan, proposed_entry, study_plan
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.rules.vocabulary.study_plan import PlacedBy

ECTS = CreditUnit.ECTS


def ects(amount: int | str) -> Credits:
    return Credits.of(amount, ECTS)


def unit(code: str, semester: int | None = None, *needs: str, credits: int = 6) -> PlanUnit:
    return PlanUnit(code, ects(credits), semester=semester, prerequisites=needs)


def done(one: PlanUnit) -> PlanUnit:
    return replace(one, recognised=one.credits, whole=True)


def plan(*units: PlanUnit, entry: int = 1, cap: int | None = None, programme: int | None = None) -> StudyPlan:
    wish = PlanWish(entry, None if cap is None else ects(cap))
    return study_plan(units, ECTS, wish, None if programme is None else ects(programme))


def placed(made: StudyPlan) -> dict[str, tuple[int, PlacedBy]]:
    return {line.unit.code: (line.semester, line.why) for line in made.placed}


def test_recognised_units_are_left_out_and_missed_ones_wait_for_their_half_of_the_year() -> None:
    made = plan(done(unit("A", 1)), unit("B", 2), unit("C", 3), unit("D"), entry=3)
    assert [one.code for one in made.recognised] == ["A"]
    assert placed(made) == {
        "C": (3, PlacedBy.OFFERED),
        "D": (3, PlacedBy.FREE),
        "B": (4, PlacedBy.NEXT_OFFER),
    }
    assert made.loads == ((3, ects(12)), (4, ects(6))) and made.left == ects(18)


def test_what_must_come_before_stands_before_unless_the_programme_offers_both_at_once() -> None:
    made = placed(plan(unit("B", None, "A"), unit("A", 2), unit("C", 2, "A"), unit("D", 1, "A")))
    assert made["A"] == (2, PlacedBy.OFFERED)
    assert made["B"] == (3, PlacedBy.PREREQUISITE)
    assert made["C"] == (2, PlacedBy.OFFERED)
    assert made["D"] == (3, PlacedBy.PREREQUISITE)
    assert placed(plan(unit("B", 1, "A"), done(unit("A", 2)))) == {"B": (1, PlacedBy.OFFERED)}


def test_a_full_semester_sends_a_unit_on_and_one_larger_than_the_cap_has_its_own() -> None:
    made = plan(unit("A", 1), unit("B", 1), unit("C"), unit("D", 2, credits=30), cap=9)
    assert placed(made) == {
        "A": (1, PlacedBy.OFFERED),
        "D": (2, PlacedBy.OFFERED),
        "B": (3, PlacedBy.FULL),
        "C": (4, PlacedBy.FULL),
    }


def test_the_final_examination_comes_last_and_units_of_choice_are_only_named() -> None:
    thesis = replace(unit("Z", 2), final_examination=True)
    choice = replace(unit("E", 2), mandatory=False)
    taken = done(replace(unit("F", 2), mandatory=False))
    made = plan(thesis, unit("A", 3), choice, taken, programme=30)
    assert placed(made) == {"A": (3, PlacedBy.OFFERED), "Z": (3, PlacedBy.LAST)}
    assert [one.code for one in made.choices] == ["E"]
    assert made.open == ects(12), "30 less two mandatory units and one of choice that is recognised"


def test_a_unit_recognised_in_part_leaves_the_rest_exactly() -> None:
    part = PlanUnit("A", Credits.of(4, CreditUnit.KP), recognised=Credits.of(Fraction(1, 3), CreditUnit.KP))
    hours = PlanUnit("B", Credits.of(120, CreditUnit.HOURS))
    made = plan(part, hours)
    assert [line.left for line in made.placed] == [ects("5.5"), None]
    assert made.left == ects("5.5")


@pytest.mark.parametrize(
    ("units", "entry", "cap", "reason"),
    [
        ((), 0, None, "study_plan.entry"),
        ((), 17, None, "study_plan.entry"),
        ((), 1, 0, "study_plan.cap"),
        ((unit("A", None, "B"), unit("B", None, "A")), 1, None, "study_plan.circle"),
        (tuple(unit(f"U{n}", 1) for n in range(40)), 1, 6, "study_plan.too_long"),
    ],
)
def test_plans_that_cannot_be_are_refused(
    units: tuple[PlanUnit, ...], entry: int, cap: int | None, reason: str
) -> None:
    with pytest.raises(RefusedError) as why:
        plan(*units, entry=entry, cap=cap)
    assert why.value.reason == reason


def test_the_semester_of_entry_is_where_the_recognised_credits_end() -> None:
    taken = [done(unit(f"U{n}")) for n in range(11)]
    assert proposed_entry(taken, ects(30)) == 3
    assert proposed_entry(taken, None) == 1
    assert proposed_entry([done(unit("A", credits=900))], ects(1)) == 16


@st.composite
def programmes(draw: st.DrawFn) -> list[PlanUnit]:
    found: list[PlanUnit] = []
    for at in range(draw(st.integers(0, 9))):
        needs = draw(st.sets(st.sampled_from([one.code for one in found]), max_size=2)) if found else set()
        one = PlanUnit(
            f"U{at}",
            ects(draw(st.integers(1, 12))),
            semester=draw(st.none() | st.integers(1, 8)),
            mandatory=draw(st.booleans()),
            prerequisites=tuple(sorted(needs)),
        )
        found.append(done(one) if draw(st.booleans()) else one)
    return draw(st.permutations(found))


@given(programmes(), st.integers(1, 8), st.none() | st.integers(1, 30))
def test_every_plan_keeps_offers_prerequisites_and_cap(units: list[PlanUnit], entry: int, cap: int | None) -> None:
    made = plan(*units, entry=entry, cap=cap)
    where = {line.unit.code: line.semester for line in made.placed}
    assert set(where) == {one.code for one in units if one.mandatory and not one.whole}
    for line in made.placed:
        assert line.semester >= max(entry, line.unit.semester or 0)
        assert line.unit.semester is None or (line.semester - line.unit.semester) % 2 == 0
        for need in line.unit.prerequisites:
            assert where.get(need, 0) <= line.semester
    for semester, load in made.loads:
        alone = [line for line in made.placed if line.semester == semester]
        assert cap is None or load.value <= cap or len(alone) == 1
    assert sum(load.value for _, load in made.loads) == made.left.value
