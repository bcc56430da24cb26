"""The order of signing: one signer's turn at a time, nobody twice, paper and electronic signatures never mixed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from commission_app.errors import RefusedError
from commission_app.rules.signing_route import PlannedStep, StepFacts, against, same_person, tidy, turn
from commission_app.rules.vocabulary.signing import RouteState, SigningWay, StepState

NAMES = some.text(alphabet="ĀBabcčĢņū -", max_size=8)
PLANS = some.lists(some.builds(PlannedStep, NAMES, way=some.sampled_from(SigningWay)), max_size=5)
STATES = some.lists(some.sampled_from(StepState), max_size=6)


@given(PLANS)
def test_a_plan_is_tidied_or_refused_with_a_reason(steps: list[PlannedStep]) -> None:
    try:
        plan = tidy(steps)
    except RefusedError as why:
        assert why.reason in {"signing.nobody", "signing.nameless", "signing.twice", "signing.mixed"}
        return
    assert len({one.name.casefold() for one in plan}) == len(plan) == len(steps)
    assert len({one.way is SigningWay.PAPER for one in plan}) == 1
    assert tidy(plan) == plan


@given(STATES, some.sampled_from(RouteState))
def test_it_is_at_most_one_signers_turn_and_all_before_have_signed(states: list[StepState], route: RouteState) -> None:
    steps = [StepFacts(at, f"Nr. {at}", SigningWay.ELECTRONIC, state) for at, state in enumerate(states)]
    due = turn(steps)
    free = [step.id for step in steps if not against(route, steps, step.id)]
    assert free == ([due.id] if due is not None and route is RouteState.OPEN else [])
    if due is not None:
        assert all(step.state is StepState.SIGNED for step in steps[: due.id])
    assert against(route, steps, -1)


def test_who_stands_in_names_the_order() -> None:
    one = PlannedStep("Ņina Žņauga", stands_for="Ģirts Ķēniņš")
    with pytest.raises(RefusedError) as why:
        tidy([one])
    assert why.value.reason == "signing.without_order"
    assert tidy([replace(one, order=" Nr. 7 ")])[0].order == "Nr. 7"


@pytest.mark.parametrize(
    ("expected", "certificate", "same"),
    [
        ("Ģirts Ķēniņš-Āboļš", "ĶĒNIŅŠ-ĀBOĻŠ ĢIRTS", True),
        ("Ģirts Ķēniņš-Āboļš", "KENINS-ABOLS,GIRTS,010190-00005", True),
        ("Ģirts Ķēniņš-Āboļš", "Ģirts Ķēniņš", False),
        ("Ņina Žņauga", "Ņina Šūpulīte", False),
        ("", "Ņina Šūpulīte", False),
    ],
)
def test_a_name_is_the_same_in_any_order_in_capitals_and_without_marks(
    expected: str, certificate: str, same: bool
) -> None:
    assert same_person(expected, certificate) is same
