"""The identification interview of a case: what was found out in short, the sheet behind it, and its papers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import LANGUAGES, Language
from commission_app.services import counselling_papers, interviews, papers
from commission_app.services.interviews import InterviewCard
from commission_app.ui.cases.interview_dialog import InterviewDialog
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.paper_preview import show_paper


class InterviewPanel(QFrame):
    """One card of the tab; before the interview it says so."""

    stored = Signal()

    def __init__(self, desk: Desk, case_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._case_id = desk, case_id
        self._card: InterviewCard | None = None
        say = desk.language.say
        self.setProperty("role", "card")
        heading = QLabel(say("Identification interview"), self)
        heading.setProperty("role", "title")
        self.edit = QPushButton(icon("edit"), say("Edit …"), self)
        self.edit.setAccessibleName(f"{say('Edit …')} {heading.text()}")
        self.edit.clicked.connect(lambda _: self.open_sheet())
        self.printing = QPushButton(icon("print"), say("Print …"), self)
        self.printing.setAccessibleName(f"{say('Print …')} {heading.text()}")
        self._filled = self._offer_papers()
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.printing)
        top.addWidget(self.edit)
        self.none = QLabel(say("No interview is recorded yet."), self)
        self.none.setProperty("role", "soft")
        self.facts = FactList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.facts)

    def refresh(self) -> None:
        """Asks for the sheet."""
        self._desk.jobs.ask(self, interviews.of_case, self._case_id).then(self._show)

    def open_sheet(self) -> None:
        """Opens the sheet, to be filled in or corrected."""
        if self._card is not None:
            dialog = InterviewDialog(self._desk, self._case_id, self._card, self)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.stored.connect(lambda _: self.stored.emit())
            dialog.open()

    def print_sheet(self, filled: bool, language: Language) -> None:
        """Shows the sheet before it is printed."""
        name = self._desk.language.say("Interview sheet")
        made = self._desk.jobs.ask(self, counselling_papers.sheet, self._case_id, filled, language)
        made.then(lambda data: show_paper(self, self._desk, name, data, papers.file_name(name)))

    def _offer_papers(self) -> QMenu:
        say, menu = self._desk.language.say, QMenu(self)
        inside = {"lv": say("in Latvian"), "en": say("in English")}
        parts = [menu.addMenu(say("Filled sheet")), menu.addMenu(say("Empty sheet, to fill in by hand"))]
        for part, filled in zip(parts, (True, False), strict=True):
            for language in LANGUAGES:
                entry = part.addAction(inside[language.code])
                entry.triggered.connect(lambda _, f=filled, one=language: self.print_sheet(f, one))
        self.printing.setMenu(menu)
        return parts[0]

    def _show(self, card: InterviewCard) -> None:
        self._card = card
        say = self._desk.language.say
        self._filled.setEnabled(card.form is not None)
        self.none.setVisible(card.form is None)
        self.edit.setText(say("Edit …") if card.form is not None else say("Record the interview …"))
        self.facts.show_facts(said(self._desk.language, card))


def said(language: Language, card: InterviewCard) -> list[tuple[str, str]]:
    """The sheet in short: who held it, how much was answered, and the conclusion."""
    form, say = card.form, language.say
    if form is None:
        return []
    answered = sum(bool(one.answer) for one in card.answers)
    titles = {unit.code: half(language, unit.title_lv, unit.title_en) for unit in card.units}
    claimed = [f"{one.code} {titles.get(one.code, '')}".strip() for one in form.facts.units if one.claim]
    held = (language.date(form.held_on), form.interviewer, form.post, form.place)
    found = [
        (say("Held"), ", ".join(part for part in held if part)),
        (say("Questions answered"), say("{n} of {all}", n=answered, all=len(card.answers))),
        (say("Advised to claim"), "; ".join(claimed)),
        (say("Evidence to bring"), form.facts.evidence),
        (say("Advice"), form.facts.advice),
        (say("Note of the career specialist"), noted(form.specialist_note, form.facts.specialist)),
    ]
    return [fact for fact in found if fact[1]]


def noted(note: str, specialist: str) -> str:
    """The note with who wrote it."""
    return f"{note} ({specialist})" if note and specialist else note
