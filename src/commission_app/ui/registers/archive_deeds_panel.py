"""The deeds of the archive: drafted ones are worded, approved, carried out; every one can be printed again."""

from PySide6.QtWidgets import QWidget

from commission_app.i18n import capital
from commission_app.rules.vocabulary.archive import DeedKind, DeedState
from commission_app.services import archive_deeds, archive_papers
from commission_app.services.archive_deeds import DeedLine
from commission_app.ui.columns import Column, State, counted, dated
from commission_app.ui.desk import Desk
from commission_app.ui.registers.archive_deed_dialogs import ApprovalDialog, DeedDialog, DoneDialog
from commission_app.ui.registers.list_part import ListPart
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_rows
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word

_TONES = {
    DeedState.DRAFT: ("warn", "edit"),
    DeedState.APPROVED: ("info", "check"),
    DeedState.DONE: ("good", "done"),
}


class DeedsPanel(ListPart):
    """Enter opens a deed's wording; the acts above are those of the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.language.say
        self.table = RowsTable(self._columns(), self)
        self.table.setAccessibleName(say("Deeds"))
        self.table.opened.connect(lambda _: self.edit())
        self.table.exporting.connect(self.save_list)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.changed.emit())
        self.none = EmptyState(
            say("No deed yet: hand certified volumes over, or list for destruction those that were kept long enough."),
            icon="file",
            parent=self,
        )
        for widget in (self.table, self.none):
            self.column.addWidget(widget, 1)

    def refresh(self) -> None:
        """Asks for the deeds again."""
        self.jobs.ask(self, archive_deeds.lines).then(self._show)

    def line(self) -> DeedLine | None:
        """The chosen deed."""
        found = self.table.current()
        return found if isinstance(found, DeedLine) else None

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.table.setFocus()

    def edit(self) -> None:
        """Words the chosen draft anew; a deed that is past changing is shown as a paper."""
        line = self.line()
        if line is None:
            return
        if line.against_edit:
            self.print_paper()
        else:
            self.ask(DeedDialog(self.desk, line.kind, (), line, self), self.language.say("The deed is stored."))

    def print_paper(self) -> None:
        """Shows the chosen deed, ready for the printer."""
        line = self.line()
        if line is not None:
            title = f"{word(self.language, line.kind)} {line.form.number}"
            self.show_paper(title, archive_papers.deed, line.id)

    def approve(self, line: DeedLine) -> None:
        """Enters the approval of the National Archives."""
        self.ask(ApprovalDialog(self.desk, line, self), self.language.say("The approval is entered."))

    def carry_out(self, line: DeedLine) -> None:
        """Carries the deed out."""
        self.ask(DoneDialog(self.desk, line, self), self.language.say("The deed is carried out."))

    def drop(self, line: DeedLine) -> None:
        """Gives the draft up, after asking."""
        say = self.language.say
        question = say("Give up the draft of deed {number}?", number=line.form.number)
        if confirm(self, self.language, question, say("Give up")):
            self.jobs.do(self, archive_deeds.drop, line.id, line.version)

    def offered(self) -> list[Offered]:
        """What can be done with the chosen deed."""
        line, say = self.line(), self.language.say
        if line is None:
            return []
        destruction = line.kind is DeedKind.DESTRUCTION
        acts = [Offered(say("Carry out …"), line.against_doing, lambda: self.carry_out(line), "done")]
        if destruction:
            approval = Offered(say("Enter the approval …"), line.against_approval, lambda: self.approve(line), "check")
            acts.insert(0, approval)
        return [
            *acts,
            Offered(say("Show the deed …"), (), self.print_paper, "print"),
            Offered(say("Edit …"), line.against_edit, self.edit, aside=True),
            Offered(say("Give up …"), line.against_edit, lambda: self.drop(line), aside=True),
            Offered(say("To Excel (Ctrl+E)"), (), self.save_list, "table", aside=True),
        ]

    def save_list(self) -> None:
        """Saves the list of deeds as a workbook."""
        save_rows(self.desk, self.table, self.language.say("Deeds"), self.told.emit)

    def _show(self, lines: tuple[DeedLine, ...]) -> None:
        self.table.show_rows(lines)
        if lines and self.table.current() is None:
            self.table.selectRow(0)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self.changed.emit()

    def _columns(self) -> tuple[Column[DeedLine], ...]:
        language, say = self.language, self.language.say

        def kind(line: DeedLine) -> str:
            text = word(language, line.kind)
            return capital(text)

        return (
            Column("kind", say("Deed"), kind),
            Column("number", say("Number"), lambda line: line.form.number),
            dated(language, "made_on", say("Date"), lambda line: line.form.made_on),
            counted(language, "volumes", say("Volumes"), lambda line: line.volumes),
            counted(language, "sheets", say("Sheets"), lambda line: line.sheets),
            Column("receiver", say("Handed to"), lambda line: line.form.receiver, stretch=True),
            Column("approval", say("Approval"), lambda line: line.approval_number),
            Column("state", say("State"), lambda line: State(word(language, line.state), *_TONES[line.state])),
        )
