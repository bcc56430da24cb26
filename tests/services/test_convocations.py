"""Before the sitting: called in time, replies and the quorum to be expected, the frozen agenda, guests, statements."""

import email
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from email.policy import default

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.commission import Commission, Member
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.conflict import MemberStatementKind
from commission_app.rules.vocabulary.sitting import ItemState, ReplyAnswer, SittingForm
from commission_app.services import (
    agenda_freeze,
    cases,
    commissions,
    convocation_papers,
    convocations,
    guests,
    member_statements,
    readiness,
    sittings,
)
from commission_app.services.convocations import ConvocationCard
from commission_app.services.guests import GuestForm
from commission_app.store.work import Work
from tests import hearings, make
from tests.documents.reading import words as text_of
from tests.hearings import House, Table

COMING, EXCUSED = ReplyAnswer.COMING, ReplyAnswer.EXCUSED
ONE_DAY = timedelta(days=1)
NO_CONFLICT, SILENCE = MemberStatementKind.NO_CONFLICT, MemberStatementKind.CONFIDENTIALITY


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as error:
        act()
    return error.value.reason


def ahead(house: House, days: int, *heard: int) -> Table:
    """A sitting so many days from now, with its cases."""
    office = house.office
    day = make.today(office) + timedelta(days=days)
    key = office.do(sittings.plan, house.facts.commission, day, "14:00", "101. telpa", SittingForm.REMOTE)
    return Table(key, tuple(office.do(sittings.put_on_agenda, key, one) for one in heard), heard)


def card(house: House, table: Table) -> ConvocationCard:
    return house.office.ask(convocations.card, table.id)


def warned(house: House, table: Table) -> list[str]:
    return [one.reason for one in card(house, table).warnings]


def test_the_members_are_called_and_a_late_call_is_said_aloud(paper_house: House) -> None:
    office, facts, today = paper_house.office, paper_house.facts, make.today(paper_house.office)
    table = ahead(paper_house, 30)
    found = card(paper_house, table)
    assert [one.reason for one in found.against_convoking] == ["sitting.no_agenda"]
    assert warned(paper_house, table)[0] == "convocation.not_called" and found.last_day < found.held_on
    assert refused(lambda: office.do(convocations.convoke, table.id, found.version, today)) == "sitting.no_agenda"
    office.do(sittings.put_on_agenda, table.id, facts.met)
    seen = card(paper_house, table).version
    late = today + ONE_DAY
    assert refused(lambda: office.do(convocations.convoke, table.id, seen, late)) == "convocation.future_day"
    office.do(convocations.convoke, table.id, seen, today)
    found = card(paper_house, table)
    assert found.convoked_on == today and not found.calls_late
    assert warned(paper_house, table) == ["convocation.link_missing", "convocation.without_address"]
    soon = ahead(paper_house, 1, facts.also_met)
    assert card(paper_house, soon).calls_late and warned(paper_house, soon)[0] == "convocation.late"
    opened = hearings.opened(paper_house, facts.one_not_met)
    version = card(paper_house, opened).version
    assert refused(lambda: office.do(convocations.convoke, opened.id, version, today)) == "sitting.not_planned"


def test_replies_say_whether_a_quorum_is_to_be_expected(house: House) -> None:
    office, facts, today = house.office, house.facts, make.today(house.office)
    table = ahead(house, 10, facts.met)
    first, second, third, fourth, fifth = facts.members
    assert (card(house, table).expectation.needed, card(house, table).expectation.silent) == (3, 5)
    lacking = [one.what.reason for one in office.ask(readiness.of_sitting, table.id).sitting]
    assert {"readiness.quorum_open", "readiness.not_stated_by", "convocation.not_called"} <= set(lacking)
    for member in (first, second):
        office.do(convocations.answer, table.id, member, COMING)
    assert refused(lambda: office.do(convocations.answer, table.id, third, EXCUSED, " ")) == "reply.excused_reason"
    late = today + ONE_DAY
    assert refused(lambda: office.do(convocations.answer, table.id, third, COMING, "", late)) == "reply.future_day"
    for member in (third, fourth):
        office.do(convocations.answer, table.id, member, EXCUSED, "Komandējums")
    found = card(house, table).expectation
    assert (found.coming, found.excused, found.silent, found.enough, found.lost) == (2, 2, 1, False, False)
    office.do(convocations.answer, table.id, fifth, EXCUSED, "Slimība")
    assert card(house, table).expectation.lost
    office.do(convocations.answer, table.id, fifth, COMING)
    assert card(house, table).expectation.enough
    office.do(convocations.answer, table.id, fifth, None)
    assert card(house, table).replies[4].answer is None
    (stranger, *_) = office.ask(commissions.card, facts.exam_commission).members
    assert refused(lambda: office.do(convocations.answer, table.id, stranger.id, COMING)) == "sitting.foreign_member"
    done = hearings.decided(house, facts.also_met)
    assert refused(lambda: office.do(convocations.answer, done.id, first, COMING)) == "reply.sitting_over"


def test_a_frozen_agenda_changes_only_with_a_reason(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = ahead(paper_house, 10, facts.met)
    office.do(agenda_freeze.freeze, table.id)
    assert refused(lambda: office.do(agenda_freeze.freeze, table.id)) == "agenda.frozen_already"
    assert refused(lambda: office.do(sittings.put_on_agenda, table.id, facts.also_met)) == "agenda.frozen"
    assert len(office.ask(sittings.sitting_card, table.id).agenda) == 1, "nothing is half stored"
    office.do(sittings.put_all_on_agenda, table.id, (facts.also_met,), "Termiņš beidzas pirms nākamās sēdes.")
    assert refused(lambda: office.do(sittings.take_off, table.items[0])) == "agenda.frozen"
    office.do(sittings.take_off, table.items[0], "Iesniedzējs papildina dokumentus.")
    first, second = office.ask(sittings.sitting_card, table.id).agenda
    assert (first.position, first.state, second.position) == (1, ItemState.POSTPONED, 2), "it keeps its number"
    assert first.reason == "Iesniedzējs papildina dokumentus."
    assert office.ask(cases.card, facts.met).state is CaseState.POSTPONED
    again = refused(lambda: office.do(sittings.put_on_agenda, table.id, facts.met, "Tomēr."))
    assert again == "agenda.dealt_with"
    office.do(agenda_freeze.thaw, table.id)
    assert refused(lambda: office.do(agenda_freeze.thaw, table.id)) == "agenda.not_frozen_by_hand"
    office.do(sittings.put_on_agenda, table.id, facts.one_not_met)


def test_the_by_law_freezes_the_agenda_by_itself(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    tomorrow, later = ahead(paper_house, 1, facts.met), ahead(paper_house, 40, facts.also_met)
    office.do(adopt, facts.commission, 3)
    assert card(paper_house, tomorrow).frozen and not card(paper_house, later).frozen
    last = card(paper_house, later).last_open_day
    assert last is not None and last < card(paper_house, later).held_on
    assert refused(lambda: office.do(sittings.put_on_agenda, tomorrow.id, facts.one_not_met)) == "agenda.frozen"


def adopt(work: Work, commission_id: int, freeze_days: int) -> None:
    """The commission's by-law freezes the agenda so many working days before."""
    work.lock(Commission, commission_id).bylaws[-1].freeze_days = freeze_days


def test_guests_come_to_the_sitting_or_to_one_item(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.opened(paper_house, facts.met)
    whole = office.do(guests.invite, table.id, GuestForm("Žanna Viese", "novērotāja"))
    form = GuestForm("Ēriks Eksperts", "eksperts", table.items[0], time(14, 5), time(14, 30))
    office.do(guests.invite, table.id, form)
    lines = office.ask(guests.of_sitting, table.id)
    assert [line.form for line in lines] == [GuestForm("Žanna Viese", "novērotāja"), form]
    assert lines[1].case_number == office.ask(cases.card, facts.met).number
    office.do(guests.change, whole, replace(lines[0].form, arrived=time(14, 0)))
    early = replace(lines[0].form, arrived=time(14, 0), left=time(13, 0))
    assert refused(lambda: office.do(guests.change, whole, early)) == "guest.left_before"
    assert refused(lambda: office.do(guests.invite, table.id, GuestForm(" "))) == "guest.without_name"
    other = hearings.planned(paper_house, facts.also_met)
    foreign = GuestForm("Viesis", item_id=other.items[0])
    assert refused(lambda: office.do(guests.invite, table.id, foreign)) == "guest.foreign_item"
    office.do(guests.remove, whole)
    assert [line.form.name for line in office.ask(guests.of_sitting, table.id)] == ["Ēriks Eksperts"]


def test_statements_are_entered_with_their_day_and_confidentiality_holds_for_the_term(paper_house: House) -> None:
    office, facts, today = paper_house.office, paper_house.facts, make.today(paper_house.office)
    table, later = ahead(paper_house, 5, facts.met), ahead(paper_house, 12, facts.also_met)
    first, second, *_ = facts.members
    enter = member_statements.enter
    assert refused(lambda: office.do(enter, table.id, (first,), SILENCE, today + ONE_DAY)) == "statement.future_day"
    office.do(enter, table.id, (first, second), NO_CONFLICT, today)
    office.do(enter, table.id, (first,), SILENCE, date(2025, 1, 15))
    assert refused(lambda: office.do(enter, table.id, (first,), SILENCE, today)) == "statement.stands"
    lines = office.ask(member_statements.of_sitting, table.id)
    assert [(line.no_conflict, line.confidentiality) for line in lines[:3]] == [
        (today, date(2025, 1, 15)),
        (today, None),
        (None, None),
    ]
    lines = office.ask(member_statements.of_sitting, later.id)
    assert (lines[0].no_conflict, lines[0].confidentiality) == (None, date(2025, 1, 15))
    office.do(member_statements.take_back, table.id, second, NO_CONFLICT)
    assert office.ask(member_statements.of_sitting, table.id)[1].no_conflict is None


def test_letters_agenda_statements_and_files_are_made_in_both_languages(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    first, second, *_ = facts.members
    table = ahead(paper_house, 9, facts.met, facts.one_not_met)
    assert refused(lambda: office.ask(convocation_papers.mail, table.id, LATVIAN)) == "convocation.no_addresses"
    office.do(write_to, first, "aija@example.invalid")
    for language, said in ((LATVIAN, "Uzaicinām piedalīties"), (ENGLISH, "You are invited")):
        letters = text_of(office.ask(convocation_papers.letters, table.id, language))
        assert letters.count(said) == 5 and "Ķēniņš-Āboļš" in letters and "14" in letters
        assert text_of(office.ask(convocation_papers.letters, table.id, language, (second,))).count(said) == 1
        for kind in MemberStatementKind:
            assert "Loceklis Nr. 3" in text_of(office.ask(convocation_papers.statements, table.id, language, kind))
    assert "PROJEKTS" in text_of(office.ask(convocation_papers.agenda, table.id, LATVIAN))
    office.do(agenda_freeze.freeze, table.id)
    agenda = text_of(office.ask(convocation_papers.agenda, table.id, LATVIAN))
    assert "PROJEKTS" not in agenda and "Ņina Žņaugs" in agenda
    calendar = office.ask(convocation_papers.calendar, table.id, LATVIAN).decode()
    assert "Sēde: Atzīšanas komisija" in calendar and "Žņaugs" not in calendar, "calendars are open to colleagues"
    mail = email.message_from_bytes(office.ask(convocation_papers.mail, table.id, LATVIAN), policy=default)
    assert [one.addr_spec for one in mail["To"].addresses] == ["aija@example.invalid"]
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf", "text/calendar"]


def test_letters_and_the_draft_go_to_the_members_chosen_alone(paper_house: House) -> None:
    office, members = paper_house.office, paper_house.facts.members
    table = ahead(paper_house, 9)
    for member in members[:3]:
        office.do(write_to, member, f"m{member}@example.invalid")
    letters = text_of(office.ask(convocation_papers.letters, table.id, LATVIAN, members[3:1:-1]))
    assert "Loceklis Nr. 3" in letters and "Loceklis Nr. 4" in letters and "Loceklis Nr. 5" not in letters
    draft = office.ask(convocation_papers.mail, table.id, LATVIAN, (members[1],))
    mail = email.message_from_bytes(draft, policy=default)
    assert [one.addr_spec for one in mail["To"].addresses] == [f"m{members[1]}@example.invalid"]
    letter = text_of(next(iter(mail.iter_attachments())).get_content())
    assert letter.count("Uzaicinām piedalīties") == 1 and "Loceklis Nr. 2" in letter
    for named, reason in (
        (members[1:4], "convocation.without_address"),
        (members[4:], "convocation.no_addresses"),
        ((*members, 999), "convocation.not_member"),
    ):
        assert refused(lambda one=named: office.ask(convocation_papers.mail, table.id, LATVIAN, one)) == reason


def write_to(work: Work, member_id: int, address: str) -> None:
    """A member's e-mail address becomes known."""
    work.get(Member, member_id).email = address
