"""Electronic signature: which key this computer signs with, who stamps the time, whether the signature is seen."""

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from commission_app.services import signing_key
from commission_app.services.office import Progress
from commission_app.services.signing_key import KeyChoice, TriedKey
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.preferences.page import Page
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.ui.widgets.sign_secret import SecretInput, said_key


class SigningPage(Page):
    """Kept for this person on this computer; the PIN or password is asked for each time and kept nowhere."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say(
            "Which key signs on this computer. The PIN or password is asked for each time and is kept nowhere; "
            "a signature card is also used by handing the paper to its own program."
        )
        super().__init__(desk, say("Electronic signature"), purpose)
        self.store = self.prominent(say("Store"), self.save)
        self.banner = Banner(desk.language, self)
        self.form = Form(desk.language, self)
        self.form.submitted.connect(self.save)
        add = self.form.add
        self.form.heading(say("Key file"))
        self.file = add("file", say("File with the key (.p12, .pfx)"), TextInput())
        self.form.place(_aside(self.button(say("Choose the file …"), self.choose_file, "open")))
        self.form.heading(say("Token (PKCS#11)"))
        told = say("The maker of the card or token says where it lies (.dll, .so).")
        self.module = add("module", say("Library of the token"), TextInput(), help_text=told)
        self.form.place(_aside(self.button(say("Choose the library …"), self.choose_module, "open")))
        add("token", say("Label of the token"), TextInput(), help_text=say("Empty: the first token in a reader"))
        add("label", say("Label of the certificate"), TextInput(), help_text=say("Empty: the only one"), beside=True)
        self.form.heading(say("Beside the signature"))
        stamp = say("Address from your contract with a time-stamp service. Empty: signed without a time stamp.")
        add("stamp_address", say("Address of the time-stamp service"), TextInput(), help_text=stamp)
        add("long_term", "", TickInput(say("Add revocation lists where the network gives them (B-LT)")))
        add("visible", "", TickInput(say("Show name, post and time on the paper")))
        self.try_button = self.button(say("Try the key …"), self.try_key, "check")
        self.body.addWidget(self.banner)
        self.body.addWidget(self.form)
        self.form.place(_aside(self.try_button))
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Shows what is chosen on this computer."""
        if not self.form.dirty():
            self.form.load(signing_key.choice())

    def save(self) -> None:
        """Stores the choice."""
        if not self.form.check():
            return
        chosen = self._chosen()

        def labour(_progress: Progress) -> None:
            signing_key.choose(chosen)

        self.jobs.work(self.form, labour).resting(self.store).then(lambda _: self._saved())

    def choose_file(self) -> None:
        """Asks for the key file."""
        say = self.language.say
        name, _ = QFileDialog.getOpenFileName(self, say("Choose the file …"), "", f"{say('Key file')} (*.p12 *.pfx)")
        if name:
            self.file.set_value(name)
            self.module.set_value("")

    def choose_module(self) -> None:
        """Asks for the library of the token."""
        say = self.language.say
        kinds = f"{say('Library of the token')} (*.dll *.so *.dylib)"
        name, _ = QFileDialog.getOpenFileName(self, say("Choose the library …"), "", kinds)
        if name:
            self.module.set_value(name)
            self.file.set_value("")

    def try_key(self) -> None:
        """Opens the key once, to see whose it is."""
        dialog = TryKeyDialog(self.desk, self._chosen(), self)
        dialog.stored.connect(self._tried)
        dialog.open()

    def _tried(self, found: object) -> None:
        if isinstance(found, TriedKey):
            until = self.language.date(found.valid_until)
            said = self.language.say("The key opens: {name}, valid until {until}.", name=found.name, until=until)
            self.banner.say(said, "good")

    def _chosen(self) -> KeyChoice:
        values = self.form.values()
        return KeyChoice(**values)  # type: ignore[arg-type]

    def _saved(self) -> None:
        self.form.mark_clean()
        self.told.emit(self.language.say("The key for signing is stored for this computer"))


def _aside(button: QPushButton) -> QWidget:
    """A button as wide as its words, at the left."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return held


class TryKeyDialog(FormDialog):
    """Asks for the PIN or password and says whose key it is; nothing is signed."""

    def __init__(self, desk: Desk, chosen: KeyChoice, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Try the key"), say("Open"), parent)
        self._chosen = chosen
        self.secret = SecretInput()
        self.form.add("secret", say("PIN or password"), self.secret, help_text=said_key(desk.language, chosen))

    def submit(self) -> None:
        """Opens the key."""
        secret, chosen = self.secret.taken(), self._chosen

        def labour(_progress: Progress) -> TriedKey:
            return signing_key.tried(chosen, secret)

        self.act(self.desk.jobs.work(self, labour))
