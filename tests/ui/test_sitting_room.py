"""The sitting on a small screen and under quick fingers: nothing is squeezed, cut, done twice or slow."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from commission_app.rules.vocabulary.sitting import Choice, ItemState
from commission_app.services import attendance, sittings, votes
from commission_app.ui.sittings.attendance_dialogs import SubstituteDialog
from commission_app.ui.sittings.lights_bar import LightsBar
from commission_app.ui.sittings.roll_line import RollRow
from commission_app.ui.sittings.sitting_dialogs import PostponeDialog
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.widgets.choice import Choice as List
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.in_sight import InSight
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.room import Room
from tests import hearings
from tests.random_commission import with_substitutes
from tests.ui.hall import Hall, hall

__all__ = ["hall"]

CONTROL = Qt.KeyboardModifier.ControlModifier


def sitting(hall: Hall, key: int) -> SittingScreen:
    return cast("SittingScreen", hall.open("sitting", key))


def states(hall: Hall, key: int) -> list[ItemState]:
    return [line.state for line in hall.house.office.ask(sittings.sitting_card, key).agenda]


def test_on_a_low_screen_the_lights_are_scrolled_and_not_squeezed(hall: Hall) -> None:
    table = hearings.planned(hall.house, hall.house.facts.met)
    screen = sitting(hall, table.id)
    assert not screen.notes.isVisible(), "before the sitting there is nothing to note"
    screen.resize(900, 420)
    hall.wait()
    lights = screen.findChild(LightsBar)
    assert lights is not None
    squeezed = [label.text() for label in lights.findChildren(QLabel) if label.isVisible() and cut(label)]
    assert squeezed == []
    assert screen.right.focusPolicy() is Qt.FocusPolicy.NoFocus, "Tab goes to what can be worked with"
    hall.house.office.do(sittings.open_sitting, table.id)
    for member in hall.house.facts.members:
        hall.house.office.do(attendance.arrive, table.id, member)
    hall.house.office.do(votes.take_up, table.items[0])
    screen.refresh()
    hall.wait()
    assert screen.notes.isVisible()
    screen.roll.setFocus()
    for _ in hall.house.facts.members:
        hall.bot.keyClick(screen.roll, Qt.Key.Key_Down)
    row = screen.roll.rows[hall.house.facts.members[-1]]
    top = row.mapTo(screen, QPoint(0, 0)).y()
    assert 0 <= top <= screen.height() - row.votes[Choice.FOR].height(), "the member who votes is in sight"


def cut(label: QLabel) -> bool:
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.fontMetrics().height()
    return label.height() + 2 < needed


def test_a_vote_dresses_only_the_members_it_is_about(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    table = hearings.opened(hall.house, hall.house.facts.met)
    screen = sitting(hall, table.id)
    screen.roll.setFocus()
    dressed: list[RollRow] = []
    plain = QWidget.setStyleSheet
    monkeypatch.setattr(RollRow, "setStyleSheet", lambda row, text: (dressed.append(row), plain(row, text)))
    hall.bot.keyClick(screen.roll, Qt.Key.Key_1)
    hall.wait()
    assert len(set(dressed)) <= 2 < len(screen.roll.rows), "forty rows dressed anew cost a tenth of a second a key"
    first = screen.roll.rows[hall.house.facts.members[0]]
    hall.bot.mouseClick(first.votes[Choice.FOR], Qt.MouseButton.LeftButton)
    hall.wait()
    assert first.votes[Choice.FOR].isChecked(), "pressed once more, the vote stays"


def test_a_vote_that_is_stored_leaves_the_keyboard_with_the_next_member(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next key, between the storing and the answer, would change the vote just given."""
    members = hall.house.facts.members
    table = hearings.opened(hall.house, hall.house.facts.met, present=3)
    screen = sitting(hall, table.id)
    stood: list[int | None] = []
    look = screen.refresh

    def stand() -> None:
        stood.append(screen.roll.current())
        look()

    monkeypatch.setattr(screen, "refresh", stand)
    hall.bot.keyClick(screen.roll, Qt.Key.Key_1)
    hall.wait()
    assert stood and set(stood) == {members[1]}
    hall.bot.keyClick(screen.roll, Qt.Key.Key_1)
    hall.bot.keyClick(screen.roll, Qt.Key.Key_Z, CONTROL)
    hall.wait()
    roll = hall.house.office.ask(sittings.sitting_card, table.id).item
    assert roll is not None and [line.choice for line in roll.roll[:3]] == [Choice.FOR, None, None]


def test_keys_pressed_twice_do_it_once_and_undo_stays_with_the_item(hall: Hall) -> None:
    facts = hall.house.facts
    table = hearings.opened(hall.house, facts.met, facts.also_met, present=3)
    screen = sitting(hall, table.id)
    for _ in range(3):
        hall.bot.keyClick(screen.roll, Qt.Key.Key_1)
    hall.wait()
    for _ in range(2):
        hall.bot.keyClick(screen.roll, Qt.Key.Key_Return, CONTROL)
    hall.wait()
    assert not screen.banner.isVisible()
    for _ in range(2):
        hall.bot.keyClick(screen.roll, Qt.Key.Key_N)
    hall.wait()
    assert not screen.banner.isVisible()
    assert states(hall, table.id) == [ItemState.DECIDED, ItemState.ON_TABLE]
    hall.bot.keyClick(screen.roll, Qt.Key.Key_Z, CONTROL)
    hall.wait()
    assert not screen.banner.isVisible(), "the votes on the item before are no longer taken back, nor is it tried"


def test_a_page_that_is_wider_than_the_screen_is_scrolled_and_one_out_of_sight_asks_for_nothing(hall: Hall) -> None:
    pages, wide, small = InSight(), QWidget(), QWidget()
    wide.setMinimumSize(3000, 50)
    pages.addWidget(wide)
    pages.addWidget(small)
    room = Room(pages)
    hall.bot.addWidget(room)
    room.resize(700, 400)
    room.show()
    hall.wait()
    assert room.minimumSizeHint().width() < 700
    assert room.horizontalScrollBar().maximum() > 0 and pages.width() == 3000
    pages.setCurrentWidget(small)
    hall.wait()
    assert room.horizontalScrollBar().maximum() == 0 and pages.size() == room.viewport().size()


def test_a_short_choice_leaves_its_neighbours_room(hall: Hall) -> None:
    name = "Kristiāna Elizabete Vecpiebaldziņa-Žagarkalniete " * 2
    long, short = List(), List(short=True)
    for one in (long, short):
        hall.bot.addWidget(one)
        one.offer([(1, name)])
        one.set_value(1)
    assert short.sizeHint().width() < long.sizeHint().width() / 3
    assert short.toolTip() == name


def test_escape_asks_before_it_loses_what_a_person_typed(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    table = hearings.opened(hall.house, hall.house.facts.met)
    screen = sitting(hall, table.id)
    asked: list[bool] = []
    monkeypatch.setattr("commission_app.ui.widgets.confirm.confirm_loss", lambda *_: bool(asked.append(True)))
    screen.postpone()
    hall.bot.keyClick(hall.dialog(screen, PostponeDialog), Qt.Key.Key_Escape)
    hall.wait()
    assert asked == [], "nothing was typed, nothing is asked"
    screen.postpone()
    dialog = hall.dialog(screen, PostponeDialog)
    box = dialog.reason.findChild(QPlainTextEdit) or dialog.reason
    hall.bot.keyClicks(box, "Awaiting")
    hall.bot.keyClick(dialog, Qt.Key.Key_Escape)
    hall.wait()
    assert asked == [True] and dialog.isVisible(), "whoever stays keeps it"
    monkeypatch.setattr("commission_app.ui.widgets.confirm.confirm_loss", lambda *_: True)
    dialog.reject()


def test_whom_a_substitute_replaces_is_never_guessed(hall: Hall) -> None:
    with_substitutes(hall.house.office, hall.house.facts.commission)
    table = hearings.opened(hall.house, hall.house.facts.met, present=3)
    screen = sitting(hall, table.id)
    substitute = list(screen.roll.rows)[-1]
    screen.roll.go_to(substitute)
    hall.bot.keyClick(screen.roll, Qt.Key.Key_I)
    dialog = hall.dialog(screen, SubstituteDialog)
    assert dialog.seat.count() == 2 and dialog.seat.value() is None
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    assert dialog.isVisible(), "it is said whom"
    dialog.seat.set_value(hall.house.facts.members[4])
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    shown = hall.house.office.ask(sittings.sitting_card, table.id).item
    assert shown is not None and [line.instead_of for line in shown.roll if line.instead_of] == ["Loceklis Nr. 5"]


def test_a_dialog_higher_than_the_screen_scrolls_its_fields_and_keeps_its_buttons_in_sight(hall: Hall) -> None:
    dialog = FormDialog(hall.desk, "Long", "Save")
    hall.bot.addWidget(dialog)
    lines = [dialog.form.add(f"line {n}", f"Line {n}", TextInput(dialog)) for n in range(30)]
    dialog.show()
    hall.wait()
    room = dialog.screen().availableGeometry()
    assert dialog.height() <= room.height()
    assert dialog.deed.mapTo(dialog, dialog.deed.rect().bottomLeft()).y() < dialog.height()
    lines[-1].setFocus()
    hall.wait()
    assert lines[-1].visibleRegion().boundingRect().height() > 0, "the keyboard is followed"
