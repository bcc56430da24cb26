"""Who scores now: the switch of assessors who score blind, how far each is, and the step to the agreed results."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import RefusedError
from commission_app.services import matrix, scoring
from commission_app.services.matrix import MatrixCard
from commission_app.services.seat_verdicts import AssessorLine
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.seats_menu import SeatsButton
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.wording.sentences import sentence


class SeatBar(QWidget):
    """Shows one assessor's column while they score blind; once all have finished, everybody's."""

    chosen = Signal(object)
    """The seat that scores now, or None."""
    told = Signal(str)
    """Why something is not possible now."""
    consensus_wanted = Signal(object)
    """The matrix as it is now, in which results are to be agreed."""
    agreed = Signal(int)
    """How many outcomes were agreed at once."""

    def __init__(self, desk: Desk, case_id: int, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._case_id, self._model = desk, case_id, model
        say = desk.language.say
        self.who = Choice(self)
        self.who.setAccessibleName(say("Scores"))
        self.who.on_edit(lambda: self.chosen.emit(self.who.value()))
        self._label = QLabel(say("Scores"), self)
        self._label.setProperty("role", "label")
        self._label.setBuddy(self.who)
        self.done = QPushButton(say("I have finished"), self)
        self.done.clicked.connect(lambda _: self._finish())
        self.progress = QLabel(self)
        self.progress.setProperty("role", "small")
        self.progress.setWordWrap(True)
        self.alike = QPushButton(say("Agree where alike"), self)
        self.alike.clicked.connect(lambda _: self._agree())
        self.consensus = QPushButton(say("Agree on results …"), self)
        self.consensus.clicked.connect(lambda _: self._consensus())
        self.seats = SeatsButton(desk, case_id, model, self)
        self.seats.chosen.connect(self.choose)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(row)
        column.addWidget(self.progress)
        row.setSpacing(2 * STEP)
        for widget in (self._label, self.who, self.done):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.alike, self.consensus, self.seats):
            row.addWidget(button)

    def show_card(self, card: MatrixCard, seat: int | None) -> None:
        """Shows who scores and what comes next."""
        language = self._desk.language
        self.who.offer(
            ((line.seat, self._named(line)) for line in card.assessors), empty=language.say("choose who scores")
        )
        self.who.set_value(seat)
        mine = self._mine()
        scoring_open = bool(card.assessors) and card.scores_open
        for widget in (self._label, self.who):
            widget.setVisible(bool(card.assessors))
        self.done.setVisible(scoring_open and mine is not None)
        if mine is not None:
            self.done.setText(language.say("Take the sheet up again" if mine.finished else "I have finished"))
        self.progress.setText(self._says(card, mine))
        self.progress.setVisible(bool(self.progress.text()))
        self.who.setToolTip(self.who.currentText())
        for button in (self.alike, self.consensus):
            button.setVisible(scoring_open)
            button.setToolTip(" ".join(sentence(language, one) for one in card.against_agreeing))

    def choose(self, seat: int | None) -> None:
        """Another assessor scores from now on."""
        self.who.set_value(seat)
        self.chosen.emit(self.who.value())

    def _named(self, line: AssessorLine) -> str:
        mark = " ✓" if line.finished else f" ({matrix_words.progress(self._desk.language, line)})"
        return f"{self._desk.language.say('Assessor {seat}', seat=line.seat)} · {line.name}{mark}"

    def _mine(self) -> AssessorLine | None:
        card = self._model.card
        return next((line for line in card.assessors if line.seat == self.who.value()), None) if card else None

    def _says(self, card: MatrixCard, mine: AssessorLine | None) -> str:
        """What stands in the way of finishing or of agreeing, else what warns."""
        language = self._desk.language
        if mine is not None and mine.against_opening:
            return " ".join(sentence(language, one) for one in mine.against_opening)
        if card.blind and mine is None:
            return language.say("The assessors score blind: choose who scores to see that column.")
        if mine is not None and not mine.finished:
            return " ".join(sentence(language, one) for one in mine.against_finishing)
        if not card.scores_open or not card.assessors:
            return ""
        return " ".join(sentence(language, one) for one in (*card.against_agreeing, *card.warnings))

    def _finish(self) -> None:
        """Finishes the sheet; where outcomes are left out, asks why; or takes the sheet up again."""
        mine = self._mine()
        if mine is None:
            return
        if mine.finished:
            if mine.against_reopening:
                self.told.emit(sentence(self._desk.language, mine.against_reopening[0]))
                return
            self._desk.jobs.do(self, scoring.finish, mine.id, finished=False).resting(self.done)
        elif mine.against_finishing:
            from commission_app.ui.cases.tabs.finish_dialog import FinishDialog

            FinishDialog(self._desk, self._model, mine, self).open()
        else:
            self._desk.jobs.do(self, scoring.finish, mine.id).resting(self.done)

    def _agree(self) -> None:
        promise = self._desk.jobs.do(self, scoring.agree_where_alike, self._case_id).resting(self.alike)
        promise.then(self.agreed.emit).failed(self._refused)

    def _refused(self, trouble: Exception) -> None:
        if isinstance(trouble, RefusedError):
            self.told.emit(sentence(self._desk.language, trouble.refusal))
        else:
            self._desk.problems.show(self, trouble)

    def _consensus(self) -> None:
        """Asks anew: what is shown may be older than the press that finished the last sheet."""
        mine = self._mine()
        asked = self._desk.jobs.ask(self, matrix.matrix, self._case_id, mine.seat if mine is not None else None)
        asked.resting(self.consensus).then(self._open_consensus)

    def _open_consensus(self, card: MatrixCard) -> None:
        if card.against_agreeing:
            self.told.emit(sentence(self._desk.language, card.against_agreeing[0]))
        else:
            self.consensus_wanted.emit(card)
