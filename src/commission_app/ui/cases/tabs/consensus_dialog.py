"""The step from two sheets to one: the outcomes on which the assessors differ, side by side, settled by one key."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import RefusedError, refusal
from commission_app.i18n import Language
from commission_app.rules.scoring import needs_reason
from commission_app.rules.vocabulary.scoring import CombinationKind
from commission_app.services import matrix, scoring
from commission_app.services.matrix import MatrixCard, MatrixRow, MatrixUnit, ScoreCell
from commission_app.ui.cases.tabs import matrix_entry, matrix_words
from commission_app.ui.cases.tabs.matrix_entry import Entry
from commission_app.ui.cases.tabs.matrix_sheet import OutcomeLine, reason_of_proposal
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.field import Field
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class ConsensusDialog(QDialog):
    """Above the outcomes with what each assessor says; below the reasons, the proposal, and another result."""

    def __init__(self, desk: Desk, case_id: int, card: MatrixCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._case_id, self._card = desk, case_id, card
        self._language = desk.language
        say = desk.language.say
        self.setWindowTitle(say("Agree on results"))
        self.banner = Banner(desk.language, self)
        self._head = QLabel(self)
        self._head.setProperty("role", "strong")
        self.table = RowsTable(_columns(desk.language, card), self)
        self.table.installEventFilter(self)
        self.table.opened.connect(lambda _: self.accept_proposal())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_line())
        self.reasons, self.proposal = QLabel(self), QLabel(self)
        for label in (self.reasons, self.proposal):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.proposal.setProperty("role", "strong")
        self.other = TextInput(placeholder=_possible(desk.language))
        self.reason = LongTextInput(lines=2)
        self._other_field = Field(say("Another result"), self.other, parent=self)
        self._reason_field = Field(say("Reason"), self.reason, parent=self)
        self.take = QPushButton(say("Accept the proposal (Enter)"), self)
        self.take.setAutoDefault(False)
        self.take.clicked.connect(lambda _: self.accept_proposal())
        self.settle = QPushButton(say("Agree on this result"), self)
        self.settle.setAutoDefault(False)
        self.settle.clicked.connect(lambda _: self.agree_otherwise())
        self.other.returnPressed.connect(self.reason.setFocus)
        self.all = QPushButton(say("Accept all proposals"), self)
        self.all.setAutoDefault(False)
        self.all.clicked.connect(lambda _: self._accept_all())
        self._build()
        self._take(card)

    def accept_proposal(self) -> None:
        """What the rule of the standard proposes becomes the agreed result, with its assessor's reason."""
        line = self.table.current()
        if not isinstance(line, OutcomeLine):
            return
        proposal = line.row.proposal
        if proposal is None or proposal.given is None:
            why = proposal.why if proposal is not None else refusal("combination.talk")
            self.banner.say(sentence(self._language, why), "info")
            self.other.setFocus()
            return
        self._agree(line.row, Entry(proposal.given.result, proposal.given.value), reason_of_proposal(line.row))

    def agree_otherwise(self) -> None:
        """The result and the reason typed become the agreed result."""
        line = self.table.current()
        if not isinstance(line, OutcomeLine):
            return
        try:
            entry = matrix_entry.read(self._language, line.unit.scale, line.row.maximum, self.other.value())
        except RefusedError as trouble:
            self._other_field.show_error(sentence(self._language, trouble.refusal))
            self.other.setFocus()
            return
        if entry.result is None:
            self._other_field.show_error(self._language.say("Type a result."))
            self.other.setFocus()
        elif needs_reason(entry.result) and not self.reason.value():
            why = refusal("scoring.reason_needed", result=entry.result)
            self._reason_field.show_error(sentence(self._language, why))
            self.reason.setFocus()
        else:
            self._agree(line.row, entry, self.reason.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter or a figure upon an outcome begins another result; 1 to 9 on words takes nothing away."""
        if watched is self.table and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text().strip()
            if text and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.other.setText(text)
                self.other.setFocus()
                self._spell()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        detail = QHBoxLayout()
        detail.setSpacing(4 * STEP)
        detail.addWidget(self.reasons, 1, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(2 * STEP)
        side.addWidget(self.proposal)
        side.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self._other_field)
        side.addWidget(self._reason_field)
        side.addWidget(self.settle, 0, Qt.AlignmentFlag.AlignLeft)
        detail.addLayout(side, 1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.all, QDialogButtonBox.ButtonRole.ActionRole)
        closing = buttons.addButton(self._language.say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        closing.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for widget in (self._head, self.banner, self.table):
            column.addWidget(widget)
        column.setStretchFactor(self.table, 1)
        column.addLayout(detail)
        column.addWidget(buttons)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 130, figure * 84)

    def _spell(self) -> None:
        """A single key of a result is written out as its word."""
        line = self.table.current()
        if isinstance(line, OutcomeLine):
            result = matrix_entry.result_of(self._language, line.unit.scale, self.other.value())
            if result is not None:
                self.other.setText(word(self._language, result))
                self.reason.setFocus()

    def _take(self, card: MatrixCard) -> None:
        """Shows what is still to be agreed; when nothing is, says so."""
        self._card = card
        lines = tuple(
            OutcomeLine(unit, row) for unit in card.units for row in unit.rows if row.diverges and not row.agreed.result
        )
        self.table.show_rows(lines)
        self._head.setText(
            self._language.count(
                "The assessors differ on {n} outcome", "The assessors differ on {n} outcomes", len(lines)
            )
            if lines
            else self._language.say("The assessors differ on nothing that is not agreed.")
        )
        if lines and not isinstance(self.table.current(), OutcomeLine):
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self.all.setVisible(bool(lines) and card.combination is not CombinationKind.CONSENSUS)
        self._show_line()
        self.table.setFocus()

    def _show_line(self) -> None:
        line = self.table.current()
        shown = isinstance(line, OutcomeLine)
        for widget in (self.take, self.settle, self._other_field, self._reason_field, self.reasons, self.proposal):
            widget.setVisible(shown)
        self.banner.hide()
        for field in (self._other_field, self._reason_field):
            field.clear_error()
        self.other.set_value("")
        self.reason.set_value("")
        if isinstance(line, OutcomeLine):
            self.reasons.setText(_side_by_side(self._language, self._card, line))
            proposal = line.row.proposal
            self.take.setVisible(proposal is not None and proposal.given is not None)
            self.proposal.setText(_proposed(self._language, line.unit, line.row))

    def _agree(self, row: MatrixRow, entry: Entry, reason: str) -> None:
        result = entry.result if entry.value is None else None
        seen = row.agreed.version or 0
        promise = self._desk.jobs.do(
            self, scoring.agree, self._case_id, row.outcome_id, result, reason, seen, entry.value
        )
        promise.resting(self.take, self.settle).then(lambda _: self._ask()).failed(self._refused)

    def _accept_all(self) -> None:
        promise = self._desk.jobs.do(self, scoring.accept_proposals, self._case_id).resting(self.all)
        promise.then(lambda _: self._ask()).failed(self._refused)

    def _refused(self, trouble: Exception) -> None:
        if isinstance(trouble, RefusedError):
            self.banner.say(sentence(self._language, trouble.refusal))
        else:
            self._desk.problems.show(self, trouble)

    def _ask(self) -> None:
        self._desk.jobs.ask(self, matrix.matrix, self._case_id, self._card.seat).then(self._take)


def _columns(language: Language, card: MatrixCard) -> tuple[Column[OutcomeLine], ...]:
    say = language.say
    seats = (
        Column[OutcomeLine](f"seat{at}", f"{seat.seat}. {seat.name}", partial(_score_at, language, at))
        for at, seat in enumerate(card.assessors)
    )
    return (
        Column(
            "outcome",
            say("Outcome"),
            lambda line: matrix_words.outcome_name(language, line.row),
            stretch=True,
            tooltip=lambda line: matrix_words.outcome_name(language, line.row),
        ),
        *seats,
        Column("proposal", say("Proposal"), lambda line: _given(language, line.row)),
    )


def _score_at(language: Language, at: int, line: OutcomeLine) -> str | State:
    return _state(language, line.row.scores[at])


def _state(language: Language, cell: ScoreCell) -> str | State:
    if cell.result is None:
        return "–"
    return State(
        matrix_words.score_text(language, cell), matrix_words.TONES[cell.result], matrix_words.ICONS[cell.result]
    )


def _given(language: Language, row: MatrixRow) -> str | State:
    given = row.proposal.given if row.proposal is not None else None
    return "–" if given is None else _state(language, ScoreCell(given.result, "", None, given.value))


def _side_by_side(language: Language, card: MatrixCard, line: OutcomeLine) -> str:
    """What each assessor says of an outcome, with the reason."""
    said = []
    for seat, cell in zip(card.assessors, line.row.scores, strict=True):
        text = matrix_words.score_text(language, cell) or "–"
        said.append(f"{seat.seat}. {seat.name} ({word(language, seat.side)}): {text}")
        said.append(cell.reason or language.say("no reason given"))
    return "\n".join([matrix_words.outcome_name(language, line.row), "", *said])


def _proposed(language: Language, unit: MatrixUnit, row: MatrixRow) -> str:
    """The proposal of the rule with its reason."""
    if row.proposal is None:
        return ""
    why = sentence(language, row.proposal.why)
    given = row.proposal.given
    if given is None:
        return why
    text = matrix_words.score_text(language, ScoreCell(given.result, "", None, given.value))
    return language.say("Proposal: {result}. {why}", result=text, why=why)


def _possible(language: Language) -> str:
    return ", ".join(word(language, one) for one in matrix_entry.RESULTS)
