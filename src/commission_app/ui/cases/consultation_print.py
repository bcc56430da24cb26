"""Prints the minutes of the consultation chosen in a list, in either language."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from commission_app.i18n import LANGUAGES, Language
from commission_app.services import consultation_papers, papers
from commission_app.services.consultations import ConsultationRow
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.widgets.paper_preview import show_paper


class ConsultationPrint(QPushButton):
    """Rests while nothing is chosen."""

    def __init__(self, desk: Desk, chosen: Callable[[], object], parent: QWidget) -> None:
        super().__init__(icon("print"), desk.language.say("Print the minutes"), parent)
        self._desk, self._chosen = desk, chosen
        say, menu = desk.language.say, QMenu(self)
        inside = {"lv": say("in Latvian"), "en": say("in English")}
        for language in LANGUAGES:
            entry = menu.addAction(inside[language.code])
            entry.triggered.connect(lambda _, one=language: self.print_minutes(one))
        self.setMenu(menu)

    def print_minutes(self, language: Language) -> None:
        """Shows the minutes of the chosen consultation before they are printed."""
        row = self._chosen()
        if not isinstance(row, ConsultationRow):
            return
        say = self._desk.language.say
        name = say("Consultation {day}", day=self._desk.language.date(row.form.held_on))
        made = self._desk.jobs.ask(self, consultation_papers.minutes, row.id, language)
        made.then(lambda data: show_paper(self, self._desk, name, data, papers.file_name(name)))
