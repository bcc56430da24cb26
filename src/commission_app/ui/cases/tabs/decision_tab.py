"""The decision on a case: reasons while it is a draft, signed, registered, and the certificate after it."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import LANGUAGES, Language
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.services import decisions, papers
from commission_app.services.cases import CaseCard
from commission_app.services.decision_cards import DecisionCard
from commission_app.ui.cases.tabs.certificate_panel import CertificatePanel
from commission_app.ui.cases.tabs.credits_tab import line_card
from commission_app.ui.cases.tabs.reasons_form import ReasonsForm
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import News, Place
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.wording.quantities import credits_text
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

    watches: ClassVar[frozenset[str]] = frozenset({"decision", "case", "certificate", "sitting", "paper"})

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
        self.acts = ActButton(desk.language, self)
        self.prints = {language.code: self._print_button(language) for language in LANGUAGES}
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

    def _show(self, held: DecisionCard | None) -> None:
        self.held = held
        self.area.setVisible(held is not None)
        self.empty.setVisible(held is None)
        if held is None:
            return
        language = self.language
        self._number.setText(language.say("Decision No. {number}", number=held.number))
        registered = held.state is DecisionState.REGISTERED
        self.state.show_state(word(language, held.state), "good" if registered else "neutral")
        self.verdict.show_state(word(language, held.verdict), VERDICT_TONES[held.verdict])
        self._facts.setText("\n".join(_facts(language, held)))
        self._minutes.setText(
            language.say("Minutes {number}, item {item}", number=held.minutes_number, item=held.item_position)
        )
        self._minutes.setVisible(bool(held.minutes_number))
        self._show_lines(held)
        self.reasons.show_decision(held, self._titles)
        offered = self._offered(held)
        self.acts.show_acts(offered)
        self.acts.setVisible(not registered or any(act.lawful for act in offered))

    def _offered(self, held: DecisionCard) -> list[Offered]:
        against = {act.act: act.refusals for act in held.acts}
        say = self.language.say
        return [
            Offered(say("Sign …"), against[DecisionAct.SIGN], self.sign, "edit"),
            Offered(say("Register the decision"), against[DecisionAct.REGISTER], self.register, "registers"),
        ]

    def _show_lines(self, held: DecisionCard) -> None:
        while (old := self._lines.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        for line in held.lines:
            title = self._titles.get(line.award.unit_code, line.award.unit_title)
            self._lines.addWidget(line_card(self.language, line.award, title, line.reason))

    def _print(self, language: Language) -> None:
        held = self.held
        if held is not None:
            show = partial(self._preview, held.number)
            self.jobs.ask(self, papers.decision, held.id, language).then(show)

    def _preview(self, number: str, data: bytes) -> None:
        from commission_app.ui.widgets.paper_preview import show_paper

        show_paper(self, self.desk, number, data, papers.file_name(number))

    def _print_button(self, language: Language) -> QPushButton:
        says = {"lv": self.language.say("Print in Latvian"), "en": self.language.say("Print in English")}
        button = QPushButton(says[language.code], self)
        button.clicked.connect(lambda _: self._print(language))
        return button

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


def _facts(language: Language, held: DecisionCard) -> list[str]:
    """When it was decided and signed, and how much of what was claimed is recognised."""
    lines = [language.say("Decided on {day}", day=language.date(held.decided_on))]
    if held.signed_on is not None:
        lines[0] += " · " + language.say("signed on {day}", day=language.date(held.signed_on))
    recognised = credits_text(language, held.award.total)
    claimed = credits_text(language, held.claimed)
    lines.append(language.say("Recognised: {recognised}; claimed: {claimed}", recognised=recognised, claimed=claimed))
    return lines
