"""Today: the counts and where they lead, what is late and lacking, the one case that is meant, the backup."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.case import Procedure, Step
from commission_app.services import backups, cases, drafts, due_list, sittings
from commission_app.services import today as today_desk
from commission_app.services.office import Office
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.today.today_screen import TodayScreen
from tests import make
from tests.documents.reading import words
from tests.ui.desks import open_at, press, quiet, type_in, went


@pytest.fixture
def edition(office: Office) -> int:
    """An office that can take applications."""
    make.institution(office)
    make.commission(office)
    return make.standard(office)


def test_a_new_office_is_led_to_its_first_application(desk: Desk, qtbot: QtBot, edition: int) -> None:
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    assert screen.empty.isVisible() and not screen.board.isVisible() and not screen.quiet.isVisible()
    places = went(screen)
    qtbot.mouseClick(screen.begin, Qt.MouseButton.LeftButton)
    assert places == [Place("intake")]


def test_the_board_counts_the_steps_and_each_leads_to_its_list(
    desk: Desk, qtbot: QtBot, office: Office, edition: int
) -> None:
    for serial in range(2):
        make.case(office, edition, serial=serial)
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    assert [tile.count.text() for tile in screen.board.tiles.values()] == ["2", "0", "0", "0"]
    places = went(screen)
    press(qtbot, screen.board.tiles[Step.IDENTIFICATION], Qt.Key.Key_Return)
    assert places == [Place("cases", "?step=identification")]


def test_what_is_late_stands_there_with_its_sentence_and_leads_to_the_case(
    desk: Desk, qtbot: QtBot, office: Office, edition: int
) -> None:
    long_ago = make.today(office) - timedelta(days=200)
    key = make.case(office, edition, received=long_ago).id
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    late = screen.groups["late"]
    assert late.isVisible() and len(late.texts()) == 1
    assert "days late" in late.row(0).accessibleDescription()
    places = went(screen)
    qtbot.mouseClick(late.row(0), Qt.MouseButton.LeftButton)
    assert places == [Place("case", key)]


def test_what_is_missing_is_said_in_words(desk: Desk, qtbot: QtBot, office: Office, edition: int) -> None:
    make.case(office, edition, procedure=Procedure.VOCATIONAL)
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    assert screen.groups["lacking"].row(0).accessibleDescription() == "The payment document is missing."


def test_many_rows_are_counted_whole_and_listed_at_a_press(
    desk: Desk, qtbot: QtBot, office: Office, edition: int
) -> None:
    long_ago = make.today(office) - timedelta(days=200)
    for serial in range(10):
        make.case(office, edition, serial=serial, received=long_ago)
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    late = screen.groups["late"]
    assert len(late.texts()) == 8 and late.every.isVisible() and "10" in late.every.text()
    places = went(screen)
    qtbot.mouseClick(late.every, Qt.MouseButton.LeftButton)
    assert places == [Place("cases", "?due=soon")]


def test_the_one_case_that_is_meant_is_opened_and_several_are_listed(
    desk: Desk, qtbot: QtBot, office: Office, edition: int
) -> None:
    keys = [make.case(office, edition, serial=serial).id for serial in range(2)]
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    places = went(screen)
    type_in(screen.words, "ķēniņš")
    press(qtbot, screen.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: places == [Place("case", keys[0])])
    screen.words.clear()
    type_in(screen.words, "Computer")
    press(qtbot, screen.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: places[1:] == [Place("cases", "Computer")])


def test_a_form_that_was_begun_is_offered_again(desk: Desk, qtbot: QtBot, office: Office, edition: int) -> None:
    office.do(drafts.keep, "intake", "", 0, '{"given_name": "Ģirts", "family_name": "Žņaugs"}')
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    begun = screen.groups["begun"]
    assert begun.row(0).accessibleDescription() == "Ģirts Žņaugs"
    places = went(screen)
    qtbot.mouseClick(begun.row(0), Qt.MouseButton.LeftButton)
    assert places == [Place("intake")]


def test_a_backup_is_made_proved_and_told(
    desk: Desk, qtbot: QtBot, office: Office, edition: int, tmp_path: Path
) -> None:
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    assert screen.backup.text.text() == "No verified backup has been made yet."
    qtbot.mouseClick(screen.backup.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Anna Ozola" in screen.backup.text.text(), timeout=15_000)
    quiet(desk, qtbot)
    folder = office.ask(backups.exit_folder)
    assert folder is not None and len(list(folder.glob("*.zip"))) == 1


def test_a_deadline_before_the_next_sitting_is_told_and_the_week_is_printed(
    desk: Desk, qtbot: QtBot, office: Office, edition: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = make.today(office) - timedelta(days=119)
    make.case(office, edition, received=received)
    (clash,) = office.ask(today_desk.desk).clashes
    screen = open_at(TodayScreen, desk, qtbot, Place("today"))
    group = screen.groups["clash"]
    assert "no sitting is planned!" in group.row(0).accessibleDescription()
    commission = office.ask(cases.card, clash.case_id).commission_id
    assert commission is not None
    office.do(sittings.plan, commission, clash.deadline + timedelta(days=2))
    screen.refresh()
    quiet(desk, qtbot)
    assert "sitting is only on" in group.row(0).accessibleDescription()
    target = tmp_path / "saraksts.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    screen.save_week.click()
    qtbot.waitUntil(target.exists, timeout=15_000)
    quiet(desk, qtbot)
    assert target.read_bytes().startswith(b"PK")
    printed = words(office.ask(due_list.as_paper, LATVIAN))
    assert clash.number in printed and "4 mēnešu termiņš" in printed
