"""Printing from the window: pages chosen, sheets that lie as the pages do, a job off the window's thread."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from commission_app.errors import CancelledError, UnavailableError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.archive import EnvelopeSize
from commission_app.services import papers
from commission_app.services.office import Office
from commission_app.ui.cases.case_papers_dialog import CasePapersDialog
from commission_app.ui.cases.tabs.papers_tab import PapersTab
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.paper_preview import PaperPreview
from commission_app.ui.widgets.print_choice import TO_FILE, PrintChoice, pages_of, remembered
from commission_app.ui.widgets.print_dialog import PrintDialog
from commission_app.ui.widgets.print_printers import set_up
from commission_app.ui.widgets.printing import print_papers
from tests import make
from tests.documents.sample_mail import envelopes, registered
from tests.ui.case_pages import college, open_case, settle, tab_of


@pytest.mark.parametrize(
    ("text", "last", "pages"),
    [
        ("", 3, (1, 2, 3)),
        ("1-3, 5", 6, (1, 2, 3, 5)),
        ("2–", 4, (2, 3, 4)),
        ("-2", 4, (1, 2)),
        ("4;4;2", 4, (2, 4)),
        ("3-9", 4, (3, 4)),
        ("0", 4, None),
        ("3-1", 4, None),
        ("9", 4, None),
        ("a", 4, None),
        ("1-2-3", 4, None),
    ],
)
def test_pages_are_read_as_a_person_writes_them(text: str, last: int, pages: tuple[int, ...] | None) -> None:
    assert pages_of(text, last) == pages


@given(st.text(alphabet="0123456789,;-– a", max_size=12), st.integers(1, 50))
def test_whatever_is_typed_never_names_a_page_that_is_not_there(text: str, last: int) -> None:
    found = pages_of(text, last)
    assert found is None or (set(found) <= set(range(1, last + 1)) and list(found) == sorted(set(found)))


def sizes(path: Path) -> list[tuple[int, int]]:
    """The pages of a printed file in whole millimetres."""
    document = QPdfDocument()
    document.load(str(path))
    found = [document.pagePointSize(at) for at in range(document.pageCount())]
    document.close()
    return [(round(one.width() * 25.4 / 72), round(one.height() * 25.4 / 72)) for one in found]


@pytest.fixture
def case_id(office: Office) -> int:
    """A case that was just received, of somebody whose address is known."""
    return make.case(office, college(office)).id


def test_every_sheet_lies_as_its_page(office: Office, case_id: int, tmp_path: Path, qtbot: QtBot) -> None:
    receipt = office.ask(papers.receipt, case_id, LATVIAN)
    wide, letter = registered(LATVIAN), envelopes(EnvelopeSize.DL, LATVIAN)
    out = tmp_path / "all.pdf"
    printer = set_up(PrintChoice(TO_FILE), "x", str(out))
    seen: list[tuple[int, int]] = []
    assert print_papers(printer, (receipt, wide, letter, receipt), None, lambda *at: seen.append(at)) == 4
    assert sizes(out) == [(210, 297), (297, 210), (220, 110), (210, 297)]
    assert seen[0] == (0, 4) and seen[-1] == (4, 4)
    some = tmp_path / "some.pdf"
    assert print_papers(set_up(PrintChoice(TO_FILE), "x", str(some)), (receipt, wide, letter), (2,)) == 1
    assert sizes(some) == [(297, 210)]
    both = set_up(PrintChoice(TO_FILE), "x", str(tmp_path / "both.pdf"))
    both.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    if both.duplex() == QPrinter.DuplexMode.DuplexLongSide:
        print_papers(both, (receipt, receipt))
        assert len(sizes(tmp_path / "both.pdf")) == 3, "the second paper begins on a sheet of its own"


def test_a_job_can_be_cancelled_and_a_printer_that_takes_nothing_is_named(
    office: Office, case_id: int, tmp_path: Path, qtbot: QtBot
) -> None:
    receipt = office.ask(papers.receipt, case_id, ENGLISH)

    def stop(done: int, _total: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        print_papers(set_up(PrintChoice(TO_FILE), "x", str(tmp_path / "a.pdf")), (receipt, receipt), None, stop)
    with pytest.raises(UnavailableError):
        print_papers(set_up(PrintChoice(TO_FILE), "x", str(tmp_path / "no" / "b.pdf")), (receipt,))


def test_from_the_case_to_the_printed_file(
    desk: Desk, qtbot: QtBot, office: Office, case_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_case(desk, qtbot, case_id, "papers")
    tab = tab_of(screen, "papers")
    assert isinstance(tab, PapersTab)
    tab.tools["more"].click()
    settle(desk, qtbot)
    dialog = next(one for one in tab.findChildren(CasePapersDialog) if one.isVisible())
    dialog.paper.set_value("office-funder")
    assert not dialog.deed.isEnabled() and "neither a result" in dialog.banner.text()
    dialog.paper.set_value("office-application")
    dialog.deed.click()
    settle(desk, qtbot)
    preview = next(one for one in dialog.findChildren(PaperPreview) if one.isVisible())
    printing = preview.print_paper()
    assert isinstance(printing, PrintDialog)
    printing.printer.set_value(TO_FILE)
    printing.range.set_value("7")
    printing.deed.click()
    assert "1-3, 5" in printing.form.field("pages").error()
    printing.range.set_value("1")
    out = tmp_path / "application.pdf"
    monkeypatch.setattr("commission_app.ui.widgets.print_dialog.QFileDialog.getSaveFileName", lambda *_: (str(out), ""))
    printing.deed.click()
    settle(desk, qtbot)
    assert sizes(out) == [(210, 297)] and "application.pdf" in preview.banner.text()
    kept = json.loads(desk.memory.text("print/office-application"))
    assert kept == {"printer": TO_FILE, "sides": "one", "tray": ""}
    assert remembered(desk.memory, "office-application", ("HP",), "HP").printer == TO_FILE
    assert remembered(desk.memory, "another kind", ("HP",), "HP").printer == "HP"
    preview.close()
    dialog.reject()
    tab.print_all()
    settle(desk, qtbot)
    every = next(one for one in tab.findChildren(PaperPreview) if one.isVisible())
    assert every.view.page_count() >= 1
    every.close()
