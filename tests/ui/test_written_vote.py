"""The written procedure in the window: begun with a last day, voted by keyboard, closed, and decided."""

from datetime import timedelta
from typing import cast

from PySide6.QtCore import Qt

from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.sitting import Choice, ItemState, SittingForm
from commission_app.services import sittings, written_vote
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.sittings.written_dialog import LastDayDialog
from tests import hearings, make
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def written(hall: Hall) -> hearings.Table:
    """A written procedure on two cases, planned for today."""
    table = hearings.planned(hall.house, hall.house.facts.met, hall.house.facts.also_met)
    seen = hall.house.office.ask(sittings.sitting_card, table.id).version
    today = make.today(hall.house.office)
    hall.house.office.do(sittings.change_plan, table.id, seen, today, "", "", SittingForm.WRITTEN)
    return table


def test_members_vote_in_writing_and_the_outcome_is_closed_when_certain(hall: Hall) -> None:
    office, today = hall.house.office, make.today(hall.house.office)
    table = written(hall)
    screen = cast("SittingScreen", hall.open("sitting", table.id))
    assert not screen.written.isVisible()
    hall.bot.mouseClick(screen.head.acts.button, Qt.MouseButton.LeftButton)
    dialog = hall.dialog(screen, LastDayDialog)
    dialog.until.set_value(today + timedelta(days=1))
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    assert "at least 5 working days" in dialog.form.field("until").error()
    dialog.until.set_value(office.ask(written_vote.card, table.id).earliest)
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    panel, grid = screen.written, screen.written.grid
    assert panel.isVisible() and not screen.right.isVisible() and grid is not None
    panel.channel.set_value(Channel.POST)
    for member in hall.house.facts.members[:3]:
        grid.go_to(table.items[0], member)
        hall.bot.keyClick(grid, Qt.Key.Key_1)
        hall.wait()
    assert grid.texts()[0][1:6] == ["adopted", "for", "for", "for", "–"]
    assert grid.texts()[1][1] == "5 votes awaited"
    cell = office.ask(written_vote.card, table.id).lines[0].cells[0]
    assert (cell.choice, cell.came_on, cell.channel) == (Choice.FOR, today, Channel.POST)
    hall.bot.keyClick(grid, Qt.Key.Key_Delete)
    hall.wait()
    assert "may change the outcome" in panel.why.text() and not panel.close_item.isEnabled()
    hall.bot.mouseClick(panel.votes[Choice.FOR], Qt.MouseButton.LeftButton)
    hall.wait()
    hall.bot.mouseClick(panel.close_item, Qt.MouseButton.LeftButton)
    hall.wait()
    assert [line.state for line in office.ask(sittings.sitting_card, table.id).agenda] == [
        ItemState.DECIDED,
        ItemState.WAITING,
    ]
    hall.bot.keyClick(screen.agenda.items, Qt.Key.Key_N)
    hall.wait()
    assert "come in writing" in screen.banner.text()
