"""The submissions of a case: each with its number, state and notes, unfolded beside, and the act that sends back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.rules.submission import Difference, Snapshot
from commission_app.rules.vocabulary.case import CaseAct
from commission_app.rules.vocabulary.evidence import SubmissionState
from commission_app.services import cases, submissions
from commission_app.services.cases import CaseCard
from commission_app.services.submissions import SubmissionLine
from commission_app.ui.cases.tabs.submission_dialog import SendBackDialog
from commission_app.ui.cases.tabs.submission_tree import SubmissionTree
from commission_app.ui.columns import RIGHT, Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.case import act_word
from commission_app.wording.sentences import NOTHING, sentence
from commission_app.wording.words import word

TONES = {SubmissionState.SUBMITTED: "info", SubmissionState.RETURNED: "warn", SubmissionState.ACCEPTED: "good"}
NOW = 0
"""The portfolio as it is, beside the submissions it can be compared with."""


class SubmissionPage(QWidget):
    """Submits, sends back, and shows any earlier submission as it was."""

    changed = Signal()

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._card: CaseCard | None = None
        self._shown: int | None = None
        self._line: SubmissionLine | None = None
        self._snapshot: Snapshot | None = None
        say = desk.language.say
        self.table = RowsTable(_columns(desk), self)
        self.tree = SubmissionTree(desk.language, self)
        self.tree.settled.connect(self._settle)
        self.empty = EmptyState(
            say(
                "Nothing was submitted yet. Closing the documentation freezes the portfolio and begins the assessment."
            ),
            icon="upload",
            parent=self,
        )
        self.submit = QPushButton(icon("upload"), "", self)
        self.back = QPushButton(icon("back"), "", self)
        self.other = Choice(self)
        self.other.on_edit(self._compare)
        self.why = QLabel(self)
        self.why.setProperty("role", "soft")
        self.why.setWordWrap(True)
        self.submit.clicked.connect(lambda _: self._submit())
        self.back.clicked.connect(lambda _: self._send_back())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self._lay_out()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the submissions again."""
        self._card = card
        for act, button in ((CaseAct.CLOSE_PORTFOLIO, self.submit), (CaseAct.SEND_BACK, self.back)):
            # The same word as in the header: it is the same act.
            asks = " …" if act is CaseAct.SEND_BACK else ""
            button.setText(act_word(self._desk.language, act, card.procedure) + asks)
            button.setVisible(any(one.act is act and one.lawful for one in card.acts))
        against = [sentence(self._desk.language, why) for why in _against(card)]
        self.why.setText(" ".join(against))
        self.why.setVisible(bool(against))
        self._desk.jobs.ask(self, submissions.of_case, self._case_id).then(self._show)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.submit)
        row.addWidget(self.back)
        row.addWidget(self.why, 1)
        row.addStretch(0)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(self.table)
        self.split.addWidget(self._side())
        self.split.setSizes([640, 480])
        self.split.setChildrenCollapsible(False)
        self._desk.memory.follow_splitter("submissions", self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(row)
        column.addWidget(self.empty, 1)
        column.addWidget(self.split, 1)

    def _side(self) -> QWidget:
        side = QWidget(self)
        label = QLabel(self._desk.language.say("Compared with"), side)
        label.setBuddy(self.other)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(label)
        row.addWidget(self.other, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        return side

    def _show(self, lines: tuple[SubmissionLine, ...]) -> None:
        self.empty.setVisible(not lines)
        self.split.setVisible(bool(lines))
        self.table.show_rows(lines)
        self._shown = None
        if lines and self.table.current() is None:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self._choose()

    def _choose(self) -> None:
        line = self.table.current()
        if line is None or line.id == self._shown:
            return
        self._shown = line.id
        self._desk.jobs.ask(self, submissions.opened, line.id).then(partial(self._opened, line))

    def _opened(self, line: SubmissionLine, snapshot: Snapshot) -> None:
        if line.id == self._shown:
            held = self.other.value() if self._line is not None and self._line.id == line.id else None
            self._line, self._snapshot = line, snapshot
            self._offer(line, held)
            self._compare()

    def _offer(self, line: SubmissionLine, held: object) -> None:
        """Every other submission, and the portfolio as it is now; first what was held, else what tells most."""
        say = self._desk.language.say
        others = {one.id: one for one in self.table.rows() if one.id != line.id and one.intact}
        named = [(key, say("submission {number}", number=one.number)) for key, one in others.items()]
        self.other.offer([*named, (NOW, say("the portfolio as it is now"))])
        before = next((key for key, one in others.items() if one.number == line.number - 1), NOW)
        back = line is self.table.rows()[0] and line.state is SubmissionState.RETURNED
        usual = NOW if back else before
        self.other.set_value(held if held in others or held == NOW else usual)

    def _compare(self) -> None:
        line, key = self._line, self.other.value()
        if line is None or line.id != self._shown:
            return
        other = next((one for one in self.table.rows() if one.id == key), None)
        say, jobs = self._desk.language.say, self._desk.jobs
        if other is None:
            title = say("New in the portfolio since submission {number}", number=line.number)
            asked = jobs.ask(self, submissions.compared, line.id)
        else:
            before, after = sorted((line, other), key=lambda one: one.number)
            title = say("New in submission {later} since {earlier}", later=after.number, earlier=before.number)
            asked = jobs.ask(self, submissions.compared, before.id, after.id)
        asked.then(lambda differs: self._compared(line, title, differs))

    def _compared(self, line: SubmissionLine, title: str, differs: Difference) -> None:
        if line.id == self._shown and self._snapshot is not None:
            self.tree.show_submission(line, self._snapshot, differs, title)

    def _settle(self, note_id: int, settled: bool) -> None:
        done = self._desk.jobs.do(self, submissions.settle_note, note_id, settled)
        done.then(lambda _: self.changed.emit())

    def _submit(self) -> None:
        if self._card is not None:
            promise = self._desk.jobs.do(self, cases.close_portfolio, self._card.id, self._card.version)
            promise.resting(self.submit).then(lambda _: self.changed.emit())

    def _send_back(self) -> None:
        if self._card is not None:
            dialog = SendBackDialog(self._desk, self._card, self)
            dialog.stored.connect(lambda _: self.changed.emit())
            dialog.open()


def _against(card: CaseCard) -> tuple[Refusal, ...]:
    """What stands against submitting, while that is what comes next; else what stands against sending back."""
    wanted = CaseAct.SEND_BACK
    if card.next_act in (CaseAct.ADMIT, CaseAct.CLOSE_PORTFOLIO):
        wanted = CaseAct.CLOSE_PORTFOLIO
    return next((one.refusals for one in card.acts if one.act is wanted), ())


def _columns(desk: Desk) -> list[Column[SubmissionLine]]:
    language = desk.language
    say = language.say

    def state(line: SubmissionLine) -> State:
        if not line.intact:
            return State(language.say_of("submission", "changed afterwards"), "bad")
        return State(word(language, line.state), TONES[line.state])

    return [
        Column("number", say("No."), lambda line: str(line.number), RIGHT),
        Column("state", say("State"), state),
        Column("at", say("Submitted"), lambda line: language.moment(line.submitted_at), stretch=True),
        Column("items", say_items(desk), lambda line: language.number(line.items), RIGHT),
        Column("answer", say("Answer by"), lambda line: language.date(line.answer_by) if line.answer_by else NOTHING),
    ]


def say_items(desk: Desk) -> str:
    """The heading of the column that counts evidence."""
    return desk.language.say_of("column", "Evidence")
