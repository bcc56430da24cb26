"""The matrix under the hands of an assessor: keys, reasons, links, judgements, conflicts, and a large one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from commission_app.app import open_office
from commission_app.config import Settings, settings_for
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import cases, evidence, evidence_links, matrix, scoring
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.matrix import MatrixCard, MatrixRow
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm
from commission_app.ui.cases.tabs.item_preview import page_of
from commission_app.ui.cases.tabs.matrix_sheet import Part, Show
from commission_app.ui.cases.tabs.matrix_tab import MatrixTab
from commission_app.ui.cases.tabs.seat_dialog import SeatDialog
from commission_app.ui.desk import Desk
from tests import make

KEY = Qt.Key


@dataclass
class Bench:
    """A tab in front of an assessor, on a case whose portfolio is closed."""

    tab: MatrixTab
    office: Office
    case_id: int
    qtbot: QtBot
    seats: tuple[int, ...]

    def card(self) -> MatrixCard:
        """The matrix as it is stored."""
        return self.office.ask(matrix.matrix, self.case_id)

    def row(self, at: int) -> MatrixRow:
        """The outcome of a line, as it is stored."""
        cell = self.tab.model.cell(self.tab.model.index(at, 0))
        assert cell is not None
        rows = [row for unit in self.card().units for row in unit.rows]
        return next(row for row in rows if row.outcome_id == cell.outcome_id)

    def go(self, line: int, column: int) -> None:
        """Goes to a cell."""
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tab.view.selectionModel().setCurrentIndex(self.tab.model.index(line, column), choose)

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        """Presses keys in the matrix."""
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.qtbot.keyClick(self.tab.view, key, held)

    def rest(self) -> None:
        """Waits until everything is stored and shown."""
        jobs = self.tab.jobs
        self.qtbot.waitUntil(lambda: not (self.tab.pen.busy or jobs.busy or self.tab._later.isActive()))


def scorable(office: Office, *, assessors: int = 2, units: int = 2) -> tuple[int, tuple[int, ...]]:
    """A case with one piece of evidence, documented, and so many assessors seated."""
    make.institution(office)
    commission = make.commission(office)
    edition = make.standard(office, make.standard_facts(units=units))
    opened = make.case(office, edition, commission_id=commission)
    make.move(office, opened.id, cases.admit)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība", "Kursu centrs", make.today(office))
    item = office.do(evidence.attach, opened.id, form, (NewFile("apliecība.txt", "Mācījos.".encode()),)).item_id
    first = office.ask(matrix.matrix, opened.id).units[0].rows[0]
    office.do(evidence_links.link, item, first.outcome_id, "1. lpp.")
    make.move(office, opened.id, cases.close_portfolio)
    names = ("Vērtētāja A", "Vērtētājs B")[:assessors]
    return opened.id, tuple(office.do(scoring.seat, opened.id, AssessorForm(name)) for name in names)


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
    _, case_id, seats = documented
    tab = MatrixTab(desk, case_id)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    tab.refresh(office.ask(cases.card, case_id))
    made = Bench(tab, office, case_id, qtbot, seats)
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0)
    tab.view.setFocus()
    return made


P1, SEAT_A, SEAT_B, AGREED = range(4)


def test_the_sheet_shows_units_outcomes_evidence_assessors_and_the_counters(bench: Bench) -> None:
    tab = bench.tab
    assert [column.part for column in tab.model.columns] == [Part.ITEM, Part.SEAT, Part.SEAT, Part.AGREED]
    assert tab.model.rowCount() == 2 + 4
    assert "0 of 4 (0 %)" in tab.counters.text()
    assert tab.model.headerData(0, Qt.Orientation.Vertical) == "DatZ1010 Course No. 1"


def test_one_key_scores_and_goes_down_as_in_a_spreadsheet(bench: Bench) -> None:
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1, KEY.Key_1)
    assert bench.tab.view.currentIndex().row() == 3
    bench.rest()
    assert [bench.row(at).scores[0].result for at in (1, 2)] == [OutcomeResult.MET] * 2


def test_what_falls_short_asks_for_its_reason_at_the_cell(bench: Bench) -> None:
    bench.go(2, SEAT_A)
    bench.press(KEY.Key_3)
    editor = bench.tab.editor
    assert editor.isVisible()
    bench.qtbot.keyClick(editor.line, KEY.Key_Return)
    assert editor.isVisible(), "an empty reason is none"
    bench.qtbot.keyClicks(editor.line, "no proof")
    bench.qtbot.keyClick(editor.line, KEY.Key_Return)
    assert not editor.isVisible()
    bench.rest()
    stored = bench.row(2).scores[0]
    assert (stored.result, stored.reason) == (OutcomeResult.NOT_MET, "no proof")


def test_escape_leaves_the_cell_as_it_was(bench: Bench) -> None:
    bench.go(2, SEAT_A)
    bench.press(KEY.Key_2)
    bench.qtbot.keyClick(bench.tab.editor.line, KEY.Key_Escape)
    bench.rest()
    assert bench.row(2).scores[0].result is None


def test_the_same_cell_typed_twice_quickly_keeps_the_last_and_never_collides_with_itself(bench: Bench) -> None:
    for key in (KEY.Key_1, KEY.Key_4, KEY.Key_1, KEY.Key_4):
        bench.go(1, SEAT_A)
        bench.press(key)
    bench.rest()
    assert bench.row(1).scores[0].result is OutcomeResult.TO_TEST
    assert not bench.tab.notice.text()


def test_delete_clears_and_ctrl_d_fills_down(bench: Bench) -> None:
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    view, model = bench.tab.view, bench.tab.model
    bench.go(1, SEAT_A)
    view.selectionModel().select(model.index(2, SEAT_A), QItemSelectionModel.SelectionFlag.Select)
    bench.press(KEY.Key_D, control=True)
    bench.rest()
    assert bench.row(2).scores[0].result is OutcomeResult.MET
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_Delete)
    bench.rest()
    assert bench.row(1).scores[0].result is None


def test_space_links_and_a_key_judges_all_four(bench: Bench) -> None:
    bench.go(2, P1)
    bench.press(KEY.Key_Space)
    bench.rest()
    assert len(bench.row(2).links) == 1
    bench.press(KEY.Key_1)
    bench.rest()
    link = bench.row(2).links[0]
    assert {link.valid, link.authentic, link.current, link.sufficient} == {Judgement.YES}
    assert "1 of 4 (25 %)" in bench.tab.counters.text()


def test_taking_away_a_link_that_was_judged_asks_first(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def stay(box: QMessageBox) -> int:
        asked.append(box.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", stay)
    bench.go(1, P1)
    bench.press(KEY.Key_Space)
    bench.rest()
    assert asked and len(bench.row(1).links) == 1


def test_the_panel_judges_one_quality_and_keeps_the_citation(bench: Bench) -> None:
    bench.go(1, P1)
    page = bench.tab.panel.link_page
    assert page.citation.text() == "1. lpp."
    bench.qtbot.mouseClick(page.judgements[Quality.CURRENT].button(Judgement.PARTLY), Qt.MouseButton.LeftButton)
    page.citation.setText("3. lpp.")
    page.citation.textEdited.emit("3. lpp.")
    bench.go(2, P1)
    bench.rest()
    link = bench.row(1).links[0]
    assert (link.current, link.citation) == (Judgement.PARTLY, "3. lpp.")


def test_a_cell_that_somebody_else_changed_shows_the_conflict_and_their_value(bench: Bench) -> None:
    row = bench.row(1)
    bench.office.do(scoring.score, bench.seats[0], row.outcome_id, OutcomeResult.TO_TEST)
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.rest()
    cell = bench.tab.model.cell(bench.tab.model.index(1, SEAT_A))
    assert cell is not None
    assert bench.tab.model.trouble(cell)
    assert bench.tab.notice.text() == "" or "changed" in bench.tab.notice.text()
    assert bench.row(1).scores[0].result is OutcomeResult.TO_TEST
    assert bench.tab.model.score(cell).result is OutcomeResult.TO_TEST


def test_divergence_is_filtered_and_agreed(bench: Bench) -> None:
    for column, key in ((SEAT_A, KEY.Key_1), (SEAT_B, KEY.Key_4)):
        bench.go(1, column)
        bench.press(key)
    for column in (SEAT_A, SEAT_B):
        bench.go(2, column)
        bench.press(KEY.Key_1)
    bench.rest()
    tab = bench.tab
    bench.qtbot.mouseClick(tab.alike, Qt.MouseButton.LeftButton)
    bench.rest()
    assert bench.row(2).agreed.result is OutcomeResult.MET
    assert bench.row(1).agreed.result is None
    bench.qtbot.mouseClick(tab.filter.button(Show.DIVERGING), Qt.MouseButton.LeftButton)
    assert tab.model.rowCount() == 2
    assert tab.filter.button(Show.DIVERGING).text() == "Assessors differ 1"
    bench.go(1, AGREED)
    bench.press(KEY.Key_1)
    bench.rest()
    tab.model.arrange(show=Show.ALL)
    assert bench.row(1).agreed.result is OutcomeResult.MET


def test_the_score_page_asks_for_the_reason_and_stores_both(bench: Bench) -> None:
    bench.go(1, SEAT_A)
    page = bench.tab.panel.score_page
    bench.qtbot.mouseClick(page.results.button(OutcomeResult.NOT_MET), Qt.MouseButton.LeftButton)
    assert page.field.error()
    bench.qtbot.keyClicks(page.reason, "not shown")
    bench.qtbot.mouseClick(page.store, Qt.MouseButton.LeftButton)
    bench.rest()
    assert bench.row(1).scores[0].reason == "not shown"


def test_units_fold_and_the_keyboard_stays(bench: Bench) -> None:
    bench.go(0, P1)
    bench.press(KEY.Key_Space)
    assert bench.tab.model.rowCount() == 4
    assert bench.tab.view.currentIndex().row() == 0


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
