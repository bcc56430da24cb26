"""What if, and the calculation sheet, in the window: a supposition answers at once and leaves no trace."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.fee import CreditsFrom, PriceKind
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import cases, price_lists, sittings, what_if
from commission_app.services.price_lists import PriceListForm
from commission_app.ui.cases.tabs.credits_tab import CreditsTab
from commission_app.ui.places import Place
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from commission_app.ui.widgets.what_if_dialog import WhatIfDialog
from commission_app.ui.widgets.what_if_tree import COURSE, EVIDENCE, MORE, NAME, OUTCOME, THEN, UNIT
from tests import hearings, make
from tests.services.test_earlier_studies import NOT_MET, studied
from tests.ui.case_pages import open_case, tab_of
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def supposing(hall: Hall, tab: CreditsTab) -> WhatIfDialog:
    """The dialog, opened from the credits."""
    tab.what_if.click()
    dialog = hall.dialog(tab, WhatIfDialog)
    hall.wait()
    assert dialog.card is not None and not dialog.reset.isEnabled()
    return dialog


def uid_of(dialog: WhatIfDialog, code: str) -> str:
    """The key of an outcome by its code."""
    assert dialog.card is not None
    return next(uid for unit in dialog.card.units for uid, name in unit.outcomes if name.code == code)


def test_outcomes_evidence_and_reset_answer_at_once_and_nothing_is_stored(hall: Hall) -> None:
    office, case = hall.house.office, hall.house.facts.one_not_met
    version = office.ask(cases.card, case).version
    screen = open_case(hall.desk, hall.bot, case, "credits")
    tab = tab_of(screen, "credits")
    assert isinstance(tab, CreditsTab)
    hall.wait()
    dialog = supposing(hall, tab)
    tree, then, card = dialog.tree, dialog.then, dialog.card
    assert card is not None
    assert dialog.now[0].text() == "12 credit points (ECTS)" and then[0].text() == "–"
    wanting = uid_of(dialog, "DatZ1010.1")
    tree.setCurrentItem(tree.entry(OUTCOME, wanting))
    hall.bot.keyClick(tree, Qt.Key.Key_Plus)
    hall.bot.keyClick(tree, Qt.Key.Key_Plus)
    hall.wait()
    assert tree.supposition().results == {wanting: OutcomeResult.MET}
    assert (then[0].text(), then[1].text()) == ("18 credit points (ECTS)", "162 credit points (ECTS)")
    assert tree.entry(OUTCOME, wanting).text(THEN) == "met"
    dialog.down.click()
    hall.wait()
    assert then[0].text() == "12 credit points (ECTS)"
    diploma = tree.entry(EVIDENCE, card.basis.evidence[0].uid)
    diploma.setCheckState(NAME, Qt.CheckState.Unchecked)
    hall.wait()
    assert then[0].text() == "0 credit points (ECTS)"
    assert tree.entry(OUTCOME, uid_of(dialog, "DatZ1030.2")).text(THEN) == "without evidence"
    first, second, third = (unit.uid for unit in card.units)
    tree.entry(MORE, second).setCheckState(NAME, Qt.CheckState.Checked)
    hall.wait()
    assert then[0].text() == "6 credit points (ECTS)"
    assert "0 ECTS" in tree.entry(UNIT, third).text(THEN) and tree.entry(UNIT, first).text(THEN) == ""
    dialog.reset.click()
    hall.wait()
    assert not tree.supposition() and then[0].text() == "–" and not dialog.reset.isEnabled()
    assert tree.entry(UNIT, third).text(THEN) == ""
    hall.bot.keyClick(dialog, Qt.Key.Key_Escape)
    assert office.ask(cases.card, case).version == version


def test_a_course_taken_off_lessens_credits_and_the_fee_for_what_is_recognised(hall: Hall) -> None:
    office = hall.house.office
    form = PriceListForm("Cenrādis", PriceKind.PER_CREDIT, Procedure.HIGHER_EDUCATION, make.LONG_AGO, cents=1000)
    office.do(price_lists.store, None, None, replace(form, credits_from=CreditsFrom.RECOGNISED))
    facts = hall.house.facts
    case = make.scored_case(office, facts.edition, serial=50, commission_id=facts.commission, results=NOT_MET).id
    office.do(studied, case, ("DatZ1010", "DatZ1020"), 4000, "8")
    tab = tab_of(open_case(hall.desk, hall.bot, case, "credits"), "credits")
    assert isinstance(tab, CreditsTab)
    hall.wait()
    dialog = supposing(hall, tab)
    assert dialog.card is not None
    assert [label.text() for label in dialog.now][::2] == ["12 credit points (ECTS)", "120.00 EUR"]
    course = dialog.card.basis.given.studies[0].key
    dialog.tree.entry(COURSE, course).setCheckState(NAME, Qt.CheckState.Unchecked)
    hall.wait()
    assert [label.text() for label in dialog.then][::2] == ["6 credit points (ECTS)", "60.00 EUR"]
    assert office.ask(what_if.of_case, case).fee == dialog.card.fee
    dialog.reset.click()
    hall.wait()
    assert dialog.then[2].text() == "–"
    hall.bot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_sheet_is_shown_and_saved_from_the_credits(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = hall.house.facts.one_not_met
    tab = tab_of(open_case(hall.desk, hall.bot, case, "credits"), "credits")
    assert isinstance(tab, CreditsTab)
    hall.wait()
    tab.sheet.click()
    preview = hall.dialog(tab, PaperPreview)
    assert "Calculation of credits" in preview.windowTitle()
    preview.reject()
    target = tmp_path / "aprēķins.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    tab.excel.click()
    hall.wait()
    assert target.read_bytes().startswith(b"PK")


def test_members_suppose_while_they_talk_and_the_draft_stays(hall: Hall) -> None:
    house = hall.house
    table = hearings.opened(house, house.facts.one_not_met)
    screen = hall.open("sitting", table.id)
    assert isinstance(screen, SittingScreen)
    before = house.office.ask(sittings.sitting_card, table.id)
    screen.case.what_if.click()
    dialog = hall.dialog(screen, WhatIfDialog)
    hall.wait()
    tree = dialog.tree
    tree._turn(tree.entry(OUTCOME, uid_of(dialog, "DatZ1010.1")))
    hall.wait()
    assert dialog.then[0].text() == "18 credit points (ECTS)"
    closing = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Close")
    closing.click()
    hall.wait()
    assert house.office.ask(sittings.sitting_card, table.id) == before
    assert hall.gone == [] and Place("sitting", table.id) == screen.place
