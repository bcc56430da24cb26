"""The window of the first run: its pages one after the other, the language above, the way on below."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from commission_app import config
from commission_app.config import Settings
from commission_app.errors import TroubleError
from commission_app.i18n import LANGUAGES, LATVIAN, Language, language
from commission_app.services import first_start
from commission_app.services.first_start import Beginning
from commission_app.ui.first_run.begin_pages import InstitutionStart, PeopleStart
from commission_app.ui.first_run.labour import Labour
from commission_app.ui.first_run.where_page import WherePage
from commission_app.ui.problems import Problems
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence

R = TypeVar("R")

WHERE, INSTITUTION, PEOPLE = range(3)
SAMPLE_FOLDER = "sample"
_NAMES = {"lv": "Latviešu", "en": "English"}


class FirstWindow(QDialog):
    """Gives the settings in `settings`; nothing is stored before the last page is done."""

    def __init__(self, spoken: Language = LATVIAN, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings: Settings | None = None
        self.labour = Labour(self)
        self._language = spoken
        self._folder = folder or config.propose_data_dir()
        self.setWindowTitle("Commission App")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8 * STEP, 6 * STEP, 8 * STEP, 6 * STEP)
        self._page = QWidget(self)
        self._column.addWidget(self._page)
        self._build()
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 100, figure * 84)

    def let_go(self) -> None:
        """Waits for what is being done."""
        self.labour.end()
        self.deleteLater()

    def speak(self, code: str) -> None:
        """Speaks another language; what was chosen stays."""
        self._folder = Path(self.where.folder.value() or self._folder)
        self._language = language(code)
        self._build()

    def reject(self) -> None:
        """Leaves without anything stored; not while something is being made."""
        if not self.labour.busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stays open while something is being made."""
        if self.labour.busy:
            event.ignore()
        else:
            super().closeEvent(event)

    def forward(self) -> None:
        """Goes on to the next page, or begins the office."""
        match self.pages.currentIndex():
            case n if n == WHERE:
                self._look()
            case n if n == INSTITUTION:
                if self.institution.form.check():
                    self._turn_to(PEOPLE)
            case _:
                if self.people.form.check():
                    self._begin()

    def back(self) -> None:
        """Goes back a page."""
        self._turn_to(self.pages.currentIndex() - 1)

    def try_sample(self) -> None:
        """Makes the sample commission, or goes on with the one made before; the next start asks again."""
        chosen = config.settings_for(self.where.settings().data_dir / SAMPLE_FOLDER)

        def work() -> None:
            if first_start.standing(chosen.database_url) is None:
                first_start.furnish_sample(chosen.data_dir)

        told = self._language.say("Making the sample commission: cases, sittings, papers …")
        self._do(told, work, lambda _: self._finish(chosen, kept=False))

    def _test(self) -> None:
        say = self._language.say

        def answered(name: str | None) -> None:
            text = say("The server answers; there are no data yet.")
            if name is not None:
                text = say("The server answers; the data of {institution} are there.", institution=name)
            self.banner.say(text, "good")

        if not self._empty():
            where = self.where.settings().database_url
            self._do(say("Asking the server …"), lambda: first_start.standing(where), answered)

    def _look(self) -> None:
        """Where data stand already, they are opened; else the institution is asked for."""
        if self._empty():
            return
        chosen = self.where.settings()

        def found(name: str | None) -> None:
            if name is None:
                self._turn_to(INSTITUTION)
            else:
                self._finish(chosen)

        told = self._language.say("Looking whether data are there …")
        self._do(told, lambda: first_start.standing(chosen.database_url), found)

    def _begin(self) -> None:
        chosen, people = self.where.settings(), self.people
        asked = Beginning(self.institution.asked(), people.first(), people.commission(), people.chair())
        told = self._language.say("Preparing the data …")
        self._do(told, lambda: first_start.begin(chosen.database_url, asked), lambda _: self._finish(chosen))

    def _finish(self, chosen: Settings, *, kept: bool = True) -> None:
        settings = replace(chosen, language=self._language.code)
        try:
            if kept:
                config.save(settings)
        except TroubleError as trouble:
            self._fail(trouble)
            return
        self.settings = settings
        self.accept()

    def _empty(self) -> bool:
        missing = self.where.missing()
        if missing:
            self.where.refuse(self._language.say("Say where the data lie."))
        return missing

    def _do(self, told: str, work: Callable[[], R], then: Callable[[R], object]) -> None:
        self.banner.hide()
        self._rest(told)

        def landed(answer: R) -> None:
            self._rest("")
            then(answer)

        self.labour.do(work, landed, self._fail)

    def _fail(self, trouble: Exception) -> None:
        self._rest("")
        if not isinstance(trouble, TroubleError):
            Problems(self._language).report(trouble)
            return
        text = sentence(self._language, trouble.refusal)
        if self.pages.currentIndex() == WHERE:
            self.where.refuse(text)
        else:
            self.banner.say(text)

    def _rest(self, told: str) -> None:
        """Everything rests while something is being made, and what it is stands below."""
        for part in (self.pages, self.on, self._back, self.sample):
            part.setEnabled(not told)
        self._told.setText(told)
        self._bar.setVisible(bool(told))

    def _turn_to(self, page: int) -> None:
        say = self._language.say
        self.banner.hide()
        self.pages.setCurrentIndex(page)
        self._back.setVisible(page > WHERE)
        self.sample.setVisible(page == WHERE)
        self.on.setText(say("Begin") if page == PEOPLE else say("Next"))
        self._step.setText(say("Page {page} of {pages}", page=page + 1, pages=PEOPLE + 1))
        if page != WHERE:
            (self.institution if page == INSTITUTION else self.people).form.focus_first()

    def _build(self) -> None:
        say = self._language.say
        old, self._page = self._page, QWidget(self)
        self._column.replaceWidget(old, self._page)
        old.hide()
        old.deleteLater()
        self.banner = Banner(self._language, self._page)
        self.where = WherePage(self._language, self._folder)
        self.where.test.clicked.connect(lambda _: self._test())
        self.institution, self.people = InstitutionStart(self._language), PeopleStart(self._language)
        self.pages = QStackedWidget(self._page)
        for page in (self.where, self.institution, self.people):
            self.pages.addWidget(page)
        for form in (self.institution.form, self.people.form):
            form.submitted.connect(self.forward)
        self._step, self._told = QLabel(self._page), QLabel(self._page)
        for label in (self._step, self._told):
            label.setProperty("role", "soft")
        self._bar = QProgressBar(self._page)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._back = self._button(say("Back"), self.back)
        self.on = self._button(say("Next"), self.forward)
        self.on.setProperty("role", "prominent")
        self.on.setDefault(True)
        self.sample = self._button(say("Try with the sample commission"), self.try_sample)
        self._lay_out()
        self._rest("")
        self._turn_to(WHERE)

    def _button(self, text: str, doing: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self._page)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: doing())
        return button

    def _lay_out(self) -> None:
        spoken = Segments(self._page).offer((one.code, _NAMES[one.code], "") for one in LANGUAGES)
        spoken.set_value(self._language.code)
        spoken.setAccessibleName(self._language.say("Language"))
        spoken.chosen.connect(lambda code: self.speak(str(code)))
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._step, 1)
        top.addWidget(spoken, 0, Qt.AlignmentFlag.AlignRight)
        below.setSpacing(2 * STEP)
        below.addWidget(self.sample)
        below.addStretch(1)
        below.addWidget(self._back)
        below.addWidget(self.on)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        column.addWidget(self._told)
        column.addWidget(self._bar)
        column.addLayout(below)
