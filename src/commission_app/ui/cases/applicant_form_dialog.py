"""The form for applicants without the program: saved blank for a standard, received when it comes back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import today
from commission_app.rules.vocabulary.case import Procedure
from commission_app.services import application_forms, intake
from commission_app.services.applicants import ReceivedCase
from commission_app.services.application_forms import ReturnedForm
from commission_app.services.intake import EditionChoice, IntakeOffer
from commission_app.ui.cases.counselling_menu import CounsellingMenu
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.file_copies import read_whole, writing
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class ApplicantFormDialog(QDialog):
    """Above what is given away, below what came back; everything wrong is named before anything is stored."""

    received = Signal(object)
    """The ReceivedCase."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._language = desk, desk.language
        self._returned: tuple[bytes, str] | None = None
        self._read: ReturnedForm | None = None
        say = desk.language.say
        self.setWindowTitle(say("Form for the applicant"))
        self.banner = Banner(desk.language, self)
        self.edition = Choice(self, searchable=True)
        self.edition.setAccessibleName(say("Standard or programme"))
        self.save = QPushButton(say("Save a blank form …"), self)
        self.save.clicked.connect(lambda _: self._save())
        self.papers = CounsellingMenu(desk, self)
        self.drop = FileDrop(
            desk.language,
            say("Drop the form that came back here."),
            kinds=f"{say('Workbooks')} (*.xlsx)",
            many=False,
            parent=self,
        )
        self.drop.dropped.connect(lambda paths: self._open(paths[0]))
        self.told = _label("", "strong")
        self.wrong = QListWidget(self)
        self.wrong.setWordWrap(True)
        self.wrong.setAccessibleName(say("What is wrong"))
        self.procedure = Choice(self)
        self.procedure.setAccessibleName(say("Procedure"))
        self.take = QPushButton(say("Register the application"), self)
        self.take.setProperty("role", "prominent")
        self.take.clicked.connect(lambda _: self._take_in())
        self._lay_out()
        self._show(None)
        desk.jobs.ask(self, intake.offer).then(self._offer)

    def show_trouble(self, text: str, what: Refusal | None, again: object) -> bool:
        """Says above what stands against it."""
        self.banner.say(text)
        return True

    def _offer(self, offer: IntakeOffer) -> None:
        self.edition.offer(
            (one, f"{one.code} · {half(self._language, one.title_lv, one.title_en)} ({one.label})")
            for one in offer.editions
        )
        self.save.setEnabled(bool(offer.editions))
        self.papers.offer(offer.procedures)

    def _save(self) -> None:
        chosen = self.edition.value()
        if isinstance(chosen, EditionChoice):
            self._desk.jobs.ask(self, application_forms.blank, chosen.id, self._language).then(self._saved)

    def _saved(self, made: tuple[str, bytes]) -> None:
        say = self._language.say
        name, data = made
        chosen, _ = QFileDialog.getSaveFileName(self, say("Save a blank form"), name, f"{say('Workbooks')} (*.xlsx)")
        if chosen:
            path = Path(chosen)
            done = self._desk.jobs.work(self, writing(path, data))
            done.then(lambda _: self.banner.say(say("Written: {file}", file=path), "good"))

    def _open(self, path: Path) -> None:
        self.banner.hide()
        self._show(None)
        self._desk.jobs.work(self, lambda _: read_whole(path)).then(lambda data: self._foresee(data, path.name))

    def _foresee(self, data: bytes, name: str) -> None:
        self._returned = (data, name)
        self._desk.jobs.ask(self, application_forms.foresee, data, name).then(self._show)

    def _show(self, read: ReturnedForm | None) -> None:
        self._read = read
        say, language = self._language.say, self._language
        self.wrong.clear()
        if read is not None:
            self.told.setText(
                say(
                    "{name}: {standard}; rows of experience: {rows}, outcomes assessed: {outcomes}.",
                    name=read.name,
                    standard=read.standard,
                    rows=read.rows,
                    outcomes=read.outcomes,
                )
            )
            self.wrong.addItems([sentence(language, finding.refusal) for finding in read.refused])
            self.procedure.offer((one, word(language, one)) for one in read.procedures)
        self.told.setVisible(read is not None)
        self.wrong.setVisible(read is not None and bool(read.refused))
        fine = read is not None and not read.refused
        self.procedure.setVisible(fine)
        self.take.setVisible(fine)

    def _take_in(self) -> None:
        procedure = self.procedure.value()
        if self._returned is not None and isinstance(procedure, Procedure):
            data, name = self._returned
            promise = self._desk.jobs.do(self, application_forms.take_in, data, name, procedure, today())
            promise.resting(self.take).then(self._taken)

    def _taken(self, case: ReceivedCase) -> None:
        self.received.emit(case)
        self.accept()

    def _lay_out(self) -> None:
        say = self._language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.banner)
        column.addWidget(_label(say("Give a form away"), "title"))
        out = QHBoxLayout()
        out.addWidget(self.edition, 1)
        out.addWidget(self.save)
        column.addLayout(out)
        column.addWidget(self.papers, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(_label(say("Receive a form"), "title"))
        for part in (self.drop, self.told):
            column.addWidget(part)
        column.addWidget(self.wrong, 1)
        column.addWidget(self.procedure)
        column.addStretch(1)
        close = QPushButton(say("Close"), self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.take)
        column.addLayout(buttons)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 92, figure * 58)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
