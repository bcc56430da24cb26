"""The portfolio in the window: files dropped by handfuls, compared with originals, previewed, taken out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.services import evidence, papers
from commission_app.services.evidence_intake import guess
from commission_app.services.office import Office
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.tabs.portfolio_dialog import ItemDialog
from commission_app.ui.cases.tabs.portfolio_tab import PortfolioTab
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.document_view import DocumentView
from commission_app.ui.widgets.printing import print_pages
from tests import make
from tests.ui.case_pages import college, open_case, settle, tab_of


@pytest.fixture
def case_id(office: Office) -> int:
    """A case that was just received."""
    return make.case(office, college(office)).id


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


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    """A picture, a text, and two that cannot be evidence."""
    picture = QImage(320, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    picture.save(str(tmp_path / "darba_ligums-2019.png"))
    (tmp_path / "CV.txt").write_text("Dzīves gājums\n", "utf-8")
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "virus.exe").write_bytes(b"MZ" + b"\0" * 200)
    return tuple(sorted(tmp_path.glob("*.*")))


def drop(tab: PortfolioTab, paths: tuple[Path, ...], at: QPointF) -> None:
    """Drops files onto the list."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tab.tree.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, mime, buttons, keys))


def test_of_many_dropped_files_the_good_are_taken_and_the_others_named(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int, files: tuple[Path, ...]
) -> None:
    wanted = tuple(path for path in files if path.suffix in (".png", ".txt", ".pdf", ".exe"))
    drop(tab, wanted, QPointF(5, 300))
    settle(desk, qtbot)
    settle(desk, qtbot)
    stored = office.ask(evidence.portfolio, case_id)
    assert {(item.form.kind, item.form.title) for item in stored} >= {
        (EvidenceKind.CV, "CV"),
        (EvidenceKind.EMPLOYMENT_CONTRACT, "Darba ligums 2019"),
    }
    assert tab.tree.topLevelItemCount() == len(stored)
    assert "empty.pdf" in tab.notice.text()
    assert "files were taken in" in tab.notice.text()


def test_an_empty_portfolio_is_one_sentence_and_one_button(tab: PortfolioTab) -> None:
    assert tab.drop.isVisible()
    assert tab.drop.button.isVisible()
    assert not tab.tree.isVisible()
    assert not tab.compare.isVisible()


def test_a_file_dropped_on_an_item_joins_it(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int, files: tuple[Path, ...]
) -> None:
    text = next(path for path in files if path.suffix == ".txt")
    picture = next(path for path in files if path.suffix == ".png")
    tab.take((text,))
    settle(desk, qtbot)
    settle(desk, qtbot)
    first = tab.tree.topLevelItem(0)
    assert first is not None
    drop(tab, (picture,), QPointF(tab.tree.visualItemRect(first).center()))
    settle(desk, qtbot)
    settle(desk, qtbot)
    (item,) = office.ask(evidence.portfolio, case_id)
    assert [file.name for file in item.files] == ["CV.txt", "darba_ligums-2019.png"]


def test_all_ticked_items_are_compared_with_their_originals_in_one_act(
    screen: CaseScreen, tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    for title in ("Diploms", "Atsauksme", "CV"):
        office.do(evidence.attach, case_id, evidence.EvidenceForm(EvidenceKind.OTHER, title))
    screen.refresh()
    qtbot.waitUntil(lambda: tab.tree.topLevelItemCount() == 3)
    settle(desk, qtbot)
    tab.tree.setCurrentItem(tab.tree.topLevelItem(0))
    qtbot.keyClick(tab.tree, Qt.Key.Key_Space)
    last = tab.tree.topLevelItem(2)
    assert last is not None
    last.setCheckState(0, Qt.CheckState.Checked)
    assert tab.compare.text() == "Compared with the original (2)"
    tab.compare.click()
    settle(desk, qtbot)
    stored = office.ask(evidence.portfolio, case_id)
    assert [item.compared_by for item in stored] == ["Anna Ozola", "", "Anna Ozola"]


def test_comparing_nothing_is_refused_in_words(
    screen: CaseScreen, tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    office.do(evidence.attach, case_id, evidence.EvidenceForm(EvidenceKind.OTHER, "Diploms"))
    screen.refresh()
    settle(desk, qtbot)
    tab.compare.click()
    settle(desk, qtbot)
    assert screen.banner.text()


def test_an_item_is_entered_and_corrected_at_the_keyboard(
    tab: PortfolioTab, office: Office, desk: Desk, qtbot: QtBot, case_id: int
) -> None:
    tab.new()
    dialog = next(widget for widget in tab.findChildren(ItemDialog) if widget.isVisible())
    dialog.kind.set_value(EvidenceKind.EMPLOYER_REFERENCE)
    qtbot.keyClicks(dialog.title_input, "Atsauksme")
    dialog.deed.click()
    settle(desk, qtbot)
    settle(desk, qtbot)
    assert [item.form.title for item in office.ask(evidence.portfolio, case_id)] == ["Atsauksme"]
    tab.edit()
    again = next(widget for widget in tab.findChildren(ItemDialog) if widget.isVisible())
    qtbot.keyClicks(again.issuer, "Serveris")
    again.deed.click()
    settle(desk, qtbot)
    settle(desk, qtbot)
    assert office.ask(evidence.portfolio, case_id)[0].form.issuer == "Serveris"


def test_the_chosen_file_is_previewed(tab: PortfolioTab, desk: Desk, qtbot: QtBot, files: tuple[Path, ...]) -> None:
    tab.take(tuple(path for path in files if path.suffix == ".txt"))
    settle(desk, qtbot)
    settle(desk, qtbot)
    assert tab.preview.name.text().startswith("CV.txt")
    assert tab.preview.view.text.toPlainText() == "Dzīves gājums\n"


def test_a_paper_turns_its_pages_and_is_printed(
    office: Office, desk: Desk, qtbot: QtBot, case_id: int, tmp_path: Path
) -> None:
    data = office.ask(papers.receipt, case_id, LATVIAN)
    view = DocumentView(desk)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.show_bytes("receipt.pdf", "application/pdf", data)
    assert view.page_count() == 1
    view.zoom(2.0)
    assert view.pdf.zoomFactor() > 0
    view.fit()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(printer, data) == 1
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == 1
    printed.close()


def test_a_broken_document_is_named_and_not_shown(desk: Desk, qtbot: QtBot) -> None:
    view = DocumentView(desk)
    qtbot.addWidget(view)
    view.show_bytes("letter.docx", "application/zip", b"PK")
    assert "letter.docx" in view.other._sentence.text()
    view.show_bytes("scan.png", "image/png", b"no picture")
    assert "scan.png" in view.other._sentence.text()


def test_a_picture_stands_upright(desk: Desk, qtbot: QtBot) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    view = DocumentView(desk)
    qtbot.addWidget(view)
    view.show_bytes("photo.png", "image/png", bytes(buffer.data().data()))
    assert view.picture._whole.width() == 40
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("amata_apraksts.pdf", EvidenceKind.JOB_DESCRIPTION, "Amata apraksts"),
        ("Dzīves apraksts.docx", EvidenceKind.CV, "Dzīves apraksts"),
        ("IMG_2041.jpg", EvidenceKind.PHOTO_OR_VIDEO, "IMG 2041"),
        ("diploms.pdf", EvidenceKind.CERTIFICATE, "Diploms"),
        ("xyz.pdf", EvidenceKind.OTHER, "Xyz"),
    ],
)
def test_a_file_is_guessed_by_its_name(name: str, kind: EvidenceKind, title: str) -> None:
    form = guess(name)
    assert (form.kind, form.title) == (kind, title)
