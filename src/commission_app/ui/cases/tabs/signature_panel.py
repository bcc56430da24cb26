"""Over the previewed file: its electronic signatures line by line, checked again or recorded as checked elsewhere."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from commission_app.services import evidence_intake, signature_checks
from commission_app.services.evidence import FileLine, NewFile
from commission_app.services.evidence_intake import ReadFiles
from commission_app.services.signature_checks import CheckLine, FileChecks, Finding, PersonCheck
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon, pixmap
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.widgets.chip import TONE_ICONS, Chip
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.signatures import TONES, signature_text
from commission_app.wording.words import word

RESULTS = tuple(one for one in SignatureVerdict if one is not SignatureVerdict.NOT_CHECKED)


class SignaturePanel(QWidget):
    """Hidden for files that bear no signatures; each line has icon, word and sentence, never colour alone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: FileLine | None = None
        say = desk.language.say
        title = QLabel(say("Signatures"), self)
        title.setProperty("role", "strong")
        self.chip = Chip("", parent=self)
        self.again = QPushButton(icon("reload"), say("Check again"), self)
        self.elsewhere = QPushButton(say("Checked elsewhere …"), self)
        self.again.clicked.connect(lambda _: self.check_again())
        self.elsewhere.clicked.connect(lambda _: self.ask_person())
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(title)
        head.addWidget(self.chip)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        for button in (self.again, self.elsewhere):
            foot.addWidget(button)
        foot.addStretch(1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * STEP)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addLayout(foot)
        self.hide()

    def show_file(self, file: FileLine | None) -> None:
        """Asks for the checks of a file."""
        if file != self._file:
            self.hide()
        self._file = file
        if file is not None:
            asked = self._desk.jobs.ask(self, signature_checks.file_checks, file.id)
            asked.then(lambda found: self._show(file, found))

    def check_again(self) -> None:
        """Checks the signatures now, with the trust list as it stands."""
        if self._file is not None:
            asked = self._desk.jobs.ask(self, signature_checks.examine, self._file.id)
            asked.called(self._desk.language.say("Checking signatures")).resting(self.again)
            asked.then(self._record)

    def record_new(self, findings: tuple[Finding, ...]) -> None:
        """Keeps the first check of files that came in."""
        if findings:
            done = self._desk.jobs.do(self, signature_checks.record_new, findings)
            done.then(lambda _: self.show_file(self._file))

    def _record(self, finding: Finding) -> None:
        done = self._desk.jobs.do(self, signature_checks.record, (finding,))
        done.then(lambda _: self.show_file(self._file))

    def ask_person(self) -> None:
        """What a person saw in another program."""
        if self._file is not None:
            dialog = PersonCheckDialog(self._desk, self._file, self)
            dialog.stored.connect(lambda _: self.show_file(self._file))
            dialog.open()

    def texts(self) -> list[str]:
        """The lines it shows."""
        found = self.findChildren(QLabel, "signature")
        return [label.text() for label in found if not label.isHidden()]

    def _show(self, file: FileLine, found: FileChecks) -> None:
        if file != self._file:
            return
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.setVisible(found.can_be_signed)
        seen = set()
        for line in found.lines:
            # The latest word of the program and the latest of a person; the history keeps the others.
            if line.source not in seen:
                seen.add(line.source)
                self._add(line)
        self._name(found.counting.verdict if found.counting else SignatureVerdict.NOT_CHECKED)

    def _name(self, verdict: SignatureVerdict) -> None:
        self.chip.show_state(word(self._desk.language, verdict), TONES[verdict])

    def _add(self, line: CheckLine) -> None:
        language = self._desk.language
        for fact in line.found:
            self._say(signature_text(language, fact), TONES[fact.verdict])
        told = [word(language, line.source), language.moment(line.checked_at), line.checked_by, line.program]
        self._say(" · ".join(part for part in (*told, line.note) if part), "")
        if line.report_id is not None:
            button = QPushButton(language.say("Save the report …"), self)
            button.clicked.connect(lambda _: self._save_report(line.id, line.note.splitlines()[-1]))
            self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self, text: str, tone: str) -> None:
        row = QWidget(self)
        label = QLabel(text, row)
        label.setObjectName("signature")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * STEP)
        if tone:
            picture = QLabel(row)
            picture.setPixmap(pixmap(TONE_ICONS[tone], 16, palette_now().tone(tone).ink))
            across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        else:
            label.setProperty("role", "soft")
        across.addWidget(label, 1)
        self._lines.addWidget(row)

    def _save_report(self, check_id: int, name: str) -> None:
        asked = self._desk.jobs.ask(self, signature_checks.report_bytes, check_id)
        asked.then(lambda data: save_copy(self, self._desk, name, data, lambda _: None))


class PersonCheckDialog(FormDialog):
    """The result as the other program showed it, with its report where there is one."""

    def __init__(self, desk: Desk, file: FileLine, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Checked elsewhere: {file}", file=file.name), say("Record the check"), parent)
        self._file = file
        self._report: NewFile | None = None
        add = self.form.add
        results = [(one, word(language, one)) for one in RESULTS]
        self.verdict = add("verdict", say("Result"), Choice().offer(results), required=True)
        self.day = add("checked_on", say("Checked on"), DateEdit(language), required=True)
        self.program = add("program", say("Program"), TextInput(), beside=True)
        told = say("one signer a line, without personal codes")
        self.signers = add("signers", say("Who signed"), LongTextInput(lines=3), help_text=told)
        self.note = add("note", say("Note"), LongTextInput(lines=2))
        self.attach = QPushButton(icon("upload"), say("Attach the report …"), self)
        self.attach.clicked.connect(lambda _: self._choose_report())
        self.column.insertWidget(self.column.count() - 1, self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.load({"checked_on": today(), "program": "eParakstītājs 3.0", "verdict": SignatureVerdict.TRUSTED})

    def submit(self) -> None:
        """Records the check."""
        verdict, day = self.verdict.value(), self.day.value()
        assert isinstance(verdict, SignatureVerdict)
        assert day is not None
        form = PersonCheck(verdict, day, self.program.value(), self.signers.value(), self.note.value())
        done = self.desk.jobs.do(self, signature_checks.record_person_check, self._file.id, form, self._report)
        self.act(done)

    def take_report(self, path: Path) -> None:
        """Reads the report in the background."""
        reading = self.desk.jobs.work(self, lambda progress: evidence_intake.read_files((path,), progress))
        reading.then(self._took)

    def _choose_report(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.language.say("Attach the report …"))
        if name:
            self.take_report(Path(name))

    def _took(self, found: ReadFiles) -> None:
        for trouble in found.troubles:
            self.desk.problems.show(self, trouble)
        if found.files:
            self._report = found.files[0]
            self.attach.setText(self._report.name)
