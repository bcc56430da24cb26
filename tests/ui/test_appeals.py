"""Contesting in the window: an appeal comes, its file is saved, it is handed over, its outcome is entered."""

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from commission_app.i18n import ENGLISH
from commission_app.rules.appeals import AppealAct
from commission_app.rules.vocabulary.appeal import AppealOutcome, AppealState
from commission_app.services import appeal_facts
from commission_app.services.office import Office
from commission_app.ui.cases.appeal_dialogs import AppealDayDialog, AppealDialog, OutcomeDialog, SendDialog
from commission_app.ui.cases.tabs.appeals_tab import AppealsTab
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.words import word
from tests import hearings
from tests.hearings import House
from tests.ui.case_pages import open_case, settle, tab_of
from tests.ui.desks import type_in

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


def test_an_appeal_from_the_counter_to_the_court(
    qtbot: QtBot, desk: Desk, paper_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = paper_house.office
    case = hearings.registered(paper_house)
    screen = open_case(desk, qtbot, case, "appeals")
    tab = tab_of(screen, "appeals")
    assert isinstance(tab, AppealsTab)
    assert "may be contested" in tab.said.text() and tab.receive.isVisible()
    tab.receive.click()
    form = opened(tab, AppealDialog)
    form.deed.click()
    assert form.isVisible(), "without grounds it stays"
    type_in(form.grounds, "Nepiekrītu.")
    type_in(form.body, "Direktore")
    form.deed.click()
    settle(desk, qtbot)
    (card,) = office.ask(appeal_facts.of_case, case).appeals
    assert card.grounds == "Nepiekrītu." and not tab.receive.isVisible(), "one at a time"
    goes_on(qtbot, desk, tab, card.id, tmp_path / "lieta.zip", monkeypatch)
    (last,) = office.ask(appeal_facts.of_case, case).appeals
    assert last.state is AppealState.DECIDED and last.court_on is not None
    assert tab.receive.isVisible(), "the next may come"


def goes_on(qtbot: QtBot, desk: Desk, tab: AppealsTab, key: int, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is saved and handed over, the outcome is entered, and the court is."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    tab.files[(key, "lv")].click()
    qtbot.waitUntil(target.exists, timeout=20_000)
    settle(desk, qtbot)
    press(tab, key, AppealAct.SEND)
    handed = opened(tab, SendDialog)
    assert handed.pages.value() == tab.pages, "the pages of the file stand there already"
    saved(qtbot, desk, tab, handed)
    press(tab, key, AppealAct.DECIDE)
    decided = opened(tab, OutcomeDialog)
    assert not decided.form.field("theory").isVisible()
    decided.outcome.set_value(AppealOutcome.LEFT_IN_FORCE)
    type_in(decided.reasons, "Lēmums ir pamatots.")
    saved(qtbot, desk, tab, decided)
    press(tab, key, AppealAct.GO_TO_COURT)
    court = opened(tab, AppealDayDialog)
    saved(qtbot, desk, tab, court)


def test_a_day_that_cannot_be_is_said_at_its_field(
    qtbot: QtBot, desk: Desk, paper_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = hearings.registered(paper_house)
    tab = tab_of(open_case(desk, qtbot, case, "appeals"), "appeals")
    assert isinstance(tab, AppealsTab)
    tab.new()
    form = opened(tab, AppealDialog)
    type_in(form.grounds, "x")
    form.day.set_value(date(2999, 1, 1))
    form.deed.click()
    settle(desk, qtbot)
    assert form.isVisible()
    assert "not after today" in form.form.field("received_on").error()
    monkeypatch.setattr("commission_app.ui.widgets.confirm.confirm_loss", lambda *_: True)
    form.reject()


def test_a_case_without_a_decision_says_that_there_is_nothing_to_contest(
    qtbot: QtBot, desk: Desk, paper_house: House
) -> None:
    tab = tab_of(open_case(desk, qtbot, paper_house.facts.met, "appeals"), "appeals")
    assert isinstance(tab, AppealsTab)
    assert tab.empty.isVisible() and not tab.receive.isVisible()


def opened(tab: AppealsTab, kind: type[D]) -> D:
    """The dialog that stands open over the tab."""
    return next(one for one in tab.findChildren(kind) if one.isVisible())


def saved(qtbot: QtBot, desk: Desk, tab: AppealsTab, dialog: FormDialog) -> None:
    """Presses the deed of a dialog and waits until it is done and the tab tells it."""
    kind = type(dialog)
    dialog.deed.click()
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in tab.findChildren(kind)))
    settle(desk, qtbot)


def press(tab: AppealsTab, key: int, act: AppealAct) -> None:
    """Does an act of an appeal: by the button where it is the next, else out of the menu."""
    wanted, acts = word(ENGLISH, act), tab.acts[key]
    if acts.button.text() == wanted:
        acts.button.click()
        return
    entry = next(one for one in acts.menu().actions() if one.text() == wanted and one.isEnabled())
    entry.trigger()
