"""What stands behind an application, in the window: rows, statements, consultations, groups, forms that come back."""

from io import BytesIO
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTableWidgetItem
from pytestqt.qtbot import QtBot

from commission_app.i18n import ENGLISH
from commission_app.rules.vocabulary.case import ExperienceKind, StatementKind
from commission_app.services import application_forms, case_list, consultations, experience, statements
from commission_app.services.office import Office
from commission_app.ui.cases.applicant_form_dialog import ApplicantFormDialog
from commission_app.ui.cases.background_dialogs import ConsultationDialog, ExperienceDialog, StatementsDialog
from commission_app.ui.cases.cases_screen import CasesScreen
from commission_app.ui.cases.consultations_screen import ConsultationsScreen
from commission_app.ui.cases.group_dialog import GroupDialog
from commission_app.ui.cases.tabs.background_tab import BackgroundTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.sittings.readiness_dialog import ReadinessDialog
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings, make
from tests.ui.case_pages import open_case, settle, tab_of
from tests.ui.desks import open_at, type_in
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def background(desk: Desk, qtbot: QtBot, case_id: int) -> BackgroundTab:
    """The tab of a case, filled."""
    found = tab_of(open_case(desk, qtbot, case_id, "background"), "background")
    assert isinstance(found, BackgroundTab)
    settle(desk, qtbot)
    return found


def test_a_row_of_education_with_its_courses_is_entered(desk: Desk, office: Office, qtbot: QtBot) -> None:
    make.institution(office)
    case = make.case(office, make.standard(office)).id
    tab = background(desk, qtbot, case)
    tab.add_row.click()
    dialog = tab.findChild(ExperienceDialog)
    assert dialog is not None
    dialog.kind.set_value(ExperienceKind.EDUCATION)
    type_in(dialog.form.field("organisation").input, "Cēsu universitāte")  # type: ignore[arg-type]
    courses = dialog.form.field("courses").input
    assert courses.isVisible()  # type: ignore[attr-defined]
    for column, text in enumerate(("Datu bāzes", "4,5", "KP", "8", "DatZ9999")):
        courses.setItem(0, column, QTableWidgetItem(text))  # type: ignore[attr-defined]
    dialog.deed.click()
    settle(desk, qtbot)
    assert office.ask(experience.of_case, case).rows == (), "a code nobody applied for is said at the field"
    courses.setItem(0, 4, QTableWidgetItem("DatZ1010"))  # type: ignore[attr-defined]
    dialog.deed.click()
    settle(desk, qtbot)
    (row,) = office.ask(experience.of_case, case).rows
    assert (row.form.courses[0].title, str(row.form.courses[0].credits)) == ("Datu bāzes", "4.5")
    assert tab.rows.texts()[0][1] == "Cēsu universitāte"


def test_statements_and_a_consultation_are_recorded(desk: Desk, office: Office, qtbot: QtBot) -> None:
    make.institution(office)
    case = make.case(office, make.standard(office)).id
    tab = background(desk, qtbot, case)
    tab.edit_statements.click()
    dialog = tab.findChild(StatementsDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.form.field(StatementKind.TRUTH.value).input, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    dialog.form.field(StatementKind.TRUTH.value).input.set_value(True)
    dialog.deed.click()
    settle(desk, qtbot)
    assert [row.kind for row in office.ask(statements.of_case, case).rows] == [StatementKind.TRUTH]
    tab.add_talk.click()
    talk = tab.findChild(ConsultationDialog)
    assert talk is not None
    type_in(talk.form.field("consultant").input, "Līga Bērziņa")  # type: ignore[arg-type]
    talk.deed.click()
    settle(desk, qtbot)
    assert office.ask(consultations.of_case, case).free_left == 1
    assert "1 of 2" in tab.counted.text()


def test_a_group_is_pasted_checked_and_received(desk: Desk, office: Office, qtbot: QtBot) -> None:
    make.institution(office)
    make.standard(office)
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    screen.group.click()
    dialog = screen.findChild(GroupDialog)
    assert dialog is not None
    settle(desk, qtbot)
    type_in(dialog.form.field("name").input, "Ķekavas grupa")  # type: ignore[arg-type]
    dialog.members.paste(f"Aija\tĶēniņa\t{make.code(31)}\nĢirts\tŽņaugs\t99")
    dialog.deed.click()
    settle(desk, qtbot)
    assert office.ask(case_list.count) == 0, "the second row is wrong, nobody is stored"
    dialog.members.setItem(1, 2, QTableWidgetItem(make.code(32)))
    dialog.deed.click()
    settle(desk, qtbot)
    assert office.ask(case_list.count) == 2


def test_a_form_that_came_back_becomes_a_case(desk: Desk, office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    make.institution(office)
    _, data = office.ask(application_forms.blank, make.standard(office), ENGLISH)
    book = openpyxl.load_workbook(BytesIO(data))
    for place, value in (("A2", "Aija"), ("B2", "Ķēniņa"), ("C2", make.code(33)), ("F2", "aija@example.invalid")):
        book.worksheets[0][place] = value
    book.save(tmp_path / "forma.xlsx")
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    gone: list[Place] = []
    screen.go.connect(gone.append)
    screen.blank.click()
    dialog = screen.findChild(ApplicantFormDialog)
    assert dialog is not None
    dialog.drop.dropped.emit((tmp_path / "forma.xlsx",))
    settle(desk, qtbot)
    assert "Aija Ķēniņa" in dialog.told.text() and dialog.take.isVisible()
    dialog.take.click()
    settle(desk, qtbot)
    assert gone and gone[-1].kind == "case"
    assert office.ask(case_list.count) == 1


def test_consultations_of_the_year_are_listed_and_go_out(
    desk: Desk, office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.institution(office)
    screen = open_at(ConsultationsScreen, desk, qtbot, Place("consultations"))
    assert not screen.empty.isHidden()
    form = consultations.ConsultationForm(make.today(office), 45, "Līga Bērziņa", attendee="Kāds")
    office.do(consultations.record, None, form)
    screen.refresh()
    settle(desk, qtbot)
    assert screen.table.texts()[0][1] == "Kāds"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "saraksts.xlsx"), ""))
    screen.excel.click()
    settle(desk, qtbot)
    qtbot.waitUntil((tmp_path / "saraksts.xlsx").exists)
    screen.table.selectRow(0)
    screen.printing.print_minutes(ENGLISH)
    settle(desk, qtbot)
    preview = screen.findChild(PaperPreview)
    assert preview is not None
    preview.close()


def test_the_check_before_a_sitting_leads_to_where_a_thing_is_mended(hall: Hall) -> None:
    table = hearings.planned(hall.house, hall.house.facts.met)
    screen = hall.open("sitting", table.id)
    screen.agenda.ready.click()  # type: ignore[attr-defined]
    dialog = hall.dialog(screen, ReadinessDialog)
    assert any("Not signed" in text for text in dialog.texts())
    dialog.links[0][0].click()
    assert hall.gone[-1] == Place("case", hall.house.facts.met, "background")
