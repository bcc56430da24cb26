"""The delegations of the institution: which qualifications, by whom, on which contract, from when to when."""

from dataclasses import replace
from typing import ClassVar

from commission_app.services import delegations
from commission_app.services.delegations import DelegationLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.delegation_dialog import DelegationDialog
from commission_app.ui.preferences.page import Page
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.rows_table import RowsTable


class DelegationsPage(Page):
    """Cases and exams are held against these dates; what a missing one does is settled under the rules in force."""

    watches: ClassVar[frozenset[str]] = frozenset({"delegation", "standard"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say(
            "A qualification must be delegated on the day of the application and on the day of the exam. "
            "What happens where it is not is settled under “Rules in force”."
        )
        super().__init__(desk, say("Delegations"), purpose)
        self.prominent(say("New delegation …"), self.new, "plus")
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.change = self.button(say("Edit …"), self.edit, "edit")
        self.again = self.button(say("Same contract, another qualification …"), self.copy)
        self.out = self.button(say("Take out …"), self.take_out, "trash")
        self.heading(say("Delegated qualifications"), self.change, self.again, self.out)
        self.none = EmptyState(
            say("No delegation is entered yet; cases and exams are not held against one."),
            icon="registers",
            parent=self,
        )
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.none, 1)
        self._offer()

    def refresh(self) -> None:
        """Asks for the delegations again."""
        self.jobs.ask(self, delegations.lines).then(self._show)

    def new(self) -> None:
        """Enters a new delegation."""
        self._ask(DelegationDialog(self.desk, None, self))

    def edit(self) -> None:
        """Corrects the chosen delegation."""
        self._open(self.table.current())

    def copy(self) -> None:
        """Begins another qualification on the contract of the chosen one."""
        line = self.table.current()
        if isinstance(line, DelegationLine):
            self._ask(DelegationDialog(self.desk, None, self, copy=replace(line.form, parts=(), note="")))

    def take_out(self) -> None:
        """Takes the chosen delegation out, after asking."""
        line, say = self.table.current(), self.language.say
        if isinstance(line, DelegationLine):
            question = say("Take the delegation of {code} out?", code=line.code)
            if confirm(self, self.language, question, say("Take out")):
                self.jobs.do(self, delegations.remove, line.id, line.version).then(lambda _: self._stored())

    def _open(self, line: object) -> None:
        if isinstance(line, DelegationLine):
            self._ask(DelegationDialog(self.desk, line, self))

    def _ask(self, dialog: DelegationDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.told.emit(self.language.say("The delegations are changed."))
        self.refresh()

    def _show(self, lines: tuple[DelegationLine, ...]) -> None:
        self.table.show_rows(lines)
        if lines and self.table.current() is None:
            self.table.selectRow(0)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self._offer()

    def _offer(self) -> None:
        there = self.table.current() is not None
        for button in (self.change, self.again, self.out):
            button.setVisible(there)

    def _columns(self) -> tuple[Column[DelegationLine], ...]:
        language, say = self.language, self.language.say
        now, other = State(say("in force"), "good"), State(say("not in force"), "neutral", "clock")

        def dates(line: DelegationLine) -> str:
            until = line.form.valid_until
            return f"{language.date(line.form.valid_from)} – {language.date(until) if until else '…'}"

        def name(line: DelegationLine) -> str:
            return f"{line.code} {half(language, line.title_lv, line.title_en)}"

        return (
            Column("name", say("Qualification"), name, stretch=True),
            Column("parts", say("Parts"), lambda line: ", ".join(line.form.parts) or say("the whole")),
            Column(
                "number",
                say("Contract or order No."),
                lambda line: line.form.number,
                tooltip=lambda line: f"{line.form.body}, {line.form.number}",
            ),
            Column("dates", say("In force"), dates),
            Column("state", say("State"), lambda line: now if line.in_force else other),
        )
