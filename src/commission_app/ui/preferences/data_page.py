"""The data: where they lie, where their copies go, and whether all is as it should be."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel

from commission_app.errors import Refusal
from commission_app.services import backups, checks, institution
from commission_app.services.backups import BackupMark, Made
from commission_app.services.institution import BackupHabit, InstitutionCard
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.preferences.page import Page
from commission_app.ui.preferences.restore_dialog import RestoreDialog
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.wording.sentences import sentence

SHOWN = 50
"""So many findings are shown; more would not be read."""


class DataPage(Page):
    """A copy is read again before it counts; bringing one back keeps what was there."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(desk, say("Data"), say("Where the data lie, their copies, and the proof that all is whole."))
        self._card: InstitutionCard | None = None
        self._folder = ""
        self.now = self.prominent(say("Back up now"), self.back_up, "download")
        self.facts = FactList(self)
        self.form = Form(desk.language, self)
        self.form.submitted.connect(self.save)
        told = say("Best on another disk. Empty: a folder “backups” beside the data.")
        self.folder = self.form.add("folder", say("Folder for copies"), TextInput(), help_text=told)
        self.form.add("on_exit", "", TickInput(say("Make a copy whenever the program is closed")))
        self.result = Banner(desk.language, self)
        self.found = QLabel(self)
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def refresh(self) -> None:
        """Asks where copies go and when the last one was made."""
        self.jobs.ask(self, institution.card).then(self._know)
        self.jobs.ask(self, backups.last_backup).then(self._show_last)
        self.jobs.ask(self, backups.exit_folder).then(self._know_folder)

    def save(self) -> None:
        """Stores where copies go."""
        if self._card is None:
            return
        values = self.form.values()
        habit = BackupHabit(str(values["folder"]), bool(values["on_exit"]))
        done = self.jobs.do(self.form, institution.set_backup, self._card.version, habit)
        done.resting(self._save).then(lambda _: self._saved())

    def back_up(self) -> None:
        """Makes a copy into the folder, or asks where to if there is none yet."""
        say = self.language.say
        folder = self._folder or QFileDialog.getExistingDirectory(self, say("Folder for copies"))
        if folder:
            self.back_up_to(Path(folder))

    def back_up_to(self, folder: Path) -> None:
        """Makes a copy and reads it again from the disk; it can be cancelled."""
        made = self.jobs.ask(self, backups.make, folder).called(self.language.say("Making a copy of the data"))
        made.resting(self.now).then(self._made)

    def check(self) -> None:
        """Proves references, chains, numbers, files and computations."""
        asked = self.jobs.ask(self, checks.findings).called(self.language.say("Checking the integrity of the data"))
        asked.resting(self._check).then(self._checked)

    def restore(self) -> None:
        """Chooses a copy and shows what it says of itself."""
        say = self.language.say
        name, _ = QFileDialog.getOpenFileName(
            self, say("Restore from a copy"), self._folder, f"{say('Copies')} (*.zip)"
        )
        if name:
            self.look_at(Path(name))

    def look_at(self, path: Path) -> None:
        """Shows what a copy says of itself, before anything is changed."""
        self.jobs.work(self, lambda _: backups.look(path)).then(
            lambda manifest: self._ask(RestoreDialog(self.desk, path, manifest, self))
        )

    def _ask(self, dialog: RestoreDialog) -> None:
        dialog.restored.connect(self.reopened)
        dialog.open()

    def _made(self, made: Made) -> None:
        self.jobs.do(self, backups.record_backup, made).then(lambda _: self.refresh())
        self.told.emit(self.language.say("Copy {name} made and read again", name=made.path.name))

    def _checked(self, findings: tuple[Refusal, ...]) -> None:
        say, count = self.language.say, self.language.count
        if not findings:
            self.result.say(
                say("Everything is as it should be: references, chains, numbers, files, computations."), "good"
            )
        else:
            text = count("{n} thing is not as it should be.", "{n} things are not as they should be.", len(findings))
            self.result.say(text, "bad")
        self.found.setText("\n".join(f"• {sentence(self.language, one)}" for one in findings[:SHOWN]))
        self.found.setVisible(bool(findings))

    def _saved(self) -> None:
        self.form.mark_clean()
        self.told.emit(self.language.say("Backup habit saved"))
        self.refresh()

    def _know(self, card: InstitutionCard | None) -> None:
        if card is not None and not self.form.dirty():
            self._card = card
            self.form.load(card.backup)

    def _know_folder(self, folder: Path | None) -> None:
        self._folder = "" if folder is None else str(folder)

    def _show_last(self, mark: BackupMark | None) -> None:
        say, language = self.language.say, self.language
        last = say("none yet")
        if mark is not None:
            last = say("{moment}, {name}", moment=language.moment(mark.moment), name=mark.by)
        address = self.jobs.office.database.url
        where = str(address.database) if address.get_backend_name() == "sqlite" else address.render_as_string()
        self.facts.show_facts(((say("The data lie in"), where), (say("Last copy that was proved"), last)))

    def _lay_out(self) -> None:
        say = self.language.say
        self._save = self.button(say("Save"), self.save)
        self._check = self.button(say("Check integrity"), self.check, "done")
        restore = self.button(say("Restore from a copy …"), self.restore, "upload")
        choose = self.button(say("Choose a folder …"), self._choose)
        self.body.addWidget(self.facts)
        self.heading(say("Copies"))
        self.body.addWidget(self.form)
        self._row(self._save, choose, restore)
        self.heading(say("Integrity"), self._check)
        self.body.addWidget(self.result)
        self.body.addWidget(self.found)
        self.found.hide()
        self.body.addStretch(1)

    def _row(self, *parts: object) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        for part in parts:
            row.addWidget(part)  # type: ignore[arg-type]
        row.addStretch(1)
        self.body.addLayout(row)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.language.say("Folder for copies"), self._folder)
        if folder:
            self.folder.set_value(folder)
            self.folder.edited.emit()
