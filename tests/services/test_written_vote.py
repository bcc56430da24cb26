"""The written procedure through the office: votes come by letter, and an item is closed when its outcome is certain."""

from datetime import timedelta

import pytest

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.sitting import Choice, ItemState, SittingForm
from commission_app.services import checks, sittings, votes, written_vote
from commission_app.services.office import Office
from tests import hearings, make
from tests.hearings import House


def refused(office: Office, act: object, *args: object) -> str:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value.reason


def planned(house: House, *wanted: int) -> hearings.Table:
    """A written procedure planned for today."""
    table = hearings.planned(house, *wanted)
    seen = house.office.ask(sittings.sitting_card, table.id).version
    plan = (make.today(house.office), "", "", SittingForm.WRITTEN)
    house.office.do(sittings.change_plan, table.id, seen, *plan)
    return table


def begun(house: House, *wanted: int) -> hearings.Table:
    """The same, begun: votes may come for a month."""
    table = planned(house, *wanted)
    house.office.do(written_vote.begin, table.id, make.today(house.office) + timedelta(days=30))
    return table


def test_a_case_is_decided_in_writing_when_no_vote_could_change_it(house: House) -> None:
    office, members, today = house.office, house.facts.members, make.today(house.office)
    table = begun(house, house.facts.met, house.facts.also_met)
    item, other = table.items
    for member in members[:3]:
        office.do(written_vote.cast, item, member, Choice.FOR, today, Channel.POST)
    line = office.ask(written_vote.card, table.id).lines[0]
    assert (line.tally.adopted, line.settled, line.remaining) == (True, True, 2)
    assert (line.cells[0].choice, line.cells[0].came_on, line.cells[0].channel) == (Choice.FOR, today, Channel.POST)
    assert refused(office, written_vote.close_item, other) == "written.may_change"
    office.do(written_vote.close_item, item)
    assert refused(office, written_vote.cast, item, members[3], Choice.AGAINST, today) == "item.over"
    office.do(votes.postpone, other, "Jāuzklausa iesniedzējs.")
    office.do(sittings.close, table.id, hearings.TAKER)
    card = office.ask(sittings.sitting_card, table.id)
    assert [row.state for row in card.agenda] == [ItemState.DECIDED, ItemState.POSTPONED]
    assert card.agenda[0].decision_number
    assert not office.ask(checks.findings)


def test_the_by_law_gives_days_and_a_vote_has_its_day(paper_house: House) -> None:
    office, today = paper_house.office, make.today(paper_house.office)
    table, day = planned(paper_house), timedelta(days=1)
    assert refused(office, written_vote.begin, table.id, today + day) == "written.too_soon"
    earliest = office.ask(written_vote.card, table.id).earliest
    office.do(written_vote.begin, table.id, earliest)
    item, member = table.items[0], paper_house.facts.members[0]
    assert refused(office, written_vote.cast, item, member, Choice.FOR, today + day) == "written.future_day"
    assert refused(office, written_vote.cast, item, member, Choice.FOR, today - day) == "written.before"
    assert refused(office, written_vote.prolong, table.id, earliest - day) == "written.nearer"
    office.do(written_vote.prolong, table.id, earliest + day)
    assert office.ask(written_vote.card, table.id).until == earliest + day
    held = hearings.planned(paper_house, paper_house.facts.also_met)
    assert refused(office, written_vote.begin, held.id, earliest) == "written.other_form"


def test_who_is_recused_does_not_vote_in_writing_and_a_lost_vote_is_not_closed(paper_house: House) -> None:
    office, today = paper_house.office, make.today(paper_house.office)
    table, members = begun(paper_house), paper_house.facts.members
    item = table.items[0]
    office.do(written_vote.cast, item, members[4], Choice.FOR, today)
    office.do(votes.recuse, item, members[4], "radinieks")
    assert refused(office, written_vote.cast, item, members[4], Choice.FOR, today) == "vote.recused"
    for member in members[:4]:
        office.do(written_vote.cast, item, member, Choice.AGAINST, today)
    line = office.ask(written_vote.card, table.id).lines[0]
    assert (line.tally.for_, line.tally.against, line.remaining, line.settled) == (0, 4, 0, True)
    assert refused(office, written_vote.close_item, item) == "item.not_adopted"
    office.do(written_vote.take_back, item, members[0])
    assert office.ask(written_vote.card, table.id).lines[0].remaining == 1
