"""An exam in the window: least points and group, adjustments, the other papers, and the exam sat again."""

from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.case import CaseState
from commission_app.services import adjustments, cases, exam_papers, exams
from commission_app.services.office import Office
from commission_app.ui.cases.adjustment_dialog import AdjustmentDialog
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.tabs.exam_tab import ExamTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.sittings.exam_screen import ExamScreen
from commission_app.ui.sittings.examinee_model import NAME
from commission_app.ui.sittings.plan_exam_dialog import PlanExamDialog
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings
from tests.documents.reading import words
from tests.hearings import House
from tests.ui.desks import type_in

HEALTH = "Redzes traucējumi"


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk whose troubles are shown where they belong."""
    desk.jobs.troubled.connect(desk.problems.show)
    return desk


def shown(qtbot: QtBot, desk: Desk, widget: QWidget, asking: Callable[[], object]) -> None:
    """Shows a widget and waits until it has been answered."""
    qtbot.addWidget(widget)
    widget.resize(1180, 740)
    widget.show()
    asking()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def texts(widget: QWidget) -> str:
    """Every text in sight."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_adjustments_are_granted_on_the_case_and_the_examiner_sees_the_measures_only(
    qtbot: QtBot, told: Desk, office: Office, paper_house: House
) -> None:
    case_id = paper_house.facts.examinees[0]
    key, _ = hearings.exam(paper_house)
    tab = ExamTab(told, case_id)
    shown(qtbot, told, tab, lambda: tab.refresh(office.ask(cases.card, case_id)))
    tab.adjust.click()
    dialog = tab.findChildren(AdjustmentDialog)[-1]
    qtbot.waitUntil(lambda: not told.jobs.busy)
    dialog.deed.click()
    assert dialog.form.field("document").error(), "nothing is granted without the document"
    dialog.measures.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.keyClicks(dialog.more_time, "50")
    type_in(dialog.document, "Ārsta izziņa Nr. 7")
    dialog.ground.setPlainText(HEALTH)
    dialog.deed.click()
    qtbot.waitUntil(lambda: office.ask(adjustments.granted, case_id))
    qtbot.waitUntil(lambda: tab.adjust.text() == "Adjustments granted …" and not told.jobs.busy)
    screen = ExamScreen(told, Place("exam", key))
    shown(qtbot, told, screen, screen.refresh)
    qtbot.waitUntil(screen.adjusted.isVisible)
    assert "longer time (+50\u00a0%)" in screen.adjusted.text()
    assert "adjustments granted" in screen.model.index(0, NAME).data()
    assert HEALTH not in texts(screen)
    screen.papers.menu().actions()[3].trigger()
    qtbot.waitUntil(lambda: bool(screen.papers.findChildren(PaperPreview)), timeout=10_000)
    screen.papers.findChildren(PaperPreview)[-1].close()
    listed = words(office.ask(exam_papers.invitations, key, LATVIAN))
    assert "pielāgojumi piešķirti" in listed and HEALTH not in listed and "ilgāks" not in listed
    book = load_workbook(BytesIO(office.ask(exam_papers.invitations_workbook, key, ENGLISH)))
    cells = [str(cell.value) for row in book.active.iter_rows() for cell in row]
    assert "iesniedzejs4@example.invalid" in cells and "adjustments granted" in cells


def test_an_exam_not_passed_is_sat_again_and_its_summary_tells_the_figures(
    qtbot: QtBot, told: Desk, office: Office, paper_house: House
) -> None:
    case_id, other = paper_house.facts.examinees
    key, (first, second) = hearings.exam(paper_house)
    card = office.ask(exams.exam_card, key)
    over = QWidget()
    qtbot.addWidget(over)
    change = PlanExamDialog(told, card, over)
    change.open()
    qtbot.waitUntil(lambda: not told.jobs.busy)
    qtbot.keyClicks(change.theory_least, "20")
    qtbot.keyClicks(change.practice_least, "30")
    qtbot.keyClicks(change.group, "2")
    change.deed.click()
    qtbot.waitUntil(lambda: office.ask(exams.exam_card, key).practice_least == 30)
    hearings.record(office, key, {first: (36, 29), second: (36, 52)})
    office.do(exams.close_exam, key)
    said = words(office.ask(exam_papers.summary, key, ENGLISH))
    assert "Passed 1" in said and "Mean mark 5.5" in said and "7 (good) – 1; 4 (almost satisfactory) – 1" in said
    book = load_workbook(BytesIO(office.ask(exam_papers.protocol_workbook, key, LATVIAN)))
    rows = [[cell.value for cell in row] for row in book.active.iter_rows(min_row=2)]
    assert [(row[3], row[4], row[5], row[6], row[8]) for row in rows[:2]] == [
        (36, 29, 65, 4, "nav nokārtots"),
        (36, 52, 88, 7, "nokārtots"),
    ]
    assert load_workbook(BytesIO(office.ask(exam_papers.summary_workbook, key, LATVIAN))).active.max_row > 8
    page = CaseScreen(told, Place("case", case_id))
    shown(qtbot, told, page, page.refresh)
    qtbot.waitUntil(lambda: page.card is not None)
    again = next(one for one in page.header.acts.menu().actions() if one.text() == "Let the exam be sat again")
    again.trigger()
    qtbot.waitUntil(lambda: office.ask(cases.card, case_id).state is CaseState.SCORED)
    qtbot.waitUntil(lambda: not told.jobs.busy)
    tab = ExamTab(told, case_id)
    shown(qtbot, told, tab, lambda: tab.refresh(office.ask(cases.card, case_id)))
    assert tab.field.isVisible(), "the case can be entered once more"
    assert office.ask(cases.card, other).state is CaseState.DECIDED, "who passed is not touched"
