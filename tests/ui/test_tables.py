"""Lists: the first page at once, all keys after it, rows when they come into sight; the keyboard and the clipboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commission_app.ui.columns import ListFilter, Query
from commission_app.ui.desk import Desk
from commission_app.ui.table_model import PAGE, ListModel
from commission_app.ui.tables import ListView
from commission_app.ui.widgets.empty_state import EmptyState
from tests.ui.sample_screens import COLUMNS, Office

MANY = 10_000


@pytest.fixture
def office_of_many() -> Office:
    """Ten thousand applicants."""
    return Office(MANY)


@pytest.fixture
def make_list(desk: Desk, qtbot: QtBot) -> Callable[[Office], ListView]:
    """Makes a list, shown and filled."""

    def make(rows: Office, empty: EmptyState | None = None) -> ListView:
        view = ListView(
            desk,
            "sample",
            COLUMNS,
            rows.questions(),
            sort="number",
            filters=(ListFilter("state", "State", (("good", "Good"), ("bad", "Bad"))),),
            empty=empty,
            export=exported.append,
        )
        qtbot.addWidget(view)
        view.resize(900, 500)
        view.show()
        view.refresh()
        settle(qtbot, view)
        return view

    exported: list[Query] = []
    make.exported = exported  # type: ignore[attr-defined]
    return make


def settle(qtbot: QtBot, view: ListView) -> None:
    """Waits until the list has all its keys and nothing is on its way."""
    qtbot.waitUntil(lambda: view.model.complete and not view._desk.jobs.busy)


def test_the_first_page_is_shown_before_the_keys_have_come(desk: Desk, qtbot: QtBot, office_of_many: Office) -> None:
    model = ListModel(desk.jobs, COLUMNS, office_of_many.questions())
    counts: list[tuple[int, bool]] = []
    model.counted.connect(lambda rows, complete: counts.append((rows, complete)))
    model.load(Query(sort="number"))
    qtbot.waitUntil(lambda: model.complete)
    assert counts[-1] == (MANY, True)
    assert counts[0] in ((PAGE, False), (MANY, True))
    assert model.rowCount() == MANY


def test_the_model_keeps_qts_own_rules(desk: Desk, qtbot: QtBot) -> None:
    model = ListModel(desk.jobs, COLUMNS, Office(450).questions())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for query in (Query(sort="number"), Query("Ūdre", {}, "name"), Query(sort="number", descending=True)):
        model.load(query)
        qtbot.waitUntil(lambda: model.complete and not desk.jobs.busy)
    assert model.rowCount() == 450
    del tester


def test_a_jump_to_the_end_fetches_the_page_that_comes_into_sight(
    qtbot: QtBot, make_list: Callable[[Office], ListView], office_of_many: Office
) -> None:
    view = make_list(office_of_many)
    office_of_many.asked.clear()
    view.table.scrollToBottom()
    last = view.model.index(MANY - 1, 0)
    qtbot.waitUntil(lambda: view.model.data(last) == "2026/10000")
    fetched = [asked for asked in office_of_many.asked if asked.startswith("rows")]
    assert 1 <= len(fetched) <= 2


def test_the_count_always_equals_the_list(
    qtbot: QtBot, make_list: Callable[[Office], ListView], office_of_many: Office
) -> None:
    view = make_list(office_of_many)
    assert view.line.count_text() == "10,000 rows"
    view.line.choose("state", "good")
    settle(qtbot, view)
    assert view.model.rowCount() == MANY // 5
    assert view.line.count_text() == "2000 rows"
    view.line.line.setText("00015")
    qtbot.waitUntil(lambda: view.query().words == "00015")
    qtbot.waitUntil(lambda: view.line.count_text() == "1 row")
    assert view.model.rowCount() == 1


def test_a_click_on_a_title_sorts_and_a_second_one_turns_the_order(
    qtbot: QtBot, make_list: Callable[[Office], ListView], office_of_many: Office
) -> None:
    view = make_list(office_of_many)
    header = view.table.horizontalHeader()
    header.sectionClicked.emit(2)
    settle(qtbot, view)
    assert view.model.data(view.model.index(0, 2)) == "0"
    header.sectionClicked.emit(2)
    settle(qtbot, view)
    assert view.model.data(view.model.index(0, 2)) == "59"
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_the_keyboard_opens_previews_copies_and_exports(
    qtbot: QtBot, make_list: Callable[[Office], ListView], office_of_many: Office
) -> None:
    view = make_list(office_of_many)
    view.focus_first()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert opened.args == [2]
    with qtbot.waitSignal(view.previewed) as previewed:
        qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert previewed.args == [2]
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text().split("\n")
    assert copied[0].split("\t") == ["Lietas Nr.", "Pretendents", "Kredītpunkti", "Termiņš", "Stāvoklis"]
    assert [line.split("\t")[0] for line in copied[1:]] == ["2026/00002", "2026/00003"]
    assert copied[1].split("\t")[4] == "bad"
    qtbot.keyClick(view.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert make_list.exported == [Query(sort="number")]  # type: ignore[attr-defined]


def test_copying_everything_fetches_the_rows_out_of_sight_first(
    qtbot: QtBot, make_list: Callable[[Office], ListView], office_of_many: Office
) -> None:
    view = make_list(office_of_many)
    view.table.selectAll()
    view.copy()
    qtbot.waitUntil(lambda: QApplication.clipboard().text().count("\n") == MANY, timeout=20_000)
    assert QApplication.clipboard().text().endswith("neutral") or "2026/10000" in QApplication.clipboard().text()


def test_a_change_elsewhere_is_shown_without_losing_the_selection(
    qtbot: QtBot, make_list: Callable[[Office], ListView], office_of_many: Office
) -> None:
    from dataclasses import replace

    view = make_list(office_of_many)
    assert view.select(5)
    del office_of_many.rows[1]
    office_of_many.rows[3] = replace(office_of_many.rows[3], name="Jauna, Vārda")
    view.refresh()
    qtbot.waitUntil(lambda: view.model.rowCount() == MANY - 1)
    settle(qtbot, view)
    assert view.current() == 5
    assert view.selected() == (5,)
    at = view.model.position(3)
    qtbot.waitUntil(lambda: view.model.data(view.model.index(at, 1)) == "Jauna, Vārda")


def test_nothing_at_all_shows_the_way_to_begin_and_nothing_found_the_way_back(
    qtbot: QtBot, make_list: Callable[..., ListView]
) -> None:
    begun: list[bool] = []
    empty = EmptyState("No cases yet.", "Register an application", lambda: begun.append(True))
    view = make_list(Office(0), empty)
    assert empty.isVisible()
    empty.button.click()
    assert begun == [True]
    view.line.choose("state", "bad")
    settle(qtbot, view)
    assert view.unmatched.isVisible() and not empty.isVisible()
    view.unmatched.button.click()
    settle(qtbot, view)
    assert empty.isVisible() and view.line.chosen() == {}


def test_a_saved_view_brings_words_filters_and_order_back(
    qtbot: QtBot, make_list: Callable[[Office], ListView]
) -> None:
    view = make_list(Office(400))
    view.show_query(Query("Ūdre", {"state": "bad"}, "due", True))
    settle(qtbot, view)
    rows = view.model.rowCount()
    view.line.save_view("Late Ūdres")
    view.show_query(Query(sort="number"))
    settle(qtbot, view)
    assert view.model.rowCount() == 400
    again = make_list(Office(400))
    saved = again.line._views()["Late Ūdres"]
    assert saved == {"words": "Ūdre", "filters": {"state": "bad"}, "sort": "due", "descending": True}
    again.show_query(Query("Ūdre", {"state": "bad"}, "due", True))
    settle(qtbot, again)
    assert again.model.rowCount() == rows > 0


def test_the_width_of_a_column_is_remembered(qtbot: QtBot, make_list: Callable[[Office], ListView]) -> None:
    view = make_list(Office(10))
    view.table.horizontalHeader().resizeSection(0, 222)
    qtbot.waitUntil(lambda: view._desk.memory.widths("sample").get("number") == 222, timeout=20_000)
    again = make_list(Office(10))
    assert again.table.horizontalHeader().sectionSize(0) == 222
