"""What an exam costs each: the price by the size of the group, the travel costs, and the group fixed or open again."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from commission_app.services import fee_lists, fees
from commission_app.services.exam_cards import ExamCard
from commission_app.services.fee_lists import BalanceLine, ExamFees
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.euro import cents
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence

_WIDE = 110


class ExamFeesDialog(FormDialog):
    """Before fixing, the table of prices; after it, who tops up and who is given back."""

    def __init__(self, desk: Desk, exam: ExamCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Fees of the exam"), say("Fix the group"), parent)
        self._exam = exam
        self.card: ExamFees | None = None
        self.prices = self._label("")
        self.told = self._label("title")
        self.why = self._label("soft")
        self.travel = NumberEdit(desk.language, decimals=2)
        self.table = RowsTable(self._columns(), self)
        self.table.setMinimumHeight(8 * self.table.verticalHeader().defaultSectionSize())
        self.sums = self._label("soft")
        self.again = QPushButton(say("Open the group again"), self)
        self.again.clicked.connect(lambda _: self.open_again())
        self.again.setAutoDefault(False)
        self.form.place(self.told)
        self.form.place(self.prices)
        self.form.add("travel", say("Travel costs of the commission to be shared, EUR"), self.travel)
        self.form.place(self.table)
        self.form.place(self.sums)
        self.form.place(self.why)
        self.form.place(self.again)
        self.again.hide()
        self.deed.setEnabled(False)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDE)
        self._ask()

    def submit(self) -> None:
        """Fixes the group; the dialog stays and shows who owes and who gets back."""
        if self.card is not None:
            travel = cents(self.travel.value()) or 0
            promise = self.desk.jobs.do(self, fees.fix_group, self._exam.id, self.card.version, travel)
            promise.resting(self.deed).then(lambda _: self._changed())

    def open_again(self) -> None:
        """Opens the group again."""
        if self.card is not None:
            promise = self.desk.jobs.do(self, fees.open_group, self._exam.id, self.card.version)
            promise.resting(self.again).then(lambda _: self._changed())

    def _changed(self) -> None:
        self.form.mark_clean()
        self.stored.emit(None)
        self._ask()

    def _ask(self) -> None:
        self.desk.jobs.ask(self, fee_lists.exam_fees, self._exam.id).then(self._show)

    def _show(self, card: ExamFees) -> None:
        self.card = card
        say, language = self.language.say, self.language
        size = language.count("{n} person examined", "{n} persons examined", card.size)
        if card.fixed_on is not None:
            told = say("{size}: the group was fixed on {day}", size=size, day=language.date(card.fixed_on))
        else:
            told = say("{size} so far: prices are estimates until the group is fixed", size=size)
        self.told.setText(told)
        self.prices.setText(self._prices(card))
        self.prices.setVisible(bool(self.prices.text()))
        self.form.field("travel").setVisible(card.fixed_on is None)
        self.table.show_rows(card.lines)
        self.sums.setText(self._sums(card))
        against = card.against_fixing if card.fixed_on is None else ()
        self.why.setText(" ".join(sentence(language, one) for one in against))
        self.why.setVisible(bool(against))
        self.deed.setVisible(card.fixed_on is None)
        self.deed.setEnabled(not card.against_fixing)
        self.again.setVisible(not card.against_opening)
        self.fit()

    def _prices(self, card: ExamFees) -> str:
        if card.since is None:
            return ""
        money, language = self.language.money, self.language
        named = self.language.say("{name}, in force from {since}", name=card.list_name, since=language.date(card.since))
        if card.fixed_on is not None:
            travel = self.language.say("travel costs {sum} EUR", sum=money(card.travel_total))
            return f"{named} · {travel}" if card.travel_total else named
        rows = " · ".join(f"{size} – {money(price)}" for size, price in card.table)
        return f"{named}: {rows} EUR"

    def _sums(self, card: ExamFees) -> str:
        money = self.language.money
        return self.language.say(
            "To be paid in all: {owed} EUR; to be given back: {back} EUR",
            owed=money(sum(max(line.owing, 0) for line in card.lines)),
            back=money(sum(max(-line.owing, 0) for line in card.lines)),
        )

    def _columns(self) -> list[Column[BalanceLine]]:
        say, money = self.language.say, self.language.money
        return [
            Column("case", say("Case"), lambda line: line.number),
            Column("applicant", say("Applicant"), lambda line: line.applicant, stretch=True),
            Column(
                "asked", say("Asked, EUR"), lambda line: "" if line.asked is None else money(line.asked), align=RIGHT
            ),
            Column("paid", say("Paid, EUR"), lambda line: money(line.paid), align=RIGHT),
            Column("top_up", say("To be paid, EUR"), lambda line: money(max(line.owing, 0)), align=RIGHT),
            Column("refund", say("To be given back, EUR"), lambda line: money(max(-line.owing, 0)), align=RIGHT),
        ]

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label
