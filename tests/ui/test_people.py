"""People under Cases: the list, the page of a person, duplicates, representatives and the figures, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.person import EducationLevel, Sex, VulnerableGroup
from commission_app.services import applicants, cases, figures, person_cards, person_list, person_matches
from commission_app.services.applicants import ApplicationForm
from commission_app.services.office import Office
from commission_app.services.people import PersonForm
from commission_app.ui.cases.cases_screen import CasesScreen
from commission_app.ui.cases.figures_dialog import FiguresDialog
from commission_app.ui.cases.merge_dialog import MergeDialog
from commission_app.ui.cases.people_screen import DOUBLES, PeopleScreen
from commission_app.ui.cases.person_dialogs import CodeDialog, DocumentDialog, NameDialog
from commission_app.ui.cases.person_screen import PersonScreen
from commission_app.ui.cases.representative_section import RepresentativeDialog
from commission_app.ui.cases.tabs.application_tab import ApplicationTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.widgets.form_dialog import FormDialog
from tests import make
from tests.ui.desks import open_at, press, quiet, went


@pytest.fixture
def twins(office: Office) -> tuple[int, int, int]:
    """One person entered twice, once with the names swapped; gives the first case and both persons."""
    make.institution(office)
    make.commission(office)
    edition = make.standard(office)
    first = make.case(office, edition).id
    slip = PersonForm("Ķēniņš-Āboļš", "Ģirts", document_number="X 1")
    other = make.standard(office, make.standard_facts("CITS"))
    form = ApplicationForm(Procedure.HIGHER_EDUCATION, other, make.today(office), slip)
    second = office.do(applicants.receive, form).id
    return first, *(office.ask(cases.card, key).person_id for key in (first, second))  # type: ignore[return-value]


def dialog_of(parent: "object", kind: type[FormDialog]) -> FormDialog:
    """The form that is open over a screen."""
    (found,) = [one for one in parent.findChildren(kind) if one.isVisible()]  # type: ignore[attr-defined]
    return found  # type: ignore[no-any-return]


def fill(dialog: FormDialog, **values: object) -> None:
    """Enters values and presses the deed."""
    for name, value in values.items():
        dialog.form.field(name).input.set_value(value)
    dialog.deed.click()


def test_the_list_of_cases_leads_to_people_and_enter_opens_one(
    desk: Desk, qtbot: QtBot, twins: tuple[int, int, int]
) -> None:
    list_of_cases = open_at(CasesScreen, desk, qtbot, Place("cases"))
    places = went(list_of_cases)
    qtbot.mouseClick(list_of_cases.people, Qt.MouseButton.LeftButton)
    assert places == [Place("people")]
    screen = open_at(PeopleScreen, desk, qtbot, Place("people"))
    model = screen.list.model
    names = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert names == ["Ģirts, Ķēniņš-Āboļš", "Ķēniņš-Āboļš, Ģirts"]
    places = went(screen)
    screen.focus_first()
    press(qtbot, screen.list.table, Qt.Key.Key_Return)
    assert places == [Place("person", twins[2])]


def test_possible_duplicates_are_merged_in_the_window(
    desk: Desk, qtbot: QtBot, office: Office, twins: tuple[int, int, int]
) -> None:
    screen = open_at(PeopleScreen, desk, qtbot, Place("people", DOUBLES))
    (line,) = screen.doubles.texts()
    assert "swapped" in line[2]
    qtbot.mouseClick(screen.merging, Qt.MouseButton.LeftButton)
    dialog = dialog_of(screen, MergeDialog)
    quiet(desk, qtbot)
    fill(dialog)
    qtbot.waitUntil(lambda: office.ask(person_list.ids) == (twins[1],))
    quiet(desk, qtbot)
    assert screen.none.isVisible() and not screen.merging.isVisible()


def test_two_persons_are_set_apart_in_the_window(
    desk: Desk, qtbot: QtBot, office: Office, twins: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_at(PeopleScreen, desk, qtbot, Place("people", DOUBLES))
    monkeypatch.setattr("commission_app.ui.cases.people_screen.confirm", lambda *_: True)
    qtbot.mouseClick(screen.apart, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: office.ask(person_matches.doubles) == ())
    quiet(desk, qtbot)


def test_a_persons_page_takes_a_code_a_document_and_shows_refusals_at_the_field(
    desk: Desk, qtbot: QtBot, office: Office, twins: tuple[int, int, int]
) -> None:
    desk.jobs.troubled.connect(desk.problems.show)
    screen = open_at(PersonScreen, desk, qtbot, Place("person", twins[1]))
    said = screen.facts["codes"]
    day = desk.language.date(make.today(office))
    assert said.text(f"since {day}").endswith("-*****")
    screen.deeds["show"].click()
    assert said.text(f"since {day}") == make.code(0)
    screen.deeds["name"].click()
    names = dialog_of(screen, NameDialog)
    fill(names, family_name="Žagars")
    qtbot.waitUntil(lambda: "correct the name instead" in names.form.field("since").error())
    names.reject()
    screen.deeds["code"].click()
    code = dialog_of(screen, CodeDialog)
    fill(code, personal_code=make.code(5))
    qtbot.waitUntil(lambda: bool(code.form.field("personal_code").error()))
    code.reject()
    screen.deeds["document"].click()
    fill(dialog_of(screen, DocumentDialog), number="lv 77", country="LV")
    qtbot.waitUntil(lambda: len(office.ask(person_cards.card, twins[1]).documents) == 1)
    quiet(desk, qtbot)
    assert any("LV 77" in button.text() for button in screen.findChildren(QPushButton))
    places = went(screen)
    number = office.ask(cases.card, twins[0]).number
    next(one for one in screen.findChildren(QPushButton) if one.text().startswith(number)).click()
    assert places == [Place("case", twins[0])]


def test_a_merged_record_says_where_it_went(
    desk: Desk, qtbot: QtBot, office: Office, twins: tuple[int, int, int]
) -> None:
    from commission_app.services import person_merge

    office.do(person_merge.merge, twins[1], twins[2])
    screen = open_at(PersonScreen, desk, qtbot, Place("person", twins[2]))
    assert screen.banner.isVisible() and not screen.deeds["name"].isEnabled()
    assert "merged" in screen.deeds["name"].toolTip()


def test_the_application_tab_names_a_representative_and_keeps_the_figures(
    desk: Desk, qtbot: QtBot, office: Office, twins: tuple[int, int, int]
) -> None:
    desk.jobs.troubled.connect(desk.problems.show)
    tab = ApplicationTab(desk, twins[0])
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh(office.ask(cases.card, twins[0]))
    quiet(desk, qtbot)
    tab.representatives.add.click()
    dialog = dialog_of(tab, RepresentativeDialog)
    fill(dialog, name="Rasa Rasa")
    qtbot.waitUntil(lambda: bool(dialog.form.field("document").error()))
    fill(dialog, document="Lēmums Nr. 1", valid_until=make.today(office).replace(year=2020))
    qtbot.waitUntil(lambda: any("had expired" in text for text in tab.representatives.texts()))
    tab.figures.click()
    asked = dialog_of(tab, FiguresDialog)
    quiet(desk, qtbot)
    fill(asked, sex=Sex.FEMALE, education=EducationLevel.HIGHER, carer=True)
    qtbot.waitUntil(lambda: office.ask(figures.of_case, twins[0]).version > 0)
    quiet(desk, qtbot)
    form = office.ask(figures.of_case, twins[0]).form
    assert (form.sex, form.education, form.groups) == (
        Sex.FEMALE,
        EducationLevel.HIGHER,
        frozenset({VulnerableGroup.CARER}),
    )
    places: list[Place] = []
    tab.go.connect(places.append)
    tab.person_page.click()
    assert places == [Place("person", twins[1])]
