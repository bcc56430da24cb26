"""The folder of this computer into which the scanner writes: new scans are told once they are whole, never deleted."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from commission_app.ui.memory import Memory

if TYPE_CHECKING:
    from commission_app.services.office import Progress
    from commission_app.ui.jobs import Jobs

FOLDER = "scan/folder"
TAKEN = "scan/taken"
TAKEN_FOLDER = "_taken"
"""Where taken scans are moved to, within the folder itself."""
SETTLE_MS = 900
KINDS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".heic"})
MOST = 200
Seen = dict[Path, tuple[int, int]]


class ScanFolder(QObject):
    """Looks twice: a scan whose size still grows is not told yet."""

    changed = Signal()
    """Other scans wait than before."""

    def __init__(self, jobs: "Jobs", memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._memory = memory
        self._seen: Seen = {}
        self._whole: tuple[Path, ...] = ()
        self._looking = False
        self._watcher = QFileSystemWatcher(self)
        self._clock = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._clock.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(lambda _: self._clock.start())
        self.watch()

    @property
    def folder(self) -> Path | None:
        """The folder chosen on this computer, if any."""
        text = self._memory.text(FOLDER)
        return Path(text) if text else None

    def choose(self, folder: Path | None) -> None:
        """Another folder is watched from now on; none stops the watching."""
        self._memory.keep(FOLDER, str(folder) if folder else "")
        self._memory.save()
        self._seen, self._whole = {}, ()
        self.watch()
        self.changed.emit()

    def watch(self) -> None:
        """Begins to watch, and looks at once."""
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        if self.folder is not None:
            self._watcher.addPath(str(self.folder))
            self.look()

    def waiting(self) -> tuple[Path, ...]:
        """The scans that are whole and not taken."""
        return self._whole

    def look(self) -> None:
        """Lists the folder away from the window's thread: it may lie on a slow share."""
        folder = self.folder
        if folder is None or self._looking:
            return
        self._looking = True
        taken = frozenset(self._memory.text(TAKEN).split("\n"))
        looked = self._jobs.work(self, partial(scans_in, folder, taken))
        looked.then(self._looked)

    def take(self, paths: Iterable[Path]) -> None:
        """These scans are in a portfolio now: they are moved aside, or remembered where they cannot be moved."""
        gone = tuple(paths)
        self._whole = tuple(path for path in self._whole if path not in gone)
        self.changed.emit()
        self._jobs.work(self, partial(put_aside, gone)).then(self._remember)

    def _looked(self, found: Seen) -> None:
        self._looking = False
        whole = tuple(sorted(path for path, what in found.items() if self._seen.get(path) == what and what[0]))
        growing = any(self._seen.get(path) != what for path, what in found.items())
        self._seen = found
        if whole != self._whole:
            self._whole = whole
            self.changed.emit()
        if growing:
            self._clock.start()

    def _remember(self, held: tuple[str, ...]) -> None:
        if held:
            known = [line for line in self._memory.text(TAKEN).split("\n") if line]
            self._memory.keep(TAKEN, "\n".join([*known, *held][-MOST:]))
        self._clock.start()


def scans_in(folder: Path, taken: frozenset[str], _: "Progress") -> Seen:
    """The scans in a folder with their size and moment; a folder that cannot be read has none."""
    found: Seen = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                path = Path(entry.path)
                if path.suffix.lower() not in KINDS or not entry.is_file():
                    continue
                about = entry.stat()
                if _mark(path, about.st_size, about.st_mtime_ns) not in taken:
                    found[path] = (about.st_size, about.st_mtime_ns)
    except OSError:
        return {}
    return dict(sorted(found.items())[:MOST])


def put_aside(paths: tuple[Path, ...], _: "Progress") -> tuple[str, ...]:
    """Moves scans into the folder of taken ones under a free name; gives the marks of those that stayed."""
    stayed: list[str] = []
    for path in paths:
        try:
            about = path.stat()
            aside = path.parent / TAKEN_FOLDER
            aside.mkdir(exist_ok=True)
            path.rename(_free(aside / path.name))
        except FileNotFoundError:
            continue
        except OSError:
            stayed.append(_mark(path, about.st_size, about.st_mtime_ns))
    return tuple(stayed)


def _free(wanted: Path) -> Path:
    numbered = (wanted.with_stem(f"{wanted.stem} ({number})") for number in range(2, 10_000))
    return wanted if not wanted.exists() else next(path for path in numbered if not path.exists())


def _mark(path: Path, size: int, moment: int) -> str:
    return f"{path.name}|{size}|{moment}"
