"""The votes on their way and those given: the next key never waits for the disk, and the last one can be taken back."""

from typing import TYPE_CHECKING

from commission_app.rules.vocabulary.sitting import Choice
from commission_app.services import batches

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen


class VotesGiven:
    """What was voted at this desk since the page was opened, by item and member."""

    def __init__(self, screen: "SittingScreen") -> None:
        self._screen = screen
        self._given: list[tuple[int, int]] = []
        self._flying = 0

    @property
    def flying(self) -> bool:
        """Whether a vote is on its way: the answer after the last of them is shown."""
        return self._flying > 0

    def vote(self, item: int, member_id: int, choice: Choice) -> None:
        """Stores a vote; where it is refused the same member is asked again."""
        screen = self._screen
        self._flying += 1
        self._given.append((item, member_id))
        promise = screen.jobs.do(screen, batches.vote, item, member_id, choice)
        promise.always(lambda: self._landed(item, member_id, refused=promise.trouble is not None))

    def take_back_last(self, item: int) -> None:
        """Takes the last vote on an item back; votes on an item before it stay."""
        last = next((one for one in reversed(self._given) if one[0] == item), None)
        if last is not None:
            self._screen.roll.go_to(last[1])
            self.take_back(*last)

    def take_back(self, item: int, member_id: int) -> None:
        """Takes a member's vote on an item back."""
        screen = self._screen
        self._forget(item, member_id)
        screen.banner.hide()
        screen.jobs.do(screen, batches.undo_vote, item, member_id).always(screen.refresh)

    def _landed(self, item: int, member_id: int, *, refused: bool) -> None:
        self._flying -= 1
        if refused:
            self._forget(item, member_id)
            self._screen.roll.go_to(member_id)
        if not self._flying:
            self._screen.refresh()

    def _forget(self, item: int, member_id: int) -> None:
        self._given = [one for one in self._given if one != (item, member_id)]
