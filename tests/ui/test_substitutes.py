"""At the sitting a substitute takes a seat in the window, and the deputy presides by an order."""

from typing import cast

from PySide6.QtCore import Qt

from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.sitting import Choice, Light, LightKind
from commission_app.services import attendance, commissions, sittings
from commission_app.services.commissions import MemberForm
from commission_app.ui.sittings.attendance_dialogs import ChairOrderDialog, SubstituteDialog
from commission_app.ui.sittings.sitting_screen import SittingScreen
from tests import hearings, make
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def light(screen: SittingScreen, kind: LightKind) -> str:
    """The name of a light as it is read aloud, with its state."""
    return screen.lights.lights[kind].button.accessibleName()


def test_a_substitute_takes_a_seat_and_the_deputy_presides_by_an_order(hall: Hall) -> None:
    office, members = hall.house.office, hall.house.facts.members
    form = MemberForm("Ilze Ģērmane", MemberRole.SUBSTITUTE, Side.EMPLOYERS, term_from=make.LONG_AGO)
    stand_in = office.do(commissions.appoint, hall.house.facts.commission, form)
    table = hearings.opened(hall.house, present=0)
    for member in members[1:3]:
        office.do(attendance.arrive, table.id, member)
    screen = cast("SittingScreen", hall.open("sitting", table.id))
    assert "No quorum: 2 take part, 3 members are needed." in light(screen, LightKind.QUORUM)
    assert screen.lights.taking_part.text() == "2 of 5 take part"
    assert screen.lights.presides.text() == "Presides: Loceklis Nr. 2, deputy chair"
    screen.roll.setFocus()
    screen.roll.go_to(stand_in)
    hall.bot.keyClick(screen.roll, Qt.Key.Key_I)
    asked = hall.dialog(screen, SubstituteDialog)
    assert [asked.seat.itemText(at) for at in range(asked.seat.count())] == [f"Loceklis Nr. {n}" for n in (1, 4, 5)]
    asked.seat.set_value(members[4])
    hall.bot.keyClicks(asked.order, "1-7/12")
    hall.bot.mouseClick(asked.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    assert "Exactly a quorum" in light(screen, LightKind.QUORUM)
    assert "replaces Loceklis Nr. 5 · order No. 1-7/12" in screen.roll.rows[stand_in].said()
    away = screen.roll.rows[members[4]]
    assert "not here, replaced by Ilze Ģērmane" in away.said() and not away.enters.isVisible()
    screen.roll.go_to(stand_in)
    hall.bot.keyClick(screen.roll, Qt.Key.Key_1)
    hall.wait()
    shown = office.ask(sittings.sitting_card, table.id).item
    assert shown is not None
    assert [line.choice for line in shown.roll if line.member_id == stand_in] == [Choice.FOR]
    assert all(one.light is not Light.RED for one in shown.lights)
    check_order_of_presiding(hall, screen)
    screen.roll.go_to(stand_in)
    hall.bot.keyClick(screen.roll, Qt.Key.Key_I)
    hall.wait()
    assert screen.roll.rows[members[4]].enters.isVisible(), "the seat is free again"


def check_order_of_presiding(hall: Hall, screen: SittingScreen) -> None:
    """The order is entered while the deputy presides; it goes when the chair comes."""
    hall.bot.mouseClick(screen.lights.order, Qt.MouseButton.LeftButton)
    order = hall.dialog(screen, ChairOrderDialog)
    hall.bot.keyClicks(order.order, "1-7/15")
    hall.bot.mouseClick(order.deed, Qt.MouseButton.LeftButton)
    hall.wait()
    assert screen.lights.presides.text() == "Presides: Loceklis Nr. 2, deputy chair, order No. 1-7/15"
    remote = next(
        one
        for one in screen.roll.rows[hall.house.facts.members[0]].menu().actions()
        if one.text() == "Takes part remotely"
    )
    remote.trigger()
    hall.wait()
    assert screen.lights.presides.text() == "Presides: Loceklis Nr. 1, chair"
    assert not screen.lights.order.isVisible()
