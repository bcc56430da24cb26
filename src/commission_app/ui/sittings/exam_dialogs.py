"""What is asked of an exam: who is entered for it, and the number of its protocol when it is closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from commission_app.services import exam_lists, exams
from commission_app.services.exam_cards import EnterableCase, ExamCard
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput


class EnterDialog(FormDialog):
    """Cases that are ready for the exam; those ticked are entered one by one."""

    def __init__(self, desk: Desk, held: ExamCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Enter cases for the exam"), say("Enter for the exam"), parent)
        self._held = held
        self.cases = QListWidget(self)
        self.cases.setAccessibleName(say("Cases ready for the exam"))
        self.cases.setMinimumHeight(8 * (self.fontMetrics().height() + 12))
        self.none = QLabel(say("No case of this qualification is ready for an exam."), self)
        self.none.setWordWrap(True)
        self.none.hide()
        self.form.place(self.none)
        self.form.place(self.cases)
        self.deed.setEnabled(False)
        self.cases.itemChanged.connect(lambda _: self.deed.setEnabled(bool(self.ticked())))
        desk.jobs.ask(self, exams.cases_to_enter, held.id).then(self._offer)

    def submit(self) -> None:
        """Enters the ticked cases."""
        self.act(self.desk.jobs.do(self, exams.enter_cases, self._held.id, self.ticked()))

    def ticked(self) -> tuple[int, ...]:
        """The keys of the ticked cases."""
        items = (self.cases.item(at) for at in range(self.cases.count()))
        return tuple(
            int(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _offer(self, rows: tuple[EnterableCase, ...]) -> None:
        for row in rows:
            due = self.language.say("decision due {day}", day=self.language.date(row.deadline))
            item = QListWidgetItem(f"{row.number} · {row.applicant} · {due}", self.cases)
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.none.setVisible(not rows)
        self.cases.setVisible(bool(rows))
        self.deed.setEnabled(bool(rows))
        self.cases.setFocus()


class CloseDialog(FormDialog):
    """Closing decides every case of the protocol; the number is asked for where it is typed."""

    def __init__(self, desk: Desk, held: ExamCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Close the exam protocol"), say("Close the protocol"), parent)
        self._held = held
        told = QLabel(
            desk.language.count(
                "The marks become final, the protocol gets its number and {n} case is decided.",
                "The marks become final, the protocol gets its number and {n} cases are decided.",
                len(held.examinees),
            ),
            self,
        )
        told.setWordWrap(True)
        self.form.place(told)
        self.number = self.form.add("number", say("Number of the protocol"), TextInput())
        self.form.field("number").hide()
        desk.jobs.ask(self, exam_lists.number_typed).then(self._ask_for)

    def submit(self) -> None:
        """Closes the protocol."""
        typed = self.number.value() or None
        self.act(self.desk.jobs.do(self, exams.close_exam, self._held.id, self._held.version, typed))

    def _ask_for(self, typed: bool) -> None:
        self.form.field("number").setVisible(typed)
        self.fit()
