"""The acts of a sitting as its page offers them: the next lawful one first, the others with the reason why not now."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from commission_app.errors import Refusal
from commission_app.rules.agenda import ItemAct, SittingAct, SittingStanding
from commission_app.rules.vocabulary.sitting import BallotKind, ItemState
from commission_app.services.item_cards import ItemCard
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.sittings.balloting import choose, dissolve, together
from commission_app.ui.sittings.written_panel import ask_last_day
from commission_app.ui.widgets.act_button import Offered

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen


def against(acts: Iterable[SittingStanding], act: SittingAct | ItemAct) -> tuple[Refusal, ...]:
    """What stands against an act now."""
    return next(standing.refusals for standing in acts if standing.act is act)


def offered(screen: "SittingScreen", card: SittingCard, *, ended: bool) -> list[Offered]:
    """What can be done with the sitting and the item in sight."""
    say = screen.language.say
    whole = card.acts
    plan = Offered(say("Change the plan …"), against(whole, SittingAct.OPEN)[:0], screen.edit, aside=True)
    papers = Offered(say("Papers of the sitting …"), (), lambda: _papers(screen), aside=True)
    if ended or card.minutes_number:
        return [Offered(say("Issue the minutes (keep them as printed)"), (), screen.issue_minutes, aside=True), papers]
    minutes = Offered(say("Look at the draft minutes"), (), screen.print_paper, "print", aside=True)
    attending = against(whole, SittingAct.ATTEND)
    if attending:
        return [
            _opening(screen, card),
            Offered(say("Add cases …"), against(whole, SittingAct.PREPARE), screen.new, aside=True),
            plan,
            minutes,
            papers,
        ]
    closing = Offered(say("Close the sitting …"), against(whole, SittingAct.CLOSE), screen.close_sitting, "lock")
    wording = Offered(say("Word the minutes …"), (), lambda: _minutes(screen), aside=True)
    return [*_of_item(screen, card), closing, minutes, wording, papers]


def _papers(screen: "SittingScreen") -> None:
    from commission_app.ui.sittings.papers_dialog import SittingPapersDialog

    SittingPapersDialog(screen.desk, screen.sitting_id, screen).open()


def _minutes(screen: "SittingScreen") -> None:
    from commission_app.ui.sittings.minutes_panel import MinutesDialog

    MinutesDialog(screen.desk, screen.sitting_id, screen).open()


def _of_item(screen: "SittingScreen", card: SittingCard) -> list[Offered]:
    say, item = screen.language.say, card.item
    if item is None:
        return []
    found: list[Offered] = []
    if card.in_writing:
        pass  # votes are entered and items closed in the table of votes
    elif item.state is ItemState.ON_TABLE:
        found.append(
            Offered(say("Close the item (Ctrl+Enter)"), against(item.acts, ItemAct.DECIDE), screen.decide, "check")
        )
        found.append(Offered(say("Put back to wait"), (), screen.put_back, aside=True))
        if item.batch:
            found.append(Offered(say("Vote on each case alone"), (), lambda: dissolve(screen, item.id), aside=True))
        else:
            found.append(_of_ballot(screen, item))
    elif item.state is ItemState.WAITING:
        found.append(Offered(say("Take up the item"), against(item.acts, ItemAct.TAKE_UP), screen.take_up, "forward"))
    elif any(line.state is ItemState.WAITING for line in card.agenda):
        found.append(Offered(say("Next item (N)"), (), screen.take_next, "forward"))
    waiting = sum(line.state is ItemState.WAITING for line in card.agenda)
    if waiting > 1 and item.state is not ItemState.ON_TABLE and not card.in_writing:
        found.append(Offered(say("Vote on several cases together …"), (), lambda: together(screen), aside=True))
    found.append(Offered(say("Postpone …"), against(item.acts, ItemAct.POSTPONE), screen.postpone, "pause", aside=True))
    return found


def _of_ballot(screen: "SittingScreen", item: ItemCard) -> Offered:
    """The way to the other kind of vote; votes or ballots already given stand against it."""
    say, secret = screen.language.say, item.ballot is BallotKind.SECRET
    label = say("Vote by name") if secret else say("Vote in secret")
    other = BallotKind.NAMED if secret else BallotKind.SECRET
    return Offered(label, against(item.acts, ItemAct.DEPART), lambda: choose(screen, item.id, other), aside=True)


def _opening(screen: "SittingScreen", card: SittingCard) -> Offered:
    """What begins the sitting: it is opened, or votes are awaited in writing."""
    say, refusals = screen.language.say, against(card.acts, SittingAct.OPEN)
    if card.in_writing:
        return Offered(say("Begin the written procedure …"), refusals, lambda: ask_last_day(screen), "sittings")
    return Offered(say("Open the sitting"), refusals, screen.open_sitting, "sittings")
