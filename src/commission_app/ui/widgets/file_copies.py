"""Files beside the program: read where the person says, and copies saved there or opened read-only outside."""

import atexit
import shutil
import stat
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from commission_app.errors import UnavailableError
from commission_app.services.office import Progress
from commission_app.ui.desk import Desk


def save_copy(parent: QWidget, desk: Desk, name: str, data: bytes, told: Callable[[Path], object]) -> None:
    """Asks where to, and writes the copy there."""
    chosen, _ = QFileDialog.getSaveFileName(parent, desk.language.say("Save a copy"), name)
    if chosen:
        path = Path(chosen)
        desk.jobs.work(parent, writing(path, data)).then(lambda _: told(path))


def open_outside(parent: QWidget, desk: Desk, name: str, data: bytes) -> None:
    """Opens a copy that cannot be written over in the program the computer has for it."""

    def laid_out(_progress: Progress) -> Path:
        path = Path(tempfile.mkdtemp(dir=_folder())) / name
        writing(path, data)(_progress)
        path.chmod(stat.S_IRUSR)
        return path

    desk.jobs.work(parent, laid_out).then(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))


def read_whole(path: Path) -> bytes:
    """The bytes of a file that a person chose; one that cannot be read is named."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnavailableError("ui.file_unreadable", file=path.name, why=error.strerror or str(error)) from error


def writing(path: Path, data: bytes) -> Callable[[Progress], None]:
    """The labour of writing a file; a disk that says no is named."""

    def write(_progress: Progress) -> None:
        try:
            path.write_bytes(data)
        except OSError as error:
            raise UnavailableError("ui.file_not_written", file=path.name, why=error.strerror or str(error)) from error

    return write


@cache
def _folder() -> Path:
    """A folder for the copies, gone when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="commission-app-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
