"""Guards that watch the database's connections and the windows on the screen around every test."""

import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

PATIENCE_SECONDS = 2.0
_LOANED: dict[int, str] = {}
_WATCHED = threading.Event()


def _watch_pools() -> None:
    """Listens to every pool there is or will be; only once somebody has imported SQLAlchemy."""
    if _WATCHED.is_set() or "sqlalchemy.pool" not in sys.modules:
        return
    _WATCHED.set()
    from sqlalchemy import event
    from sqlalchemy.pool import Pool

    def lent(_connection: Any, record: Any, _proxy: Any) -> None:
        _LOANED[id(record)] = threading.current_thread().name

    def returned(_connection: Any, record: Any, *_why: Any) -> None:
        _LOANED.pop(id(record), None)

    event.listen(Pool, "checkout", lent)
    for ending in ("checkin", "invalidate", "close", "detach"):
        event.listen(Pool, ending, returned)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Begins to listen as soon as there is something to listen to."""
    _watch_pools()


@pytest.fixture(autouse=True)
def no_open_connection() -> Iterator[None]:
    """A transaction begun is a transaction ended: no connection stays lent when the test is over."""
    before = set(_LOANED)
    yield
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (kept := {key: who for key, who in _LOANED.items() if key not in before}) and (time.monotonic() < deadline):
        time.sleep(0.02)
    for key in kept:
        _LOANED.pop(key, None)
    if kept:
        pytest.fail(f"{len(kept)} database connection(s) left open, lent in: {', '.join(sorted(kept.values()))}")


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """A dialog that nobody answered fails the test that opened it."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.windowTitle()!r}" for widget in left]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    _delete_all()
    if names:
        pytest.fail("windows left open: " + ", ".join(names))


def _delete_all() -> None:
    """Windows of earlier tests are not kept: every change of theme or focus would go through them all."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
