"""The price lists of the institution: what each holds for, since when, and which is in force today."""

from typing import ClassVar

from commission_app.rules.vocabulary.fee import PriceKind
from commission_app.services import price_lists
from commission_app.services.price_lists import PriceListLine
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.lines_page import LinesPage, LinesSaid
from commission_app.ui.preferences.price_dialog import PriceDialog
from commission_app.wording.words import word


class PricesPage(LinesPage[PriceListLine]):
    """Prices are never overwritten from a day on: a new edition follows the old one."""

    watches: ClassVar[frozenset[str]] = frozenset({"price"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            LinesSaid(
                title=say("Price list"),
                purpose=say("An edition counts from its day; a case is asked the price of its own day."),
                new=say("New price list …"),
                copy=say("Copy as a new edition …"),
                heading=say("Editions"),
                none=say("No price list is entered yet."),
                changed=say("The price lists are changed."),
            ),
            price_lists.lines,
            price_lists.remove,
        )

    def dialog(self, line: PriceListLine | None, *, copy: bool = False) -> PriceDialog:
        """The form of an edition; a copy begins a new one with the same prices."""
        return PriceDialog(self.desk, line, self, copy=copy)

    def question(self, line: PriceListLine) -> str:
        """Names the list that would go."""
        return self.language.say("Take the price list “{name}” out?", name=line.form.name)

    def columns(self) -> tuple[Column[PriceListLine], ...]:
        """The name with what it holds for, the price and its dates."""
        language, say = self.language, self.language.say

        def name(line: PriceListLine) -> str:
            scope = line.standard_code or line.form.area
            return f"{scope}: {line.form.name}" if scope else line.form.name

        return (
            Column("name", say("Name"), name, stretch=True),
            Column("procedure", say("Procedure"), lambda line: word(language, line.form.procedure)),
            Column("price", say("Price, EUR"), self._price, align=RIGHT),
            Column("kind", say("What the price depends on"), lambda line: word(language, line.form.kind)),
            self.dates_column(lambda line: line.form),
            self.state_column(),
        )

    def _price(self, line: PriceListLine) -> str:
        money, form = self.language.money, line.form
        if form.kind is PriceKind.BY_GROUP:
            return " – ".join(dict.fromkeys(money(cents) for cents in (form.rows[0], form.rows[-1])))
        if form.kind is PriceKind.PERCENT_OF_CREDITS:
            return f"{form.percent} % × {money(form.cents)}"
        return money(form.cents)
