"""Credits with reasons: exact, indifferent to order, never lower for better results, and the same when read back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError, refusal
from commission_app.rules.credits import (
    ENGINE,
    ENGINES,
    Award,
    AwardInput,
    CreditRules,
    LegalReference,
    OutcomeInput,
    UnitInput,
    award_of,
    award_text,
    compute,
    input_of,
    input_text,
)
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.scoring import OutcomeResult, Rounding, UnitRule, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit

ECTS, KP = CreditUnit.ECTS, CreditUnit.KP
MET, PARTLY, NOT_MET, TO_TEST = OutcomeResult.MET, OutcomeResult.PARTLY, OutcomeResult.NOT_MET, OutcomeResult.TO_TEST
PROGRAMME = Credits.of(120, ECTS)
DAY = date(2026, 11, 20)


def unit(code: str, amount: str = "6", outcomes: int = 3, **more: object) -> UnitInput:
    items = tuple(OutcomeInput(f"{code}.{n}", f"{code}.{n}") for n in range(1, outcomes + 1))
    return UnitInput(code, code, f"Kurss {code}", Credits.of(amount, ECTS), items, **more)  # type: ignore[arg-type]


def asked(*units: UnitInput, results: str = "", **rules: object) -> AwardInput:
    """Results as one letter an outcome, in order: + met, ~ partly, - not met, ? to be tested, space not scored."""
    letters = {"+": MET, "~": PARTLY, "-": NOT_MET, "?": TO_TEST}
    uids = [outcome.uid for one in units for outcome in one.outcomes]
    scored = {uid: letters[sign] for uid, sign in zip(uids, results, strict=False) if sign in letters}
    return AwardInput(DAY, Procedure.HIGHER_EDUCATION, units, scored, rules=CreditRules(**rules))  # type: ignore[arg-type]


def ects(award: Award) -> Decimal:
    assert award.total.unit is ECTS
    return award.total.decimal(3).normalize()


def test_a_course_is_recognised_when_every_outcome_is_met() -> None:
    award = compute(asked(unit("A"), unit("B"), results="+++++-", programme_credits=PROGRAMME))
    assert [line.verdict for line in award.lines] == [UnitVerdict.RECOGNISED, UnitVerdict.REFUSED]
    assert ects(award) == 6
    assert award.remaining == Credits.of(114, ECTS)
    assert award.lines[1].facts["met"] == 2
    assert award.lines[1].would_change_facts["outcomes"] == "B.3"


def test_an_outcome_to_be_tested_orders_a_test_and_names_it() -> None:
    line = compute(asked(unit("A"), results="++?")).lines[0]
    assert (line.verdict, line.credits) == (UnitVerdict.TEST, Credits.zero(ECTS))
    assert (line.would_change, line.would_change_facts["outcomes"]) == ("change.test", "A.3")


@pytest.mark.parametrize(
    ("rule", "results", "verdict"),
    [
        (UnitRule.ALL, "++-", UnitVerdict.REFUSED),
        (UnitRule.MANDATORY, "++-", UnitVerdict.RECOGNISED),
        (UnitRule.MANDATORY, "+-+", UnitVerdict.REFUSED),
        (UnitRule.SHARE, "++-", UnitVerdict.RECOGNISED),
        (UnitRule.SHARE, "+ -", UnitVerdict.REFUSED),
        (UnitRule.SHARE, "?+-", UnitVerdict.TEST),
    ],
)
def test_the_rule_of_the_institution_says_when_a_unit_is_reached(
    rule: UnitRule, results: str, verdict: UnitVerdict
) -> None:
    two_mandatory = replace(
        unit("A"),
        outcomes=tuple(OutcomeInput(f"A.{n}", f"A.{n}", mandatory=n < 3) for n in (1, 2, 3)),
    )
    award = compute(asked(two_mandatory, results=results, unit_rule=rule, share_percent=66))
    assert award.lines[0].verdict is verdict


def test_a_part_is_paid_only_where_parts_are_allowed_and_then_exactly() -> None:
    whole = compute(asked(unit("A", "5"), results="++-"))
    part = compute(asked(unit("A", "5"), results="++-", allow_partial=True))
    assert (whole.lines[0].verdict, whole.total.value) == (UnitVerdict.REFUSED, 0)
    assert (part.lines[0].verdict, part.total.value) == (UnitVerdict.PARTLY, Fraction(10, 3))
    assert part.lines[0].rule == "unit.part"


def test_a_test_ordered_for_the_rest_leaves_the_part_that_is_met() -> None:
    before = compute(asked(unit("A"), results="+-?", allow_partial=True))
    after = compute(asked(unit("A"), results="++?", allow_partial=True))
    assert [one.lines[0].verdict for one in (before, after)] == [UnitVerdict.PARTLY, UnitVerdict.TEST]
    assert (before.total.value, after.total.value) == (2, 4)


@pytest.mark.parametrize(
    ("one", "rules", "rule"),
    [
        (unit("A", final_examination=True), {}, "unit.final_examination"),
        (unit("A", recognisable=False), {}, "unit.not_recognisable"),
        (unit("A", outcomes=0), {}, "unit.no_outcomes"),
        (unit("A"), {"accredited": False}, "programme.not_accredited"),
    ],
)
def test_what_cannot_be_recognised_is_refused_with_its_rule(
    one: UnitInput, rules: dict[str, object], rule: str
) -> None:
    line = compute(asked(one, results="+++", **rules)).lines[0]
    assert (line.verdict, line.credits.value, line.rule) == (UnitVerdict.REFUSED, 0, rule)


def test_accreditation_is_asked_for_only_where_the_rules_ask() -> None:
    assert ects(compute(asked(unit("A"), results="+++", accredited=False, accredited_only=False))) == 6


def test_nothing_is_paid_twice() -> None:
    again = replace(asked(unit("A"), unit("B"), results="++++++"), already_recognised=frozenset({"A"}))
    award = compute(again)
    assert [line.rule for line in award.lines] == ["unit.recognised_before", "unit.all"]
    assert ects(award) == 6
    with pytest.raises(RefusedError, match=r"credits\.unit_twice"):
        compute(asked(unit("A"), unit("A"), results="+++"))


def test_the_ceiling_is_one_line_on_the_sum_and_the_units_keep_their_verdicts() -> None:
    units = [unit(code, "15") for code in "ABC"]
    award = compute(
        asked(
            *units,
            results="+" * 9,
            ceiling_percent=30,
            programme_credits=PROGRAMME,
            recognised_before=Credits.of(6, ECTS),
        )
    )
    assert {line.verdict for line in award.unit_lines} == {UnitVerdict.RECOGNISED}
    ceiling = award.lines[-1]
    assert (ceiling.kind, ceiling.credits.value) == (LineKind.CEILING, -15)
    assert ects(award) == 30
    assert award.remaining == Credits.of(84, ECTS)


def test_a_ceiling_without_a_programme_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"credits\.ceiling_without_programme"):
        compute(asked(unit("A"), ceiling_percent=30))
    with pytest.raises(RefusedError, match=r"credits\.ceiling_range"):
        compute(asked(unit("A"), ceiling_percent=130, programme_credits=PROGRAMME))


@pytest.mark.parametrize(
    ("rounding", "amount", "total"),
    [
        (Rounding.NONE, "4.3", "4.3"),
        (Rounding.NEAREST_HALF, "4.3", "4.5"),
        (Rounding.NEAREST_HALF, "4.25", "4.5"),
        (Rounding.NEAREST_HALF, "4.2", "4"),
        (Rounding.UP, "4.1", "5"),
        (Rounding.DOWN, "4.9", "4"),
    ],
)
def test_rounding_is_a_line_of_its_own_on_the_sum(rounding: Rounding, amount: str, total: str) -> None:
    award = compute(asked(unit("A", amount), results="+++", rounding=rounding))
    assert ects(award) == Decimal(total)
    assert award.unit_lines[0].credits == Credits.of(amount, ECTS)
    assert [line.kind for line in award.lines[1:]] == ([] if amount == total else [LineKind.ROUNDING])


def test_rounding_never_lifts_the_sum_over_the_ceiling() -> None:
    programme = Credits.of("10.3", ECTS)
    award = compute(
        asked(unit("A", "9"), results="+++", ceiling_percent=50, programme_credits=programme, rounding=Rounding.UP)
    )
    assert award.total.value == Fraction(103, 20)


def test_old_credit_points_are_counted_in_the_programmes_unit() -> None:
    old = replace(unit("A"), credits=Credits.of(2, KP))
    assert ects(compute(asked(old, unit("B"), results="++++++"))) == 9
    in_kp = compute(asked(old, unit("B"), results="++++++", programme_credits=Credits.of(80, KP)))
    assert in_kp.total == Credits.of(6, KP)


def test_hours_and_credit_points_are_never_added_and_both_units_are_named() -> None:
    hours = replace(unit("C"), credits=Credits.of(34, CreditUnit.HOURS))
    for units in ((hours, unit("B"), unit("A")), (unit("A"), unit("B"), hours)):
        with pytest.raises(RefusedError) as refused:
            compute(asked(*units, results="+" * 9))
        assert refused.value.refusal == refusal(
            "credits.units_mixed", code="A", unit=ECTS, other_code="C", other=CreditUnit.HOURS
        )
    with pytest.raises(RefusedError) as refused:
        compute(asked(hours, programme_credits=PROGRAMME))
    assert refused.value.refusal == refusal("credits.unit_apart", code="C", unit=CreditUnit.HOURS, to=ECTS)


def test_a_line_carries_the_legal_reference_of_its_rule() -> None:
    legal = LegalReference("Augstskolu likuma 59.³ pants", "Section 59.³", date(2018, 8, 14))
    award = compute(asked(unit("A"), results="+++", legal=MappingProxyType({"unit.all": legal})))
    assert award.lines[0].legal == legal


OUTCOMES = st.builds(
    lambda mandatory, weight: (mandatory, weight),
    st.booleans(),
    st.integers(0, 3),
)
UNITS = st.lists(
    st.tuples(
        st.integers(1, 20_000),
        st.sampled_from([ECTS, KP, None]),
        st.lists(OUTCOMES, max_size=4),
        st.sampled_from([(False, True), (False, True), (True, True), (False, False)]),
    ),
    max_size=4,
)
RULES = st.builds(
    CreditRules,
    unit_rule=st.sampled_from(UnitRule),
    share_percent=st.integers(1, 100),
    accredited_only=st.booleans(),
    accredited=st.booleans(),
    allow_partial=st.booleans(),
    ceiling_percent=st.one_of(st.none(), st.integers(0, 100)),
    programme_credits=st.integers(1, 240).map(lambda n: Credits.of(n, ECTS)),
    rounding=st.sampled_from(Rounding),
    recognised_before=st.one_of(st.none(), st.integers(0, 60).map(lambda n: Credits.of(n, KP))),
    legal=st.just(MappingProxyType({"unit.all": LegalReference("p. 1", "s. 1", date(2018, 8, 14))})),
)


@st.composite
def inputs(draw: st.DrawFn) -> AwardInput:
    units = []
    for place, (amount, measure, outcomes, (final, recognisable)) in enumerate(draw(UNITS)):
        items = tuple(OutcomeInput(f"{place}.{n}", f"{n}", *outcome) for n, outcome in enumerate(outcomes))
        worth = None if measure is None else Credits.from_thousandths(amount, measure)
        units.append(UnitInput(f"u{place}", draw(st.sampled_from("ABĀ")), "", worth, items, final, recognisable))
    uids = [outcome.uid for one in units for outcome in one.outcomes]
    results = {uid: draw(st.sampled_from(OutcomeResult)) for uid in uids if draw(st.booleans())}
    already = frozenset(one.uid for one in units if draw(st.integers(0, 4)) == 0)
    return AwardInput(DAY, Procedure.HIGHER_EDUCATION, tuple(units), results, already, draw(RULES))


@given(inputs())
def test_the_lines_add_up_to_the_total_exactly(given_: AwardInput) -> None:
    award = compute(given_)
    assert sum((line.credits.value for line in award.lines), Fraction(0)) == award.total.value >= 0
    assert award.engine == ENGINE
    assert len(award.unit_lines) == len(given_.units)


@given(inputs(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_decides_nothing(given_: AwardInput, random: object) -> None:
    units = [replace(one, outcomes=tuple(reversed(one.outcomes))) for one in given_.units]
    random.shuffle(units)  # type: ignore[attr-defined]
    shuffled = replace(given_, units=tuple(units), results=dict(reversed(list(given_.results.items()))))
    assert award_text(compute(shuffled)) == award_text(compute(given_))
    assert input_text(shuffled) == input_text(given_)


@given(inputs(), st.data())
def test_a_better_result_never_costs_credit(given_: AwardInput, data: st.DataObject) -> None:
    uids = [outcome.uid for one in given_.units for outcome in one.outcomes]
    if not uids:
        return
    better = {**given_.results, data.draw(st.sampled_from(uids)): MET}
    assert compute(replace(given_, results=better)).total.value >= compute(given_).total.value


@given(inputs())
def test_a_ceiling_is_never_exceeded(given_: AwardInput) -> None:
    rules, award = given_.rules, compute(given_)
    if rules.ceiling_percent is not None and rules.programme_credits is not None:
        before = rules.recognised_before.convert(ECTS).value if rules.recognised_before else Fraction(0)
        most = rules.programme_credits.value * rules.ceiling_percent / 100
        assert award.total.value <= max(most - before, Fraction(0))


@given(inputs())
def test_what_is_stored_is_read_back_and_computes_the_same(given_: AwardInput) -> None:
    text = input_text(given_)
    again = input_of(text)
    assert input_text(again) == text
    award = compute(given_)
    assert ENGINES[award.engine](again) == award
    assert award_of(award_text(award)) == award


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"engine":1}', "{"])
def test_a_spoiled_text_is_refused_in_words(text: str) -> None:
    for read in (input_of, award_of):
        with pytest.raises(RefusedError, match=r"credits\.unreadable_text"):
            read(text)


def departing(given_: AwardInput, **verdicts: UnitVerdict) -> AwardInput:
    return replace(given_, departures=MappingProxyType(verdicts))


def test_the_commission_may_decide_otherwise_and_the_line_says_so() -> None:
    proposed = asked(unit("A"), unit("B"), results="+++++-")
    line = compute(departing(proposed, B=UnitVerdict.RECOGNISED)).lines[1]
    assert (line.verdict, line.credits, line.rule) == (
        UnitVerdict.RECOGNISED,
        Credits.of(6, ECTS),
        "commission.departure",
    )
    assert ects(compute(departing(proposed, A=UnitVerdict.REFUSED))) == 0


@pytest.mark.parametrize(
    ("one", "verdicts", "reason"),
    [
        (unit("A"), {"Z": UnitVerdict.RECOGNISED}, "credits.departure_foreign"),
        (unit("A"), {"A": UnitVerdict.PARTLY}, "credits.departure_part"),
        (unit("A", final_examination=True), {"A": UnitVerdict.RECOGNISED}, "credits.departure_barred"),
    ],
)
def test_the_commission_never_decides_past_a_rule(
    one: UnitInput, verdicts: dict[str, UnitVerdict], reason: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        compute(departing(asked(one, results="+++"), **verdicts))
    assert refused.value.reason == reason


def test_a_departure_is_stored_with_the_input() -> None:
    given_ = departing(asked(unit("A"), results="++-"), A=UnitVerdict.RECOGNISED)
    assert compute(input_of(input_text(given_))) == compute(given_)
