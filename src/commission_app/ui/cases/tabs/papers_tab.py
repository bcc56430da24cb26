"""The papers of a case: each opened, printed or saved, in either language."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import LANGUAGES, Language, capital
from commission_app.services import case_package, case_papers, papers, print_batch
from commission_app.services.appeal_file import FileMade
from commission_app.services.case_papers import CasePaper
from commission_app.services.cases import CaseCard
from commission_app.services.print_batch import PrintBatch
from commission_app.ui.cases.tabs.delivery_panel import DeliveryPanel
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.wording.words import word


class PapersTab(CaseTab):
    """One line a paper; a press shows it, ready for the printer."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"case", "decision", "certificate", "exam", "paper", "letter", "delivery"}
    )

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self._held: tuple[CasePaper, ...] = ()
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        inside = QWidget(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2 * STEP)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.setSpacing(4 * STEP)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.delivery = DeliveryPanel(desk, case_id, self)
        self.delivery.happened.connect(self.happened)
        column.addWidget(self.delivery)
        column.addLayout(self._tools())
        column.addLayout(self._lines)
        column.addStretch(1)
        self.body.addWidget(area, 1)

    def refresh(self, card: CaseCard) -> None:
        """Asks which papers there are."""
        self.jobs.ask(self, case_papers.of_case, self.case_id).then(self._show)
        self.delivery.refresh(card)

    def print_paper(self) -> None:
        """Ctrl+P: the newest paper."""
        if self._held:
            self.open(self._held[-1], self.language)

    def open(self, paper: CasePaper, language: Language) -> None:
        """Shows a paper in a language."""
        title = self._title(paper)
        name = papers.file_name(f"{paper.kind}-{paper.number or paper.day}-{language.code}")
        asked = self.jobs.ask(self, case_papers.render, paper, language)
        asked.then(lambda data: show_paper(self, self.desk, title, data, name, kind=paper.kind.value))

    def print_all(self) -> None:
        """Every paper that is no draft, in the order of the case's life, for one press of the printer."""
        wanted = tuple(paper for paper in self._held if not paper.draft)
        title = self.language.say("Papers of the case")

        def show(batch: PrintBatch) -> None:
            name = papers.file_name(title)
            show_paper(self, self.desk, title, batch.whole, name, kind="batch", papers=batch.papers)

        asked = self.jobs.ask(self, print_batch.of_case, wanted, self.language)
        asked.called(self.language.say("Making the papers")).then(show)

    def more(self) -> None:
        """Forms, statements, envelopes: what is made when it is asked for."""
        from commission_app.ui.cases.case_papers_dialog import CasePapersDialog

        CasePapersDialog(self.desk, self.case_id, self).open()

    def save_package(self) -> None:
        """The whole case as one archive file that proves itself."""
        from commission_app.ui.widgets.file_copies import save_copy

        def save(made: FileMade) -> None:
            said = self.language.count("{n} paper is in the package.", "{n} papers are in the package.", made.papers)
            save_copy(self, self.desk, made.name, made.data, lambda _: self.happened.emit(News(said)))

        asked = self.jobs.ask(self, case_package.package, self.case_id, self.language)
        asked.called(self.language.say("Making the package")).then(save)

    def _tools(self) -> QHBoxLayout:
        say, row = self.language.say, QHBoxLayout()
        row.setSpacing(2 * STEP)
        self.tools = {
            "more": QPushButton(icon("file"), say("Other papers …"), self),
            "all": QPushButton(icon("print"), say("Print all …"), self),
            "package": QPushButton(icon("download"), say("Archive package …"), self),
        }
        for name, doing in (("more", self.more), ("all", self.print_all), ("package", self.save_package)):
            self.tools[name].clicked.connect(lambda _, doing=doing: doing())
            row.addWidget(self.tools[name])
        row.addStretch(1)
        return row

    def _show(self, found: tuple[CasePaper, ...]) -> None:
        self._held = found
        self.buttons = {}
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for paper in found:
            self._lines.addWidget(self._line(paper))

    def _line(self, paper: CasePaper) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(4 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        row.setSpacing(2 * STEP)
        title = QLabel(self._title(paper), frame)
        title.setProperty("role", "strong")
        title.setWordWrap(True)
        day = QLabel(self.language.date(paper.day), frame)
        day.setProperty("role", "soft")
        row.addWidget(title, 1)
        if paper.draft:
            row.addWidget(Chip(self.language.say_of("paper", "draft"), "warn", "edit", frame))
        if paper.annulled:
            row.addWidget(Chip(self.language.say_of("paper", "annulled"), "bad", "stop", frame))
        row.addWidget(day)
        if paper.both_in_one:
            row.addWidget(self._button(paper, LANGUAGES, frame))
        else:
            for language in LANGUAGES:
                row.addWidget(self._button(paper, (language,), frame))
        return frame

    def _button(self, paper: CasePaper, languages: tuple[Language, ...], parent: QWidget) -> QPushButton:
        codes = "/".join(language.code.upper() for language in languages)
        button = QPushButton(icon("eye"), self.language.say("Show ({code})", code=codes), parent)
        button.setAccessibleName(f"{self._title(paper)} {codes}")
        button.clicked.connect(lambda _: self.open(paper, languages[0]))
        for language in languages:
            self.buttons[(paper.kind.value, language.code)] = button
        return button

    def _title(self, paper: CasePaper) -> str:
        name = word(self.language, paper.certificate or paper.kind)
        return f"{capital(name)} {paper.number}".strip()
