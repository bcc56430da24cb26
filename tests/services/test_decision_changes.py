"""What happens to a registered decision: taken up again and replaced, repealed, provisional and made final."""

from datetime import timedelta

import pytest

from commission_app.errors import RefusedError
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.services import cases, certificates, checks, credits, decision_changes, decisions, sittings
from commission_app.services.decision_cards import DecisionCard
from commission_app.services.office import Office
from tests import hearings, make
from tests.hearings import House


def refused(office: Office, act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value


def held(house: House, case: int) -> DecisionCard:
    card = house.office.ask(decisions.of_case, case)
    assert card is not None
    return card


def lawful(card: DecisionCard) -> set[DecisionAct]:
    return {row.act for row in card.acts if row.lawful}


def test_a_case_taken_up_again_gets_a_new_decision_that_replaces_the_old(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    old = held(house, case)
    assert refused(office, decision_changes.reopen, old.id, old.version, " ").refusal.field == "reason"
    office.do(decision_changes.reopen, old.id, old.version, "Apstrīdēts.")
    card = office.ask(cases.card, case)
    assert card.state is CaseState.SCORED
    again = held(house, case)
    assert again.state is DecisionState.REGISTERED, "in force until the new one stands"
    assert DecisionAct.REOPEN not in lawful(again)
    office.do(decision_changes.let_stand, again.id, again.version)
    assert office.ask(cases.card, case).state is CaseState.DECIDED
    again = held(house, case)
    office.do(decision_changes.reopen, again.id, again.version, "Apstrīdēts.")
    table = hearings.decided(house, case)
    new = held(house, case)
    assert (new.number != old.number, new.state, table.cases) == (True, DecisionState.DRAFT, (case,))
    hearings.register(office, case)
    before = office.ask(decisions.card, old.id)
    assert before.state is DecisionState.REPLACED
    assert not lawful(before)
    assert office.ask(cases.card, case).state is CaseState.DECIDED
    person = office.ask(cases.card, case).person_id
    other = make.case(office, house.facts.edition, person_id=person, commission_id=house.facts.commission).id
    assert {line.rule for line in office.ask(credits.proposal, other).award.lines} == {"unit.recognised_before"}
    assert office.ask(checks.findings) == ()


def test_a_repealed_decision_gives_nothing_and_its_certificate_can_be_annulled(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    card = held(house, case)
    today = make.today(office)
    seen = office.ask(cases.card, case).version
    issued = office.do(certificates.issue, case, seen)
    card = held(house, case)
    early = card.decided_on - timedelta(days=1)
    assert refused(office, decision_changes.repeal, card.id, card.version, "x", early).refusal.field == "on"
    office.do(decision_changes.repeal, card.id, card.version, "AP-1: atcelts.", today)
    gone = held(house, case)
    assert (gone.state, lawful(gone)) == (DecisionState.REPEALED, {DecisionAct.REOPEN})
    assert office.ask(cases.card, case).state is CaseState.CLOSED
    assert refused(office, decision_changes.repeal, gone.id, gone.version, "x", today).reason == "decision.repealed"
    person = office.ask(cases.card, case).person_id
    other = make.case(office, house.facts.edition, person_id=person, commission_id=house.facts.commission).id
    assert "unit.recognised_before" not in {line.rule for line in office.ask(credits.proposal, other).award.lines}
    paper = office.ask(certificates.card, issued)
    assert paper.against_annulling == ()
    office.do(certificates.annul, issued, paper.version, "Lēmums atcelts.")
    assert office.ask(checks.findings) == ()
    office.do(decision_changes.reopen, gone.id, gone.version, "Jāizskata no jauna.")
    sitting = hearings.decided(house, case)
    hearings.register(office, case)
    assert office.ask(decisions.card, gone.id).state is DecisionState.REPEALED
    assert office.ask(sittings.sitting_card, sitting.id).id == sitting.id
    assert office.ask(checks.findings) == ()
