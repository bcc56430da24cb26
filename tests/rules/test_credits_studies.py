"""Earlier studies pay for units: never more than a unit costs or a course holds, never twice, in no order at all."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.credits import (
    ENGINES,
    AwardInput,
    CreditRules,
    OutcomeInput,
    StudyInput,
    UnitInput,
    award_text,
    compute,
    input_of,
    input_text,
)
from commission_app.rules.credits.engine import allocation
from commission_app.rules.credits.studies import balance, counts
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import MarkTransfer
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from tests.rules.test_credits import DAY, ECTS, KP, PROGRAMME

MARKS = ("", "10", "8 (ļoti labi)", "4", "3", "ieskaitīts", "neieskaitīts")
AMOUNTS = st.tuples(st.integers(1, 12), st.sampled_from([ECTS, KP, CreditUnit.HOURS]))


def amount(number: int, unit: CreditUnit) -> Credits:
    return Credits.of(number * (30 if unit is CreditUnit.HOURS else 1), unit)


@st.composite
def studied(draw: st.DrawFn) -> AwardInput:
    """Up to three units with or without results, up to four courses that count for some of them."""
    units, results = [], {}
    for at in range(draw(st.integers(1, 3))):
        outcomes = tuple(OutcomeInput(f"{at}.{n}", f"U{at}.{n}") for n in range(draw(st.integers(0, 2))))
        worth = amount(draw(st.integers(1, 12)), draw(st.sampled_from([ECTS, KP])))
        units.append(UnitInput(f"u{at}", f"U{at}", f"Kurss {at}", worth, outcomes))
        results |= {one.uid: draw(st.sampled_from(OutcomeResult)) for one in outcomes if draw(st.booleans())}
    uids = [one.uid for one in units]
    courses = tuple(
        StudyInput(
            f"c{at}",
            f"Agrāks kurss {at}",
            amount(*draw(AMOUNTS)),
            draw(st.sampled_from(MARKS)),
            frozenset(draw(st.lists(st.sampled_from(uids), max_size=3))),
            draw(st.one_of(st.none(), AMOUNTS.map(lambda given_: amount(*given_)))),
        )
        for at in range(draw(st.integers(1, 4)))
    )
    rules = CreditRules(
        allow_partial=draw(st.booleans()),
        ceiling_percent=draw(st.one_of(st.none(), st.integers(0, 100))),
        programme_credits=PROGRAMME,
        minimum_own_percent=draw(st.one_of(st.none(), st.integers(0, 100))),
        mark_transfer=draw(st.sampled_from(MarkTransfer)),
    )
    before = frozenset(uid for uid in uids if draw(st.integers(0, 4)) == 0)
    return AwardInput(DAY, Procedure.HIGHER_EDUCATION, tuple(units), results, before, rules, studies=courses)


@given(studied())
def test_no_unit_is_paid_beyond_its_worth_and_the_lines_are_the_sum(given_: AwardInput) -> None:
    award = compute(given_)
    worth = {one.uid: one.credits.convert(award.total.unit).value for one in given_.units if one.credits is not None}
    for line in award.unit_lines:
        assert 0 <= line.credits.value <= worth[line.unit_uid]
        assert (line.verdict is UnitVerdict.RECOGNISED) <= (
            line.credits.value == worth[line.unit_uid] or line.unit_uid in given_.already_recognised
        )
    assert sum((line.credits.value for line in award.lines), Fraction(0)) == award.total.value >= 0


@given(studied())
def test_no_course_spends_what_it_does_not_hold_or_pays_where_it_does_not_count(given_: AwardInput) -> None:
    unit = compute(given_).total.unit
    by_key = {study.key: study for study in given_.studies}
    for key, spent in allocation(given_).items():
        assert 0 < spent.value <= balance(by_key[key], unit)
        assert counts(by_key[key], given_.rules) and by_key[key].counts_for


@given(studied())
def test_what_one_case_spent_the_next_cannot_spend_again(given_: AwardInput) -> None:
    unit = compute(given_).total.unit
    spent = allocation(given_)
    later = replace(
        given_,
        studies=tuple(
            replace(one, used=_sum(one.used, spent.get(one.key), unit)) if one.key in spent else one
            for one in given_.studies
        ),
    )
    again = allocation(later)
    for one in given_.studies:
        total = sum((found[one.key].value for found in (spent, again) if one.key in found), Fraction(0))
        assert total <= balance(one, unit)


def _sum(used: Credits | None, spent: Credits | None, unit: CreditUnit) -> Credits:
    """What was used before and what was spent now, in the unit of the sum (hours at the least they are worth)."""
    from commission_app.rules.credits.studies import worth

    return Credits(worth(used, unit) + (spent.value if spent is not None else 0), unit)


@given(studied(), st.randoms(use_true_random=False))
def test_the_order_of_courses_and_units_decides_nothing(given_: AwardInput, random: object) -> None:
    units, courses = list(given_.units), list(given_.studies)
    for several in (units, courses):
        random.shuffle(several)  # type: ignore[attr-defined]
    shuffled = replace(given_, units=tuple(units), studies=tuple(courses))
    assert award_text(compute(shuffled)) == award_text(compute(given_))


@given(studied(), st.data())
def test_another_course_or_a_better_result_never_lowers_the_award(given_: AwardInput, data: st.DataObject) -> None:
    before = compute(given_).total.value
    fewer = given_.studies[:-1]
    assert compute(replace(given_, studies=fewer)).total.value <= before
    uids = [outcome.uid for one in given_.units for outcome in one.outcomes]
    if uids:
        better = {**given_.results, data.draw(st.sampled_from(uids)): OutcomeResult.MET}
        assert compute(replace(given_, results=better)).total.value >= before
    passed = tuple(replace(one, mark="10") for one in given_.studies)
    assert compute(replace(given_, studies=passed)).total.value >= before


@given(studied())
def test_the_ceiling_and_the_least_own_study_hold_for_courses_too(given_: AwardInput) -> None:
    rules, award = given_.rules, compute(given_)
    percents = [
        *([rules.ceiling_percent] if rules.ceiling_percent is not None else []),
        *([100 - rules.minimum_own_percent] if rules.minimum_own_percent is not None else []),
    ]
    for percent in percents:
        most = PROGRAMME.convert(award.total.unit).value * percent / 100
        assert award.total.value <= most


@given(studied())
def test_what_is_stored_computes_the_same_again(given_: AwardInput) -> None:
    award = compute(given_)
    assert ENGINES[award.engine](input_of(input_text(given_))) == award
