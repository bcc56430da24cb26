"""Scoring in the matrix: blind columns, copying, undoing, finishing, agreeing and the history."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from commission_app.app import open_office
from commission_app.config import Settings, settings_for
from commission_app.rules.vocabulary.evidence import Judgement
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import score_history, scoring
from commission_app.services.office import Office
from commission_app.ui.cases.tabs.consensus_dialog import ConsensusDialog
from commission_app.ui.cases.tabs.finish_dialog import FinishDialog
from commission_app.ui.cases.tabs.history_dialog import HistoryDialog
from commission_app.ui.cases.tabs.matrix_sheet import Show
from commission_app.ui.desk import Desk
from tests.ui.desks import type_in
from tests.ui.matrix_bench import AGREED, KEY, P1, SEAT_A, SEAT_B, Bench, both_finished, opened, scorable

MET, PARTLY, NOT_MET, TO_TEST = OutcomeResult
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def documented(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, tuple[int, ...]]:
    """The office with such a case, made once."""
    folder = tmp_path_factory.mktemp("documented") / "data"
    shutil.copytree(empty_database, folder)
    office = open_office(settings_for(folder))
    case_id, seats = scorable(office)
    office.close()
    return folder, case_id, seats


@pytest.fixture
def settings(
    documented: tuple[Path, int, tuple[int, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    """A copy of it for one test."""
    monkeypatch.setenv("COMMISSION_APP_CONFIG", str(tmp_path / "config"))
    shutil.copytree(documented[0], tmp_path / "data")
    return Settings(tmp_path / "data", settings_for(tmp_path / "data").database_url, "en", "light")


@pytest.fixture
def bench(desk: Desk, office: Office, qtbot: QtBot, documented: tuple[Path, int, tuple[int, ...]]) -> Bench:
    return opened(desk, office, qtbot, *documented[1:])


def test_nobody_s_column_is_open_until_one_says_who_scores(bench: Bench) -> None:
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.rest()
    assert "choose above who scores" in bench.tab.notice.text()
    bench.sit(2)
    bench.go(1, SEAT_B)
    bench.press(KEY.Key_1)
    bench.rest()
    assert bench.score(1, 2).result is MET
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.rest()
    assert bench.score(1, 1).result is None
    assert bench.tab.model.data(bench.tab.model.index(1, SEAT_A), Qt.ItemDataRole.ToolTipRole).endswith("finished.")
    bench.sit(1)
    assert bench.tab.model.text(bench.tab.model.index(1, SEAT_B)) == "", "what the other scored is veiled"
    assert "1 of 4" in bench.tab.seats.who.itemText(2), "how far the other is may be seen"


def test_an_assessor_finishes_only_with_a_reason_for_what_is_left_out(bench: Bench) -> None:
    bench.sit(1)
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.rest()
    bench.qtbot.mouseClick(bench.tab.seats.done, LEFT)
    (dialog,) = bench.tab.seats.findChildren(FinishDialog)
    assert "DatZ1010.2" in dialog.banner.text()
    assert "DatZ1010.1" not in dialog.banner.text()
    dialog.without.set_value("Pārējos vērtēs sēdē.")
    bench.qtbot.mouseClick(dialog.deed, LEFT)
    bench.qtbot.waitUntil(lambda: bench.card().assessors[0].finished)
    bench.tab._ask()
    bench.rest()
    bench.go(2, SEAT_A)
    bench.press(KEY.Key_1)
    assert "has finished" in bench.tab.notice.text()
    bench.qtbot.mouseClick(bench.tab.seats.done, LEFT)
    bench.qtbot.waitUntil(lambda: not bench.card().assessors[0].finished)
    bench.rest()


def test_agreeing_says_who_has_not_finished(bench: Bench) -> None:
    for button in (bench.tab.seats.consensus, bench.tab.seats.alike):
        bench.tab.notice.hide()
        bench.qtbot.mouseClick(button, LEFT)
        bench.qtbot.waitUntil(lambda: "Vērtētāja A, Vērtētājs B" in bench.tab.notice.text())
        bench.rest()
    assert not bench.tab.findChildren(ConsensusDialog)


def test_alike_is_agreed_in_one_act_and_the_rest_side_by_side_with_the_reason(bench: Bench) -> None:
    both_finished(bench)
    tab = bench.tab
    bench.qtbot.mouseClick(tab.seats.alike, LEFT)
    bench.rest()
    assert [bench.row(at).agreed.result for at in (1, 2, 4, 5)] == [None, MET, MET, MET]
    tab.filter.set_value(Show.DIVERGING)
    tab.filter.activated.emit(0)
    assert tab.model.rowCount() == 2
    bench.qtbot.mouseClick(tab.seats.consensus, LEFT)
    bench.qtbot.waitUntil(lambda: bool(tab.findChildren(ConsensusDialog)))
    (dialog,) = tab.findChildren(ConsensusDialog)
    assert dialog.table.texts()[0][1:] == ["met", "not met", "–"]
    assert "Nav redzams." in dialog.reasons.text()
    bench.qtbot.keyClick(dialog.table, KEY.Key_Return)
    assert "must agree" in dialog.banner.text(), "where they must talk, nothing is proposed"
    dialog.table.setFocus()
    bench.qtbot.keyClick(dialog.table, KEY.Key_P)
    assert dialog.other.text() == "partly met"
    bench.qtbot.mouseClick(dialog.settle, LEFT)
    assert bench.row(1).agreed.result is None, "a result that falls short owes its reason"
    type_in(dialog.reason, "Daļa ir redzama.")
    bench.qtbot.mouseClick(dialog.settle, LEFT)
    bench.qtbot.waitUntil(lambda: dialog.table.rows() == ())
    agreed = bench.row(1).agreed
    assert (agreed.result, agreed.reason, agreed.how) == (PARTLY, "Daļa ir redzama.", None)
    dialog.reject()
    bench.rest()


def test_the_agreed_column_takes_keys_too(bench: Bench) -> None:
    both_finished(bench)
    bench.go(1, AGREED)
    bench.press(KEY.Key_1)
    bench.rest()
    assert bench.row(1).agreed.result is MET
    bench.press(KEY.Key_Up, KEY.Key_Delete)
    bench.rest()
    assert bench.row(1).agreed.result is None


def test_the_history_of_an_outcome_tells_old_and_new(bench: Bench) -> None:
    bench.sit(1)
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.rest()
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_3)
    bench.reason("Pārskatīts.")
    bench.rest()
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_H, control=True)
    (dialog,) = bench.tab.findChildren(HistoryDialog)
    bench.qtbot.waitUntil(lambda: len(dialog.table.rows()) == 2)
    assert dialog.table.texts()[0][2:] == ["Vērtētāja A", "met → not met", "Pārskatīts."]
    dialog.reject()
    bench.sit(2)
    assert bench.office.ask(score_history.history_of, bench.case_id, bench.row(1).outcome_id, 2) == ()


def test_delete_clears_ctrl_d_fills_down_and_ctrl_z_undoes_as_a_new_act(bench: Bench) -> None:
    bench.sit(1)
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.go(1, SEAT_A, 2, 4)
    bench.press(KEY.Key_D, control=True)
    bench.rest()
    assert [bench.score(at).result for at in (1, 2, 4, 5)] == [MET, MET, MET, None]
    bench.press(KEY.Key_Z, control=True)
    bench.rest()
    assert [bench.score(at).result for at in (1, 2, 4)] == [MET, None, None]
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_Delete)
    bench.rest()
    assert bench.score(1).result is None
    bench.press(KEY.Key_Z, control=True)
    bench.rest()
    assert bench.score(1).result is MET
    lines = bench.office.ask(score_history.history_of, bench.case_id, bench.row(1).outcome_id, 1)
    assert [(line.old_result, line.new_result) for line in lines] == [(None, MET), (MET, None), (None, MET)]


def test_undo_leaves_alone_what_somebody_changed_since(bench: Bench) -> None:
    bench.sit(1)
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.rest()
    bench.office.do(scoring.score, bench.seats[0], bench.row(1).outcome_id, TO_TEST)
    bench.tab._ask()
    bench.rest()
    bench.press(KEY.Key_Z, control=True)
    bench.rest()
    assert bench.score(1).result is TO_TEST
    assert "has changed since" in bench.tab.notice.text()


def test_undo_brings_a_link_back_with_all_that_was_said_of_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commission_app.ui.cases.tabs.matrix_hands.confirm", lambda *_: True)
    bench.go(1, P1)
    bench.press(KEY.Key_1, KEY.Key_Plus)
    bench.rest()
    bench.press(KEY.Key_Delete)
    bench.rest()
    assert bench.row(1).links == ()
    bench.press(KEY.Key_Z, control=True)
    bench.rest()
    link = bench.row(1).links[0]
    assert (link.citation, link.weight, link.sufficient) == ("1. lpp.", 2, Judgement.YES)


def test_a_block_is_copied_and_pasted_and_refused_cells_are_named(bench: Bench) -> None:
    bench.sit(1)
    QGuiApplication.clipboard().setText("met\nperhaps\nto be tested\nnot met")
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_V, control=True)
    bench.reason("Nav pierādījumu.")
    bench.rest()
    assert [bench.score(at).result for at in (1, 2, 4, 5)] == [MET, None, TO_TEST, NOT_MET]
    assert "1 cell was not pasted. DatZ1010.2 (1. Vērtētāja A)" in bench.tab.notice.text()
    bench.go(4, SEAT_A, 5)
    bench.press(KEY.Key_C, control=True)
    assert QGuiApplication.clipboard().text() == "to be tested\nnot met"
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_V, control=True)
    bench.rest()
    assert not bench.tab.editor.isVisible(), "a copied score brings its reason"
    assert (bench.score(2).result, bench.score(2).reason) == (NOT_MET, "Nav pierādījumu.")


def test_what_is_refused_together_is_stored_singly_but_for_the_wrong_cell(bench: Bench) -> None:
    bench.sit(1)
    bench.office.do(scoring.score, bench.seats[0], bench.row(2).outcome_id, TO_TEST)
    bench.go(1, SEAT_A, 2, 4)
    bench.press(KEY.Key_1)
    bench.rest()
    assert [bench.score(at).result for at in (1, 2, 4)] == [MET, TO_TEST, MET]
    trouble = [bench.tab.model.trouble(cell) for cell in bench.tab.view.cells()]
    assert [bool(text) for text in trouble] == [False, True, False]
