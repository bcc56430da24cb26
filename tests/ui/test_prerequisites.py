"""What must come before, in the window: each requirement is settled with its document, another is added and goes."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.case import PrerequisiteState
from commission_app.services import prerequisites
from commission_app.services.office import Office
from commission_app.ui.cases.prerequisite_section import PrerequisiteDialog
from commission_app.ui.cases.tabs.application_tab import ApplicationTab
from commission_app.ui.desk import Desk
from tests import make
from tests.ui.case_pages import open_case, settle, tab_of
from tests.ui.desks import type_in


def test_requirements_are_settled_added_and_taken_out(desk: Desk, office: Office, qtbot: QtBot) -> None:
    make.institution(office)
    facts = replace(make.standard_facts(), entry_requirements="Pamatizglītība")
    case = make.case(office, make.standard(office, facts)).id
    tab = tab_of(open_case(desk, qtbot, case, "application"), "application")
    assert isinstance(tab, ApplicationTab)
    settle(desk, qtbot)
    section = tab.prerequisites
    assert {"Pamatizglītība", "not looked at"} <= set(section.texts()) and not section.removes
    section.settles[0].click()
    dialog = section.findChild(PrerequisiteDialog)
    assert dialog is not None and not dialog.worded
    dialog.deed.click()
    settle(desk, qtbot)
    assert office.ask(prerequisites.of_case, case)[0].id is None, "acquired by which document?"
    type_in(dialog.form.field("note").input, "Apliecība PA 17")
    dialog.deed.click()
    settle(desk, qtbot)
    assert {"acquired", "Apliecība PA 17"} <= set(section.texts())
    section.add.click()
    other = next(one for one in section.findChildren(PrerequisiteDialog) if one.worded)
    type_in(other.form.field("text").input, "Medicīniskā izziņa")
    other.form.field("state").input.set_value(PrerequisiteState.MISSING)
    other.deed.click()
    settle(desk, qtbot)
    assert {"Medicīniskā izziņa", "missing"} <= set(section.texts())
    section.removes[1].click()
    settle(desk, qtbot)
    assert "Medicīniskā izziņa" not in section.texts()
