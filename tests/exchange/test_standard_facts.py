"""A standard that nobody could be measured against is refused, and the sentence says where."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.exchange.standard_facts import (
    OutcomeFacts,
    StandardFacts,
    UnitFacts,
    check,
    circle_of_prerequisites,
    remarks,
)
from commission_app.i18n import LANGUAGES, LATVIAN
from commission_app.rules.vocabulary.standard import CreditUnit, StandardKind
from commission_app.wording.sentences import sentence
from tests.exchange.workbooks import small_standard


def refused(facts: StandardFacts) -> RefusedError:
    with pytest.raises(RefusedError) as found:
        check(facts)
    for language in LANGUAGES:
        assert "{" not in sentence(language, found.value.refusal)
    return found.value


def with_first_unit(**changes: object) -> StandardFacts:
    facts = small_standard()
    return replace(facts, units=(replace(facts.units[0], **changes), *facts.units[1:]))


def test_a_lawful_standard_passes() -> None:
    check(small_standard())


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (replace(small_standard(), code=" "), "standard.without_code"),
        (replace(small_standard(), code="K" * 61), "standard.code_too_long"),
        (replace(small_standard(), title_lv="", title_en=""), "standard.without_title"),
        (replace(small_standard(), units=()), "standard.without_units"),
        (replace(small_standard(), lki=9), "standard.level"),
        (replace(small_standard(), programme_credits=Decimal(-1)), "standard.amount"),
        (with_first_unit(code="b"), "standard.doubled_unit"),
        (with_first_unit(title_lv=""), "standard.unit_without_title"),
        (with_first_unit(title_lv="x" * 501), "standard.text_too_long"),
        (with_first_unit(credits=Decimal(-3), credit_unit=CreditUnit.ECTS), "standard.amount"),
        (with_first_unit(credits=Decimal("NaN"), credit_unit=CreditUnit.ECTS), "standard.amount"),
        (with_first_unit(credits=Decimal("0.0001"), credit_unit=CreditUnit.ECTS), "standard.amount_too_fine"),
        (with_first_unit(credits=Decimal(3)), "standard.credits_without_unit"),
        (with_first_unit(hours=Decimal(20_001)), "standard.amount"),
        (with_first_unit(part_code="X"), "standard.unknown_part"),
        (with_first_unit(prerequisites=("X",)), "standard.unknown_unit"),
        (with_first_unit(outcomes=(OutcomeFacts(code="B.1", text_lv="Prot."),)), "standard.doubled_outcome"),
        (with_first_unit(outcomes=(OutcomeFacts(code="", text_lv="Prot."),)), "standard.item_without_code"),
        (with_first_unit(outcomes=(OutcomeFacts(code="Z"),)), "standard.outcome_without_text"),
        (with_first_unit(outcomes=(OutcomeFacts(code="Z", text_lv="P", weight=0),)), "standard.weight"),
    ],
)
def test_what_may_not_stand_in_a_standard(facts: StandardFacts, reason: str) -> None:
    assert refused(facts).reason == reason


def test_the_circle_is_named() -> None:
    facts = small_standard()
    first, second = facts.units
    facts = replace(facts, units=(replace(first, prerequisites=("b",)), replace(second, prerequisites=("A",))))
    trouble = refused(facts)
    assert trouble.reason == "standard.circle"
    assert "A → B → A" in sentence(LATVIAN, trouble.refusal)


def test_absurd_sizes_are_refused() -> None:
    many = tuple(UnitFacts(code=str(n), title_lv="x") for n in range(5_001))
    assert refused(replace(small_standard(), units=many)).reason == "standard.too_many_units"
    outcomes = tuple(OutcomeFacts(code=str(n), text_lv="x") for n in range(20_001))
    assert refused(with_first_unit(outcomes=outcomes)).reason == "standard.too_many_outcomes"


def test_a_unit_without_outcomes_is_remarked_upon() -> None:
    found = remarks(with_first_unit(outcomes=()))
    assert [remark.reason for remark in found] == ["standard.unit_without_outcomes", "standard.without_english"]


@given(st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=3), max_size=10))
def test_a_circle_is_found_exactly_when_there_is_one(edges: dict[int, list[int]]) -> None:
    units = [
        UnitFacts(code=str(n), prerequisites=tuple(str(m) for m in needs if m in edges)) for n, needs in edges.items()
    ]
    left = {unit.code: set(unit.prerequisites) for unit in units}
    while free := {code for code, needs in left.items() if not needs & left.keys()}:
        left = {code: needs for code, needs in left.items() if code not in free}
    circle = circle_of_prerequisites(units)
    assert bool(circle) == bool(left)
    if circle:
        assert circle[0] == circle[-1]
        needs_of = {unit.code: unit.prerequisites for unit in units}
        assert all(after in needs_of[before] for before, after in pairwise(circle))


def test_a_framework_without_latvian_is_lawful_and_remarked_upon() -> None:
    unit = UnitFacts(code="1", title_en="One", outcomes=(OutcomeFacts(code="1.1", text_en="Can."),))
    facts = StandardFacts(code="F", kind=StandardKind.FRAMEWORK, title_en="Framework", units=(unit,))
    check(facts)
    assert [remark.reason for remark in remarks(facts)] == ["standard.without_latvian"]
