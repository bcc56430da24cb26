"""The order of a sitting, departures from a proposal, the overall verdict, and surnames that are alike."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules import agenda, registration, verdict
from commission_app.rules.agenda import ItemAct, ItemFacts, SittingAct, SittingFacts
from commission_app.rules.conflicts import alike_surnames
from commission_app.rules.credits import AwardInput, CreditRules, OutcomeInput, UnitInput, compute, input_of, input_text
from commission_app.rules.quantities import Credits
from commission_app.rules.registration import DecisionAct, DraftFacts
from commission_app.rules.vocabulary.case import CaseState, Procedure
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitVerdict
from commission_app.rules.vocabulary.sitting import ItemState, SittingState
from commission_app.rules.vocabulary.standard import CreditUnit

DAY = date(2026, 11, 24)
VERDICTS = (UnitVerdict.RECOGNISED, UnitVerdict.REFUSED, UnitVerdict.TEST)


def given_for(results: list[OutcomeResult], departures: dict[str, UnitVerdict], **rules: object) -> AwardInput:
    """As many units of six points as there are results, one outcome each."""
    units = tuple(
        UnitInput(f"u{n}", f"U{n}", f"Unit {n}", Credits.of(6, CreditUnit.ECTS), (OutcomeInput(f"o{n}", f"O{n}"),))
        for n in range(len(results))
    )
    agreed = {f"o{n}": result for n, result in enumerate(results)}
    return AwardInput(
        DAY,
        Procedure.HIGHER_EDUCATION,
        units,
        agreed,
        rules=CreditRules(**rules),  # type: ignore[arg-type]
        departures=departures,
    )


@given(
    st.lists(st.sampled_from(OutcomeResult), min_size=1, max_size=6),
    st.dictionaries(st.integers(0, 5), st.sampled_from(VERDICTS)),
)
def test_a_departure_decides_its_unit_and_no_other(
    results: list[OutcomeResult], chosen: dict[int, UnitVerdict]
) -> None:
    departures = {f"u{n}": word for n, word in chosen.items() if n < len(results)}
    plain, departed = compute(given_for(results, {})), compute(given_for(results, departures))
    for before, after in zip(plain.unit_lines, departed.unit_lines, strict=True):
        assert after.verdict is departures.get(after.unit_uid, before.verdict)
        if after.unit_uid not in departures or after.verdict is before.verdict:
            assert after == before
        else:
            assert after.rule == "commission.departure"
            assert after.credits.decimal() == (6 if after.verdict is UnitVerdict.RECOGNISED else 0)
    assert departed.total.value == sum(line.credits.value for line in departed.lines)


@given(st.lists(st.sampled_from(OutcomeResult), min_size=1, max_size=4), st.sampled_from(VERDICTS))
def test_a_departure_is_kept_in_the_text_that_is_computed_again(
    results: list[OutcomeResult], word: UnitVerdict
) -> None:
    given_ = given_for(results, {"u0": word})
    assert compute(input_of(input_text(given_))) == compute(given_)


@pytest.mark.parametrize(
    ("departures", "rules", "reason"),
    [
        ({"other": UnitVerdict.RECOGNISED}, {}, "credits.departure_foreign"),
        ({"u0": UnitVerdict.PARTLY}, {}, "credits.departure_part"),
        ({"u0": UnitVerdict.RECOGNISED}, {"accredited": False}, "credits.departure_barred"),
    ],
)
def test_no_departure_goes_past_a_rule(
    departures: dict[str, UnitVerdict], rules: dict[str, object], reason: str
) -> None:
    with pytest.raises(RefusedError) as why:
        compute(given_for([OutcomeResult.MET], departures, **rules))
    assert why.value.reason == reason


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([OutcomeResult.MET, OutcomeResult.MET], DecisionVerdict.FULL),
        ([OutcomeResult.MET, OutcomeResult.TO_TEST], DecisionVerdict.PARTIAL),
        ([OutcomeResult.NOT_MET, OutcomeResult.TO_TEST], DecisionVerdict.TEST),
        ([OutcomeResult.NOT_MET, OutcomeResult.NOT_MET], DecisionVerdict.REFUSED),
    ],
)
def test_the_overall_verdict(results: list[OutcomeResult], expected: DecisionVerdict) -> None:
    assert verdict.overall(compute(given_for(results, {}))) is expected


@given(st.sampled_from(SittingState), st.sampled_from(ItemState), st.sampled_from(CaseState))
def test_nothing_happens_to_an_item_that_is_over(sitting: SittingState, item: ItemState, case: CaseState) -> None:
    lawful = {row.act for row in agenda.item_standings(ItemFacts(sitting, item, "2026/001", case)) if row.lawful}
    if sitting is SittingState.CLOSED or item in (ItemState.DECIDED, ItemState.POSTPONED):
        assert lawful == set()
    if sitting is not SittingState.OPEN:
        assert not lawful & {ItemAct.TAKE_UP, ItemAct.VOTE, ItemAct.DECIDE, ItemAct.POSTPONE}
    if item is not ItemState.ON_TABLE:
        assert not lawful & {ItemAct.VOTE, ItemAct.DECIDE}


@given(st.sampled_from(SittingState), st.integers(-3, 3), st.integers(0, 3), st.integers(0, 3))
def test_a_sitting_goes_one_way(state: SittingState, days: int, items: int, undecided: int) -> None:
    facts = SittingFacts(state, DAY + timedelta(days=days), DAY, items, min(items, undecided))
    lawful = {row.act for row in agenda.sitting_standings(facts) if row.lawful}
    assert (SittingAct.OPEN in lawful) == (state is SittingState.PLANNED and days <= 0 and items > 0)
    assert (SittingAct.CLOSE in lawful) == (state is SittingState.OPEN and not facts.undecided)
    assert not (SittingAct.OPEN in lawful and SittingAct.CLOSE in lawful)


@given(st.sampled_from(DecisionState), st.sampled_from(DecisionVerdict), st.booleans(), st.booleans())
def test_papers_leave_only_after_registration_and_signature(
    state: DecisionState, word: DecisionVerdict, signed: bool, reasoned: bool
) -> None:
    facts = DraftFacts(state, word, "jo" if reasoned else "", None, DAY, DAY if signed else None)
    lawful = {row.act for row in registration.standings(facts) if row.lawful}
    assert (DecisionAct.ISSUE in lawful) == (state is DecisionState.REGISTERED and signed)
    in_force = state in (DecisionState.DRAFT, DecisionState.REGISTERED)
    assert (DecisionAct.EDIT in lawful) == (in_force and not signed)
    assert (DecisionAct.REPEAL in lawful) == (state is DecisionState.REGISTERED)
    if word is not DecisionVerdict.FULL and not reasoned:
        assert not lawful & {DecisionAct.REGISTER, DecisionAct.SIGN}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Bērziņa", "Jānis Bērziņš", True),
        ("Zālīte", "Pēteris Zālītis", True),
        ("Ozola", "Ozols", True),
        ("Ozola", "Ozoliņa", False),
        ("", "Ozols", False),
    ],
)
def test_surnames_in_both_forms_are_alike(one: str, other: str, alike: bool) -> None:
    assert alike_surnames(one, other) is alike
