"""Fees in the window: price lists entered and followed, a case paid and waived, a group fixed, one invoice for many."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from commission_app.i18n import LATVIAN
from commission_app.rules.hour_prices import HourNorm
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.fee import BalanceState, PaymentKind, PriceKind, Reimburser
from commission_app.services import exams, fee_lists, fees, invoices, price_lists
from commission_app.services.fees import PaymentForm
from commission_app.services.office import Office
from commission_app.services.price_lists import PriceListForm
from commission_app.ui.cases.case_hours_dialog import CaseHoursDialog
from commission_app.ui.cases.cases_screen import CasesScreen
from commission_app.ui.cases.fee_dialogs import MoneyDialog, ReimbursementDialog, WaiverDialog
from commission_app.ui.cases.fees_screen import FeesScreen
from commission_app.ui.cases.invoice_dialogs import InvoiceBox, InvoiceDialog
from commission_app.ui.cases.tabs.fees_tab import FeesTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.preferences import lines_page
from commission_app.ui.preferences.preferences_screen import PreferencesScreen
from commission_app.ui.preferences.price_dialog import PriceDialog
from commission_app.ui.preferences.prices_page import PricesPage
from commission_app.ui.sittings.exam_fees_dialog import ExamFeesDialog
from commission_app.ui.sittings.exam_screen import ExamScreen
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings, make
from tests.hearings import House
from tests.ui.case_pages import college, open_case, settle, tab_of
from tests.ui.desks import open_at, type_in
from tests.ui.hall import Hall, hall

__all__ = ["hall"]
D = TypeVar("D", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton
FLAT = PriceListForm("Cenrādis", PriceKind.PER_APPLICATION, Procedure.HIGHER_EDUCATION, make.LONG_AGO, cents=8000)


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk whose troubles are shown where they belong, as the window does."""
    desk.jobs.troubled.connect(desk.problems.show)
    return desk


def shown(kind: type[D]) -> D:
    return next(one for one in QApplication.allWidgets() if isinstance(one, kind) and one.isVisible())


def deed(desk: Desk, qtbot: QtBot, dialog: FormDialog) -> None:
    qtbot.mouseClick(dialog.deed, LEFT)
    settle(desk, qtbot)


def test_a_list_by_group_is_entered_size_by_size_and_followed_by_a_new_edition(
    told: Desk, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.institution(office)
    screen = open_at(PreferencesScreen, told, qtbot, Place("preferences", None, "prices"))
    settle(told, qtbot)
    page = screen.page()
    assert isinstance(page, PricesPage) and page.none.isVisible()
    page.new()
    dialog = shown(PriceDialog)
    type_in(dialog.name, "Policijas darbs, 34. rinda")
    dialog.since.set_value(make.LONG_AGO)
    for size, price in ((1, "192,75"), (3, "88.36")):
        qtbot.keyClicks(dialog.rows.sizes[size], price)
    deed(told, qtbot, dialog)
    assert "2" in dialog.form.field("rows").error()
    qtbot.keyClicks(dialog.rows.sizes[2], "114,46")
    deed(told, qtbot, dialog)
    (line,) = office.ask(price_lists.lines)
    assert line.form.rows == (19275, 11446, 8836) and line.in_force
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    page.copy()
    again = shown(PriceDialog)
    assert again.form_value().rows == line.form.rows
    deed(told, qtbot, again)
    assert [one.in_force for one in office.ask(price_lists.lines)] == [True, False]
    monkeypatch.setattr(lines_page, "confirm", lambda *_: True)
    page.take_out()
    settle(told, qtbot)
    assert len(office.ask(price_lists.lines)) == 1


def test_a_case_says_what_is_asked_and_why_is_paid_waived_and_its_payer_back_noted(
    told: Desk, office: Office, qtbot: QtBot
) -> None:
    edition = college(office)
    office.do(price_lists.store, None, None, FLAT)
    case = make.case(office, edition).id
    tab = tab_of(open_case(told, qtbot, case, "fees"), "fees")
    assert isinstance(tab, FeesTab)
    settle(told, qtbot)
    assert "Cenrādis" in tab.lines.texts()[0][1] and "80.00" in tab.said.text()
    tab.new()
    money = shown(MoneyDialog)
    money.sum.clear()
    qtbot.keyClicks(money.sum, "30000000")
    deed(told, qtbot, money)
    assert money.form.field("cents").error()
    money.sum.clear()
    qtbot.keyClicks(money.sum, "90")
    deed(told, qtbot, money)
    assert office.ask(fees.card, case).state is BalanceState.OVERPAID
    qtbot.waitUntil(lambda: "10.00" in tab.said.text())
    qtbot.mouseClick(tab.acts.button, LEFT)
    back = shown(MoneyDialog)
    assert (back.kind.value(), back.sum.value()) == (PaymentKind.REFUND, 10)
    deed(told, qtbot, back)
    assert office.ask(fees.card, case).state is BalanceState.SETTLED
    tab._open(WaiverDialog)
    waiver = shown(WaiverDialog)
    waiver.percent.set_value(50)
    type_in(waiver.reason, "Dekāna rīkojums")
    deed(told, qtbot, waiver)
    assert office.ask(fees.card, case).fee.total == 4000
    tab._open(ReimbursementDialog)
    deed(told, qtbot, shown(ReimbursementDialog))
    held = office.ask(fees.card, case).reimbursement
    assert held is not None and held.body is Reimburser.NVA


def test_a_price_by_the_hour_is_entered_and_the_hours_of_a_case_are_counted(
    told: Desk, office: Office, qtbot: QtBot
) -> None:
    edition = college(office)
    page = open_at(PreferencesScreen, told, qtbot, Place("preferences", None, "prices")).page()
    settle(told, qtbot)
    page.new()
    dialog = shown(PriceDialog)
    type_in(dialog.name, "Pēc stundām")
    dialog.procedure.set_value(Procedure.HIGHER_EDUCATION)
    dialog.kind.set_value(PriceKind.BY_HOURS)
    assert dialog.least.isVisible() and not dialog.credits_from.isVisible() and not dialog.rows.isVisible()
    dialog.since.set_value(make.LONG_AGO)
    for field, text in zip((dialog.price, *dialog.hours, dialog.most), ("25", "1,5", "0,1", "1", "100"), strict=True):
        qtbot.keyClicks(field, text)
    deed(told, qtbot, dialog)
    assert dialog.form.field("unit_hours").error(), "hours are counted in quarters"
    dialog.hours[1].clear()
    qtbot.keyClicks(dialog.hours[1], "0,25")
    deed(told, qtbot, dialog)
    (line,) = office.ask(price_lists.lines)
    assert line.form.hours == HourNorm(1500, 250, 1000, None, 10000)
    case = make.case(office, edition).id
    tab = tab_of(open_case(told, qtbot, case, "fees"), "fees")
    assert isinstance(tab, FeesTab)
    settle(told, qtbot)
    assert [row[-1] for row in tab.lines.texts()] == ["37.50", "18.75", "25.00"]
    tab._count_hours()
    hours = shown(CaseHoursDialog)
    assert "0.75" in hours.form.field("assessment")._below.text() and not hours.back.isVisible()
    hours.fields[1].set_value(4)
    deed(told, qtbot, hours)
    assert hours.form.field("reason").error()
    type_in(hours.reason, "Portfolio angļu valodā")
    deed(told, qtbot, hours)
    qtbot.waitUntil(lambda: "62.50" in tab.lines.texts()[-1][-1])
    tab._count_hours()
    qtbot.mouseClick(shown(CaseHoursDialog).back, LEFT)
    settle(told, qtbot)
    assert office.ask(fees.card, case).fee.total == 8125


def test_the_group_of_an_exam_is_fixed_and_opened_again(hall: Hall, paper_house: House) -> None:
    office, (first, _) = paper_house.office, paper_house.facts.examinees
    prices = PriceListForm("MK 791", PriceKind.BY_GROUP, Procedure.VOCATIONAL, make.LONG_AGO, rows=(19275, 11446))
    office.do(price_lists.store, None, None, prices)
    office.do(fees.pay, first, None, PaymentForm(PaymentKind.PAYMENT, 19275, make.today(office)))
    key, _ = hearings.exam(paper_house)
    screen = hall.open("exam", key)
    assert isinstance(screen, ExamScreen)
    screen.fees()
    dialog = hall.dialog(screen, ExamFeesDialog)
    assert "114.46" in dialog.prices.text()
    hall.bot.keyClicks(dialog.travel, "10,01")
    hall.bot.mouseClick(dialog.deed, LEFT)
    hall.wait()
    assert [row[4:6] for row in dialog.table.texts()] == [["0.00", "73.28"], ["119.46", "0.00"]]
    assert not dialog.deed.isVisible()
    hall.bot.mouseClick(dialog.again, LEFT)
    hall.wait()
    assert office.ask(fee_lists.exam_fees, key).fixed_on is None
    assert office.ask(exams.exam_card, key).closed is False
    dialog.reject()


def test_one_payer_for_many_gets_an_invoice_that_is_printed_and_paid(told: Desk, office: Office, qtbot: QtBot) -> None:
    edition = college(office)
    office.do(price_lists.store, None, None, FLAT)
    keys = [make.case(office, edition, serial=serial).id for serial in (0, 1)]
    above = open_at(CasesScreen, told, qtbot, Place("cases"))
    gone: list[Place] = []
    above.go.connect(gone.append)
    qtbot.mouseClick(above.fees, LEFT)
    assert gone == [Place("fees")]
    screen = open_at(FeesScreen, told, qtbot, gone[0])
    settle(told, qtbot)
    assert len(screen.table.rows()) == 2 and "160.00" in screen.sums.text()
    qtbot.mouseClick(screen.copy, LEFT)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3
    qtbot.mouseClick(screen.bill, LEFT)
    bill = shown(InvoiceDialog)
    assert len(bill.ticked()) == 1
    for at in range(bill.cases.count()):
        bill.cases.item(at).setCheckState(Qt.CheckState.Checked)
    bill.form.field("payer").input.set_value("")
    type_in(bill.form.field("payer").input, "SIA „Žņaugs un dēli”")  # type: ignore[arg-type]
    deed(told, qtbot, bill)
    (row,) = office.ask(invoices.invoices)
    assert (row.cases, row.total) == (2, 16000)
    screen.pages.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(screen.bills.rows()) == 1)
    screen.bills.opened.emit(screen.bills.rows()[0])
    box = shown(InvoiceBox)
    box.print_in(LATVIAN)
    qtbot.waitUntil(lambda: any(isinstance(one, PaperPreview) for one in QApplication.topLevelWidgets()))
    settle(told, qtbot)
    shown(PaperPreview).close()
    deed(told, qtbot, box)
    assert [office.ask(fees.card, key).state for key in keys] == [BalanceState.SETTLED] * 2
    screen.state.set_value(BalanceState.UNPAID)
    settle(told, qtbot)
    assert screen.table.rows() == () and not screen.bill.isVisible()
