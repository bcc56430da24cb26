"""One digital twin in the window: whether it is complete, what is missing and where it is entered, and its file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language, capital
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.services.twins import TwinLine
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.chip import Chip
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

MOST_SAID = 6
"""So many missing elements are told one by one; of the rest the number."""


class TwinCard(QFrame):
    """Its button rests while anything is missing; a badge asks for the passphrase of the key beside it."""

    wanted = Signal(object)
    """The kind of the twin that is to be saved."""
    unlocking = Signal(str)
    """The passphrase that was typed."""
    returning = Signal()
    """A sealed file is to be taken back."""

    def __init__(self, language: Language, kind: PaperKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._language = language
        self.kind = kind
        say = language.say
        name = word(language, kind)
        self._name = _label(capital(name), "strong")
        self.chip = Chip(parent=self)
        self.schema = _label("", "small")
        self.missing = _label("", "")
        self.kept = _label("", "soft")
        self.save = QPushButton(icon("download"), say("Save …"), self)
        self.save.setAccessibleName(f"{say('Save …')} {name}")
        self.save.clicked.connect(lambda _: self.wanted.emit(self.kind))
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(say("Passphrase of the key"))
        self.passphrase.setAccessibleName(say("Passphrase of the key"))
        self.passphrase.returnPressed.connect(self._unlock)
        self.take_back = QPushButton(icon("upload"), say("Take the sealed file back …"), self)
        self.take_back.setAutoDefault(False)
        self.take_back.clicked.connect(lambda _: self.returning.emit())
        self.unlock = QPushButton(say("Unlock the key"), self)
        self.unlock.setAutoDefault(False)
        self.save.setAutoDefault(False)
        self.unlock.clicked.connect(self._unlock)
        self._lay_out()

    def show_line(self, line: TwinLine, *, locked: bool) -> None:
        """Shows how this twin stands; `locked` says that the key it is signed with is locked."""
        say, language = self._language.say, self._language
        whole = not line.missing
        self.chip.show_state(*((say("complete"), "good", "check") if whole else (say("incomplete"), "warn", "warn")))
        self.schema.setText(line.schema)
        told = [f"• {sentence(language, one)}" for one in line.missing[:MOST_SAID]]
        more = len(line.missing) - len(told)
        if more > 0:
            told.append(language.count("and {n} more", "and {n} more", more))
        self.missing.setText("\n".join(told))
        self.missing.setVisible(bool(told))
        self.kept.setVisible(line.kept is not None)
        if line.kept is not None:
            moment = language.moment(line.kept.issued_at)
            self.kept.setText(say("Last left the house: {moment}, {name}", moment=moment, name=line.kept.name))
        asks = whole and locked and self.kind is PaperKind.CREDENTIAL_BADGE
        self.passphrase.setVisible(asks)
        self.unlock.setVisible(asks)
        self.save.setVisible(not asks)
        # Only the European credential is sealed by somebody else's service.
        self.take_back.setVisible(whole and self.kind is PaperKind.CREDENTIAL_ELM and line.kept is not None)
        self.save.setEnabled(whole)
        self.save.setToolTip("" if whole else sentence(language, line.missing[0]))

    def _unlock(self) -> None:
        typed = self.passphrase.text()
        self.passphrase.clear()
        self.unlocking.emit(typed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        head.addWidget(self._name, 1)
        head.addWidget(self.chip)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addStretch(1)
        for part in (self.take_back, self.passphrase, self.unlock, self.save):
            foot.addWidget(part)
        self.passphrase.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(STEP)
        column.addLayout(head)
        for label in (self.schema, self.missing, self.kept):
            column.addWidget(label)
        column.addLayout(foot)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
