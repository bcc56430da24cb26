"""The verification of units in the window: planned in the case, found in the queue, its test taken over."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.rules.vocabulary.scoring import OutcomeResult, ReviewState, VerificationRoute
from commission_app.services import cases, evidence, evidence_links, matrix, scoring, unit_reviews
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm
from commission_app.ui.cases.reviews_screen import ReviewsScreen
from commission_app.ui.cases.tabs.review_dialog import ApplyTestDialog, ReviewDialog
from commission_app.ui.cases.tabs.reviews_tab import ReviewsTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from tests import make
from tests.ui.case_pages import college, open_case, settle, tab_of


def waiting_for_a_test(office: Office) -> int:
    """A case of which every outcome is agreed to be tested."""
    opened = make.case(office, college(office))
    make.move(office, opened.id, cases.admit)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība", "Kursu centrs", make.today(office))
    item = office.do(evidence.attach, opened.id, form, (NewFile("a.txt", b"a"),)).item_id
    rows = [row for unit in office.ask(matrix.matrix, opened.id).units for row in unit.rows]
    office.do(evidence_links.link, item, rows[0].outcome_id)
    make.move(office, opened.id, cases.close_portfolio)
    seat = office.do(scoring.seat, opened.id, AssessorForm("Vērtētāja A"))
    for row in rows:
        office.do(scoring.score, seat, row.outcome_id, OutcomeResult.TO_TEST)
    office.do(scoring.finish, seat)
    office.do(scoring.agree_where_alike, opened.id)
    return opened.id


def test_a_test_is_planned_noted_and_taken_over(desk: Desk, qtbot: QtBot) -> None:
    office = desk.jobs.office
    case = waiting_for_a_test(office)
    tab = tab_of(open_case(desk, qtbot, case, "reviews"), "reviews")
    assert isinstance(tab, ReviewsTab)
    settle(desk, qtbot)
    before = len(tab.held.gaps)
    assert before == 6
    tab.edit()
    dialog = next(one for one in tab.findChildren(ReviewDialog))
    dialog.route.set_value(VerificationRoute.TEST)
    dialog.state.set_value(ReviewState.DONE)
    dialog.reviewer.set_value("Vērtētāja A")
    dialog.held_on.set_value(make.today(office))
    for field, number in ((dialog.points, 12), (dialog.maximum, 20), (dialog.threshold, 10)):
        field.set_value(number)
    dialog.submit()
    settle(desk, qtbot)
    assert "12 / 10" in tab.units.texts()[0][-1]
    tab.apply()
    taking = next(one for one in tab.findChildren(ApplyTestDialog))
    assert "12 / 10" in taking.reason.value()
    taking.submit()
    settle(desk, qtbot)
    assert len(tab.held.gaps) == before - 2
    tab.copy_gaps()
    assert len(QGuiApplication.clipboard().text().splitlines()) == before - 1


def test_the_queue_shows_the_units_of_all_cases_by_reviewer(desk: Desk, qtbot: QtBot) -> None:
    office = desk.jobs.office
    case = waiting_for_a_test(office)
    (first, second, _) = office.ask(unit_reviews.reviews, case).lines
    for line, name in ((first, "Ilze"), (second, "Juris")):
        office.do(unit_reviews.plan, case, line.unit_id, unit_reviews.ReviewForm(reviewer=name))
    screen = ReviewsScreen(desk, Place("reviews"))
    qtbot.addWidget(screen)
    screen.show()
    screen.refresh()
    settle(desk, qtbot)
    assert len(screen.table.rows()) == 2
    screen.reviewer.set_value("Juris")
    assert [line.unit_code for line in screen.table.rows()] == [second.code]
    gone: list[Place] = []
    screen.go.connect(gone.append)
    screen.table.opened.emit(screen.table.rows()[0])
    assert gone == [Place("case", case, "reviews")]
