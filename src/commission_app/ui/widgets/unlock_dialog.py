"""Asks for the passphrase of the key of codes, outside any transaction, and goes on with what wanted the key."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from commission_app.services import keys
from commission_app.services.keys import KeyNeed
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput


class PassphraseInput(TextInput):
    """A passphrase: shown as dots, every space counts, and it is never kept as a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        """The passphrase as typed."""
        return self.text()

    def draft(self) -> str:
        """Nothing: a passphrase is stored nowhere."""
        return ""

    def set_draft(self, text: str) -> None:
        """Nothing was kept."""


class UnlockDialog(FormDialog):
    """One field; a wrong passphrase is said at it, and the dialog stays."""

    def __init__(self, desk: Desk, need: KeyNeed, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Unlock the key of the codes"), say("Unlock"), parent)
        why = QLabel(
            say(
                "The code on a certificate is signed with the key of {name}. It stays unlocked until the program is "
                "closed or somebody else signs in.",
                name=need.name,
            ),
            self,
        )
        why.setWordWrap(True)
        why.setProperty("role", "soft")
        self.column.insertWidget(1, why)
        self.passphrase = self.form.add("passphrase", say("Passphrase"), PassphraseInput(), required=True)

    def submit(self) -> None:
        """Unlocks the key."""
        self.act(self.desk.jobs.ask(self, keys.unlock, self.passphrase.value()))


def with_key(desk: Desk, parent: QWidget, doing: Callable[[], object]) -> None:
    """Does what signs codes: at once where no key is locked, else after the passphrase; a batch asks once."""

    def ask(need: object) -> None:
        if not isinstance(need, KeyNeed) or not need.locked:
            doing()
            return
        dialog = UnlockDialog(desk, need, parent)
        dialog.stored.connect(lambda _: doing())
        dialog.open()

    desk.jobs.ask(parent, keys.need).then(ask)
