"""A postponed case in the window: more is asked of the applicant by one act, with its letter and its day."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.case import CaseState
from commission_app.services import cases, letters, votes
from commission_app.services.office import Office
from commission_app.ui.cases.more_information_dialog import AskMoreDialog
from commission_app.ui.desk import Desk
from tests import hearings, make
from tests.hearings import House
from tests.ui.case_pages import open_case, settle


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


def test_more_is_asked_on_a_postponed_case_from_its_page(qtbot: QtBot, desk: Desk, paper_house: House) -> None:
    office = paper_house.office
    table = hearings.opened(paper_house)
    office.do(votes.postpone, table.items[0], "Trūkst darba devēja atsauksmes.")
    case = table.cases[0]
    screen = open_case(desk, qtbot, case)
    button = screen.header.acts
    (deed,) = [one for one in button._acts if one.label == "Ask for more information"]
    assert deed.lawful and deed.aside, "it leads no case on: it stands in the menu"
    deed.doing()
    dialog = next(one for one in screen.findChildren(AskMoreDialog) if one.isVisible())
    settle(desk, qtbot)
    assert dialog.asked.value() == "Trūkst darba devēja atsauksmes."
    assert "{asked}" in dialog.text.value() and not dialog.form.field("typed_number").isVisible()
    dialog.deed.click()
    settle(desk, qtbot)
    assert dialog.isVisible() and dialog.form.field("answer_until").error()
    dialog.tongue.set_value("en")
    settle(desk, qtbot)
    assert "Please hand in" in dialog.text.value()
    dialog.until.set_value(make.today(office) + timedelta(days=14))
    dialog.deed.click()
    settle(desk, qtbot)
    assert office.ask(cases.card, case).state is CaseState.ADMITTED
    (letter,) = office.ask(letters.of_case, case)
    assert (letter.language, letter.answer_until) == ("en", make.today(office) + timedelta(days=14))
    assert screen.header.still.isVisible(), "the term stands still"
    labels = {one.label: one for one in button._acts}
    assert "Ask for more information" not in labels and labels["Close the documentation"].lawful
