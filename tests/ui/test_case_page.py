"""The page of a case: its head, the next lawful act, corrections, papers and history."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.case import CaseState, Procedure
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.services import cases, evidence
from commission_app.services.office import Office
from commission_app.ui.cases.case_acts import WithdrawDialog
from commission_app.ui.cases.case_dialogs import ClaimsDialog, NotesDialog, PaymentDialog, PersonDialog
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.tabs.application_tab import ApplicationTab
from commission_app.ui.cases.tabs.history_tab import DEED, HistoryTab
from commission_app.ui.cases.tabs.papers_tab import PapersTab
from commission_app.ui.cases.tabs.register import TABS, tabs_for
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.ui.case_pages import college, open_case, settle, tab_of


@pytest.fixture
def edition(office: Office) -> int:
    """The edition that one applies for."""
    return college(office)


def opened(kind: type[QDialog]) -> QDialog:
    """The dialog that is open."""
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def press_deed(desk: Desk, qtbot: QtBot, dialog: FormDialog) -> None:
    """Presses the deed of a dialog and waits until it is stored and closed."""
    dialog.deed.click()
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: not any(isinstance(w, type(dialog)) for w in QApplication.topLevelWidgets()))


def test_the_head_says_number_name_programme_and_deadline(
    office: Office, desk: Desk, qtbot: QtBot, edition: int
) -> None:
    case = make.case(office, edition)
    screen = open_case(desk, qtbot, case.id)
    assert screen.header.name.text() == f"{case.number} · Ģirts Ķēniņš-Āboļš"
    assert screen.header.programme.text().startswith("Computer Science · edition 2024")
    assert "decision due by" in screen.header.due.text()
    assert "days left" in screen.header.due.text()
    assert screen.header.state.text() == "received"
    assert screen.title() == f"{case.number} Ģirts Ķēniņš-Āboļš"


def test_the_prominent_button_is_the_next_lawful_act_and_leads_on(
    office: Office, desk: Desk, qtbot: QtBot, edition: int
) -> None:
    case = make.case(office, edition)
    screen = open_case(desk, qtbot, case.id)
    button = screen.header.acts.button
    assert button.text() == "Admit the application"
    button.click()
    settle(desk, qtbot)
    assert office.ask(cases.card, case.id).state is CaseState.ADMITTED
    qtbot.waitUntil(lambda: screen.header.state.text() == "admitted")
    assert not button.isVisible()
    assert "Close the documentation" in screen.header.acts._reason.text()


def test_an_act_that_is_not_lawful_says_why_in_the_menu(office: Office, desk: Desk, qtbot: QtBot, edition: int) -> None:
    case = make.case(office, edition)
    screen = open_case(desk, qtbot, case.id)
    menu = screen.header.acts.menu()
    dead = [entry.text() for entry in menu.actions() if entry.text() and not entry.isEnabled()]
    assert "Refer to a sitting" in dead
    withdraw = next(entry for entry in menu.actions() if entry.text() == "Close on withdrawal")
    assert withdraw.isEnabled()


def test_withdrawing_asks_for_the_reason_and_keeps_the_number(
    office: Office, desk: Desk, qtbot: QtBot, edition: int
) -> None:
    case = make.case(office, edition)
    screen = open_case(desk, qtbot, case.id)
    next(entry for entry in screen.header.acts.menu().actions() if entry.text() == "Close on withdrawal").trigger()
    dialog = opened(WithdrawDialog)
    assert isinstance(dialog, WithdrawDialog)
    dialog.deed.click()
    assert dialog.form.field("reason").error()
    qtbot.keyClicks(dialog.form.field("reason").input, "Went abroad")
    press_deed(desk, qtbot, dialog)
    card = office.ask(cases.card, case.id)
    assert (card.state, card.closed_reason, card.number) == (CaseState.WITHDRAWN, "Went abroad", case.number)


def test_the_tabs_are_those_of_the_procedure() -> None:
    names = {entry.name for entry in TABS}
    assert {"application", "portfolio", "papers", "history"} <= names
    assert "exam" not in {entry.name for entry in tabs_for(Procedure.HIGHER_EDUCATION)}
    assert "credits" not in {entry.name for entry in tabs_for(Procedure.VOCATIONAL)}


def test_a_place_leads_to_its_tab(office: Office, desk: Desk, qtbot: QtBot, edition: int) -> None:
    case = make.case(office, edition)
    screen = open_case(desk, qtbot, case.id, "history")
    assert screen.tab("history") is not None
    assert screen.tab("portfolio") is None
    screen.turn_to(Place("case", case.id, "portfolio"))
    settle(desk, qtbot)
    assert screen.tab("portfolio") is not None


def test_a_place_named_before_the_case_has_come_is_not_forgotten(
    office: Office, desk: Desk, qtbot: QtBot, edition: int
) -> None:
    place = Place("case", make.case(office, edition).id, "papers")
    screen = CaseScreen(desk, place)
    qtbot.addWidget(screen)
    screen.turn_to(place)
    screen.refresh()
    settle(desk, qtbot)
    assert screen.tab("papers") is not None


def test_payment_and_notes_are_corrected_where_they_are_read(
    office: Office, desk: Desk, qtbot: QtBot, edition: int
) -> None:
    case = make.case(office, edition)
    tab = tab_of(open_case(desk, qtbot, case.id), "application")
    assert isinstance(tab, ApplicationTab)
    tab.edits["payment"].click()
    payment = opened(PaymentDialog)
    assert isinstance(payment, PaymentDialog)
    qtbot.keyClicks(payment.fee, "12,5")
    qtbot.keyClicks(payment.form.field("document").input, "MU 118")
    press_deed(desk, qtbot, payment)
    assert office.ask(cases.card, case.id).payment.fee_cents == 1250
    qtbot.waitUntil(lambda: tab.facts["payment"].text("Fee, euro") == "12.50")
    settle(desk, qtbot)
    tab.edits["notes"].click()
    notes = opened(NotesDialog)
    assert isinstance(notes, NotesDialog)
    notes.day.set_value(date(2026, 1, 5))
    qtbot.keyClicks(notes.form.field("external_number").input, "4-8/213")
    press_deed(desk, qtbot, notes)
    assert office.ask(cases.card, case.id).external_number == "4-8/213"


def test_a_name_is_corrected_and_the_case_is_called_by_it(
    office: Office, desk: Desk, qtbot: QtBot, edition: int
) -> None:
    case = make.case(office, edition)
    screen = open_case(desk, qtbot, case.id)
    screen.edit()
    dialog = opened(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    dialog.fields.family.selectAll()
    qtbot.keyClicks(dialog.fields.family, "Ozols")
    press_deed(desk, qtbot, dialog)
    qtbot.waitUntil(lambda: screen.header.name.text().endswith("Ģirts Ozols"))


def test_units_are_settled_anew_and_none_is_refused(office: Office, desk: Desk, qtbot: QtBot, edition: int) -> None:
    case = make.case(office, edition)
    tab = tab_of(open_case(desk, qtbot, case.id), "application")
    assert isinstance(tab, ApplicationTab)
    tab.edits["claims"].click()
    dialog = opened(ClaimsDialog)
    assert isinstance(dialog, ClaimsDialog)
    settle(desk, qtbot)
    dialog.ticks.none.click()
    dialog.deed.click()
    settle(desk, qtbot)
    assert dialog.form.field("unit_ids").error()
    dialog.ticks.list.item(0).setCheckState(Qt.CheckState.Checked)
    press_deed(desk, qtbot, dialog)
    assert len(office.ask(cases.card, case.id).claims) == 1


def test_earlier_cases_of_the_person_lead_to_their_pages(
    office: Office, desk: Desk, qtbot: QtBot, edition: int
) -> None:
    first = make.case(office, edition)
    person = office.ask(cases.card, first.id).person_id
    second = make.case(office, edition, person_id=person)
    screen = open_case(desk, qtbot, second.id)
    links = [button for button in screen.findChildren(QPushButton) if button.text().startswith(first.number)]
    with qtbot.waitSignal(screen.go) as gone:
        links[0].click()
    assert gone.args == [Place("case", first.id)]


def test_the_papers_of_a_case_are_shown_ready_for_the_printer(
    office: Office, desk: Desk, qtbot: QtBot, edition: int
) -> None:
    case = make.case(office, edition)
    tab = tab_of(open_case(desk, qtbot, case.id, "papers"), "papers")
    assert isinstance(tab, PapersTab)
    tab.buttons[("receipt", "lv")].click()
    settle(desk, qtbot)
    preview = opened(PaperPreview)
    assert isinstance(preview, PaperPreview)
    assert preview.view.page_count() == 1
    assert case.number in preview.windowTitle()
    preview.close()
    qtbot.waitUntil(lambda: not any(isinstance(w, PaperPreview) for w in QApplication.topLevelWidgets()))


def test_the_history_tells_acts_and_fields_in_words(office: Office, desk: Desk, qtbot: QtBot, edition: int) -> None:
    case = make.case(office, edition)
    make.move(office, case.id, cases.admit)
    for number in range(3):
        office.do(evidence.attach, case.id, evidence.EvidenceForm(EvidenceKind.CV, f"CV {number}"))
    tab = tab_of(open_case(desk, qtbot, case.id, "history"), "history")
    assert isinstance(tab, HistoryTab)
    tops = [tab.tree.topLevelItem(at) for at in range(tab.tree.topLevelItemCount())]
    assert [top.text(DEED) for top in tops if top][:3] == [
        "Evidence attached (× 3)",
        "Application admitted",
        "Application received",
    ]
    admitted = tops[1]
    assert admitted is not None
    fields = [child.text(DEED) for at in range(admitted.childCount()) if (child := admitted.child(at))]
    assert fields == ["state: received → admitted", "step: identification → documentation"]
