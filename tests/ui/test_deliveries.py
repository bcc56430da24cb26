"""Sending in the window: a letter asks for more, a decision goes by post, comes back, goes as an e-mail draft."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commission_app.i18n import LATVIAN
from commission_app.rules.declension import GrammaticalCase, said_name
from commission_app.rules.vocabulary.delivery import DeliveryChannel, DeliveryStand, LetterKind
from commission_app.services import case_list, case_waits, cases, deliveries, letters
from commission_app.services import today as today_desk
from commission_app.services.deliveries import DeliveryForm
from commission_app.services.office import Office
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.tabs import delivery_panel
from commission_app.ui.cases.tabs.delivery_dialogs import LetterDialog, OnDayDialog, ReturnDialog, SendPaperDialog
from commission_app.ui.cases.tabs.delivery_panel import DeliveryPanel
from commission_app.ui.cases.tabs.papers_tab import PapersTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.today.today_screen import TodayScreen
from commission_app.ui.widgets.form_dialog import FormDialog
from tests import hearings, make
from tests.hearings import House
from tests.ui.case_pages import open_case, settle, tab_of
from tests.ui.desks import open_at, press, type_in, went

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


def opened(panel: DeliveryPanel, kind: type[D]) -> D:
    """The dialog that is open."""
    return next(dialog for dialog in panel.findChildren(kind) if dialog.isVisible())


def papers_of(desk: Desk, qtbot: QtBot, case: int) -> tuple[CaseScreen, PapersTab]:
    """The page of a case at its papers."""
    screen = open_case(desk, qtbot, case, "papers")
    tab = tab_of(screen, "papers")
    assert isinstance(tab, PapersTab)
    return screen, tab


def declined_for_whom(qtbot: QtBot, desk: Desk, dialog: LetterDialog, name: str) -> None:
    """A name that nobody has touched follows the language; what was typed is kept."""
    assert dialog.kind.value() is LetterKind.MORE_INFORMATION
    assert dialog.recipient.value() == said_name(name, GrammaticalCase.DATIVE) != name
    dialog.tongue.set_value("en")
    settle(desk, qtbot)
    assert dialog.recipient.value() == name
    dialog.recipient.set_value("Aijai B.")
    dialog.tongue.set_value("lv")
    settle(desk, qtbot)
    assert dialog.recipient.value() == "Aijai B."


def test_what_is_lacking_is_asked_for_and_the_term_stands_still_until_the_answer(
    qtbot: QtBot, desk: Desk, paper_house: House
) -> None:
    office, case = paper_house.office, paper_house.facts.met
    before = office.ask(cases.card, case)
    screen, tab = papers_of(desk, qtbot, case)
    panel = tab.delivery
    assert "Nothing has been sent" in panel.said.text()
    panel.acts.button.click()
    dialog = opened(panel, LetterDialog)
    settle(desk, qtbot)
    declined_for_whom(qtbot, desk, dialog, before.applicant)
    assert dialog.form.field("answer_until").isVisible() and not dialog.form.field("typed_number").isVisible()
    dialog.deed.click()
    settle(desk, qtbot)
    assert dialog.isVisible(), "the day until which an answer is awaited is not said yet"
    dialog.kind.set_value(LetterKind.OTHER)
    settle(desk, qtbot)
    assert dialog.form.field("answer_until").isHidden() and "{until}" not in dialog.text.value()
    typed = dialog.text.value() + "\nMans teikums."
    dialog.text.set_value(typed)
    dialog.kind.set_value(LetterKind.CLOSED)
    settle(desk, qtbot)
    assert dialog.text.value() == typed, "what was typed is not written over"
    dialog.text.set_value("")
    dialog.kind.set_value(LetterKind.MORE_INFORMATION)
    settle(desk, qtbot)
    dialog.until.set_value(before.deadline)
    dialog.by_head.set_value(False)
    dialog.deed.click()
    settle(desk, qtbot)
    (letter,) = office.ask(letters.of_case, case)
    assert letter.answer_until == before.deadline and "{" not in letter.title
    assert screen.header.still.isVisible() and "Stood still" in screen.header.due.toolTip()
    panel.buttons[("answered", letter.id)].click()
    opened(panel, OnDayDialog).deed.click()
    settle(desk, qtbot)
    assert office.ask(cases.card, case).deadline == before.deadline
    assert not screen.header.still.isVisible()
    assert ("letter", "lv") in tab.buttons, "the letter stands among the papers"


def test_a_decision_is_sent_comes_back_and_goes_by_mail(
    qtbot: QtBot, desk: Desk, paper_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts: list[tuple[str, bytes]] = []
    monkeypatch.setattr(delivery_panel, "open_outside", lambda _w, _d, name, data: drafts.append((name, data)))
    office = paper_house.office
    case = hearings.registered(paper_house)
    panel = papers_of(desk, qtbot, case)[1].delivery
    panel.acts.button.click()
    dialog = opened(panel, SendPaperDialog)
    assert dialog.channel.value() is DeliveryChannel.REGISTERED_POST
    press(qtbot, dialog, Qt.Key.Key_Escape)
    panel.acts.button.click()
    dialog = opened(panel, SendPaperDialog)
    dialog.address.set_value("Brīvības iela 1, Rīga")
    dialog.deed.click()
    settle(desk, qtbot)
    assert dialog.isVisible(), "a registered item has a number"
    type_in(dialog.item, "RR123456789LV")
    dialog.deed.click()
    settle(desk, qtbot)
    (line,) = office.ask(deliveries.of_case, case).sent
    assert line.item_number == "RR123456789LV" and "may be contested until" in panel.said.text()
    panel.buttons[("returned", line.id)].click()
    back = opened(panel, ReturnDialog)
    back.reason.setCurrentIndex(1)
    back.deed.click()
    settle(desk, qtbot)
    (line,) = office.ask(deliveries.of_case, case).sent
    assert line.stand is DeliveryStand.RETURNED
    panel.buttons[("again", line.id)].click()
    dialog = opened(panel, SendPaperDialog)
    dialog.channel.set_value(DeliveryChannel.EMAIL)
    assert dialog.form.field("draft").isVisible() and dialog.form.field("item_number").isHidden()
    dialog.address.set_value("aija@example.lv")
    dialog.deed.click()
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: bool(drafts), timeout=15_000)
    assert Path(drafts[0][0]).suffix == ".eml" and b"X-Unsent: 1" in drafts[0][1]
    assert len(office.ask(deliveries.of_case, case).sent) == 2


def test_what_is_sent_asked_and_due_stands_there_and_every_count_is_its_list(
    desk: Desk, qtbot: QtBot, paper_house: House
) -> None:
    office, today = paper_house.office, make.today(paper_house.office)
    first, second = hearings.decided(paper_house, paper_house.facts.met, paper_house.facts.also_met).cases
    for key, channel in ((first, DeliveryChannel.POST), (second, DeliveryChannel.IN_PERSON)):
        hearings.register(office, key)
        (paper,) = office.ask(deliveries.of_case, key).papers
        office.do(deliveries.send, key, DeliveryForm(paper.uid, channel, "Aija Bērziņa", "Rīga", today))
    open_case = paper_house.facts.none_met
    held = office.ask(cases.card, open_case)
    form = office.ask(letters.proposal, open_case, LetterKind.MORE_INFORMATION, LATVIAN)
    until = today + timedelta(days=3)
    asking = replace(form, text="Lūdzam iesniegt.", answer_until=until, by_head=False)
    office.do(letters.write, open_case, held.version, asking)
    desk_now = office.ask(today_desk.desk)
    counts = {
        case_waits.NOTIFICATION: desk_now.sent_total,
        case_waits.CONTEST: desk_now.contestable_total,
        case_waits.ANSWER: desk_now.asked_total,
        case_waits.CLASH: desk_now.clashes_total,
    }
    for what, total in counts.items():
        assert len(office.ask(case_list.ids, filters={"waits": what})) == total, what
    assert (desk_now.sent_total, desk_now.contestable_total, desk_now.asked_total) == (1, 1, 1)
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    places = went(screen)
    for name in ("sent", "contest", "asked"):
        assert screen.groups[name].isVisible()
        screen.groups[name].row(0).click()
    assert [(place.key, place.tab) for place in places] == [
        (first, "papers"),
        (second, "appeals"),
        (open_case, "papers"),
    ]
