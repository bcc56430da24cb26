"""The written procedure in the window: begun with a last day, voted by keyboard, closed, and decided."""

from datetime import timedelta
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from commission_app.rules.legality import Bylaw
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.sitting import Choice, ItemState, SittingForm
from commission_app.services import commissions, sittings, written_vote
from commission_app.services.commissions import MemberForm
from commission_app.ui.sittings.count_dialog import CountDialog
from commission_app.ui.sittings.sitting_dialogs import RecuseDialog
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.sittings.written_dialog import LastDayDialog
from commission_app.ui.sittings.written_seat_dialog import StandInDialog
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


class Votes:
    """The table of votes of a secret procedure with one substitute, as a person uses it."""

    def __init__(self, hall: Hall) -> None:
        self.hall, self.office, facts = hall, hall.house.office, hall.house.facts
        today = make.today(self.office)
        self.office.do(commissions.adopt_bylaw, facts.commission, today, Bylaw(secret_ballot=True))
        form = MemberForm("Ilze Ģērmane", MemberRole.SUBSTITUTE, Side.EMPLOYERS, term_from=make.LONG_AGO)
        self.members, self.stand_in = facts.members, self.office.do(commissions.appoint, facts.commission, form)
        self.table = written(hall)
        self.office.do(written_vote.begin, self.table.id, today + timedelta(days=30))
        self.screen = cast("SittingScreen", hall.open("sitting", self.table.id))
        self.panel = self.screen.written

    def press(self, button: QPushButton) -> None:
        assert button.isVisible() and button.isEnabled(), (button.text(), button.toolTip())
        self.hall.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.hall.wait()

    def go(self, member: int, place: int = 0) -> None:
        assert self.panel.grid is not None
        self.panel.grid.go_to(self.table.items[place], member)

    def key(self, key: Qt.Key) -> None:
        assert self.panel.grid is not None
        self.hall.bot.keyClick(self.panel.grid, key)
        self.hall.wait()

    def row(self) -> list[str]:
        assert self.panel.grid is not None
        return self.panel.grid.texts()[0][1:]


def test_a_substitute_and_secret_ballots_are_entered_in_the_table_of_votes(hall: Hall) -> None:
    votes = Votes(hall)
    panel, members = votes.panel, votes.members
    votes.go(members[4])
    votes.press(panel.seat)
    asked = hall.dialog(votes.screen, StandInDialog)
    assert [asked.who.itemText(at) for at in range(asked.who.count())] == ["Ilze Ģērmane"]
    hall.bot.keyClicks(asked.order, "1-7/12")
    votes.press(asked.deed)
    assert votes.row() == ["5 ballots awaited", *"––––", "replaced", "–"]
    assert panel.paper.isVisible() and not panel.votes[Choice.FOR].isVisible() and not panel.channel.isVisible()
    votes.go(members[4])
    assert not panel.paper.isEnabled() and panel.seat.text() == "End the substitution"
    for member in (*members[:4], votes.stand_in):
        votes.go(member)
        assert not panel.counting.isEnabled()
        votes.key(Qt.Key.Key_2)  # what is in a ballot is not entered
        votes.key(Qt.Key.Key_1)
    assert votes.row() == ["to be counted", *["ballot came"] * 4, "replaced", "ballot came"]
    assert not panel.seat.isEnabled() and "take it back first" in panel.seat.toolTip()
    votes.key(Qt.Key.Key_Delete)
    votes.press(panel.paper)
    count_and_close(votes)


def count_and_close(votes: Votes) -> None:
    """The ballots are counted, the item closed; the next one is voted on by name, and the substitution ends."""
    panel = votes.panel
    votes.press(panel.counting)
    count = votes.hall.dialog(votes.screen, CountDialog)
    for field, figure in ((count.in_favour, 4), (count.against, 1), (count.abstained, 0)):
        field.set_value(figure)
    votes.press(count.deed)
    assert votes.row()[0] == "adopted"
    votes.press(panel.close_item)
    card = votes.office.ask(sittings.sitting_card, votes.table.id)
    assert card.agenda[0].state is ItemState.DECIDED
    assert [seat.name for seat in card.members if seat.present] == ["Ilze Ģērmane"]
    votes.go(votes.members[0], 1)
    votes.press(panel.kind)
    assert panel.kind.text() == "Vote in secret" and panel.votes[Choice.FOR].isVisible()
    votes.go(votes.members[4])
    votes.press(panel.seat)  # who voted stays in the first item
    card = votes.office.ask(sittings.sitting_card, votes.table.id)
    assert not any(seat.present for seat in card.members)
    recuse_and_back(votes)


def recuse_and_back(votes: Votes) -> None:
    """A member steps aside on the second case; entered by mistake it is taken back."""
    panel = votes.panel
    votes.go(votes.members[1], 1)
    votes.press(panel.recuse)
    dialog = votes.hall.dialog(votes.screen, RecuseDialog)
    votes.hall.bot.keyClicks(dialog.reason, "Kluda")
    votes.press(dialog.deed)
    votes.go(votes.members[1], 1)
    assert not panel.votes[Choice.FOR].isEnabled() and panel.recuse.text() == "Take the recusal back"
    votes.press(panel.recuse)
    votes.go(votes.members[1], 1)
    assert panel.votes[Choice.FOR].isEnabled()
