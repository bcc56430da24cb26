"""The written procedure through the office: votes come by letter, and an item is closed when its outcome is certain."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.act import Act
from commission_app.models.appeal import Appeal
from commission_app.models.sitting import Sitting, Vote
from commission_app.rules.legality import Bylaw
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.commission import AbstentionPolicy, MemberRole, Side
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState, SittingForm
from commission_app.services import (
    appeal_facts,
    appeals,
    attendance,
    ballots,
    checks,
    commissions,
    papers,
    remuneration_deeds,
    sitting_papers,
    sittings,
    votes,
    written_ballots,
    written_vote,
)
from commission_app.services.appeals import AppealForm
from commission_app.services.ballots import Totals
from commission_app.services.commissions import MemberForm
from commission_app.services.office import Office
from commission_app.services.written_vote import WrittenLine
from commission_app.store.work import Reading, Work
from tests import hearings, make
from tests.documents.reading import words
from tests.hearings import House

SECRET = Bylaw(secret_ballot=True)
TELLERS = "Anna Ozola, Jānis Kalns"


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


def line(house: House, table: hearings.Table, place: int = 0) -> WrittenLine:
    return house.office.ask(written_vote.card, table.id).lines[place]


def substitute(house: House, name: str = "Ilze Ģērmane", instead_of: int | None = None) -> int:
    form = MemberForm(name, MemberRole.SUBSTITUTE, Side.EMPLOYERS, term_from=make.LONG_AGO, substitute_for=instead_of)
    return house.office.do(commissions.appoint, house.facts.commission, form)


def test_a_substitute_votes_in_writing_in_the_seat_of_a_member_and_the_minutes_say_instead_of_whom(
    house: House,
) -> None:
    office, members, today = house.office, house.facts.members, make.today(house.office)
    stand_in, other = substitute(house), substitute(house, "Juris Bērziņš")
    table = begun(house, house.facts.met, house.facts.also_met)
    item, later = table.items
    assert refused(office, written_vote.cast, item, stand_in, Choice.FOR, today) == "vote.substitute_idle"
    assert refused(office, attendance.arrive, table.id, members[1]) == "written.own_seat"
    office.do(written_vote.cast, item, members[4], Choice.FOR, today)
    assert refused(office, attendance.arrive, table.id, stand_in, members[4]) == "written.replaced_voted"
    office.do(attendance.arrive, table.id, stand_in, members[3], "rīkojums Nr. 1-7/12")
    assert refused(office, attendance.arrive, table.id, other, members[3]) == "substitution.replaced_already"
    assert refused(office, written_vote.cast, item, members[3], Choice.AGAINST, today) == "written.replaced"
    for key in (members[0], stand_in):
        office.do(written_vote.cast, item, key, Choice.FOR, today, Channel.POST)
    assert refused(office, attendance.leave, table.id, stand_in) == "written.sitter_voted"
    assert (line(house, table).tally.for_, line(house, table).remaining) == (3, 2)
    office.do(written_vote.close_item, item)
    office.do(attendance.leave, table.id, stand_in)
    office.do(attendance.arrive, table.id, other, members[2])  # and votes on nothing
    office.do(written_vote.cast, later, members[3], Choice.FOR, today)
    office.do(votes.postpone, later, "Jāuzklausa iesniedzējs.")
    office.do(sittings.close, table.id, hearings.TAKER)
    told = words(office.ask(papers.minutes, table.id, LATVIAN))
    assert "Ilze Ģērmane" in told and "Locekļa Nr. 4 vietā" in told and "rīkojums Nr. 1-7/12" in told, told
    assert "Juris Bērziņš" not in told and "no plkst." not in told
    sat = {
        deed.name for deed in office.ask(lambda reading: tuple(remuneration_deeds.sat(reading, today, today, LATVIAN)))
    }
    assert "Ilze Ģērmane" in sat and "Juris Bērziņš" not in sat, "who did not vote took no part"
    sheet = words(office.ask(sitting_papers.attendance, table.id, LATVIAN))
    assert "Ilze Ģērmane" in sheet and "vietā" in sheet and "Juris Bērziņš" not in sheet
    assert not office.ask(checks.findings)


def test_a_seat_that_nobody_used_is_given_back_and_its_owner_votes(paper_house: House) -> None:
    office, members, today = paper_house.office, paper_house.facts.members, make.today(paper_house.office)
    stand_in = substitute(paper_house, instead_of=members[1])
    table = begun(paper_house)
    assert refused(office, attendance.arrive, table.id, stand_in, members[2]) == "substitution.another_named"
    seats = {one.name: one for one in office.ask(written_vote.card, table.id).members}
    assert [one.member_id for one in seats["Loceklis Nr. 2"].stand_ins] == [stand_in]
    assert seats["Loceklis Nr. 3"].against_replacing[0].reason == "written.no_substitute"
    office.do(attendance.arrive, table.id, stand_in)
    assert [one.instead_of for one in office.ask(written_vote.card, table.id).members][:3] == ["", "", "Loceklis Nr. 2"]
    office.do(votes.recuse, table.items[0], stand_in, "radinieks")
    assert refused(office, written_vote.cast, table.items[0], stand_in, Choice.FOR, today) == "vote.recused"
    office.do(attendance.leave, table.id, stand_in)
    office.do(written_vote.cast, table.items[0], members[1], Choice.FOR, today)
    card = office.ask(written_vote.card, table.id)
    assert (len(card.members), card.lines[0].tally.for_) == (5, 1)


def test_a_secret_vote_in_writing_keeps_who_took_part_and_the_totals_alone(house: House) -> None:
    office, members, today = house.office, house.facts.members, make.today(house.office)
    office.do(commissions.adopt_bylaw, house.facts.commission, today, SECRET)
    stand_in = substitute(house)
    table = begun(house)
    item = table.items[0]
    assert line(house, table).ballot is BallotKind.SECRET, "the by-law says so"
    assert refused(office, written_vote.cast, item, members[0], Choice.FOR, today) == "ballot.secret"
    office.do(attendance.arrive, table.id, stand_in, members[4])
    for key in (*members[:4], stand_in):
        assert refused(office, written_ballots.count, item, Totals(1, 0, 0, 0, TELLERS)) == "written.unopened"
        assert refused(office, written_vote.close_item, item) == "written.unopened"
        office.do(written_ballots.came, item, key, today)
    assert refused(office, written_ballots.came, item, members[0], today) == "written.ballot_came"
    assert refused(office, written_ballots.came, item, members[4], today) == "written.replaced"
    assert refused(office, written_vote.close_item, item) == "ballot.not_counted"
    paper = words(office.ask(sitting_papers.ballot_papers, item, LATVIAN))
    assert paper.count("aizlīmētā aploksnē bez vārda") == 5
    assert refused(office, written_ballots.count, item, Totals(4, 0, 0, 0, TELLERS)) == "ballot.sum"
    office.do(written_ballots.count, item, Totals(3, 1, 1, 0, TELLERS))
    assert refused(office, written_vote.take_back, item, members[0]) == "ballot.counted"
    office.do(written_vote.close_item, item)
    office.do(sittings.close, table.id, hearings.TAKER)

    def kept(reading: Reading) -> tuple[int, str]:
        told = reading.session.scalars(select(Act.text).where(Act.name.startswith("written_ballots.came")))
        return len(reading.session.scalars(select(Vote)).all()), "".join(told)

    named, told = office.ask(kept)
    assert named == 0 and "choice" not in told and "channel" not in told
    minutes = words(office.ask(papers.minutes, table.id, LATVIAN))
    assert "aizlīmētās aploksnēs saņemti biļeteni – 5, nederīgi – 0" in minutes, minutes
    count = words(office.ask(sitting_papers.count_protocol, item, ENGLISH))
    assert "Ballot came from" in count and "Envelopes opened" in count and "given out" not in count
    assert not office.ask(checks.findings)


def test_in_writing_only_the_by_law_makes_a_vote_secret_and_ballots_go_with_a_recusal(paper_house: House) -> None:
    office, members, today = paper_house.office, paper_house.facts.members, make.today(paper_house.office)
    table = begun(paper_house)
    item = table.items[0]
    assert refused(office, ballots.choose, item, BallotKind.SECRET) == "written.secret_unknown"
    assert [why.reason for why in line(paper_house, table).against_choosing] == ["written.secret_unknown"]
    rules = replace(SECRET, abstention_policy=AbstentionPolicy.FORBIDDEN)
    office.do(commissions.adopt_bylaw, paper_house.facts.commission, today, rules)
    office.do(ballots.choose, item, BallotKind.SECRET)
    for member in members:
        office.do(written_ballots.came, item, member, today)
    assert refused(office, ballots.choose, item, BallotKind.NAMED) == "item.votes_cast"
    office.do(votes.recuse, item, members[4], "radinieks")
    assert line(paper_house, table).papers == 4
    assert refused(office, written_ballots.count, item, Totals(3, 0, 1, 0, TELLERS)) == "vote.no_abstaining"
    office.do(written_vote.take_back, item, members[3])
    assert refused(office, written_ballots.count, item, Totals(3, 0, 0, 0, TELLERS)) == "written.unopened"
    office.do(votes.postpone, item, "Jāuzklausa iesniedzējs.")
    assert line(paper_house, table).papers == 0


def test_who_voted_in_writing_does_not_judge_the_appeal_and_a_seat_used_twice_is_found(paper_house: House) -> None:
    office, members, today = paper_house.office, paper_house.facts.members, make.today(paper_house.office)
    stand_in = substitute(paper_house)
    table = begun(paper_house)
    office.do(attendance.arrive, table.id, stand_in, members[4])
    for key in (members[0], members[1], stand_in):
        office.do(written_vote.cast, table.items[0], key, Choice.FOR, today)
    office.do(written_vote.close_item, table.items[0])
    office.do(sittings.close, table.id, hearings.TAKER)
    hearings.register(office, table.cases[0])
    key = office.do(appeals.receive, table.cases[0], AppealForm(today, Channel.IN_PERSON, "Nepiekrītu.", "Direktore"))
    judged = office.ask(lambda reading: tuple(appeal_facts.judges(reading.get(Appeal, key))))
    assert judged == ("Loceklis Nr. 1", "Loceklis Nr. 2", "Ilze Ģērmane")

    def seat(work: Work, owner: int | None) -> None:
        work.get(Sitting, table.id).attendance[0].instead_of_id = owner

    for owner, reason in ((members[0], "check.vote_beside"), (None, "check.vote_absent")):
        office.do(seat, owner)
        assert [one.reason for one in office.ask(checks.findings)] == [reason]
