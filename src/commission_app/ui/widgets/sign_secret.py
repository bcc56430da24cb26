"""The field for a PIN or password of a signing key, and which key it opens, in words."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from commission_app.i18n import Language
from commission_app.services.signing_key import KeyChoice, Secret
from commission_app.ui.widgets.inputs import TextInput


class SecretInput(TextInput):
    """A PIN or password: covered while it is typed, every letter of it counts, and no draft of it is ever kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        """The letters as typed."""
        return self.text()

    def draft(self) -> str:
        """Only whether anything was typed."""
        return "•" if self.text() else ""

    def set_draft(self, text: str) -> None:
        """Nothing was kept."""

    def taken(self) -> Secret:
        """The secret, taken out of the field."""
        secret = Secret(self.text())
        self.clear()
        return secret


def said_key(language: Language, chosen: KeyChoice) -> str:
    """Which key is used, in words."""
    say = language.say
    if chosen.module:
        return say("Token {token}", token=chosen.token or Path(chosen.module).name)
    if chosen.file:
        return say("Key file {file}", file=Path(chosen.file).name)
    return say("No key is chosen yet: Preferences, Electronic signature.")
