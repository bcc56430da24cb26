"""Pay of the commission in the window: rates entered, a period counted, the sheet printed and saved."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from commission_app.rules.vocabulary.remuneration import PaidAct, PaidBy
from commission_app.services import remuneration_rates
from commission_app.services.remuneration_rates import RateForm
from commission_app.ui.cases.fees_screen import FeesScreen
from commission_app.ui.places import Place
from commission_app.ui.preferences import lines_page
from commission_app.ui.preferences.preferences_screen import PreferencesScreen
from commission_app.ui.preferences.rate_dialog import RateDialog
from commission_app.ui.preferences.rates_page import RatesPage
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings, make
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


LEFT = Qt.MouseButton.LeftButton


def test_rates_are_entered_copied_and_taken_out(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    office, bot = hall.house.office, hall.bot
    preferences = hall.open("preferences", tab="rates")
    assert isinstance(preferences, PreferencesScreen)
    page = preferences.page()
    assert isinstance(page, RatesPage) and page.none.isVisible()
    page.new()
    dialog = hall.dialog(page, RateDialog)
    dialog.measure.set_value(PaidBy.CASE)
    dialog.since.set_value(make.LONG_AGO)
    bot.keyClicks(dialog.sum, "12,345")
    bot.mouseClick(dialog.deed, LEFT)
    assert dialog.form.field("cents").error(), "a rate has whole cents"
    dialog.sum.clear()
    bot.keyClicks(dialog.sum, "12,34")
    bot.mouseClick(dialog.deed, LEFT)
    hall.wait()
    (line,) = office.ask(remuneration_rates.lines)
    assert (line.form.measure, line.form.cents, line.form.role) == (PaidBy.CASE, 1234, None)
    page.copy()
    again = hall.dialog(page, RateDialog)
    bot.mouseClick(again.deed, LEFT)
    hall.wait()
    assert again.form.field("valid_from").error(), "two rates would hold today"
    again.paid_for.set_value(PaidAct.SCORING)
    assert again.form.field("role").isHidden() and again.measure.value() is PaidBy.CASE
    bot.mouseClick(again.deed, LEFT)
    hall.wait()
    assert len(page.table.rows()) == 2
    monkeypatch.setattr(lines_page, "confirm", lambda *_: True)
    page.table.selectRow(1)
    page.take_out()
    hall.wait()
    assert [one.form.act for one in office.ask(remuneration_rates.lines)] == [PaidAct.SITTING]


def test_the_pay_of_a_period_is_counted_printed_and_saved(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, bot = hall.house.office, hall.bot
    hearings.decided(hall.house, hall.house.facts.met)
    screen = hall.open("fees", tab="pay")
    assert isinstance(screen, FeesScreen)
    pay = screen.pay
    pay.acts_ticked[PaidAct.SCORING].click()
    hall.wait()
    assert "sitting" in pay.banner.text() and not pay.acts.isVisible()
    pay._rates()
    assert hall.gone == [Place("preferences", None, "rates")]
    rate = RateForm(PaidAct.SITTING, PaidBy.CASE, 1234, make.LONG_AGO)
    office.do(remuneration_rates.store, None, None, rate)
    screen.refresh()
    hall.wait()
    assert [row[-1] for row in pay.people.texts()] == ["12.34"] * 3
    assert "37.02" in pay.sum.text() and len(pay.lines.rows()) == 1
    bot.mouseClick(pay.acts.button, LEFT)
    hall.wait()
    (paper,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PaperPreview) and one.isVisible())
    paper.close()
    target = tmp_path / "alga.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    pay.save_book()
    hall.wait()
    assert target.read_bytes()[:2] == b"PK"
    pay.until.set_value(make.today(office) - timedelta(400))
    pay.refresh()
    hall.wait()
    assert pay.banner.text() and not pay.people.isVisible()
