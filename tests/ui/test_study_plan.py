"""The study plan in the window: proposed, counted anew as one types, refused in words, printed; semesters entered."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from commission_app.i18n import ENGLISH
from commission_app.rules.vocabulary.standard import UnitKind
from commission_app.services.standard_forms import UnitForm
from commission_app.ui.cases.study_plan_dialog import StudyPlanDialog
from commission_app.ui.cases.tabs.credits_tab import CreditsTab
from commission_app.ui.standards.node_forms import unit_form
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests.ui.case_pages import open_case, tab_of
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def test_the_plan_follows_what_is_typed_and_is_printed_as_it_stands(hall: Hall) -> None:
    tab = tab_of(open_case(hall.desk, hall.bot, hall.house.facts.none_met, "credits"), "credits")
    assert isinstance(tab, CreditsTab)
    hall.wait()
    tab.plan.click()
    dialog = hall.dialog(tab, StudyPlanDialog)
    hall.wait()
    assert (dialog.entry.value(), dialog.cap.value()) == (1, 30)
    assert [row[0] for row in dialog.table.texts()] == ["1", "1", "1"] and "draft" in dialog.note.text()
    dialog.cap.clear()
    hall.bot.keyClicks(dialog.cap, "6,5")
    dialog.refresh()
    hall.wait()
    assert [row[0] for row in dialog.table.texts()] == ["1", "2", "3"]
    dialog.entry.clear()
    hall.bot.keyClicks(dialog.entry, "20")
    dialog.refresh()
    hall.wait()
    assert "16" in dialog.banner.text() and not dialog.prints["en"].isEnabled()
    dialog.entry.clear()
    hall.bot.keyClicks(dialog.entry, "4")
    dialog.refresh()
    hall.wait()
    assert [row[0] for row in dialog.table.texts()] == ["4", "5", "6"] and not dialog.banner.text()
    hall.bot.mouseClick(dialog.prints["en"], Qt.MouseButton.LeftButton)
    hall.wait()
    (paper,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PaperPreview) and one.isVisible())
    paper.close()
    hall.bot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_semester_of_a_unit_is_entered_in_the_library(hall: Hall) -> None:
    over = QWidget()
    hall.bot.addWidget(over)
    form = unit_form(ENGLISH, over, ())
    field = form.field("semester").input
    assert isinstance(field, NumberEdit)
    form.load(UnitForm("DatZ1010", UnitKind.COURSE, "Kurss", credits=Decimal(6)))
    hall.bot.keyClicks(field, "17")
    assert not form.check() and form.field("semester").error()
    field.clear()
    hall.bot.keyClicks(field, "5")
    entered = form.entered()
    assert isinstance(entered, UnitForm) and entered.semester == 5
