"""The archive in the window: an index entered, a closed case bound, certified, printed, handed over."""

from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.archive import DeedKind, DeedState, VolumeState
from commission_app.services import archive_deeds, archive_lists, archive_nomenclature, archive_volumes, cases
from commission_app.services.archive_lists import VolumeRow
from commission_app.services.office import Office
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.preferences.nomenclature_dialog import EntryDialog
from commission_app.ui.preferences.preferences_screen import PreferencesScreen
from commission_app.ui.registers.archive_contents import TITLE_LV
from commission_app.ui.registers.archive_deed_dialogs import ApprovalDialog, DoneDialog
from commission_app.ui.registers.archive_dialogs import VolumeDialog
from commission_app.ui.registers.archive_screen import ArchiveScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.services.test_archive import BOARD, CASES, aged, certified
from tests.ui.case_pages import college, settle
from tests.ui.desks import open_at, press, type_in

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def case_id(office: Office) -> int:
    """A case that was withdrawn: its file may be bound."""
    received = make.case(office, college(office)).id
    seen = office.ask(cases.card, received).version
    office.do(cases.withdraw, received, seen, "Atsauca iesniegumu.")
    return received


@dataclass
class Room:
    """The archive page with its desk."""

    desk: Desk
    qtbot: QtBot
    office: Office
    screen: ArchiveScreen

    def settle(self) -> None:
        """Waits until nothing is on its way, then asks again as the window does."""
        settle(self.desk, self.qtbot)
        self.screen.refresh()
        settle(self.desk, self.qtbot)

    def dialog(self, kind: type[D]) -> D:
        """The dialog in sight."""
        return next(one for one in self.screen.findChildren(kind) if one.isVisible())

    def volume(self) -> VolumeRow:
        """The one volume there is."""
        (row,) = self.office.ask(archive_lists.page).rows
        return row


def enter_index(desk: Desk, qtbot: QtBot, office: Office) -> None:
    """An index is entered in Preferences; years that do not fit are named at their field."""
    preferences = open_at(PreferencesScreen, desk, qtbot, Place("preferences", None, "nomenclature"))
    preferences.new()
    index = next(one for one in preferences.findChildren(EntryDialog) if one.isVisible())
    type_in(index.index_no, "12-5/31")
    type_in(index.title_lv, "Iesniegumu lietas")
    type_in(index.years, "15")
    index.deed.click()
    settle(desk, qtbot)
    assert "10" in index.form.field("years").error(), "short-term is at most ten years"
    index.years.set_value(5)
    index.deed.click()
    settle(desk, qtbot)
    assert [line.form.index_no for line in office.ask(archive_nomenclature.lines)] == ["12-5/31"]


def bind(room: Room) -> None:
    """The waiting file is ticked with the space bar and bound."""
    room.screen.show_part("unbound")
    tree = room.screen.unbound.tree
    tree.setCurrentItem(tree.topLevelItem(0))
    press(room.qtbot, tree, Qt.Key.Key_Space)
    room.screen.acts.button.click()
    room.settle()
    assert room.screen.unbound.none.isVisible()
    room.screen.show_part("volumes")
    room.screen.volumes.list.select(room.volume().id)
    room.settle()


def put_in_order(room: Room) -> None:
    """What lies only on paper is added, then the volume is certified and printed."""
    before = room.volume().sheets
    room.screen.edit()
    settle(room.desk, room.qtbot)
    dialog = room.dialog(VolumeDialog)
    dialog.contents.add_line()
    table = dialog.contents.table
    cell = table.item(table.rowCount() - 1, TITLE_LV)
    assert cell is not None
    cell.setText("Pasta kvīts")
    dialog.deed.click()
    room.settle()
    assert room.volume().sheets == before + 1
    room.screen.volumes.certify().deed.click()
    room.settle()
    assert room.volume().state is VolumeState.CERTIFIED
    room.screen.print_paper()
    settle(room.desk, room.qtbot)
    preview = room.dialog(PaperPreview)
    assert preview.view.page_count() == 2
    preview.close()


def hand_over(room: Room) -> None:
    """A deed is drafted over the chosen volume and carried out."""
    dialog = room.screen.volumes.draft(DeedKind.HANDOVER)
    settle(room.desk, room.qtbot)
    assert dialog.number.value().endswith("/1")
    type_in(dialog.receiver, "Koledžas arhīvs")
    dialog.deed.click()
    settle(room.desk, room.qtbot)
    room.screen.show_part("deeds")
    room.settle()
    room.screen.acts.button.click()
    room.dialog(DoneDialog).deed.click()
    room.settle()
    assert room.office.ask(archive_deeds.lines)[0].state is DeedState.DONE
    assert room.volume().state is VolumeState.HANDED_OVER


def test_from_the_nomenclature_to_the_handover(desk: Desk, qtbot: QtBot, office: Office, case_id: int) -> None:
    desk.jobs.troubled.connect(desk.problems.show)
    enter_index(desk, qtbot, office)
    room = Room(desk, qtbot, office, open_at(ArchiveScreen, desk, qtbot, Place("archive")))
    assert room.screen.volumes.list.empty.isVisible() and case_id
    bind(room)
    put_in_order(room)
    hand_over(room)


def test_a_destruction_waits_for_its_approval(desk: Desk, qtbot: QtBot, office: Office, case_id: int) -> None:
    office.do(archive_nomenclature.store, None, None, CASES)
    (key,) = office.do(archive_volumes.bind_case, case_id)
    card = certified(office, office.ask(archive_volumes.card, key))
    aged(office, card)
    room = Room(desk, qtbot, office, open_at(ArchiveScreen, desk, qtbot, Place("archive")))
    room.screen.volumes.list.select(key)
    room.settle()
    dialog = room.screen.volumes.draft(DeedKind.DESTRUCTION)
    dialog.grounds.set_value("Glabāšanas termiņš beidzies")
    dialog.board.set_value(BOARD)
    settle(desk, qtbot)
    dialog.deed.click()
    room.settle()
    room.screen.show_part("deeds")
    offered = {act.label: act.lawful for act in room.screen.deeds.offered()}
    assert not offered["Carry out …"] and offered["Enter the approval …"]
    room.screen.acts.button.click()
    approval = room.dialog(ApprovalDialog)
    type_in(approval.number, "LNA-17")
    approval.on.set_value(make.today(office))
    approval.deed.click()
    room.settle()
    room.screen.acts.button.click()
    done = room.dialog(DoneDialog)
    type_in(done.way, "sasmalcināti")
    done.deed.click()
    room.settle()
    assert room.volume().state is VolumeState.DESTROYED
