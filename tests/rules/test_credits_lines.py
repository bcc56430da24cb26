"""What each line of an award says: its rule, its figures, its law, what would change it; and what courses gave."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

import pytest

from commission_app.errors import RefusedError, refusal
from commission_app.rules.aggregation import Aggregation, SectionMinimum
from commission_app.rules.credits import ENGINES, AwardInput, LegalReference, OutcomeInput, StudyInput, compute
from commission_app.rules.credits.courses import courses
from commission_app.rules.credits.engine import allocation
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind, MarkTransfer
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import AggregationKind, Rounding, UnitRule, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from tests.rules.test_credits import ECTS, KP, PROGRAMME, asked, unit

KIND = AggregationKind
R, P, F, T = UnitVerdict.RECOGNISED, UnitVerdict.PARTLY, UnitVerdict.REFUSED, UnitVerdict.TEST
MINIMUMS = (SectionMinimum("teorija", 5_000), SectionMinimum("prakse", 6_500))


def law(name: str, day: date = date(2018, 8, 14)) -> LegalReference:
    return LegalReference(name, name, day)


def own(rule: Aggregation, results: str, values: tuple[int, ...] = (), **rules: object) -> AwardInput:
    """A unit of 6 with its own rule: A.1 (theory, ten points), A.2 and A.3 (practice, ten and five; A.3 optional)."""
    outcomes = (
        OutcomeInput("A.1", "A.1", maximum=10_000, section="teorija"),
        OutcomeInput("A.2", "A.2", maximum=10_000, section="prakse"),
        OutcomeInput("A.3", "A.3", mandatory=False, maximum=5_000, section="prakse"),
    )
    given = asked(replace(unit("A"), outcomes=outcomes, aggregation=rule), results=results, **rules)
    return replace(given, values=dict(zip(("A.1", "A.2", "A.3"), values, strict=False)))


OWN_RULES = [
    # the rule of the unit, results and points, verdict, rule of the line, its figures, what would change it
    (Aggregation(KIND.ALL), "++-", (), F, "unit.all", {"met": 2, "mandatory_met": 2, "share": 66}, "A.3"),
    (Aggregation(KIND.MANDATORY), "++-", (), R, "unit.mandatory", {"met": 2, "mandatory": 2}, None),
    (Aggregation(KIND.MANDATORY), "+-+", (), F, "unit.mandatory", {"met": 2, "mandatory_met": 1}, "A.2"),
    (Aggregation(KIND.SHARE, 60), "++-", (), R, "unit.share", {"wanted_share": 60, "share": 66}, None),
    (Aggregation(KIND.SHARE, 67), "++-", (), F, "unit.share", {"wanted_share": 67, "share": 66}, "A.3"),
    (Aggregation(KIND.SHARE, 67), "++?", (), T, "unit.share", {"wanted_share": 67, "share": 66}, "A.3"),
    (Aggregation(required_codes=("A.3",)), "++ ", (), F, "unit.required", {"required": "A.3", "points": "20"}, "A.3"),
    (
        Aggregation(KIND.MANDATORY, required_codes=("A.3", "A.2")),
        "++-",
        (),
        F,
        "unit.required",
        {"required": "A.3, A.2", "mandatory_met": 2},
        "A.3",
    ),
    (Aggregation(KIND.MANDATORY, required_codes=("A.3",)), "++?", (), T, "unit.required", {"required": "A.3"}, "A.3"),
    # 7 + 5 + 2.5 = 14.5 points of 25
    (
        Aggregation(KIND.POINTS, points_needed=14_500),
        "+~~",
        (7_000, 5_000, 2_500),
        R,
        "unit.points",
        {"points": "14.5", "needed": "14.5", "share": 58},
        None,
    ),
    (
        Aggregation(KIND.POINTS, points_needed=15_000),
        "+~~",
        (7_000, 5_000, 2_500),
        F,
        "unit.points",
        {"points": "14.5", "needed": "15", "share": 58},
        "A.2, A.3",
    ),
    # A.2 waits for a test that may bring its ten points: 7 + 10 = 17
    (
        Aggregation(KIND.POINTS, points_needed=17_000),
        "+?-",
        (7_000, 0, 0),
        T,
        "unit.points",
        {"points": "7", "needed": "17", "share": 28},
        "A.2",
    ),
    # theory 5 of 5; practice 4 + 2.5 = 6.5 of 6.5
    (
        Aggregation(KIND.PART_MINIMUM, section_minimums=MINIMUMS),
        "~~~",
        (5_000, 4_000, 2_500),
        R,
        "unit.part_minimum",
        {"parts": "teorija: 5, prakse: 6.5", "points": "11.5"},
        None,
    ),
    (
        Aggregation(KIND.PART_MINIMUM, section_minimums=MINIMUMS),
        "+~~",
        (9_000, 4_000, 2_000),
        F,
        "unit.part_minimum",
        {"parts": "teorija: 5, prakse: 6.5", "points": "15"},
        "A.2, A.3",
    ),
]


@pytest.mark.parametrize(("rule", "results", "values", "verdict", "key", "figures", "wanting"), OWN_RULES)
def test_a_unit_with_its_own_rule_says_by_which_figures_it_was_reached(
    rule: Aggregation,
    results: str,
    values: tuple[int, ...],
    verdict: UnitVerdict,
    key: str,
    figures: Mapping[str, object],
    wanting: str | None,
) -> None:
    given = own(rule, results, values)
    line = compute(given).lines[0]
    assert (line.verdict, line.rule) == (verdict, key)
    assert {name: line.facts[name] for name in figures} == figures
    assert line.facts["outcomes"] == 3
    assert line.would_change_facts.get("outcomes") == wanting
    changes = {R: "change.nothing", T: "change.test"}
    otherwise = "change.share" if rule.kind is KIND.SHARE else "change.outcomes"
    assert line.would_change == changes.get(verdict, otherwise)
    if line.would_change == "change.share":
        assert line.would_change_facts["wanted_share"] == rule.share_percent


def test_the_rule_of_the_unit_stands_above_the_provisions_and_the_provisions_above_nothing() -> None:
    by_share = {"unit_rule": UnitRule.SHARE, "share_percent": 60}
    assert compute(own(Aggregation(), "++-", **by_share)).lines[0].rule == "unit.share"
    plain = compute(own(Aggregation(), "++-", **by_share)).lines[0]
    assert (plain.verdict, set(plain.facts)) == (
        R,
        {"met", "outcomes", "mandatory_met", "mandatory", "share", "wanted_share"},
    )
    stricter = compute(own(Aggregation(KIND.ALL), "++-", **by_share)).lines[0]
    assert (stricter.verdict, stricter.rule, stricter.would_change) == (F, "unit.all", "change.outcomes")
    assert stricter.facts["wanted_share"] == 60


def test_the_smallest_part_beside_a_test_is_a_part_and_none_is_none() -> None:
    half = asked(unit("A", "1.5", outcomes=2), results="+?", allow_partial=True)
    line = compute(half).lines[0]
    assert (line.verdict, line.rule, line.credits) == (T, "unit.part", Credits.of("0.75", ECTS))
    none = compute(replace(half, results={"A.2": half.results["A.2"], "A.1": half.results["A.2"]})).lines[0]
    assert (none.verdict, none.rule, none.credits) == (T, "unit.all", Credits.zero(ECTS))


def test_outcomes_are_named_in_the_order_of_their_codes() -> None:
    given = asked(unit("A", outcomes=11), results="+--------??", unit_rule=UnitRule.ALL)
    turned = replace(given, units=tuple(replace(one, outcomes=one.outcomes[::-1]) for one in given.units))
    for one in (given, turned):
        named = compute(one).lines[0].would_change_facts["outcomes"]
        assert named == "A.10, A.11, A.2, A.3, A.4, A.5, A.6, A.7, A.8, A.9"
    letters = tuple(OutcomeInput(letter, letter) for letter in ("D", "Ž", "Č", "C", "Ā"))
    latvian = asked(replace(unit("A"), outcomes=letters), results="-----")
    assert compute(latvian).lines[0].would_change_facts["outcomes"] == "Ā, C, Č, D, Ž"


def test_a_departure_keeps_the_figures_and_pays_what_the_commission_says() -> None:
    given = own(Aggregation(KIND.SHARE, 90), "++-", unit_rule=UnitRule.ALL, share_percent=70, allow_partial=True)
    for verdict, credits in ((R, 6), (P, 4), (F, 0), (T, 0)):
        line = compute(replace(given, departures={"A": verdict})).lines[0]
        if verdict is P:
            assert (line.rule, line.credits.value) == ("unit.part", 4), "what the results alone bring is no departure"
            continue
        assert (line.verdict, line.rule, line.would_change) == (verdict, "commission.departure", "change.nothing")
        assert line.credits == Credits.of(credits, ECTS)
        assert (line.facts["share"], line.facts["wanted_share"]) == (66, 70)
    refused = own(Aggregation(), "---", allow_partial=True)
    assert compute(replace(refused, departures={"A": P})).lines[0].credits == Credits.zero(ECTS)


def test_the_ceiling_says_its_arithmetic() -> None:
    given = asked(
        unit("A", "30"), unit("B", "12"), results="++++++", ceiling_percent=30, programme_credits=PROGRAMME,
        recognised_before=Credits.of(2, KP),
    )  # fmt: skip
    line = compute(given).lines[-1]
    # 30 % of 120 is 36; 2 KP = 3 ECTS were recognised before: 33 of 42 remain, 9 fall away
    assert (line.kind, line.verdict, line.credits) == (LineKind.CEILING, None, Credits(Fraction(-9), ECTS))
    assert (line.rule, line.would_change) == ("ceiling.programme", "change.ceiling")
    assert (line.unit_uid, line.unit_code, line.unit_title) == ("", "", "")
    assert dict(line.facts) == {
        "percent": 30,
        "programme_credits": "120/1",
        "before_credits": "3/1",
        "allowed_credits": "33/1",
        "sum_credits": "42/1",
        "unit": "ECTS",
    }
    tighter = compute(replace(given, rules=replace(given.rules, minimum_own_percent=75))).lines[-1]
    assert (tighter.rule, tighter.would_change) == ("ceiling.own_study", "change.own_study")
    assert (tighter.facts["percent"], tighter.facts["allowed_credits"]) == (25, "27/1")
    looser = compute(replace(given, rules=replace(given.rules, minimum_own_percent=60))).lines[-1]
    assert (looser.rule, looser.facts["percent"]) == ("ceiling.programme", 30)


def test_the_rounding_says_its_arithmetic() -> None:
    given = asked(unit("A", "5"), results="++-", allow_partial=True, rounding=Rounding.UP, programme_credits=PROGRAMME)
    award = compute(given)
    line = award.lines[-1]
    # 2 of 3 outcomes of 5 is 10/3, up to 4
    assert (line.kind, line.verdict, line.credits) == (LineKind.ROUNDING, None, Credits(Fraction(2, 3), ECTS))
    assert (line.rule, line.would_change) == ("rounding.up", "change.rounding")
    assert dict(line.facts) == {"sum_credits": "10/3", "rounded_credits": "4/1", "unit": "ECTS"}
    assert (award.total, award.remaining) == (Credits.of(4, ECTS), Credits.of(116, ECTS))


def test_each_line_names_its_law_and_engine_1_only_where_the_rule_has_its_own() -> None:
    names = (ProvisionKey.LEGAL_BASIS, ProvisionKey.CEILING_PERCENT, ProvisionKey.ALLOW_PARTIAL, ProvisionKey.ROUNDING)
    legal = {key.value: law(key.value) for key in names} | {"unit.not_recognisable": law("own")}
    given = asked(
        unit("A", "60"), unit("B", "5"), unit("C", recognisable=False), results="+++++-+++", allow_partial=True,
        ceiling_percent=30, programme_credits=Credits.of("120.5", ECTS), rounding=Rounding.DOWN,
        legal=MappingProxyType(legal),
    )  # fmt: skip
    award = compute(given)
    assert [(line.rule, line.legal and line.legal.text_lv) for line in award.lines] == [
        ("unit.all", "legal_basis"),
        ("unit.part", "allow_partial"),
        ("unit.not_recognisable", "own"),
        ("ceiling.programme", "ceiling_percent"),
        ("rounding.down", "rounding"),
    ]
    first = ENGINES[1](given)
    assert (first.engine, award.engine) == (1, 2)
    assert [line.legal and line.legal.text_lv for line in first.lines] == [None, None, "own", None, None]
    assert [replace(line, legal=None) for line in first.lines] == [replace(line, legal=None) for line in award.lines]
    assert (first.total, first.remaining) == (award.total, award.remaining)


def course(key: str, amount: int, *codes: str, unit: CreditUnit = ECTS, mark: str = "8", used: int = 0) -> StudyInput:
    spent = Credits.of(used, unit) if used else None
    return StudyInput(key, f"Kurss {key}", Credits.of(amount, unit), mark, frozenset(codes), spent)


def studied(*studies: StudyInput, **rules: object) -> AwardInput:
    given = asked(unit("A", outcomes=0), unit("B", "3", outcomes=0), programme_credits=PROGRAMME, **rules)
    return replace(given, studies=studies)


def test_a_course_that_pays_two_units_is_spent_for_both() -> None:
    given = studied(course("x", 8, "A", "B", unit=KP, used=1))
    # 8 KP = 12 ECTS, 1 KP = 3/2 spent before: 6 for A and 3 for B leave 3/2
    assert allocation(given) == {"x": Credits.of(9, ECTS)}
    (found,) = courses(given, ECTS)
    assert (found.key, found.title, found.mark, found.counts_for) == ("x", "Kurss x", "8", frozenset("AB"))
    assert (found.credits, found.factor, found.passed) == (Credits.of(8, KP), Fraction(3, 2), True)
    assert (found.worth, found.before, found.spent) == tuple(Credits.of(n, ECTS) for n in ("12", "1.5", "9"))


def test_courses_are_told_by_title_with_what_each_is_worth() -> None:
    given = studied(
        course("b", 90, "A", unit=CreditUnit.HOURS),
        course("a", 3, "A", mark="3"),
        replace(course("c", 1, "A"), credits=None),
    )
    told = [(one.key, one.passed, one.worth.value, one.factor, one.spent.value) for one in courses(given, ECTS)]
    assert told == [
        ("a", False, 3, None, 0),
        ("b", True, 3, Fraction(1, 30), 0),
        ("c", True, 0, None, 0),
    ]
    nothing = studied(course("z", 0, "A", unit=KP))
    assert courses(nothing, ECTS)[0].factor is None, "nothing has no factor, and is no mistake"


MEANS = [
    # marks with the credits of their courses, and the mark of the unit of 6: the credit-weighted mean, half up
    ((("7", 3), ("8", 3)), "8"),  # 7.5
    ((("6", 4), ("8", 2)), "7"),  # 6.67
    ((("7", 4), ("8", 2)), "7"),  # 7.33
    ((("10", 1), ("4", 5)), "5"),  # 5
    ((("8 (ļoti labi)", 6),), "8"),
    ((("8", 3), ("ieskaitīts", 3)), "passed"),
    ((("", 6),), "passed"),
]


@pytest.mark.parametrize(("marks", "mean"), MEANS)
def test_the_mark_carried_over_is_the_weighted_mean(marks: tuple[tuple[str, int], ...], mean: str) -> None:
    studies = [course(str(at), amount, "A", mark=mark) for at, (mark, amount) in enumerate(marks)]
    for transfer, said in ((MarkTransfer.MARK, mean), (MarkTransfer.PASSED, "passed"), (MarkTransfer.RECOGNISED, None)):
        line = compute(studied(*studies, mark_transfer=transfer)).lines[0]
        assert (line.rule, line.facts["mark"]) == ("studies.cover", said or "recognised")


def test_a_course_too_small_says_what_it_has_and_what_is_needed() -> None:
    line = compute(studied(course("x", 3, "A", unit=KP))).lines[0]
    assert (line.rule, line.would_change) == ("studies.too_small", "change.more_studies")
    assert dict(line.facts) == {"have_credits": "9/2", "need_credits": "6/1", "unit": "ECTS"}
    both = compute(studied(course("x", 6, "A", "B"))).lines
    assert [one.rule for one in both] == ["studies.cover", "studies.spent_elsewhere"]
    part = compute(studied(course("x", 4, "A"), allow_partial=True)).lines[0]
    assert (part.verdict, part.rule, part.facts["courses"]) == (P, "studies.part", "Kurss x: 4")


def test_a_sum_in_another_unit_is_refused() -> None:
    assert Credits.total([], KP) == Credits.zero(KP)
    assert Credits.total([Credits.of("1.5", KP), Credits(Fraction(1, 3), KP)], KP).text() == "11/6"
    with pytest.raises(RefusedError) as refused:
        Credits.total([Credits.of(1, ECTS), Credits.of(1, KP)], ECTS)
    assert refused.value.refusal == refusal("credits.mixed_units", unit=ECTS, other=KP)


def test_what_remains_is_never_less_than_nothing() -> None:
    whole = asked(unit("A"), results="+++", programme_credits=Credits.of(6, ECTS))
    assert compute(whole).remaining == Credits.zero(ECTS)
    over = replace(whole, rules=replace(whole.rules, recognised_before=Credits.of(4, ECTS)))
    assert compute(over).remaining == Credits.zero(ECTS)


def test_an_amount_is_read_with_a_comma_and_printed_half_up() -> None:
    assert Credits.of("4,5", KP) == Credits.of("4.5", KP) == Credits(Fraction(9, 2), KP)
    halves = [Credits(Fraction(n, 8), ECTS).decimal(2) for n in (1, 3)]
    assert halves == [Decimal("0.13"), Decimal("0.38")]
