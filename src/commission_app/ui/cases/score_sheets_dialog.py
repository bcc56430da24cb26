"""Score sheets for assessors without the program: saved as a workbook, and taken in again after a look at what came."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commission_app.errors import Refusal
from commission_app.services import score_sheets
from commission_app.services.score_sheets import SheetsRead
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.file_copies import read_whole, writing
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.wording.sentences import sentence


class ScoreSheetsDialog(QDialog):
    """Above what goes out, below what comes back; refused rows are named before anything is stored."""

    stored = Signal(int)
    """How many scores were stored."""

    def __init__(self, desk: Desk, case_ids: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._case_ids = desk, tuple(case_ids)
        self._returned: tuple[bytes, str] | None = None
        self._seats: tuple[int, ...] = ()
        say = desk.language.say
        self.setWindowTitle(say("Score sheets (Excel)"))
        self.banner = Banner(desk.language, self)
        self.save = QPushButton(say("Save the workbook …"), self)
        self.save.clicked.connect(lambda _: self._save())
        self.going = _label("", "soft")
        self.drop = FileDrop(
            desk.language,
            say("Drop the returned workbook here."),
            kinds=f"{say('Workbooks')} (*.xlsx)",
            many=False,
            parent=self,
        )
        self.drop.dropped.connect(lambda paths: self._open(paths[0]))
        self.told = _label("", "strong")
        self.refused = QListWidget(self)
        self.refused.setWordWrap(True)
        self.refused.setAccessibleName(say("Refused rows"))
        self.good_rows = QCheckBox(say("Store the right rows although others are refused"), self)
        self.good_rows.toggled.connect(lambda _: self._offer())
        self.take = QPushButton(say("Store the scores"), self)
        self.take.setProperty("role", "prominent")
        self.take.clicked.connect(lambda _: self._take_in())
        self._read: SheetsRead | None = None
        self._lay_out()
        self._show_read(None)
        desk.jobs.ask(self, score_sheets.seats_of, self._case_ids).then(self._show_seats)

    def show_trouble(self, text: str, what: Refusal | None, again: object) -> bool:
        """Says above what stands against it."""
        self.banner.say(text)
        return True

    def _show_seats(self, seats: tuple[int, ...]) -> None:
        self._seats = seats
        language = self._desk.language
        if seats:
            text = language.count(
                "{n} sheet for an assessor who has not finished.",
                "{n} sheets for assessors who have not finished.",
                len(seats),
            )
        else:
            text = language.say("No assessor has anything left to score here.")
        self.going.setText(text)
        self.save.setEnabled(bool(seats))

    def _save(self) -> None:
        say = self._desk.language.say
        name = say("score sheets") + ".xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, say("Save the workbook"), name, f"{say('Workbooks')} (*.xlsx)")
        if chosen:
            path = Path(chosen)
            asked = self._desk.jobs.ask(self, score_sheets.workbook, self._seats, self._desk.language)
            asked.then(lambda data: self._write(path, data))

    def _write(self, path: Path, data: bytes) -> None:
        say = self._desk.language.say
        done = self._desk.jobs.work(self, writing(path, data))
        done.then(lambda _: self.banner.say(say("Written: {file}", file=path), "good"))

    def _open(self, path: Path) -> None:
        self.banner.hide()
        self._desk.jobs.work(self, lambda _: read_whole(path)).then(lambda data: self._foresee(data, path.name))

    def _foresee(self, data: bytes, name: str) -> None:
        self._returned = (data, name)
        self._desk.jobs.ask(self, score_sheets.foresee, data, name).then(self._show_read)

    def _show_read(self, read: SheetsRead | None) -> None:
        self._read = read
        language = self._desk.language
        self.refused.clear()
        lines = []
        for turn in read.turns if read is not None else ():
            news = language.count("{n} new score", "{n} new scores", turn.new)
            lines.append(f"{turn.case_number} · {turn.assessor}: {news}")
        refused = read.refused if read is not None else ()
        if refused:
            lines.append(language.say("Refused rows: {n}", n=len(refused)))
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))
        self.refused.addItems([sentence(language, finding.refusal) for finding in refused])
        self.refused.setVisible(bool(refused))
        self.good_rows.setChecked(False)
        self.good_rows.setVisible(bool(refused) and read is not None and bool(read.new))
        self.take.setVisible(read is not None)
        self._offer()

    def _offer(self) -> None:
        read = self._read
        lawful = read is not None and bool(read.new) and (not read.refused or self.good_rows.isChecked())
        self.take.setEnabled(lawful)
        say = self._desk.language.say
        if read is not None and not read.new:
            self.take.setToolTip(say("The workbook brings nothing new."))
        else:
            self.take.setToolTip("" if lawful else say("Rows are refused: mend them, or store only the right ones."))

    def _take_in(self) -> None:
        if self._returned is not None:
            data, name = self._returned
            promise = self._desk.jobs.do(self, score_sheets.take_in, data, name, good_rows=self.good_rows.isChecked())
            promise.resting(self.take).then(self._taken)

    def _taken(self, read: SheetsRead) -> None:
        self._returned = None
        self._show_read(None)
        text = self._desk.language.count("{n} score was stored.", "{n} scores were stored.", read.new)
        self.banner.say(text, "good")
        self.stored.emit(read.new)

    def _lay_out(self) -> None:
        say = self._desk.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.banner)
        column.addWidget(self._out(say("Send out")))
        column.addWidget(_label(say("Take in"), "title"))
        for part in (self.drop, self.told):
            column.addWidget(part)
        column.addWidget(self.refused, 1)
        column.addWidget(self.good_rows)
        column.addStretch(1)
        close = QPushButton(say("Close"), self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.take)
        column.addLayout(buttons)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 90, figure * 56)

    def _out(self, title: str) -> QFrame:
        box = QFrame(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(_label(title, "title"))
        row = QHBoxLayout()
        row.addWidget(self.going, 1)
        row.addWidget(self.save)
        column.addLayout(row)
        return box


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
