"""One window for one database and person: a second start brings the first window forward."""

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

CALL_MS = 1500


class SingleInstance(QObject):
    """A lock file says who is first; the first one listens for calls from later starts."""

    called = Signal()
    """Somebody started the program again: come forward."""

    def __init__(self, folder: Path, database_url: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = f"{zlib.crc32(f'{folder}{database_url}'.encode()):08x}"
        self._name = f"commission-app-{digest}"
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / f"{digest}.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def first(self) -> bool:
        """Whether no other window of this database and person is open; a lock left by a crash does not count."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Listens for calls; done after the first paint, for it loads the network part of Qt."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def call_first(self) -> bool:
        """Calls the window that is already open; False where nobody answers."""
        from PySide6.QtNetwork import QLocalSocket

        caller = QLocalSocket()
        caller.connectToServer(self._name)
        reached = caller.waitForConnected(CALL_MS)
        caller.abort()
        return reached

    def release(self) -> None:
        """Lets the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    def _answer(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.abort()
            caller.deleteLater()
            self.called.emit()
