"""The four steps of recognition in a row: which are done, where the case stands, which are to come."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from commission_app.i18n import Language, capital
from commission_app.rules.vocabulary.case import Step
from commission_app.ui.icons import pixmap
from commission_app.ui.theme import STEP, palette_now
from commission_app.wording.words import word

_LOOK = {"done": ("done", "good", "soft"), "now": ("dot", "info", "strong"), "ahead": ("ring", "neutral", "soft")}


class Stepper(QWidget):
    """Icon, number and word of each step; the one where the case stands is set in bold."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._icons: dict[Step, QLabel] = {}
        self._words: dict[Step, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for step in Step:
            if self._icons:
                row.addSpacing(STEP)
                row.addWidget(self._line())
                row.addSpacing(STEP)
            self._icons[step], self._words[step] = QLabel(self), QLabel(self)
            row.addWidget(self._icons[step])
            row.addWidget(self._words[step])
        row.addStretch(1)

    def show_step(self, current: Step, *, over: bool) -> None:
        """Shows where the case stands; one whose life is over has every step behind it."""
        steps = list(Step)
        at = len(steps) if over else steps.index(current)
        for place, step in enumerate(steps):
            state = "done" if place < at else "now" if place == at else "ahead"
            picture, tone, role = _LOOK[state]
            self._icons[step].setPixmap(pixmap(picture, 20, palette_now().tone(tone).ink))
            label = self._words[step]
            label.setText(f"{place + 1}. {capital(word(self._language, step))}")
            label.setProperty("role", role)
            label.style().unpolish(label)
            label.style().polish(label)
        self.setAccessibleName(" → ".join(label.text() for label in self._words.values()))

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "line")
        line.setMinimumWidth(6 * STEP)
        line.setMaximumWidth(12 * STEP)
        return line
