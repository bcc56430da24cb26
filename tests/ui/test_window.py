"""The window: the way through it by keyboard, who works here, search, languages, news, trouble, and its closing."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from commission_app.config import Settings
from commission_app.errors import ConflictError, RefusedError, UnavailableError
from commission_app.i18n import ENGLISH
from commission_app.services import users
from commission_app.services.office import Office, Work
from commission_app.ui import screens
from commission_app.ui.desk import Desk
from commission_app.ui.jobs import Jobs
from commission_app.ui.main_window import MainWindow
from commission_app.ui.memory import Memory
from commission_app.ui.places import News, Place
from commission_app.ui.problems import Problems, report_text
from commission_app.ui.who_works import WhoWorks
from commission_app.ui.widgets.bug_report import BugReport
from commission_app.ui.widgets.header import Header
from commission_app.ui.widgets.rail import Rail
from commission_app.ui.widgets.search_box import SearchBox
from commission_app.ui.widgets.strip import Strip
from tests.ui import sample_screens
from tests.ui.sample_screens import SampleCase, SampleList

SAMPLE = {
    "today": "tests.ui.sample_screens:SampleList",
    "cases": "tests.ui.sample_screens:SampleList",
    "case": "tests.ui.sample_screens:SampleCase",
}


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose only places are Today and Cases, and whose only page is a case."""
    monkeypatch.setattr(screens, "SCREENS", SAMPLE)
    monkeypatch.setattr(sample_screens, "OFFICE", sample_screens.Office(437))


@pytest.fixture
def open_window(sample: None, office: Office, settings: Settings, qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows on the office, with its jobs."""
    jobs = Jobs(office)
    opened: list[MainWindow] = []

    def open_one(*people: str) -> MainWindow:
        for name in people:
            office.do(users.hire, users.UserForm(name, post_lv="sekretāre", post_en="secretary"))
        memory = Memory(Path(settings.data_dir))
        window = MainWindow(settings, memory)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.sit_down(Desk(jobs, ENGLISH, Problems(ENGLISH), memory, settings))
        window.admit(None)
        qtbot.waitUntil(lambda: not jobs.busy)
        opened.append(window)
        return window

    yield open_one
    for window in opened:
        window.close()
    jobs.close()
    qtbot.wait(1)


def jobs_of(window: MainWindow) -> Jobs:
    """The jobs of a window."""
    assert window._desk is not None
    return window._desk.jobs


def part(window: MainWindow, kind: type) -> object:
    """The newest part of a kind in the window."""
    return window.centralWidget().findChild(kind)


def test_the_only_person_of_the_office_is_not_asked_and_begins_with_today(
    open_window: Callable[..., MainWindow], office: Office
) -> None:
    window = open_window("A. Ozola")
    assert window.here() == Place("today")
    assert office.actor.name == "A. Ozola"
    assert window.windowTitle() == "Cases – Commission App"


def test_of_several_the_person_is_asked_once_and_every_act_carries_the_answer(
    open_window: Callable[..., MainWindow], office: Office, qtbot: QtBot
) -> None:
    window = open_window("A. Ozola", "L. Kalniņa")
    page = window.findChild(WhoWorks)
    assert isinstance(page, WhoWorks)
    assert window.here() is None
    held = QApplication.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.text() == "A. Ozola, secretary"
    button = next(button for button in page.findChildren(QPushButton) if button.text().startswith("L. Kalniņa"))
    button.click()
    qtbot.waitUntil(lambda: window.here() is not None)
    assert office.actor.name == "L. Kalniņa"
    header = part(window, Header)
    assert isinstance(header, Header)
    assert header._who.text() == "L. Kalniņa"


def test_the_rail_shows_only_places_that_work_and_alt_digits_lead_to_them(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("A. Ozola")
    rail = part(window, Rail)
    assert isinstance(rail, Rail)
    assert rail.kinds() == ("today", "cases")
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.here() == Place("cases"))


def test_back_and_forward_lead_through_the_history(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("A. Ozola")
    window.go(Place("cases"))
    window.go(Place("case", 3))
    assert window.windowTitle() == "2026/3 – Commission App"
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(window, Qt.Key.Key_Left, alt)
    assert window.here() == Place("cases")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.here() == Place("today")
    qtbot.keyClick(window, Qt.Key.Key_Right, alt)
    qtbot.keyClick(window, Qt.Key.Key_Right, alt)
    assert window.here() == Place("case", 3)


def test_enter_in_the_list_opens_the_case_and_the_breadcrumb_leads_back(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("A. Ozola")
    window.go(Place("cases"))
    qtbot.waitUntil(lambda: not jobs_of(window).busy)
    screen = window.screen_shown()
    assert isinstance(screen, SampleList)
    screen.focus_first()
    qtbot.keyClick(screen.list.table, Qt.Key.Key_Return)
    assert window.here() == Place("case", 1)
    crumb = next(b for b in window.findChildren(QToolButton) if b.property("role") == "crumb" and b.text() == "Cases")
    crumb.click()
    assert window.here() == Place("cases")


def test_f5_and_what_others_change_ask_the_screen_in_sight_again(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("A. Ozola")
    screen = window.screen_shown()
    assert isinstance(screen, SampleList)
    jobs_of(window).listen()
    qtbot.wait(60)
    before = screen.refreshed
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert screen.refreshed == before + 1
    jobs_of(window).do(window, users.hire, users.UserForm("L. Kalniņa"))
    qtbot.waitUntil(lambda: screen.refreshed == before + 2, timeout=20_000)


def test_ctrl_k_searches_and_enter_goes_there(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("A. Ozola")
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = part(window, SearchBox)
    assert isinstance(box, SearchBox)
    assert box.hasFocus()
    qtbot.keyClicks(box, "cas")
    qtbot.waitUntil(lambda: bool(box.answers()))
    assert box.answers() == ["Places", "Cases"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.here() == Place("cases")
    assert box.answers() == []


def test_enter_before_the_answers_have_come_goes_there_when_they_do(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("A. Ozola")
    box = part(window, SearchBox)
    assert isinstance(box, SearchBox)
    box.begin(None)
    qtbot.keyClicks(box, "Cases")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.here() == Place("cases"))


def test_another_language_rebuilds_the_window_at_the_same_place(
    open_window: Callable[..., MainWindow], qtbot: QtBot, settings: Settings
) -> None:
    window = open_window("A. Ozola")
    window.go(Place("case", 7))
    settled: list[Settings] = []
    window.settled.connect(settled.append)
    window.choose(replace(settings, language="lv"))
    qtbot.waitUntil(lambda: not jobs_of(window).busy)
    assert settled[0].language == "lv"
    assert window.here() == Place("case", 7)
    screen = window.screen_shown()
    assert screen is not None
    assert screen.language.code == "lv"
    rail = part(window, Rail)
    assert isinstance(rail, Rail)
    assert [button.text() for button in rail.findChildren(QToolButton)] == ["Šodien", "Lietas"]


def test_news_stand_in_the_strip_and_lead_to_what_they_tell(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("A. Ozola")
    strip = part(window, Strip)
    assert isinstance(strip, Strip)
    window.say(News("Lēmums Nr. L-2026/14 reģistrēts", Place("case", 4)))
    assert strip.text() == "Lēmums Nr. L-2026/14 reģistrēts"
    strip._open.click()
    assert window.here() == Place("case", 4)


def test_slow_work_shows_in_the_strip_and_cancel_ends_it(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("A. Ozola")
    strip = part(window, Strip)
    assert isinstance(strip, Strip)
    stop = threading.Event()
    promise = jobs_of(window).work(
        window, lambda progress: [progress.step(n, 999) or stop.wait(0.01) for n in range(999)]
    )
    promise.called("Excel register")
    assert not strip.working()
    qtbot.waitUntil(strip.working, timeout=20_000)
    qtbot.waitUntil(lambda: strip._work.text().startswith("Excel register "))
    strip._cancel.click()
    qtbot.waitUntil(lambda: not strip.working(), timeout=20_000)
    assert promise.ticket.cancelled


def test_a_refusal_stands_at_the_field_a_conflict_and_a_lock_in_the_banner(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("A. Ozola")
    window.go(Place("case", 1))
    screen = window.screen_shown()
    assert isinstance(screen, SampleCase)

    def refuse(_work: Work) -> None:
        raise RefusedError("user.without_name", at="name")

    def conflict(_work: Work) -> None:
        raise ConflictError("conflict.changed", noun="case")

    def away(_work: Work) -> None:
        raise UnavailableError("database.busy")

    jobs_of(window).do(screen, refuse)
    qtbot.waitUntil(lambda: bool(screen.form.field("name").error()))
    assert screen.banner.text() == ""
    jobs_of(window).do(screen, conflict)
    qtbot.waitUntil(lambda: "Your draft is kept" in screen.banner.text())
    assert screen.banner._button.text() == "Ask again"
    jobs_of(window).do(screen, away)
    qtbot.waitUntil(lambda: screen.banner.text() != "" and "draft" not in screen.banner.text())


def test_a_mistake_of_ours_gives_one_report_that_can_be_copied(
    open_window: Callable[..., MainWindow], qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    window = open_window("A. Ozola")

    def mistake(_work: Work) -> None:
        raise ZeroDivisionError("a slip")

    for _ in range(2):
        jobs_of(window).do(window, mistake)
    qtbot.waitUntil(lambda: capsys.readouterr().err.count("a slip") >= 1)
    qtbot.waitUntil(lambda: not jobs_of(window).busy)
    reports = [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, BugReport) and widget.isVisible()
    ]
    assert len(reports) == 1
    assert reports[0].text().count("ZeroDivisionError: a slip") == 2
    reports[0]._copy()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    reports[0].close()
    capsys.readouterr()


def test_a_report_names_the_program_and_the_place_of_the_mistake() -> None:
    try:
        raise KeyError("unit")
    except KeyError as error:
        text = report_text(error)
    assert text.startswith("Commission App ")
    assert "test_window.py" in text


def test_help_follows_the_screen(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("A. Ozola")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window._helper.isVisible()
    about_lists = window._helper.text()
    window.go(Place("case", 1))
    assert window._helper.text() not in ("", about_lists)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert not window._helper.isVisible()


def test_closing_waits_for_the_act_that_is_being_written(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("A. Ozola")
    gate = threading.Event()
    jobs_of(window).do(window, lambda work: gate.wait(5))
    assert not window.close()
    assert window.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_size_and_place_are_remembered(
    open_window: Callable[..., MainWindow], settings: Settings, qtbot: QtBot
) -> None:
    window = open_window("A. Ozola")
    window.go(Place("case", 5, "matrix"))
    window.resize(760, 690)
    window.close()
    again = open_window()
    assert again.here() == Place("case", 5, "matrix")
    assert (again.width(), again.height()) == (760, 690)


@pytest.mark.parametrize(
    "place",
    [Place("cases"), Place("case", 42), Place("case", 42, "matrix"), Place("cases", "Ūdre, Aija"), Place("entry", "7")],
)
def test_a_place_is_recalled_as_it_was_remembered(place: Place) -> None:
    assert Place.recalled(place.remembered()) == place


def test_a_line_that_is_no_place_is_not_recalled() -> None:
    for line in ("", "//", "case", "case/#x/y/z"):
        assert Place.recalled(line) is None
