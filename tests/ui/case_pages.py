"""Opens the page of a case in a test, as a person would from the list, and waits until it is filled."""

from pytestqt.qtbot import QtBot

from commission_app.services.office import Office
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from tests import make


def open_case(desk: Desk, qtbot: QtBot, case_id: int, tab: str = "application") -> CaseScreen:
    """The page, shown and filled; what changes is asked again as the window does."""
    desk.jobs.office.heard()
    screen = CaseScreen(desk, Place("case", case_id, tab))
    qtbot.addWidget(screen)
    desk.jobs.changed.connect(lambda nouns: screen.refresh() if nouns & screen.watches else None)
    desk.jobs.troubled.connect(desk.problems.show)
    screen.resize(1200, 800)
    screen.show()
    screen.refresh()
    settle(desk, qtbot)
    return screen


def tab_of(screen: CaseScreen, name: str) -> CaseTab:
    """An opened tab."""
    tab = screen.tab(name)
    assert tab is not None
    return tab


def settle(desk: Desk, qtbot: QtBot) -> None:
    """Waits until nothing that was asked for is on its way."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not desk.jobs.busy)
        qtbot.wait(5)


def college(office: Office) -> int:
    """An institution with a commission and an approved programme; gives the edition."""
    make.institution(office)
    make.commission(office)
    return make.standard(office)
