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
from tests import empty
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


class Computer:
    """The one computer of the office: the program is started on it, left in good order, or loses its power."""

    def __init__(self, folder: Path, qtbot: QtBot, answers: Answers) -> None:
        self._settings = Settings(folder, settings_for(folder).database_url, "lv", "light")
        self._qtbot, self._answers = qtbot, answers
        self._session: Session | None = None
        empty.lay(folder / config.DATABASE_FILE)
        office = open_office(self._settings.database_url)
        found(office)
        office.close()

    def start(self) -> AtWork:
        """The program as it starts on a Monday: the window painted, the office open, nobody signed in yet."""
        alone = SingleInstance(config.user_folder(), self._settings.database_url)
        assert alone.first()
        session = self._session = Session(application(), self._settings, alone)
        session.window.resize(1500, 950)
        session.start()
        self._qtbot.waitUntil(lambda: session.jobs is not None, timeout=30_000)
        assert session.jobs is not None
        jobs = session.jobs
        return AtWork(Hands(session.window, LATVIAN, self._qtbot, lambda: jobs.busy), jobs.office, self._answers)

    def lose_power(self) -> None:
        """The window is gone without being closed: nothing is asked, kept or tidied up by it."""
        assert self._session is not None
        self._session.window.hide()
        self._end(self._session)

    def leave(self) -> None:
        """The window is closed as one closes it in the evening."""
        session = self._session
        if session is not None:
            _leave_everything(session.window)
            self._qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=30_000)
            self._end(session)

    def _end(self, session: Session) -> None:
        self._session = None
        session.end()
        session.deleteLater()
        self._qtbot.wait(1)


@pytest.fixture
def computer(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: Answers) -> Iterator[Computer]:
    """A computer with an office on it, switched off."""
    monkeypatch.setenv(config.FOLDER_VARIABLE, str(tmp_path / "settings"))
    standing = Computer(tmp_path / "data", qtbot, answers)
    yield standing
    standing.leave()


@pytest.fixture
def at_work(computer: Computer) -> AtWork:
    """The same computer, started."""
    return computer.start()


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
