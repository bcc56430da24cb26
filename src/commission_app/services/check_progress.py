"""Counts what the check has looked at, for the person who waits."""

from commission_app.store.work import Progress


class Tally:
    """Things looked at against things there are."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, max(total, 1), 0

    def one(self) -> None:
        """One more was looked at."""
        self._done += 1
        self._progress.step(min(self._done, self._total), self._total)
