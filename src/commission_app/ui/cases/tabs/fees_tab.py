"""The fee of a case: what is asked and why, what was paid and given back, waivers, who may pay it back."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.rules.fees import FeeLine
from commission_app.rules.vocabulary.fee import PaymentKind
from commission_app.services import fees
from commission_app.services.cases import CaseCard
from commission_app.services.fee_state import Entry
from commission_app.services.fees import FeeCard, WaiverLine
from commission_app.ui.cases.fee_dialogs import MoneyDialog, ReimbursementDialog, WaiverDialog
from commission_app.ui.cases.fee_words import balance_state, balance_text
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.fee import estimate_text, line_text
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

_LINES_HIGH = 5


class FeesTab(CaseTab):
    """The reasons above, the money below; the button offers what is owed, or what is to be given back."""

    watches: ClassVar[frozenset[str]] = frozenset({"case", "fee", "price", "exam"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        say = desk.language.say
        self.card: FeeCard | None = None
        self.chip = Chip(parent=self)
        self.said = self._label("title")
        self.note = self._label("soft")
        self.acts = ActButton(desk.language, self)
        self.lines = RowsTable(self._line_columns(), self)
        self.money = RowsTable(self._money_columns(), self)
        self.why = self._label("title", say("What is asked and why"))
        self.none = self._label("soft", say("Nothing was paid yet."))
        self.back = self._label("soft")
        self.take_out = QPushButton(say("Take out …"), self)
        self.take_out.clicked.connect(lambda _: self._take_out())
        self.unwaive = QPushButton(say("Take the waiver back …"), self)
        self.unwaive.clicked.connect(lambda _: self._unwaive())
        for table in (self.lines, self.money):
            table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self._build()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the fee of the case."""
        self.jobs.ask(self, fees.card, self.case_id).then(self._show)

    def focus_first(self) -> None:
        """Puts the keyboard into the payments."""
        self.money.setFocus()

    def new(self) -> None:
        """Enters a payment."""
        self._ask_money(PaymentKind.PAYMENT)

    def _show(self, card: FeeCard) -> None:
        self.card = card
        language = self.language
        state = balance_state(language, card.state)
        self.chip.show_state(state.text, state.tone)
        self.said.setText(balance_text(language, card.fee.total, card.paid, card.owing))
        self.note.setText(self._notes(card))
        self.note.setVisible(bool(self.note.text()))
        self.lines.show_rows(card.fee.lines)
        for part in (self.why, self.lines):
            part.setVisible(bool(card.fee.lines))
        self.money.show_rows(card.entries)
        self.money.setVisible(bool(card.entries))
        self.none.setVisible(not card.entries)
        self.back.setText(self._paid_back(card))
        self.acts.show_acts(self._offered(card))
        self._choose()

    def _notes(self, card: FeeCard) -> str:
        say, found = self.language.say, []
        if card.fee.missing is not None:
            found.append(sentence(self.language, card.fee.missing))
        elif not card.fee.final:
            found.append(estimate_text(self.language, card.fee))
        gate = word(self.language, card.gate)
        found.append(say("What an unpaid fee does: {gate}.", gate=gate))
        return " ".join(found)

    def _offered(self, card: FeeCard) -> list[Offered]:
        say = self.language.say
        pay = Offered(say("Enter a payment …"), (), lambda: self._ask_money(PaymentKind.PAYMENT), "plus")
        top_up = Offered(say("Enter the top-up …"), (), lambda: self._ask_money(PaymentKind.TOP_UP), "plus")
        back = Offered(say("Enter a refund …"), card.against_refund, lambda: self._ask_money(PaymentKind.REFUND))
        waive = Offered(say("Waive the fee …"), (), lambda: self._open(WaiverDialog), aside=True)
        claim = Offered(say("Paying the fee back …"), (), lambda: self._open(ReimbursementDialog), aside=True)
        account = Offered(say("Learning account …"), (), self._count_account, aside=True)
        hours = [Offered(say("Hours of the case …"), (), self._count_hours, aside=True)] if card.hours else []
        first = [back, pay] if card.owing < 0 else [top_up, pay, back] if card.paid > 0 < card.owing else [pay, back]
        return [*first, *hours, waive, claim, account]

    def _ask_money(self, kind: PaymentKind) -> None:
        if self.card is not None:
            self._shown(MoneyDialog(self.desk, self.card, kind, self))

    def _open(self, make: type[WaiverDialog] | type[ReimbursementDialog]) -> None:
        if self.card is not None:
            self._shown(make(self.desk, self.card, self))

    def _count_account(self) -> None:
        from commission_app.ui.cases.funding_dialog import FundingDialog

        if self.card is not None:
            self._shown(FundingDialog(self.desk, self, case_id=self.card.case_id, number=self.card.number))

    def _count_hours(self) -> None:
        from commission_app.ui.cases.case_hours_dialog import CaseHoursDialog

        if self.card is not None and self.card.hours is not None:
            self._shown(CaseHoursDialog(self.desk, self.card.hours, self))

    def _shown(self, dialog: FormDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        if self.card is not None:
            self.happened.emit(News(self.language.say("Case {number} was changed.", number=self.card.number)))
        self.jobs.ask(self, fees.card, self.case_id).then(self._show)

    def _take_out(self) -> None:
        card, entry, say = self.card, self.money.current(), self.language.say
        if card is None or not isinstance(entry, Entry) or entry.id is None:
            return
        question = say("Take out {sum} EUR of {day}?", sum=self.language.money(entry.cents), day=self._day(entry))
        if confirm(self, self.language, question, say("Take out")):
            self.jobs.do(self, fees.take_out, card.case_id, card.version, entry.id).then(lambda _: self._stored())

    def _unwaive(self) -> None:
        card, waiver, say = self.card, self._waiver(), self.language.say
        if card is None or waiver is None:
            return
        if confirm(self, self.language, say("Take the waiver back: {why}?", why=waiver.form.reason), say("Take back")):
            self.jobs.do(self, fees.take_back_waiver, card.case_id, card.version, waiver.id).then(
                lambda _: self._stored()
            )

    def _waiver(self) -> WaiverLine | None:
        """The waiver of the line where the keyboard stands: they come last and in the same order."""
        card, at = self.card, self.lines.currentIndex().row()
        if card is None or at < 0:
            return None
        place = at - (len(card.fee.lines) - len(card.waivers))
        return card.waivers[place] if 0 <= place < len(card.waivers) else None

    def _choose(self) -> None:
        entry = self.money.current()
        self.take_out.setVisible(isinstance(entry, Entry) and entry.id is not None)
        self.unwaive.setVisible(self._waiver() is not None)

    def _paid_back(self, card: FeeCard) -> str:
        form, language = card.reimbursement, self.language
        said = []
        if card.account is not None:
            sum_text, day = language.money(card.account.payable), language.date(card.account.counted_on)
            said.append(language.say("A learning account pays {sum} EUR, counted on {day}.", sum=sum_text, day=day))
        if form is None:
            return " ".join(said)
        parts = [word(language, form.body), form.project, form.proof_document]
        parts += [language.date(form.proof_issued_on)] if form.proof_issued_on else []
        said.append(language.say("May be paid back by: {who}", who=", ".join(part for part in parts if part)))
        return " ".join(said)

    def _day(self, entry: Entry) -> str:
        return self.language.date(entry.paid_on)

    def _line_columns(self) -> list[Column[FeeLine]]:
        language, say = self.language, self.language.say
        return [
            Column("rule", say("What for"), lambda line: word(language, line.rule)),
            Column("why", say("Why"), lambda line: line_text(language, line), stretch=True),
            Column("sum", say("Sum, EUR"), lambda line: language.money(line.cents), align=RIGHT),
        ]

    def _money_columns(self) -> list[Column[Entry]]:
        language, say = self.language, self.language.say
        return [
            Column("day", say("Paid on"), self._day),
            Column("kind", say("What it is"), lambda entry: word(language, entry.kind)),
            Column("payer", say("Payer"), lambda entry: entry.payer, stretch=True),
            Column("document", say("Payment document"), lambda entry: entry.document),
            Column("invoice", say("Invoice"), lambda entry: entry.invoice_number),
            Column(
                "sum",
                say("Sum, EUR"),
                lambda entry: language.money(-entry.cents if entry.back else entry.cents),
                align=RIGHT,
            ),
        ]

    def _label(self, role: str, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _build(self) -> None:
        head, asked, paid = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for widget, stretch in ((self.said, 1), (self.chip, 0), (self.acts, 0)):
            head.addWidget(widget, stretch)
        for row, title, button in (
            (asked, self.why, self.unwaive),
            (paid, self._label("title", self.language.say("What was paid")), self.take_out),
        ):
            row.addWidget(title, 1)
            row.addWidget(button)
        for row in (head, asked, paid):
            row.setSpacing(3 * STEP)
        self.lines.setMaximumHeight(_LINES_HIGH * self.lines.verticalHeader().defaultSectionSize())
        self.body.addLayout(head)
        self.body.addWidget(self.note)
        self.body.addLayout(asked)
        self.body.addWidget(self.lines)
        self.body.addLayout(paid)
        self.body.addWidget(self.money, 1)
        self.body.addWidget(self.none)
        self.body.addWidget(self.back)
        self.body.addStretch(0)
