"""One score of the matrix: the result or number of an assessor, or the agreed one, with its reason and its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import RefusedError, refusal
from commission_app.i18n import Language
from commission_app.rules.scoring import needs_reason
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services.matrix import ScoreCell
from commission_app.ui.cases.tabs import matrix_entry, matrix_words
from commission_app.ui.cases.tabs.matrix_entry import Entry
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_pen import MatrixPen
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Part
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.field import Field
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class ScorePage(QWidget):
    """Four results to press, or a number to type; what falls short of met asks for its reason."""

    done = Signal()
    history_wanted = Signal()
    criterion_wanted = Signal()

    def __init__(self, language: Language, model: MatrixModel, pen: MatrixPen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._model = model
        self._pen = pen
        self._cell: Cell | None = None
        self._shown = Entry(None)
        self._loaded: tuple[OutcomeResult | None, str, str] = (None, "", "")
        self._who, self._others, self._proposal, self._closed = (QLabel(self) for _ in range(4))
        for label, role in ((self._others, "soft"), (self._proposal, "small"), (self._closed, "small")):
            label.setProperty("role", role)
        for label in (self._who, self._others, self._proposal, self._closed):
            label.setWordWrap(True)
        self.results = Segments(self)
        self.results.chosen.connect(self._press)
        self.number = TextInput()
        self.number_field = Field(language.say("Score"), self.number, parent=self)
        self.reason = LongTextInput(lines=4)
        self.field = Field(language.say("Reason"), self.reason, parent=self)
        self.store = QPushButton(language.say("Save the score"), self)
        self.store.clicked.connect(lambda _: self._finish())
        self.history = QPushButton(language.say("History of this outcome …"), self)
        self.history.clicked.connect(lambda _: self.history_wanted.emit())
        self.criterion = QPushButton(language.say("Individual criterion …"), self)
        self.criterion.clicked.connect(lambda _: self.criterion_wanted.emit())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._finish, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.number.returnPressed.connect(self._finish)
        self.reason.on_edit(self._typed)
        self.number.on_edit(self._typed)
        self._build()

    def show_cell(self, cell: Cell) -> None:
        """Shows the score of a cell; words just being typed stay."""
        score, fresh = self._model.score(cell), cell != self._cell
        stored = Entry(score.result, score.value)
        typing = not fresh and self._changed()
        self._cell = cell
        self._offer(cell)
        if not typing:
            self._shown = stored
            self.reason.set_value(score.reason)
            self.number.set_value("" if score.value is None else matrix_words.value_text(self._language, score.value))
            self.field.clear_error()
            self.number_field.clear_error()
            self._loaded = self._mine()
        self.results.set_value(self._shown.result)
        self._who.setText(self._whose(cell))
        for label, text in (
            (self._others, self._said_by_others(cell)),
            (self._proposal, self._proposed(cell)),
            (self._closed, self._against(cell)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        closed = self._model.against(cell) is not None
        for widget in (self.results, self.number_field, self.field):
            widget.setEnabled(not closed)
        self._typed()

    def keep(self) -> None:
        """Stores what was changed; a reason without a result waits for it."""
        if self._cell is not None and self._model.holds(self._cell) and self._changed():
            self._put()

    def begin(self) -> None:
        """Puts the keyboard on the result, or into the reason where there is a result."""
        if self._shown.result is not None:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.number_field.isVisible():
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.results.focus_first()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.setSpacing(2 * STEP)
        for widget in (self._who, self.results, self.number_field, self._proposal, self.field):
            column.addWidget(widget)
        column.addWidget(self.store, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._others)
        column.addWidget(self._closed)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.history)
        row.addWidget(self.criterion)
        row.addStretch(1)
        column.addLayout(row)

    def _offer(self, cell: Cell) -> None:
        """On a scale of numbers only “to be tested” is pressed; the rest follows from the number."""
        numbers = self._model.outcome(cell).unit.scale.takes_values
        offered = (OutcomeResult.TO_TEST,) if numbers else matrix_words.KEYS
        if self.results.property("offered") != len(offered):
            self.results.setProperty("offered", len(offered))
            self.results.offer(((key, word(self._language, key), matrix_words.ICONS[key]) for key in offered), across=2)
        self.number_field.setVisible(numbers)

    def _press(self, result: object) -> None:
        if isinstance(result, OutcomeResult) and self._cell is not None:
            self._shown = Entry(result)
            self.number.set_value("")
            self._put()

    def _put(self) -> bool:
        """Stores the entry; says at the field what is wrong in it."""
        entry = self._entry()
        if self._cell is None or entry is None:
            return False
        reason = self.reason.value()
        if needs_reason(entry.result) and not reason:
            self._shown = entry
            self.field.show_error(sentence(self._language, refusal("scoring.reason_needed", result=entry.result)))
            self.field.focus()
            return False
        self._shown = entry
        self._loaded = self._mine()
        self.field.clear_error()
        if entry.result is not None:
            self._pen.score({self._cell: entry.cell(reason)})
        return True

    def _entry(self) -> Entry | None:
        """What is typed and pressed; none where the number is not on the scale."""
        typed = self.number.value()
        if self._cell is None or not self.number_field.isVisibleTo(self) or not typed:
            return self._shown if self._shown.value is None else Entry(None)
        line = self._model.outcome(self._cell)
        try:
            found = matrix_entry.read(self._language, line.unit.scale, line.row.maximum, typed)
        except RefusedError as trouble:
            self.number_field.show_error(sentence(self._language, trouble.refusal))
            return None
        self.number_field.clear_error()
        if found.why is not None:
            self.number_field.say_help(sentence(self._language, found.why))
        return found

    def _finish(self) -> None:
        if self._put():
            self.done.emit()

    def _mine(self) -> tuple[OutcomeResult | None, str, str]:
        """What stands on the page: the result pressed, the number and the reason typed."""
        return self._shown.result, self.number.value(), self.reason.value()

    def _changed(self) -> bool:
        return self._mine() != self._loaded

    def _typed(self) -> None:
        self.store.setVisible(self._changed() and (self._shown.result is not None or bool(self.number.value())))

    def _whose(self, cell: Cell) -> str:
        seat = self._model.column(cell).seat
        return self._language.say("The agreed result") if seat is None else matrix_words.seat_name(self._language, seat)

    def _against(self, cell: Cell) -> str:
        trouble, against = self._model.trouble(cell), self._model.against(cell)
        return trouble or (sentence(self._language, against) if against is not None else "")

    def _proposed(self, cell: Cell) -> str:
        proposal = self._model.outcome(cell).row.proposal if cell.part is Part.AGREED else None
        return sentence(self._language, proposal.why) if proposal is not None else ""

    def _said_by_others(self, cell: Cell) -> str:
        """What the assessors say, beside the agreement that is to be found."""
        if cell.part is not Part.AGREED or self._model.card is None:
            return ""
        said = []
        for seat in self._model.card.assessors:
            score: ScoreCell = self._model.score(Cell(cell.outcome_id, Part.SEAT, seat.id))
            text = matrix_words.score_text(self._language, score) or "–"
            said.append(f"{seat.name}: {text}" + (f" – {score.reason}" if score.reason else ""))
        return "\n".join(said)
