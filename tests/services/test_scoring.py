"""Assessors score blind, agree once all have finished, and every change of a cell is kept."""

from dataclasses import replace

import pytest

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult, ReviewState, VerificationRoute
from commission_app.services import (
    assessor_load,
    cases,
    commissions,
    evidence,
    evidence_links,
    history,
    matrix,
    review_queue,
    score_history,
    scoring,
    unit_reviews,
)
from commission_app.services.commissions import MemberForm
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm, ScoreEntry
from commission_app.services.unit_reviews import ReviewForm
from tests import make

MET, NOT_MET, TO_TEST = OutcomeResult.MET, OutcomeResult.NOT_MET, OutcomeResult.TO_TEST


@pytest.fixture
def sheet(office: Office) -> tuple[int, list[int], list[int]]:
    """A documented case of one unit with two outcomes: its key, two seats and the outcomes."""
    make.institution(office)
    edition = make.standard(office, make.standard_facts(units=1))
    opened = make.case(office, edition)
    make.move(office, opened.id, cases.admit)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība", "Kursu centrs", make.today(office))
    item = office.do(evidence.attach, opened.id, form, (NewFile("a.txt", b"a"),)).item_id
    outcomes = [row.outcome_id for unit in office.ask(matrix.matrix, opened.id).units for row in unit.rows]
    links = tuple(office.do(evidence_links.link, item, outcome) for outcome in outcomes)
    office.do(evidence_links.judge, links, dict.fromkeys(Quality, Judgement.YES))
    make.move(office, opened.id, cases.close_portfolio)
    people = (AssessorForm("Vērtētāja A"), AssessorForm("Vērtētājs B", Side.EMPLOYERS))
    return opened.id, [office.do(scoring.seat, opened.id, one) for one in people], outcomes


def refused(office: Office, *asked: object, **named: object) -> str:
    with pytest.raises(RefusedError) as error:
        office.do(*asked, **named)  # type: ignore[arg-type]
    return error.value.reason


def test_nobody_sees_another_column_until_all_have_finished(
    office: Office, sheet: tuple[int, list[int], list[int]]
) -> None:
    case, (one, other), outcomes = sheet
    for outcome in outcomes:
        office.do(scoring.score, one, outcome, NOT_MET, "Slepens pamatojums.")
    for seat in (None, 2):
        card = office.ask(matrix.matrix, case, seat)
        cells = [row.scores[0] for unit in card.units for row in unit.rows]
        assert card.blind
        assert all(cell.hidden and cell.result is None and not cell.reason for cell in cells)
        assert "Slepens" not in repr(card)
        assert "not_met" not in repr(card)
        assert not any(row.diverges for unit in card.units for row in unit.rows)
        assert card.assessors[0].scored == 2
        assert office.ask(score_history.history_of, case, outcomes[0], seat) == ()
    told = office.ask(history.of_subject, office.ask(cases.card, case).uid)
    assert not any(act.changes for act in told if act.name == "scoring.score")
    assert office.ask(matrix.matrix, case, 1).units[0].rows[0].scores[0].result is NOT_MET
    assert refused(office, scoring.agree, case, outcomes[0], MET) == "scoring.not_all_finished"
    assert refused(office, scoring.agree_where_alike, case) == "scoring.not_all_finished"
    office.do(scoring.finish, one)
    office.do(scoring.score_many, other, tuple(ScoreEntry(key, MET) for key in outcomes))
    office.do(scoring.finish, other)
    card = office.ask(matrix.matrix, case)
    assert not card.blind
    assert all(row.diverges for row in card.units[0].rows)
    assert not card.warnings


def test_a_sheet_is_finished_whole_and_taken_up_until_results_are_agreed(
    office: Office, sheet: tuple[int, list[int], list[int]]
) -> None:
    case, seats, outcomes = sheet
    assert refused(office, scoring.finish, seats[0]) == "scoring.unscored"
    for seat in seats:
        for outcome in outcomes:
            office.do(scoring.score, seat, outcome, MET)
        office.do(scoring.finish, seat)
    assert refused(office, scoring.score, seats[0], outcomes[0], TO_TEST) == "scoring.sheet_finished"
    office.do(scoring.finish, seats[0], finished=False)
    office.do(scoring.score, seats[0], outcomes[0], TO_TEST)
    office.do(scoring.finish, seats[0])
    assert office.do(scoring.agree_where_alike, case) == 1
    assert refused(office, scoring.finish, seats[0], finished=False) == "scoring.agreed_already"
    assert refused(office, scoring.seat, case, AssessorForm("Vērtētāja C")) == "scoring.agreed_already"
    lines = office.ask(score_history.history_of, case, outcomes[0])
    assert [(line.seat, line.old_result, line.new_result) for line in lines] == [
        (1, MET, TO_TEST),
        (2, None, MET),
        (1, None, MET),
    ]
    assert office.ask(score_history.history_of, case, outcomes[1])[0].seat == 0


def test_one_bad_cell_of_many_stores_none(office: Office, sheet: tuple[int, list[int], list[int]]) -> None:
    case, seats, outcomes = sheet
    entries = (ScoreEntry(outcomes[0], MET), ScoreEntry(outcomes[1], NOT_MET))
    assert refused(office, scoring.score_many, seats[0], entries) == "scoring.reason_needed"
    assert office.ask(matrix.matrix, case, 1).assessors[0].scored == 0
    assert refused(office, scoring.score, seats[0], outcomes[0], None, value=5000) == "scale.no_values"


def test_a_passed_test_turns_what_waits_for_it(office: Office, sheet: tuple[int, list[int], list[int]]) -> None:
    case, seats, outcomes = sheet
    for seat in seats:
        office.do(scoring.score, seat, outcomes[0], TO_TEST)
        office.do(scoring.score, seat, outcomes[1], MET)
        office.do(scoring.finish, seat)
    office.do(scoring.agree_where_alike, case)
    (gap,) = office.ask(unit_reviews.gaps, case)
    assert gap.suffices.reason == "gap.test"
    (line,) = office.ask(unit_reviews.reviews, case).lines
    today = make.today(office)
    form = ReviewForm(VerificationRoute.TEST, ReviewState.DONE, "Vērtētāja A", held_on=today, maximum=20_000)
    bad = replace(form, points=21_000, threshold=10_000)
    assert refused(office, unit_reviews.plan, case, line.unit_id, bad) == "review.too_many_points"
    assert refused(office, unit_reviews.apply_test, case, line.unit_id, "Ir.") == "review.no_result"
    office.do(unit_reviews.plan, case, line.unit_id, replace(form, points=12_500, threshold=10_000))
    assert [row.passed for row in office.ask(review_queue.page, filters={"state": "done"}).rows] == [True]
    assert office.ask(review_queue.ids, filters={"route": "interview"}) == ()
    assert len(office.ask(review_queue.ids, words="vērtētāja")) == 1, "the reviewer is found by name"
    assert office.do(unit_reviews.apply_test, case, line.unit_id, "Pārbaudījums nokārtots.") == 1
    assert office.ask(unit_reviews.gaps, case) == ()
    assert refused(office, unit_reviews.apply_test, case, line.unit_id, "Ir.") == "review.nothing_to_test"


def test_the_least_busy_member_is_suggested_first_and_a_relative_last(office: Office) -> None:
    make.institution(office)
    body, edition = make.commission(office, members=3), make.standard(office)
    kin = MemberForm("Zane Ķēniņa-Āboļa", MemberRole.MEMBER, Side.SCHOOL, "loceklis", "member", "", make.LONG_AGO)
    office.do(commissions.appoint, body, kin)
    busy, new = (make.case(office, edition, serial=serial, commission_id=body) for serial in (1, 0))
    make.move(office, busy.id, cases.admit)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība", "Kursu centrs", make.today(office))
    item = office.do(evidence.attach, busy.id, form, (NewFile("a.txt", b"a"),)).item_id
    outcome = office.ask(matrix.matrix, busy.id).units[0].rows[0].outcome_id
    office.do(evidence_links.link, item, outcome)
    make.move(office, busy.id, cases.close_portfolio)
    office.do(scoring.seat, busy.id, AssessorForm("Loceklis Nr. 1"))
    found = office.ask(assessor_load.suggestions, new.id)
    assert [(one.form.name, one.open_cases) for one in found][:3] == [
        ("Loceklis Nr. 2", 0),
        ("Loceklis Nr. 3", 0),
        ("Loceklis Nr. 1", 1),
    ]
    assert [one.may_conflict for one in found] == [False, False, False, True]
