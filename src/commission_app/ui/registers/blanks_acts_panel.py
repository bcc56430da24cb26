"""The destruction acts of state forms; Enter shows the paper."""

from PySide6.QtWidgets import QWidget

from commission_app.services import blank_destructions
from commission_app.services.blank_destructions import DestructionLine
from commission_app.ui.columns import Column, counted, dated
from commission_app.ui.desk import Desk
from commission_app.ui.registers.list_part import ListPart
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_rows
from commission_app.ui.widgets.rows_table import RowsTable


class ActsPanel(ListPart):
    """An act is entered from the list of forms, where what it destroys is chosen."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        language, say = desk.language, desk.language.say
        columns: list[Column[DestructionLine]] = [
            Column("number", say("Number"), lambda line: line.number),
            dated(language, "day", say("Day"), lambda line: line.day),
            counted(language, "count", say("Forms"), lambda line: line.count),
            Column("reason", say("Reason"), lambda line: line.reason, stretch=True),
        ]
        self.table = RowsTable(columns, self)
        self.table.opened.connect(lambda _: self.print_paper())
        self.table.exporting.connect(self.save_list)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())
        self.none = EmptyState(
            say("No forms were destroyed yet. Choose them under “Forms” and destroy them on an act."), parent=self
        )
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.none, 1)

    def refresh(self) -> None:
        """Asks for the acts."""
        self.jobs.ask(self, blank_destructions.destructions).then(self._show)

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.table.setFocus()

    def print_paper(self) -> None:
        """Shows the chosen act, ready for the printer."""
        held = self.table.current()
        if isinstance(held, DestructionLine):
            title = self.language.say("Act {number}", number=held.number)
            self.show_paper(title, blank_destructions.paper, held.id)

    def offered(self) -> list[Offered]:
        """Printing the chosen act."""
        if self.table.current() is None:
            return []
        say = self.language.say
        return [
            Offered(say("Print the act …"), (), self.print_paper, "print"),
            Offered(say("To Excel (Ctrl+E)"), (), self.save_list, "table", aside=True),
        ]

    def save_list(self) -> None:
        """Saves the list of acts as a workbook."""
        save_rows(self.desk, self.table, self.language.say("Destruction acts"), self.told.emit)

    def _show(self, lines: tuple[DestructionLine, ...]) -> None:
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self.changed.emit()
