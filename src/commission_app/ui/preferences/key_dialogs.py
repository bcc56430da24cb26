"""The dialogs of keys: made with a passphrase, looked at, retired, given up, trusted."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from commission_app.i18n import today
from commission_app.services import keys
from commission_app.services.keys import KeyLine
from commission_app.services.printed_facts import in_fours
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.file_copies import writing
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.unlock_dialog import PassphraseInput
from commission_app.wording.words import word

RETIRE, COMPROMISE, PASSPHRASE = "retire", "compromise", "passphrase"


class NewKeyDialog(FormDialog):
    """A passphrase, typed twice; the key is made in the background and stored by one short act."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Make a key"), say("Make a key"), parent)
        self.passphrase = self.form.add("passphrase", say("Passphrase"), PassphraseInput(), required=True)
        self.again = self.form.add("again", say("The same once more"), PassphraseInput(), required=True)
        advice = say(
            "Write the passphrase down and keep it in the safe: nobody can recover it. A key that is in use now "
            "retires and goes on proving what it signed."
        )
        self.banner.say(advice, "info")

    def submit(self) -> None:
        """Makes the key, then stores it."""
        first, second = self.passphrase.value(), self.again.value()
        made = self.desk.jobs.work(self, lambda _: keys.made(first, second)).resting(self.deed)
        made.then(lambda key: self.act(self.desk.jobs.do(self, keys.begin, key)))


class TrustKeyDialog(FormDialog):
    """The key of another institution: nothing is trusted before somebody says how the fingerprint was compared."""

    def __init__(self, desk: Desk, key: keys.PublicKey, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Trust the key of another institution"), say("Trust this key"), parent)
        self._key = key
        self.facts = FactList(self)
        self.facts.show_facts(
            [
                (say("The file says"), key.name),
                (say("Fingerprint (SHA-256)"), in_fours(key.fingerprint)),
            ]
        )
        self.column.insertWidget(1, self.facts)
        self.name = self.form.add("name", say("Whose key it is"), TextInput(), required=True)
        example = say("for instance: read out by telephone by the registrar on 3 May")
        self.source = self.form.add(
            "source", say("How the fingerprint was compared"), TextInput(placeholder=example), required=True
        )
        self.since = self.form.add("since", say("Used from"), DateEdit(desk.language))
        self.name.set_value(key.name)

    def submit(self) -> None:
        """Enters the key into the list."""
        told = self._key, self.name.value(), self.source.value(), self.since.value()
        self.act(self.desk.jobs.do(self, keys.trust, *told))


class KeyDialog(FormDialog):
    """One key with its whole fingerprint; what may still happen to it is chosen and done with a reason."""

    sheet_wanted = Signal()

    def __init__(self, desk: Desk, line: KeyLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, line.name, say("Do this"), parent)
        self._line = line
        self.facts = FactList(self)
        self.facts.show_facts(self._told())
        self.column.insertWidget(1, self.facts)
        row = QHBoxLayout()
        self.public = self._button(say("Save the public key …"), self.save_public, "download")
        self.sheet = self._button(say("Page with the fingerprint …"), self.sheet_wanted.emit, "print")
        self.backup = self._button(say("Save a locked copy of the key …"), self.save_backup, "lock")
        self.backup.setVisible(line.own)
        for button in (self.public, self.sheet, self.backup):
            row.addWidget(button)
        row.addStretch(1)
        self.column.insertLayout(2, row)
        self.deed_chosen = self.form.add("deed", say("What happens to the key"), Choice())
        self.deed_chosen.offer(self._deeds())
        self.since = self.form.add("since", say("Not to be believed from"), DateEdit(desk.language))
        self.since.set_value(today())
        self.reason = self.form.add("reason", say("Reason"), TextInput())
        self.old = self.form.add("passphrase", say("Passphrase now"), PassphraseInput())
        self.fresh = self.form.add("new", say("New passphrase"), PassphraseInput())
        self.again = self.form.add("again", say("The same once more"), PassphraseInput())
        self.deed_chosen.edited.connect(self._fit)
        offered = bool(self._deeds())
        self.form.setVisible(offered)
        self.deed.setVisible(offered)
        self._fit()

    def submit(self) -> None:
        """Does what was chosen."""
        jobs, line = self.desk.jobs, self._line
        match self.deed_chosen.value():
            case "retire":
                self.act(jobs.do(self, keys.retire, line.id, line.version, self.reason.value()))
            case "compromise":
                since = self.since.value() or today()
                self.act(jobs.do(self, keys.compromise, line.id, line.version, since, self.reason.value()))
            case "passphrase":
                typed = self.old.value(), self.fresh.value(), self.again.value()
                locked = jobs.ask(self, keys.change_passphrase, *typed).resting(self.deed)
                locked.then(lambda pem: self.act(jobs.do(self, keys.store_passphrase, line.id, line.version, pem)))

    def save_public(self) -> None:
        """Writes the public key as a small file for other offices."""
        self._save(keys.exported, f"{self._line.name}.cakey")

    def save_backup(self) -> None:
        """Writes the private key, locked as it is, to be kept away from this computer."""
        self._save(keys.backup, f"{self._line.fingerprint[:8]}.pem")

    def _save(self, question: object, name: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.language.say("Save a copy"), name)
        if chosen:
            self.save_to(question, Path(chosen))

    def save_to(self, question: object, path: Path) -> None:
        """Writes a copy to a file."""

        def write(data: bytes) -> None:
            said = self.language.say("Saved as {file}.", file=path.name)
            self.desk.jobs.work(self, writing(path, data)).then(lambda _: self.banner.say(said, "good"))

        self.desk.jobs.ask_each(self, question, self._line.id).then(write)  # type: ignore[arg-type]

    def _deeds(self) -> list[tuple[str, str]]:
        say, line = self.language.say, self._line
        deeds = []
        if not line.against_ending:
            deeds += [(RETIRE, say("It signs no more; what it signed stays good"))]
        if line.compromised_from is None:
            deeds += [(COMPROMISE, say("It was lost, copied or stolen"))]
        if line.own and not line.against_ending:
            deeds += [(PASSPHRASE, say("Its passphrase is changed"))]
        return deeds

    def _fit(self) -> None:
        """Shows the fields of the chosen deed."""
        chosen = self.deed_chosen.value()
        for name in ("passphrase", "new", "again"):
            self.form.field(name).setVisible(chosen == PASSPHRASE)
        self.form.field("since").setVisible(chosen == COMPROMISE)
        self.form.field("reason").setVisible(chosen in (RETIRE, COMPROMISE))

    def _told(self) -> list[tuple[str, str]]:
        language, say, line = self.language, self.language.say, self._line
        told = [
            (say("Fingerprint (SHA-256)"), in_fours(line.fingerprint)),
            (say("State"), word(language, line.state)),
            (say("Used from"), language.date(line.valid_from)),
        ]
        if line.valid_until is not None:
            told.append((say("Until"), language.date(line.valid_until)))
        if line.compromised_from is not None:
            told.append((say("Not to be believed from"), language.date(line.compromised_from)))
        if line.source:
            told.append((say("How the fingerprint was compared"), line.source))
        if line.reason:
            told.append((say("Reason"), line.reason))
        return told

    def _button(self, text: str, doing: object, picture: str) -> QPushButton:
        button = QPushButton(icon(picture), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: doing())  # type: ignore[operator]
        return button
