"""Who sits in whose seat: substitutes are counted once and never beside the replaced; the deputy presides."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from commission_app.errors import RefusedError
from commission_app.models.sitting import AgendaItem, Attendance, Sitting
from commission_app.rules.legality import Bylaw, SideMinimum
from commission_app.rules.vocabulary.commission import AbstentionPolicy, CommissionKind, MajorityBase, MemberRole, Side
from commission_app.rules.vocabulary.sitting import Choice, Light, LightKind
from commission_app.services import attendance, commissions, sittings, votes
from commission_app.services.commissions import CommissionForm, MemberForm
from commission_app.services.legality_text import kept
from commission_app.services.office import Office, Reading
from tests import hearings, make
from tests.hearings import House

ORDER = "rīkojums Nr. 1-7/12"


def refused(office: Office, act: object, *args: object) -> str:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value.reason


def substitute(house: House, name: str = "Ilze Ģērmane", instead_of: int | None = None) -> int:
    """A substitute of employers is appointed, for one member or for any."""
    form = MemberForm(name, MemberRole.SUBSTITUTE, Side.EMPLOYERS, term_from=make.LONG_AGO, substitute_for=instead_of)
    return house.office.do(commissions.appoint, house.facts.commission, form)


def lights(office: Office, table: hearings.Table) -> dict[LightKind, tuple[Light, str]]:
    card = office.ask(sittings.sitting_card, table.id, table.items[0]).item
    assert card is not None
    return {one.kind: (one.light, one.why.reason) for one in card.lights}


def head(office: Office, table: hearings.Table) -> tuple[str, str] | None:
    found = office.ask(attendance.presiding, table.id)
    return (found.name, found.order_number) if found else None


def test_a_substitute_restores_the_quorum_and_votes_in_the_seat(house: House) -> None:
    office, members = house.office, house.facts.members
    stand_in = substitute(house)
    table = hearings.opened(house, present=3)
    item = table.items[0]
    office.do(votes.recuse, item, members[2], "radinieks")
    assert lights(office, table)[LightKind.QUORUM] == (Light.RED, "quorum.missing")
    assert refused(office, attendance.arrive, table.id, stand_in) == "substitution.nobody_named"
    assert [seat.member_id for seat in office.ask(attendance.free_seats, table.id, stand_in)] == list(members[3:])
    office.do(attendance.arrive, table.id, stand_in, members[4], ORDER)
    assert lights(office, table)[LightKind.QUORUM] == (Light.AMBER, "quorum.exact")
    for voter in (*members[:2], stand_in):
        office.do(votes.vote, item, voter, Choice.FOR)
    assert refused(office, votes.vote, item, members[4], Choice.FOR) == "vote.absent"
    office.do(votes.decide, item)
    office.do(sittings.close, table.id, hearings.TAKER)

    def seat(reading: Reading) -> tuple[int | None, str]:
        row = reading.session.query(Attendance).filter_by(member_id=stand_in).one()
        return row.instead_of_id, row.order_number

    assert office.ask(seat) == (members[4], ORDER)


def test_a_substitute_never_sits_beside_the_member_who_is_replaced(paper_house: House) -> None:
    office, members = paper_house.office, paper_house.facts.members
    named, other = substitute(paper_house, instead_of=members[4]), substitute(paper_house, "Otrs Aizvietotājs")
    table = hearings.opened(paper_house, present=3)
    assert refused(office, attendance.arrive, table.id, named, members[3]) == "substitution.another_named"
    assert refused(office, attendance.arrive, table.id, other, members[0]) == "substitution.replaced_present"
    assert refused(office, attendance.arrive, table.id, other, named) == "substitution.of_substitute"
    assert refused(office, attendance.arrive, table.id, members[3], members[4]) == "substitution.own_seat"
    office.do(attendance.arrive, table.id, named)
    assert refused(office, attendance.arrive, table.id, other, members[4]) == "substitution.replaced_already"
    assert refused(office, attendance.arrive, table.id, members[4]) == "substitution.seat_taken"
    office.do(votes.vote, table.items[0], named, Choice.FOR)
    office.do(attendance.leave, table.id, named)
    office.do(attendance.arrive, table.id, members[4])
    card = office.ask(sittings.sitting_card, table.id).item
    assert card is not None and card.taking_part == 4
    assert all(line.choice is None for line in card.roll), "the vote went with the substitute"
    assert refused(office, attendance.arrive, table.id, named) == "substitution.replaced_present"


def test_only_a_seat_in_office_is_taken(paper_house: House) -> None:
    office, members = paper_house.office, paper_house.facts.members
    stand_in = substitute(paper_house)
    yesterday = make.today(office) - timedelta(days=1)
    gone = MemberForm("Loceklis Nr. 5", term_from=make.LONG_AGO, term_until=yesterday)
    office.do(commissions.edit_member, members[4], gone)
    table = hearings.opened(paper_house, present=2)
    assert refused(office, attendance.arrive, table.id, stand_in, members[4]) == "substitution.not_in_office"
    foreign = office.do(commissions.found, CommissionForm(CommissionKind.RECOGNITION, "Cita komisija"))
    stranger = office.do(commissions.appoint, foreign, MemberForm("Svešais"))
    assert refused(office, attendance.arrive, table.id, stand_in, stranger) == "sitting.foreign_member"
    stray = MemberForm("Zaiga", MemberRole.SUBSTITUTE, substitute_for=stranger)
    assert refused(office, commissions.appoint, paper_house.facts.commission, stray) == "member.no_seat"
    own = MemberForm("Ilze Ģērmane", MemberRole.SUBSTITUTE, substitute_for=members[3])
    office.do(commissions.edit_member, stand_in, own)
    swap = MemberForm("Loceklis Nr. 4", MemberRole.SUBSTITUTE)
    assert refused(office, commissions.edit_member, members[3], swap) == "member.is_replaced"


def test_the_deputy_presides_while_the_chair_is_away(paper_house: House) -> None:
    office, members = paper_house.office, paper_house.facts.members
    table = hearings.planned(paper_house, paper_house.facts.met, paper_house.facts.also_met)
    office.do(sittings.open_sitting, table.id)
    assert refused(office, attendance.chair_order, table.id, None, ORDER) == "sitting.nobody_presides"
    for member in members[1:4]:
        office.do(attendance.arrive, table.id, member)
    office.do(attendance.chair_order, table.id, None, ORDER)
    assert head(office, table) == ("Loceklis Nr. 2", ORDER)
    office.do(attendance.arrive, table.id, members[0])
    assert head(office, table) == ("Loceklis Nr. 1", ""), "before the first item is over the chair takes the chair"
    office.do(votes.take_up, table.items[0])
    hearings.vote_all(office, table.items[0], members[:4])
    office.do(votes.decide, table.items[0])
    office.do(attendance.leave, table.id, members[0])
    assert head(office, table) == ("Loceklis Nr. 1", ""), "who presided over the sitting stays"
    office.do(votes.take_up, table.items[1])
    card = office.ask(sittings.sitting_card, table.id).item
    assert card is not None and all(light.light is not Light.RED for light in card.lights)


@pytest.mark.parametrize("presides", [False, True])
def test_a_substitute_of_the_chair_presides_only_by_the_by_law(paper_house: House, presides: bool) -> None:
    office, members = paper_house.office, paper_house.facts.members
    rules = Bylaw(substitute_presides=presides, side_minimums=(SideMinimum(Side.EMPLOYERS, 1),), convocation_days=3)
    office.do(commissions.adopt_bylaw, paper_house.facts.commission, make.today(office), rules)
    card = office.ask(commissions.card, paper_house.facts.commission)
    assert card.bylaws[-1].rules == rules
    assert commissions.voters(card, rules) == 5, "a substitute has no seat of the own"
    stand_in = substitute(paper_house, instead_of=members[0])
    table = hearings.planned(paper_house)
    office.do(sittings.open_sitting, table.id)
    for member in (members[2], members[4], stand_in):
        office.do(attendance.arrive, table.id, member)
    office.do(votes.take_up, table.items[0])
    composition = lights(office, table)[LightKind.COMPOSITION]
    assert composition == (Light.RED, "composition.side"), "the seat keeps its side: the chair's is the school"
    office.do(attendance.arrive, table.id, members[3])
    expected = (Light.GREEN, "composition.right") if presides else (Light.RED, "composition.no_chair")
    assert lights(office, table)[LightKind.COMPOSITION] == expected
    assert (head(office, table) is not None) is presides


def test_a_bylaw_with_sides_that_cannot_be_read_is_refused(paper_house: House) -> None:
    office = paper_house.office
    bad = replace(Bylaw(), side_minimums=(SideMinimum(Side.STUDENTS, 0),))
    with pytest.raises(RefusedError) as why:
        office.do(commissions.adopt_bylaw, paper_house.facts.commission, make.today(office), bad)
    assert (why.value.reason, why.value.refusal.field) == ("bylaw.side", "side_students")
    assert len(office.ask(commissions.card, paper_house.facts.commission).bylaws) == 1
    mail = MemberForm("Zane", email="zane@")
    assert refused(office, commissions.appoint, paper_house.facts.commission, mail) == "member.bad_email"


def test_the_signed_minutes_keep_their_order(paper_house: House) -> None:
    office = paper_house.office
    table = hearings.opened(paper_house)

    def sign(work: object) -> None:
        work.lock(Sitting, table.id).signed_on = work.today  # type: ignore[attr-defined]

    office.do(sign)
    assert refused(office, attendance.chair_order, table.id, None, ORDER) == "sitting.minutes_signed"


def test_where_the_by_law_forbids_it_nobody_abstains(paper_house: House) -> None:
    office, members = paper_house.office, paper_house.facts.members
    rules = Bylaw(abstention_policy=AbstentionPolicy.FORBIDDEN, majority_base=MajorityBase.VOTES_CAST)
    table = hearings.opened(paper_house, present=4)
    office.do(votes.vote, table.items[0], members[0], Choice.ABSTAIN)
    office.do(commissions.adopt_bylaw, paper_house.facts.commission, make.today(office), rules)
    assert refused(office, votes.vote, table.items[0], members[1], Choice.ABSTAIN) == "vote.no_abstaining"
    card = office.ask(sittings.sitting_card, table.id).item
    assert card is not None and card.tally.abstained == 0, "a vote of the time before the new by-law is not counted"
    hearings.vote_all(office, table.items[0], members[:4])
    office.do(votes.decide, table.items[0])


def test_what_was_kept_before_secret_ballots_is_read_as_it_was(paper_house: House) -> None:
    office = paper_house.office
    table = hearings.opened(paper_house, present=4)
    hearings.vote_all(office, table.items[0], paper_house.facts.members[:4])
    office.do(votes.decide, table.items[0])
    text = office.ask(lambda reading: reading.get(AgendaItem, table.items[0]).legality)
    now = kept(text)
    assert now is not None and (now.tally.base, now.tally.needed, now.tally.invalid) == (4, 3, 0)
    assert now.presiding in now.present
    old = json.loads(text)
    del old["presiding"], old["tally"]["invalid"], old["tally"]["base"], old["tally"]["needed"]
    before = kept(json.dumps(old))
    assert before is not None and before.presiding is None
    assert (before.lights, before.present, before.tally.for_) == (now.lights, now.present, 4)
