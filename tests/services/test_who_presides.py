"""Who presides over the item in sight, where the chair has left or steps aside."""

from commission_app.services import attendance, sittings, votes
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
