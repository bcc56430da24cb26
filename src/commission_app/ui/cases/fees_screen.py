"""What is owed over all cases: unpaid and overpaid ones by payer and group, and the invoices made out for many."""

from typing import ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.fee import BalanceState
from commission_app.rules.vocabulary.register import Book
from commission_app.services import fee_lists, invoices
from commission_app.services.fee_lists import BalanceLine
from commission_app.services.invoices import InvoiceRow
from commission_app.ui.cases.fee_words import balance_state
from commission_app.ui.cases.remuneration_panel import RemunerationPanel
from commission_app.ui.columns import RIGHT, Column, State, counted, dated, priced
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.list_workbook import excel_button, save_rows
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class FeesScreen(Screen):
    """Enter opens the case at its payments, or the invoice with what can be done about it."""

    watches: ClassVar[frozenset[str]] = frozenset({"fee", "case", "price", "exam", "cohort", "sitting", "score"})
    tabs: ClassVar[tuple[str, ...]] = ("owed", "invoices", "pay")
    help_topic: ClassVar[str] = "cases"
    rail: ClassVar[str] = "cases"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.lines: tuple[BalanceLine, ...] = ()
        self.state = Choice(self).offer_words(desk.language, BalanceState, empty=say("All with a fee"))
        self.payer = Choice(self).offer((), empty=say("All payers"))
        self.group = Choice(self).offer((), empty=say("All groups"))
        for choice, name in ((self.state, say("State")), (self.payer, say("Payer")), (self.group, say("Group"))):
            choice.setAccessibleName(name)
            choice.currentIndexChanged.connect(lambda _: self._filter())
        self.copy = QPushButton(say("Copy the list"), self)
        self.copy.clicked.connect(lambda _: self._copied())
        self.book = QPushButton(icon("download"), say("Register of payments (Excel) …"), self)
        self.book.clicked.connect(lambda _: self.save_register())
        self.account = QPushButton(icon("scale"), say("Learning account …"), self)
        self.account.clicked.connect(lambda _: self.count_account())
        self.bill = QPushButton(icon("plus", palette_now().on_accent), say("Make out an invoice …"), self)
        self.bill.setProperty("role", "prominent")
        self.bill.clicked.connect(lambda _: self.new())
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._open)
        self.none = EmptyState(say("No case owes anything or has paid anything."), parent=self)
        self.sums = QLabel(self)
        self.sums.setProperty("role", "soft")
        self.bills = RowsTable(self._bill_columns(), self)
        self.bills.opened.connect(self._open_bill)
        self.pay = RemunerationPanel(desk, self)
        self.pay.go.connect(self.go)
        self.pay.told.connect(self.tell)
        self.no_bills = EmptyState(say("No invoice is made out yet."), parent=self)
        self._build()

    def title(self) -> str:
        """What is listed."""
        return self.language.say("Payments")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The cases stand above."""
        return ((self.language.say("Cases"), Place("cases")),)

    def refresh(self) -> None:
        """Asks for the balances and the invoices again."""
        self.jobs.ask(self, fee_lists.balances).then(self._show)
        self.jobs.ask(self, invoices.invoices).then(self._show_bills)
        if self.pay.isVisible():
            self.pay.refresh()

    def turn_to(self, place: Place) -> None:
        """Shows another of the lists."""
        super().turn_to(place)
        self.pages.setCurrentIndex(self.tabs.index(place.tab) if place.tab in self.tabs else 0)

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.table.setFocus()

    def new(self) -> None:
        """Makes out an invoice for those shown that owe something."""
        from commission_app.ui.cases.invoice_dialogs import InvoiceDialog

        owing = [line for line in self.table.rows() if line.owing > 0]
        dialog = InvoiceDialog(self.desk, owing, self)
        dialog.stored.connect(lambda _: self._billed(self.language.say("The invoice is made out.")))
        dialog.open()

    def save_register(self) -> None:
        """Saves the register of payments as a workbook."""
        from commission_app.services import book_files  # it brings the library of workbooks

        year = today().year
        name = f"{word(self.language, Book.PAYMENTS)} {year}.xlsx"
        made = self.jobs.ask(self, book_files.workbook, Book.PAYMENTS, year, self.language)
        said = self.language.say("The register of payments is saved.")
        made.then(lambda data: save_copy(self, self.desk, name, data, lambda _: self.tell(said)))

    def save_owed(self) -> None:
        """Saves what is owed as it is shown, as a workbook."""
        chosen = (self.state, self.payer, self.group)
        filters = tuple((one.accessibleName(), one.currentText()) for one in chosen if one.value() is not None)
        save_rows(self.desk, self.table, self.title(), self.tell, filters)

    def save_bills(self) -> None:
        """Saves the invoices as a workbook."""
        save_rows(self.desk, self.bills, self.language.say("Invoices"), self.tell)

    def count_account(self) -> None:
        """Opens the calculator of a learning account, for no case yet."""
        from commission_app.ui.cases.funding_dialog import FundingDialog

        FundingDialog(self.desk, self).open()

    def _show(self, lines: tuple[BalanceLine, ...]) -> None:
        self.lines = lines
        say = self.language.say
        payers = sorted({line.payer for line in lines if line.payer})
        groups = sorted({line.cohort for line in lines if line.cohort})
        self.payer.offer(((name, name) for name in payers), empty=say("All payers"))
        self.group.offer(((name, name) for name in groups), empty=say("All groups"))
        self.group.setVisible(bool(groups))
        self._filter()

    def _filter(self) -> None:
        state, payer, group = self.state.value(), self.payer.value(), self.group.value()
        shown = [
            line
            for line in self.lines
            if state in (None, line.state) and payer in (None, line.payer) and group in (None, line.cohort)
        ]
        self.table.show_rows(shown)
        self.table.setVisible(bool(self.lines))
        self.none.setVisible(not self.lines)
        for button in (self.copy, self.bill, self.book):
            button.setVisible(bool(shown))
        count = self.language.count("{n} case", "{n} cases", len(shown))
        owed = self.language.money(sum(max(line.owing, 0) for line in shown))
        back = self.language.money(sum(max(-line.owing, 0) for line in shown))
        text = self.language.say(
            "{count}: to be paid {owed} EUR, to be given back {back} EUR", count=count, owed=owed, back=back
        )
        self.sums.setText(text if self.lines else "")

    def _show_bills(self, rows: tuple[InvoiceRow, ...]) -> None:
        self.bills.show_rows(rows)
        self.bills.setVisible(bool(rows))
        self.no_bills.setVisible(not rows)

    def _open(self, line: object) -> None:
        if isinstance(line, BalanceLine):
            self.go.emit(Place("case", line.case_id, "fees"))

    def _open_bill(self, row: object) -> None:
        from commission_app.ui.cases.invoice_dialogs import InvoiceBox

        if isinstance(row, InvoiceRow):
            box = InvoiceBox(self.desk, row, self)
            box.stored.connect(lambda text: self._billed(str(text)))
            box.open()

    def _billed(self, text: str) -> None:
        self.tell(text)
        self.refresh()

    def _copied(self) -> None:
        titles = [column.title for column in self._columns()]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in [titles, *self.table.texts()]))
        self.tell(self.language.say("The list is copied."))

    def _columns(self) -> list[Column[BalanceLine]]:
        language, say, money = self.language, self.language.say, self.language.money

        def asked(line: BalanceLine) -> str:
            if line.asked is None:
                return ""
            return money(line.asked) if line.final else f"≈ {money(line.asked)}"

        def counts(line: BalanceLine) -> int | str | None:
            return line.asked if line.final else asked(line)

        return [
            Column("case", say("Case"), lambda line: line.number),
            Column("applicant", say("Applicant"), lambda line: line.applicant, stretch=True),
            Column("payer", say("Payer"), lambda line: line.payer),
            Column("group", say("Group"), lambda line: line.cohort),
            Column("asked", say("Asked, EUR"), asked, align=RIGHT, value=counts, kind="money"),
            priced(language, "paid", say("Paid, EUR"), lambda line: line.paid),
            priced(language, "owing", say("Difference, EUR"), lambda line: line.owing),
            Column("invoice", say("Invoice"), lambda line: ", ".join(line.invoices)),
            Column("state", say("State"), lambda line: balance_state(language, line.state)),
        ]

    def _bill_columns(self) -> list[Column[InvoiceRow]]:
        language, say = self.language, self.language.say
        paid, open_ = State(say("paid"), "good"), State(say("not paid"), "warn", "clock")
        return [
            Column("number", say("Number"), lambda row: row.number),
            Column("payer", say("Payer"), lambda row: row.payer, stretch=True),
            dated(language, "issued", say("Issued on"), lambda row: row.issued_on),
            dated(language, "due", say("To be paid by"), lambda row: row.due_on),
            counted(language, "cases", say("Cases"), lambda row: row.cases),
            priced(language, "total", say("Sum, EUR"), lambda row: row.total),
            Column("state", say("State"), lambda row: paid if row.paid else open_),
        ]

    def _build(self) -> None:
        say = self.language.say
        pages, owed, billed = QTabWidget(self), QWidget(self), QWidget(self)
        pages.setDocumentMode(True)
        # Two rows: on a laptop at 175 % filters and buttons have no room beside one another.
        top, choices = QHBoxLayout(), QHBoxLayout()
        for row in (top, choices):
            row.setSpacing(2 * STEP)
        top.addStretch(1)
        for button in (self.account, self.book, self.copy, self.bill):
            top.addWidget(button)
        for choice in (self.state, self.payer, self.group):
            choices.addWidget(choice)
        choices.addStretch(1)
        choices.addWidget(excel_button(self.desk, self.table, self.save_owed, self))
        bills = QHBoxLayout()
        bills.addStretch(1)
        bills.addWidget(excel_button(self.desk, self.bills, self.save_bills, self))
        first, second = QVBoxLayout(owed), QVBoxLayout(billed)
        for column in (first, second):
            column.setContentsMargins(0, 3 * STEP, 0, 0)
        first.addLayout(top)
        first.addLayout(choices)
        first.addWidget(self.table, 1)
        first.addWidget(self.sums)
        first.addWidget(self.none, 1)
        second.addLayout(bills)
        second.addWidget(self.bills, 1)
        second.addWidget(self.no_bills, 1)
        pages.addTab(owed, say("Cases"))
        pages.addTab(billed, say("Invoices"))
        pages.addTab(self.pay, say("Pay of the commission"))
        self.pages = pages
        self.turn_to(self.place)
        self.body.addWidget(pages, 1)
