"""Conflicts of interest: declared, suggested with the source, looked at; who has one neither sees nor votes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.rules.evidence_details import EmployerReport
from commission_app.rules.vocabulary.case import ExperienceKind
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.services import (
    cases,
    commissions,
    conflicts,
    credits,
    evidence,
    experience,
    matrix,
    readiness,
    score_history,
    score_sheets,
    scoring,
    sittings,
    users,
    votes,
    what_if,
)
from commission_app.services.commissions import MemberForm
from commission_app.services.conflicts import MemberConflicts
from commission_app.services.evidence import EvidenceForm
from commission_app.services.experience import ExperienceForm
from commission_app.services.scoring import AssessorForm
from commission_app.services.users import UserForm
from tests import hearings, make
from tests.hearings import House, Table

ONE_DAY = timedelta(days=1)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as error:
        act()
    return error.value.reason


def stands(house: House, table: Table, place: int = 0) -> dict[int, MemberConflicts]:
    """How each member stands towards a case of the agenda."""
    found = house.office.ask(conflicts.of_sitting, table.id).cases[place]
    return {line.member_id: line for line in found.members}


def rename(house: House, member: int, name: str, organisation: str = "") -> None:
    house.office.do(commissions.edit_member, member, MemberForm(name, organisation=organisation))


def recused(house: House, table: Table) -> list[int]:
    item = house.office.ask(sittings.sitting_card, table.id).item
    assert item is not None
    return [line.member_id for line in item.roll if line.recused is not None]


def test_what_the_case_says_of_a_member_is_suggested_before_the_convocation(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    opened = make.case(office, facts.edition, serial=9, commission_id=facts.commission)
    row = ExperienceForm(ExperienceKind.WORK, "SIA “Tīkli”", began_on=date(2020, 1, 1), referee="A. Kalniņa, vadītāja")
    office.do(experience.add, opened.id, row)
    make.move(office, opened.id, cases.admit)
    report = EmployerReport(person="Kalniņa Anna", post="vadītāja")
    office.do(
        evidence.attach,
        opened.id,
        EvidenceForm(EvidenceKind.EMPLOYER_REPORT, "Atsauksme", "Tīkli, SIA", details=report),
    )
    first, second, third = facts.members[:3]
    rename(paper_house, first, "Anna Kalniņa", "AS Cita")
    rename(paper_house, second, "Juris Priede", "Tīkli")
    rename(paper_house, third, "Ilze Šūpulīte-Egle")
    (found,) = office.ask(conflicts.of_case, opened.id).cases
    lines = {line.member_id: line for line in found.members}
    assert [(hint.kind, hint.weak) for hint in lines[first].hints] == [
        (ConflictKind.REFEREE, False),
        (ConflictKind.REFEREE, True),
    ]
    assert {hint.kind for hint in lines[second].hints} == {ConflictKind.EMPLOYER}
    assert len(lines[second].hints) == 2, "the row of the experience and the report each stand with their place"
    assert [hint.why.reason for hint in lines[third].hints] == ["conflict_hint.surname"]
    assert found.open == 3


def test_a_hint_is_looked_at_with_a_reason_or_becomes_a_declaration(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    member, other = facts.members[:2]
    rename(paper_house, member, "Ilze Ķēniņa-Egle")
    rename(paper_house, other, "Aija Āboliņa")
    table = hearings.planned(paper_house, facts.met)
    line = stands(paper_house, table)[member]
    assert (line.open, line.recused, [hint.weak for hint in line.hints]) == (1, False, [True])
    (attention,) = office.ask(readiness.of_sitting, table.id).attention
    assert "readiness.conflict" in {one.what.reason for one in attention.found}
    kind = line.hints[0].kind
    assert refused(lambda: office.do(conflicts.look_at, member, facts.met, kind, "  ")) == "conflict.looked_reason"
    teacher = ConflictKind.TEACHER
    assert refused(lambda: office.do(conflicts.look_at, member, facts.met, teacher, "nav")) == (
        "conflict.nothing_to_look_at"
    )
    office.do(conflicts.look_at, member, facts.met, kind, "Nejaušs uzvārds, nav radinieki.")
    line = stands(paper_house, table)[member]
    assert (line.open, line.hints[0].looked) == (0, "Nejaušs uzvārds, nav radinieki.")
    office.do(conflicts.look_again, member, facts.met, kind)
    assert stands(paper_house, table)[member].open == 1
    office.do(conflicts.declare, member, facts.met, kind, "Māsa.")
    line = stands(paper_house, table)[member]
    assert (line.open, line.recused, line.declarations[0].text) == (0, True, "Māsa.")
    assert recused(paper_house, table) == [member]


def test_a_declaration_keeps_the_member_from_every_table_until_it_is_withdrawn(house: House) -> None:
    office, facts = house.office, house.facts
    member = facts.members[2]
    declared = office.do(conflicts.declare, member, facts.met, ConflictKind.RELATIVE, "Brālis.")
    table = hearings.opened(house, facts.met, present=4)
    assert recused(house, table) == [member], "preset when the case comes on the agenda"
    assert refused(lambda: office.do(votes.vote, table.items[0], member, Choice.FOR)) == "vote.recused"
    assert refused(lambda: office.do(votes.unrecuse, table.items[0], member)) == "conflict.still_declared"
    late = facts.members[3]
    office.do(votes.vote, table.items[0], late, Choice.FOR)
    office.do(conflicts.declare, late, facts.met, ConflictKind.EMPLOYER, "Strādājam kopā.")
    item = office.ask(sittings.sitting_card, table.id).item
    assert item is not None and item.tally.for_ == 0, "the vote given before goes"
    assert refused(lambda: office.do(conflicts.withdraw, declared, 1, " ")) == "conflict.withdrawn_reason"
    office.do(conflicts.withdraw, declared, 1, "Kļūda: cits cilvēks.")
    assert recused(house, table) == [late]
    assert refused(lambda: office.do(conflicts.withdraw, declared, 2, "vēlreiz")) == "conflict.withdrawn_already"


def test_a_declaration_is_refused_without_words_twice_early_or_by_a_stranger(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    member, kind = facts.members[0], ConflictKind.OTHER

    def declare(text: str = "Kaimiņi.", day: date | None = None, who: int = member) -> str:
        return refused(lambda: office.do(conflicts.declare, who, facts.met, kind, text, day))

    assert declare("") == "conflict.without_text"
    assert declare(day=make.today(office) + ONE_DAY) == "conflict.future_day"
    (stranger, *_) = office.ask(commissions.card, facts.exam_commission).members
    assert declare(who=stranger.id) == "conflict.foreign_member"
    assert stands(paper_house, hearings.planned(paper_house))[member].silent, "nothing is half stored"
    office.do(conflicts.declare, member, facts.met, kind, "Kaimiņi.")
    assert declare() == "conflict.declared_already"


def test_an_assessor_is_only_mentioned_where_the_by_law_lets_assessors_vote(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    opened = make.case(office, facts.edition, serial=9, commission_id=facts.commission)
    make.documented(office, opened.id)
    make.move(office, opened.id, cases.close_portfolio)
    uid = office.ask(commissions.card, facts.commission).members[0].uid
    office.do(scoring.seat, opened.id, AssessorForm("Loceklis Nr. 1", member_uid=uid))

    def seen() -> list[tuple[bool, int]]:
        (found,) = office.ask(conflicts.of_case, opened.id).cases
        return [(hint.allowed, line.open) for line in found.members for hint in line.hints]

    assert seen() == [(True, 0)]
    card = office.ask(commissions.card, facts.commission)
    rules = replace(card.bylaws[-1].rules, assessors_may_vote=False)
    office.do(commissions.adopt_bylaw, facts.commission, make.today(office), rules, ("p", "p"))
    assert seen() == [(False, 1)]


def test_who_has_a_conflict_does_not_see_the_case(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    member = facts.members[0]
    user, secretary = office.do(users.hire, UserForm("Ilze Asne", OfficeRole.ASSESSOR)), office.actor.uid
    assert secretary is not None
    office.do(commissions.edit_member, member, MemberForm("Ilze Asne-Kalniņa", user_uid=user))
    table = hearings.planned(paper_house, facts.met, facts.also_met)
    (item, *_) = office.ask(evidence.portfolio, facts.met)
    file = item.files[0].id
    outcome = office.ask(matrix.matrix, facts.met).units[0].rows[0].outcome_id
    seat = office.ask(matrix.matrix, facts.met).assessors[0].id
    office.sign_in(user)
    assert office.ask(matrix.matrix, facts.met).case_id == facts.met, "without a conflict nothing is barred"
    office.sign_in(secretary)
    office.do(conflicts.declare, member, facts.met, ConflictKind.RELATIVE, "Māsa.")
    office.sign_in(user)
    for asked in (
        lambda: office.ask(matrix.matrix, facts.met),
        lambda: office.ask(evidence.portfolio, facts.met),
        lambda: office.ask(evidence.file_bytes, file),
        lambda: office.ask(credits.proposal, facts.met),
        lambda: office.ask(what_if.of_case, facts.met),
        lambda: office.ask(what_if.of_item, table.items[0]),
        lambda: office.ask(score_history.history_of, facts.met, outcome),
        lambda: office.ask(score_sheets.workbook, (seat,), LATVIAN),
    ):
        assert refused(asked) in ("conflict.barred", "scoring.not_open")
    card = office.ask(sittings.sitting_card, table.id)
    assert card.item is None and card.barred is not None and card.barred.reason == "conflict.barred"
    other = office.ask(sittings.sitting_card, table.id, table.items[1])
    assert other.item is not None and other.barred is None, "the other cases are open"
    assert office.ask(readiness.of_sitting, table.id).cases == 2
    office.sign_in(secretary)
    assert office.ask(matrix.matrix, facts.met).case_id == facts.met
