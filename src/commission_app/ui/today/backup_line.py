"""The line at the foot of Today: when the last verified backup was made, and the button to make one now."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services import backups
from commission_app.services.backups import BackupMark, Made
from commission_app.ui.desk import Desk
from commission_app.ui.icons import pixmap
from commission_app.ui.theme import STEP, palette_now
from commission_app.wording.words import word


class BackupLine(QFrame):
    """Says it in words, and turns to a warning where there is none."""

    made = Signal(str)
    """The name of the backup that was made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mark = QLabel(self)
        self.text = QLabel(self)
        self.text.setProperty("role", "soft")
        self.text.setWordWrap(True)
        self.forms = QLabel(self)
        self.forms.setProperty("role", "soft")
        self.forms.hide()
        self.button = QPushButton(desk.language.say("Back up now"), self)
        self.button.clicked.connect(lambda _: self.back_up())
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 0, 4 * STEP, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self._mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.forms)
        row.addWidget(self.button)

    def show_last(self, mark: BackupMark | None) -> None:
        """Shows when the last one was made, and by whom."""
        language = self._desk.language
        if mark is None:
            self.text.setText(language.say("No verified backup has been made yet."))
        else:
            self.text.setText(
                language.say(
                    "Last verified backup: {moment}, {name}", moment=language.moment(mark.moment), name=mark.by
                )
            )
        tone, picture = ("warn", "warn") if mark is None or _old(mark.moment) else ("good", "done")
        self._mark.setPixmap(pixmap(picture, 16, palette_now().tone(tone).ink))

    def show_stock(self, stock: tuple[tuple[CertificateKind, int], ...]) -> None:
        """Shows how many state forms are left, where the office keeps their ledger."""
        language = self._desk.language
        left = sum(count for _, count in stock)
        self.forms.setText(language.say("State forms in stock: {n}", n=language.number(left)))
        self.forms.setToolTip("\n".join(f"{word(language, kind)}: {language.number(count)}" for kind, count in stock))
        self.forms.setVisible(bool(stock))

    def back_up(self) -> None:
        """Makes one into the office's folder; where none is chosen, asks where to."""
        self._desk.jobs.ask(self, backups.exit_folder).then(self._into)

    def _into(self, folder: Path | None) -> None:
        if folder is None:
            chosen = QFileDialog.getExistingDirectory(self, self._desk.language.say("Folder of the backups"))
            folder = Path(chosen) if chosen else None
        if folder is not None:
            asked = self._desk.jobs.ask(self, backups.make, folder).called(self._desk.language.say("Backing up"))
            asked.resting(self.button).then(self._record)

    def _record(self, made: Made) -> None:
        self._desk.jobs.do(self, backups.record_backup, made).then(lambda _: self.made.emit(made.path.name))


def _old(moment: datetime) -> bool:
    return (datetime.now(moment.tzinfo) - moment).days >= OLD_DAYS


OLD_DAYS = 7
