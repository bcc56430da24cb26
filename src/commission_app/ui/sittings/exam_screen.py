"""One exam: its board, the examinees with their points, the protocol, and certificates for those who passed."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.errors import ConflictError, RefusedError
from commission_app.i18n import LANGUAGES, Language
from commission_app.rules.exam_protocol import ExamAct
from commission_app.services import adjustments, exams, papers
from commission_app.services.adjustments import Measures
from commission_app.services.exam_cards import ExamCard
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.sittings.board_panel import BoardPanel
from commission_app.ui.sittings.exam_papers_menu import ExamPapersMenu
from commission_app.ui.sittings.exam_words import exam_facts, measures_text, protocol_state
from commission_app.ui.sittings.examinee_model import ExamineeModel
from commission_app.ui.sittings.examinee_table import ExamineeTable
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.paper_buttons import show_when_made
from commission_app.wording.sentences import sentence


class ExamScreen(Screen):
    """Points are stored line by line as they are typed; closing gives the protocol its number."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"exam", "case", "certificate", "commission", "person", "delegation", "adjustment"}
    )
    help_topic: ClassVar[str] = "sittings"
    rail: ClassVar[str] = "sittings"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        self.exam_id = int(place.key or 0)
        self.card: ExamCard | None = None
        self.model = ExamineeModel(desk.language, self)
        self.table = ExamineeTable(desk.language, self.model, self)
        self.board = BoardPanel(desk.language, self)
        self.acts = ActButton(desk.language, self)
        self.chip = Chip(parent=self)
        self.prints = {language.code: self._print_button(language) for language in LANGUAGES}
        self.papers = ExamPapersMenu(desk, self.exam_id, self.tell, self)
        self.adjusted = QLabel(self)
        self.adjusted.setWordWrap(True)
        self.adjusted.hide()
        self._name = QLabel(self)
        self._name.setProperty("role", "display")
        self._name.setWordWrap(True)
        self._facts = QLabel(self)
        self._facts.setProperty("role", "soft")
        self._facts.setWordWrap(True)
        say = desk.language.say
        self.remarks = QLabel(self)
        self.remarks.setProperty("role", "small")
        self.remarks.setWordWrap(True)
        self.empty = EmptyState(
            say("Nobody is entered for this exam yet."), say("Enter cases …"), self.enter, "person", self
        )
        self._flying: set[int] = set()
        self._again: set[int] = set()
        self._choosing = 0
        self.model.written.connect(self._record)
        self.board.chosen.connect(self._set_board)
        self._build()

    def title(self) -> str:
        """The day and the qualification."""
        if self.card is None:
            return ""
        name = half(self.language, self.card.title_lv, self.card.title_en)
        return f"{self.language.date(self.card.held_on)} {name}"

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The list of exams stands above."""
        return ((self.language.say("Sittings"), Place("sittings")), (self.language.say("Exams"), Place("exams")))

    def refresh(self) -> None:
        """Asks for the exam again."""
        self.jobs.ask(self, exams.exam_card, self.exam_id).then(self._show)
        self.jobs.ask(self, adjustments.of_exam, self.exam_id).then(self._show_adjusted)

    def focus_first(self) -> None:
        """Puts the keyboard on the first points that are missing."""
        self.table.begin()

    def dirty(self) -> bool:
        """Points of which only one part is typed would be lost."""
        return super().dirty() or self.model.unfinished()

    def edit(self) -> None:
        """Changes the day, the points or the scale."""
        from commission_app.ui.sittings.plan_exam_dialog import PlanExamDialog

        if self.card is not None and not self.card.closed:
            PlanExamDialog(self.desk, self.card, self).open()

    def new(self) -> None:
        """Enters cases."""
        self.enter()

    def enter(self) -> None:
        """Asks which cases are entered."""
        from commission_app.ui.sittings.exam_dialogs import EnterDialog

        if self.card is not None:
            EnterDialog(self.desk, self.card, self).open()

    def close_protocol(self) -> None:
        """Closes the protocol, after saying what that means."""
        from commission_app.ui.sittings.exam_dialogs import CloseDialog

        if self.card is not None:
            dialog = CloseDialog(self.desk, self.card, self)
            dialog.stored.connect(lambda _: self.tell(self.language.say("The protocol is closed."), self.place))
            dialog.open()

    def fees(self) -> None:
        """Shows what the exam costs each, and fixes the group."""
        from commission_app.ui.sittings.exam_fees_dialog import ExamFeesDialog

        if self.card is not None:
            ExamFeesDialog(self.desk, self.card, self).open()

    def certify(self) -> None:
        """Issues the certificates of those who passed."""
        from commission_app.ui.sittings.certify_dialog import CertifyDialog

        if self.card is not None:
            CertifyDialog(self.desk, self.card, self).open()

    def print_paper(self) -> None:
        """Shows the protocol in the window's language."""
        self._print(self.language)

    def _show(self, card: ExamCard) -> None:
        self.card = card
        language = self.language
        self._name.setText(f"{card.code} {half(language, card.title_lv, card.title_en)}")
        self.chip.show_state(protocol_state(language, closed=card.closed), "good" if card.closed else "info")
        self._facts.setText(" · ".join(exam_facts(language, card)))
        self.remarks.setText("\n".join(sentence(language, one) for one in card.remarks))
        self.remarks.setVisible(bool(card.remarks))
        self.model.take(card)
        if not self._choosing:  # an answer older than the last tick would take that tick back
            self.board.show_board(card)
        self.table.setVisible(bool(card.examinees))
        self.empty.setVisible(not card.examinees)
        self.acts.show_acts(self._offered(card))
        self.renamed.emit()

    def _show_adjusted(self, rows: tuple[Measures, ...]) -> None:
        """What the examiner needs of adjustments, a line a person."""
        self.adjusted.setText("\n".join(measures_text(self.language, row) for row in rows))
        self.adjusted.setVisible(bool(rows))

    def _offered(self, card: ExamCard) -> list[Offered]:
        say = self.language.say
        against = {act.act: act.refusals for act in card.acts}
        closing = Offered(say("Close the protocol …"), against[ExamAct.CLOSE], self.close_protocol, "lock")
        entering = Offered(say("Enter cases …"), against[ExamAct.ENTER], self.enter, "person")
        changing = Offered(say("Change the exam …"), against[ExamAct.ENTER], self.edit, aside=True)
        costs = Offered(say("Fees and the group …"), (), self.fees, aside=True)
        if card.closed:
            certify = Offered(say("Issue the certificates …"), (), self.certify, "certificate")
            return [certify, costs] if any(row.passed for row in card.examinees) else [costs]
        return [closing, entering, changing, costs]

    def _record(self, key: int) -> None:
        """Stores the line of an examinee; one that changes while it is stored goes again."""
        if key in self._flying:
            self._again.add(key)
            return
        self._flying.add(key)
        line, seen = self.model.line(key), self.model.version(key)
        promise = self.jobs.do(self, exams.record, key, seen, line.theory, line.practice, line.status, line.remarks)
        promise.then(partial(self._recorded, key)).failed(partial(self._refused, key))

    def _recorded(self, key: int, version: int) -> None:
        self._flying.discard(key)
        if key in self._again:
            self._again.discard(key)
            self.model.seen(key, version)
            self._record(key)
        else:
            self.model.settle(key, version)

    def _refused(self, key: int, trouble: Exception) -> None:
        self._flying.discard(key)
        self._again.discard(key)
        if isinstance(trouble, ConflictError):
            self.model.forget(key)
            self.banner.say(sentence(self.language, trouble.refusal))
            self.refresh()
        elif isinstance(trouble, RefusedError):
            self.model.complain(key, trouble.refusal)
            self.banner.say(sentence(self.language, trouble.refusal))
        else:
            self.desk.problems.show(self, trouble)

    def _set_board(self, members: list[int]) -> None:
        self._choosing += 1
        promise = self.jobs.do(self, exams.set_board, self.exam_id, members)
        promise.then(lambda _: self._board_set()).failed(self._board_refused)

    def _board_set(self) -> None:
        self._choosing -= 1
        if not self._choosing:
            self.refresh()

    def _board_refused(self, trouble: Exception) -> None:
        self._board_set()
        self.desk.problems.show(self, trouble)

    def _print(self, language: Language) -> None:
        card = self.card
        if card is None:
            return
        title = card.protocol_number or self.title()

        show_when_made(self, self.desk, title, self.jobs.ask(self, papers.exam_protocol, card.id, language))

    def _print_button(self, language: Language) -> QPushButton:
        says = {"lv": self.language.say("Protocol in Latvian"), "en": self.language.say("Protocol in English")}
        button = QPushButton(says[language.code], self)
        button.clicked.connect(lambda _: self._print(language))
        return button

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        head.addWidget(self._name, 1)
        head.addWidget(self.chip)
        below = QHBoxLayout()
        for button in self.prints.values():
            below.addWidget(button)
        below.addWidget(self.papers)
        below.addStretch(1)
        below.addWidget(self.acts)
        self.body.addLayout(head)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.remarks)
        self.body.addWidget(self.adjusted)
        self.body.addLayout(below)
        self.body.addWidget(self.board)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
