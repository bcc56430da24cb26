"""How the window looks: its language, and light or dark."""

from dataclasses import replace

from commission_app.i18n import LANGUAGES
from commission_app.ui import theme
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
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
        self.body.addStretch(1)

    def _choose(self, **chosen: str) -> None:
        self.settings_chosen.emit(replace(self.desk.settings, **chosen))  # type: ignore[arg-type]
