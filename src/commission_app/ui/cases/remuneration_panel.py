"""What the commission is paid for a period: each person's sum, its lines below, the sheet as a paper and a workbook."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import LANGUAGES, Language, capital, today
from commission_app.rules.remuneration import PayLine, PersonPay
from commission_app.rules.vocabulary.remuneration import PaidAct
from commission_app.services import remuneration
from commission_app.services.papers import file_name
from commission_app.services.remuneration import PayCard, Period
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.remuneration import amount_text, done_text, sheet_title
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

_MOST_SAID = 4
"""So many missing rates are named at once; the others come when these are entered."""


class RemunerationPanel(QWidget):
    """Whatever is missing stands above; while anything is, no sheet is made."""

    go = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.language, self.jobs = desk, desk.language, desk.jobs
        say = desk.language.say
        self.card: PayCard | None = None
        self.span = Choice(self).offer(
            (("month", say("This month")), ("last", say("Last month")), ("year", say("This year")))
        )
        self.span.setAccessibleName(say("Period"))
        self.since, self.until = DateEdit(self.language, self), DateEdit(self.language, self)
        for day, name in ((self.since, say("From")), (self.until, say("Until"))):
            day.setAccessibleName(name)
            day.edited.connect(self.refresh)
        self.span.currentIndexChanged.connect(lambda _: self._span())
        self.acts_ticked = {act: QCheckBox(capital(word(self.language, act)), self) for act in PaidAct}
        for tick in self.acts_ticked.values():
            tick.setChecked(True)
            tick.toggled.connect(lambda _: self.refresh())
        self.banner = Banner(self.language, self)
        self.acts = ActButton(self.language, self)
        self.people = RowsTable(self._people_columns(), self)
        self.people.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())
        self.lines = RowsTable(self._line_columns(), self)
        self.sum = QLabel(self)
        self.sum.setProperty("role", "title")
        self.none = EmptyState(say("In this period nobody did anything that is paid for."), parent=self)
        self._build()
        self._span()

    def refresh(self) -> None:
        """Counts the period anew, once both its days are there."""
        period = self.period()
        if period is not None:
            self.jobs.ask(self, remuneration.card, period, self.language).then(self._show)

    def period(self) -> Period | None:
        """What the fields say."""
        start, end = self.since.value(), self.until.value()
        if start is None or end is None:
            return None
        return Period(start, end, tuple(act for act, tick in self.acts_ticked.items() if tick.isChecked()))

    def print_in(self, language: Language) -> None:
        """Shows the sheet as a paper."""
        from commission_app.ui.widgets.paper_preview import show_paper

        period = self.period()
        if period is not None:
            title = sheet_title(self.language, period.start, period.end)
            asked = self.jobs.ask(self, remuneration.paper, period, language)
            asked.then(lambda data: show_paper(self, self.desk, title, data, file_name(title)))

    def save_book(self) -> None:
        """Saves the sheet as a workbook."""
        period = self.period()
        if period is not None:
            name = file_name(sheet_title(self.language, period.start, period.end)).removesuffix(".pdf") + ".xlsx"
            said = self.language.say("The remuneration sheet is saved.")
            asked = self.jobs.ask(self, remuneration.workbook, period, self.language)
            asked.then(lambda data: save_copy(self, self.desk, name, data, lambda _: self.told.emit(said)))

    def showEvent(self, event: QShowEvent) -> None:
        """Counts anew whenever it comes into sight."""
        super().showEvent(event)
        self.refresh()

    def show_trouble(self, text: str, _what: Refusal | None, _again: object) -> bool:
        """Says above the list why a period cannot be counted."""
        self.banner.say(text)
        self._show_rows(PayCard((), 0, ()))
        self.acts.hide()
        return True

    def _span(self) -> None:
        """Puts the days of a ready-made period into the fields."""
        this, chosen = today(), self.span.value()
        first = this.replace(day=1)
        ends = {
            "month": (first, this),
            "last": ((first - timedelta(1)).replace(day=1), first - timedelta(1)),
            "year": (date(this.year, 1, 1), this),
        }
        start, end = ends[str(chosen)]
        self.since.set_value(start)
        self.until.set_value(end)
        if self.isVisible():
            self.refresh()

    def _show(self, card: PayCard) -> None:
        self.banner.hide()
        self._show_rows(card)
        missing = [one for one in card.against if card.people or one.reason != "remuneration.nobody"]
        if missing:
            told = [self.language.say("The remuneration sheet cannot be made yet.")]
            told += [sentence(self.language, one) for one in missing[:_MOST_SAID]]
            told += ["…"] if len(missing) > _MOST_SAID else []
            self.banner.say("\n".join(told), "warn", self.language.say("Rates of pay"), self._rates)
        # The banner says at length what stands against the sheet; nobody needs it twice.
        self.acts.setVisible(not missing)
        self.acts.show_acts(self._offered(card))

    def _show_rows(self, card: PayCard) -> None:
        self.card = card
        self.people.show_rows(card.people)
        if card.people and self.people.current() is None:
            self.people.selectRow(0)
        for part in (self.people, self.lines, self.sum):
            part.setVisible(bool(card.people))
        self.none.setVisible([one.reason for one in card.against] == ["remuneration.nobody"])
        self.sum.setText(self.language.say("Together {sum} EUR", sum=self.language.money(card.cents)))
        self._chosen()

    def _offered(self, card: PayCard) -> list[Offered]:
        say = self.language.say
        texts = {"lv": say("Remuneration sheet in Latvian"), "en": say("Remuneration sheet in English")}
        order = sorted(LANGUAGES, key=lambda one: one.code != self.language.code)
        papers = [
            Offered(texts[one.code], card.against, lambda which=one: self.print_in(which), "print", aside=at > 0)  # type: ignore[misc]
            for at, one in enumerate(order)
        ]
        book = Offered(say("Remuneration sheet (Excel) …"), card.against, self.save_book, aside=True)
        return [*papers, book, Offered(say("Rates of pay"), (), self._rates, aside=True)]

    def _chosen(self) -> None:
        person = self.people.current()
        self.lines.show_rows(person.lines if isinstance(person, PersonPay) else ())

    def _rates(self) -> None:
        self.go.emit(Place("preferences", None, "rates"))

    def _people_columns(self) -> list[Column[PersonPay]]:
        language, say = self.language, self.language.say
        return [
            Column("name", language.say_of("paper", "Name, surname"), lambda person: person.name, stretch=True),
            Column("times", say("Lines"), lambda person: language.number(len(person.lines)), align=RIGHT),
            Column("sum", say("Sum, EUR"), lambda person: language.money(person.cents), align=RIGHT),
        ]

    def _line_columns(self) -> list[Column[PayLine]]:
        language, say, money = self.language, self.language.say, self.language.money
        return [
            Column("day", say("Date"), lambda line: language.date(line.deed.day)),
            Column("what", say("What for"), lambda line: done_text(language, line), stretch=True),
            Column("much", language.say_of("paper", "How much"), lambda line: amount_text(language, line)),
            Column("rate", say("Rate, EUR"), lambda line: money(line.rate_cents), align=RIGHT),
            Column("sum", say("Sum, EUR"), lambda line: money(line.cents), align=RIGHT),
        ]

    def _build(self) -> None:
        column, days, ticks = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 3 * STEP, 0, 0)
        column.setSpacing(3 * STEP)
        for row in (days, ticks):
            row.setSpacing(2 * STEP)
        for widget in (self.span, self.since, QLabel("–", self), self.until):
            days.addWidget(widget)
        days.addStretch(1)
        days.addWidget(self.acts)
        for tick in self.acts_ticked.values():
            ticks.addWidget(tick)
        ticks.addStretch(1)
        column.addLayout(days)
        column.addLayout(ticks)
        column.addWidget(self.banner)
        column.addWidget(self.people, 1)
        column.addWidget(self.sum)
        column.addWidget(self.lines, 1)
        column.addWidget(self.none, 1)
        column.addStretch(0)
