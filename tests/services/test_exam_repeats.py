"""An exam sat again, the least points of a part, excused absence, and adjustments with health data kept apart."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH
from commission_app.models.act import Act
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure
from commission_app.rules.vocabulary.exam import AdjustmentKind, ExamPart, RepeatRule
from commission_app.rules.vocabulary.fee import PriceKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services import adjustments, cases, checks, exams, fees, history, papers, price_lists, provisions
from commission_app.services.adjustments import AdjustmentForm
from commission_app.services.price_lists import PriceListForm
from commission_app.store.work import Reading
from tests import hearings, make
from tests.documents.reading import words
from tests.hearings import House


def planned(house: House, *entered: int) -> tuple[int, tuple[int, ...]]:
    """An exam of today in which each part has its least points, with its board and these cases."""
    office, facts = house.office, house.facts
    form = replace(hearings.exam_form(house), theory_least=20, practice_least=30, group_number="2")
    key = office.do(exams.plan_exam, facts.exam_edition, facts.exam_commission, form)
    board = office.ask(exams.exam_card, key).board
    office.do(exams.set_board, key, [line.member_id for line in board[:2]])
    return key, tuple(office.do(exams.enter_case, key, case) for case in entered)


def test_only_the_part_not_passed_is_sat_again_where_the_rule_says_so(house: House) -> None:
    office, (case_id, other) = house.office, house.facts.examinees
    rule = ProvisionKey.EXAM_REPEAT.value
    office.do(provisions.settle, rule, Procedure.VOCATIONAL, make.LONG_AGO, RepeatRule.FAILED_PART.value)
    key, (first, second) = planned(house, case_id, other)
    hearings.record(office, key, {first: (35, 29), second: ExamStatus.EXCUSED})
    failed = office.ask(exams.exam_card, key).examinees[0]
    assert (failed.total, failed.mark, failed.passed) == (64, 4, False), "64 points would be a 5, but practice is short"
    office.do(exams.close_exam, key)
    for one in (case_id, other):
        make.move(office, one, cases.repeat_exam)
        assert office.ask(cases.card, one).state is CaseState.SCORED
    again, (third, fourth) = planned(house, case_id, other)
    card = office.ask(exams.exam_card, again)
    mine, excused = card.examinees
    assert (mine.attempt, mine.carried, mine.theory, mine.practice) == (2, ExamPart.THEORY, 35, None)
    assert (excused.attempt, excused.carried, excused.theory) == (2, None, None), "who was not there sits the whole"
    with pytest.raises(RefusedError, match=r"exam\.part_carried"):
        office.do(exams.record, third, mine.version, 40, 40)
    hearings.record(office, again, {third: (35, 40), fourth: (20, 30)})
    office.do(exams.close_exam, again)
    closed = office.ask(exams.exam_card, again).examinees
    assert [(row.mark, row.passed) for row in closed] == [(7, True), (5, True)]
    paper = words(office.ask(papers.exam_protocol, again, ENGLISH))
    assert "attempt No. 2; theory counts from the attempt before" in paper and "Exam group 2" in paper
    assert office.ask(checks.findings) == ()
    assert CaseAct.REPEAT_EXAM not in {row.act for row in office.ask(cases.card, case_id).acts}
    with pytest.raises(RefusedError):
        make.move(office, case_id, cases.repeat_exam)


def test_by_the_shipped_rule_the_whole_exam_is_sat_again(paper_house: House) -> None:
    office, (case_id, _) = paper_house.office, paper_house.facts.examinees
    key, (first,) = planned(paper_house, case_id)
    hearings.record(office, key, {first: (35, 29)})
    office.do(exams.close_exam, key)
    make.move(office, case_id, cases.repeat_exam)
    again, _ = planned(paper_house, case_id)
    (row,) = office.ask(exams.exam_card, again).examinees
    assert (row.attempt, row.carried, row.theory) == (2, None, None)


def test_least_points_beyond_the_part_are_refused(paper_house: House) -> None:
    facts, form = paper_house.facts, hearings.exam_form(paper_house)
    for wrong, at in (
        (replace(form, theory_least=41), "theory_least"),
        (replace(form, practice_least=0), "practice_least"),
    ):
        with pytest.raises(RefusedError, match=r"exam\.least_absurd") as why:
            paper_house.office.do(exams.plan_exam, facts.exam_edition, facts.exam_commission, wrong)
        assert why.value.refusal.field == at


def test_until_the_group_is_fixed_the_exam_says_that_its_fees_are_estimates(paper_house: House) -> None:
    office, (case_id, other) = paper_house.office, paper_house.facts.examinees
    form = PriceListForm("Cenrādis", PriceKind.BY_GROUP, Procedure.VOCATIONAL, make.LONG_AGO, rows=(192_75, 114_46))
    office.do(price_lists.store, None, None, form)
    key, _ = planned(paper_house, case_id, other)
    (remark,) = office.ask(exams.exam_card, key).remarks
    assert (remark.reason, remark.facts["count"]) == ("exam.group_open", 2)
    office.do(fees.fix_group, key)
    assert office.ask(exams.exam_card, key).remarks == ()


HEALTH = "Redzes traucējumi, 2. grupa"
GRANTED = AdjustmentForm(
    (AdjustmentKind.MORE_TIME, AdjustmentKind.LARGE_PRINT),
    50,
    "Uzdevumi 18 punktu burtiem",
    None,
    "Direktore",
    HEALTH,
    "Ārsta izziņa Nr. 7",
)


def test_adjustments_reach_the_examiner_and_health_data_stay_in_their_dialog(house: House) -> None:
    office, (case_id, other) = house.office, house.facts.examinees
    office.do(adjustments.grant, case_id, None, GRANTED)
    key, examinees = planned(house, case_id, other)
    assert [row.adjusted for row in office.ask(exams.exam_card, key).examinees] == [True, False]
    (measures,) = office.ask(adjustments.of_exam, key)
    assert (measures.kinds, measures.more_time) == (GRANTED.measures, 50)
    assert HEALTH not in repr(measures) and GRANTED.document not in repr(measures)
    card = office.ask(adjustments.card, case_id)
    assert (card.form.ground, card.seen_by) == (HEALTH, "Anna Ozola")
    hearings.record(office, key, {examinees[0]: (30, 45), examinees[1]: (30, 45)})
    office.do(exams.close_exam, key)
    assert HEALTH not in words(office.ask(papers.exam_protocol, key, ENGLISH))
    uid = office.ask(cases.card, case_id).uid
    assert HEALTH not in repr(office.ask(history.of_subject, uid))
    assert HEALTH not in office.ask(plain_acts), "the chain holds a salted hash, never the words"
    with pytest.raises(RefusedError, match=r"adjustment\.closed"):
        office.do(adjustments.withdraw, case_id, card.version)


def plain_acts(reading: Reading) -> str:
    return " ".join(reading.session.scalars(select(Act.text)))


def test_what_cannot_be_granted_is_refused_at_its_field_and_taken_back_it_is_gone(paper_house: House) -> None:
    office, (case_id, _) = paper_house.office, paper_house.facts.examinees
    tomorrow = make.today(office) + timedelta(days=1)
    for wrong, at in (
        (replace(GRANTED, measures=()), "measures"),
        (replace(GRANTED, more_time=0), "more_time"),
        (replace(GRANTED, measures=(AdjustmentKind.OTHER,), instructions=" "), "instructions"),
        (replace(GRANTED, document=""), "document"),
        (replace(GRANTED, document_date=tomorrow), "document_date"),
    ):
        with pytest.raises(RefusedError) as why:
            office.do(adjustments.grant, case_id, None, wrong)
        assert why.value.refusal.field == at
    assert not office.ask(adjustments.granted, case_id)
    office.do(adjustments.grant, case_id, None, GRANTED)
    office.do(adjustments.withdraw, case_id, office.ask(adjustments.card, case_id).version)
    assert office.ask(adjustments.card, case_id).form == AdjustmentForm(())
