"""Scoring in the matrix: blind columns, scales of numbers, copying, undoing, finishing, agreeing and the history."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.evidence import Judgement
from commission_app.rules.vocabulary.scoring import CombinationKind, OutcomeResult, ScaleKind
from commission_app.services import score_history, scoring
from commission_app.services.office import Office
from commission_app.services.scoring import ScoreEntry
from commission_app.ui.cases.tabs.consensus_dialog import ConsensusDialog
from commission_app.ui.cases.tabs.finish_dialog import FinishDialog
from commission_app.ui.cases.tabs.history_dialog import HistoryDialog
from commission_app.ui.cases.tabs.matrix_sheet import Show
from commission_app.ui.desk import Desk
from tests import make
from tests.ui.desks import type_in
from tests.ui.matrix_bench import AGREED, KEY, P1, SEAT_A, SEAT_B, Bench, opened, scorable, with_maximum

MET, PARTLY, NOT_MET, TO_TEST = OutcomeResult
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(desk: Desk, office: Office, qtbot: QtBot) -> Bench:
    return opened(desk, office, qtbot, *scorable(office))


def on_scale(desk: Desk, office: Office, qtbot: QtBot, kind: ScaleKind, points: Decimal | None = None) -> Bench:
    """A matrix of a standard scored in numbers, with one assessor."""
    facts = replace(make.standard_facts(units=1, outcomes=3), scale=kind)
    facts = with_maximum(facts, points) if points is not None else facts
    made = opened(desk, office, qtbot, *scorable(office, assessors=1, facts=facts))
    made.sit(1)
    return made


def outcomes(bench: Bench) -> list[int]:
    return [row.outcome_id for unit in bench.card().units for row in unit.rows]


def both_finished(bench: Bench, second: OutcomeResult = NOT_MET) -> None:
    """The first finds all met; the second differs on the first outcome."""
    keys = outcomes(bench)
    first, other = bench.seats
    bench.office.do(scoring.score_many, first, tuple(ScoreEntry(key, MET) for key in keys))
    entries = [ScoreEntry(key, MET) for key in keys[1:]]
    bench.office.do(scoring.score_many, other, (ScoreEntry(keys[0], second, "Nav redzams."), *entries))
    for seat in bench.seats:
        bench.office.do(scoring.finish, seat)
    bench.tab._ask()
    bench.rest()


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
    bench.qtbot.mouseClick(bench.tab.seats.consensus, LEFT)
    assert "Vērtētāja A, Vērtētājs B" in bench.tab.notice.text()
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


def test_where_the_lower_counts_one_key_accepts_it_with_its_reason(desk: Desk, office: Office, qtbot: QtBot) -> None:
    facts = replace(make.standard_facts(units=1), combination=CombinationKind.LOWER)
    bench = opened(desk, office, qtbot, *scorable(office, facts=facts))
    both_finished(bench)
    bench.qtbot.mouseClick(bench.tab.seats.consensus, LEFT)
    (dialog,) = bench.tab.findChildren(ConsensusDialog)
    assert "lower score count" in dialog.proposal.text()
    bench.qtbot.keyClick(dialog.table, KEY.Key_Return)
    bench.qtbot.waitUntil(lambda: dialog.table.rows() == ())
    agreed = bench.row(1).agreed
    assert (agreed.result, agreed.reason, agreed.how) == (NOT_MET, "Nav redzams.", CombinationKind.LOWER)
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


def test_marks_are_typed_ten_too_and_the_result_follows(desk: Desk, office: Office, qtbot: QtBot) -> None:
    bench = on_scale(desk, office, qtbot, ScaleKind.MARK)
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_7, KEY.Key_1)
    editor = bench.tab.values
    assert editor.isVisible()
    bench.qtbot.keyClick(editor.line, KEY.Key_0)
    assert not editor.isVisible(), "10 is whole"
    bench.press(KEY.Key_3)
    bench.reason("Par vāju.")
    bench.rest()
    cells = [bench.score(at) for at in (1, 2, 3)]
    assert [(cell.value, cell.result) for cell in cells] == [(7000, MET), (10_000, MET), (3000, PARTLY)]
    assert "Mark 3, at least 4" in bench.tab.model.data(bench.tab.model.index(3, SEAT_A), Qt.ItemDataRole.ToolTipRole)


def test_points_take_a_comma_and_say_their_limit(desk: Desk, office: Office, qtbot: QtBot) -> None:
    bench = on_scale(desk, office, qtbot, ScaleKind.POINTS, Decimal(20))
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.qtbot.keyClicks(bench.tab.values.line, "2,5")
    bench.qtbot.keyClick(bench.tab.values.line, KEY.Key_Return)
    bench.rest()
    assert (bench.score(1).value, bench.score(1).result) == (12_500, MET)
    bench.press(KEY.Key_2)
    bench.qtbot.keyClicks(bench.tab.values.line, "5")
    bench.qtbot.keyClick(bench.tab.values.line, KEY.Key_Return)
    assert "Points lie between 0 and 20" in bench.tab.notice.text()
    bench.press(KEY.Key_T)
    bench.rest()
    assert bench.score(2).result is TO_TEST
    QGuiApplication.clipboard().setText("19.5\n21")
    bench.go(2, SEAT_A)
    bench.press(KEY.Key_V, control=True)
    bench.rest()
    assert bench.score(2).value == 19_500
    assert "DatZ1010.3" in bench.tab.notice.text()


def test_what_is_refused_together_is_stored_singly_but_for_the_wrong_cell(bench: Bench) -> None:
    bench.sit(1)
    bench.office.do(scoring.score, bench.seats[0], bench.row(2).outcome_id, TO_TEST)
    bench.go(1, SEAT_A, 2, 4)
    bench.press(KEY.Key_1)
    bench.rest()
    assert [bench.score(at).result for at in (1, 2, 4)] == [MET, TO_TEST, MET]
    trouble = [bench.tab.model.trouble(cell) for cell in bench.tab.view.cells()]
    assert [bool(text) for text in trouble] == [False, True, False]
