"""What the window remembers between two days: its size, the place, the splitters and the widths of columns."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget


class Memory(QObject):
    """The window's own notes, in an ini file of the user's settings folder; never facts of the office."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def text(self, name: str, otherwise: str = "") -> str:
        """A remembered line."""
        found = self._notes.value(name, otherwise)
        return found if isinstance(found, str) else otherwise

    def keep(self, name: str, text: str) -> None:
        """Remembers a line."""
        self._notes.setValue(name, text)

    def flag(self, name: str, otherwise: bool = False) -> bool:
        """A remembered yes or no."""
        return self.text(name, "1" if otherwise else "0") == "1"

    def keep_flag(self, name: str, on: bool) -> None:
        """Remembers a yes or no."""
        self.keep(name, "1" if on else "0")

    def restore_window(self, window: QWidget) -> bool:
        """Puts the window where it was; False where it was never open."""
        found = self._notes.value("window/geometry")
        return isinstance(found, QByteArray) and window.restoreGeometry(found)

    def keep_window(self, window: QWidget) -> None:
        """Remembers where the window stands."""
        self._notes.setValue("window/geometry", window.saveGeometry())

    def follow_splitter(self, name: str, splitter: QSplitter) -> None:
        """Puts a splitter where it was left and remembers every move."""
        found = self._notes.value(f"splitter/{name}")
        if isinstance(found, QByteArray):
            splitter.restoreState(found)
        splitter.splitterMoved.connect(lambda *_: self._notes.setValue(f"splitter/{name}", splitter.saveState()))

    def widths(self, name: str) -> dict[str, int]:
        """The widths of a list's columns, by the column's key."""
        pairs = (pair.split("=") for pair in self.text(f"columns/{name}").split("|") if "=" in pair)
        return {key: int(width) for key, width in pairs if width.isdecimal()}

    def keep_widths(self, name: str, header: QHeaderView, keys: tuple[str, ...]) -> None:
        """Remembers the widths of a list's columns; one without a key is not remembered."""
        pairs = (f"{key}={header.sectionSize(at)}" for at, key in enumerate(keys) if key)
        self.keep(f"columns/{name}", "|".join(pairs))

    def save(self) -> None:
        """Writes the notes down now."""
        self._notes.sync()
