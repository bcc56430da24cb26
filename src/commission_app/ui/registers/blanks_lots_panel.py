"""The deliveries of state forms, each with what became of its forms, and what is left of every kind and series."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from commission_app.rules.vocabulary.blank import BlankState
from commission_app.services import blank_book, blank_cards
from commission_app.services.blank_book import Balance
from commission_app.services.blank_cards import LotLine
from commission_app.ui.columns import Column, counted, dated
from commission_app.ui.desk import Desk
from commission_app.ui.registers.list_part import ListPart
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_rows
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class LotsPanel(ListPart):
    """Enter shows the forms of a delivery."""

    forms_wanted = Signal(str)
    """The words that find them."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.language.say
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._opened)
        self.table.exporting.connect(self.save_list)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())
        self.left = QLabel(self)
        self.left.setWordWrap(True)
        self.none = EmptyState(
            say(
                "No delivery of state forms is entered. Enter the series and numbers as they are printed on the forms: "
                "from then on a certificate takes its form from stock, and the ledger counts by itself."
            ),
            say("Enter a delivery …"),
            self.receive,
            "registers",
            self,
        )
        self.column.addWidget(self.left)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.none, 1)

    def refresh(self) -> None:
        """Asks for the deliveries and what is left."""
        self.jobs.ask(self, blank_cards.lots).then(self._show)
        self.jobs.ask(self, blank_book.balances).then(self._show_left)

    def focus_first(self) -> None:
        """Puts the keyboard into the list, or on the way to begin."""
        (self.table if self.table.rows() else self.none.button).setFocus()

    def edit(self) -> None:
        """Corrects the words about the chosen delivery."""
        held = self.table.current()
        if isinstance(held, LotLine):
            from commission_app.ui.registers.blanks_dialogs import LotTextDialog

            self.ask(LotTextDialog(self.desk, held, self), self.language.say("The delivery is corrected."))

    def receive(self) -> None:
        """Enters a delivery."""
        from commission_app.ui.registers.blanks_dialogs import LotDialog

        self.ask(LotDialog(self.desk, self), self.language.say("The delivery is entered."))

    def withdraw(self) -> None:
        """Takes the chosen delivery back."""
        held = self.table.current()
        if isinstance(held, LotLine):
            from commission_app.ui.registers.blanks_dialogs import WithdrawDialog

            self.ask(WithdrawDialog(self.desk, held, self), self.language.say("The delivery is taken back."))

    def offered(self) -> list[Offered]:
        """What can be done with deliveries."""
        say, held = self.language.say, self.table.current()
        found = [Offered(say("Enter a delivery …"), (), self.receive, "plus")]
        if isinstance(held, LotLine):
            found.append(Offered(say("Its forms"), (), lambda: self._opened(held), aside=True))
            found.append(Offered(say("Correct the words …"), (), self.edit, "edit", aside=True))
            found.append(Offered(say("Take the delivery back …"), held.against_withdrawing, self.withdraw, aside=True))
            found.append(Offered(say("To Excel (Ctrl+E)"), (), self.save_list, "table", aside=True))
        return found

    def save_list(self) -> None:
        """Saves the deliveries and what became of their forms as a workbook."""
        save_rows(self.desk, self.table, self.language.say("Deliveries"), self.told.emit)

    def _opened(self, held: object) -> None:
        if isinstance(held, LotLine):
            self.forms_wanted.emit(f"{held.series} {held.number_from}-{held.number_to}")

    def _show(self, lots: tuple[LotLine, ...]) -> None:
        self.table.show_rows(lots)
        self.table.setVisible(bool(lots))
        self.none.setVisible(not lots)
        self.changed.emit()

    def _show_left(self, balances: tuple[Balance, ...]) -> None:
        told = [
            self.language.say(
                "{kind}, series {series}: {count}",
                kind=word(self.language, one.kind),
                series=one.series,
                count=self.language.count("{n} form", "{n} forms", one.figures.balance),
            )
            for one in balances
        ]
        self.left.setText(self.language.say("In stock: {list}", list=" · ".join(told)))
        self.left.setVisible(bool(told))

    def _columns(self) -> list[Column[LotLine]]:
        language, say = self.language, self.language.say

        def count(*states: BlankState) -> Column[LotLine]:
            heading = {
                BlankState.IN_STOCK: say("In stock"),
                BlankState.USED: say("Used"),
                BlankState.SPOILED: say("Written off"),
                BlankState.DESTROYED: say("Destroyed"),
            }[states[0]]

            def of(line: LotLine) -> int:
                return sum(line.counts.get(state, 0) for state in states)

            return counted(language, states[0].value, heading, of, 9)

        return [
            dated(language, "received_on", say("Date"), lambda line: line.received_on),
            Column("kind", say("Kind"), lambda line: word(language, line.kind)),
            Column("numbers", say("Numbers"), lambda line: f"{line.series} {line.number_from}–{line.number_to}"),
            counted(language, "received", say("Received"), lambda line: line.received, 9),
            count(BlankState.IN_STOCK),
            count(BlankState.USED),
            count(BlankState.SPOILED, BlankState.ANNULLED),
            count(BlankState.DESTROYED),
            Column("basis", say("Ground"), lambda line: line.basis, stretch=True),
            Column("responsible", say("Answers for them"), lambda line: line.responsible),
        ]
