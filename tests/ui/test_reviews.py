"""The verification of units in the window: planned in the case, found in the queue, gaps on paper, second looks."""

from io import BytesIO
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.rules.vocabulary.scoring import OutcomeResult, ReviewState, VerificationRoute
from commission_app.services import (
    assessor_load,
    cases,
    evidence,
    evidence_links,
    matrix,
    moderation,
    scoring,
    unit_reviews,
    users,
)
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm
from commission_app.services.users import UserForm
from commission_app.ui.cases.moderation_dialogs import DrawDialog, NoteDialog
from commission_app.ui.cases.reviews_screen import AGREEMENT, ReviewsScreen
from commission_app.ui.cases.tabs.review_dialog import ApplyTestDialog, ReviewDialog
from commission_app.ui.cases.tabs.reviews_tab import ReviewsTab
from commission_app.ui.cases.tabs.seat_dialog import SeatDialog, SheetOwnerDialog
from commission_app.ui.columns import Query
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.sittings.sittings_screen import SittingsScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.documents.reading import words
from tests.ui.case_pages import college, open_case, settle, tab_of
from tests.ui.desks import open_at, quiet, went


def waiting_for_a_test(office: Office) -> int:
    """A case of which every outcome is agreed to be tested."""
    opened = make.case(office, college(office))
    make.move(office, opened.id, cases.admit)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība", "Kursu centrs", make.today(office))
    item = office.do(evidence.attach, opened.id, form, (NewFile("a.txt", b"a"),)).item_id
    rows = [row for unit in office.ask(matrix.matrix, opened.id).units for row in unit.rows]
    office.do(evidence_links.link, item, rows[0].outcome_id)
    make.move(office, opened.id, cases.close_portfolio)
    seat = office.do(scoring.seat, opened.id, AssessorForm("Vērtētāja A"))
    for row in rows:
        office.do(scoring.score, seat, row.outcome_id, OutcomeResult.TO_TEST)
    office.do(scoring.finish, seat)
    office.do(scoring.agree_where_alike, opened.id)
    return opened.id


def page_of(desk: Desk, qtbot: QtBot, case: int) -> ReviewsTab:
    tab = tab_of(open_case(desk, qtbot, case, "reviews"), "reviews")
    assert isinstance(tab, ReviewsTab)
    settle(desk, qtbot)
    return tab


def test_a_test_is_planned_noted_and_taken_over(desk: Desk, qtbot: QtBot) -> None:
    office = desk.jobs.office
    tab = page_of(desk, qtbot, waiting_for_a_test(office))
    before = len(tab.held.gaps)
    assert before == 6
    tab.edit()
    dialog = next(one for one in tab.findChildren(ReviewDialog))
    dialog.route.set_value(VerificationRoute.TEST)
    dialog.state.set_value(ReviewState.DONE)
    dialog.reviewer.set_value("Vērtētāja A")
    dialog.held_on.set_value(make.today(office))
    for field, number in ((dialog.points, 12), (dialog.maximum, 20), (dialog.threshold, 10)):
        field.set_value(number)
    dialog.submit()
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: "12 / 10" in tab.units.texts()[0][-1], timeout=15_000)
    tab.apply()
    taking = next(one for one in tab.findChildren(ApplyTestDialog))
    assert "12 / 10" in taking.reason.value()
    taking.submit()
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: len(tab.held.gaps) == before - 2, timeout=15_000)
    tab.copy_gaps()
    assert len(QGuiApplication.clipboard().text().splitlines()) == before - 1


def test_the_gaps_go_out_on_paper_and_as_a_workbook(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = desk.jobs.office
    tab = page_of(desk, qtbot, waiting_for_a_test(office))
    tab.edit()
    dialog = next(one for one in tab.findChildren(ReviewDialog))
    dialog.route.set_value(VerificationRoute.DEMONSTRATION)
    dialog.requirement.set_value("Parādīt darbu darbnīcā.")
    dialog.requirement_by.set_value(make.today(office))
    dialog.submit()
    settle(desk, qtbot)
    qtbot.mouseClick(tab.print, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    preview = next(one for one in tab.findChildren(PaperPreview))
    said = words(preview._data)
    for part in ("DatZ1010.1", "Parādīt darbu darbnīcā.", desk.language.date(make.today(office))):
        assert part in said
    preview.close()
    target = tmp_path / "trūkumi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(tab.excel, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    rows = list(openpyxl.load_workbook(BytesIO(target.read_bytes())).worksheets[0].values)
    assert sum("DatZ" in str(row[1]) for row in rows) == 6
    assert any("Parādīt darbu darbnīcā." in row for row in rows)


def test_the_queue_is_reached_from_the_sittings_and_found_by_reviewer(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = desk.jobs.office
    case = waiting_for_a_test(office)
    first, second, _ = office.ask(unit_reviews.reviews, case).lines
    for line, name in ((first, "Ilze"), (second, "Jūlija")):
        office.do(unit_reviews.plan, case, line.unit_id, unit_reviews.ReviewForm(reviewer=name))
    sittings = open_at(SittingsScreen, desk, qtbot, Place("sittings"))
    places = went(sittings)
    qtbot.mouseClick(sittings.reviews, Qt.MouseButton.LeftButton)
    screen = open_at(ReviewsScreen, desk, qtbot, places[-1])
    assert screen.list.model.rowCount() == 2
    screen.list.show_query(Query(words="jūlija", sort="planned"))
    quiet(desk, qtbot)
    assert screen.list.model.rowCount() == 1
    gone = went(screen)
    screen.list.focus_first()
    qtbot.keyClick(screen.list.table, Qt.Key.Key_Return)
    assert gone == [Place("case", case, "reviews")]
    target = tmp_path / "rinda.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.keyClick(screen.list.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    quiet(desk, qtbot)
    rows = list(openpyxl.load_workbook(target).worksheets[0].values)
    assert [row[6] for row in rows if "DatZ" in str(row[3])] == ["Jūlija"]


def test_a_sample_is_drawn_and_a_second_look_noted(desk: Desk, qtbot: QtBot) -> None:
    office = desk.jobs.office
    edition = college(office)
    case = make.scored_case(office, edition).id
    screen = open_at(ReviewsScreen, desk, qtbot, Place("reviews", AGREEMENT))
    page = screen.agreement
    assert page.standards.texts()[0][1:] == ["1", "100 % (6/6)"]
    qtbot.mouseClick(page.drawing, Qt.MouseButton.LeftButton)
    drawing = next(one for one in page.findChildren(DrawDialog))
    qtbot.mouseClick(drawing.deed, Qt.MouseButton.LeftButton)
    quiet(desk, qtbot)
    assert [line.case_id for line in page.cases.rows()] == [case]
    qtbot.mouseClick(page.noting, Qt.MouseButton.LeftButton)
    noting = next(one for one in page.findChildren(NoteDialog))
    noting.note.set_value("Vērtēts pareizi.")
    qtbot.mouseClick(noting.deed, Qt.MouseButton.LeftButton)
    quiet(desk, qtbot)
    assert [line.note for line in page.cases.rows()] == ["Vērtēts pareizi."]
    (sample,) = office.ask(moderation.drawings)
    assert sample.noted == 1
    gone = went(screen)
    page.cases.opened.emit(page.cases.rows()[0])
    assert gone == [Place("case", case, "matrix")]


def test_a_sheet_is_bound_to_somebody_who_works_in_the_program(desk: Desk, qtbot: QtBot) -> None:
    office = desk.jobs.office
    opened = make.case(office, college(office))
    make.documented(office, opened.id)
    make.move(office, opened.id, cases.close_portfolio)
    ilze = office.do(users.hire, UserForm("Ilze Asne", OfficeRole.ASSESSOR))
    tab = page_of(desk, qtbot, opened.id)
    seating = SeatDialog(desk, opened.id, None, tab)
    seating.show()
    quiet(desk, qtbot)
    seating.name.set_value("Ilze Asne")
    seating.user.set_value(ilze)
    qtbot.mouseClick(seating.deed, Qt.MouseButton.LeftButton)
    quiet(desk, qtbot)
    assert [one.user_uid for one in office.ask(assessor_load.holders, opened.id)] == [ilze]
    qtbot.mouseClick(tab.hands, Qt.MouseButton.LeftButton)
    dialog = next(one for one in tab.findChildren(SheetOwnerDialog))
    quiet(desk, qtbot)
    assert dialog.user.value() == ilze
    dialog.user.set_value(None)
    qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    quiet(desk, qtbot)
    assert [one.user_uid for one in office.ask(assessor_load.holders, opened.id)] == [None]
