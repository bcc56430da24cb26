"""A standstill of the office: one labour has the database to itself while everything else waits."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from commission_app.ui.jobs import READERS, Jobs
from commission_app.ui.promises import Promise

if TYPE_CHECKING:
    from commission_app.services.office import Progress

R = TypeVar("R")

PATIENCE_SECONDS = 30.0


def stand_still(jobs: Jobs, owner: QObject, labour: "Callable[[Progress], R]") -> Promise[R]:
    """Runs a labour with every other reader waiting and every connection let go; no act may be under way.

    The caller keeps the person from beginning an act meanwhile (a modal dialog).
    """
    waiting = threading.Semaphore(0)
    over = threading.Event()

    def wait(_progress: "Progress") -> None:
        waiting.release()
        over.wait()

    def alone(progress: "Progress") -> R:
        try:
            for _ in range(READERS - 1):
                waiting.acquire(timeout=PATIENCE_SECONDS)
            jobs.office.database.close()
            return labour(progress)
        finally:
            over.set()

    for _ in range(READERS - 1):
        jobs.work(jobs, wait)
    return jobs.work(owner, alone)
