"""The calculator of an individual learning account: hours in, every step and what is payable out."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.i18n import Language, today
from commission_app.rules.funding import Funding, FundingInput, FundingLine
from commission_app.rules.vocabulary.funding import FundingKind
from commission_app.services import learning_accounts, papers
from commission_app.services.learning_accounts import AccountCard
from commission_app.ui.cases.hours_input import HoursInput
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.euro import cents, euro
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.funding import legal_text, line_text
from commission_app.wording.words import word

_WAIT_MS = 250
_ROWS_HIGH = 7


class FundingDialog(FormDialog):
    """Counts while one types; with a case the figure can be kept, without one it is only looked at."""

    def __init__(self, desk: Desk, parent: QWidget, *, case_id: int | None = None, number: str = "") -> None:
        language, say = desk.language, desk.language.say
        title = say("Learning account, case {number}", number=number) if number else say("Learning account")
        super().__init__(desk, title, say("Keep with the case"), parent)
        self._case_id = case_id
        self.deed.setVisible(case_id is not None)
        add = self.form.add
        self.kind = add("kind", say("What is learned"), Choice().offer_words(language, FundingKind))
        self.day = add("date", say("Rates of the day"), DateEdit(language), required=True, beside=True)
        self.hours = add(
            "hours",
            say("Hours of each module or course"),
            HoursInput(),
            required=True,
            help_text=say("One after the other, for example: 34; 136"),
        )
        self.cost = add(
            "unit_cost",
            say("Unit cost of the programme, EUR"),
            NumberEdit(language, decimals=2),
            help_text=say("Caps the whole set; empty: no cap of the set."),
        )
        self.day.set_value(today())
        self.form.mark_clean()
        self.payable = QLabel(self)
        self.payable.setProperty("role", "title")
        self.rule = QLabel(self)
        self.rule.setProperty("role", "soft")
        self.rule.setWordWrap(True)
        self.lines = RowsTable(_columns(language), self)
        self.lines.setMinimumHeight(_ROWS_HIGH * self.lines.verticalHeader().defaultSectionSize())
        self._clock = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._clock.timeout.connect(self.count)
        self.form.edited.connect(self._clock.start)
        self.kind.currentIndexChanged.connect(lambda _: self._fit_kind())
        self._lay_out()
        self._fit_kind()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 120)
        if case_id is not None:
            desk.jobs.ask(self, learning_accounts.of_case, case_id).then(self._load)

    def count(self) -> None:
        """Counts what is typed; what cannot be read waits for the next letter."""
        asked = self.asked()
        if asked is None:
            self._show(None)
            return
        self.desk.jobs.ask(self, learning_accounts.count, asked).then(self._show)

    def asked(self) -> FundingInput | None:
        """What the fields ask, or none while something is missing or cannot be read."""
        kind, day, hours = self.kind.value(), self.day.value(), self.hours.value()
        if not isinstance(kind, FundingKind) or day is None or not hours or self.hours.refusal() is not None:
            return None
        cost = cents(self.cost.value()) if kind is FundingKind.MODULE_SET else None
        return FundingInput(kind, hours, day, cost)

    def submit(self) -> None:
        """Keeps the figure with the case."""
        asked = self.asked()
        if self._case_id is not None and asked is not None:
            self.act(self.desk.jobs.do(self, learning_accounts.keep, self._case_id, None, asked))

    def take_out(self) -> None:
        """Takes the kept figure out of the case."""
        if self._case_id is not None:
            self.act(self.desk.jobs.do(self, learning_accounts.take_out, self._case_id, None))

    def _load(self, card: AccountCard | None) -> None:
        if card is None:
            return
        self.out.show()
        asked = card.asked
        self.kind.set_value(asked.kind)
        self.hours.set_value(asked.hours)
        self.day.set_value(asked.day)
        self.cost.set_value(euro(asked.unit_cost))
        self.form.mark_clean()
        self._fit_kind()
        self.count()

    def _show(self, funding: Funding | None) -> None:
        say = self.language.say
        lines = funding.lines if funding is not None else ()
        self.banner.hide()
        self.lines.show_rows(lines)
        sum_text = self.language.money(funding.payable) if funding is not None else ""
        self.payable.setText(say("Payable: {sum} EUR", sum=sum_text) if funding is not None else "")
        self.rule.setText("; ".join(dict.fromkeys(legal_text(self.language, line) for line in lines)))
        for button in (self.copy, self.printing, self.excel):
            button.setEnabled(funding is not None)

    def _copied(self) -> None:
        rows = ["\t".join(row) for row in self.lines.texts()]
        QGuiApplication.clipboard().setText("\n".join([*rows, self.payable.text()]))
        self.banner.say(self.language.say("The calculation is copied."), "good")

    def _print(self) -> None:
        asked, title = self.asked(), self.windowTitle()
        if asked is not None:
            made = self.desk.jobs.ask(self, learning_accounts.paper, asked, self._case_id, self.language)
            name = papers.file_name(title)
            made.then(lambda data: show_paper(self, self.desk, title, data, name))

    def _save_workbook(self) -> None:
        asked, say = self.asked(), self.language.say
        if asked is not None:
            made = self.desk.jobs.ask(self, learning_accounts.workbook, asked, self.language)
            name = f"{say('Learning account')}.xlsx"
            made.then(lambda data: save_copy(self, self.desk, name, data, lambda _: None))

    def _fit_kind(self) -> None:
        self.form.field("unit_cost").setVisible(self.kind.value() is FundingKind.MODULE_SET)
        self._clock.start()

    def _lay_out(self) -> None:
        say = self.language.say
        row = QHBoxLayout()
        row.addWidget(self.payable, 1)
        self.copy = self._button(say("Copy"), "table", self._copied)
        self.excel = self._button(say("Save as Excel …"), "download", self._save_workbook)
        self.printing = self._button(say("Print …"), "print", self._print)
        self.out = self._button(say("Take out of the case"), "trash", self.take_out)
        self.out.hide()
        row.addWidget(self.out)
        for button in (self.copy, self.excel, self.printing):
            row.addWidget(button)
            button.setEnabled(False)
        self.column.insertLayout(2, row)
        self.column.insertWidget(3, self.lines, 1)
        self.column.insertWidget(4, self.rule)

    def _button(self, text: str, picture: str, doing: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(picture), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: doing())
        return button


def _columns(language: Language) -> list[Column[FundingLine]]:
    say, money = language.say, language.money
    return [
        Column("step", say("Step"), lambda line: word(language, line.step)),
        Column(
            "why",
            say("Why"),
            lambda line: line_text(language, line),
            stretch=True,
            tooltip=lambda line: f"{line_text(language, line)} {legal_text(language, line)}",
        ),
        Column("sum", say("Payable, EUR"), lambda line: money(line.payable), align=RIGHT),
    ]
