"""The head of a case page: number, applicant and programme, state and deadline, the four steps and the next act."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services.cases import CaseCard
from commission_app.ui.cases.stepper import Stepper
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.case_marks import state_mark, urgency_tone
from commission_app.ui.widgets.chip import Chip
from commission_app.wording.deadline import due_sentence, reason_lines
from commission_app.wording.sentences import sentence


class CaseHeader(QWidget):
    """Stays above every tab."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.name = QLabel(self)
        self.name.setProperty("role", "display")
        self.programme = QLabel(self)
        self.programme.setProperty("role", "soft")
        self.lacking = QLabel(self)
        self.lacking.setProperty("role", "small")
        for label in (self.name, self.programme, self.lacking):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Chip(parent=self)
        self.due = Chip(parent=self)
        self.still = Chip(parent=self)
        self.steps = Stepper(language, self)
        self.acts = ActButton(language, self)
        self._lay_out()

    def show_case(self, card: CaseCard, acts: Sequence[Offered]) -> None:
        """Shows the case, and the acts upon it."""
        say = self._language.say
        self.name.setText(f"{card.number} · {card.applicant}")
        programme = half(self._language, card.standard_lv, card.standard_en)
        parts = [programme, say("edition {label}", label=card.edition_label)]
        if card.lki is not None:
            parts.append(say("LKI level {lki}", lki=card.lki))
        if card.external_number:
            parts.append(say("No. {number} in the document system", number=card.external_number))
        self.programme.setText(" · ".join(parts))
        mark = state_mark(self._language, card.state)
        self.state.show_state(mark.text, mark.tone, mark.icon)
        self.due.setVisible(card.is_open)
        self.due.show_state(due_sentence(self._language, card.deadline, card.due), *urgency_tone(card.due))
        reasons = reason_lines(self._language, card.term.lines, card.term.legal)
        self.due.setToolTip("\n".join(reasons))
        self.due.setAccessibleDescription(". ".join(reasons))
        still = card.term.stands_until if card.is_open else None
        self.still.setVisible(still is not None)
        if still is not None:
            said = self._language.say("the term stands still until {day}", day=self._language.date(still))
            self.still.show_state(said, "info", "clock")
        self.steps.show_step(card.step, over=card.next_act is None)
        self.acts.show_acts(acts)
        self.lacking.setText(" ".join(sentence(self._language, what) for what in card.shortcomings))
        self.lacking.setVisible(bool(card.shortcomings) and card.is_open)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2 * STEP)
        first.addWidget(self.name, 1)
        first.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.still, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.due, 0, Qt.AlignmentFlag.AlignVCenter)
        second = QHBoxLayout()
        second.setSpacing(4 * STEP)
        second.addWidget(self.steps, 1, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.acts, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(first)
        column.addWidget(self.programme)
        column.addLayout(second)
        column.addWidget(self.lacking)
