"""The first page: where the data lie, on this computer or on the office's server."""

from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from commission_app import config
from commission_app.config import Settings
from commission_app.i18n import Language
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.field import Field
from commission_app.ui.widgets.inputs import TextInput
from commission_app.wording.sentences import sentence

SERVER_FORM = "postgresql://user:password@server/database"


class WherePage(QWidget):
    """A folder of the whole machine is proposed; what speaks against a folder is said at once."""

    def __init__(self, language: Language, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = language.say
        self._language = language
        self.here = QRadioButton(say("On this computer"), self)
        self.server = QRadioButton(say("On the office's PostgreSQL server"), self)
        self._group = QButtonGroup(self)
        for button in (self.here, self.server):
            self._group.addButton(button)
            button.toggled.connect(lambda _: self._fit())
        self.folder = TextInput(self)
        self.folder.set_value(str(folder))
        self.folder.textChanged.connect(lambda _: self._warn())
        self._choose = QPushButton(say("Choose a folder …"), self)
        self._choose.clicked.connect(lambda _: self._ask_folder())
        told = say("Everyone who works at this computer must be able to open it, a substitute too.")
        self._folder_field = Field(say("Folder"), self.folder, help_text=told, parent=self)
        self.address = TextInput(self, placeholder=SERVER_FORM)
        self._address_field = Field(
            say("Address"), self.address, help_text=say("as given by the administrator"), parent=self
        )
        self.test = QPushButton(say("Test the connection"), self)
        self.warning = Banner(language, self)
        self._lay_out()
        self.here.setChecked(True)
        self._fit()
        self._warn()

    def settings(self) -> Settings:
        """The settings as they are chosen now."""
        folder = Path(self.folder.value()).expanduser()
        chosen = config.settings_for(folder)
        if self.server.isChecked():
            chosen = Settings(folder, self.address.value())
        return chosen

    def refuse(self, text: str) -> None:
        """Says at the field in use why the data cannot lie there."""
        (self._address_field if self.server.isChecked() else self._folder_field).show_error(text)

    def missing(self) -> bool:
        """Whether the field in use is still empty."""
        return not (self.address if self.server.isChecked() else self.folder).value()

    def _warn(self) -> None:
        self._folder_field.clear_error()
        text = self.folder.value()
        found = config.warnings_for(Path(text).expanduser()) if text and self.here.isChecked() else ()
        if found:
            self.warning.say(" ".join(sentence(self._language, what) for what in found), "warn")
        else:
            self.warning.hide()

    def _fit(self) -> None:
        here = self.here.isChecked()
        for part in (self._folder_field, self._choose):
            part.setVisible(here)
        for part in (self._address_field, self.test):
            part.setVisible(not here)
        self._warn()

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._language.say("Folder"), self.folder.value())
        if chosen:
            self.folder.set_value(chosen)

    def _lay_out(self) -> None:
        say = self._language.say
        heading = QLabel(say("Where do the data lie?"), self)
        heading.setProperty("role", "display")
        soft = QLabel(say("Everything stays in your institution; the program needs no internet."), self)
        soft.setProperty("role", "soft")
        for label in (heading, soft):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        for part in (heading, soft, self.here, self._folder_field):
            column.addWidget(part)
        column.addLayout(_alone(self._choose))
        column.addWidget(self.server)
        column.addWidget(self._address_field)
        column.addLayout(_alone(self.test))
        column.addWidget(self.warning)
        column.addStretch(1)


def _alone(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
