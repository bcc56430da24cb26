"""The papers of an exam behind one button: summary and list of the invited to print, and workbooks to save."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from commission_app.i18n import LANGUAGES, Language
from commission_app.services import exam_papers, papers
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.paper_buttons import show_when_made

Made = Callable[..., bytes]


class ExamPapersMenu(QPushButton):
    """Each paper in both languages; a workbook in the language of the window."""

    def __init__(self, desk: Desk, exam_id: int, told: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(desk.language.say("Other papers"), parent)
        self._desk, self._exam_id, self._told = desk, exam_id, told
        say = desk.language.say
        menu = QMenu(self)
        inside = {"lv": say("in Latvian"), "en": say("in English")}
        for name, made in (
            (say("Summary of exam results"), exam_papers.summary),
            (say("Exam invitation list"), exam_papers.invitations),
        ):
            for language in LANGUAGES:
                entry = menu.addAction(f"{name}, {inside[language.code]}")
                entry.triggered.connect(lambda _, m=made, n=name, one=language: self._show(m, n, one))
        menu.addSeparator()
        for name, made in (
            (say("Exam protocol"), exam_papers.protocol_workbook),
            (say("Summary of exam results"), exam_papers.summary_workbook),
            (say("Exam invitation list"), exam_papers.invitations_workbook),
        ):
            entry = menu.addAction(say("{name} to Excel …", name=name))
            entry.triggered.connect(lambda _, m=made, n=name: self._save(m, n))
        self.setMenu(menu)

    def _show(self, made: Made, name: str, language: Language) -> None:
        show_when_made(self, self._desk, name, self._desk.jobs.ask(self, made, self._exam_id, language))

    def _save(self, made: Made, name: str) -> None:
        def saved(path: Path) -> None:
            self._told(self._desk.language.say("Saved as {file}.", file=path.name))

        file = papers.file_name(name).removesuffix(papers.SUFFIX)
        asked = self._desk.jobs.ask(self, made, self._exam_id, self._desk.language)
        asked.then(lambda data: save_copy(self, self._desk, f"{file}.xlsx", data, saved))
