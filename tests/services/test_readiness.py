"""The health check before a sitting names only what needs attention, and leads to where it is mended."""

from commission_app.rules.vocabulary.readiness import Mend
from commission_app.services import readiness
from commission_app.services.readiness import Readiness
from tests import hearings, make
from tests.hearings import House


def reasons(found: Readiness, case: int) -> dict[str, Mend]:
    """What was found in one case."""
    return {one.what.reason: one.mend for line in found.attention if line.case_id == case for one in line.found}


def test_only_what_needs_attention_is_named(house: House) -> None:
    facts = house.facts
    table = hearings.planned(house, facts.met, facts.one_not_met)
    found = house.office.ask(readiness.of_sitting, table.id)
    assert found.cases == 2
    assert reasons(found, facts.met) == {"readiness.not_stated": Mend.BACKGROUND}
    assert [line.position for line in found.attention] == sorted(line.position for line in found.attention)


def test_a_met_outcome_without_sound_evidence_and_an_unpaid_fee_are_named(house: House) -> None:
    office, facts = house.office, house.facts
    case = make.scored_case(
        office, facts.edition, serial=30, commission_id=facts.commission, fee_cents=80_00, judged=False
    )
    table = hearings.planned(house, case.id)
    named = reasons(office.ask(readiness.of_sitting, table.id), case.id)
    assert named["readiness.not_paid"] is Mend.APPLICATION
    assert named["readiness.unsupported"] is Mend.MATRIX


def test_a_decided_case_is_not_looked_at_any_more(house: House) -> None:
    table = hearings.decided(house, house.facts.met)
    assert house.office.ask(readiness.of_sitting, table.id) == Readiness(0, ())
