"""The portfolio in the window beyond its list: forms by kind, attempts, submissions, scans, letters."""

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from commission_app.i18n import LATVIAN
from commission_app.rules.evidence_details import EmployerReport, Opinion, OutsideCourse
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.evidence import (
    CourseAssessment,
    EvidenceKind,
    SelfAssessmentLevel,
    SubmissionState,
)
from commission_app.services import cases, evidence, evidence_links, portfolio_papers, self_assessment, submissions
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.office import Office
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.tabs.portfolio_dialog import ItemDialog, ReplaceDialog, TakeOutDialog
from commission_app.ui.cases.tabs.portfolio_originals import CertifyCopiesDialog
from commission_app.ui.cases.tabs.portfolio_tab import PortfolioTab
from commission_app.ui.cases.tabs.submission_dialog import SendBackDialog
from commission_app.ui.desk import Desk
from commission_app.ui.dropped import CONTENTS, LETTER, NAMES, names_of, subject_of
from commission_app.ui.preferences.appearance_page import AppearancePage
from commission_app.ui.scan_folder import FOLDER, TAKEN_FOLDER
from tests import make
from tests.documents.reading import words as text_of_pdf
from tests.ui.case_pages import college, open_case, settle, tab_of
from tests.ui.desks import type_in

KEY = Qt.Key


@pytest.fixture
def case_id(office: Office) -> int:
    """An admitted case with one linked item."""
    opened = make.case(office, college(office))
    make.move(office, opened.id, cases.admit)
    form = EvidenceForm(EvidenceKind.EMPLOYER_REFERENCE, "Atsauksme", "SIA Serveris")
    item = office.do(evidence.attach, opened.id, form, (NewFile("a.txt", b"Labi."),)).item_id
    outcome = office.ask(self_assessment.sheet, opened.id).units[0].rows[0].outcome_id
    office.do(evidence_links.link, item, outcome, "1. lpp.")
    return opened.id


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot, case_id: int) -> CaseScreen:
    """Its page at the portfolio."""
    return open_case(desk, qtbot, case_id, "portfolio")


@pytest.fixture
def tab(screen: CaseScreen) -> PortfolioTab:
    """The portfolio."""
    found = tab_of(screen, "portfolio")
    assert isinstance(found, PortfolioTab)
    return found


def quiet(desk: Desk, qtbot: QtBot) -> None:
    settle(desk, qtbot)
    settle(desk, qtbot)


def dialog_of(tab: PortfolioTab, kind: type) -> object:
    return next(widget for widget in tab.findChildren(kind) if widget.isVisible())


def test_the_form_asks_what_the_kind_needs(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    tab.new()
    dialog = dialog_of(tab, ItemDialog)
    assert isinstance(dialog, ItemDialog)
    dialog.kind.set_value(EvidenceKind.OUTSIDE_COURSE)
    dialog.kind.edited.emit()
    type_in(dialog.title_input, "Tīklu kurss")
    form = dialog.details.form()
    assert form is not None
    type_in(form.field("hours").input, "40,5")  # type: ignore[arg-type]
    form.field("assessment").input.set_value(CourseAssessment.ATTENDANCE)
    dialog.deed.click()
    quiet(desk, qtbot)
    item = office.ask(evidence.portfolio, case_id)[-1]
    assert isinstance(item.form.details, OutsideCourse)
    assert str(item.form.details.hours) == "40.5"
    entry = tab.tree.topLevelItem(1)
    assert entry is not None
    assert "Attendance alone" in entry.toolTip(2)


def test_a_period_that_ends_too_early_is_said_at_its_field(tab: PortfolioTab, desk: Desk, qtbot: QtBot) -> None:
    tab.new()
    dialog = dialog_of(tab, ItemDialog)
    assert isinstance(dialog, ItemDialog)
    dialog.kind.set_value(EvidenceKind.DEMONSTRATION)
    dialog.kind.edited.emit()
    type_in(dialog.title_input, "Darbs")
    form = dialog.details.form()
    assert form is not None
    type_in(form.field("held_from").input, "02.03.2026.")  # type: ignore[arg-type]
    type_in(form.field("held_until").input, "01.03.2026.")  # type: ignore[arg-type]
    dialog.deed.click()
    quiet(desk, qtbot)
    assert "before it begins" in form.field("held_until").error()
    dialog.form.mark_clean()
    dialog.reject()


def test_an_employer_report_is_filled_by_outcome_and_printed(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    row = office.ask(self_assessment.sheet, case_id).units[0].rows[0]
    report = EmployerReport("Jānis Kalns", opinions=(Opinion(row.uid, SelfAssessmentLevel.YES),))
    form = EvidenceForm(EvidenceKind.EMPLOYER_REPORT, "Pārskats", "SIA Serveris", details=report)
    key = office.do(evidence.attach, case_id, form).item_id
    blank = text_of_pdf(office.ask(portfolio_papers.employer_report, case_id, LATVIAN))
    filled = text_of_pdf(office.ask(portfolio_papers.employer_report, case_id, LATVIAN, key))
    assert "DARBA DEVĒJA PĀRSKATS" in blank
    assert "Jānis Kalns" not in blank
    assert "Jānis Kalns" in filled
    assert "SIA Serveris" in filled


def test_originals_are_marked_from_the_menu(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    first = tab.tree.topLevelItem(0)
    assert first is not None
    first.setCheckState(0, Qt.CheckState.Checked)
    tab.originals.keep()
    quiet(desk, qtbot)
    assert not office.ask(evidence.portfolio, case_id)[0].original_returned
    tab.originals.give_back()
    quiet(desk, qtbot)
    tab.originals.certify()
    dialog = dialog_of(tab, CertifyCopiesDialog)
    assert isinstance(dialog, CertifyCopiesDialog)
    type_in(dialog.by, "notāre I. Liepa")
    dialog.deed.click()
    quiet(desk, qtbot)
    item = office.ask(evidence.portfolio, case_id)[0]
    assert (item.original_returned, item.copy_certified_by) == (True, "notāre I. Liepa")
    printed = text_of_pdf(office.ask(portfolio_papers.compared_originals, case_id, LATVIAN))
    assert "Anna Ozola" in printed
    assert "notāre I. Liepa" in printed


def test_a_newer_attempt_takes_the_place_of_the_older(
    tab: PortfolioTab,
    office: Office,
    desk: Desk,
    qtbot: QtBot,
    case_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newer = tmp_path / "jauna.txt"
    newer.write_text("Ļoti labi.", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(newer)], ""))
    tab.tree.setCurrentItem(tab.tree.topLevelItem(0))
    tab.replace.click()
    quiet(desk, qtbot)
    dialog = dialog_of(tab, ReplaceDialog)
    assert isinstance(dialog, ReplaceDialog)
    dialog.deed.click()
    quiet(desk, qtbot)
    old, new = office.ask(evidence.portfolio, case_id)
    assert (old.active, new.active, new.links) == (False, True, 1)
    assert [file.name for file in new.files] == ["jauna.txt"]


def test_taking_out_asks_for_the_reason(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    office.do(evidence.attach, case_id, EvidenceForm(EvidenceKind.CV, "CV"))
    tab._ask_again()
    quiet(desk, qtbot)
    tab.tree.setCurrentItem(tab.tree.topLevelItem(1))
    qtbot.keyClick(tab.tree, KEY.Key_Delete)
    dialog = dialog_of(tab, TakeOutDialog)
    assert isinstance(dialog, TakeOutDialog)
    dialog.deed.click()
    assert dialog.isVisible()
    type_in(dialog.reason, "Cits cilvēks")
    dialog.deed.click()
    quiet(desk, qtbot)
    assert [item.form.title for item in office.ask(evidence.portfolio, case_id)] == ["Atsauksme"]


def test_one_file_of_several_is_taken_out_with_a_reason(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    (item,) = office.ask(evidence.portfolio, case_id)
    office.do(evidence.attach_files, item.id, item.version, (NewFile("cits.txt", b"Cits."),))
    tab._ask_again()
    quiet(desk, qtbot)
    tab.tree.select(item.id, office.ask(evidence.portfolio, case_id)[0].files[1].id)
    tab.remove.click()
    dialog = dialog_of(tab, TakeOutDialog)
    assert isinstance(dialog, TakeOutDialog)
    type_in(dialog.reason, "Pielikts kļūdas dēļ")
    dialog.deed.click()
    quiet(desk, qtbot)
    assert [file.name for file in office.ask(evidence.portfolio, case_id)[0].files] == ["a.txt"]


def test_the_folder_of_the_scanner_is_a_preference_of_this_computer(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = AppearancePage(desk)
    qtbot.addWidget(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.choose_folder.click()
    assert desk.memory.text(FOLDER) == str(tmp_path) == page.scan_folder.text()
    page.forget_folder.click()
    assert desk.memory.text(FOLDER) == ""


def test_the_self_assessment_is_typed_with_figures(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    tab.turn_page("said")
    tree = tab.said.levels.tree
    for key in (KEY.Key_1, KEY.Key_2):
        qtbot.keyClick(tree, key)
        quiet(desk, qtbot)
    sheet = office.ask(self_assessment.sheet, case_id)
    rows = [row for unit in sheet.units for row in unit.rows]
    assert [row.level for row in rows[:2]] == [SelfAssessmentLevel.YES, SelfAssessmentLevel.PARTLY]
    type_in(tab.said.narrative, "Desmit gadu uzturēju serverus.")
    tab.said.save_button.click()
    quiet(desk, qtbot)
    narratives = [unit.narrative for unit in office.ask(self_assessment.sheet, case_id).units]
    assert "Desmit gadu uzturēju serverus." in narratives
    head = tree.topLevelItem(0)
    assert head is not None
    tree.setCurrentItem(head)
    qtbot.keyClick(tree, KEY.Key_3)
    quiet(desk, qtbot)
    assert all(row.level is SelfAssessmentLevel.NO for row in office.ask(self_assessment.sheet, case_id).units[0].rows)


def test_the_portfolio_is_submitted_sent_back_and_submitted_again(
    tab: PortfolioTab, screen: CaseScreen, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    tab.turn_page("submitted")
    tab.submissions.submit.click()
    quiet(desk, qtbot)
    assert office.ask(cases.card, case_id).state is CaseState.DOCUMENTED
    tab.submissions.back.click()
    quiet(desk, qtbot)
    dialog = next(one for one in tab.findChildren(SendBackDialog) if one.isVisible())
    dialog.deed.click()
    quiet(desk, qtbot)
    assert "to be mended" in dialog.form.field("text").error()
    type_in(dialog.text, "Trūkst zīmoga")
    dialog.more.click()
    dialog.about.setCurrentIndex(1)
    type_in(dialog.text, "Nav datuma")
    dialog.deed.click()
    quiet(desk, qtbot)
    assert office.ask(cases.card, case_id).state is CaseState.ADMITTED
    (line,) = office.ask(submissions.of_case, case_id)
    assert [(note.text, note.position) for note in line.notes] == [("Trūkst zīmoga", None), ("Nav datuma", 1)]
    assert "Trūkst zīmoga" in tab.returned.text()
    shown = tab.submissions.tree.texts()
    assert "P1: Nav datuma" in shown
    office.do(evidence.attach, case_id, EvidenceForm(EvidenceKind.CV, "CV"))
    screen.refresh()
    quiet(desk, qtbot)
    assert {"New in the portfolio since submission 1", "Added: P2 CV"} <= set(tab.submissions.tree.texts())
    tab.submissions.submit.click()
    quiet(desk, qtbot)
    states = [one.state for one in office.ask(submissions.of_case, case_id)]
    assert states == [SubmissionState.SUBMITTED, SubmissionState.RETURNED]
    tab.submissions.table.setCurrentIndex(tab.submissions.table.model().index(0, 0))
    quiet(desk, qtbot)
    assert "Added: P2 CV" in tab.submissions.tree.texts()


def test_new_scans_wait_until_they_are_whole_and_are_moved_when_taken(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int, tmp_path: Path
) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    scan = folder / "skens.png"
    scan.write_bytes(b"")
    tab.scans.scans.choose(folder)
    quiet(desk, qtbot)
    assert tab.scans.scans.waiting() == ()
    scan.write_bytes(PNG)
    qtbot.waitUntil(lambda: tab.scans.scans.waiting() == (scan,), timeout=30_000)
    assert tab.scans.text.text().startswith("1 new scan")
    tab.scans.new.click()
    qtbot.waitUntil((folder / TAKEN_FOLDER / "skens.png").is_file, timeout=30_000)
    quiet(desk, qtbot)
    assert not scan.exists()
    assert office.ask(evidence.portfolio, case_id)[-1].files[0].name == "skens.png"
    assert tab.scans.isHidden()


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301"
    "0100c9fe92ef0000000049454e44ae426082"
)


def descriptor(name: str) -> bytes:
    """A FILEGROUPDESCRIPTORW as a mail program of Windows gives it."""
    return struct.pack("<I", 1) + bytes(72) + name.encode("utf-16-le").ljust(520, b"\0")


@pytest.mark.parametrize(
    ("formats", "name"),
    [
        ({LETTER: b"Subject: Atsauksme: Kalns\r\n\r\nLabi.\r\n"}, "Atsauksme Kalns.eml"),
        ({NAMES: descriptor("..\\pielikums.txt"), CONTENTS: b"Labi."}, "pielikums.txt"),
    ],
)
def test_letters_and_attachments_of_a_mail_program_are_taken(
    tab: PortfolioTab,
    office: Office,
    desk: Desk,
    qtbot: QtBot,
    case_id: int,
    formats: dict[str, bytes],
    name: str,
) -> None:
    mime = QMimeData()
    for kind, data in formats.items():
        mime.setData(kind, data)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tab.tree.dropEvent(QDropEvent(QPointF(5, 300), Qt.DropAction.CopyAction, mime, buttons, keys))
    quiet(desk, qtbot)
    assert office.ask(evidence.portfolio, case_id)[-1].files[0].name == name


@pytest.mark.parametrize("block", [b"", b"\xff\xff\xff\xff", struct.pack("<I", 900_000) + b"\x41" * 700])
def test_a_broken_block_of_names_gives_what_is_whole_in_it(block: bytes) -> None:
    assert len(names_of(block)) <= 1


@pytest.mark.parametrize(
    "letter", [b"", b"\xff\xfe\x00", b"Subject: =?utf-8?q?=zz?=\r\n\r\n", b"Subject: a/b\\c\r\n\r\n"]
)
def test_a_letter_always_has_a_name_that_a_file_can_bear(letter: bytes) -> None:
    name = subject_of(letter)
    assert name
    assert not set(name) & set('/\\:*?"<>|')
