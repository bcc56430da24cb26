"""What is done with the item on the table: how it is voted on, ballots and their count, stepping aside, supposing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from commission_app.rules.vocabulary.sitting import BallotKind
from commission_app.services import ballots, batches, what_if

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen

TAKE, GIVE_BACK, OPINE = "ballot", "give back", "opine"


def choose(screen: "SittingScreen", item_id: int, ballot: BallotKind) -> None:
    """The item is voted on by name, or in secret; the roll call has the keyboard."""
    screen.roll.setFocus(Qt.FocusReason.OtherFocusReason)
    screen.jobs.do(screen, ballots.choose, item_id, ballot).always(screen.refresh)


def dissolve(screen: "SittingScreen", item_id: int) -> None:
    """The cases taken up together wait again, each for a vote of its own."""
    screen.jobs.do(screen, batches.dissolve, item_id).always(screen.refresh)


def balloted(screen: "SittingScreen", item_id: int, member_id: int, deed: str) -> bool:
    """Does what was asked of a ballot, or of an opinion on the vote; False where something else was asked."""
    if deed == OPINE:
        opine(screen, item_id, member_id)
        return True
    if deed not in (TAKE, GIVE_BACK):
        return False
    act = ballots.take if deed == TAKE else ballots.give_back
    screen.banner.hide()
    screen.jobs.do(screen, act, item_id, member_id).always(screen.refresh)
    return True


def count(screen: "SittingScreen") -> None:
    """Asks for the tellers' totals."""
    from commission_app.ui.sittings.count_dialog import CountDialog

    if screen.card is not None and screen.card.item is not None:
        dialog = CountDialog(screen.desk, screen.card.item, screen.jobs.office.actor.name, screen)
        dialog.stored.connect(lambda _: screen.refresh())
        dialog.open()


def together(screen: "SittingScreen") -> None:
    """Asks which of the waiting cases are voted on together."""
    from commission_app.ui.sittings.together_dialog import TogetherDialog

    if screen.card is not None:
        dialog = TogetherDialog(screen.desk, screen.card, screen)
        dialog.stored.connect(lambda _: screen.look_at(None))
        dialog.accepted.connect(lambda: screen.roll.setFocus(Qt.FocusReason.OtherFocusReason))
        dialog.open()


def recuse(screen: "SittingScreen", item_id: int, member_id: int) -> None:
    """Asks why a member takes no part in the item."""
    from commission_app.ui.sittings.sitting_dialogs import RecuseDialog

    line = screen.roll.rows[member_id].line
    if line is not None:
        dialog = RecuseDialog(screen.desk, item_id, member_id, line.name, screen)
        dialog.stored.connect(lambda _: screen.refresh())
        dialog.open()


def opine(screen: "SittingScreen", item_id: int, member_id: int) -> None:
    """Asks for the dissenting opinion of a member."""
    from commission_app.ui.sittings.opinion_dialog import OpinionDialog

    line = screen.roll.rows[member_id].line
    if line is not None:
        dialog = OpinionDialog(screen.desk, item_id, line, screen)
        dialog.stored.connect(lambda _: screen.refresh())
        dialog.open()


def suppose(screen: "SittingScreen", item_id: int) -> None:
    """Shows what would change if."""
    from commission_app.ui.widgets.what_if_dialog import WhatIfDialog

    WhatIfDialog(screen.desk, what_if.of_item, item_id, screen).open()
