"""The archive in the window: an index entered, a closed case bound, certified, printed, handed over."""

import os

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.archive import DeedKind, DeedState, VolumeState
from commission_app.services import archive_deeds, archive_lists, archive_nomenclature, cases
from commission_app.services.office import Office
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.preferences.nomenclature_dialog import EntryDialog
from commission_app.ui.preferences.preferences_screen import PreferencesScreen
from commission_app.ui.registers.archive_deed_dialogs import DeedDialog, DoneDialog
from commission_app.ui.registers.archive_dialogs import VolumeDialog
from commission_app.ui.registers.archive_screen import ArchiveScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.ui.case_pages import college, settle
from tests.ui.desks import open_at, press, type_in


@pytest.fixture
def case_id(office: Office) -> int:
    """A case that was withdrawn: its file may be bound."""
    received = make.case(office, college(office)).id
    seen = office.ask(cases.card, received).version
    office.do(cases.withdraw, received, seen, "Atsauca iesniegumu.")
    return received


def look(widget: object, name: str) -> None:
    if os.environ.get("P8_LOOK"):
        widget.grab().save(f"{os.environ['P8_LOOK']}/{name}.png")  # type: ignore[attr-defined]


def test_from_the_nomenclature_to_the_handover(desk: Desk, qtbot: QtBot, office: Office, case_id: int) -> None:
    desk.jobs.troubled.connect(desk.problems.show)
    preferences = open_at(PreferencesScreen, desk, qtbot, Place("preferences", None, "nomenclature"))
    preferences.new()
    index = next(one for one in preferences.findChildren(EntryDialog) if one.isVisible())
    type_in(index.index_no, "12-5/31")
    type_in(index.title_lv, "Iesniegumu lietas")
    type_in(index.years, "15")
    look(index, "entry")
    index.deed.click()
    settle(desk, qtbot)
    assert "10" in index.form.field("years").error(), "short-term is at most ten years"
    index.years.set_value(5)
    index.deed.click()
    settle(desk, qtbot)
    assert [line.form.index_no for line in office.ask(archive_nomenclature.lines)] == ["12-5/31"]
    look(preferences, "nomenclature")
    screen = open_at(ArchiveScreen, desk, qtbot, Place("archive"))
    assert screen.volumes.list.empty.isVisible()
    look(screen, "empty")
    screen.show_part("unbound")
    first = screen.unbound.tree.topLevelItem(0)
    assert first is not None
    screen.unbound.tree.setCurrentItem(first)
    press(qtbot, screen.unbound.tree, Qt.Key.Key_Space)
    look(screen, "unbound")
    screen.acts.button.click()
    settle(desk, qtbot)
    screen.refresh()
    settle(desk, qtbot)
    assert screen.unbound.none.isVisible()
    screen.show_part("volumes")
    (row,) = office.ask(archive_lists.page).rows
    screen.volumes.list.select(row.id)
    settle(desk, qtbot)
    look(screen, "volumes")
    screen.edit()
    settle(desk, qtbot)
    volume = next(one for one in screen.findChildren(VolumeDialog) if one.isVisible())
    volume.contents.add_line()
    volume.contents.table.item(volume.contents.table.rowCount() - 1, 1).setText("Pasta kvīts")
    look(volume, "volume")
    volume.deed.click()
    settle(desk, qtbot)
    assert office.ask(archive_lists.page).rows[0].sheets == row.sheets + 1
    screen.refresh()
    settle(desk, qtbot)
    certify = screen.volumes.certify()
    look(certify, "certify")
    certify.deed.click()
    settle(desk, qtbot)
    assert office.ask(archive_lists.page).rows[0].state is VolumeState.CERTIFIED
    screen.print_paper()
    settle(desk, qtbot)
    preview = next(one for one in screen.findChildren(PaperPreview) if one.isVisible())
    assert preview.view.page_count() == 2
    look(preview, "cover")
    preview.close()
    screen.refresh()
    settle(desk, qtbot)
    deed = screen.volumes.draft(DeedKind.HANDOVER)
    settle(desk, qtbot)
    assert isinstance(deed, DeedDialog) and deed.number.value().endswith("/1")
    type_in(deed.receiver, "Koledžas arhīvs")
    look(deed, "deed")
    deed.deed.click()
    settle(desk, qtbot)
    screen.show_part("deeds")
    screen.refresh()
    settle(desk, qtbot)
    look(screen, "deeds")
    screen.acts.button.click()
    done = next(one for one in screen.findChildren(DoneDialog) if one.isVisible())
    done.deed.click()
    settle(desk, qtbot)
    assert office.ask(archive_deeds.lines)[0].state is DeedState.DONE
    assert office.ask(archive_lists.page).rows[0].state is VolumeState.HANDED_OVER
