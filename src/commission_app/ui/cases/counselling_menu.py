"""Papers for whoever asks about recognition: the leaflet and forms to fill in by hand, before there is any case."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from commission_app.i18n import LANGUAGES, Language
from commission_app.rules.vocabulary.case import Procedure
from commission_app.services import applicant_papers, counselling_papers, papers
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.wording.words import word

Made = Callable[..., bytes]


class CounsellingMenu(QPushButton):
    """Each paper for each procedure that applications are taken for, in both languages."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(icon("print"), desk.language.say("Leaflet and forms"), parent)
        self._desk = desk
        self._held = QMenu(self)
        self.setMenu(self._held)
        self.setEnabled(False)

    def offer(self, procedures: tuple[Procedure, ...]) -> None:
        """Offers the papers of these procedures."""
        say, language = self._desk.language.say, self._desk.language
        inside = {"lv": say("in Latvian"), "en": say("in English")}
        self._held.clear()
        for name, made in (
            (say("Leaflet for the applicant"), counselling_papers.leaflet_of),
            (say("Empty interview sheet"), counselling_papers.blank_sheet),
            (say("Application form, blank"), applicant_papers.blank_application),
        ):
            part = self._held.addMenu(name)
            for procedure in procedures:
                for one in LANGUAGES:
                    text = f"{word(language, procedure)}, {inside[one.code]}"
                    entry = part.addAction(text)
                    entry.triggered.connect(lambda _, n=name, m=made, p=procedure, o=one: self.show_paper(n, m, p, o))
        self.setEnabled(bool(procedures))

    def show_paper(self, name: str, made: Made, procedure: Procedure, language: Language) -> None:
        """Shows one of the papers before it is printed."""
        asked = self._desk.jobs.ask(self, made, procedure, language)
        asked.then(lambda data: show_paper(self, self._desk, name, data, papers.file_name(name)))
