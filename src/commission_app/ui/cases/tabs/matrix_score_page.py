"""One score of the matrix: the result of an assessor, or the agreed one, with its reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import refusal
from commission_app.i18n import Language
from commission_app.rules.scoring import needs_reason
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services.matrix import ScoreCell
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_pen import MatrixPen
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Part
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.field import Field
from commission_app.ui.widgets.inputs import LongTextInput
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class ScorePage(QWidget):
    """Four results to press; one that falls short of met asks for its reason."""

    done = Signal()

    def __init__(self, language: Language, model: MatrixModel, pen: MatrixPen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._model = model
        self._pen = pen
        self._cell: Cell | None = None
        self._shown = ScoreCell(None, "", None)
        self._who = QLabel(self)
        self._who.setWordWrap(True)
        self._others = QLabel(self)
        self._others.setWordWrap(True)
        self._others.setProperty("role", "soft")
        self._closed = QLabel(self)
        self._closed.setProperty("role", "small")
        self._closed.setWordWrap(True)
        self.results = Segments(self).offer(
            ((key, word(language, key), matrix_words.ICONS[key]) for key in matrix_words.KEYS), across=2
        )
        self.results.chosen.connect(self._press)
        self.reason = LongTextInput(lines=4)
        self.field = Field(language.say("Reason"), self.reason, parent=self)
        self.store = QPushButton(language.say("Save the reason"), self)
        self.store.clicked.connect(lambda _: self._finish())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._finish, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.reason.on_edit(self._typed)
        self._build()

    def show_cell(self, cell: Cell) -> None:
        """Shows the score of a cell; words just being typed stay."""
        score, fresh = self._model.score(cell), cell != self._cell
        if fresh or self.reason.value() == self._shown.reason:
            self.reason.set_value(score.reason)
            self.field.clear_error()
        self._cell, self._shown = cell, score
        self.results.set_value(score.result)
        self._who.setText(self._whose(cell))
        self._others.setText(self._said_by_others(cell))
        self._others.setVisible(bool(self._others.text()))
        against = self._model.card.against_scores if self._model.card is not None else ()
        self._closed.setText(self._model.trouble(cell) or " ".join(sentence(self._language, one) for one in against))
        for widget in (self.results, self.field):
            widget.setEnabled(not against)
        self._typed()

    def keep(self) -> None:
        """Stores a reason that was changed; one without a result waits for it."""
        if self._cell is not None and self._changed() and self._shown.result is not None:
            self._put(self._shown.result)

    def begin(self) -> None:
        """Puts the keyboard on the result, or into the reason where there is a result."""
        if self._shown.result is None:
            self.results.focus_first()
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_reason(self, result: OutcomeResult) -> None:
        """Says that this result needs its reason, and waits for it."""
        self.field.show_error(sentence(self._language, refusal("scoring.reason_needed", result=result)))
        self.field.focus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        for widget in (self._who, self.results, self.field):
            column.addWidget(widget)
        column.addWidget(self.store, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._others)
        column.addWidget(self._closed)
        column.addStretch(1)

    def _press(self, result: object) -> None:
        if not isinstance(result, OutcomeResult) or self._cell is None:
            return
        if needs_reason(result) and not self.reason.value():
            self._shown = ScoreCell(result, "", self._shown.version)
            self.ask_reason(result)
        else:
            self._put(result)

    def _put(self, result: OutcomeResult) -> None:
        if self._cell is None:
            return
        if needs_reason(result) and not self.reason.value():
            self.ask_reason(result)
            return
        self._shown = ScoreCell(result, self.reason.value(), self._shown.version)
        self._pen.score((self._cell,), result, self.reason.value())

    def _finish(self) -> None:
        if self._shown.result is not None:
            self._put(self._shown.result)
            self.done.emit()

    def _changed(self) -> bool:
        stored = self._model.score(self._cell) if self._cell is not None else self._shown
        return (self._shown.result, self.reason.value()) != (stored.result, stored.reason)

    def _typed(self) -> None:
        self.store.setVisible(self._changed() and self._shown.result is not None)

    def _whose(self, cell: Cell) -> str:
        seat = next((one.seat for one in self._model.columns if one.seat is not None and one.key == cell.key), None)
        return self._language.say("The agreed result") if seat is None else matrix_words.seat_name(self._language, seat)

    def _said_by_others(self, cell: Cell) -> str:
        """What the assessors say, beside the agreement that is to be found."""
        if cell.part is not Part.AGREED or self._model.card is None:
            return ""
        said = []
        for seat in self._model.card.assessors:
            score = self._model.score(Cell(cell.outcome_id, Part.SEAT, seat.id))
            text = matrix_words.score_text(self._language, score) or "–"
            said.append(f"{seat.name}: {text}" + (f" – {score.reason}" if score.reason else ""))
        return "\n".join(said)
