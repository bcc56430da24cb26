"""Decisions: drafted with their computation, worded, signed, registered once, and paid once."""

from datetime import timedelta

import pytest

from commission_app.errors import ConflictError, RefusedError
from commission_app.models.decision import Decision
from commission_app.rules.credits import ENGINES, award_of, award_text, input_of
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict, RefusalGround
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import cases, checks, credits, decisions, searching, sitting_end, sittings, votes
from commission_app.services.decision_cards import DecisionCard
from commission_app.services.office import Office
from commission_app.services.sitting_end import Signed
from tests import hearings, make
from tests.hearings import House


def drafted(house: House, *wanted: int) -> DecisionCard:
    table = hearings.decided(house, *wanted)
    card = house.office.ask(decisions.of_case, table.cases[0])
    assert card is not None
    return card


def refused(office: Office, act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value


def test_a_draft_carries_its_number_and_a_computation_that_gives_the_same_again(house: House) -> None:
    office = house.office
    card = drafted(house)
    assert (card.state, card.verdict) == (DecisionState.DRAFT, DecisionVerdict.FULL)
    assert card.number == f"L-{make.today(office).year}/1"
    assert card.claimed.decimal() == card.award.total.decimal() == 18

    def texts(reading: object) -> tuple[int, str, str]:
        row = reading.get(Decision, card.id)  # type: ignore[attr-defined]
        return row.engine, row.award_input, row.award_text

    engine, given, stored = office.ask(texts)
    assert award_text(ENGINES[engine](input_of(given))) == stored
    assert award_of(stored) == card.award


def test_registration_decides_the_case_and_gives_the_units_to_the_person(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    card = office.ask(decisions.of_case, case)
    assert card is not None
    assert card.state is DecisionState.REGISTERED
    assert office.ask(cases.card, case).state is CaseState.DECIDED
    person = office.ask(cases.card, case).person_id
    again = make.case(office, house.facts.edition, person_id=person, commission_id=house.facts.commission).id
    proposal = office.ask(credits.proposal, again)
    assert {line.rule for line in proposal.award.lines} == {"unit.recognised_before"}, "nothing is paid twice"
    assert office.ask(checks.findings) == ()


def test_a_decision_is_registered_once(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    card = office.ask(decisions.of_case, case)
    assert card is not None
    assert refused(office, decisions.register, card.id, card.version).reason == "decision.registered"
    against = {row.act: row.refusals for row in card.acts}
    assert against[DecisionAct.REGISTER]
    assert not against[DecisionAct.ISSUE]


def test_a_decision_that_does_not_recognise_everything_gives_its_reasons(house: House) -> None:
    office = house.office
    card = drafted(house, house.facts.one_not_met)
    assert card.verdict is DecisionVerdict.PARTIAL
    assert refused(office, decisions.register, card.id, card.version).refusal.field == "reasons"
    first = card.lines[0]
    office.do(decisions.edit_draft, card.id, card.version, "Trūkst prakses.", None, {first.id: "Nav tīkla projekta."})
    worded = office.ask(decisions.card, card.id)
    assert (worded.reasons, worded.lines[0].reason) == ("Trūkst prakses.", "Nav tīkla projekta.")
    office.do(decisions.register, worded.id, worded.version)


def test_a_refusal_names_its_coded_ground(house: House) -> None:
    office = house.office
    card = drafted(house, house.facts.none_met)
    assert card.verdict is DecisionVerdict.REFUSED
    office.do(decisions.edit_draft, card.id, card.version, "Pierādījumi neapliecina.")
    worded = office.ask(decisions.card, card.id)
    assert refused(office, decisions.register, worded.id, worded.version).reason == "decision.no_ground"
    office.do(decisions.edit_draft, card.id, worded.version, "Pierādījumi neapliecina.", RefusalGround.NOT_SUFFICIENT)
    office.do(decisions.register, card.id, office.ask(decisions.card, card.id).version)
    assert office.ask(cases.card, card.case_id).state is CaseState.DECIDED


def test_whoever_saw_an_older_draft_must_look_again(house: House) -> None:
    office = house.office
    card = drafted(house)
    office.do(decisions.edit_draft, card.id, card.version, "pirmais")
    with pytest.raises(ConflictError):
        office.do(decisions.edit_draft, card.id, card.version, "otrais")
    with pytest.raises(ConflictError):
        office.do(decisions.register, card.id, card.version)
    assert office.ask(decisions.card, card.id).reasons == "pirmais"


def test_a_signed_decision_is_not_edited_and_no_signature_lies_in_the_future(house: House) -> None:
    office = house.office
    card = drafted(house)
    tomorrow = make.today(office) + timedelta(days=1)
    assert refused(office, decisions.sign, card.id, card.version, tomorrow).refusal.field == "signed_on"
    office.do(decisions.sign, card.id, card.version, make.today(office))
    signed = office.ask(decisions.card, card.id)
    assert refused(office, decisions.edit_draft, card.id, signed.version, "x").reason == "decision.signed"
    assert not office.ask(decisions.decision_list, unsigned=True).rows
    assert office.ask(decisions.decision_list).rows[0].number == card.number


def test_a_departure_stands_in_the_decision_with_its_reason(house: House) -> None:
    office = house.office
    table = hearings.opened(house, house.facts.one_not_met, present=3)
    unit = office.ask(sittings.sitting_card, table.id).item.units[0].unit_id  # type: ignore[union-attr]
    office.do(votes.set_verdict, table.items[0], unit, UnitVerdict.RECOGNISED, "Pārliecināja sarunā.")
    hearings.vote_all(office, table.items[0], house.facts.members[:3])
    office.do(votes.decide, table.items[0])
    office.do(sittings.close, table.id, hearings.TAKER)
    card = office.ask(decisions.of_case, table.cases[0])
    assert card is not None
    assert card.verdict is DecisionVerdict.FULL
    assert (card.lines[0].award.rule, card.lines[0].reason) == ("commission.departure", "Pārliecināja sarunā.")
    hearings.register(office, table.cases[0])
    assert office.ask(checks.findings) == ()


def test_a_unit_recognised_meanwhile_is_not_recognised_again(house: House) -> None:
    office = house.office
    """Two applications of one person for the same units lie before one sitting."""
    table = hearings.planned(house)
    first = office.ask(cases.card, table.cases[0])
    second = make.scored_case(
        office, first.edition_id, person_id=first.person_id, commission_id=house.facts.commission
    ).id
    item = office.do(sittings.put_on_agenda, table.id, second)
    office.do(sittings.open_sitting, table.id)
    for member in house.facts.members[:3]:
        office.do(sittings.arrive, table.id, member)
    for heard in (table.items[0], item):
        office.do(votes.take_up, heard)
        hearings.vote_all(office, heard, house.facts.members[:3])
        office.do(votes.decide, heard)
    office.do(sittings.close, table.id, hearings.TAKER)
    one, other = (office.ask(decisions.of_case, key) for key in (table.cases[0], second))
    assert one is not None and other is not None
    handful = [Signed(card.id, card.version, make.today(office)) for card in (one, other)]
    why = refused(office, sitting_end.enter_signed_together, handful)
    assert why.reason == "decision.paid_elsewhere", "entered together, the first stands against the second"
    assert office.ask(decisions.of_case, table.cases[0]) == one, "and nothing is stored"
    hearings.register(office, table.cases[0])
    why = refused(office, decisions.register, other.id, other.version)
    assert why.reason == "decision.paid_elsewhere"
    assert why.refusal.facts["units"] == ("DatZ1010", "DatZ1020", "DatZ1030")


def test_a_decision_is_found_by_its_number(house: House) -> None:
    office = house.office
    card = drafted(house)
    assert ("decision", card.id) in {(hit.noun, hit.key) for hit in office.ask(searching.find, card.number)}
