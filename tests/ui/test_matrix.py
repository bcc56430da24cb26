"""The matrix under the hands of an assessor: keys, reasons, links, judgements, conflicts, and the whole at a glance."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from commission_app.app import open_office
from commission_app.config import Settings, settings_for
from commission_app.rules.vocabulary.evidence import Judgement, Quality, SignatureVerdict
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import cases, scoring, signature_checks
from commission_app.services.office import Office
from commission_app.services.signature_checks import PersonCheck
from commission_app.ui.cases.tabs.criterion_dialog import CriterionDialog
from commission_app.ui.cases.tabs.item_preview import page_of
from commission_app.ui.cases.tabs.matrix_edge import two_lines
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Part, Show
from commission_app.ui.cases.tabs.matrix_tab import MatrixTab
from commission_app.ui.cases.tabs.seat_dialog import SeatDialog
from commission_app.ui.desk import Desk
from tests import make
from tests.ui.case_pages import open_case, settle, tab_of
from tests.ui.desks import type_in
from tests.ui.matrix_bench import AGREED, KEY, P1, SEAT_A, Bench, opened, scorable

MET = OutcomeResult.MET


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
    made = opened(desk, office, qtbot, *documented[1:])
    made.sit(1)
    return made


def test_the_sheet_shows_units_outcomes_evidence_assessors_and_the_counters(bench: Bench) -> None:
    tab = bench.tab
    assert [column.part for column in tab.model.columns] == [Part.ITEM, Part.SEAT, Part.SEAT, Part.AGREED]
    assert tab.model.rowCount() == 2 + 4
    assert "0 of 4 (0 %)" in tab.counters.text()
    assert tab.model.headerData(0, Qt.Orientation.Vertical) == "DatZ1010 Course No. 1"
    assert tab.model.many(tab.model.columns[P1]) == 1
    assert "held against 1 outcome" in str(
        tab.model.headerData(P1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    )


def test_one_key_scores_and_goes_down_as_in_a_spreadsheet(bench: Bench) -> None:
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1, KEY.Key_M)
    assert bench.tab.view.currentIndex().row() == 4, "over the line of the next unit"
    bench.rest()
    assert [bench.score(at).result for at in (1, 2)] == [MET] * 2


def test_what_falls_short_asks_for_its_reason_at_the_cell(bench: Bench) -> None:
    bench.go(2, SEAT_A)
    bench.press(KEY.Key_3)
    editor = bench.tab.editor
    bench.qtbot.keyClick(editor.line, KEY.Key_Return)
    assert editor.isVisible(), "an empty reason is none"
    bench.reason("nav pierādījumu")
    assert not editor.isVisible()
    bench.rest()
    assert (bench.score(2).result, bench.score(2).reason) == (OutcomeResult.NOT_MET, "nav pierādījumu")


def test_escape_leaves_the_cell_as_it_was(bench: Bench) -> None:
    bench.go(2, SEAT_A)
    bench.press(KEY.Key_2)
    bench.qtbot.keyClick(bench.tab.editor.line, KEY.Key_Escape)
    bench.rest()
    assert bench.score(2).result is None


def test_the_same_cell_typed_twice_quickly_keeps_the_last_and_never_collides_with_itself(bench: Bench) -> None:
    for key in (KEY.Key_1, KEY.Key_4, KEY.Key_1, KEY.Key_4):
        bench.go(1, SEAT_A)
        bench.press(key)
    bench.rest()
    assert bench.score(1).result is OutcomeResult.TO_TEST
    assert not bench.tab.notice.text()


def test_space_links_and_a_key_judges_all_four_before_the_link_is_stored(bench: Bench) -> None:
    bench.go(2, P1)
    bench.press(KEY.Key_Space, KEY.Key_1)
    shown = bench.tab.model.link(Cell(bench.row(2).outcome_id, Part.ITEM, bench.tab.model.columns[P1].key))
    assert shown is not None and shown.sufficient is Judgement.YES, "seen at once"
    bench.rest()
    link = bench.row(2).links[0]
    assert {link.valid, link.authentic, link.current, link.sufficient} == {Judgement.YES}
    assert "1 of 4 (25 %)" in bench.tab.counters.text()


def test_a_letter_turns_one_quality_and_plus_weighs(bench: Bench) -> None:
    bench.go(1, P1)
    bench.press(KEY.Key_A, KEY.Key_C, KEY.Key_C, KEY.Key_Plus, KEY.Key_W, KEY.Key_Minus)
    bench.rest()
    link = bench.row(1).links[0]
    assert (link.authentic, link.current, link.valid) == (Judgement.YES, Judgement.PARTLY, Judgement.NOT_JUDGED)
    assert link.weight == 2
    assert "weight 2" in bench.tab.model.data(bench.tab.model.index(1, P1), Qt.ItemDataRole.ToolTipRole)


def test_taking_away_a_link_that_was_judged_asks_first(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def stay(box: QMessageBox) -> int:
        asked.append(box.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", stay)
    bench.go(1, P1)
    bench.press(KEY.Key_Space)
    bench.rest()
    assert asked
    assert len(bench.row(1).links) == 1


def test_the_panel_judges_one_quality_and_keeps_the_citation_and_the_weight(bench: Bench) -> None:
    bench.go(1, P1)
    page = bench.tab.panel.link_page
    assert page.citation.text() == "1. lpp."
    bench.qtbot.mouseClick(page.judgements[Quality.CURRENT].button(Judgement.PARTLY), Qt.MouseButton.LeftButton)
    page.weight.set_value(3)
    page.weight.edited.emit()
    page.citation.setText("")
    type_in(page.citation, "3. lpp.")
    bench.go(2, P1)
    bench.rest()
    link = bench.row(1).links[0]
    assert (link.current, link.citation, link.weight) == (Judgement.PARTLY, "3. lpp.", 3)


def test_every_file_of_an_item_is_shown_and_its_age_beside_the_limit(bench: Bench) -> None:
    bench.go(1, P1)
    page = bench.tab.panel.link_page
    bench.qtbot.waitUntil(lambda: "Mācījos" in page.preview.document.text.toPlainText())
    assert page.preview.files.isVisible()
    page.preview.files.setCurrentIndex(1)
    page.preview.files.activated.emit(1)
    bench.qtbot.waitUntil(lambda: "Otra datne" in page.preview.document.text.toPlainText())
    assert page.limits.text().startswith(("1 year old", "2 years old"))


def test_a_cell_that_somebody_else_changed_shows_the_conflict_and_their_value(bench: Bench) -> None:
    row = bench.row(1)
    bench.office.do(scoring.score, bench.seats[0], row.outcome_id, OutcomeResult.TO_TEST)
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.rest()
    cell = bench.tab.model.cell(bench.tab.model.index(1, SEAT_A))
    assert cell is not None
    assert bench.tab.model.trouble(cell)
    assert bench.score(1).result is OutcomeResult.TO_TEST
    assert bench.tab.model.score(cell).result is OutcomeResult.TO_TEST


def test_the_score_page_asks_for_the_reason_and_stores_both(bench: Bench) -> None:
    bench.go(1, SEAT_A)
    page = bench.tab.panel.score_page
    bench.qtbot.mouseClick(page.results.button(OutcomeResult.NOT_MET), Qt.MouseButton.LeftButton)
    assert page.field.error()
    bench.qtbot.keyClicks(page.reason, "not shown")
    bench.qtbot.mouseClick(page.store, Qt.MouseButton.LeftButton)
    bench.rest()
    assert bench.score(1).reason == "not shown"


def test_units_fold_and_the_keyboard_stays(bench: Bench) -> None:
    bench.go(0, P1)
    bench.press(KEY.Key_Space)
    assert bench.tab.model.rowCount() == 4
    assert bench.tab.view.currentIndex().row() == 0


def test_filters_show_only_the_gaps_and_count_them(bench: Bench) -> None:
    tab = bench.tab
    bench.go(1, P1)
    bench.press(KEY.Key_1)
    bench.rest()
    wanted = {Show.GAPS: 3, Show.NO_EVIDENCE: 3, Show.NOT_SUFFICIENT: 0, Show.UNSCORED: 4, Show.NOT_AGREED: 4}
    for show, many in wanted.items():
        tab.filter.set_value(show)
        tab.filter.activated.emit(tab.filter.currentIndex())
        assert len([line for line in tab.model.lines if hasattr(line, "row")]) == many, show
        assert tab.filter.currentText().endswith(f" {many}")


def test_the_next_gap_is_one_key_away_in_each_column(bench: Bench) -> None:
    bench.go(1, P1)
    bench.press(KEY.Key_1)
    bench.rest()
    bench.go(1, P1)
    bench.press(KEY.Key_G, control=True)
    assert bench.tab.view.currentIndex().row() == 2
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.go(5, SEAT_A)
    bench.press(KEY.Key_G, control=True)
    assert bench.tab.view.currentIndex().row() == 2, "round to the beginning, over what is scored"


def test_the_overview_shows_everything_and_a_click_opens_the_cell(bench: Bench) -> None:
    tab, view = bench.tab, bench.tab.view
    bench.qtbot.mouseClick(tab.overview, Qt.MouseButton.LeftButton)
    assert view.overview
    assert view.rowHeight(1) < 16
    at = view.visualRect(tab.model.index(4, P1)).center()
    bench.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at.x(), at.y()))
    assert not view.overview
    assert view.currentIndex() == tab.model.index(4, P1)
    assert view.rowHeight(1) > 20


def test_tab_and_enter_move_as_in_a_spreadsheet_and_f6_leaves(bench: Bench) -> None:
    view = bench.tab.view
    bench.go(2, P1)
    bench.press(KEY.Key_Tab, KEY.Key_Return)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (4, SEAT_A)
    bench.go(5, AGREED)
    bench.press(KEY.Key_Tab)
    assert not view.hasFocus(), "at the end of the matrix Tab goes on"
    bench.go(1, P1)
    view.setFocus()
    bench.press(KEY.Key_F6)
    assert bench.tab.panel.isAncestorOf(bench.tab.focusWidget())


def test_an_assessor_takes_a_seat_from_among_the_members(bench: Bench, desk: Desk) -> None:
    commission = bench.office.ask(cases.card, bench.case_id).commission_id
    dialog = SeatDialog(desk, bench.case_id, commission, bench.tab)
    bench.qtbot.waitUntil(lambda: dialog.member.count() > 1)
    dialog.member.setCurrentIndex(1)
    assert dialog.name.text() == "Loceklis Nr. 1"
    bench.qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    bench.qtbot.waitUntil(lambda: len(bench.card().assessors) == 3)
    bench.qtbot.wait(50)


def test_a_citation_leads_to_its_page() -> None:
    assert [page_of(text) for text in ("2. lpp.", "", "lpp. 14", "ievads")] == [2, 1, 14, 1]


def test_a_long_outcome_is_broken_at_a_word_and_cut_in_its_second_line(bench: Bench) -> None:
    metrics = bench.tab.fontMetrics()
    lines = two_lines(metrics, "prot izstrādāt un pamatot tīkla projektu " * 6, 200)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 200 for line in lines)
    assert two_lines(metrics, "īss", 200) == ("īss",)


def test_an_individual_criterion_is_settled_from_the_matrix_and_stands_at_its_outcome(bench: Bench) -> None:
    bench.go(1, SEAT_A)
    bench.qtbot.mouseClick(bench.tab.panel.score_page.criterion, Qt.MouseButton.LeftButton)
    (dialog,) = bench.tab.findChildren(CriterionDialog)
    bench.qtbot.waitUntil(dialog.deed.isEnabled)
    dialog.text.set_value("Projektē tīklu mutvārdos.")
    dialog.reason.set_value("Pretendents neredz.")
    dialog.settled_by.set_value("Protokols Nr. 3")
    bench.qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    bench.qtbot.waitUntil(lambda: bench.row(1).criterion is not None)
    bench.tab._ask()
    bench.rest()
    tip = str(bench.tab.model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole))
    assert "Projektē tīklu mutvārdos. (Pretendents neredz. Protokols Nr. 3)" in tip


def test_the_matrix_may_have_the_whole_page(desk: Desk, office: Office, qtbot: QtBot, bench: Bench) -> None:
    screen = open_case(desk, qtbot, bench.case_id, "matrix")
    tab = tab_of(screen, "matrix")
    assert isinstance(tab, MatrixTab)
    low = tab.height()
    qtbot.mouseClick(tab.wider, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.height() > low + 60)
    screen.pages.setCurrentIndex(0)
    assert screen.header.isVisible(), "every other tab keeps its head"
    settle(desk, qtbot)


def test_what_the_signatures_say_is_offered_and_followed_by_one_press(bench: Bench) -> None:
    file = bench.tab.model.columns[P1].item
    assert file is not None
    assert file.file_id is not None
    check = PersonCheck(SignatureVerdict.UNKNOWN_SIGNER, make.today(bench.office), "eParakstītājs", "Jānis Ozols")
    bench.office.do(signature_checks.record_person_check, file.file_id, check)
    bench.go(1, P1)
    page = bench.tab.panel.link_page
    bench.qtbot.waitUntil(page.follow.isVisible)
    assert "Jānis Ozols" in page.hint.text()
    bench.qtbot.mouseClick(page.follow, Qt.MouseButton.LeftButton)
    bench.rest()
    assert bench.row(1).links[0].authentic is Judgement.PARTLY
    assert not page.follow.isVisible()
