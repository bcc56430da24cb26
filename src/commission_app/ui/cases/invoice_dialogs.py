"""An invoice made out for many cases, and what can be done about one: printed, paid, withdrawn."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from commission_app.i18n import LANGUAGES, Language, today
from commission_app.services import invoices, papers
from commission_app.services.fee_lists import BalanceLine
from commission_app.services.invoices import InvoiceForm, InvoiceRow
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput

_DAYS = 14
_WIDE = 84


class InvoiceDialog(FormDialog):
    """The cases shown that owe something, ticked; the payer is who pays for most of them."""

    def __init__(self, desk: Desk, lines: Sequence[BalanceLine], parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Make out an invoice"), say("Make out the invoice"), parent)
        add = self.form.add
        add("payer", say("Payer"), TextInput(), required=True)
        add("registration_number", say("Registration No."), TextInput(), beside=True)
        add("address", say("Address"), TextInput())
        self.number = add("number", say("Number"), TextInput(), help_text=say("Empty: the next number of the year"))
        self.day = add("issued_on", say("Issued on"), DateEdit(language), required=True, beside=True)
        add("due_on", say("To be paid by"), DateEdit(language), required=True, beside=True)
        add("note", say("Note"), TextInput())
        self.cases = QListWidget(self)
        self.cases.setAccessibleName(say("Cases"))
        self.cases.setMinimumHeight(7 * (self.fontMetrics().height() + 12))
        self.total = QLabel(self)
        self.total.setProperty("role", "title")
        self.form.place(self.cases)
        self.form.place(self.total)
        payers = [(line.payer, line.registration_number) for line in lines if not line.invoices]
        payer = max(payers, key=payers.count, default=("", ""))
        self._owing = {line.case_id: line.owing for line in lines}
        for line in lines:
            item = QListWidgetItem(f"{line.number} · {line.applicant} · {language.money(line.owing)} EUR", self.cases)
            item.setData(Qt.ItemDataRole.UserRole, line.case_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            theirs = not line.invoices and line.payer == payer[0]
            item.setCheckState(Qt.CheckState.Checked if theirs else Qt.CheckState.Unchecked)
        self.cases.itemChanged.connect(lambda _: self._sum())
        self._load(*payer)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDE)
        self._sum()

    def submit(self) -> None:
        """Makes the invoice out."""
        values: dict[str, Any] = self.form.values()
        self.act(self.desk.jobs.do(self, invoices.issue, self.ticked(), InvoiceForm(**values)))

    def ticked(self) -> tuple[int, ...]:
        """The keys of the ticked cases."""
        items = (self.cases.item(at) for at in range(self.cases.count()))
        return tuple(
            int(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _load(self, payer: str, number: str) -> None:
        dated = {"issued_on": today(), "due_on": today() + timedelta(_DAYS)}
        self.form.load({"payer": payer, "registration_number": number, **dated})

    def _sum(self) -> None:
        ticked = self.ticked()
        total = self.language.money(sum(self._owing[key] for key in ticked))
        count = self.language.count("{n} case", "{n} cases", len(ticked))
        self.total.setText(self.language.say("{count}, {sum} EUR", count=count, sum=total))
        self.deed.setEnabled(bool(ticked))


class InvoiceBox(FormDialog):
    """One invoice: its paper in both languages, the day it was paid, or that it was made out by mistake."""

    def __init__(self, desk: Desk, row: InvoiceRow, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Invoice {number}", number=row.number), say("Enter the payment"), parent)
        self._row = row
        told = QLabel(
            say(
                "{payer}: {sum} EUR, to be paid by {day}",
                payer=row.payer,
                sum=desk.language.money(row.total),
                day=desk.language.date(row.due_on),
            ),
            self,
        )
        told.setWordWrap(True)
        self.form.place(told)
        self.form.place(self._papers())
        self.day = self.form.add("paid_on", say("Paid on"), DateEdit(desk.language), required=True)
        self.document = self.form.add("document", say("Payment document"), TextInput(), beside=True)
        self.form.load({"paid_on": today()})
        self.out = QPushButton(say("Withdraw the invoice"), self)
        self.out.clicked.connect(lambda _: self.withdraw())
        self.form.place(self.out)
        if row.paid:
            for name in ("paid_on", "document"):
                self.form.field(name).hide()
            self.out.hide()
            self.deed.hide()

    def submit(self) -> None:
        """Enters the payment of every case of the invoice."""
        day = self.day.value()
        assert isinstance(day, date)
        row, text = self._row, self.language.say("The invoice is paid.")
        promise = self.desk.jobs.do(self, invoices.settle, row.id, row.version, day, self.document.value())
        promise.resting(self.deed).then(lambda _: self._done(text))

    def withdraw(self) -> None:
        """Withdraws the invoice."""
        promise = self.desk.jobs.do(self, invoices.withdraw, self._row.id, self._row.version)
        promise.resting(self.out).then(lambda _: self._done(self.language.say("The invoice is withdrawn.")))

    def print_in(self, language: Language) -> None:
        """Shows the invoice as a paper."""
        from commission_app.ui.widgets.paper_preview import show_paper

        title = self.language.say("Invoice {number}", number=self._row.number)
        asked = self.desk.jobs.ask(self, invoices.paper, self._row.id, language)
        asked.then(lambda data: show_paper(self, self.desk, title, data, papers.file_name(title)))

    def _done(self, text: str) -> None:
        self.form.mark_clean()
        self.stored.emit(text)
        self.accept()

    def _papers(self) -> QWidget:
        say = self.language.say
        held, row = QWidget(self), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        texts = {"lv": say("Invoice in Latvian"), "en": say("Invoice in English")}
        for language in LANGUAGES:
            button = QPushButton(icon("print"), texts[language.code], held)
            button.clicked.connect(lambda _, which=language: self.print_in(which))
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        held.setLayout(row)
        return held
