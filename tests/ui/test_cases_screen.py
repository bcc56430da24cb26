"""The list of cases: what it shows, how it is narrowed, where Enter leads, and the workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from commission_app.services import case_list, cases, today
from commission_app.services.office import Office
from commission_app.ui.cases.cases_screen import CasesScreen
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from tests import make
from tests.ui.desks import open_at, press, quiet, type_in, went


@pytest.fixture
def three(office: Office) -> list[int]:
    """Three applications; the second is admitted."""
    make.institution(office)
    make.commission(office)
    edition = make.standard(office)
    keys = [make.case(office, edition, serial=serial).id for serial in range(3)]
    make.move(office, keys[1], cases.admit)
    return keys


def shown(screen: CasesScreen) -> list[str]:
    """The applicants in the list, from above."""
    model = screen.list.model
    return [str(model.data(model.index(row, 1))) for row in range(model.rowCount())]


def test_an_empty_list_says_so_and_leads_to_the_counter(desk: Desk, qtbot: QtBot) -> None:
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    assert screen.list.empty.isVisible() and not screen.begin.isVisible()
    places = went(screen)
    qtbot.mouseClick(screen.list.empty.button, Qt.MouseButton.LeftButton)
    assert places == [Place("intake")]


def test_the_newest_case_stands_first_and_enter_opens_it(desk: Desk, qtbot: QtBot, three: list[int]) -> None:
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    assert shown(screen) == ["Žņaugs, Ņina", "Šūpulīte, Žanete", "Ķēniņš-Āboļš, Ģirts"]
    assert screen.list.line.count_text() == "3 rows"
    places = went(screen)
    screen.focus_first()
    press(qtbot, screen.list.table, Qt.Key.Key_Return)
    assert places == [Place("case", three[2])]


def test_words_and_chips_narrow_the_list(desk: Desk, qtbot: QtBot, three: list[int]) -> None:
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    type_in(screen.list.line.line, "zanete")
    qtbot.waitUntil(lambda: shown(screen) == ["Šūpulīte, Žanete"])
    screen.list.line.line.clear()
    screen.list.line.choose("state", "received")
    qtbot.waitUntil(lambda: shown(screen) == ["Žņaugs, Ņina", "Ķēniņš-Āboļš, Ģirts"])


def test_a_filter_that_nothing_matches_says_so_and_is_taken_off_at_a_press(
    desk: Desk, qtbot: QtBot, three: list[int]
) -> None:
    screen = open_at(CasesScreen, desk, qtbot, Place("cases", "?due=late"))
    assert screen.list.unmatched.isVisible() and screen.list.line.count_text() == "0 rows"
    qtbot.mouseClick(screen.list.unmatched.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown(screen)) == 3)
    assert screen.list.table.isVisible()


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("?step=documentation", ["Šūpulīte, Žanete"]),
        ("?waits=sitting", []),
        ("?due=late", []),
        ("Ņina", ["Žņaugs, Ņina"]),
    ],
)
def test_a_place_can_say_what_is_listed(desk: Desk, qtbot: QtBot, three: list[int], key: str, names: list[str]) -> None:
    screen = open_at(CasesScreen, desk, qtbot, Place("cases", key))
    assert shown(screen) == names


def test_ctrl_c_copies_the_row_as_a_table(desk: Desk, qtbot: QtBot, three: list[int]) -> None:
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    screen.focus_first()
    screen.list.copy()
    head, row = QApplication.clipboard().text().splitlines()
    assert head.split("\t")[:2] == ["Number", "Applicant"]
    assert row.split("\t")[1:3] == ["Žņaugs, Ņina", "Computer Science"]


def test_ctrl_e_writes_what_the_list_shows(
    desk: Desk, qtbot: QtBot, three: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lietas.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    screen = open_at(CasesScreen, desk, qtbot, Place("cases", "?step=identification"))
    told: list[str] = []
    screen.happened.connect(lambda news: told.append(news.text))
    screen.list.table.setFocus()
    qtbot.keyClick(screen.list.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(told))
    book = load_workbook(path)
    rows = list(book.worksheets[0].values)
    assert [row[1] for row in rows[1:]] == shown(screen)
    assert screen.list.model.rowCount() == len(rows) - 1 == 2
    assert ("Filter used", "Step: identification") in list(book.worksheets[1].values)
    assert told == ["Saved as lietas.xlsx."]


def test_a_new_case_appears_by_itself(desk: Desk, qtbot: QtBot, office: Office, three: list[int]) -> None:
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    edition = office.ask(cases.card, three[0]).edition_id
    make.case(office, edition, serial=3)
    screen.refresh()
    quiet(desk, qtbot)
    assert len(shown(screen)) == 4


@pytest.mark.parametrize("waits", ["lacking", "sitting", "signature", "certificate"])
def test_every_count_of_today_is_the_length_of_its_list(office: Office, three: list[int], waits: str) -> None:
    desk = office.ask(today.desk)
    totals = {
        "lacking": desk.lacking_total,
        "sitting": desk.to_refer,
        "signature": desk.drafts_total,
        "certificate": desk.certificates_total,
    }
    assert totals[waits] == len(office.ask(case_list.ids, filters={"waits": waits}))
