"""Which members of the commission take part in an exam: one tick a member, stored at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services.exam_cards import BoardLine, ExamCard
from commission_app.ui.sittings.exam_words import scale_text
from commission_app.ui.theme import STEP
from commission_app.wording.words import word

ACROSS = 4


class BoardPanel(QFrame):
    """The members, chair first, each with the office held and the side represented."""

    chosen = Signal(object)
    """The keys of the members who take part."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._language = language
        self.ticks: dict[int, QCheckBox] = {}
        title = QLabel(language.say("Exam board"), self)
        title.setProperty("role", "strong")
        self.rules = QLabel(self)
        self.rules.setProperty("role", "small")
        self.rules.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4 * STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(STEP)
        column.addWidget(title)
        column.addLayout(self._grid)
        column.addWidget(self.rules)

    def show_board(self, card: ExamCard) -> None:
        """Shows who takes part, and by which scale the marks are given."""
        self.rules.setText(scale_text(self._language, card))
        if tuple(self.ticks) != tuple(line.member_id for line in card.board):
            self._lay_out(card.board)
        for line in card.board:
            tick = self.ticks[line.member_id]
            tick.blockSignals(True)
            tick.setChecked(line.takes_part)
            tick.blockSignals(False)
            tick.setEnabled(not card.closed)

    def _lay_out(self, board: tuple[BoardLine, ...]) -> None:
        for tick in self.ticks.values():
            tick.deleteLater()
        self.ticks = {}
        for at, line in enumerate(board):
            about = ", ".join((word(self._language, line.role), word(self._language, line.side)))
            tick = QCheckBox(line.name, self)
            tick.setToolTip(about)
            tick.setAccessibleDescription(about)
            tick.toggled.connect(lambda _: self._told())
            self._grid.addWidget(tick, at // ACROSS, at % ACROSS)
            self.ticks[line.member_id] = tick

    def _told(self) -> None:
        self.chosen.emit([key for key, tick in self.ticks.items() if tick.isChecked()])
