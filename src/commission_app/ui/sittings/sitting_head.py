"""The head of a sitting: when, who, where, its state, the clock, and the next lawful act."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from commission_app.i18n import OFFICE_ZONE, Language
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.sittings.sitting_words import sitting_mark
from commission_app.ui.theme import STEP, tabular
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import ActButton
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.icon_button import icon_button
from commission_app.wording.convocation import clock_text
from commission_app.wording.words import word

TICK_MS = 1000


class SittingHead(QWidget):
    """One line of facts, the clock, and the button that leads on."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.name = QLabel(self)
        self.name.setProperty("role", "display")
        self.name.setWordWrap(True)
        self.facts = QLabel(self)
        self.facts.setProperty("role", "soft")
        self.facts.setWordWrap(True)
        self.state = Chip(parent=self)
        self.clock = QLabel(self)
        self.clock.setProperty("role", "display")
        self.clock.setFont(tabular(self.clock.font()))
        self.clock.setAccessibleName(language.say("Clock"))
        self.full = icon_button("fit", language.say("Whole screen (F11)"), self)
        self.acts = ActButton(language, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()
        self._lay_out()

    def show_card(self, card: SittingCard) -> None:
        """Shows the sitting's facts and state."""
        language = self._language
        self.name.setText(half(language, card.commission_lv, card.commission_en))
        mark = sitting_mark(language, card.state)
        self.state.show_state(mark.text, mark.tone, mark.icon)
        facts = [language.date(card.held_on), clock_text(language, card.planned_at), card.place]
        facts.append(word(language, card.form))
        if card.started_at is not None:
            facts.append(language.say("opened at {time}", time=language.time(card.started_at)))
        if card.ended_at is not None:
            facts.append(language.say("closed at {time}", time=language.time(card.ended_at)))
        self.facts.setText(" · ".join(part for part in facts if part))

    def _tick(self) -> None:
        self.clock.setText(self._language.time(datetime.now(OFFICE_ZONE)))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(STEP)
        left.addWidget(self.name)
        below = QHBoxLayout()
        below.setSpacing(3 * STEP)
        below.addWidget(self.state)
        below.addWidget(self.facts, 1)
        left.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * STEP)
        row.addLayout(left, 3)
        row.addWidget(self.acts, 2)
        row.addWidget(self.clock)
        row.addWidget(self.full)
