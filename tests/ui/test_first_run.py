"""The first run as a person goes through it: folder, institution, name; or data that stand; or the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commission_app import config
from commission_app.config import settings_for
from commission_app.i18n import ENGLISH
from commission_app.rules.vocabulary.institution import InstitutionKind, OfficeRole
from commission_app.services import commissions, demo, first_start, institution, users
from commission_app.services.office import Office
from commission_app.services.opening import open_office
from commission_app.ui.first_run.first_window import INSTITUTION, PEOPLE, WHERE, FirstWindow


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[FirstWindow]:
    """The first window of a computer that knows nothing yet."""
    monkeypatch.setenv(config.FOLDER_VARIABLE, str(tmp_path / "config"))
    window = FirstWindow(ENGLISH, tmp_path / "Dati ēkā")
    qtbot.addWidget(window)
    window.show()
    yield window
    window.labour.end()


def on(window: FirstWindow, qtbot: QtBot) -> None:
    """Presses the way on and waits."""
    qtbot.mouseClick(window.on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.labour.busy, timeout=20_000)


def test_three_pages_begin_an_office(window: FirstWindow, qtbot: QtBot, tmp_path: Path) -> None:
    on(window, qtbot)
    assert window.pages.currentIndex() == INSTITUTION
    on(window, qtbot)
    assert window.institution.form.field("name_lv").error()
    window.institution.form.load({"name_lv": "Ķeguma tehnikums", "kind": InstitutionKind.VOCATIONAL_SCHOOL})
    on(window, qtbot)
    assert window.pages.currentIndex() == PEOPLE
    window.people.form.load({"name": "Ņina Žņauga", "commission": "Eksāmenu komisija", "chair": "Jānis Ābols"})
    on(window, qtbot)
    assert window.settings is not None
    stored = config.load()
    assert stored is not None
    assert (stored.database_url, stored.language) == (window.settings.database_url, "en")
    assert stored.data_dir == tmp_path / "Dati ēkā"
    office = open_office(stored.database_url)
    card = office.ask(institution.card)
    assert card is not None
    assert (card.form.name_lv, card.form.kind) == ("Ķeguma tehnikums", InstitutionKind.VOCATIONAL_SCHOOL)
    assert [(row.name, row.role) for row in office.ask(users.users)] == [("Ņina Žņauga", OfficeRole.ADMINISTRATOR)]
    assert [line.form.name for line in office.ask(commissions.commissions)[0].members] == ["Jānis Ābols"]
    office.close()


def test_data_that_stand_are_opened_without_more_questions(window: FirstWindow, qtbot: QtBot, tmp_path: Path) -> None:
    standing = settings_for(tmp_path / "Dati ēkā")
    asked = first_start.Beginning(institution.InstitutionForm("Amatas koledža"), users.UserForm("Anna Ozola"))
    first_start.begin(standing.database_url, asked)
    on(window, qtbot)
    assert window.settings is not None
    assert window.settings.database_url == standing.database_url


def test_a_folder_that_a_cloud_copies_is_warned_of(window: FirstWindow, tmp_path: Path) -> None:
    assert window.where.warning.text() == ""
    window.where.folder.setText(str(tmp_path / "OneDrive" / "dati"))
    assert "cloud" in window.where.warning.text()


def test_an_address_that_is_none_is_refused_at_its_field(window: FirstWindow, qtbot: QtBot) -> None:
    window.where.server.setChecked(True)
    on(window, qtbot)
    assert window.where._address_field.error()
    window.where.address.setText("mysql://x/y")
    on(window, qtbot)
    assert "mysql" in window.where._address_field.error()
    assert window.pages.currentIndex() == WHERE
    assert config.load() is None


def test_a_server_that_does_not_answer_is_told(window: FirstWindow, qtbot: QtBot) -> None:
    window.where.server.setChecked(True)
    window.where.address.setText("postgresql://nobody@127.0.0.1:1/nothing")
    qtbot.mouseClick(window.where.test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.labour.busy, timeout=20_000)
    assert window.where._address_field.error()


def test_another_language_keeps_the_folder(window: FirstWindow, tmp_path: Path) -> None:
    window.where.folder.setText(str(tmp_path / "cita"))
    window.speak("lv")
    assert window.where.folder.value() == str(tmp_path / "cita")
    assert window.on.text() == "Tālāk"


def test_going_away_stores_nothing(window: FirstWindow, tmp_path: Path) -> None:
    window.reject()
    assert window.settings is None
    assert config.load() is None
    assert not (tmp_path / "Dati ēkā").exists()


def test_the_sample_is_looked_at_without_being_remembered(
    window: FirstWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = first_start.Beginning(institution.InstitutionForm("Amatas koledža"), users.UserForm("Anna Ozola"))

    def furnish(where: Path) -> Office:
        """A sample that is made in a blink."""
        first_start.begin(str(where), asked)
        return open_office(where)

    monkeypatch.setattr(demo, "furnish", furnish)
    qtbot.mouseClick(window.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.settings is not None, timeout=20_000)
    assert window.settings is not None
    assert first_start.standing(window.settings.database_url) == "Amatas koledža"
    assert config.load() is None
