"""Guards around every test: whatever the office would never see must not pass here either.

A warning of Qt (pytest-qt fails on it), a stray line in a log, a connection left open, a window left behind, or a
call to the network fails the test that made it.
"""

import logging
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts.warning=false")
if os.name != "nt" and not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
    # Qt warns of an ASCII world too.
    os.environ["LC_CTYPE"] = "C.UTF-8"
if os.name != "nt" and "XDG_RUNTIME_DIR" not in os.environ:
    # Qt warns, and the guard fails, where nobody is logged in.
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="commission-app-")

pytest_plugins = [
    "tests.offices",
    "tests.hearings",
    "tests.guards",
    "tests.servers",
    "tests.samples",
    "tests.statements",
]

PATIENCE_MS = 30_000
LOCAL = {"127.0.0.1", "::1", "localhost", ""}


class PatientBot(QtBot):
    """Waits as long as a loaded computer needs: how fast an answer comes is for the benchmarks."""

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE_MS) -> None:
        """Until the callback says so, or no longer complains."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        """Until the signal comes."""
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The hand at the windows."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is offline: whoever calls out fails."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and str(address[0]) not in LOCAL:
            pytest.fail(f"called the network: {address}")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the program remembers of the person at this computer is not touched by a test."""
    home = tmp_path / "home"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))


@pytest.fixture(autouse=True)
def no_stray_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that no test asked for fails; `caplog.clear()` says it was expected."""
    yield
    stray = [
        f"{record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    if stray:
        pytest.fail("stray log: " + "; ".join(stray))


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes have no part in a test's name: they may hold the time they were made, and every process must name alike.

    Letters beyond ASCII are named by number: pytest would put backslashes in, which not every tool gives back.
    """
    if isinstance(val, str) and not (val.isascii() and val.isprintable()):
        return "".join(one if one.isascii() and one.isprintable() else f"u{ord(one):04x}" for one in val)
    return "bytes" if isinstance(val, bytes) else None
