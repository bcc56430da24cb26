"""Turns that a sitting takes: the chair leaves, the applicant steps back, the rules propose the same."""

import pytest

from commission_app.errors import RefusedError
from commission_app.rules.agenda import ItemAct
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import Choice, ItemState
from commission_app.services import attendance, cases, decisions, sittings, votes
from commission_app.services.item_cards import ItemCard
from commission_app.services.office import Office
from tests import hearings
from tests.hearings import House, Table


def shown(office: Office, table: Table, place: int) -> ItemCard:
    card = office.ask(sittings.sitting_card, table.id, table.items[place]).item
    assert card is not None
    return card


def test_the_deputy_is_said_to_preside_where_the_chair_steps_aside_or_has_left(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    chair, deputy = facts.members[:2]
    table = hearings.opened(paper_house, facts.met, facts.also_met, present=4)
    office.do(votes.recuse, table.items[0], chair, "radinieks")
    first = shown(office, table, 0).presiding
    assert first is not None and first.member_id == deputy
    hearings.vote_all(office, table.items[0], facts.members[1:4])
    office.do(votes.decide, table.items[0])
    office.do(attendance.leave, table.id, chair)
    office.do(votes.take_up, table.items[1])
    second = shown(office, table, 1).presiding
    assert second is not None and second.member_id == deputy
    office.do(attendance.arrive, table.id, chair)
    back = shown(office, table, 1).presiding
    assert back is not None and back.member_id == chair
    closed = shown(office, table, 0).presiding
    assert closed is not None and closed.member_id == deputy, "a closed item says who presided over it"


def test_nothing_is_decided_on_a_case_whose_applicant_steps_back_while_it_is_on_the_table(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.opened(paper_house, facts.met, present=3)
    hearings.vote_all(office, table.items[0], facts.members[:2])
    office.do(cases.withdraw, facts.met, hearings.version(office, facts.met), "Iesniegums atsaukts.")
    stands = next(one for one in shown(office, table, 0).acts if one.act is ItemAct.DECIDE)
    assert [why.reason for why in stands.refusals] == ["item.case_moved"]
    with pytest.raises(RefusedError) as refused:
        office.do(votes.vote, table.items[0], facts.members[2], Choice.FOR)
    assert refused.value.reason == "item.case_moved"
    with pytest.raises(RefusedError):
        office.do(votes.decide, table.items[0])
    office.do(votes.postpone, table.items[0], "Iesniegums atsaukts.")
    office.do(sittings.close, table.id, hearings.TAKER)
    assert shown(office, table, 0).state is ItemState.POSTPONED
    assert office.ask(decisions.of_case, facts.met) is None


def test_the_verdict_that_the_rules_propose_is_no_departure(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.opened(paper_house, facts.met, present=3)
    unit = shown(office, table, 0).units[0]
    with pytest.raises(RefusedError) as refused:
        office.do(votes.set_verdict, table.items[0], unit.unit_id, UnitVerdict.RECOGNISED, "Pārliecināja sarunā.")
    assert (refused.value.reason, refused.value.refusal.field) == ("departure.same", "verdict")
    assert shown(office, table, 0).units[0].reason == ""
