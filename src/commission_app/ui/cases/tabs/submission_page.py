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
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import NOTHING, sentence
from commission_app.wording.words import word

TONES = {SubmissionState.SUBMITTED: "info", SubmissionState.RETURNED: "warn", SubmissionState.ACCEPTED: "good"}


class SubmissionPage(QWidget):
    """Submits, sends back, and shows any earlier submission as it was."""

    changed = Signal()

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._card: CaseCard | None = None
        self._shown: int | None = None
        say = desk.language.say
        self.table = RowsTable(_columns(desk), self)
        self.tree = SubmissionTree(desk.language, self)
        self.tree.settled.connect(self._settle)
        self.empty = EmptyState(
            say("Nothing was submitted yet. Submitting freezes the portfolio as it stands and begins the assessment."),
            icon="upload",
            parent=self,
        )
        self.submit = QPushButton(icon("upload"), say("Submit for assessment"), self)
        self.back = QPushButton(icon("back"), say("Send back …"), self)
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
        self.split.addWidget(self.tree)
        self.split.setSizes([640, 480])
        self.split.setChildrenCollapsible(False)
        self._desk.memory.follow_splitter("submissions", self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(row)
        column.addWidget(self.empty, 1)
        column.addWidget(self.split, 1)

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
        if line.id != self._shown:
            return
        if line is self.table.rows()[0] and line.state is SubmissionState.RETURNED:
            asked = self._desk.jobs.ask(self, submissions.compared, line.id)
            asked.then(lambda differs: self._compared(line, snapshot, differs))
            return
        before = next((one for one in self.table.rows() if one.number == line.number - 1 and one.intact), None)
        if before is None:
            self.tree.show_submission(line, snapshot, None)
            return
        asked = self._desk.jobs.ask(self, submissions.compared, before.id, line.id)
        asked.then(lambda differs: self._compared(line, snapshot, differs))

    def _compared(self, line: SubmissionLine, snapshot: Snapshot, differs: Difference) -> None:
        if line.id == self._shown:
            self.tree.show_submission(line, snapshot, differs, newest=line is self.table.rows()[0])

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
