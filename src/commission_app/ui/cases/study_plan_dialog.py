"""The study plan of a case before it is printed: the semester of entry, the cap, and the units as they fall."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import LANGUAGES, Language
from commission_app.rules.quantities import Credits
from commission_app.rules.study_plan import MOST_SEMESTERS, PlanWish
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import papers, study_plan
from commission_app.services.study_plan import PlanLine, StudyPlanCard
from commission_app.ui.columns import RIGHT, Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.quantities import credits_text
from commission_app.wording.sentences import sentence
from commission_app.wording.study_plan import open_text, size_text
from commission_app.wording.words import word

_PAUSE_MS = 300


class StudyPlanDialog(QDialog):
    """Counts anew a moment after typing; nothing is stored, the paper says what stands here."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.language = desk, desk.language
        say = desk.language.say
        self._case_id, self._unit = case_id, CreditUnit.ECTS
        self.card: StudyPlanCard | None = None
        self.setWindowTitle(say("Study plan"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        self.entry = NumberEdit(desk.language, self, lowest=1, highest=MOST_SEMESTERS)
        self.cap = NumberEdit(desk.language, self, decimals=3)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        for field in (self.entry, self.cap):
            field.edited.connect(self._pause.start)
        self.said, self.note = QLabel(self), QLabel(self)
        self.said.setProperty("role", "title")
        self.note.setProperty("role", "soft")
        for label in (self.said, self.note):
            label.setWordWrap(True)
        self.table = RowsTable(self._columns(), self)
        self.prints = {language.code: self._printer(language) for language in LANGUAGES}
        self._build()
        self.resize(self.fontMetrics().averageCharWidth() * 125, 620)
        desk.jobs.ask(self, study_plan.of_case, case_id).then(self._begin)

    def refresh(self) -> None:
        """Counts anew with what is typed."""
        self._pause.stop()
        wrong = self.entry.refusal() or self.cap.refusal()
        if wrong is not None:
            self.show_trouble(sentence(self.language, wrong), wrong, None)
        elif self.entry.value() is not None:
            self.desk.jobs.ask(self, study_plan.of_case, self._case_id, self.wish()).then(self._show)

    def wish(self) -> PlanWish:
        """What the fields say."""
        cap = self.cap.value()
        return PlanWish(self.entry.whole() or 0, None if cap is None else Credits.of(cap, self._unit))

    def print_in(self, language: Language) -> None:
        """Shows the plan as a paper, as it stands here."""
        card = self.card
        if card is not None:
            title = self.language.say("Study plan, {number}", number=card.number)
            asked = self.desk.jobs.ask(self, study_plan.paper, self._case_id, card.wish, language)
            asked.then(lambda data: show_paper(self, self.desk, title, data, papers.file_name(title)))

    def show_trouble(self, text: str, _what: Refusal | None, _again: object) -> bool:
        """Says above the plan why it cannot be made."""
        self.banner.say(text)
        self.card = None
        self._let_print()
        return True

    def _begin(self, card: StudyPlanCard) -> None:
        self._unit = card.unit
        self.entry.set_value(card.wish.entry)
        self.cap.set_value(card.wish.cap.decimal().normalize() if card.wish.cap is not None else None)
        self._show(card)

    def _show(self, card: StudyPlanCard) -> None:
        self.card = card
        self.banner.hide()
        told = credits_text(self.language, card.left)
        self.said.setText(self.language.say("Remains to be studied: {credits}", credits=told))
        draft = self.language.say("The decision is not registered yet: the plan is a draft.") if card.draft else ""
        texts = (draft, open_text(self.language, card.open))
        self.note.setText(" ".join(text for text in texts if text))
        self.note.setVisible(bool(self.note.text()))
        self.table.show_rows((*card.placed, *card.choices, *card.recognised))
        self._let_print()

    def _let_print(self) -> None:
        for button in self.prints.values():
            button.setEnabled(self.card is not None)

    def _printer(self, language: Language) -> QPushButton:
        say, own = self.language.say, language.code == self.language.code
        text = {"lv": say("Study plan in Latvian"), "en": say("Study plan in English")}[language.code]
        button = QPushButton(icon("print", palette_now().on_accent) if own else icon("print"), text, self)
        button.setProperty("role", "prominent" if own else "")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: self.print_in(language))
        return button

    def _columns(self) -> list[Column[PlanLine]]:
        language, say = self.language, self.language.say

        def semester(line: PlanLine) -> str:
            return "" if line.planned is None else str(line.planned.semester)

        def why(line: PlanLine) -> str | State:
            if line.planned is not None:
                return word(language, line.planned.why)
            if line.unit.whole:
                return State(language.say_of("study plan", "recognised"), "good")
            return State(language.say_of("study plan", "of choice"), "neutral")

        def size(line: PlanLine) -> str:
            return size_text(language, line.planned.left if line.planned is not None else line.unit.credits)

        return [
            Column("semester", say("Semester"), semester, align=RIGHT),
            Column("code", say("Code"), lambda line: line.unit.code),
            Column("title", say("Title"), lambda line: half(language, line.title_lv, line.title_en), stretch=True),
            Column("offered", say("Offered in"), lambda line: str(line.unit.semester or ""), align=RIGHT),
            Column("why", say("Why here"), why),
            Column("credits", say("Credits"), size, align=RIGHT),
        ]

    def _build(self) -> None:
        say = self.language.say
        column, fields, buttons = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        fields.setHorizontalSpacing(4 * STEP)
        named = ((say("Studies begin in semester"), self.entry), (say("Credits in one semester at most"), self.cap))
        for at, (name, field) in enumerate(named):
            label = QLabel(name, self)
            label.setProperty("role", "label")
            label.setBuddy(field)
            field.setAccessibleName(name)
            fields.addWidget(label, 0, at)
            fields.addWidget(field, 1, at)
        fields.setColumnStretch(2, 1)
        close = QPushButton(say("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        buttons.addStretch(1)
        for button in (*self.prints.values(), close):
            buttons.addWidget(button)
        column.addWidget(self.banner)
        column.addLayout(fields)
        column.addWidget(self.said)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self._let_print()
