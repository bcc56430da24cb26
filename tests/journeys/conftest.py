"""A real office in a folder, the real window on it, and a secretary's hands; dialogs of files are answered by path."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from commission_app import config
from commission_app.app import Session, application
from commission_app.config import Settings, settings_for
from commission_app.i18n import LATVIAN
from commission_app.services.opening import open_office
from commission_app.ui.main_window import MainWindow
from commission_app.ui.single_instance import SingleInstance
from tests.journeys.desks import Answers, AtWork, found
from tests.journeys.hands import Hands


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Qt's file dialogs answer without being shown."""
    given = Answers(tmp_path / "papers")
    given.folder.mkdir()

    def save(_parent: object, _title: str, name: str = "", *_: object) -> tuple[str, str]:
        given.saved = given.folder / Path(name).name
        return str(given.saved), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(given.opening or ""), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return given


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: Answers) -> Iterator[AtWork]:
    """The program as it starts on a Monday: the window painted, the office open, nobody signed in yet."""
    monkeypatch.setenv(config.FOLDER_VARIABLE, str(tmp_path / "settings"))
    folder = tmp_path / "data"
    settings = Settings(folder, settings_for(folder).database_url, "lv", "light")
    office = open_office(settings.database_url, create=True)
    found(office)
    office.close()
    alone = SingleInstance(config.user_folder(), settings.database_url)
    assert alone.first()
    session = Session(application(), settings, alone)
    session.window.resize(1500, 950)
    session.start()
    qtbot.waitUntil(lambda: session.jobs is not None, timeout=30_000)
    assert session.jobs is not None
    jobs = session.jobs
    hands = Hands(session.window, LATVIAN, qtbot, lambda: jobs.busy)
    yield AtWork(hands, jobs.office, answers)
    _leave_everything(session.window)
    qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=30_000)
    session.end()
    session.deleteLater()
    qtbot.wait(1)


def _leave_everything(window: MainWindow) -> None:
    """A journey that broke off leaves dialogs and words behind; nobody is there any more to answer for them."""
    for dialog in (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)):
        dialog.close()
    impatient = QTimer(window, interval=100)
    impatient.timeout.connect(lambda: _press_on(QApplication.activeModalWidget()))
    impatient.start()
    window.close()
    impatient.stop()


def _press_on(asked: QWidget | None) -> None:
    if isinstance(asked, QMessageBox):
        asked.buttons()[0].click()
