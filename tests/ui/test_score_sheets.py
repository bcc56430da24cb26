"""Score sheets in the window: the buttons send them out and take them in, also after LibreOffice had them open."""

import shutil
import subprocess
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import cases, matrix, scoring
from commission_app.services.scoring import AssessorForm
from commission_app.ui.cases.cases_screen import CasesScreen
from commission_app.ui.cases.score_sheets_dialog import ScoreSheetsDialog
from commission_app.ui.cases.tabs.reviews_tab import ReviewsTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.wording.words import word
from tests import make
from tests.ui.case_pages import college, open_case, settle, tab_of
from tests.ui.desks import open_at, quiet

LEFT = Qt.MouseButton.LeftButton
MET = word(LATVIAN, OutcomeResult.MET)


def scorable(desk: Desk, edition: int, serial: int = 0) -> int:
    """A case with one assessor who has scored nothing yet."""
    office = desk.jobs.office
    opened = make.case(office, edition, serial=serial)
    make.documented(office, opened.id)
    make.move(office, opened.id, cases.close_portfolio)
    office.do(scoring.seat, opened.id, AssessorForm("Vērtētāja A"))
    return opened.id


def fill(path: Path, cells: dict[str, str]) -> None:
    """Somebody types into the first sheet."""
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)


def scored(desk: Desk, case: int) -> int:
    """How many outcomes the first seat has scored."""
    return desk.jobs.office.ask(matrix.matrix, case).assessors[0].scored


def sheets_of(desk: Desk, qtbot: QtBot, case: int) -> ScoreSheetsDialog:
    """The dialog, opened by its button in the page of a case."""
    tab = tab_of(open_case(desk, qtbot, case, "reviews"), "reviews")
    assert isinstance(tab, ReviewsTab)
    qtbot.mouseClick(tab.sheets, LEFT)
    settle(desk, qtbot)
    return next(one for one in tab.findChildren(ScoreSheetsDialog))


def sent(dialog: ScoreSheetsDialog, desk: Desk, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(dialog.save, LEFT)
    settle(desk, qtbot)
    assert path.exists()


def test_a_sheet_goes_out_and_comes_back_by_the_buttons(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = scorable(desk, college(desk.jobs.office))
    dialog = sheets_of(desk, qtbot, case)
    path = tmp_path / "vērtējumi.xlsx"
    sent(dialog, desk, qtbot, path, monkeypatch)
    fill(path, {"F7": MET, "F8": "lieliski"})
    dialog.drop.dropped.emit([path])
    settle(desk, qtbot)
    assert "lieliski" in dialog.refused.item(0).text()
    assert not dialog.take.isEnabled()
    dialog.good_rows.setChecked(True)
    qtbot.mouseClick(dialog.take, LEFT)
    settle(desk, qtbot)
    assert scored(desk, case) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_several_cases_selected_in_the_list_go_into_one_workbook(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = college(desk.jobs.office)
    both = [scorable(desk, edition, serial) for serial in (0, 1)]
    screen = open_at(CasesScreen, desk, qtbot, Place("cases"))
    assert screen.sheets.isHidden()
    screen.list.table.selectAll()
    qtbot.mouseClick(screen.sheets, LEFT)
    quiet(desk, qtbot)
    dialog = next(one for one in screen.findChildren(ScoreSheetsDialog))
    path = tmp_path / "visas.xlsx"
    sent(dialog, desk, qtbot, path, monkeypatch)
    assert len(openpyxl.load_workbook(path).sheetnames) == 3, "a sheet for each case and the instructions"
    fill(path, {"F7": MET})
    dialog.drop.dropped.emit([path])
    settle(desk, qtbot)
    qtbot.mouseClick(dialog.take, LEFT)
    settle(desk, qtbot)
    assert sorted(scored(desk, case) for case in both) == [0, 1]
    dialog.reject()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_a_workbook_saved_by_libreoffice_is_read(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = scorable(desk, college(desk.jobs.office))
    dialog = sheets_of(desk, qtbot, case)
    path, saved = tmp_path / "lapa.xlsx", tmp_path / "saved"
    sent(dialog, desk, qtbot, path, monkeypatch)
    fill(path, {"F7": MET})
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    dialog.drop.dropped.emit([saved / path.name])
    settle(desk, qtbot)
    assert not dialog.refused.count()
    qtbot.mouseClick(dialog.take, LEFT)
    settle(desk, qtbot)
    assert scored(desk, case) == 1
    dialog.reject()
