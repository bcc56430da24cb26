"""Keys of the codes: the office's own with its state, and the keys of other institutions that it trusts."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel

from commission_app.services import key_papers, keys
from commission_app.services.evidence import NewFile
from commission_app.services.evidence_intake import read_plain
from commission_app.services.keys import KeyLine
from commission_app.services.printed_facts import in_fours
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.key_dialogs import KeyDialog, NewKeyDialog, TrustKeyDialog
from commission_app.ui.preferences.page import Page
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.ui.widgets.unlock_dialog import with_key
from commission_app.wording.words import word

_TONES = {"in_use": "good", "retired": "neutral", "compromised": "bad"}


class KeysPage(Page):
    """Nothing is ever taken off the list: what a key signed must stay provable."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say(
            "Every certificate bears a code that is signed with the key of the institution; whoever has its public "
            "half checks the certificate without a network. The private half is locked with a passphrase."
        )
        super().__init__(desk, say("Keys of the codes"), purpose)
        self.prominent(say("Make a key …"), self.new, "plus")
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.unlock_button = self.button(say("Unlock …"), self.unlock, "lock")
        self.lock_button = self.button(say("Lock"), self.lock, "lock")
        self.foreign_button = self.button(say("Trust the key of another institution …"), self.take_in, "upload")
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._open)
        self.heading(say("All keys"), self.unlock_button, self.lock_button, self.foreign_button)
        self.body.addWidget(self.state)
        self.body.addWidget(self.table, 1)
        self.lock_button.hide()
        self.unlock_button.hide()

    def refresh(self) -> None:
        """Asks for the list."""
        self.jobs.ask(self, keys.lines).then(self._show)

    def new(self) -> None:
        """Makes a key; one that is in use retires."""
        dialog = NewKeyDialog(self.desk, self)
        dialog.stored.connect(lambda _: self._told(self.language.say("The key is made; unlock it to issue.")))
        dialog.open()

    def edit(self) -> None:
        """Opens the chosen key."""
        self._open(self.table.current())

    def unlock(self) -> None:
        """Asks for the passphrase."""
        with_key(self.desk, self, lambda: self._told(self.language.say("The key is unlocked.")))

    def lock(self) -> None:
        """Locks the key at this desk."""
        self.jobs.ask(self, keys.lock).then(lambda _: self._told(self.language.say("The key is locked.")))

    def take_in(self) -> None:
        """Takes the public key of another institution from a file."""
        say = self.language.say
        kinds = f"{say('Keys')} (*.cakey *.pem *.json);;{say('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, say("Trust the key of another institution …"), "", kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Reads the file of a key in the background and shows whose it says it is."""
        self.jobs.work(self, lambda _: read_plain(path)).then(self._ask_trust)

    def print_sheet(self, line: KeyLine) -> None:
        """The page with the fingerprint, to be hung up or sent."""
        title = self.language.say("Public key")

        def show(data: bytes) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            show_paper(self, self.desk, title, data, f"{title}.pdf", kind="key")

        self.jobs.ask(self, key_papers.key_sheet, line.id, self.language).then(show)

    def _ask_trust(self, file: NewFile) -> None:
        self.jobs.work(self, lambda _: keys.read_file(file.name, file.data)).then(self._trust)

    def _trust(self, key: keys.PublicKey) -> None:
        dialog = TrustKeyDialog(self.desk, key, self)
        dialog.stored.connect(lambda _: self._told(self.language.say("The key is trusted from now on.")))
        dialog.open()

    def _open(self, row: object) -> None:
        if isinstance(row, KeyLine):
            dialog = KeyDialog(self.desk, row, self)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.sheet_wanted.connect(lambda: self.print_sheet(row))
            dialog.open()

    def _told(self, text: str) -> None:
        self.told.emit(text)
        self.refresh()

    def _show(self, lines: tuple[KeyLine, ...]) -> None:
        say = self.language.say
        self.table.show_rows(lines)
        own = next((line for line in lines if line.own and not line.against_ending), None)
        self.unlock_button.setVisible(own is not None and not own.unlocked)
        self.lock_button.setVisible(own is not None and own.unlocked)
        if own is None:
            self.state.setText(say("The office has no key: certificates are issued without a code."))
        elif own.unlocked:
            self.state.setText(say("The key is unlocked at this desk: certificates get their code."))
        else:
            self.state.setText(say("The key is locked: its passphrase is asked when a certificate is issued."))

    def _columns(self) -> tuple[Column[KeyLine], ...]:
        language, say, day = self.language, self.language.say, self.language.date
        return (
            Column("name", say("Whose"), lambda row: row.name, stretch=True),
            Column(
                "own",
                say("Kind"),
                lambda row: say("our own") if row.own else say("of another institution"),
                width_hint=20,
            ),
            Column("fingerprint", say("Fingerprint"), lambda row: in_fours(row.fingerprint)[:24] + "…", width_hint=26),
            Column("from", say("Used from"), lambda row: day(row.valid_from), width_hint=14),
            Column("until", say("Until"), lambda row: day(row.valid_until) if row.valid_until else "–", width_hint=14),
            Column("state", say("State"), lambda row: State(word(language, row.state), _TONES[row.state.value])),
        )
