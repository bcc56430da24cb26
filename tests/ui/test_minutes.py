"""Minutes in the window: worded, kept, compared, signed, corrected; the papers of a sitting asked for one by one."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from commission_app.rules.minutes_record import Speech
from commission_app.services import decisions, minutes_versions
from commission_app.services.minutes_versions import MinutesCard
from commission_app.ui.sittings.minutes_dialogs import CorrectMinutesDialog, SignMinutesDialog
from commission_app.ui.sittings.minutes_difference import MinutesDifferenceDialog
from commission_app.ui.sittings.minutes_edit import MinutesEditDialog
from commission_app.ui.sittings.minutes_panel import MinutesDialog, MinutesPanel
from commission_app.ui.sittings.papers_dialog import SittingPapersDialog
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def press(hall: Hall, button: QPushButton) -> None:
    assert button.isVisible() and button.isEnabled(), button.text()
    hall.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    hall.wait()


def card(hall: Hall, key: int) -> MinutesCard:
    return hall.house.office.ask(minutes_versions.card, key)


def close_preview(hall: Hall, over: QWidget) -> None:
    hall.dialog(over, PaperPreview).reject()
    hall.wait()


def test_minutes_are_worded_compared_signed_and_corrected(hall: Hall) -> None:
    facts = hall.house.facts
    table = hearings.decided(hall.house, facts.met, facts.one_not_met)
    screen = cast("SittingScreen", hall.open("sitting", table.id))
    panel = screen.closed.minutes
    assert panel.state.text().startswith("Version 1 of ") and not panel.keeping.isVisible()
    draft = hall.house.office.ask(decisions.of_case, table.cases[0])
    assert draft is not None
    hall.house.office.do(decisions.edit_draft, draft.id, draft.version, "Worded anew.")
    panel.refresh()
    hall.wait()
    assert panel.state.text().endswith("What was done has changed since.")
    press(hall, panel.keeping)
    assert panel.state.text().startswith("Version 2 of ") and not panel.keeping.isVisible()
    word_the_items(hall, panel)
    compare(hall, panel)
    press(hall, panel.signing)
    signing = hall.dialog(panel, SignMinutesDialog)
    assert not signing.order.isVisible(), "the chair presided"
    press(hall, signing.deed)
    assert panel.state.text().startswith("The minutes were signed on ")
    assert not panel.editing.isVisible() and not panel.signing.isVisible()
    press(hall, panel.correcting)
    correcting = hall.dialog(panel, CorrectMinutesDialog)
    press(hall, correcting.deed)
    assert correcting.isVisible(), "nothing was said"
    for field, text in ((correcting.where, "item 1"), (correcting.becomes, "case 7"), (correcting.reason, "a slip")):
        field.set_value(text)
    press(hall, correcting.deed)
    assert "1 correction is noted." in panel.state.text()
    assert [(one.place, one.becomes) for one in card(hall, table.id).corrections] == [("item 1", "case 7")]


def word_the_items(hall: Hall, panel: MinutesPanel) -> None:
    """What is typed on an item stays while another is looked at; Escape asks before it is lost."""
    press(hall, panel.editing)
    dialog = hall.dialog(panel, MinutesEditDialog)
    assert not dialog.changed()
    first, second = (one.uid for one in dialog._held.items)
    dialog.added.set_value("To tell the study department.")
    dialog.item.set_value(second)
    assert dialog.added.value() == "" and dialog.changed()
    dialog.spoken.set_value("Ilze: The evidence is enough.\nAgreed by all.")
    dialog.item.set_value(first)
    assert dialog.added.value() == "To tell the study department."
    dialog.opening.set_value("The chair opened the sitting.")
    press(hall, dialog.deed)
    known = card(hall, panel._sitting_id)
    assert known.version == 3 and known.edits.opening == "The chair opened the sitting."
    assert known.items[1].spoken == (Speech("Ilze", "The evidence is enough."), Speech("", "Agreed by all."))


def compare(hall: Hall, panel: MinutesPanel) -> None:
    """The two newest versions stand against each other; their changes print."""
    press(hall, panel.comparing)
    dialog = hall.dialog(panel, MinutesDifferenceDialog)
    assert (dialog.older.value(), dialog.newer.value()) == (2, 3)
    said = dialog.text.toPlainText()
    assert "The chair opened the sitting." in said and "Ilze: The evidence is enough." in said
    dialog.older.set_value(3)
    hall.wait()
    assert dialog.text.toPlainText() == "Both versions say the same."
    for button in (dialog.printing, dialog.looking):
        press(hall, button)
        close_preview(hall, dialog)
    dialog.reject()
    hall.wait()


def test_papers_of_a_sitting_are_shown_or_refused_with_a_sentence(hall: Hall) -> None:
    table = hearings.opened(hall.house, present=3)
    screen = cast("SittingScreen", hall.open("sitting", table.id))
    dialog = SittingPapersDialog(screen.desk, table.id, screen)
    dialog.open()
    hall.wait()
    for paper in ("minutes", "attendance", "incidents"):
        dialog.paper.set_value(paper)
        assert not dialog.item.isVisible()
        press(hall, dialog.deed)
        close_preview(hall, dialog)
    dialog.paper.set_value("extract")
    assert dialog.addressee.value() == "Ģirtam Ķēniņam-Āboļam"
    dialog.tongue.set_value("en")
    assert dialog.addressee.value() == "Ģirts Ķēniņš-Āboļš"
    press(hall, dialog.deed)
    assert "Item 1 is not considered yet" in dialog.banner.text()
    dialog.paper.set_value("ballots")
    press(hall, dialog.deed)
    assert "not voted upon in secret" in dialog.banner.text()
    dialog.reject()
    minutes = MinutesDialog(screen.desk, table.id, screen)
    minutes.open()
    hall.wait()
    assert minutes.panel.reason.text() == "The minutes are signed after the sitting is closed."
    assert not minutes.panel.signing.isEnabled() and minutes.panel.editing.isEnabled()
    minutes.reject()
    hall.wait()
