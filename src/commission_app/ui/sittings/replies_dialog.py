"""Who comes to the sitting: the answers of the members as they arrive, and the quorum to be expected."""

from typing import cast

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.sitting import ReplyAnswer
from commission_app.services import convocations
from commission_app.services.convocations import ConvocationCard, ReplyLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.sittings.table_dialog import TableDialog
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.inputs import TextInput
from commission_app.wording.convocation import expected_text
from commission_app.wording.words import word

_TONES = {ReplyAnswer.COMING: "good", ReplyAnswer.EXCUSED: "warn"}


class RepliesDialog(TableDialog):
    """One member after the other; after an answer the next silent member is shown."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget) -> None:
        say, language = desk.language.say, desk.language
        columns: list[Column[ReplyLine]] = [
            Column("name", say("Member"), lambda row: row.name, stretch=True),
            Column("answer", say("Answer"), self._answer),
            Column("reason", say("Reason"), lambda row: row.reason),
            Column("day", say("Answered on"), lambda row: language.date(row.replied_on) if row.replied_on else ""),
        ]
        super().__init__(desk, say("Replies to the convocation"), say("Save the answer"), columns, parent)
        self._sitting = sitting_id
        self.given = self.form.add("given", say("Answer"), Choice(self))
        self.given.offer_words(language, ReplyAnswer, empty=say("no answer yet"))
        self.day = self.form.add("replied_on", say("Answered on"), DateEdit(language), beside=True)
        self.reason = self.form.add("reason", say("Reason why the member is excused"), TextInput(self))
        self.ask()

    def submit(self) -> None:
        """Stores the answer of the member chosen."""
        line = self.table.current()
        if isinstance(line, ReplyLine):
            given = cast("ReplyAnswer | None", self.given.value())
            facts = (self._sitting, line.member_id, given, self.reason.value(), self.day.value())
            self.changed(self.desk.jobs.do(self, convocations.answer, *facts))

    def ask(self) -> None:
        """Asks for the answers."""
        self.desk.jobs.ask(self, convocations.card, self._sitting).then(self._show)

    def row_chosen(self, row: object) -> None:
        """Shows the answer of a member."""
        if isinstance(row, ReplyLine):
            self.form.load({"given": row.answer, "reason": row.reason, "replied_on": row.replied_on or today()})

    def _show(self, card: ConvocationCard) -> None:
        told = expected_text(self.language, card.expectation)
        self.told.setText(told[:1].upper() + told[1:])
        self.table.show_rows(card.replies)
        silent = next((at for at, line in enumerate(card.replies) if line.answer is None), None)
        self.go_to(silent if silent is not None else max(self.table.currentIndex().row(), 0))
        self.row_chosen(self.table.current())
        self.deed.setEnabled(bool(card.replies))

    def _answer(self, row: ReplyLine) -> State:
        if row.answer is None:
            return State(self.language.say("no answer yet"))
        return State(word(self.language, row.answer), _TONES[row.answer])
