"""State forms in the window: deliveries, writing off, a certificate on its form, a printer put right, a duplicate."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from commission_app.rules.blank_layout import Offset
from commission_app.rules.vocabulary.blank import BlankState, FormField
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState
from commission_app.services import blank_cards, blank_destructions, blank_layouts, blanks, certificates, exams
from commission_app.services.blanks import LotForm
from commission_app.ui.cases.tabs.certificate_panel import CertificatePanel
from commission_app.ui.cases.tabs.duplicate_dialog import DuplicateDialog
from commission_app.ui.registers.blanks_dialogs import DestroyDialog, LotDialog, WriteOffDialog
from commission_app.ui.registers.blanks_screen import BlanksScreen
from commission_app.ui.today.today_screen import TodayScreen
from commission_app.ui.widgets import blanks_printers
from commission_app.ui.widgets.blanks_calibration_dialog import CalibrationDialog
from commission_app.ui.widgets.blanks_layout_dialog import LayoutDialog
from commission_app.ui.widgets.blanks_print_dialog import ExchangeDialog, FormPrintDialog
from commission_app.ui.widgets.blanks_printers import PrinterChoice
from commission_app.ui.widgets.blanks_printing import made_ready, print_exact
from tests import hearings, make
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


@pytest.fixture(autouse=True)
def own_choices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a computer knows of its printers is kept in a folder of the test."""
    monkeypatch.setenv("COMMISSION_APP_CONFIG", str(tmp_path / "config"))


def look(widget: QWidget, name: str) -> None:
    """Keeps a picture where a person wants to look at it."""
    folder = os.environ.get("COMMISSION_LOOK")
    if folder:
        widget.grab().save(f"{folder}/p3_{name}.png")


def certified(hall: Hall) -> tuple[int, int]:
    """A case with a certificate on the first of five forms in stock: the case and the certificate."""
    office = hall.house.office
    key, (first, second) = hearings.exam(hall.house)
    hearings.record(office, key, {first: (30, 45), second: (10, 10)})
    office.do(exams.close_exam, key)
    case = hall.house.facts.examinees[0]
    form = LotForm(
        CertificateKind.QUALIFICATION, "PK A", "0098", "0102", make.today(office), "Pavadzīme 1", "Anna Ozola"
    )
    office.do(blanks.receive, form)
    seen = hearings.version(office, case)
    made = office.do(certificates.issue, case, seen, form_series="PK A", form_number="0098")
    return case, made


def states(hall: Hall) -> dict[str, BlankState]:
    """The forms of the ledger by number."""
    return {line.number: line.state for line in hall.house.office.ask(blank_cards.page).rows}


def test_a_delivery_is_entered_and_forms_are_written_off_and_destroyed(hall: Hall) -> None:
    screen = hall.open("blanks")
    assert isinstance(screen, BlanksScreen)
    assert screen.lots.none.isVisible()
    look(screen, "empty")
    screen.lots.none.button.click()
    entering = hall.dialog(screen, LotDialog)
    look(entering, "lot")
    values = {"series": "pk a", "number_from": "0098", "number_to": "0105", "basis": "Pavadzīme PLU-123, 12.01.2026."}
    for name, text in values.items():
        entering.form.field(name).input.set_value(text)
    hall.bot.keyClick(entering.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hall.wait()
    screen.refresh()
    hall.wait()
    assert screen.lots.table.texts()[0][2:5] == ["PK A 0098–0105", "8", "8"]
    assert "8 forms" in screen.lots.left.text()
    look(screen, "lots")
    two_are_spoiled(hall, screen)
    an_act_destroys_them(hall, screen)


def two_are_spoiled(hall: Hall, screen: BlanksScreen) -> None:
    """From the delivery to its forms; two of them are written off with a reason."""
    screen.lots.table.opened.emit(screen.lots.table.rows()[0])
    hall.wait()
    forms = screen.forms.list
    hall.bot.keyClick(forms.table, Qt.Key.Key_Down)
    hall.bot.keyClick(forms.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert screen.acts.button.text() == "Spoiled (2) …"
    screen.acts.button.click()
    off = hall.dialog(screen, WriteOffDialog)
    off.deed.click()
    assert off.form.field("reason").error()
    off.form.field("reason").input.set_value("samirkušas")
    off.deed.click()
    hall.wait()
    assert [number for number, state in states(hall).items() if state is BlankState.SPOILED] == ["0099", "0100"]
    screen.refresh()
    hall.wait()
    look(screen, "forms")
    desk = hall.open("today")
    assert isinstance(desk, TodayScreen)
    assert desk.backup.forms.text() == "State forms in stock: 6"


def an_act_destroys_them(hall: Hall, screen: BlanksScreen) -> None:
    """The two that are still chosen are destroyed before two who sign."""
    assert screen.acts.button.text() == "Destroy on an act (2) …"
    screen.acts.button.click()
    act = hall.dialog(screen, DestroyDialog)
    act.form.load({"number": "V-1", "reason": "samirkušas", "manner": "sagriežot"})
    act.deed.click()
    hall.wait()
    assert "at least 2" in act.form.field("board").error()
    look(act, "act")
    act.form.field("board").input.set_value("Zaiga Ozola, direktore\nAnna Ozola, sekretāre")
    act.deed.click()
    hall.wait()
    assert hall.house.office.ask(blank_destructions.destructions)[0].count == 2
    screen.show_part("acts")
    screen.refresh()
    hall.wait()
    look(screen, "acts")


def test_a_certificate_is_printed_on_its_form_and_exchanged_and_replaced(hall: Hall) -> None:
    office = hall.house.office
    case, key = certified(hall)
    page = hall.open("case", case, "decision")
    (panel,) = page.findChildren(CertificatePanel)
    held = office.ask(certificates.card, key)
    panel._print_on_form(held)
    printing = hall.dialog(page, FormPrintDialog)
    assert "PK A 0098" in printing.said.text()
    assert "starting point" in printing.said.text()
    look(printing, "print")
    printing.spoiled.click()
    exchange = hall.dialog(printing, ExchangeDialog)
    exchange.form.field("reason").input.set_value("iestrēga")
    assert exchange.form.values()["form_number"] == "0099", "the next one in stock is proposed"
    exchange.deed.click()
    hall.wait()
    assert (states(hall)["0098"], states(hall)["0099"]) == (BlankState.SPOILED, BlankState.USED)
    assert "PK A 0099" in printing.said.text()
    printing.reject()
    panel._duplicate(office.ask(certificates.card, key))
    lost = hall.dialog(page, DuplicateDialog)
    lost.now.click()
    look(lost, "duplicate")
    lost.next_form.click()
    lost.deed.click()
    hall.wait()
    assert "must be announced" in lost.form.field("announced_in").error()
    lost.form.field("announced_in").input.set_value("Latvijas Vēstnesis, 2026/231")
    lost.form.field("announced_on").input.set_value(make.today(office))
    lost.deed.click()
    hall.wait()
    assert office.ask(certificates.card, key).state is CertificateState.SUPERSEDED
    duplicate = office.ask(certificates.of_case, case)
    assert duplicate is not None
    assert (duplicate.duplicate_of, duplicate.form_number) == (held.number, "0100")


def test_fields_are_moved_and_a_printer_is_put_right(hall: Hall, tmp_path: Path) -> None:
    screen = hall.open("blanks")
    assert isinstance(screen, BlanksScreen)
    screen.settle_layouts()
    layout = hall.dialog(screen, LayoutDialog)
    look(layout, "layout")
    assert layout.start.isVisible()
    before = layout.layout_now.places[0]
    hall.bot.keyClick(layout.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert layout.numbers["x"].text() == "35"
    layout.numbers["y"].setText("62,5")
    layout.numbers["y"].edited.emit()
    assert (layout.layout_now.places[0].x, layout.layout_now.places[0].y) == (before.x + 50, 625)
    layout.deed.click()
    hall.wait()
    stored = hall.house.office.ask(blank_layouts.layouts, CertificateKind.QUALIFICATION)[0]
    assert stored.layout.places[0].y == 625
    assert stored.layout.places[0].field is FormField.NUMBER
    screen.calibrate()
    dialog = hall.dialog(screen, CalibrationDialog)
    look(dialog, "calibrate")
    dialog.left.setText("51,3")
    dialog.top.setText("9")
    dialog.deed.click()
    hall.wait()
    assert "more than 30 mm" in dialog.form.field("top").error()
    printer = str(dialog.printer.value() or "")
    dialog.top.setText("49")
    dialog.deed.click()
    hall.wait()
    assert blanks_printers.recall(printer, "2100x2970").offset == Offset(-13, 10)
    (tmp_path / "config" / blanks_printers.FILE).write_text('{"x|2100x2970": {"x": 99999, "tray": 7}}', "utf-8")
    assert blanks_printers.recall("x", "2100x2970") == PrinterChoice()


def test_a_millimetre_on_the_page_is_a_millimetre_on_the_sheet(hall: Hall, tmp_path: Path) -> None:
    from commission_app.i18n import LATVIAN
    from commission_app.services import blank_printing

    data = hall.house.office.ask(blank_printing.calibration, "x", 2100, 1480, Offset(10, -20), LATVIAN)
    printer = made_ready("", 2100, 1480, PrinterChoice())
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    assert print_exact(printer, data) == 1
    import pypdfium2

    sheet = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")[0]
    assert [round(side * 25.4 / 72) for side in sheet.get_size()] == [210, 148]
    picture = sheet.render(scale=300 / 72, grayscale=True).to_pil()
    row = [picture.getpixel((x, round(36.5 * 300 / 25.4))) for x in range(picture.width)]
    dark = [x * 25.4 / 300 for x, ink in enumerate(row) if ink < 60]
    assert dark and abs(dark[0] - 51) < 0.3, "the upright line of the cross, one millimetre to the right"
