"""Decision, exam and certificate in the window: worded, signed, registered; points typed, closed, issued."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services import cases, certificates, decisions, exam_lists, exams
from commission_app.services.office import Office
from commission_app.ui.cases.tabs.certificate_dialogs import AnnulDialog, IssueDialog
from commission_app.ui.cases.tabs.credits_tab import CreditsTab
from commission_app.ui.cases.tabs.decision_tab import DecisionTab
from commission_app.ui.cases.tabs.exam_tab import ExamTab
from commission_app.ui.cases.tabs.sign_dialog import SignDialog
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.sittings.certify_dialog import CertifyDialog
from commission_app.ui.sittings.exam_dialogs import CloseDialog, EnterDialog
from commission_app.ui.sittings.exam_screen import ExamScreen
from commission_app.ui.sittings.examinee_model import MARK, PRACTICE, RESULT, STATUS, THEORY
from commission_app.ui.sittings.exams_screen import ExamsScreen
from commission_app.ui.sittings.plan_exam_dialog import PlanExamDialog
from commission_app.ui.widgets.time_edit import read_time
from tests import hearings, make
from tests.hearings import House

LEFT = Qt.MouseButton.LeftButton
Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk whose troubles are shown where they belong, as the window does."""
    desk.jobs.troubled.connect(desk.problems.show)
    return desk


def shown(qtbot: QtBot, desk: Desk, widget: QWidget, asking: Callable[[], object]) -> None:
    """Shows a widget and waits until it has been answered."""
    qtbot.addWidget(widget)
    widget.resize(1180, 740)
    widget.show()
    asking()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def words(widget: QWidget) -> str:
    """Every text in sight."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, button: QPushButton) -> None:
    """Presses a button that is in sight."""
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def open_dialog(screen: QWidget, kind: type) -> QWidget:
    """The dialog that the screen opened."""
    return screen.findChildren(kind)[-1]


def test_a_decision_is_worded_signed_registered_and_its_statement_issued(
    qtbot: QtBot, told: Desk, paper_house: House
) -> None:
    office, case_id = paper_house.office, paper_house.facts.one_not_met
    hearings.decided(paper_house, case_id)
    tab = DecisionTab(told, case_id)
    again = lambda: tab.refresh(office.ask(cases.card, case_id))  # noqa: E731 - asked after every act
    shown(qtbot, told, tab, again)
    assert tab.verdict.text() == "recognise in part"
    assert not tab.acts.button.isVisible(), "without reasons nothing can be signed"
    assert "reasons" in words(tab)
    form = tab.reasons.form
    assert form is not None
    qtbot.keyClicks(form.field("reasons").input, "One outcome is not shown.")
    press(qtbot, tab.reasons.save_button)
    qtbot.waitUntil(lambda: not told.jobs.busy)
    again()
    qtbot.waitUntil(lambda: tab.acts.button.isVisible() and tab.acts.button.text() == "Sign …")
    press(qtbot, tab.acts.button)
    dialog = open_dialog(tab, SignDialog)
    assert isinstance(dialog, SignDialog)
    press(qtbot, dialog.deed)
    qtbot.waitUntil(lambda: not told.jobs.busy)
    again()
    qtbot.waitUntil(lambda: tab.acts.button.text() == "Register the decision")
    press(qtbot, tab.acts.button)
    qtbot.waitUntil(lambda: not told.jobs.busy)
    card = office.ask(decisions.of_case, case_id)
    assert card is not None and card.state is DecisionState.REGISTERED
    assert card.reasons == "One outcome is not shown."
    issue_statement(qtbot, told, tab, again, case_id)
    assert office.ask(cases.card, case_id).state is CaseState.CERTIFIED


def test_what_if_counts_again_and_stores_nothing(qtbot: QtBot, told: Desk, paper_house: House) -> None:
    card = paper_house.office.ask(cases.card, paper_house.facts.one_not_met)
    tab = CreditsTab(told, card.id)
    shown(qtbot, told, tab, lambda: tab.refresh(card))
    qtbot.waitUntil(lambda: "12 credit points (ECTS)" in words(tab))
    tab.ticks["DatZ1010"].click()
    qtbot.waitUntil(lambda: words(tab).count("18 credit points (ECTS)") == 2)
    assert "It would be recognised\n18" in words(tab)
    assert paper_house.office.ask(cases.card, card.id).version == card.version
    tab.ticks["DatZ1010"].click()
    qtbot.waitUntil(lambda: "To be recognised\n12" in words(tab))


def issue_statement(qtbot: QtBot, desk: Desk, tab: DecisionTab, again: Callable[[], object], case_id: int) -> None:
    """The statement is issued, and annulled with a reason only."""
    again()
    panel = tab.certificate
    qtbot.waitUntil(lambda: panel.acts.button.isVisible() and "Issue" in panel.acts.button.text())
    press(qtbot, panel.acts.button)
    dialog = open_dialog(panel, IssueDialog)
    assert isinstance(dialog, IssueDialog)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert not dialog.series.isVisible(), "a statement is no state form"
    press(qtbot, dialog.deed)
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)
    again()
    qtbot.waitUntil(lambda: panel.held is not None)
    assert panel.held is not None
    annul = AnnulDialog(desk, panel.held, panel)
    annul.open()
    press(qtbot, annul.deed)
    qtbot.waitUntil(lambda: bool(annul.form.field("reason").error()))
    assert panel.held.state is CertificateState.ISSUED
    annul.reject()


def test_before_the_decision_the_tab_says_so_and_leads_to_the_sittings(
    qtbot: QtBot, told: Desk, paper_house: House
) -> None:
    card = paper_house.office.ask(cases.card, paper_house.facts.met)
    tab = DecisionTab(told, card.id)
    shown(qtbot, told, tab, lambda: tab.refresh(card))
    assert tab.empty.isVisible()
    with qtbot.waitSignal(tab.go) as gone:
        press(qtbot, tab.empty.button)
    assert gone.args == [Place("sittings")]
    credits = CreditsTab(told, card.id)
    shown(qtbot, told, credits, lambda: credits.refresh(card))
    qtbot.waitUntil(lambda: "18 credit points (ECTS)" in words(credits))
    assert "All outcomes must be met: 2 of 2 are." in words(credits)


def type_points(qtbot: QtBot, screen: ExamScreen, line: int, theory: str, practice: str) -> None:
    """Types points as a person does: digits, Enter, digits, Enter."""
    table = screen.table
    table.setCurrentIndex(screen.model.index(line, THEORY))
    table.edit(table.currentIndex())
    for text in (theory, practice):
        editor = next(one for one in table.viewport().findChildren(QLineEdit) if one.isVisible())
        editor.selectAll()
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.wait(1)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    for editor in table.viewport().findChildren(QLineEdit):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.wait(1)


def test_points_are_typed_by_keyboard_and_the_protocol_is_closed(qtbot: QtBot, told: Desk, paper_house: House) -> None:
    office, case_ids = paper_house.office, paper_house.facts.examinees
    exam_id, _ = hearings.exam(paper_house)
    screen = ExamScreen(told, Place("exam", exam_id))
    shown(qtbot, told, screen, screen.refresh)
    type_points(qtbot, screen, 0, "36", "52")
    assert screen.table.currentIndex().row() == 1, "Enter goes on to the next examinee"
    assert screen.model.index(0, MARK).data() == "7\u00a0(good)"
    qtbot.waitUntil(lambda: not told.jobs.busy)
    type_points(qtbot, screen, 1, "10", "12,5")
    qtbot.waitUntil(lambda: not told.jobs.busy)
    assert "12,5" in str(screen.model.index(1, PRACTICE).data(Qt.ItemDataRole.ToolTipRole))
    assert office.ask(exams.exam_card, exam_id).examinees[1].status is ExamStatus.ENTERED
    assert screen.dirty(), "half a line is not stored yet"
    screen.model.setData(screen.model.index(1, STATUS), ExamStatus.ABSENT)
    qtbot.waitUntil(lambda: not told.jobs.busy)
    assert (
        not screen.model.unfinished() or office.ask(exams.exam_card, exam_id).examinees[1].status is ExamStatus.ABSENT
    )
    screen.refresh()
    qtbot.waitUntil(lambda: screen.acts.button.text() == "Close the protocol …")
    assert screen.model.index(0, RESULT).data() == "passed"
    close_protocol(qtbot, told, screen)
    card = office.ask(exams.exam_card, exam_id)
    assert card.closed and card.protocol_number
    assert [office.ask(cases.card, key).state for key in case_ids] == [CaseState.DECIDED] * 2
    certify(qtbot, told, office, screen, case_ids[0])


def close_protocol(qtbot: QtBot, desk: Desk, screen: ExamScreen) -> None:
    """Closes the protocol through its dialog."""
    press(qtbot, screen.acts.button)
    dialog = open_dialog(screen, CloseDialog)
    assert isinstance(dialog, CloseDialog)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    press(qtbot, dialog.deed)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    screen.refresh()
    qtbot.waitUntil(lambda: "Issue" in screen.acts.button.text())


def certify(qtbot: QtBot, desk: Desk, office: Office, screen: ExamScreen, case_id: int) -> None:
    """The certificates of those who passed, each on its own state form."""
    press(qtbot, screen.acts.button)
    dialog = open_dialog(screen, CertifyDialog)
    assert isinstance(dialog, CertifyDialog)
    qtbot.waitUntil(lambda: bool(dialog.lines))
    assert list(dialog.lines) == [case_id], "only who passed"
    _, series, number, _, said = dialog.lines[case_id]
    qtbot.keyClicks(series, "PK A")
    press(qtbot, dialog.deed)
    qtbot.waitUntil(lambda: bool(said.text()))
    assert "state form" in said.text()
    qtbot.keyClicks(number, "000123")
    press(qtbot, dialog.deed)
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)
    held = office.ask(certificates.of_case, case_id)
    assert held is not None and (held.form_series, held.form_number) == ("PK A", "000123")
    tab = ExamTab(desk, case_id)
    shown(qtbot, desk, tab, lambda: tab.refresh(office.ask(cases.card, case_id)))
    assert tab.chip.text() == "passed"
    qtbot.waitUntil(lambda: "7\u00a0(good)" in words(tab))


def test_points_beyond_the_most_are_refused_at_their_cell(qtbot: QtBot, told: Desk, paper_house: House) -> None:
    screen = ExamScreen(told, Place("exam", hearings.exam(paper_house)[0]))
    shown(qtbot, told, screen, screen.refresh)
    type_points(qtbot, screen, 0, "36", "61")
    qtbot.waitUntil(lambda: bool(screen.banner.text()))
    assert "60" in screen.banner.text()
    assert "60" in str(screen.model.index(0, PRACTICE).data(Qt.ItemDataRole.ToolTipRole))


def test_an_exam_is_planned_with_a_scale_that_rises(qtbot: QtBot, told: Desk, office: Office) -> None:
    screen = ExamsScreen(told, Place("exams"))
    shown(qtbot, told, screen, screen.refresh)
    assert screen.list.empty.isVisible()
    press(qtbot, screen.plan_button)
    dialog = open_dialog(screen, PlanExamDialog)
    assert isinstance(dialog, PlanExamDialog)
    qtbot.waitUntil(lambda: dialog.edition.count() == 1)
    dialog.day.set_value(make.today(office))
    qtbot.keyClicks(dialog.starts, "9")
    qtbot.keyClicks(dialog.theory, "40")
    qtbot.keyClicks(dialog.practice, "60")
    for mark, points in ((4, "50"), (5, "40")):
        qtbot.keyClicks(dialog.scale.marks[mark], points)
    press(qtbot, dialog.deed)
    assert dialog.form.field("scale").error()
    dialog.scale.marks[4].clear()
    qtbot.keyClicks(dialog.scale.marks[4], "30")
    with qtbot.waitSignal(screen.go) as gone:
        press(qtbot, dialog.deed)
    card = office.ask(exams.exam_card, gone.args[0].key)
    assert (card.scale, card.starts_at and card.starts_at.hour) == (((4, 30), (5, 40)), 9)
    assert [row.id for row in office.ask(exam_lists.page).rows] == [card.id]


def test_a_case_is_entered_from_its_own_page_and_from_the_exam(qtbot: QtBot, told: Desk, paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    planned = exams.plan_exam, facts.exam_edition, facts.exam_commission, hearings.exam_form(paper_house)
    exam_id = office.do(*planned)
    others = facts.examinees
    tab = ExamTab(told, others[0])
    shown(qtbot, told, tab, lambda: tab.refresh(office.ask(cases.card, others[0])))
    qtbot.waitUntil(tab.acts.button.isVisible)
    press(qtbot, tab.acts.button)
    qtbot.waitUntil(lambda: not told.jobs.busy)
    screen = ExamScreen(told, Place("exam", exam_id))
    shown(qtbot, told, screen, screen.refresh)
    screen.enter()
    dialog = open_dialog(screen, EnterDialog)
    assert isinstance(dialog, EnterDialog)
    qtbot.waitUntil(lambda: dialog.cases.count() == 1)
    press(qtbot, dialog.deed)
    qtbot.waitUntil(lambda: not told.jobs.busy)
    entered = {row.case_id for row in office.ask(exams.exam_card, exam_id).examinees}
    assert entered == set(others)


def test_an_hour_is_read_as_people_write_it() -> None:
    read = [read_time(text) for text in ("9", "9.30", "14:05", "0915", "25.00", "x")]
    assert [f"{one:%H:%M}" if one else None for one in read] == ["09:00", "09:30", "14:05", "09:15", None, None]
