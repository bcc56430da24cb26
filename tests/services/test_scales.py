"""Every scale and every rule of a unit, from the assessors' sheets through the credits to a stored decision."""

from dataclasses import replace
from decimal import Decimal

import pytest

from commission_app.errors import RefusedError
from commission_app.rules.aggregation import Aggregation, SectionMinimum, written
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.decision import DecisionVerdict, RefusalGround
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import (
    AggregationKind,
    OutcomeResult,
    ScaleKind,
    UnitVerdict,
    VerificationRoute,
)
from commission_app.services import cases, checks, decisions, matrix, provisions, scoring, unit_reviews
from commission_app.services.scoring import AssessorForm, ScoreEntry
from tests import hearings, make
from tests.hearings import House

POINTS = Aggregation(AggregationKind.POINTS, points_needed=11_000, required_codes=("DatZ1010.1",))
PARTS = Aggregation(AggregationKind.PART_MINIMUM, section_minimums=(SectionMinimum("teorija", 5_000),))


def edition(house: House, scale: ScaleKind, rule: Aggregation, most: Decimal | None) -> int:
    """A programme of one course with two outcomes on a scale, the first in the theory part."""
    facts = make.standard_facts(f"SK-{scale.value}-{rule.kind.value}", units=1)
    (unit,) = facts.units
    first, second = (replace(outcome, maximum=most) for outcome in unit.outcomes)
    outcomes = (replace(first, section="teorija"), replace(second, section="prakse"))
    unit = replace(unit, outcomes=outcomes, aggregation=written(rule), route=VerificationRoute.DEMONSTRATION)
    return make.standard(house.office, replace(facts, scale=scale, units=(unit,)))


def documented(house: House, edition_id: int) -> tuple[int, tuple[int, int]]:
    """A case ready to be scored, and its outcomes."""
    opened = make.case(house.office, edition_id, serial=11, commission_id=house.facts.commission)
    first, second = make.documented(house.office, opened.id)
    make.move(house.office, opened.id, cases.close_portfolio)
    return opened.id, (first.outcome_id, second.outcome_id)


@pytest.mark.parametrize(
    ("scale", "most", "rule", "values", "unit", "decision"),
    [
        (ScaleKind.MARK, None, Aggregation(), (4, 10), UnitVerdict.RECOGNISED, DecisionVerdict.FULL),
        (ScaleKind.MARK, None, Aggregation(), (3, 10), UnitVerdict.PARTLY, DecisionVerdict.REFUSED),
        (ScaleKind.DIGCOMP, 5, Aggregation(), (5, 6), UnitVerdict.RECOGNISED, DecisionVerdict.FULL),
        (ScaleKind.POINTS, 10, POINTS, (7, 4), UnitVerdict.RECOGNISED, DecisionVerdict.FULL),
        (ScaleKind.POINTS, 10, POINTS, (3, 10), UnitVerdict.PARTLY, DecisionVerdict.REFUSED),
        (ScaleKind.POINTS, 10, PARTS, (6, 0), UnitVerdict.RECOGNISED, DecisionVerdict.FULL),
    ],
    ids=["marks", "mark below", "DigComp", "points", "required missing", "part minimum"],
)
def test_a_scale_and_a_rule_lead_to_a_decision_that_computes_again(
    house: House,
    scale: ScaleKind,
    most: int | None,
    rule: Aggregation,
    values: tuple[int, int],
    unit: UnitVerdict,
    decision: DecisionVerdict,
) -> None:
    office = house.office
    case, outcomes = documented(house, edition(house, scale, rule, Decimal(most) if most else None))
    seats = [
        office.do(scoring.seat, case, AssessorForm(name, side))
        for name, side in (("Ilze Asne", Side.SCHOOL), ("Juris Bērzs", Side.EMPLOYERS))
    ]
    for seat in seats:
        entries = tuple(
            ScoreEntry(outcome, value=value * 1000, reason="Tā parādīja darbs.")
            for outcome, value in zip(outcomes, values, strict=True)
        )
        office.do(scoring.score_many, seat, entries)
        office.do(scoring.finish, seat)
    assert office.do(scoring.agree_where_alike, case) == 2
    card = office.ask(matrix.matrix, case)
    assert (card.units[0].verdicts[0].verdict, card.warnings) == (unit, ())
    assert [row.agreed.value for row in card.units[0].rows] == [value * 1000 for value in values]
    make.move(office, case, cases.close_scoring)
    hearings.decided(house, case)
    draft = office.ask(decisions.of_case, case)
    assert draft is not None
    if decision is DecisionVerdict.REFUSED:
        ground = RefusalGround.NOT_SUFFICIENT
        office.do(decisions.edit_draft, draft.id, draft.version, "Vienība nav sasniegta.", ground)
    hearings.register(office, case)
    stored = office.ask(decisions.of_case, case)
    assert stored is not None
    line = UnitVerdict.RECOGNISED if decision is DecisionVerdict.FULL else UnitVerdict.REFUSED
    assert (stored.verdict, stored.lines[0].award.verdict) == (decision, line), "parts of a course are not recognised"
    assert office.ask(checks.findings) == ()


def test_a_value_below_asks_for_its_reason_and_one_off_the_scale_is_refused(house: House) -> None:
    office = house.office
    case, (first, _) = documented(house, edition(house, ScaleKind.POINTS, POINTS, Decimal(10)))
    seat = office.do(scoring.seat, case, AssessorForm("Ilze Asne"))
    for value, reason, result in ((5_000, "scoring.reason_needed", None), (10_500, "scale.points_range", None)):
        with pytest.raises(RefusedError) as error:
            office.do(scoring.score, seat, first, result, value=value)
        assert error.value.reason == reason
    with pytest.raises(RefusedError) as error:
        office.do(scoring.score, seat, first, OutcomeResult.MET)
    assert error.value.reason == "scale.value_needed"
    office.do(scoring.score, seat, first, None, "Trūkst prakses.", value=5_000)
    assert office.ask(matrix.matrix, case, 1).units[0].rows[0].scores[0].result is OutcomeResult.PARTLY


def test_the_way_of_verification_is_taken_from_the_standard(house: House) -> None:
    case, _ = documented(house, edition(house, ScaleKind.MARK, Aggregation(), None))
    (line,) = house.office.ask(unit_reviews.reviews, case).lines
    assert line.form.route is VerificationRoute.DEMONSTRATION


def test_one_side_alone_is_warned_of_and_too_few_assessors_may_not_agree(house: House) -> None:
    office = house.office
    case, outcomes = documented(house, edition(house, ScaleKind.MARK, Aggregation(), None))
    today = make.today(office)
    office.do(provisions.settle, ProvisionKey.MINIMUM_ASSESSORS, None, today, 2, ("Nolikums", "By-law"))
    seat = office.do(scoring.seat, case, AssessorForm("Ilze Asne"))
    for outcome in outcomes:
        office.do(scoring.score, seat, outcome, None, value=8_000)
    office.do(scoring.finish, seat)
    card = office.ask(matrix.matrix, case)
    assert [one.reason for one in card.warnings] == ["assessor.no_work_side"]
    assert [one.reason for one in card.against_agreeing] == ["assessor.too_few"]
    with pytest.raises(RefusedError) as error:
        office.do(scoring.agree_where_alike, case)
    assert error.value.reason == "assessor.too_few"
