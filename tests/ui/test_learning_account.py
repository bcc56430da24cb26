"""The calculator of a learning account in the window: counted while one types, printed, kept with a case."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.rules.funding import FundingInput
from commission_app.rules.vocabulary.fee import PaymentKind
from commission_app.rules.vocabulary.funding import FundingKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services import book_files, fees, learning_accounts
from commission_app.services.fees import PaymentForm
from commission_app.services.office import Office
from commission_app.ui.cases.fees_screen import FeesScreen
from commission_app.ui.cases.funding_dialog import FundingDialog
from commission_app.ui.cases.tabs.fees_tab import FeesTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.ui.case_pages import college, open_case, settle, tab_of
from tests.ui.desks import open_at
from tests.ui.test_fees import deed, shown


def test_the_example_of_the_slides_is_counted_capped_kept_and_taken_out(
    desk: Desk, office: Office, qtbot: QtBot
) -> None:
    case = make.case(office, college(office)).id
    tab = tab_of(open_case(desk, qtbot, case, "fees"), "fees")
    assert isinstance(tab, FeesTab)
    settle(desk, qtbot)
    tab._count_account()
    dialog = shown(FundingDialog)
    dialog.kind.set_value(FundingKind.MODULE_SET)
    dialog.day.set_value(date(2024, 10, 1))
    qtbot.keyClicks(dialog.hours, "34; x")
    deed(desk, qtbot, dialog)
    assert "x" in dialog.form.field("hours").error()
    dialog.hours.clear()
    qtbot.keyClicks(dialog.hours, "34; 136")
    qtbot.waitUntil(lambda: "608.99" in dialog.payable.text())
    assert "exceeds the cap of 427.43" in dialog.lines.texts()[1][1]
    qtbot.keyClicks(dialog.cost, "500,00")
    qtbot.waitUntil(lambda: "500.00" in dialog.payable.text())
    dialog.copy.click()
    assert "427.43" in QGuiApplication.clipboard().text()
    dialog.printing.click()
    settle(desk, qtbot)
    assert shown(PaperPreview).windowTitle() == dialog.windowTitle()
    deed(desk, qtbot, dialog)
    kept = office.ask(fees.card, case).account
    assert kept is not None and kept.payable == kept.funding.payable == 50000
    qtbot.waitUntil(lambda: "500.00" in tab.back.text())
    tab._count_account()
    again = shown(FundingDialog)
    qtbot.waitUntil(lambda: again.hours.text() == "34; 136" and again.out.isVisible())
    again.take_out()
    settle(desk, qtbot)
    assert office.ask(learning_accounts.of_case, case) is None


def test_anybody_may_count_from_the_list_of_payments_and_a_day_before_the_rates_is_refused(
    desk: Desk, office: Office, qtbot: QtBot
) -> None:
    make.institution(office)
    desk.jobs.troubled.connect(desk.problems.show)
    screen = open_at(FeesScreen, desk, qtbot, Place("fees"))
    screen.account.click()
    dialog = shown(FundingDialog)
    assert not dialog.deed.isVisible()
    dialog.day.set_value(date(2024, 9, 3))
    qtbot.keyClicks(dialog.hours, "167")
    qtbot.waitUntil(lambda: "2024" in dialog.form.field("date").error())
    dialog.reject()


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH], ids=["lv", "en"])
def test_the_calculation_is_a_paper_and_a_workbook(office: Office, language: Language) -> None:
    from openpyxl import load_workbook

    make.institution(office)
    asked = FundingInput(FundingKind.COURSE, (Decimal(160),), date(2024, 10, 1))
    assert office.ask(learning_accounts.paper, asked, None, language).startswith(b"%PDF")
    sheet = load_workbook(BytesIO(office.ask(learning_accounts.workbook, asked, language))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][3:6] == [824, 412.13, 412.13]


def test_the_register_of_payments_is_a_workbook_with_what_came_and_what_is_left(office: Office) -> None:
    from openpyxl import load_workbook

    edition, day = college(office), make.today(office)
    case = make.case(office, edition, fee_cents=8000)
    office.do(fees.pay, case.id, None, PaymentForm(PaymentKind.PAYMENT, 5000, day, "SIA Amata", "MU-1"))
    sheet = load_workbook(BytesIO(office.ask(book_files.workbook, Book.PAYMENTS, day.year, LATVIAN))).worksheets[0]
    heads, row = [cell.value for cell in sheet[1]], [cell.value for cell in sheet[3]]
    found = dict(zip(heads, row, strict=True))
    assert (found["Lietas Nr."], found["Maksātājs (reģ. Nr.)"]) == (case.number, "SIA Amata")
    assert (found["Aprēķināts, EUR"], found["Starpība (piemaksa / atmaksa)"]) == (80, 30)
    assert found["Samaksāts, EUR, datums"] == f"{LATVIAN.money(5000)}, {LATVIAN.date(day)}"
