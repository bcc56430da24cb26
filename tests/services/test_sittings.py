"""A sitting from its agenda to its minutes: who may vote, when the commission may decide, what two PCs may not do."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from commission_app.errors import ConflictError, RefusedError
from commission_app.models.sitting import AgendaItem, Attendance, Vote
from commission_app.rules.agenda import ItemAct, SittingAct
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import Choice, ItemState, Light, LightKind, SittingForm
from commission_app.services import cases, commissions, decisions, sittings, votes
from commission_app.services.office import Office, Reading
from commission_app.services.sitting_cards import SittingCard
from commission_app.services.sittings import MinuteTaker
from tests import hearings, make
from tests.hearings import House


def card_of(office: Office, table: hearings.Table, item: int | None = None) -> SittingCard:
    return office.ask(sittings.sitting_card, table.id, item)


def refused(office: Office, act: object, *args: object) -> str:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value.reason


def test_a_sitting_decides_and_closes_with_minutes_and_a_numbered_draft(house: House) -> None:
    office = house.office
    table = hearings.opened(house, house.facts.met, house.facts.also_met, present=4)
    hearings.vote_all(office, table.items[0], house.facts.members[:4])
    office.do(votes.decide, table.items[0])
    office.do(votes.postpone, table.items[1], "Trūkst apliecības.")
    office.do(sittings.close, table.id, hearings.TAKER)
    card, year = card_of(office, table), make.today(office).year
    assert card.minutes_number == f"P-{year}/1"
    assert [line.decision_number for line in card.agenda] == [f"L-{year}/1", ""]
    assert card.agenda[0].recognised == card.agenda[0].claimed
    assert all(row.left_at for row in card.attendance)
    assert office.ask(sittings.sitting_list).rows[0].minutes_number == f"P-{year}/1"


def test_a_postponed_case_keeps_its_number_and_comes_to_a_later_sitting(house: House) -> None:
    office = house.office
    table = hearings.opened(house, house.facts.met, house.facts.also_met)
    office.do(votes.postpone, table.items[0], "Trūkst apliecības.")
    assert office.ask(cases.card, table.cases[0]).state is CaseState.POSTPONED
    lines = card_of(office, table).agenda
    assert [(line.position, line.state) for line in lines] == [(1, ItemState.POSTPONED), (2, ItemState.WAITING)]
    commission = house.facts.commission
    assert [line.case_id for line in office.ask(sittings.cases_to_hear, commission)] == [table.cases[0]]
    number = office.ask(cases.card, table.cases[0]).number
    later = office.do(sittings.plan, commission, make.today(office) + timedelta(days=14))
    office.do(sittings.put_on_agenda, later, table.cases[0])
    again = office.ask(cases.card, table.cases[0])
    assert (again.number, again.state) == (number, CaseState.REFERRED)


def test_an_absent_or_recused_member_does_not_vote(house: House) -> None:
    office = house.office
    table = hearings.opened(house, present=4)
    item, chair, absent = table.items[0], house.facts.members[0], house.facts.members[4]
    assert refused(office, votes.vote, item, absent, Choice.FOR) == "vote.absent"
    assert refused(office, votes.recuse, item, house.facts.members[2], "  ") == "recusal.no_reason"
    office.do(votes.recuse, item, house.facts.members[2], "radinieks")
    assert refused(office, votes.vote, item, house.facts.members[2], Choice.FOR) == "vote.recused"
    office.do(votes.vote, item, chair, Choice.FOR)
    roll = {line.member_id: line for line in card_of(office, table).item.roll}  # type: ignore[union-attr]
    assert roll[house.facts.members[2]].recused == "radinieks"
    assert roll[absent].barred is not None
    assert roll[chair].choice is Choice.FOR


def test_a_member_whose_term_has_ended_does_not_vote(house: House) -> None:
    office = house.office
    table = hearings.opened(house)
    card = office.ask(commissions.card, house.facts.commission)
    ended = replace(card.members[4].form, term_until=make.today(office) - timedelta(days=1))
    office.do(commissions.edit_member, card.members[4].id, ended)
    assert refused(office, votes.vote, table.items[0], house.facts.members[4], Choice.FOR) == "vote.term"


def test_without_quorum_nothing_is_decided_and_the_light_says_what_is_missing(house: House) -> None:
    office = house.office
    table = hearings.opened(house, present=2)
    assert refused(office, votes.vote, table.items[0], house.facts.members[0], Choice.FOR) == "quorum.missing"
    assert refused(office, votes.decide, table.items[0]) == "quorum.missing"
    item = card_of(office, table).item
    assert item is not None
    quorum = next(light for light in item.lights if light.kind is LightKind.QUORUM)
    assert quorum.light is Light.RED
    assert (quorum.why.facts["present"], quorum.why.facts["needed"]) == (2, 3)
    against = next(row.refusals for row in item.acts if row.act is ItemAct.DECIDE)
    assert [why.reason for why in against] == ["quorum.missing"]


def test_every_member_at_the_table_votes_before_the_item_is_closed(house: House) -> None:
    office = house.office
    table = hearings.opened(house)
    hearings.vote_all(office, table.items[0], house.facts.members[:4])
    assert refused(office, votes.decide, table.items[0]) == "item.votes_missing"
    office.do(votes.vote, table.items[0], house.facts.members[4], Choice.ABSTAIN)
    office.do(votes.undo_vote, table.items[0], house.facts.members[4])
    office.do(votes.vote, table.items[0], house.facts.members[4], Choice.AGAINST)
    office.do(votes.decide, table.items[0])
    tally = card_of(office, table, table.items[0]).item.tally  # type: ignore[union-attr]
    assert (tally.for_, tally.against, tally.abstained, tally.adopted) == (4, 1, 0, True)
    assert refused(office, votes.vote, table.items[0], house.facts.members[4], Choice.FOR) == "item.over"


def test_a_proposal_that_is_voted_down_is_not_decided(house: House) -> None:
    office = house.office
    table = hearings.opened(house)
    hearings.vote_all(office, table.items[0], house.facts.members, Choice.AGAINST)
    assert refused(office, votes.decide, table.items[0]) == "item.not_adopted"


def test_whoever_leaves_before_the_end_takes_the_vote_along(house: House) -> None:
    office = house.office
    table = hearings.opened(house)
    hearings.vote_all(office, table.items[0], house.facts.members)
    office.do(sittings.leave, table.id, house.facts.members[4])
    office.do(votes.decide, table.items[0])
    assert card_of(office, table, table.items[0]).item.tally.for_ == 4  # type: ignore[union-attr]
    office.do(sittings.arrive, table.id, house.facts.members[4])
    assert len(card_of(office, table).attendance) == 6
    assert refused(office, sittings.arrive, table.id, house.facts.members[4]) == "sitting.there_already"


def test_a_departure_needs_a_reason_and_changes_the_award(house: House) -> None:
    office = house.office
    table = hearings.opened(house, house.facts.one_not_met)
    item = table.items[0]
    before = card_of(office, table).item
    assert before is not None
    assert before.award.total.decimal() == 12
    refused_unit = before.units[0]
    assert refused_unit.line.verdict is UnitVerdict.REFUSED
    assert refused(office, votes.set_verdict, item, refused_unit.unit_id, UnitVerdict.RECOGNISED, "") == (
        "departure.no_reason"
    )
    office.do(votes.set_verdict, item, refused_unit.unit_id, UnitVerdict.RECOGNISED, "Pārliecināja sarunā.")
    after = card_of(office, table).item
    assert after is not None
    assert after.award.total.decimal() == 18
    assert (after.units[0].proposed, after.units[0].line.verdict) == (UnitVerdict.REFUSED, UnitVerdict.RECOGNISED)
    office.do(votes.vote, item, house.facts.members[0], Choice.FOR)
    assert refused(office, votes.keep_proposal, item, refused_unit.unit_id) == "item.votes_cast"


def test_a_part_cannot_be_voted_where_parts_are_not_allowed(house: House) -> None:
    office = house.office
    table = hearings.opened(house)
    unit = card_of(office, table).item.units[0].unit_id  # type: ignore[union-attr]
    reason = refused(office, votes.set_verdict, table.items[0], unit, UnitVerdict.PARTLY, "daļa")
    assert reason == "credits.departure_part"
    assert card_of(office, table).item.units[0].reason == ""  # type: ignore[union-attr]


def test_one_item_is_on_the_table_at_a_time(house: House) -> None:
    office = house.office
    table = hearings.opened(house, house.facts.met, house.facts.also_met)
    assert refused(office, votes.take_up, table.items[1]) == "item.other_on_table"
    office.do(votes.put_back, table.items[0])
    office.do(votes.take_up, table.items[1])
    assert card_of(office, table).item.id == table.items[1]  # type: ignore[union-attr]


def test_a_sitting_is_not_closed_with_open_items_nor_opened_before_its_day(house: House) -> None:
    office = house.office
    table = hearings.opened(house)
    assert refused(office, sittings.close, table.id, hearings.TAKER) == "sitting.items_left"
    office.do(votes.postpone, table.items[0], "vēlāk")
    assert refused(office, sittings.close, table.id, MinuteTaker(" ")) == "sitting.no_minute_taker"
    commission = house.facts.commission
    tomorrow = office.do(sittings.plan, commission, make.today(office) + timedelta(days=1))
    against = {row.act: row.refusals for row in office.ask(sittings.sitting_card, tomorrow).acts}
    assert [why.reason for why in against[SittingAct.OPEN]] == ["sitting.not_yet", "sitting.no_agenda"]


def test_the_agenda_is_ordered_before_the_sitting_only(house: House) -> None:
    office = house.office
    table = hearings.planned(house, house.facts.met, house.facts.also_met, house.facts.none_met)
    assert refused(office, sittings.put_on_agenda, table.id, table.cases[0]) == "agenda.waiting_already"
    assert refused(office, sittings.reorder, table.id, table.items[:2]) == "agenda.order"
    office.do(sittings.reorder, table.id, (table.items[2], table.items[0], table.items[1]))
    assert [line.item_id for line in card_of(office, table).agenda] == [table.items[2], table.items[0], table.items[1]]
    office.do(sittings.take_off, table.items[2])
    assert [line.position for line in card_of(office, table).agenda] == [1, 2]
    seen = card_of(office, table).version
    office.do(sittings.change_plan, table.id, seen, make.today(office), "15.00", "Zāle", SittingForm.REMOTE)
    with pytest.raises(ConflictError):
        office.do(sittings.change_plan, table.id, seen, make.today(office), "16.00", "Zāle", SittingForm.REMOTE)


def test_a_case_of_another_commission_is_not_heard(house: House) -> None:
    office = house.office
    table = hearings.planned(house)
    office.do(sittings.take_off, table.items[0])
    other = make.commission(office)
    sitting = office.do(sittings.plan, other, make.today(office))
    assert refused(office, sittings.put_on_agenda, sitting, table.cases[0]) == "agenda.foreign_commission"


def test_a_casting_vote_breaks_a_tie(house: House) -> None:
    office = house.office
    table = hearings.opened(house, present=4)
    hearings.vote_all(office, table.items[0], house.facts.members[:2], Choice.FOR)
    hearings.vote_all(office, table.items[0], house.facts.members[2:4], Choice.AGAINST)
    office.do(votes.decide, table.items[0])
    assert card_of(office, table, table.items[0]).item.tally.by_casting_vote  # type: ignore[union-attr]


def test_a_vote_and_a_departure_on_two_computers_never_pass_each_other(house: House) -> None:
    office = house.office
    """Whatever comes first, an item is never decided by fewer than the quorum nor with the vote of who had left."""
    table = hearings.opened(house, present=3)
    item, leaving = table.items[0], house.facts.members[2]
    hearings.vote_all(office, item, house.facts.members[:3])
    start = threading.Barrier(2)

    def decide() -> str:
        start.wait()
        try:
            office.do(votes.decide, item)
        except RefusedError as why:
            return why.reason
        return "decided"

    def leave() -> str:
        start.wait()
        office.do(sittings.leave, table.id, leaving)
        return "left"

    with ThreadPoolExecutor(2) as pool:
        outcome, _ = pool.submit(decide), pool.submit(leave)
        answer = outcome.result()

    def stored(reading: Reading) -> tuple[ItemState, int, int]:
        row = reading.get(AgendaItem, item)
        seats = reading.session.scalars(select(Attendance).where(Attendance.left_at.is_(None))).all()
        return row.state, len(reading.session.scalars(select(Vote)).all()), len(seats)

    state, given, there = office.ask(stored)
    assert there == 2
    if answer == "decided":
        assert (state, given) == (ItemState.DECIDED, 3)
        closed = card_of(office, table, item).item
        assert closed is not None
        assert closed.taking_part == 3
    else:
        assert answer == "quorum.missing"
        assert (state, given) == (ItemState.ON_TABLE, 2)


def test_a_case_withdrawn_after_the_vote_gets_no_decision(house: House) -> None:
    office = house.office
    table = hearings.opened(house)
    hearings.vote_all(office, table.items[0], house.facts.members)
    office.do(votes.decide, table.items[0])
    office.do(cases.withdraw, table.cases[0], hearings.version(office, table.cases[0]), "iesniegums atsaukts")
    office.do(sittings.close, table.id, hearings.TAKER)
    assert office.ask(decisions.of_case, table.cases[0]) is None
