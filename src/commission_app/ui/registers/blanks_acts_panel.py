"""The destruction acts of state forms; Enter shows the paper."""

from PySide6.QtWidgets import QWidget

from commission_app.services import blank_destructions
from commission_app.services.blank_destructions import DestructionLine
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.registers.list_part import ListPart
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.rows_table import RowsTable


class ActsPanel(ListPart):
    """An act is entered from the list of forms, where what it destroys is chosen."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        language, say = desk.language, desk.language.say
        columns: list[Column[DestructionLine]] = [
            Column("number", say("Number"), lambda line: line.number),
            Column("day", say("Day"), lambda line: language.date(line.day)),
            Column("count", say("Forms"), lambda line: language.number(line.count), RIGHT),
            Column("reason", say("Reason"), lambda line: line.reason, stretch=True),
        ]
        self.table = RowsTable(columns, self)
        self.table.opened.connect(lambda _: self.print_paper())
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
        return [Offered(self.language.say("Print the act …"), (), self.print_paper, "print")]

    def _show(self, lines: tuple[DestructionLine, ...]) -> None:
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self.changed.emit()
