"""Counselling in the window: the interview sheet is filled in and printed, the leaflet is at hand before any case."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.case import Procedure
from commission_app.services import counselling_papers, interviews
from commission_app.services.office import Office
from commission_app.ui.cases.applicant_form_dialog import ApplicantFormDialog
from commission_app.ui.cases.cases_screen import CasesScreen
from commission_app.ui.cases.interview_dialog import InterviewDialog
from commission_app.ui.cases.tabs.background_tab import BackgroundTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.ui.case_pages import open_case, settle, tab_of
from tests.ui.desks import open_at, type_in


def test_an_interview_is_filled_in_and_its_sheet_looked_at(desk: Desk, office: Office, qtbot: QtBot) -> None:
    make.institution(office)
    case = make.case(office, make.standard(office)).id
    tab = tab_of(open_case(desk, qtbot, case, "background"), "background")
    assert isinstance(tab, BackgroundTab)
    settle(desk, qtbot)
    panel = tab.interview
    assert panel.none.isVisible() and "Record" in panel.edit.text()
    panel.edit.click()
    dialog = panel.findChild(InterviewDialog)
    assert dialog is not None
    type_in(dialog.answers[1], "Vēlos kļūt par tīklu speciālisti")
    does, claim = dialog.units[0]
    type_in(does, "Ierīko tīklus Ķekavā")
    claim.set_value(True)
    dialog.who.set_value("")
    dialog.deed.click()
    settle(desk, qtbot)
    assert office.ask(interviews.of_case, case).form is None, "nobody is named who held it"
    type_in(dialog.who, "Līga Bērziņa")
    dialog.deed.click()
    settle(desk, qtbot)
    form = office.ask(interviews.of_case, case).form
    assert form is not None and form.facts.answers[0].answer == "Vēlos kļūt par tīklu speciālisti"
    assert not panel.none.isVisible() and panel.facts.text("Questions answered").startswith("1 of")
    assert all(label.isVisible() for label in panel.facts.findChildren(QLabel)), "a list that was empty shows itself"
    panel.print_sheet(True, LATVIAN)
    settle(desk, qtbot)
    preview = panel.findChild(PaperPreview)
    assert preview is not None
    preview.close()


def test_the_leaflet_is_at_hand_before_there_is_a_case(desk: Desk, office: Office, qtbot: QtBot) -> None:
    make.institution(office)
    make.standard(office)
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    screen.blank.click()
    settle(desk, qtbot)
    dialog = screen.findChild(ApplicantFormDialog)
    assert dialog is not None and dialog.papers.isEnabled()
    parts = [entry.text() for entry in dialog.papers.menu().actions()]
    assert parts == ["Leaflet for the applicant", "Empty interview sheet", "Application form, blank"]
    higher = Procedure.HIGHER_EDUCATION
    dialog.papers.show_paper("Leaflet for the applicant", counselling_papers.leaflet_of, higher, LATVIAN)
    settle(desk, qtbot)
    assert any(isinstance(one, PaperPreview) for one in QApplication.topLevelWidgets())
    for one in dialog.papers.findChildren(PaperPreview):
        one.close()
    dialog.reject()
