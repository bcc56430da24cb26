"""One slow thing at a time before there is an office: a thread for it, and the answer back on the window's thread."""

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from commission_app.ui.collecting import Collecting

R = TypeVar("R")


class Labour(QObject):
    """Works in the background; nobody is told once its owner is gone."""

    _over = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.busy = False
        self._then: Callable[[object], object] = lambda _: None
        self._failed: Callable[[Exception], object] = lambda _: None
        self._collecting = Collecting(self)
        self._thread: threading.Thread | None = None
        self._over.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], R], then: Callable[[R], object], failed: Callable[[Exception], object]) -> None:
        """Does one thing; what is asked for while another is being done is left out."""
        if self.busy:
            return
        self.busy = True
        self._then, self._failed = then, failed  # type: ignore[assignment]

        def run() -> None:
            try:
                answer = work()
            except Exception as trouble:  # carried to the window, which says it
                self._over.emit(None, trouble)
            else:
                self._over.emit((answer,), None)

        self._thread = threading.Thread(target=run, name="first run", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Waits for what is being done, and leaves Python its garbage again."""
        if self._thread is not None:
            self._thread.join()
        self._collecting.end()

    def _tell(self, answer: tuple[object] | None, trouble: Exception | None) -> None:
        self.busy = False
        if trouble is not None:
            self._failed(trouble)
        elif answer is not None:
            self._then(answer[0])
