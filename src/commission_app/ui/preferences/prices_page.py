"""The price lists of the institution: what each holds for, since when, and which is in force today."""

from typing import ClassVar

from commission_app.rules.vocabulary.fee import PriceKind
from commission_app.services import price_lists
from commission_app.services.price_lists import PriceListLine
from commission_app.ui.columns import RIGHT, Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.preferences.price_dialog import PriceDialog
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class PricesPage(Page):
    """Prices are never overwritten from a day on: a new edition follows the old one."""

    watches: ClassVar[frozenset[str]] = frozenset({"price"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say("An edition counts from its day; a case is asked the price of its own day.")
        super().__init__(desk, say("Price list"), purpose)
        self.prominent(say("New price list …"), self.new, "plus")
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.change = self.button(say("Edit …"), self.edit, "edit")
        self.again = self.button(say("Copy as a new edition …"), self.copy)
        self.out = self.button(say("Take out …"), self.take_out, "trash")
        self.heading(say("Editions"), self.change, self.again, self.out)
        self.none = EmptyState(say("No price list is entered yet."), icon="registers", parent=self)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.none, 1)
        self._offer()

    def refresh(self) -> None:
        """Asks for the editions again."""
        self.jobs.ask(self, price_lists.lines).then(self._show)

    def new(self) -> None:
        """Enters a new price list."""
        self._ask(PriceDialog(self.desk, None, self))

    def edit(self) -> None:
        """Corrects the chosen edition."""
        self._open(self.table.current())

    def copy(self) -> None:
        """Begins a new edition with the prices of the chosen one."""
        line = self.table.current()
        if isinstance(line, PriceListLine):
            self._ask(PriceDialog(self.desk, line, self, copy=True))

    def take_out(self) -> None:
        """Takes the chosen edition out, after asking."""
        line, say = self.table.current(), self.language.say
        if isinstance(line, PriceListLine):
            question = say("Take the price list “{name}” out?", name=line.form.name)
            if confirm(self, self.language, question, say("Take out")):
                self.jobs.do(self, price_lists.remove, line.id, line.version).then(lambda _: self._stored())

    def _open(self, line: object) -> None:
        if isinstance(line, PriceListLine):
            self._ask(PriceDialog(self.desk, line, self))

    def _ask(self, dialog: PriceDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.told.emit(self.language.say("The price lists are changed."))
        self.refresh()

    def _show(self, lines: tuple[PriceListLine, ...]) -> None:
        self.table.show_rows(lines)
        if lines and self.table.current() is None:
            self.table.selectRow(0)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self._offer()

    def _offer(self) -> None:
        there = self.table.current() is not None
        for button in (self.change, self.again, self.out):
            button.setVisible(there)

    def _columns(self) -> tuple[Column[PriceListLine], ...]:
        language, say = self.language, self.language.say
        now, other = State(say("in force"), "good"), State(say("not in force"), "neutral", "clock")

        def dates(line: PriceListLine) -> str:
            day = line.form.valid_until
            return f"{language.date(line.form.valid_from)} – {language.date(day) if day else '…'}"

        def name(line: PriceListLine) -> str:
            scope = line.standard_code or line.form.area
            return f"{scope}: {line.form.name}" if scope else line.form.name

        return (
            Column("name", say("Name"), name, stretch=True),
            Column("procedure", say("Procedure"), lambda line: word(language, line.form.procedure)),
            Column("price", say("Price, EUR"), self._price, align=RIGHT),
            Column("kind", say("What the price depends on"), lambda line: word(language, line.form.kind)),
            Column("dates", say("In force"), dates),
            Column("state", say("State"), lambda line: now if line.in_force else other),
        )

    def _price(self, line: PriceListLine) -> str:
        money, form = self.language.money, line.form
        if form.kind is PriceKind.BY_GROUP:
            return " – ".join(dict.fromkeys(money(cents) for cents in (form.rows[0], form.rows[-1])))
        if form.kind is PriceKind.PERCENT_OF_CREDITS:
            return f"{form.percent} % × {money(form.cents)}"
        return money(form.cents)
