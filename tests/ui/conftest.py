"""A desk for the tests of the window: a real office on a fresh database, and jobs with real threads."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commission_app.app import open_office
from commission_app.config import Settings, settings_for
from commission_app.i18n import ENGLISH
from commission_app.services import opening
from commission_app.services.office import Office
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.jobs import Jobs
from commission_app.ui.memory import Memory
from commission_app.ui.problems import Problems


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the newest shape with nobody in it."""
    folder = tmp_path_factory.mktemp("empty")
    opening.open_office(settings_for(folder).database_url, create=True).close()
    return folder


@pytest.fixture
def settings(empty_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings that point to a copy of the empty database."""
    monkeypatch.setenv("COMMISSION_APP_CONFIG", str(tmp_path / "config"))
    shutil.copytree(empty_database, tmp_path / "data")
    return Settings(tmp_path / "data", settings_for(tmp_path / "data").database_url, "en", "light")


@pytest.fixture
def office(settings: Settings) -> Iterator[Office]:
    """The office on it."""
    office = open_office(settings)
    yield office
    office.close()


@pytest.fixture
def jobs(office: Office, qtbot: QtBot) -> Iterator[Jobs]:
    """Its jobs; nothing may be left undone at the end: what was typed a blink ago is kept, as when one leaves."""
    jobs = Jobs(office)
    yield jobs
    for widget in QApplication.allWidgets():
        if isinstance(widget, Form):
            widget.keep_typed()
    jobs.close()
    qtbot.wait(1)


@pytest.fixture
def desk(jobs: Jobs, settings: Settings, tmp_path: Path) -> Desk:
    """A desk in English."""
    return Desk(jobs, ENGLISH, Problems(ENGLISH), Memory(tmp_path), settings)
