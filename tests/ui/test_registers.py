"""Registers in the window: books with numbered columns, one entry with what proves it, Excel and the check."""

from pathlib import Path
from typing import cast

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from commission_app.errors import refusal
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.services import cases, registers, series_lines
from commission_app.services.series import find_number
from commission_app.store.acts import new_uid
from commission_app.store.work import Work
from commission_app.ui.places import Place
from commission_app.ui.registers.book_panel import BookPanel
from commission_app.ui.registers.findings_dialog import FindingsDialog
from commission_app.ui.registers.registers_screen import RegistersScreen
from commission_app.ui.registers.series_dialog import SeriesDialog
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def opened(hall: Hall, book: Book | None = None) -> RegistersScreen:
    screen = cast("RegistersScreen", hall.open("registers"))
    if book is not None:
        screen.shelf.open_book(book, screen.year)
        hall.wait()
    return screen


def table(screen: RegistersScreen) -> BookPanel:
    return cast("BookPanel", screen.middle.currentWidget())


def cells(screen: RegistersScreen, column: int) -> list[str]:
    shown = table(screen).list
    assert shown is not None
    return [shown.model.index(row, column).data() for row in range(shown.model.rowCount())]


def test_the_book_of_decisions_reads_like_the_printed_one(hall: Hall) -> None:
    case = hearings.registered(hall.house, hall.house.facts.met)
    screen = opened(hall, Book.DECISIONS)
    shown = table(screen).list
    assert shown is not None
    headings = [shown.model.columns[at].title.splitlines() for at in range(shown.model.columnCount())]
    assert [lines[-1] for lines in headings] == [str(at) for at in range(1, len(headings) + 1)]
    assert headings[1][0] == "Decision No."
    (number,) = cells(screen, 1)
    assert number.startswith("L-")
    assert f"{screen.year}: 1 entry" in screen.shelf.texts()
    shown.focus_first()
    hall.wait()
    assert screen.entry.number.text() == number
    assert screen.entry.chain.text() == "chain whole"
    assert screen.entry.fields.text("Case No.") == hall.house.office.ask(cases.card, case).number
    screen.entry.open_noun.click()
    assert hall.gone == [Place("case", case, "decision")]
    screen.entry.show_paper()
    preview = hall.dialog(screen, PaperPreview)
    assert preview.windowTitle() == number
    preview.close()


def test_words_narrow_the_book_and_the_count_follows(hall: Hall) -> None:
    screen = opened(hall, Book.APPLICATIONS)
    shown = table(screen).list
    assert shown is not None
    everybody = cells(screen, 1)
    assert len(everybody) == 6 and shown.line.count_text() == "6 rows"
    shown.line.set_query(type(shown.query())(words="zanete supul"))
    shown.refresh()
    hall.wait()
    assert 0 < len(cells(screen, 1)) < 6
    assert all("Žanete" in name for name in cells(screen, 5))


def test_the_minutes_have_their_book(hall: Hall) -> None:
    done = hearings.decided(hall.house, hall.house.facts.met)
    screen = opened(hall, Book.MINUTES)
    shown = table(screen).list
    assert shown is not None
    (number,) = cells(screen, 1)
    shown.focus_first()
    hall.wait()
    assert screen.entry.number.text() == number
    assert not screen.entry.chain.isVisible()
    screen.entry.open_noun.click()
    assert hall.gone == [Place("sitting", done.id)]
    screen.print_paper()
    preview = hall.dialog(screen, PaperPreview)
    assert preview.windowTitle() == f"Register of minutes {screen.year}"
    preview.close()


@pytest.mark.parametrize("book", [Book.APPLICATIONS, Book.MINUTES, Book.PAYMENTS])
def test_a_book_goes_to_excel(hall: Hall, tmp_path: Path, book: Book) -> None:
    hearings.decided(hall.house, hall.house.facts.met)
    screen = opened(hall, book)
    said: list[str] = []
    screen.happened.connect(lambda news: said.append(news.text))
    screen.write_workbook(tmp_path / "book.xlsx")
    hall.wait()
    assert said == ["Saved as book.xlsx."]
    sheet = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    text = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert set(cells(screen, 1)) <= text


def test_numbering_is_settled_before_the_first_number_and_never_after(hall: Hall) -> None:
    screen = opened(hall, Book.CERTIFICATES)
    screen.settle_numbers()
    dialog = hall.dialog(screen, SeriesDialog)
    dialog.pattern.clear()
    hall.bot.keyClicks(dialog.pattern, "L-{year}/{n}")
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    assert dialog.isVisible() and dialog.form.field("pattern").error() + dialog.banner.text()
    dialog.pattern.clear()
    hall.bot.keyClicks(dialog.pattern, "APL-{year}/{n:03}")
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    lines = hall.house.office.ask(series_lines.lines, screen.year)
    held = next(line for line in lines if line.book is Book.CERTIFICATES)
    assert (held.pattern, held.mode) == ("APL-{year}/{n:03}", NumberMode.GENERATED)
    begun = opened(hall, Book.APPLICATIONS)
    menu = begun.acts.menu()
    numbering = next(one for one in menu.actions() if one.text().startswith("How it is numbered"))
    assert not numbering.isEnabled()


def test_a_voided_number_stays_in_sight_with_its_reason(hall: Hall) -> None:
    hall.house.office.do(_void_one)
    screen = opened(hall, Book.CERTIFICATES)
    assert table(screen).numbers.text() == f"Voided numbers: A-{screen.year}/1 (spoiled)."
    assert any("1 number voided" in text for text in screen.shelf.texts())


def test_the_check_says_that_all_is_well_or_names_what_is_not(hall: Hall) -> None:
    screen = opened(hall)
    screen.check()
    hall.wait()
    assert screen.banner.text().startswith("Everything is in order")
    screen._checked((refusal("check.reference", table="case", row=1),))
    dialog = hall.dialog(screen, FindingsDialog)
    assert len(dialog.texts()) == 1 and "case" in dialog.texts()[0]
    dialog.close()


def _void_one(work: Work) -> None:
    text = registers.reserve(work, Book.CERTIFICATES, new_uid(), work.today.year)
    registers.void(work, find_number(work.session, Book.CERTIFICATES, text).id, "spoiled")
