"""What a screen holds while the office works: the promise of an answer, and the ticket that can be cancelled."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

R = TypeVar("R")


class Ticket:
    """The progress of one job, told by the worker and read by the window; and the wish to cancel it."""

    def __init__(self, told: "Callable[[Ticket], object]") -> None:
        from commission_app.services.office import Progress

        self.title = ""
        self.done = 0
        self.total = 0
        self.progress: Progress = Progress(self._step)
        self._told = told

    @property
    def cancelled(self) -> bool:
        """Whether the person pressed Cancel."""
        return self.progress.cancelled

    def cancel(self) -> None:
        """Asks the worker to stop at the next step."""
        self.progress.cancelled = True

    def _step(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self._told(self)


class Promise(Generic[R]):
    """An answer that comes later, on the window's thread; nothing is called once its owner is gone."""

    def __init__(self, owner: QObject | None, ticket: Ticket, writes: bool) -> None:
        self.owner = owner
        self.ticket = ticket
        self.writes = writes
        self.superseded = False
        self.settled = False
        self.trouble: Exception | None = None
        self._then: list[Callable[[R], object]] = []
        self._failed: list[Callable[[Exception], object]] = []
        self._always: list[Callable[[], object]] = []

    def then(self, told: Callable[[R], object]) -> "Promise[R]":
        """Calls this with the answer."""
        self._then.append(told)
        return self

    def failed(self, told: Callable[[Exception], object]) -> "Promise[R]":
        """Calls this with the trouble, instead of showing it."""
        self._failed.append(told)
        return self

    def always(self, told: Callable[[], object]) -> "Promise[R]":
        """Calls this at the end, however it ends."""
        self._always.append(told)
        return self

    def called(self, title: str) -> "Promise[R]":
        """Names the work in the progress strip."""
        self.ticket.title = title
        return self

    def resting(self, *widgets: QWidget) -> "Promise[R]":
        """Lets the buttons rest until the end, and gives the keyboard back to where it was."""
        held = QApplication.focusWidget()
        for widget in widgets:
            widget.setEnabled(False)

        def wake() -> None:
            for widget in widgets:
                if isValid(widget):
                    widget.setEnabled(True)
            if held in widgets and isValid(held) and QApplication.focusWidget() is None:
                held.setFocus()

        return self.always(wake)

    def cancel(self) -> None:
        """Asks the worker to stop; an answer that still comes is dropped for a question, kept for an act."""
        self.ticket.cancel()

    def settle(self, answer: Any, trouble: Exception | None) -> bool:
        """Calls back; False where a trouble found nobody to hear it."""
        self.settled, self.trouble = True, trouble
        deaf = self.superseded or (self.owner is not None and not isValid(self.owner))
        for end in self._always:
            end()
        if deaf:
            return trouble is None or not self.writes
        if trouble is None:
            for told in self._then:
                told(answer)
            return True
        for heard in self._failed:
            heard(trouble)
        return bool(self._failed)
