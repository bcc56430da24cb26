"""Who comes and goes at the sitting, whether asked by a key, a button or the menu of a member."""

from typing import TYPE_CHECKING

from commission_app.services import attendance

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen

ARRIVE, ARRIVE_REMOTELY, LEAVE = "arrive", "arrive remotely", "leave"


def seated(screen: "SittingScreen", member_id: int, deed: str) -> bool:
    """Does what was asked of a seat; False where something else was asked. A substitute is asked instead of whom."""
    if deed not in (ARRIVE, ARRIVE_REMOTELY, LEAVE):
        return False
    screen.banner.hide()
    line = screen.roll.rows[member_id].line
    if deed == LEAVE:
        screen.jobs.do(screen, attendance.leave, screen.sitting_id, member_id).always(screen.refresh)
    elif line is not None and line.asks_whom:
        _ask_whom(screen, member_id, line.name)
    else:
        remote = deed == ARRIVE_REMOTELY
        coming = screen.jobs.do(screen, attendance.arrive, screen.sitting_id, member_id, remote=remote)
        coming.always(screen.refresh)
    return True


def enter_order(screen: "SittingScreen") -> None:
    """Asks for the order by which somebody presides instead of the chair."""
    from commission_app.ui.sittings.attendance_dialogs import ChairOrderDialog

    card = screen.card
    if card is not None and card.presiding is not None:
        dialog = ChairOrderDialog(screen.desk, card.id, card.version, card.presiding, screen)
        dialog.stored.connect(lambda _: screen.refresh())
        dialog.open()


def _ask_whom(screen: "SittingScreen", member_id: int, name: str) -> None:
    from commission_app.ui.sittings.attendance_dialogs import SubstituteDialog

    dialog = SubstituteDialog(screen.desk, screen.sitting_id, member_id, name, screen)
    dialog.stored.connect(lambda _: screen.refresh())
    dialog.open()
