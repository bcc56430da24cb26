"""Qualification exams: their own scale, points within bounds, a protocol that decides the cases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commission_app.errors import ConflictError, RefusedError
from commission_app.i18n import ENGLISH
from commission_app.rules.exam_protocol import ExamAct
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services import cases, checks, exams, registers
from tests import hearings, make
from tests.hearings import House


def refused(house: House, act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        house.office.do(act, *args)  # type: ignore[arg-type]
    return why.value


def test_a_closed_protocol_decides_the_cases_by_the_exams_own_scale(house: House) -> None:
    office = house.office
    key, (first, second) = hearings.exam(house)
    hearings.record(office, key, {first: (30, 45), second: (10, 35)})
    shown = office.ask(exams.exam_card, key)
    assert [(row.total, row.mark, row.passed) for row in shown.examinees] == [(75, 7, True), (45, 4, False)]
    office.do(exams.close_exam, key, shown.version)
    closed = office.ask(exams.exam_card, key)
    year = make.today(office).year
    assert (closed.protocol_number, closed.closed) == (f"E-{year}/1", True)
    assert [office.ask(cases.card, case).state for case in house.facts.examinees] == [CaseState.DECIDED] * 2
    (line,) = office.ask(registers.entries, Book.EXAMS, year, ENGLISH).rows
    assert line.cells[6:11] == ("2", "2", "1", "1", "0")
    assert office.ask(exams.exam_list).rows[0].protocol_number == closed.protocol_number
    assert office.ask(checks.findings) == ()


def test_points_beyond_the_maximum_are_refused_at_their_field(house: House) -> None:
    _, (first, _) = hearings.exam(house)
    assert refused(house, exams.record, first, 1, 41, 10).refusal.field == "theory"
    assert refused(house, exams.record, first, 1, 40, 61).refusal.field == "practice"
    assert refused(house, exams.record, first, 1, 40, None).refusal.field == "practice"


def test_two_people_who_record_the_same_examinee_do_not_overwrite_each_other(house: House) -> None:
    _, (first, _) = hearings.exam(house)
    house.office.do(exams.record, first, 1, 30, 45)
    with pytest.raises(ConflictError):
        house.office.do(exams.record, first, 1, 20, 20)


def test_the_protocol_waits_for_everybody_and_for_a_board_with_its_chair(house: House) -> None:
    office = house.office
    key, (first, second) = hearings.exam(house)
    hearings.record(office, key, {first: (30, 45)})
    why = refused(house, exams.close_exam, key)
    assert (why.reason, len(why.refusal.facts["names"])) == ("exam.unrecorded", 1)  # type: ignore[arg-type]
    hearings.record(office, key, {second: ExamStatus.ABSENT})
    board = office.ask(exams.exam_card, key).board
    office.do(exams.set_board, key, [board[3].member_id])
    against = {row.act: row.refusals for row in office.ask(exams.exam_card, key).acts}
    assert [why.reason for why in against[ExamAct.CLOSE]] == ["exam.no_chair"]
    office.do(exams.set_board, key, [])
    assert refused(house, exams.close_exam, key).reason == "exam.no_board"
    office.do(exams.set_board, key, [board[1].member_id])
    office.do(exams.close_exam, key)
    assert refused(house, exams.close_exam, key).reason == "exam.closed"
    absent = office.ask(exams.exam_card, key).examinees[1]
    assert (absent.mark, absent.passed) == (None, False)


def test_a_scale_that_falls_or_cannot_be_reached_is_refused(house: House) -> None:
    facts, form = house.facts, hearings.exam_form(house)
    plan = (exams.plan_exam, facts.exam_edition, facts.exam_commission)
    assert refused(house, *plan, replace(form, scale={4: 50, 5: 40})).reason == "exam.scale_falls"
    assert refused(house, *plan, replace(form, scale={5: 50, 10: 101})).reason == "exam.scale_unreachable"
    assert refused(house, *plan, replace(form, theory_max=0)).refusal.field == "theory_max"


def test_only_cases_of_the_qualification_are_entered_and_once(house: House) -> None:
    key, _ = hearings.exam(house)
    assert refused(house, exams.enter_case, key, house.facts.met).reason == "exam.other_edition"
    assert refused(house, exams.enter_case, key, house.facts.examinees[0]).reason == "case.done_already"
    assert house.office.ask(exams.cases_to_enter, key) == ()


def test_nothing_is_recorded_before_the_day_and_the_plan_can_change_until_the_end(house: House) -> None:
    office, facts = house.office, house.facts
    form = hearings.exam_form(house)
    later = replace(form, held_on=form.held_on + timedelta(days=3))
    key = office.do(exams.plan_exam, facts.exam_edition, facts.exam_commission, later)
    assert [row.id for row in office.ask(exams.cases_to_enter, key)] == list(facts.examinees)
    examinee = office.do(exams.enter_case, key, facts.examinees[0])
    assert refused(house, exams.record, examinee, 1, 30, 45).reason == "exam.not_yet"
    seen = office.ask(exams.exam_card, key).version
    office.do(exams.change_exam, key, seen, replace(form, scale={5: 60, 10: 90}))
    assert office.ask(exams.exam_card, key).scale == ((5, 60), (10, 90))
    office.do(exams.record, examinee, 1, 30, 29)
    assert office.ask(exams.of_case, facts.examinees[0]).examinees[0].mark == 1  # type: ignore[union-attr]
