"""What always holds of an award: no more than the unit or the ceiling, nothing paid twice, no loss by being better."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.credits import (
    ENGINES,
    AwardInput,
    StudyInput,
    award_of,
    award_text,
    compute,
    input_of,
    input_text,
)
from commission_app.rules.credits.courses import courses
from commission_app.rules.credits.engine import allocation
from commission_app.rules.credits.studies import worth
from commission_app.rules.credits.sum_lines import allowance_of
from commission_app.rules.quantities import Credits
from commission_app.rules.sufficiency import LinkFacts
from commission_app.rules.vocabulary.evidence import Judgement
from commission_app.rules.vocabulary.scoring import Rounding
from commission_app.rules.what_if import Basis, EvidenceFacts, Supposition, suppose
from tests.rules.test_credits import DAY, ECTS, KP, MET
from tests.rules.test_credits_studies import studied


@given(studied(), st.sampled_from(Rounding))
def test_neither_the_unit_nor_the_ceiling_is_exceeded_however_it_is_rounded(
    given_: AwardInput, rounding: Rounding
) -> None:
    award = compute(replace(given_, rules=replace(given_.rules, rounding=rounding)))
    allowed = allowance_of(given_.rules, award.total.unit)
    assert allowed is None or award.total.value <= allowed.value
    worths = {one.uid: one.credits.convert(award.total.unit).value for one in given_.units if one.credits is not None}
    assert all(0 <= line.credits.value <= worths[line.unit_uid] for line in award.unit_lines)
    assert sum((line.credits.value for line in award.lines), Fraction(0)) == award.total.value


@given(studied())
def test_a_second_case_spends_only_what_the_first_left_of_a_course(given_: AwardInput) -> None:
    unit = compute(given_).total.unit
    first = allocation(given_)

    def left(study: StudyInput) -> StudyInput:
        spent = worth(study.used, unit) + (first[study.key].value if study.key in first else Fraction(0))
        return replace(study, used=Credits(spent, unit))

    second = allocation(replace(given_, studies=tuple(left(study) for study in given_.studies)))
    for study in given_.studies:
        before = worth(study.used, unit)
        both = sum((spent[study.key].value for spent in (first, second) if study.key in spent), Fraction(0))
        assert both <= max(worth(study.credits, unit) - before, Fraction(0))


@given(studied(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_never_matters(given_: AwardInput, chance: object) -> None:
    def mixed(items: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(chance.sample(items, len(items)))  # type: ignore[attr-defined]

    units = mixed(tuple(replace(one, outcomes=mixed(one.outcomes)) for one in given_.units))
    results = dict(mixed(tuple(given_.results.items())))
    other = replace(given_, units=units, results=results, studies=mixed(given_.studies))
    assert award_text(compute(other)) == award_text(compute(given_))
    assert input_text(other) == input_text(given_)


@given(studied(), st.data())
def test_one_more_outcome_met_never_lowers_what_the_results_alone_bring(
    given_: AwardInput, data: st.DataObject
) -> None:
    plain = replace(given_, studies=())
    uids = [row.uid for one in plain.units for row in one.outcomes]
    if uids:
        better = replace(plain, results={**plain.results, data.draw(st.sampled_from(uids)): MET})
        assert compute(better).total.value >= compute(plain).total.value


@given(studied(), st.data())
def test_one_more_piece_of_evidence_never_lowers_the_award_and_one_less_never_raises_it(
    given_: AwardInput, data: st.DataObject
) -> None:
    uids = [row.uid for one in given_.units for row in one.outcomes]
    evidence = tuple(_evidence(data, f"e{at}", uids) for at in range(data.draw(st.integers(1, 3))))
    basis = Basis(given_, evidence, data.draw(st.sampled_from([None, 5])))
    turned = data.draw(st.sampled_from(evidence))
    stands = suppose(basis, Supposition()).award.total.value
    supposed = suppose(basis, Supposition(turned=frozenset({turned.uid}))).award.total.value
    assert supposed <= stands if turned.active else supposed >= stands


def _evidence(data: st.DataObject, uid: str, outcomes: list[str]) -> EvidenceFacts:
    """A piece of evidence that carries some outcomes, well or badly, and may be too old."""
    held = data.draw(st.lists(st.sampled_from(outcomes), unique=True)) if outcomes else []
    links = tuple(
        LinkFacts(
            uid,
            outcome,
            valid=data.draw(st.sampled_from(Judgement)),
            sufficient=data.draw(st.sampled_from(Judgement)),
            evidence_date=data.draw(st.sampled_from([None, DAY, date(2015, 1, 1)])),
        )
        for outcome in held
    )
    return EvidenceFacts(uid, uid, data.draw(st.booleans()), links)


@given(st.fractions(min_value=0, max_value=10_000))
def test_old_points_come_back_unharmed_from_the_new_ones(value: Fraction) -> None:
    assert Credits(value, KP).convert(ECTS).convert(KP) == Credits(value, KP)
    assert Credits(value, ECTS).convert(KP).convert(ECTS) == Credits(value, ECTS)


@given(studied())
def test_what_is_stored_is_read_back_and_counted_to_the_same_text(given_: AwardInput) -> None:
    for engine in ENGINES.values():
        text = award_text(engine(given_))
        assert award_text(engine(input_of(input_text(given_)))) == text == award_text(award_of(text))


@given(studied())
def test_the_sheet_says_of_each_course_what_the_award_spends_of_it(given_: AwardInput) -> None:
    unit = compute(given_).total.unit
    found = courses(given_, unit)
    spent = allocation(given_)
    assert {one.key: one.spent for one in found if one.spent.value} == spent
    assert len(found) == len(given_.studies)
    for one in found:
        assert one.passed or not one.spent.value
        if one.factor is not None and one.credits is not None:
            assert one.credits.value * one.factor == one.worth.value
