"""A desk in a furnished house, for tests of the screens about sittings and registers."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from commission_app.config import Settings
from commission_app.i18n import ENGLISH
from commission_app.ui.desk import Desk
from commission_app.ui.jobs import Jobs
from commission_app.ui.memory import Memory
from commission_app.ui.places import Place
from commission_app.ui.problems import Problems
from commission_app.ui.screen import Screen
from commission_app.ui.screens import open_screen
from tests.hearings import House

PATIENCE_SECONDS = 20.0
_QUIET_TURNS = 6
W = TypeVar("W", bound=QWidget)


class Hall:
    """Opens screens on the house, and waits until what was asked for has come."""

    def __init__(self, house: House, desk: Desk, qtbot: QtBot) -> None:
        self.house, self.desk, self.bot = house, desk, qtbot
        self.gone: list[Place] = []

    def open(self, kind: str, key: int | None = None, tab: str | None = None) -> Screen:
        """The screen of a place, filled."""
        screen = open_screen(self.desk, Place(kind, key, tab))
        self.bot.addWidget(screen)
        screen.go.connect(self.gone.append)
        screen.resize(1280, 800)
        screen.show()
        screen.refresh()
        self.wait()
        return screen

    def wait(self) -> None:
        """Waits until nothing is on its way, and what came is shown."""
        until, quiet = time.monotonic() + PATIENCE_SECONDS, 0
        while time.monotonic() < until and quiet < _QUIET_TURNS:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            time.sleep(0.005)
            quiet = 0 if self.desk.jobs.busy else quiet + 1

    def dialog(self, screen: QWidget, kind: type[W]) -> W:
        """The dialog that stands open over a screen."""
        self.wait()
        found = next(one for one in screen.findChildren(kind) if one.isVisible())
        assert isinstance(found, QDialog)
        return found


@pytest.fixture
def hall(paper_house: House, qtbot: QtBot, tmp_path: Path) -> Iterator[Hall]:
    """A desk in English in a furnished house; nothing may be left undone at the end."""
    jobs, problems = Jobs(paper_house.office), Problems(ENGLISH)
    jobs.troubled.connect(problems.show)
    desk = Desk(jobs, ENGLISH, problems, Memory(tmp_path), Settings(tmp_path, "sqlite", "en", "light"))
    yield Hall(paper_house, desk, qtbot)
    jobs.close()
    qtbot.wait(1)
