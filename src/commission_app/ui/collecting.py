"""Collects Python's garbage on the window's thread alone: a widget freed on a worker's thread ends the program."""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500


class Collecting(QObject):
    """Collects as often as Python would by itself, but never in the middle of a worker's work.

    One that rests collects nothing until it is woken: a start makes much, and nearly all of it stays.
    """

    def __init__(self, parent: QObject | None = None, *, resting: bool = False) -> None:
        super().__init__(parent)
        self._by_itself = gc.isenabled()
        self._limits = gc.get_threshold()
        gc.disable()
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._woken = False
        if not resting:
            self._clock.start()

    def wake(self) -> None:
        """Begins to look; what the start has made is set aside and never looked through."""
        if not self._woken:
            self._woken = True
            gc.freeze()
            self._clock.start()

    def look(self) -> None:
        """Collects the generations that have grown past their limits."""
        counts = gc.get_count()
        oldest = max((at for at in range(3) if self._limits[at] and counts[at] > self._limits[at]), default=-1)
        if oldest >= 0:
            gc.collect(oldest)

    def end(self) -> None:
        """Leaves it to Python again, once no worker is left."""
        self._clock.stop()
        if self._woken:
            gc.unfreeze()
        if self._by_itself:
            gc.enable()
