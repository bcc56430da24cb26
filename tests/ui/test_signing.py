"""Signing in the window: papers put forward, signed with a key, on paper, elsewhere; what goes wrong is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from commission_app.documents.signing import check_pdf
from commission_app.rules.vocabulary.signing import RouteState, SigningWay, StepState
from commission_app.services import decisions, minutes_versions, signing_key, signing_queue
from commission_app.ui.preferences.preferences_screen import PreferencesScreen
from commission_app.ui.preferences.signing_page import SigningPage, TryKeyDialog
from commission_app.ui.registers.signing_dialogs import PutForwardDialog, SignDialog
from commission_app.ui.registers.signing_return_dialog import ReturnDialog
from commission_app.ui.registers.signing_route_dialog import RouteDialog
from commission_app.ui.registers.signing_screen import PAST, READY, WAITING, SigningScreen
from commission_app.ui.registers.signing_step_dialogs import (
    GiveBackDialog,
    PaperDayDialog,
    SubstituteDialog,
    TakeBackDialog,
)
from commission_app.ui.today.today_screen import TodayScreen
from tests import hearings, make, signers
from tests.documents.test_signing_check import signed
from tests.ui.desks import type_in
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


@pytest.fixture(autouse=True)
def own_choices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is chosen on this computer is kept in a folder of the test."""
    monkeypatch.setenv("COMMISSION_APP_CONFIG", str(tmp_path / "config"))


def queue(hall: Hall, tab: str = WAITING) -> SigningScreen:
    screen = hall.open("signing", tab=tab)
    assert isinstance(screen, SigningScreen)
    return screen


def press(hall: Hall, button: QPushButton) -> None:
    hall.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    hall.wait()


def choose_key(hall: Hall, path: Path) -> None:
    """The key is chosen in the preferences and tried there."""
    screen = hall.open("preferences", tab="signing")
    assert isinstance(screen, PreferencesScreen)
    page = screen.page()
    assert isinstance(page, SigningPage)
    page.file.set_value(str(path.with_name("absent.p12")))
    press(hall, page.store)
    assert "cannot be read" in page.form.field("file").error()
    page.file.set_value(str(path))
    press(hall, page.store)
    assert signing_key.choice().file == str(path)
    press(hall, page.try_button)
    dialog = hall.dialog(page, TryKeyDialog)
    type_in(dialog.secret, signers.PASSWORD)
    press(hall, dialog.deed)
    assert "Ķēniņš" in page.banner.text() or "valid until" in page.banner.text()


def put_forward(hall: Hall, kind: str, way: SigningWay, about: str = "") -> None:
    """The paper of a kind is chosen in the list and put forward."""
    screen = queue(hall, READY)
    rows = [row[0] for row in screen.ready.texts()]
    screen.ready.selectRow(rows.index(kind))
    press(hall, screen.forward_button)
    dialog = hall.dialog(screen, PutForwardDialog)
    dialog.way.set_value(way)
    press(hall, dialog.deed)
    assert not [one for one in screen.findChildren(PutForwardDialog) if one.isVisible()], about


def test_a_decision_goes_from_the_list_to_its_signature_in_the_window(hall: Hall, tmp_path: Path) -> None:
    office = hall.house.office
    table = hearings.decided(hall.house)
    decision = office.ask(decisions.of_case, table.cases[0])
    assert decision is not None
    assert queue(hall).none.isVisible(), "an empty list says how to begin"
    put_forward(hall, "decision", SigningWay.ELECTRONIC)
    (line,) = office.ask(signing_queue.queue)
    today = hall.open("today")
    assert isinstance(today, TodayScreen) and today.groups["signing"].texts() == ["1 paper"]
    screen = queue(hall)
    press(hall, screen.sign_button)
    dialog = hall.dialog(screen, SignDialog)
    type_in(dialog.secret, "x")
    press(hall, dialog.deed)
    assert "Choose the key file" in dialog.banner.text()
    dialog.reject()
    choose_key(hall, signers.key_file(tmp_path, signers.person("Ķēniņš-Āboļš Ģirts")))
    press(hall, screen.sign_button)
    dialog = hall.dialog(screen, SignDialog)
    type_in(dialog.secret, "nepareizi")
    press(hall, dialog.deed)
    assert "password" in dialog.form.field("secret").error() and not dialog.secret.text()
    assert not dialog.confirmed.isVisible()
    type_in(dialog.secret, signers.PASSWORD)
    press(hall, dialog.deed)
    assert line.due in dialog.form.field("confirmed").error() and dialog.confirmed.isVisible()
    dialog.confirmed.set_value(True)
    type_in(dialog.secret, signers.PASSWORD)
    press(hall, dialog.deed)
    hall.wait()
    card = office.ask(signing_queue.card, line.id)
    assert (card.line.state, card.steps[0].state) == (RouteState.COMPLETE, StepState.SIGNED)
    assert office.ask(decisions.of_case, table.cases[0]).signed_on == make.today(office)  # type: ignore[union-attr]
    assert len(check_pdf(office.ask(signing_queue.file, line.id))) == 1
    past = queue(hall, PAST)
    assert [row[4] for row in past.past.texts()] == ["signed by all"]


def test_minutes_are_signed_on_paper_by_both(hall: Hall) -> None:
    office = hall.house.office
    table = hearings.decided(hall.house)
    put_forward(hall, "minutes of the sitting", SigningWay.PAPER)
    screen = queue(hall)
    screen.table.opened.emit(screen.table.rows()[0])
    route = hall.dialog(screen, RouteDialog)
    assert "is signed on paper" in route.acts.reasons(route._offered(route.card)[0])  # type: ignore[arg-type]
    for _ in range(2):
        press(hall, route.acts.button)
        press(hall, hall.dialog(route, PaperDayDialog).deed)
    assert office.ask(minutes_versions.card, table.id).signed_on == make.today(office)
    assert route.card is not None and route.card.line.state is RouteState.COMPLETE
    route.close()


def test_somebody_else_signs_and_does_so_in_another_program(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hearings.decided(hall.house)
    put_forward(hall, "decision", SigningWay.OUTSIDE)
    screen = queue(hall)
    screen.table.opened.emit(screen.table.rows()[0])
    route = hall.dialog(screen, RouteDialog)
    offered = {act.label: act for act in route._offered(route.card)}  # type: ignore[arg-type]
    offered["Somebody else signs …"].doing()
    other = hall.dialog(route, SubstituteDialog)
    other.form.load({"name": "Žanete Šūpulīte", "order": "Nr. 12"})
    press(hall, other.deed)
    assert "Nr. 12" in route.table.texts()[0][1]
    offered["Give back unsigned …"].doing()
    back = hall.dialog(route, GiveBackDialog)
    press(hall, back.deed)
    assert back.isVisible(), "a remark is needed"
    back.reject()
    route.close()
    out_and_back(hall, screen, tmp_path, monkeypatch)


def out_and_back(hall: Hall, screen: SigningScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper is written into a folder, signed by another program, and taken back from there."""
    office, folder = hall.house.office, tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    press(hall, screen.out_button)
    (written,) = folder.iterdir()
    good = signed(signers.person("Čaks Ļaudaks"), written.read_bytes())
    (folder / "back.pdf").write_bytes(good)
    (folder / "else.pdf").write_bytes(b"%PDF-1.7 nothing")
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_: ([str(folder / "back.pdf"), str(folder / "else.pdf")], "")
    )
    press(hall, screen.back_button)
    taking = hall.dialog(screen, ReturnDialog)
    assert [row[3] for row in taking.table.texts()] == ["signed by somebody else", "cannot be taken"]
    assert "else.pdf is none of the papers that wait for a signature." in taking.said.text()
    assert not taking.deed.isEnabled(), "nothing can be taken yet"
    taking.confirmed.click()
    press(hall, taking.deed)
    (line,) = [one for one in office.ask(signing_queue.finished) if one.kind == "decision"]
    assert line.state is RouteState.COMPLETE
    assert office.ask(signing_queue.file, line.id) == good
    assert screen.none.isVisible()


def test_a_paper_is_taken_back_with_its_reason(hall: Hall) -> None:
    hearings.decided(hall.house)
    put_forward(hall, "decision", SigningWay.ELECTRONIC)
    screen = queue(hall)
    screen.table.opened.emit(screen.table.rows()[0])
    route = hall.dialog(screen, RouteDialog)
    next(act for act in route._offered(route.card) if act.label == "Take back from signing …").doing()  # type: ignore[arg-type]
    dialog = hall.dialog(route, TakeBackDialog)
    type_in(dialog.reason, "Labo vārdu")
    press(hall, dialog.deed)
    assert route.card is not None and route.card.line.state is RouteState.STOPPED
    hall.wait()
    assert screen.none.isVisible() and len(screen.ready.rows()) == 2, "it may be put forward again"
    route.close()
