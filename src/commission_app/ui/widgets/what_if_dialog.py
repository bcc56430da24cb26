"""What if: another result, other evidence or courses supposed; credits, remaining study and fee follow at once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.rules.credits import Award
from commission_app.rules.fees import Fee
from commission_app.rules.what_if import Supposed, Supposition
from commission_app.services import what_if
from commission_app.services.office import Reading
from commission_app.services.what_if import WhatIfCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.on_screen import resize_on_screen
from commission_app.ui.widgets.what_if_tree import WhatIfTree
from commission_app.wording.quantities import credits_text

_WIDE, _HIGH = 130, 36
_FIGURES = 3


class WhatIfDialog(QDialog):
    """Everything in it is supposed; closing it leaves no trace."""

    def __init__(
        self, desk: Desk, question: Callable[[Reading, int], WhatIfCard], key: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.language = desk, desk.language
        self.card: WhatIfCard | None = None
        self._asked = 0
        say = desk.language.say
        self.setWindowTitle(say("What if"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chip = Chip(say("Supposition: nothing of it is stored"), "warn", "info", self)
        self.tree = WhatIfTree(desk.language, self)
        self.reset = self._button(say("Reset"), "reload", self.tree.start_over)
        self.up = self._button(say("Raise (+)"), "up", lambda: self.tree.step(up=True))
        self.down = self._button(say("Lower (−)"), "down", lambda: self.tree.step(up=False))
        self.banner = Banner(desk.language, self)
        self.now = [QLabel(self) for _ in range(_FIGURES)]
        self.then = [QLabel(self) for _ in range(_FIGURES)]
        self.tree.supposed.connect(self._count)
        self.tree.currentItemChanged.connect(lambda *_: self._offer())
        self._lay_out()
        letter = self.fontMetrics()
        resize_on_screen(self, letter.averageCharWidth() * _WIDE, letter.height() * _HIGH)
        desk.jobs.ask(self, question, key).then(self._show)

    def show_trouble(self, text: str, _what: Refusal | None, _again: Callable[[], None] | None) -> bool:
        """Says what the computation refuses."""
        self.banner.say(text)
        return True

    def _show(self, card: WhatIfCard) -> None:
        self.card = card
        self.setWindowTitle(self.language.say("What if, case {number}", number=card.number))
        self.tree.show_card(card)
        self._write(self.now, card.award, card.fee)
        self._clear()
        self._offer()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self, supposition: Supposition) -> None:
        card = self.card
        if card is None:
            return
        self.banner.hide()
        self.reset.setEnabled(bool(supposition))
        self._asked += 1
        mine = self._asked

        def answered(answer: Supposed) -> None:
            if mine == self._asked:  # a later supposition stands already
                self._answer(answer, supposition)

        self.desk.jobs.ask(self, what_if.answer, card.basis, supposition).then(answered)

    def _answer(self, answer: Supposed, supposition: Supposition) -> None:
        self.tree.show_supposed(answer)
        if supposition:
            self._write(self.then, answer.award, answer.fee)
        else:
            self._clear()
        self._offer()

    def _write(self, labels: list[QLabel], award: Award, fee: Fee | None) -> None:
        remaining = "–" if award.remaining is None else credits_text(self.language, award.remaining)
        total = fee.total if fee is not None else None
        money = "–" if total is None else self.language.say("{sum} EUR", sum=self.language.money(total))
        for label, text in zip(labels, (credits_text(self.language, award.total), remaining, money), strict=True):
            label.setText(text)

    def _clear(self) -> None:
        for label in self.then:
            label.setText("–")
        self.reset.setEnabled(False)

    def _offer(self) -> None:
        for button in (self.up, self.down):
            button.setEnabled(self.tree.stands_on_outcome())

    def _button(self, text: str, picture: str, doing: Callable[[], Any]) -> QPushButton:
        button = QPushButton(icon(picture), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: doing())
        return button

    def _lay_out(self) -> None:
        say = self.language.say
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.chip)
        head.addStretch(1)
        for button in (self.down, self.up, self.reset):
            head.addWidget(button)
        figures = QFrame(self)
        figures.setProperty("role", "card")
        grid = QGridLayout(figures)
        grid.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        grid.setHorizontalSpacing(8 * STEP)
        names = (say("Recognised"), say("Remains to be acquired"), say("Fee"))
        for at, name in enumerate(names, 1):
            grid.addWidget(_label(QLabel(name, figures), "label"), 0, at)
        for row, (name, labels) in enumerate(((say("As it stands"), self.now), (say("Supposed"), self.then)), 1):
            grid.addWidget(_label(QLabel(name, figures), "label"), row, 0)
            for at, label in enumerate(labels, 1):
                grid.addWidget(_label(label, "strong"), row, at)
        grid.setColumnStretch(_FIGURES + 1, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._button(say("Close"), "close", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(figures)
        column.addWidget(self.tree, 1)
        column.addLayout(below)


def _label(label: QLabel, role: str) -> QLabel:
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
