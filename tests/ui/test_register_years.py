"""The year of a book in the window: closed, proved, reopened; an old register taken in; the institution's template."""

from datetime import date
from pathlib import Path
from typing import cast

import openpyxl  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from commission_app.i18n import ENGLISH
from commission_app.rules.vocabulary.register import Book
from commission_app.services import book_templates, register_import, registers
from commission_app.ui.front_desk import FrontDesk
from commission_app.ui.places import Place
from commission_app.ui.registers.closing_dialogs import ClosingDialog, ProofDialog, ReopenDialog
from commission_app.ui.registers.import_dialog import ImportDialog
from commission_app.ui.registers.registers_screen import RegistersScreen
from commission_app.ui.registers.template_dialog import TemplateDialog
from commission_app.ui.screens import open_screen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.services.test_old_registers import old_file, row
from tests.ui.desks import type_in
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def at(hall: Hall, book: Book, year: int) -> RegistersScreen:
    screen = cast("RegistersScreen", open_screen(hall.desk, Place("registers", book.value)))
    hall.bot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    screen.refresh()
    hall.wait()
    screen.shelf.open_book(book, year)
    hall.wait()
    return screen


def choose(hall: Hall, screen: RegistersScreen, words: str) -> None:
    entry = next(one for one in screen.acts.menu().actions() if one.text().startswith(words))
    assert entry.isEnabled(), words
    entry.trigger()
    hall.wait()


def press(hall: Hall, button: QWidget) -> None:
    hall.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    hall.wait()


def paper(hall: Hall, screen: RegistersScreen) -> None:
    preview = hall.dialog(screen, PaperPreview)
    assert preview.windowTitle() == screen.book_title()
    preview.close()


def test_a_year_is_closed_proved_and_reopened_with_a_reason(hall: Hall) -> None:
    office = hall.house.office
    year = make.today(office).year - 1
    found = FrontDesk(hall.desk)._places("of applic")
    assert [one.text for one in found] == ["Register of applications"]
    assert found[0].place == Place("registers", "applications")
    case = make.case(office, hall.house.facts.edition, serial=70, received=date(year, 11, 3))
    screen = at(hall, Book.APPLICATIONS, year + 1)
    running = next(one for one in screen.acts.menu().actions() if one.text().startswith("Close the year"))
    assert not running.isEnabled()
    screen = at(hall, Book.APPLICATIONS, year)
    choose(hall, screen, "Close the year")
    closing = hall.dialog(screen, ClosingDialog)
    assert closing.facts.text("Carried over, not finished") == case.number
    closing.all_books.setChecked(True)
    press(hall, closing.deed)
    assert f"{year}: 1 entry, closed" in screen.shelf.texts()
    choose(hall, screen, "Protocol of the closing")
    paper(hall, screen)
    choose(hall, screen, "Proof that the year")
    proof = hall.dialog(screen, ProofDialog)
    held = screen.held.closing if screen.held is not None else None
    assert held is not None
    type_in(proof.earlier, held.hash[:16])
    press(hall, proof.deed)
    paper(hall, screen)
    choose(hall, screen, "Reopen the year")
    again = hall.dialog(screen, ReopenDialog)
    press(hall, again.deed)
    assert again.isVisible() and again.form.field("reason").error()
    type_in(again.reason, "Atrasts iesniegums.")
    press(hall, again.deed)
    assert f"{year}: 1 entry" in screen.shelf.texts()


def test_an_old_register_comes_in_and_a_year_goes_into_the_own_template(hall: Hall, tmp_path: Path) -> None:
    office = hall.house.office
    path = tmp_path / "vecais reģistrs.xlsx"
    path.write_bytes(old_file(row(), row(number="A-13", name="=Žņaugs"), row(number="A-14", day="pērn"), above=1))
    screen = at(hall, Book.CERTIFICATES, make.today(office).year)
    choose(hall, screen, "Take in an old register")
    dialog = hall.dialog(screen, ImportDialog)
    dialog.open_path(path)
    hall.wait()
    assert dialog.columns.head.value() == 2 and dialog.columns.choices[4].value() == "Vārds, uzvārds"
    assert dialog.remarks.count() == 2 and not dialog.deed.isEnabled() and "Rows with errors: 2" in dialog.why.text()
    dialog.good_only.click()
    assert dialog.deed.text() == "Take in 1 entry" and dialog.deed.isEnabled()
    dialog.columns.choices[9].setCurrentIndex(0)
    dialog.columns.choices[9].edited.emit()
    hall.wait()
    assert "Choose the column" in dialog.banner.text() and not dialog.deed.isEnabled()
    dialog.columns.choices[9].set_value("Izdots")
    dialog.columns.edited.emit()
    hall.wait()
    press(hall, dialog.deed)
    assert "2019: 1 entry, taken in from vecais reģistrs.xlsx" in screen.shelf.texts()
    line = next(one for one in office.ask(registers.books) if one.source)
    screen.shelf.open_book(Book.CERTIFICATES, 2019, line.source)
    hall.wait()
    table = screen.tables[screen.at]
    assert "taken in from the file vecais reģistrs.xlsx" in table.numbers.text().lower()
    assert table.list is not None
    table.list.focus_first()
    hall.wait()
    assert screen.entry.corrections.text().startswith("Taken in from vecais") and not screen.entry.open_noun.isVisible()
    own_template(hall, screen, path)


def own_template(hall: Hall, screen: RegistersScreen, path: Path) -> None:
    """A file without the row is refused by the name it lacks; the sample is kept, filled and taken away again."""
    office, filled = hall.house.office, path.with_name("aizpildīts.xlsx")
    choose(hall, screen, "Own Excel template")
    own = hall.dialog(screen, TemplateDialog)
    own.keep(path)
    hall.wait()
    assert "IERAKSTI" in own.banner.text() and not own.write_button.isVisible()
    own.keep_file("mūsu.xlsx", office.ask(book_templates.sample, Book.CERTIFICATES, ENGLISH))
    hall.wait()
    assert own.facts.text("Template") == "mūsu.xlsx"
    own.write_to(filled)
    hall.wait()
    sheet = openpyxl.load_workbook(filled).active
    assert "A-12" in {cell.value for line in sheet.iter_rows() for cell in line}
    press(hall, own.remove_button)
    assert not own.facts.isVisible()
    own.reject()


def test_a_taking_in_that_is_cancelled_can_be_gone_on_with(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_import, "PIECE", 1)
    year = make.today(hall.house.office).year
    screen = at(hall, Book.CERTIFICATES, year)
    choose(hall, screen, "Take in an old register")
    dialog = hall.dialog(screen, ImportDialog)
    dialog.open_file("vecais.xlsx", old_file(*(row(number=f"A-{n}") for n in range(30))))
    hall.wait()
    hall.desk.jobs.stepped.connect(lambda ticket: ticket.cancel() if ticket.done >= 2 else None)
    press(hall, dialog.deed)
    assert "broken off after" in screen.banner.text()
    (left,) = hall.house.office.ask(register_import.unfinished, Book.CERTIFICATES)
    assert 0 < left.taken < 30
    hall.desk.jobs.stepped.disconnect()
    choose(hall, screen, "Take in an old register")
    again = hall.dialog(screen, ImportDialog)
    press(hall, again.unfinished)
    press(hall, again.deed)
    assert "2019: 30 entries, taken in from vecais.xlsx" in screen.shelf.texts()
