"""Bringing a copy back: what the copy says of itself, what becomes of the data of now, and the deed by its name."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.services import backups
from commission_app.services.backups import Manifest, Restored
from commission_app.services.office import Progress
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Ticket
from commission_app.ui.standstill import stand_still
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.fact_list import FactList

MEGABYTE = 1_000_000


class RestoreDialog(QDialog):
    """While the data come back nothing else can be done; then who works here is asked again."""

    restored = Signal()

    def __init__(self, desk: Desk, source: Path, manifest: Manifest, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._language = desk.language
        self._source = source
        self._busy = False
        say = desk.language.say
        self.setWindowTitle(say("Restore from a copy"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        self.facts = FactList(self)
        self.facts.show_facts(self._facts(manifest))
        told = say(
            "The data of now are replaced by those of the copy; they are kept aside under a name that says when."
        )
        self._warning = _warning(told, self)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self.deed = QPushButton(say("Bring back these data"), self)
        self.deed.setProperty("role", "prominent")
        self.deed.clicked.connect(lambda _: self.bring_back())
        self._leave = QPushButton(say("Cancel"), self)
        for button in (self.deed, self._leave):
            button.setAutoDefault(False)
        self._leave.clicked.connect(self.reject)
        self._lay_out()
        desk.jobs.stepped.connect(self._step)

    def show_trouble(self, text: str, what: Refusal | None, again: object) -> bool:
        """Says why the copy could not be brought back; nothing is changed then."""
        self.banner.say(text)
        return True

    def bring_back(self) -> None:
        """Brings the copy back; the office stands still meanwhile."""
        if self._desk.jobs.writing:
            return
        self._busy = True
        self._progress.setRange(0, 0)
        self._progress.show()
        self.banner.hide()
        url = self._desk.jobs.office.database.url.render_as_string(hide_password=False)

        def labour(progress: Progress) -> Restored:
            return backups.bring_back(self._source, url, replace=True, progress=progress)

        done = stand_still(self._desk.jobs, self, labour).resting(self.deed, self._leave)
        done.always(self._rest).then(self._landed)

    def reject(self) -> None:
        """Cannot be left while the data come back."""
        if not self._busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cannot be closed while the data come back."""
        if self._busy:
            event.ignore()
        else:
            super().closeEvent(event)

    def _rest(self) -> None:
        self._busy = False
        self._progress.hide()

    def _landed(self, restored: Restored) -> None:
        self._desk.jobs.do(self, backups.record_restore, restored).then(lambda _: self._end())

    def _end(self) -> None:
        self.restored.emit()
        self.accept()

    def _step(self, ticket: Ticket) -> None:
        if self._busy and ticket.total:
            self._progress.setRange(0, 1000)
            self._progress.setValue(1000 * ticket.done // ticket.total)

    def _facts(self, manifest: Manifest) -> list[tuple[str, str]]:
        say, language = self._language.say, self._language
        size = language.number(max(manifest.size // MEGABYTE, 1))
        return [
            (say("File"), self._source.name),
            (say("Institution"), manifest.institution),
            (say("Made on"), language.moment(manifest.made_at)),
            (say("Made by"), manifest.made_by),
            (say("Size"), say("{size} MB, {files} files", size=size, files=language.number(len(manifest.members) - 1))),
            (say("Program"), manifest.program),
        ]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        buttons.addStretch(1)
        buttons.addWidget(self.deed)
        buttons.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(4 * STEP)
        for part in (self.banner, self.facts, self._warning, self._progress):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self._leave.setFocus()


def _warning(text: str, parent: QWidget) -> QFrame:
    """A warning that stays."""
    frame = QFrame(parent)
    frame.setProperty("tone", "warn")
    label = QLabel(text, frame)
    label.setWordWrap(True)
    row = QHBoxLayout(frame)
    row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
    row.addWidget(label)
    return frame
