"""Sittings in the window: planned, opened, voted through with the keyboard, closed, and their decisions registered."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import Choice, ItemState, LightKind, SittingState
from commission_app.services import decisions, sittings, votes
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.places import Place
from commission_app.ui.sittings.plan_sitting_dialog import PlanSittingDialog
from commission_app.ui.sittings.register_dialog import RegisterDialog
from commission_app.ui.sittings.sitting_dialogs import (
    AddCasesDialog,
    CloseSittingDialog,
    DepartDialog,
    PostponeDialog,
    RecuseDialog,
)
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.sittings.sittings_screen import SittingsScreen
from tests import hearings
from tests.ui.hall import Hall, hall

__all__ = ["hall"]

CONTROL = Qt.KeyboardModifier.ControlModifier


def card(hall: Hall, key: int) -> SittingCard:
    return hall.house.office.ask(sittings.sitting_card, key)


def sitting(hall: Hall, key: int) -> SittingScreen:
    return cast("SittingScreen", hall.open("sitting", key))


def votes_of(hall: Hall, key: int) -> list[Choice | None]:
    shown = card(hall, key).item
    assert shown is not None
    return [line.choice for line in shown.roll]


def test_a_sitting_is_planned_and_opened(hall: Hall) -> None:
    screen = cast("SittingsScreen", hall.open("sittings"))
    assert screen.list.empty.text() == "No sitting is planned yet."
    hall.bot.mouseClick(screen.plan_button, Qt.MouseButton.LeftButton)
    dialog = hall.dialog(screen, PlanSittingDialog)
    dialog.commission.set_value(hall.house.facts.commission)
    hall.bot.keyClicks(dialog.hour, "1430")
    hall.bot.keyClicks(dialog.room, "101")
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    (row,) = hall.house.office.ask(sittings.sitting_list).rows
    assert (row.planned_at, row.place, row.state) == ("14:30", "101", SittingState.PLANNED)
    assert hall.gone == [Place("sitting", row.id)]
    screen.refresh()
    hall.wait()
    assert "14:30" in screen.list.model.index(0, 0).data()


def test_cases_come_on_the_agenda_and_in_another_order(hall: Hall) -> None:
    facts = hall.house.facts
    table = hearings.planned(hall.house)
    hall.house.office.do(sittings.take_off, table.items[0])
    for case in (facts.also_met, facts.met):
        extra = hall.house.office.do(sittings.put_on_agenda, table.id, case)
        hall.house.office.do(sittings.take_off, extra)
    screen = sitting(hall, table.id)
    assert screen.empty.isVisible() and screen.empty.text() == "The agenda is empty."
    hall.bot.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)
    dialog = hall.dialog(screen, AddCasesDialog)
    assert set(dialog.ticked()) == {facts.met, facts.also_met}
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    first, second = [line.item_id for line in card(hall, table.id).agenda]
    screen.agenda.items.setCurrentRow(1)
    hall.wait()
    hall.bot.mouseClick(screen.agenda.up, Qt.MouseButton.LeftButton)
    hall.wait()
    assert [line.item_id for line in card(hall, table.id).agenda] == [second, first]
    hall.bot.keyClick(screen.agenda.items, Qt.Key.Key_Delete)
    hall.wait()
    assert [line.item_id for line in card(hall, table.id).agenda] == [first]


def check_posts_follow_the_name(hall: Hall, closing: CloseSittingDialog) -> None:
    """The proposed post belongs to the proposed name."""
    assert (closing.taker.value(), closing.post_lv.value()) == ("Anna Ozola", "Sekretāre")
    hall.bot.keyClicks(closing.taker, "s")
    assert closing.post_lv.value() == "", "somebody else has another post"
    hall.bot.keyClick(closing.taker, Qt.Key.Key_Backspace)
    assert closing.post_lv.value() == "Sekretāre"


def test_a_sitting_runs_by_keyboard_from_the_first_word_to_the_register(hall: Hall) -> None:
    table = hearings.planned(hall.house, hall.house.facts.met)
    screen = sitting(hall, table.id)
    hall.bot.mouseClick(screen.head.acts.button, Qt.MouseButton.LeftButton)
    hall.wait()
    assert card(hall, table.id).state is SittingState.OPEN
    screen.roll.setFocus()
    for _ in range(3):
        hall.bot.keyClick(screen.roll, Qt.Key.Key_I)
        hall.wait()
        hall.bot.keyClick(screen.roll, Qt.Key.Key_Down)
    assert sum(seat.present for seat in card(hall, table.id).members) == 3
    hall.bot.keyClick(screen.roll, Qt.Key.Key_N)
    hall.wait()
    assert card(hall, table.id).agenda[0].state is ItemState.ON_TABLE
    for _ in range(3):
        hall.bot.keyClick(screen.roll, Qt.Key.Key_1)
    hall.wait()
    assert screen.roll.count.text() == "for 3 · against 0 · abstains 0"
    hall.bot.keyClick(screen.roll, Qt.Key.Key_Return, CONTROL)
    hall.wait()
    assert card(hall, table.id).agenda[0].state is ItemState.DECIDED
    hall.bot.mouseClick(screen.head.acts.button, Qt.MouseButton.LeftButton)
    closing = hall.dialog(screen, CloseSittingDialog)
    check_posts_follow_the_name(hall, closing)
    hall.bot.mouseClick(closing.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    ended = card(hall, table.id)
    assert ended.state is SittingState.CLOSED
    assert screen.closed.isVisible() and ended.minutes_number in screen.closed.title.text()
    (key,) = screen.closed.buttons
    hall.bot.mouseClick(screen.closed.buttons[key], Qt.MouseButton.LeftButton)
    hall.bot.mouseClick(hall.dialog(screen, RegisterDialog).deed, Qt.MouseButton.LeftButton)
    hall.wait()
    decision = hall.house.office.ask(decisions.card, key)
    assert decision.state is DecisionState.REGISTERED and decision.signed_on is not None
    assert screen.closed.left.text() == "All decisions are registered."


def test_digits_typed_into_a_reason_are_no_votes(hall: Hall) -> None:
    table = hearings.opened(hall.house, hall.house.facts.met)
    screen = sitting(hall, table.id)
    screen.postpone()
    dialog = hall.dialog(screen, PostponeDialog)
    hall.bot.keyClicks(dialog.reason, "123 n i")
    hall.wait()
    assert votes_of(hall, table.id) == [None] * 5
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    (line,) = card(hall, table.id).agenda
    assert (line.state, line.reason) == (ItemState.POSTPONED, "123 n i")
    hall.bot.keyClick(screen.agenda.items, Qt.Key.Key_1)
    hall.wait()
    assert votes_of(hall, table.id) == [None] * 5


def test_a_red_light_says_what_would_make_it_green_and_no_vote_is_taken(hall: Hall) -> None:
    table = hearings.opened(hall.house, hall.house.facts.met, present=2)
    screen = sitting(hall, table.id)
    light = screen.lights.lights[LightKind.QUORUM]
    assert light.rule.isVisible()
    assert light.rule.text() == "No quorum: 2 take part, 3 members are needed. Further members must take part: 1."
    assert screen.lights.taking_part.text() == "2 of 5 take part"
    hall.bot.keyClick(screen.roll, Qt.Key.Key_1)
    hall.wait()
    assert screen.banner.text() == "No quorum: 2 take part, 3 members are needed."
    assert votes_of(hall, table.id) == [None] * 5
    assert not screen.roll.rows[hall.house.facts.members[0]].votes[Choice.FOR].isChecked()
    third = hall.house.facts.members[2]
    hall.bot.mouseClick(screen.roll.rows[third].enters, Qt.MouseButton.LeftButton)
    hall.wait()
    assert not light.rule.isVisible() and screen.lights.taking_part.text() == "3 of 5 take part"


def test_votes_are_taken_back_and_one_who_is_recused_has_none(hall: Hall) -> None:
    table = hearings.opened(hall.house, hall.house.facts.met)
    screen = sitting(hall, table.id)
    members = hall.house.facts.members
    hall.bot.keyClick(screen.roll, Qt.Key.Key_2)
    hall.bot.keyClick(screen.roll, Qt.Key.Key_3)
    hall.wait()
    assert votes_of(hall, table.id)[:2] == [Choice.AGAINST, Choice.ABSTAIN]
    hall.bot.keyClick(screen.roll, Qt.Key.Key_Z, CONTROL)
    hall.wait()
    assert votes_of(hall, table.id)[:2] == [Choice.AGAINST, None]
    screen.roll.go_to(members[0])
    hall.bot.keyClick(screen.roll, Qt.Key.Key_Delete)
    hall.wait()
    assert votes_of(hall, table.id) == [None] * 5
    next(one for one in screen.roll.rows[members[4]].menu().actions() if "conflict" in one.text()).trigger()
    dialog = hall.dialog(screen, RecuseDialog)
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    assert dialog.form.field("reason").error()
    hall.bot.keyClicks(dialog.reason, "employer")
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    row = screen.roll.rows[members[4]]
    assert not row.votes[Choice.FOR].isVisible() and "employer" in row.said()


def test_opened_again_it_stands_where_it_stood(hall: Hall) -> None:
    table = hearings.opened(hall.house, hall.house.facts.met, hall.house.facts.also_met)
    members = hall.house.facts.members
    hearings.vote_all(hall.house.office, table.items[0], members)
    hall.house.office.do(votes.decide, table.items[0])
    hall.house.office.do(votes.take_up, table.items[1])
    hall.house.office.do(votes.vote, table.items[1], members[0], Choice.FOR)
    screen = sitting(hall, table.id)
    assert screen.agenda.items.currentRow() == 1
    assert screen.roll.rows[members[0]].votes[Choice.FOR].isChecked()
    assert screen.roll.current() == members[1]
    assert "Close the item" in screen.head.acts.findChildren(QLabel)[0].text()


def test_escape_gives_the_window_back(hall: Hall) -> None:
    screen = sitting(hall, hearings.opened(hall.house, hall.house.facts.met).id)
    assert screen.middle.minimumSizeHint().width() < screen.written.minimumSizeHint().width(), "fits small windows"
    hall.bot.keyClick(screen.roll, Qt.Key.Key_F11)
    assert screen.window().isFullScreen()
    hall.bot.keyClick(screen.roll, Qt.Key.Key_Escape)
    assert not screen.window().isFullScreen()


def test_the_commission_decides_otherwise_and_says_why(hall: Hall) -> None:
    table = hearings.opened(hall.house, hall.house.facts.one_not_met)
    screen = sitting(hall, table.id)
    held = card(hall, table.id).item
    assert held is not None
    unit = held.units[0]
    assert (unit.met, unit.outcomes) == (1, 2)
    screen.case.unit_menu(unit, ()).actions()[0].trigger()
    dialog = hall.dialog(screen, DepartDialog)
    dialog.verdict.set_value(UnitVerdict.RECOGNISED)
    hall.bot.keyClicks(dialog.reason, "Shown in the interview.")
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    held = card(hall, table.id).item
    assert held is not None and held.units[0].reason == "Shown in the interview."
    assert screen.case.draft.text() == "Draft decision: recognise 18 credit points (ECTS) of 18"
    hall.bot.keyClick(screen.roll, Qt.Key.Key_1)
    hall.wait()
    assert screen.card is not None and screen.card.item is not None
    assert not screen.case.unit_menu(held.units[0], screen.case_refusals()).actions()[0].isEnabled()


def test_all_decisions_are_registered_in_one_go_and_a_refused_one_waits(hall: Hall) -> None:
    facts = hall.house.facts
    table = hearings.decided(hall.house, facts.met, facts.also_met, facts.one_not_met)
    screen = sitting(hall, table.id)
    assert screen.closed.left.text() == "3 decisions are not registered yet"
    assert len(screen.closed.buttons) == 2  # the partial one lacks its reasons
    hall.bot.mouseClick(screen.closed.all, Qt.MouseButton.LeftButton)
    hall.bot.mouseClick(hall.dialog(screen, RegisterDialog).deed, Qt.MouseButton.LeftButton)
    hall.wait()
    states = [one.state for one in screen.closed.decisions]
    assert states == [DecisionState.REGISTERED, DecisionState.REGISTERED, DecisionState.DRAFT]
    assert screen.closed.left.text() == "1 decision is not registered yet"
