"""What a person has over all cases and what it leads to: the sentence above, the tree, and the page to print."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import LANGUAGES, Language, capital
from commission_app.services import papers
from commission_app.services.stackability import QualificationRow, StackCard
from commission_app.ui.cases.acquired_tree import AcquiredTree
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Promise
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.wording.quantities import credits_text
from commission_app.wording.sentences import sentence


class AcquiredPanel(QWidget):
    """Used by the tab of a case and by the window of a person; `make` asks for the page in a language."""

    go = Signal(object)

    def __init__(self, desk: Desk, make: Callable[[Language], "Promise[bytes]"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.language.say
        self._desk, self._make = desk, make
        self._language = desk.language
        self._person = ""
        self.said = QLabel(self)
        self.said.setProperty("role", "title")
        self.why = QLabel(self)
        self.why.setProperty("role", "soft")
        self.tree = AcquiredTree(desk.language, self)
        self.tree.go.connect(self.go)
        self.none = EmptyState(
            say("Nothing has been recognised for this person yet; what is recognised in any case gathers here."),
            icon="standards",
            parent=self,
        )
        self.none.hide()
        names = {"lv": say("Page in Latvian"), "en": say("Page in English")}
        self.prints = {one.code: QPushButton(names[one.code], self) for one in LANGUAGES}
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self.said, 1)
        for language in LANGUAGES:
            self.prints[language.code].clicked.connect(lambda _, one=language: self.print_page(one))
            top.addWidget(self.prints[language.code])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addWidget(self.why)
        column.addWidget(self.tree, 1)
        column.addWidget(self.none, 1)
        for label in (self.said, self.why):
            label.setWordWrap(True)

    def show_card(self, card: StackCard) -> None:
        """Shows what the person has."""
        language = self._language
        self._person = card.person
        parts = [language.count("{n} unit acquired", "{n} units acquired", card.held)]
        parts += [credits_text(language, one) for one in card.total]
        said = " · ".join(parts)
        self.said.setText(capital(said))
        self.why.setText("\n".join(self._sentence(row) for row in card.qualifications if row.own or row.held))
        self.tree.show_card(card)
        there = bool(card.qualifications)
        self.tree.setVisible(there)
        self.why.setVisible(there)
        self.none.setVisible(not there)
        for button in self.prints.values():
            button.setEnabled(there)

    def print_page(self, language: Language | None = None) -> None:
        """Shows the page for the applicant."""
        title = self._language.say("Acquired and missing, {name}", name=self._person)
        asked = self._make(language or self._language)
        asked.then(lambda data: show_paper(self, self._desk, title, data, papers.file_name(title)))

    def _sentence(self, row: QualificationRow) -> str:
        """Whether the whole may be certified, and why not otherwise."""
        language = self._language
        name = f"{row.code} {half(language, row.title_lv, row.title_en)}"
        if not row.against:
            return language.say("{name}: every unit is there, the whole may be certified.", name=name)
        return f"{name}: " + " ".join(sentence(language, one) for one in row.against)
