"""The quiet strip of the portfolio: how many new scans wait in the folder of the scanner, taken in with one press."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.scan_folder import ScanFolder
from commission_app.ui.theme import STEP

MOST_NAMED = 12


class ScanStrip(QFrame):
    """Hidden while nothing waits; the scans go to a new item or to the one where the keyboard stands."""

    taking = Signal(object, bool)
    """The paths, and whether they join the item chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._language = desk.language
        say = desk.language.say
        self.scans = ScanFolder(desk.jobs, desk.memory, self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.new = QPushButton(say("As new evidence"), self)
        self.join = QPushButton(say("To the evidence chosen"), self)
        self.single = QPushButton(say("One of them …"), self)
        self.new.clicked.connect(lambda _: self._take(self.scans.waiting(), join=False))
        self.join.clicked.connect(lambda _: self._take(self.scans.waiting(), join=True))
        self.single.clicked.connect(lambda _: self._pick())
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self.text, 1)
        for button in (self.new, self.join, self.single):
            row.addWidget(button)
        self.scans.changed.connect(self.show_waiting)
        self.show_waiting()

    def show_waiting(self, *, open_now: bool = True, chosen: bool = True) -> None:
        """Says how many scans wait; nothing where the portfolio is closed."""
        waiting = self.scans.waiting()
        self.setVisible(bool(waiting) and open_now)
        self.single.setVisible(len(waiting) > 1)
        self.join.setVisible(chosen)
        count = self._language.count("{n} new scan", "{n} new scans", len(waiting))
        names = ", ".join(path.name for path in waiting[:3])
        self.text.setText(f"{count}: {names}{' …' if len(waiting) > 3 else ''}")
        self.text.setToolTip("\n".join(str(path) for path in waiting))

    def choose_folder(self) -> None:
        """Asks for the folder into which the scanner writes."""
        begin = str(self.scans.folder or Path.home())
        name = QFileDialog.getExistingDirectory(self.window(), self._language.say("Folder of the scanner"), begin)
        if name:
            self.scans.choose(Path(name))

    def _pick(self) -> None:
        menu = QMenu(self)
        for path in self.scans.waiting()[:MOST_NAMED]:
            part = menu.addMenu(path.name)
            for label, join in ((self.new.text(), False), (self.join.text(), True)):
                deed = part.addAction(label)
                deed.triggered.connect(lambda _=False, path=path, join=join: self._take((path,), join=join))
        menu.popup(self.single.mapToGlobal(self.single.rect().bottomLeft()))

    def _take(self, paths: tuple[Path, ...], *, join: bool) -> None:
        self.taking.emit(paths, join)
