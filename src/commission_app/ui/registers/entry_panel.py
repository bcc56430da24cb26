"""One entry of a book: all its fields, who entered it, its place in the chain, and its papers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.services.register_cards import EntryCard, PaperLine
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.registers.entry_papers import has_paper, has_place, print_of
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.fact_list import FactList
from commission_app.wording.words import word

HASH_LETTERS = 12


class EntryPanel(QFrame):
    """Right of the table; while nothing is chosen it says so."""

    place_wanted = Signal(object)
    """The EntryCard whose case, exam or sitting is to be opened."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self.card: EntryCard | None = None
        say = desk.language.say
        self.nothing = _label(say("Choose an entry to see its fields, its papers and its place in the chain."), "soft")
        self.number = _label("", "title")
        self.entered = _label("", "soft")
        self.chain = Chip(parent=self)
        self.hash = _label("", "small")
        self.corrections = _label("", "strong")
        self.fields = FactList(self)
        self.open_noun = QPushButton(icon("open"), "", self)
        self.open_noun.clicked.connect(lambda _: self.place_wanted.emit(self.card))
        self.print_noun = QPushButton(icon("print"), say("Show the paper"), self)
        self.print_noun.clicked.connect(lambda _: self.show_paper())
        self.papers: list[QPushButton] = []
        self._papers = QVBoxLayout()
        self._papers.setSpacing(STEP)
        self._lay_out()
        self.show_entry(None)

    def show_entry(self, card: EntryCard | None) -> None:
        """Shows an entry, or the sentence that none is chosen."""
        self.card = card
        self.nothing.setVisible(card is None)
        self._inside.setVisible(card is not None)
        if card is None:
            return
        language = self._desk.language
        say = language.say
        self.number.setText(card.number)
        moment = language.moment(card.entered_at) if card.entered_at is not None else language.date(card.entered_on)
        self.entered.setText(say("Entered {moment}, {name}", moment=moment, name=card.entered_by))
        good = say("chain whole"), "good", "link"
        self.chain.show_state(*(good if card.unbroken else (say("chain broken"), "bad", "warn")))
        self.chain.setVisible(bool(card.hash))
        self.hash.setText(say("Control sum {sum}…", sum=card.hash[:HASH_LETTERS]) if card.hash else "")
        self.hash.setToolTip(card.hash)
        self.hash.setVisible(bool(card.hash))
        told = []
        if card.taken_from:
            told.append(say("Taken in from {file}, row {row}.", file=card.taken_from, row=card.taken_row))
        if card.corrects is not None:
            told.append(say("Corrects entry {position}.", position=card.corrects))
        if card.corrected_by is not None:
            told.append(say("Corrected by entry {position}.", position=card.corrected_by))
        self.corrections.setText(" ".join(told))
        self.corrections.setVisible(bool(told))
        self.fields.show_facts(card.fields)
        self.open_noun.setText(self._opens(card))
        self.open_noun.setVisible(has_place(card))
        self.print_noun.setVisible(has_paper(card))
        self._show_papers(card.papers)

    def show_paper(self) -> None:
        """Shows the paper of the entry's noun as it prints now."""
        from commission_app.ui.widgets.paper_preview import show_paper

        card, desk = self.card, self._desk
        if card is None or card.noun_id is None:
            return
        question, name = print_of(card)
        promise = desk.jobs.ask(self, question, card.noun_id, desk.language).resting(self.print_noun)
        promise.then(lambda data: show_paper(self, desk, card.number, data, name))

    def show_issued(self, paper: PaperLine) -> None:
        """Shows a paper with the bytes it was issued with."""
        from commission_app.services import papers
        from commission_app.ui.widgets.file_copies import save_copy
        from commission_app.ui.widgets.paper_preview import show_paper

        desk = self._desk

        def show(data: bytes) -> None:
            # A digital twin has no pages to look at.
            if paper.name.endswith(papers.SUFFIX):
                show_paper(self, desk, paper.name, data, paper.name)
            else:
                save_copy(self, desk, paper.name, data, lambda _: None)

        desk.jobs.ask(self, papers.issued, paper.id).then(show)

    def _opens(self, card: EntryCard) -> str:
        say = self._desk.language.say
        if card.case_id is not None:
            return say("Open the case")
        names = {"exam": say("Go to the exam"), "consultation": say("Go to the consultations")}
        return names.get(card.noun, say("Go to the sitting"))

    def _show_papers(self, lines: tuple[PaperLine, ...]) -> None:
        for button in self.papers:
            button.deleteLater()
        self.papers = []
        language = self._desk.language
        for line in lines:
            text = f"{word(language, line.kind)} ({line.language}) · {language.date(line.issued_at.date())}"
            button = QPushButton(icon("file"), text, self)
            button.setToolTip(line.name)
            button.clicked.connect(lambda _=False, line=line: self.show_issued(line))
            self._papers.addWidget(button)
            self.papers.append(button)

    def _lay_out(self) -> None:
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        for part in (self.number, self.entered, self.chain, self.hash, self.corrections):
            column.addWidget(part)
        column.addWidget(self.open_noun)
        column.addWidget(self.print_noun)
        column.addLayout(self._papers)
        column.addSpacing(2 * STEP)
        column.addWidget(self.fields)
        column.addStretch(1)
        page = QWidget(self)
        both = QVBoxLayout(page)
        both.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        both.addWidget(self.nothing)
        both.addWidget(self._inside)
        both.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(page)
        for ground in (page, area.viewport()):
            ground.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
