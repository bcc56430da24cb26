"""The rates the commission is paid by: for what, by which measure, for whom, and from when to when."""

from typing import ClassVar

from commission_app.services import remuneration_rates
from commission_app.services.remuneration_rates import RateLine
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.lines_page import LinesPage, LinesSaid
from commission_app.ui.preferences.rate_dialog import RateDialog
from commission_app.wording.words import word


class RatesPage(LinesPage[RateLine]):
    """A rate is ended and followed by another, so that an earlier period is counted as it was paid."""

    watches: ClassVar[frozenset[str]] = frozenset({"price"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            LinesSaid(
                title=say("Rates of pay"),
                purpose=say(
                    "What members, assessors and examiners are paid by the rates of each day. Rates for one thing by "
                    "several measures are added; a rate of 0 says that it is not paid."
                ),
                new=say("New rate …"),
                copy=say("Copy as a new rate …"),
                heading=say("Rates"),
                none=say("No rate of pay is entered yet."),
                changed=say("The rates of pay are changed."),
            ),
            remuneration_rates.lines,
            remuneration_rates.remove,
        )

    def dialog(self, line: RateLine | None, *, copy: bool = False) -> RateDialog:
        """The form of a rate; a copy begins today."""
        return RateDialog(self.desk, line, self, copy=copy)

    def question(self, line: RateLine) -> str:
        """Names the rate that would go."""
        what = f"{word(self.language, line.form.act)}, {word(self.language, line.form.measure)}"
        return self.language.say("Take the rate out: {what}, {sum} EUR?", what=what, sum=self._sum(line))

    def columns(self) -> tuple[Column[RateLine], ...]:
        """What is paid for, by which measure, to whom, how much and when."""
        language, say = self.language, self.language.say

        def whom(line: RateLine) -> str:
            return word(language, line.form.role) if line.form.role is not None else say("all")

        return (
            Column("act", say("Paid for"), lambda line: word(language, line.form.act), stretch=True),
            Column("measure", say("Measure"), lambda line: word(language, line.form.measure)),
            Column("role", say("Office in the commission"), whom),
            Column("sum", say("Rate, EUR"), self._sum, align=RIGHT),
            self.dates_column(lambda line: line.form),
            self.state_column(),
        )

    def _sum(self, line: RateLine) -> str:
        return self.language.money(line.form.cents)
