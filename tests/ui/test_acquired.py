"""What gathers over cases, in the window: the tree on a case and on a person's page, and the delegations."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services import cases, certificates, delegations, exams
from commission_app.services.office import Office
from commission_app.ui.cases.acquired_dialog import AcquiredDialog
from commission_app.ui.cases.person_screen import PersonScreen
from commission_app.ui.cases.tabs.acquired_tab import AcquiredTab
from commission_app.ui.cases.tabs.certificate_dialogs import IssueDialog
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.preferences.delegation_dialog import DelegationDialog
from commission_app.ui.preferences.delegations_page import DelegationsPage
from commission_app.ui.sittings.certify_dialog import CertifyDialog
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings, make, stacks
from tests.hearings import House
from tests.ui.desks import type_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


def settle(qtbot: QtBot, desk: Desk, widget: QWidget) -> None:
    """Shows a widget and waits until it has been answered."""
    qtbot.addWidget(widget)
    widget.resize(1180, 740)
    widget.show()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_the_tree_says_what_is_there_what_is_missing_and_what_may_be_certified(
    qtbot: QtBot, desk: Desk, paper_house: House
) -> None:
    office = paper_house.office
    cook = make.standard(office, stacks.cook())
    make.standard(office, stacks.confectioner())
    first, person = stacks.passes(paper_house, cook, None, ("P1", "P2"))
    office.do(certificates.issue, first, hearings.version(office, first), None, "PK A", "1")
    second, _ = stacks.passes(paper_house, cook, person, ("P3",))
    tab = AcquiredTab(desk, second)
    tab.refresh(office.ask(cases.card, second))
    settle(qtbot, desk, tab)
    lines = tab.panel.tree.texts()
    assert lines[0].startswith("PAV-3 Cook, 2024 | everything is there · 3 of 3")
    assert "A Cooking | everything is there" in lines[1]
    assert any("P1 Module P1 | acquired | " in line and "certificate" in line for line in lines)
    assert any("K2 Module K2 | missing" in line for line in lines)
    assert any("160 hours (≈\u00a05.33–6.4 ECTS)" in line for line in lines)
    assert "the whole may be certified" in tab.panel.why.text()
    assert "Still missing (1): K2." in tab.panel.why.text()
    shared = tab.panel.tree.topLevelItem(0).child(0).child(0)  # type: ignore[union-attr]
    with qtbot.waitSignal(tab.go) as gone:
        tab.panel.tree.itemActivated.emit(shared, 0)
    assert gone.args == [Place("case", first)]
    offered_with_others(qtbot, desk, office, second, tab)
    issue = IssueDialog(desk, second, hearings.version(office, second), tab)
    issue.open()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert issue.kind.isVisible() and issue.kind.value() is CertificateKind.QUALIFICATION
    issue.series.setText("PK A")
    issue.number.setText("2")
    issue.deed.click()
    qtbot.waitUntil(lambda: office.ask(certificates.of_case, second) is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    held = office.ask(certificates.of_case, second)
    assert held is not None and held.kind is CertificateKind.QUALIFICATION
    on_the_page_of_the_person(qtbot, desk, person)


def offered_with_others(qtbot: QtBot, desk: Desk, office: Office, case_id: int, tab: QWidget) -> None:
    """Where certificates are issued in one go, the whole is offered too."""
    card = office.ask(exams.of_case, case_id)
    assert card is not None
    group = CertifyDialog(desk, card, tab)
    group.open()
    qtbot.waitUntil(lambda: bool(group.lines))
    assert group.kinds[case_id].value() is CertificateKind.QUALIFICATION
    group.reject()


def on_the_page_of_the_person(qtbot: QtBot, desk: Desk, person: int) -> None:
    """The same from the person's page, and the page to print."""
    screen = PersonScreen(desk, Place("person", person))
    settle(qtbot, desk, screen)
    screen.refresh()
    qtbot.waitUntil(lambda: screen.card is not None)
    qtbot.mouseClick(screen.acquired, LEFT)
    dialog = screen.findChildren(AcquiredDialog)[-1]
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert dialog.panel.tree.topLevelItemCount() == 2
    qtbot.mouseClick(dialog.panel.prints["lv"], LEFT)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(PaperPreview)), timeout=10_000)
    dialog.findChildren(PaperPreview)[-1].close()
    dialog.reject()


def test_before_anything_is_recognised_the_tree_says_what_is_asked_for(
    qtbot: QtBot, desk: Desk, paper_house: House
) -> None:
    office = paper_house.office
    person = office.ask(cases.card, paper_house.facts.examinees[0]).person_id
    over = QWidget()
    qtbot.addWidget(over)
    dialog = AcquiredDialog(desk, person, "Ģirts", over)
    dialog.show()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert dialog.panel.none.isVisible() and not dialog.panel.prints["lv"].isEnabled()
    dialog.reject()


def test_delegations_are_entered_corrected_and_copied_for_another_qualification(
    qtbot: QtBot, desk: Desk, paper_house: House
) -> None:
    office = paper_house.office
    make.standard(office, stacks.cook())
    page = DelegationsPage(desk)
    page.refresh()
    settle(qtbot, desk, page)
    assert page.none.isVisible()
    page.new()
    dialog = page.findChildren(DelegationDialog)[-1]
    qtbot.waitUntil(lambda: dialog.standard.count() == 2)
    dialog.deed.click()
    assert dialog.form.field("body").error(), "nothing is stored without the body"
    dialog.standard.setCurrentIndex([dialog.standard.itemText(at)[:3] for at in range(2)].index("PAV"))
    assert dialog.parts.isVisible()
    dialog.parts.item(0).setCheckState(Qt.CheckState.Checked)
    type_in(dialog.body, "Izglītības kvalitātes valsts dienests")
    qtbot.keyClicks(dialog.number, "1-5/3")
    dialog.since.set_value(make.LONG_AGO)
    dialog.deed.click()
    qtbot.waitUntil(lambda: len(office.ask(delegations.lines)) == 1)
    qtbot.waitUntil(lambda: page.table.isVisible() and not desk.jobs.busy)
    (line,) = office.ask(delegations.lines)
    assert (line.form.parts, line.in_force) == (("A",), True)
    page.copy()
    again = page.findChildren(DelegationDialog)[-1]
    qtbot.waitUntil(lambda: again.standard.count() == 2)
    assert (again.body.value(), again.number.value(), again.standard.value()) == (line.form.body, "1-5/3", None)
    again.reject()
