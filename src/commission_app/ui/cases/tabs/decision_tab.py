"""The decision on a case: reasons while it is a draft, signed, registered, and the certificate after it."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.services import decision_changes, decisions, papers
from commission_app.services.cases import CaseCard
from commission_app.services.decision_cards import DecisionCard
from commission_app.ui.cases.tabs.certificate_panel import CertificatePanel
from commission_app.ui.cases.tabs.credits_tab import line_card
from commission_app.ui.cases.tabs.decision_acts import offered
from commission_app.ui.cases.tabs.decision_said import facts_said, offer_said, state_text, state_tone
from commission_app.ui.cases.tabs.reasons_form import ReasonsForm
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import News, Place
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import ActButton
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.paper_buttons import print_buttons
from commission_app.wording.words import word

VERDICT_TONES = {
    DecisionVerdict.FULL: "good",
    DecisionVerdict.PARTIAL: "warn",
    DecisionVerdict.REFUSED: "bad",
    DecisionVerdict.TEST: "info",
    DecisionVerdict.MORE_INFORMATION: "info",
}


class DecisionTab(CaseTab):
    """While the commission has not decided, one sentence; afterwards the decision with its acts."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"decision", "case", "certificate", "sitting", "paper", "delivery", "letter"}
    )

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        say = desk.language.say
        self.held: DecisionCard | None = None
        self._titles: dict[str, str] = {}
        self._number = QLabel(self)
        self._number.setProperty("role", "title")
        self.state = Chip(parent=self)
        self.verdict = Chip(parent=self)
        self._facts = QLabel(self)
        self._facts.setWordWrap(True)
        self._facts.setProperty("role", "soft")
        self._minutes = QPushButton(self)
        self._minutes.setProperty("role", "link")
        self._minutes.clicked.connect(lambda _: self._open_sitting())
        self.history = QPushButton(say("History of the decision"), self)
        self.history.setProperty("role", "link")
        self.history.clicked.connect(lambda _: self.show_history())
        self.acts = ActButton(desk.language, self)
        self.prints = print_buttons(self, self.language, self._print)
        self.reasons = ReasonsForm(desk, self)
        self.certificate = CertificatePanel(desk, case_id, self)
        self.certificate.happened.connect(self.happened)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2 * STEP)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.empty = EmptyState(
            say("The commission has not decided on this case yet."),
            say("Go to the sittings"),
            lambda: self.go.emit(Place("sittings")),
            "sittings",
            self,
        )
        self._build()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the newest decision on the case, and for its certificate."""
        self._titles = {one.code: half(self.language, one.title_lv, one.title_en) for one in card.claims}
        self.jobs.ask(self, decisions.of_case, self.case_id).then(self._show)
        self.certificate.refresh(card)

    def focus_first(self) -> None:
        """Puts the keyboard on the next act."""
        self.acts.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def sign(self) -> None:
        """Asks on which day the decision was signed."""
        from commission_app.ui.cases.tabs.sign_dialog import SignDialog

        if self.held is not None:
            dialog = SignDialog(self.desk, self.held, self)
            dialog.stored.connect(lambda _: self._tell(self.language.say("The decision is signed.")))
            dialog.open()

    def register(self) -> None:
        """Enters the decision in the register."""
        held = self.held
        if held is not None:
            told = self.language.say("Decision {number} is registered.", number=held.number)
            promise = self.jobs.do(self, decisions.register, held.id, held.version).resting(self.acts)
            promise.then(lambda _: self._tell(told, Place("registers")))

    def show_history(self) -> None:
        """Shows who changed what in the decision, and what stood there before."""
        from commission_app.ui.cases.tabs.decision_history import DecisionHistoryDialog

        if self.held is not None:
            DecisionHistoryDialog(self.desk, self.held, self).open()

    def _show(self, held: DecisionCard | None) -> None:
        self.held = held
        self.area.setVisible(held is not None)
        self.empty.setVisible(held is None)
        if held is None:
            return
        language = self.language
        self._number.setText(language.say("Decision No. {number}", number=held.number))
        self.state.show_state(state_text(language, held), state_tone(held))
        self.verdict.show_state(word(language, held.verdict), VERDICT_TONES[held.verdict])
        self._facts.setText("\n".join(facts_said(language, held)))
        self._minutes.setText(
            language.say("Minutes {number}, item {item}", number=held.minutes_number, item=held.item_position)
        )
        self._minutes.setVisible(bool(held.minutes_number))
        self._show_lines(held)
        self.reasons.show_decision(held, self._titles)
        self.acts.show_acts(offered(self, held, self))

    def ask(self, dialog: FormDialog, told: str) -> None:
        """Opens a question about the decision and tells what was done."""
        dialog.stored.connect(lambda _: self._tell(told))
        dialog.open()

    def let_stand(self) -> None:
        """The decision of a case that was taken up again stays as it is."""
        held = self.held
        if held is not None:
            told = self.language.say("Decision {number} stays as it is.", number=held.number)
            promise = self.jobs.do(self, decision_changes.let_stand, held.id, held.version).resting(self.acts)
            promise.then(lambda _: self._tell(told))

    def _show_lines(self, held: DecisionCard) -> None:
        while (old := self._lines.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        for line in held.lines:
            title = self._titles.get(line.award.unit_code, line.award.unit_title)
            more = offer_said(self.language, line)
            self._lines.addWidget(line_card(self.language, line.award, title, line.reason, more))

    def _print(self, language: Language) -> None:
        held = self.held
        if held is not None:
            show = partial(self._preview, held.number)
            self.jobs.ask(self, papers.decision, held.id, language).then(show)

    def _preview(self, number: str, data: bytes) -> None:
        from commission_app.ui.widgets.paper_preview import show_paper

        show_paper(self, self.desk, number, data, papers.file_name(number))

    def _open_sitting(self) -> None:
        if self.held is not None:
            self.go.emit(Place("sitting", self.held.sitting_id))

    def _tell(self, text: str, place: Place | None = None) -> None:
        self.happened.emit(News(text, place))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        for widget in (self._number, self.state, self.verdict):
            head.addWidget(widget)
        head.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self._minutes)
        below.addWidget(self.history)
        for button in self.prints.values():
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.acts)
        box = QFrame(self)
        box.setProperty("role", "card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        inside.setSpacing(2 * STEP)
        inside.addLayout(head)
        inside.addWidget(self._facts)
        inside.addLayout(below)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(3 * STEP)
        for part in (box, self.reasons):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addWidget(self.certificate)
        column.addStretch(1)
        self.area.setWidget(page)
        self.area.hide()
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.empty, 1)
