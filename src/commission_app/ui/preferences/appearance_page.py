"""How the window looks, and what it watches at this computer: language, light or dark, the folder of the scanner."""

from dataclasses import replace

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton

from commission_app.i18n import LANGUAGES
from commission_app.ui import theme
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.scan_folder import FOLDER
from commission_app.ui.widgets.segments import Segments

_NAMES = {"lv": "Latviešu", "en": "English"}


class AppearancePage(Page):
    """Each choice takes effect at once, for this person at this computer."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(desk, say("Appearance"), say("Holds for you at this computer; papers are not affected."))
        self.spoken = Segments(self).offer((language.code, _NAMES[language.code], "") for language in LANGUAGES)
        self.spoken.set_value(desk.language.code)
        self.spoken.setAccessibleName(say("Language"))
        self.spoken.chosen.connect(lambda code: self._choose(language=str(code)))
        worn = (
            (theme.FOLLOW_SYSTEM, say("As the system"), ""),
            (theme.CHOSE_LIGHT, say("Light"), ""),
            (theme.CHOSE_DARK, say("Dark"), "moon"),
        )
        self.worn = Segments(self).offer(worn)
        self.worn.set_value(desk.settings.theme)
        self.worn.setAccessibleName(say("Colours"))
        self.worn.chosen.connect(lambda choice: self._choose(theme=str(choice)))
        self.heading(say("Language"))
        self.body.addWidget(self.spoken)
        self.heading(say("Colours"))
        self.body.addWidget(self.worn)
        self.heading(say("Folder of the scanner"))
        self.body.addLayout(self._scanner())
        self.body.addStretch(1)

    def _scanner(self) -> QHBoxLayout:
        """New scans of this folder are offered in every portfolio; none is ever deleted."""
        say = self.desk.language.say
        self.scan_folder = QLabel(self)
        self.scan_folder.setWordWrap(True)
        self.choose_folder = QPushButton(say("Choose …"), self)
        self.forget_folder = QPushButton(say("Do not watch"), self)
        self.choose_folder.clicked.connect(lambda _: self._choose_folder())
        self.forget_folder.clicked.connect(lambda _: self._watch(""))
        row = QHBoxLayout()
        row.addWidget(self.scan_folder, 1)
        row.addWidget(self.choose_folder)
        row.addWidget(self.forget_folder)
        self._watch(self.desk.memory.text(FOLDER))
        return row

    def _choose_folder(self) -> None:
        title = self.desk.language.say("Folder of the scanner")
        name = QFileDialog.getExistingDirectory(self.window(), title, self.desk.memory.text(FOLDER))
        if name:
            self._watch(name)

    def _watch(self, folder: str) -> None:
        self.desk.memory.keep(FOLDER, folder)
        self.scan_folder.setText(folder or self.desk.language.say("No folder is watched."))
        self.forget_folder.setVisible(bool(folder))

    def _choose(self, **chosen: str) -> None:
        self.settings_chosen.emit(replace(self.desk.settings, **chosen))  # type: ignore[arg-type]
