"""The exam of a vocational case: what it is entered for, the points of both parts, the mark, and the certificate."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.case import CaseAct
from commission_app.services import adjustments, exam_lists, exams
from commission_app.services.cases import CaseCard
from commission_app.services.exam_cards import ExamCard, ExamineeCard, ExamListRow
from commission_app.ui.cases.tabs.certificate_panel import CertificatePanel
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import News, Place
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.field import Field
from commission_app.wording.marks import mark_text
from commission_app.wording.sentences import NOTHING
from commission_app.wording.words import word


class ExamTab(CaseTab):
    """Before the exam it enters the case; afterwards it shows the result."""

    watches: ClassVar[frozenset[str]] = frozenset({"exam", "case", "certificate", "paper", "adjustment"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        say = desk.language.say
        self.held: ExamCard | None = None
        self._card: CaseCard | None = None
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self.chip = Chip(parent=self)
        self._facts = QLabel(self)
        self._facts.setProperty("role", "soft")
        self._facts.setWordWrap(True)
        self._figures = QGridLayout()
        self._open = QPushButton(say("Open the exam"), self)
        self._open.clicked.connect(lambda _: self._open_exam())
        self.exams = Choice(self)
        self.field = Field(say("Planned exams of this qualification"), self.exams, parent=self)
        self.acts = ActButton(desk.language, self)
        self.plan = QPushButton(say("Plan an exam …"), self)
        self.plan.clicked.connect(lambda _: self.go.emit(Place("exams")))
        self.adjust = QPushButton(say("Adjustments …"), self)
        self.adjust.clicked.connect(lambda _: self._open_adjustments())
        self.certificate = CertificatePanel(desk, case_id, self)
        self.certificate.happened.connect(self.happened)
        self._build()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the exam of the case, for those it could be entered for, and for the certificate."""
        self._card = card
        self.jobs.ask(self, exams.of_case, self.case_id).then(self._show)
        self.jobs.ask(self, exam_lists.of_edition, card.edition_id).then(self._offer)
        self.jobs.ask(self, adjustments.granted, self.case_id).then(self._show_adjusted)
        self.certificate.refresh(card)

    def focus_first(self) -> None:
        """Puts the keyboard on the choice of the exam, or on the way to it."""
        first: QWidget = self.exams if self.held is None else self._open
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Enters the case for the chosen exam."""
        exam_id = self.exams.value()
        if isinstance(exam_id, int):
            promise = self.jobs.do(self, exams.enter_case, exam_id, self.case_id).resting(self.acts)
            told = News(self.language.say("The case is entered for the exam."), Place("exam", exam_id))
            promise.then(lambda _: self.happened.emit(told))

    def _show(self, held: ExamCard | None) -> None:
        self.held = held
        mine = next((row for row in held.examinees if row.case_id == self.case_id), None) if held is not None else None
        for widget in (self.chip, self._open, self._facts):
            widget.setVisible(held is not None)
        again = self._card is not None and self._card.next_act is CaseAct.ENTER_EXAM
        for choosing in (self.field, self.plan, self.acts):
            choosing.setVisible(held is None or again)
        if again:
            self._offer_acts()
        self._clear()
        if held is None or mine is None:
            self._title.setText(self.language.say("The case is not entered for an exam yet."))
            self._offer_acts()
            return
        self._title.setText(half(self.language, held.title_lv, held.title_en))
        self._facts.setText(" · ".join(exam_lines(self.language, held)))
        show_result(self.language, self.chip, mine)
        for at, (name, text) in enumerate(figures(self.language, held, mine)):
            label, value = QLabel(name), QLabel(text)
            label.setProperty("role", "label")
            value.setProperty("role", "title")
            self._figures.addWidget(label, 0, at)
            self._figures.addWidget(value, 1, at)

    def _offer(self, rows: tuple[ExamListRow, ...]) -> None:
        self.exams.offer((row.id, planned_name(self.language, row)) for row in rows)
        self.exams.setEnabled(bool(rows))
        self.exams.setPlaceholderText("" if rows else self.language.say("No exam is planned"))
        if self.exams.currentIndex() < 0 and rows:
            self.exams.setCurrentIndex(0)

    def _offer_acts(self) -> None:
        acts = self._card.acts if self._card is not None else ()
        entering = next((act for act in acts if act.act is CaseAct.ENTER_EXAM), None)
        if entering is not None:
            label = self.language.say("Enter for the exam")
            self.acts.show_acts([Offered(label, entering.refusals, self.enter)])

    def _open_exam(self) -> None:
        if self.held is not None:
            self.go.emit(Place("exam", self.held.id))

    def _open_adjustments(self) -> None:
        from commission_app.ui.cases.adjustment_dialog import AdjustmentDialog

        if self._card is not None:
            dialog = AdjustmentDialog(self.desk, self.case_id, self._card.number, self)
            dialog.stored.connect(lambda _: self._adjusted())
            dialog.open()

    def _adjusted(self) -> None:
        self.happened.emit(News(self.language.say("The adjustments are changed.")))
        self.jobs.ask(self, adjustments.granted, self.case_id).then(self._show_adjusted)

    def _show_adjusted(self, there: bool) -> None:
        say = self.language.say
        self.adjust.setText(say("Adjustments granted …") if there else say("Adjustments …"))

    def _clear(self) -> None:
        while (old := self._figures.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.chip)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self.plan)
        buttons.addWidget(self.adjust)
        buttons.addStretch(1)
        buttons.addWidget(self.acts)
        self._figures.setHorizontalSpacing(10 * STEP)
        figures_row = QHBoxLayout()
        figures_row.addLayout(self._figures)
        figures_row.addStretch(1)
        box = QFrame(self)
        box.setProperty("role", "card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        inside.setSpacing(3 * STEP)
        inside.addLayout(head)
        inside.addWidget(self._facts)
        inside.addLayout(figures_row)
        inside.addWidget(self.field)
        inside.addLayout(buttons)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(box)
        column.addWidget(self.certificate)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(page)
        self.body.addWidget(area, 1)


def exam_lines(language: Language, held: ExamCard) -> list[str]:
    """When, where and by whom an exam is held."""
    lines = [language.date(held.held_on)]
    if held.starts_at is not None:
        hours = f"{held.starts_at:%H.%M}" if language.code == "lv" else f"{held.starts_at:%H:%M}"
        lines.append(hours)
    if held.room:
        lines.append(held.room)
    lines.append(half(language, held.commission_lv, held.commission_en))
    if held.protocol_number:
        lines.append(language.say("Protocol {number}", number=held.protocol_number))
    return lines


def figures(language: Language, held: ExamCard, mine: ExamineeCard) -> list[tuple[str, str]]:
    """The points of both parts, their sum and the mark, each with its name."""
    return [
        (language.say("Theory"), of_most(language, mine.theory, held.theory_max)),
        (language.say("Practice"), of_most(language, mine.practice, held.practice_max)),
        (language.say("Together"), of_most(language, mine.total, held.theory_max + held.practice_max)),
        (language.say("Mark"), mark_text(language, mine.mark) if mine.mark is not None else NOTHING),
    ]


def of_most(language: Language, points: int | None, most: int) -> str:
    """Points of the most there are: 34 of 40."""
    return NOTHING if points is None else language.say("{points} of {most}", points=points, most=most)


def show_result(language: Language, chip: Chip, mine: ExamineeCard) -> None:
    """The result of an examinee as a state: passed, not passed, or what became of the examinee."""
    if mine.passed is None:
        chip.show_state(word(language, mine.status), "neutral")
    elif mine.passed:
        chip.show_state(language.say("passed"), "good")
    else:
        chip.show_state(language.say("not passed"), "bad")


def planned_name(language: Language, row: ExamListRow) -> str:
    """A planned exam in a choice: its day, room and how many are entered."""
    many = language.count("{n} examinee", "{n} examinees", row.examinees)
    return " · ".join(part for part in (language.date(row.held_on), row.room, many) if part)
