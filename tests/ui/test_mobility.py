"""Mobility in the window: partner, memorandum, agreement, units, transcript, and the three acts in order."""

from datetime import date

from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.mobility import MobilityAct
from commission_app.services import mobility_cards, mobility_partners
from commission_app.services.office import Office
from commission_app.ui.cases.mobility_dialogs import ActDialog, AgreementDialog, TranscriptDialog, UnitDialog
from commission_app.ui.cases.tabs.mobility_tab import MobilityTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.preferences.partner_dialogs import MemorandumDialog, PartnerDialog
from commission_app.ui.preferences.partners_page import PartnersPage
from commission_app.ui.preferences.preferences_screen import PreferencesScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.ui.case_pages import college, open_case, settle, tab_of
from tests.ui.desks import open_at, type_in
from tests.ui.test_fees import deed, shown

SIGNED, BEGAN, ENDED = date(2026, 1, 20), date(2026, 2, 2), date(2026, 3, 27)


def test_from_the_partner_to_recognised_units(desk: Desk, office: Office, qtbot: QtBot) -> None:
    edition = college(office)
    partners(desk, office, qtbot)
    case = make.case(office, edition, procedure=Procedure.MOBILITY).id
    tab = tab_of(open_case(desk, qtbot, case, "mobility"), "mobility")
    assert isinstance(tab, MobilityTab)
    settle(desk, qtbot)
    tab.new()
    agree(desk, qtbot, shown(AgreementDialog))
    first = office.ask(mobility_cards.card, case).choices.units[0][0]
    for title, unit, passed in (("Arvutivõrgud", first, True), ("Keevitamine", None, True)):
        qtbot.waitUntil(tab.add.isVisible)
        tab.new()
        dialog = shown(UnitDialog)
        type_in(dialog.title, title)
        dialog.unit.set_value(unit)
        dialog.passed.set_value(passed)
        type_in(dialog.mark, "8")
        deed(desk, qtbot, dialog)
        settle(desk, qtbot)
    assert "does not belong to the target qualification DAT-B" in tab.units.texts()[1][6]
    assert "transcript" in tab.acts._reason.text()
    tab._transcript()
    transcript = shown(TranscriptDialog)
    transcript.day.set_value(ENDED)
    deed(desk, qtbot, transcript)
    settle(desk, qtbot)
    do_the_three_acts(desk, qtbot, tab)
    held = office.ask(mobility_cards.card, case)
    assert held.next_act is None and not tab.add.isVisible() and "Zaiga Ozola" in tab.chips[2].text()
    tab.print_paper()
    settle(desk, qtbot)
    shown(PaperPreview).close()
    labels = [action.text() for action in tab.acts.menu().actions() if action.isEnabled() and action.text()]
    assert "Undo the recognition" in labels and "Undo the assessment" not in labels


def do_the_three_acts(desk: Desk, qtbot: QtBot, tab: MobilityTab) -> None:
    """The one button offers each in its turn."""
    for act in MobilityAct:
        tab.acts.button.click()
        step = shown(ActDialog)
        assert step._act is act
        type_in(step.by, "Zaiga Ozola")
        deed(desk, qtbot, step)
        settle(desk, qtbot)


def partners(desk: Desk, office: Office, qtbot: QtBot) -> None:
    """A partner with a memorandum is entered under Preferences."""
    screen = open_at(PreferencesScreen, desk, qtbot, Place("preferences", None, "partners"))
    page = screen.page()
    assert isinstance(page, PartnersPage) and page.none.isVisible()
    page.new()
    dialog = shown(PartnerDialog)
    type_in(dialog.name, "Tartu kutsehariduskeskus")
    type_in(dialog.country, "Igaunija")
    deed(desk, qtbot, dialog)
    qtbot.waitUntil(page.add.isVisible)
    page.new_memorandum()
    memorandum = shown(MemorandumDialog)
    type_in(memorandum.number, "SM-1")
    memorandum.signed.set_value(SIGNED)
    memorandum.since.set_value(SIGNED)
    deed(desk, qtbot, memorandum)
    qtbot.waitUntil(lambda: len(page.memoranda.rows()) == 1)
    (line,) = office.ask(mobility_partners.lines)
    assert line.memoranda[0].in_force


def agree(desk: Desk, qtbot: QtBot, dialog: AgreementDialog) -> None:
    """All three sides signed before it began."""
    dialog.partner.setCurrentIndex(0)
    dialog.began.set_value(BEGAN)
    dialog.ended.set_value(ENDED)
    for day in (dialog.learner, dialog.home, dialog.host):
        day.set_value(SIGNED)
    deed(desk, qtbot, dialog)
    settle(desk, qtbot)
