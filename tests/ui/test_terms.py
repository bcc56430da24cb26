"""The term of a case stopped and let run again by hand, from the page of the case."""

from datetime import timedelta
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from commission_app.i18n import today
from commission_app.services import cases
from commission_app.services.office import Office
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.term_dialogs import ResumeDialog, StandStillDialog
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from tests import hearings
from tests.hearings import House
from tests.ui.case_pages import open_case, settle
from tests.ui.desks import type_in

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


def test_the_term_stands_still_and_runs_again(qtbot: QtBot, desk: Desk, paper_house: House) -> None:
    office, case = paper_house.office, paper_house.facts.met
    before = office.ask(cases.card, case).deadline
    screen = open_case(desk, qtbot, case)
    still = pressed(qtbot, screen, "Let the term stand still …", StandStillDialog)
    still.until.set_value(today() - timedelta(days=1))
    type_in(still.reason, "Gaida izziņu no Akadēmiskās informācijas centra.")
    still.deed.click()
    settle(desk, qtbot)
    assert still.isVisible() and still.form.field("until_day").error(), "it cannot end before it began"
    still.until.set_value(today() + timedelta(days=12))
    still.deed.click()
    settle(desk, qtbot)
    assert office.ask(cases.card, case).deadline == before + timedelta(days=12)
    again = pressed(qtbot, screen, "Let the term run again …", ResumeDialog)
    again.deed.click()
    settle(desk, qtbot)
    card = office.ask(cases.card, case)
    assert card.deadline == before and not any(change.stands for change in card.term.changes)


def test_a_decided_case_says_why_its_term_does_not_stop(qtbot: QtBot, desk: Desk, paper_house: House) -> None:
    screen = open_case(desk, qtbot, hearings.registered(paper_house))
    texts = [entry.text() for entry in screen.header.acts.menu().actions() if not entry.isEnabled()]
    assert any("Let the term stand still" in text for text in texts)


def pressed(qtbot: QtBot, screen: CaseScreen, label: str, kind: type[D]) -> D:
    """Takes an act out of the menu of the page as soon as it stands there; gives the dialog it opens."""
    qtbot.waitUntil(lambda: label in [entry.text() for entry in screen.header.acts.menu().actions()], timeout=10_000)
    next(entry for entry in screen.header.acts.menu().actions() if entry.text() == label).trigger()
    return next(one for one in screen.findChildren(kind) if one.isVisible())
