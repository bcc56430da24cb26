"""Digital twins in the window: what is missing is named, what is complete is saved, many at once into a folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from commission_app.exchange.credential import read_credential
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.services import certificates, keys, papers
from commission_app.services.office import Office
from commission_app.ui.cases.twin_texts_dialog import TwinTextsDialog
from commission_app.ui.cases.twins_act import twins_act
from commission_app.ui.cases.twins_dialog import TwinsDialog
from commission_app.ui.desk import Desk
from commission_app.ui.registers.twins_batch_dialog import TwinsBatchDialog
from tests import make
from tests.hearings import House
from tests.services.test_twins import ELM, ELMO, PASSPHRASE, half_forgotten, issued, with_key, with_website
from tests.ui.desks import quiet, type_in
from tests.ui.test_decisions_and_exams import office, open_dialog, press, told

__all__ = ["office", "told"]

BADGE = PaperKind.CREDENTIAL_BADGE


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page that dialogs stand upon."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def saved_to(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """The person saves every file under the name that is offered, into a folder."""

    def chosen(_parent: QWidget, _title: str, name: str = "", *_: object) -> tuple[str, str]:
        return str(folder / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def test_twins_are_named_incomplete_then_saved_and_put_into_the_certificate(
    qtbot: QtBot, told: Desk, page: QWidget, paper_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house_office, key = paper_house.office, issued(paper_house)
    saved_to(monkeypatch, tmp_path)
    twins_act(told, house_office.ask(certificates.card, key), page).doing()
    dialog = open_dialog(page, TwinsDialog)
    assert isinstance(dialog, TwinsDialog)
    quiet(told, qtbot)
    elm, badge, elmo = (dialog.cards[kind] for kind in (ELM, BADGE, ELMO))
    assert (elm.chip.text(), badge.chip.text(), elmo.chip.text()) == ("complete", "incomplete", "incomplete")
    assert "Preferences, Institution" in elmo.missing.text() and not elmo.save.isEnabled()
    assert "Keys" in badge.missing.text()
    assert dialog.tells.text("Personal code") == "left out"
    assert dialog.tells.text("Languages") == "Latvian, English"
    press(qtbot, elm.save)
    number = papers.file_name(house_office.ask(certificates.card, key).number).removesuffix(papers.SUFFIX)
    file = tmp_path / f"{number}.elm.json"
    qtbot.waitUntil(lambda: file.exists() and "Saved" in dialog.banner.text())
    assert read_credential(file.name, "", file.read_bytes()).holder == house_office.ask(certificates.card, key).holder
    qtbot.waitUntil(lambda: file.name in elm.kept.text())
    unlock(qtbot, told, dialog, house_office)
    qtbot.waitUntil(elmo.save.isEnabled)
    press(qtbot, badge.save)
    qtbot.waitUntil((tmp_path / f"{number}.badge.jwt").exists)
    quiet(told, qtbot)
    press(qtbot, dialog.attach["lv"])
    paper = tmp_path / f"{number}.pdf"
    qtbot.waitUntil(paper.exists)
    quiet(told, qtbot)
    assert len(paper.read_bytes()) > len(house_office.ask(papers.certificate, key, LATVIAN))
    dialog.at_issue.click()
    quiet(told, qtbot)
    assert dialog.held is not None and dialog.held.at_issue
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(TwinsDialog) is None)


def unlock(qtbot: QtBot, desk: Desk, dialog: TwinsDialog, house_office: Office) -> None:
    """The institution gets an address in the net and a key; the key is unlocked with its passphrase alone."""
    house_office.do(with_website)
    with_key(house_office)
    house_office.ask(keys.lock)
    badge = dialog.cards[BADGE]
    dialog.with_birth.click()
    quiet(desk, qtbot)
    assert badge.unlock.isVisible() and not badge.save.isVisible()
    type_in(badge.passphrase, "nepareizi")
    press(qtbot, badge.unlock)
    qtbot.waitUntil(lambda: "passphrase" in dialog.banner.text().lower())
    assert badge.passphrase.text() == ""
    type_in(badge.passphrase, PASSPHRASE)
    qtbot.keyClick(badge.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(badge.save.isVisible)


def test_texts_that_are_missing_are_typed_where_they_are_named(
    qtbot: QtBot, told: Desk, page: QWidget, paper_house: House
) -> None:
    house_office, key = paper_house.office, issued(paper_house)
    house_office.do(half_forgotten, key)
    dialog = TwinsDialog(told, key, "A-1", page)
    dialog.open()
    quiet(told, qtbot)
    assert "English title of unit" in dialog.cards[ELM].missing.text()
    press(qtbot, dialog.texts)
    quiet(told, qtbot)
    asked = open_dialog(dialog, TwinTextsDialog)
    assert isinstance(asked, TwinTextsDialog)
    for field, text in zip(asked.fields, ("Course No. 1", "designs a network"), strict=True):
        type_in(field, text)
    press(qtbot, asked.deed)
    quiet(told, qtbot)
    assert dialog.cards[ELM].chip.text() == "complete" and not dialog.texts.isVisible()
    dialog.reject()


def test_the_twins_of_a_year_leave_into_a_folder_and_what_is_incomplete_is_told(
    qtbot: QtBot, told: Desk, page: QWidget, paper_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house_office, key = paper_house.office, issued(paper_house)
    saved_to(monkeypatch, tmp_path)
    dialog = TwinsBatchDialog(told, make.today(house_office).year, (), page)
    dialog.open()
    quiet(told, qtbot)
    assert dialog.told.text().startswith("1 certificate holds")
    dialog.kinds[ELMO].click()
    press(qtbot, dialog.deed)
    qtbot.waitUntil(dialog.outcome.isVisible)
    assert [path.suffix for path in tmp_path.iterdir() if path.name.endswith(".elm.json")] == [".json"]
    said, why = dialog.outcome.text().splitlines()
    assert said == "1 digital twin is saved."
    assert house_office.ask(certificates.card, key).number in why and "address in the net" in why
    dialog.reject()
